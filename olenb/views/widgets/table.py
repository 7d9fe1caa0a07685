"""A table whose cells can be edited in place, shown fifty rows at a time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from olenb.views.widgets.base import STATIC, QuietWidget

PAGE = 50
"""Rows that are sent at a time."""

ColumnKind = Literal["text", "date", "select", "checkbox", "readonly"]
Rows = pd.DataFrame | Callable[[], pd.DataFrame]
OnEdit = Callable[[Hashable, str, Any], str | None]

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
        self._caption, self._empty = caption, empty
        self._frame: pd.DataFrame | None = None
        self._order: list[Hashable] = []
