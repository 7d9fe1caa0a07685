"""A table whose cells can be edited in place, shown fifty rows at a time."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import pandas as pd

from olenb.core.errors import NotAllowed
from olenb.views.widgets.base import STATIC, QuietWidget, explain
from olenb.views.widgets.documents import plain, to_document
from olenb.views.widgets.table_view import PAGE, View, cells, order, page_start

ColumnKind = Literal["text", "date", "select", "checkbox", "readonly"]
Rows: TypeAlias = pd.DataFrame | Callable[[], pd.DataFrame]
OnEdit: TypeAlias = Callable[[Hashable, str, Any], str | None]

NO_SUCH_DATE = "That isn't a date. The cell keeps what it was; pick the day again."
NO_SUCH_CHOICE = "That isn't one of the choices. The cell keeps what it was; choose again."


@dataclass(frozen=True)
class Column:
    """One column of an editable table.

    Parameters
    ----------
    name : str
        The frame's column.
    label : str
        The heading.
    kind : str
        ``text``, ``date`` (its value is a `datetime.date` or None), ``select``, ``checkbox`` (its
        value is a bool) or ``readonly``.
    options : sequence of str
        For ``select``; no answer is always possible.
    """

    name: str
    label: str
    kind: ColumnKind = "text"
    options: Sequence[str] = ()


class EditableTable(QuietWidget):
    """A native HTML table with text, date, select and checkbox cells.

    Rows are sorted, filtered and sent page by page in Python, so 30,000 are no trouble. An edit is
    saved as soon as the cell is left, and says so beside the cell. When `on_edit` raises an
    `OlenbError` its sentence stands beside the cell and the old value comes back.

    Parameters
    ----------
    rows : pandas.DataFrame or callable
        One row each, the ids as index; missing values and dates are welcome. A function is asked
        again after an undo and by `refresh`.
    columns : sequence of Column
        What to show, in order; the first names its row for screen readers.
    on_edit : callable
        ``on_edit(row_id, column_name, value)`` saves the value and may return the word to show
        ("Saved" otherwise).
    on_undo : callable, optional
        Reverses the newest change and may return a sentence; without it there is no Undo button.
        It needs ``rows`` to be a function, since an undo may change any row.
    caption : str
        What the table holds, always visible.
    empty : str
        What to say when there are no rows.

    Raises
    ------
    ValueError
        ``on_undo`` is given with a frame instead of a function.
    """

    _esm = STATIC / "table.js"
    _css = STATIC / "table.css"
    noun = "table"

    def __init__(
        self,
        rows: Rows,
        columns: Sequence[Column],
        on_edit: OnEdit,
        on_undo: Callable[[], str | None] | None = None,
        *,
        caption: str,
        empty: str = "Nothing here yet.",
    ) -> None:
        if on_undo is not None and not callable(rows):
            msg = "With on_undo, rows is a function that returns the frame as it is now."
            raise ValueError(msg)
        super().__init__()
        self._source = rows
        self._columns = {column.name: column for column in columns}
        self._on_edit, self._on_undo = on_edit, on_undo
        self._words = {"caption": caption, "empty": empty}
        self._view = View()
        self._cells = pd.DataFrame() if callable(rows) else cells(rows, list(self._columns))
        self._order: list[Hashable] = []

    def refresh(self) -> None:
        """Ask for the rows again and show them; filter, order and page stay."""
        if self._watched:
            self.show(self.first_document())

    def first_document(self) -> dict[str, Any]:
        """Return the columns and the page that is looked at, from rows as they are now."""
        if callable(self._source):
            self._cells = cells(self._source(), list(self._columns))
        self._order = order(self._cells, self._view)
        return self._page()

    def handle(self, message: Mapping[str, Any], buffers: Sequence[memoryview]) -> None:
        """Turn the page, save an edit, or undo."""
        answer = {"view": self._look, "edit": self._edit, "undo": self._undo}
        kind = message.get("type")
        if kind in answer:
            answer[kind](message)

    def _page(self) -> dict[str, Any]:
        """Return the document of the page that is looked at."""
        start = page_start(self._view, len(self._order))
        ids = self._order[start : start + PAGE]
        return {
            **self._words,
            "columns": [to_document(column) for column in self._columns.values()],
            "rows": [{"id": str(row), "cells": list(self._cells.loc[row])} for row in ids],
            "start": start,
            "page": PAGE,
            "found": len(self._order),
            "total": len(self._cells),
            "sort": self._view.sort,
            "descending": self._view.descending,
            "wanted": self._view.wanted,
            "undo": self._on_undo is not None,
        }

    def _look(self, message: Mapping[str, Any]) -> None:
        """Sort, filter or turn the page."""
        self._view = View(
            sort=str(message.get("sort", "")),
            descending=message.get("descending") is True,
            wanted=str(message.get("wanted", "")),
            start=int(message.get("start", 0)),
        )
        self._order = order(self._cells, self._view)
        self.show(self._page())

    def _edit(self, message: Mapping[str, Any]) -> None:
        """Save one cell; whatever happens, the cell then shows what is true."""
        column = self._columns.get(str(message.get("column")))
        row = self._row(str(message.get("row")))
        if column is None or row is None or column.kind == "readonly":
            return
        at = {"row": str(row), "column": column.name}
        try:
            value = _typed(message.get("value"), column)
            word = self._on_edit(row, column.name, value) or "Saved"
        except Exception as error:
            old = self._cells.at[row, column.name]
            self.tell("refused", **at, value=old, text=explain(error))
            return
        self._cells.at[row, column.name] = plain(value)
        self._document = self._page()
        self.tell("edited", **at, value=plain(value), word=word)

    def _undo(self, _message: Mapping[str, Any]) -> None:
        """Reverse the newest change and show the rows as they are now."""
        if self._on_undo is None:
            return
        sentence = self._on_undo() or "Undone"
        self.refresh()
        self.say(sentence)

    def _row(self, key: str) -> Hashable | None:
        """Return the row's id as the frame has it; ids travel as text."""
        return next((row for row in self._order if str(row) == key), None)


def _typed(value: object, column: Column) -> Any:
    """Return what the page sent in the column's own type."""
    if column.kind == "checkbox":
        return value is True
    text = unicodedata.normalize("NFC", str(value)).strip()
    if column.kind == "select" and text not in ("", *column.options):
        raise NotAllowed(NO_SUCH_CHOICE)
    return _date(text) if column.kind == "date" else text


def _date(text: str) -> dt.date | None:
    """Return the day, None for an empty cell."""
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise NotAllowed(NO_SUCH_DATE) from None
