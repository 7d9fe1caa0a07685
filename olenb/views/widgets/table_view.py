"""Which rows of a table are seen, and in what order: plain functions on a frame of cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from olenb.views.widgets.documents import plain

PAGE = 50
"""Rows that are sent at a time."""


@dataclass(frozen=True)
class View:
    """What of a table is looked at.

    Parameters
    ----------
    sort : str
        A column's name, or "" for the frame's own order.
    descending : bool
        Largest first; empty cells come last either way.
    wanted : str
        Only rows that hold this text, whatever its case and accents.
    start : int
        How many rows come before the page.
    """

    sort: str = ""
    descending: bool = False
    wanted: str = ""
    start: int = 0


def cells(frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Return the columns as JSON-ready values: dates in ISO form, what is missing as "".

    Parameters
    ----------
    frame : pandas.DataFrame
        Any types, one row each.
    columns : sequence of str
        Which, in order.

    Examples
    --------
    >>> frame = pd.DataFrame({"met": pd.to_datetime(["2026-03-01", None])}, index=["a", "b"])
    >>> cells(frame, ["met"])["met"].to_dict()
    {'a': '2026-03-01', 'b': ''}
    """
    made = {name: [plain(each) for each in frame[name].astype(object)] for name in columns}
    return pd.DataFrame(made, index=frame.index, dtype=object)


def order(table: pd.DataFrame, view: View) -> list[Hashable]:
    """Return the ids of the rows that a view holds, sorted, all pages.

    Parameters
    ----------
    table : pandas.DataFrame
        As `cells` returns it.
    view : View
        The filter and the order.

    Examples
    --------
    >>> table = pd.DataFrame({"name": ["Zoë", "", "ana"]}, index=[1, 2, 3])
    >>> order(table, View(sort="name"))
    [3, 1, 2]
    >>> order(table, View(wanted="zoe"))
    [1]
    """
    found = table[_holds(table, view.wanted)] if view.wanted.strip() else table
    if view.sort not in table.columns:
        return list(found.index)
    column = dict(zip(found.index, found[view.sort], strict=True))
    present = [row for row, value in column.items() if value != ""]
    present.sort(key=lambda row: _sort_key(column[row]), reverse=view.descending)
    return present + [row for row, value in column.items() if value == ""]


def page_start(view: View, count: int) -> int:
    """Return where the view's page begins, inside a list of `count` rows.

    Parameters
    ----------
    view : View
        ``start`` may lie beyond the end.
    count : int
        How many rows there are.

    Examples
    --------
    >>> page_start(View(start=70), 120), page_start(View(start=500), 120), page_start(View(), 0)
    (50, 100, 0)
    """
    last = max(0, count - 1) // PAGE
    return min(max(0, view.start) // PAGE, last) * PAGE


def fold(text: str) -> str:
    """Return a text for comparing: no case, no accents.

    Parameters
    ----------
    text : str
        Anything.

    Examples
    --------
    >>> fold("Zoë STRASSE")
    'zoe strasse'
    """
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))


def _holds(table: pd.DataFrame, wanted: str) -> list[bool]:
    """Return for each row whether one of its cells holds the text."""
    needle = fold(wanted.strip())
    return [needle in fold(" ".join(map(str, row))) for row in table.itertuples(index=False)]


def _sort_key(value: Any) -> tuple[bool, Any]:
    """Return what to sort by: numbers before texts, texts without case and accents."""
    return (True, fold(value)) if isinstance(value, str) else (False, value)
