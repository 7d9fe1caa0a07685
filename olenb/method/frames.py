"""Rows of the workbook as DataFrames, each column with its own type."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd


def frame(rows: Iterable[Sequence[Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """Return rows as a table; text is `str`, "" where nothing is known.

    Parameters
    ----------
    rows
        Each as long as `columns`.
    columns
        Name -> type: "str", "int64", "Int64" (may be missing), "float64", "bool" or "boolean".

    >>> frame([(1, None), (2, "Ana")], {"id": "int64", "name": "str"})["name"].tolist()
    ['', 'Ana']
    """
    table = list(rows)
    data = {
        name: pd.Series([_value(row[place], kind) for row in table], dtype=kind)
        for place, (name, kind) in enumerate(columns.items())
    }
    return pd.DataFrame(data, columns=list(columns))


def _value(value: Any, kind: str) -> Any:
    if kind == "str":
        return "" if value is None else str(value)
    if kind in ("bool", "boolean") and value is not None:
        return bool(value)
    return value
