"""Blocks as plain data, the only form in which they travel to the page."""

from __future__ import annotations

import datetime as dt
from dataclasses import MISSING, fields, is_dataclass
from typing import Any


def to_document(block: Any) -> dict[str, Any]:
    """Return a block as plain data, what equals its default left out.

    Parameters
    ----------
    block : dataclass instance
        A block, or a column of a table.

    Returns
    -------
    dict
        JSON-ready: ``{"type": "text", "text": ...}``.

    Examples
    --------
    >>> from olenb.views.widgets.blocks import Field
    >>> to_document(Field("when", "When?", kind="date", value=dt.date(2026, 3, 1)))
    {'type': 'field', 'name': 'when', 'label': 'When?', 'kind': 'date', 'value': '2026-03-01'}
    """
    document: dict[str, Any] = {"type": type(block).__name__.lower()}
    for field in fields(block):
        value = getattr(block, field.name)
        if field.default is MISSING or value != field.default:
            document[field.name] = plain(value)
    return document


def plain(value: Any) -> Any:
    """Return a value as JSON-ready data: dates in ISO form, what is missing as "".

    Parameters
    ----------
    value : object
        A block, a sequence, or a single value; NaN and NaT count as missing.

    Examples
    --------
    >>> plain([dt.date(2026, 3, 1), float("nan"), None, True])
    ['2026-03-01', '', '', True]
    """
    if is_dataclass(value):
        return to_document(value)
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, bool | str):
        return value
    return "" if _missing(value) else _single(value)


def _missing(value: Any) -> bool:
    """Return whether a value that isn't a text stands for nothing (None, NaN, NaT, NA)."""
    return value is None or str(value) in ("nan", "NaT", "<NA>")


def _single(value: Any) -> Any:
    """Return a present date, number or other object as JSON-ready data."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    number = value.item() if hasattr(value, "item") else value
    return number if isinstance(number, bool | int | float) else str(value)
