"""People whom nothing was noted about for a year: offered for forgetting, and never taken."""

from datetime import date

import pandas as pd

from olenb.core import rules, schema
from olenb.core.store import Store, today

COLUMNS = ("id", "name", "last")


def untouched(store: Store, months: int | None = None, on: str = "") -> pd.DataFrame:
    """Return the people about whom nothing was noted, changed or done for so many months.

    What counts: every change to a person or to a fact about them, and every day that such a
    fact names, such as a conversation's or the last real exchange. A year or a month alone
    counts to its end.

    Parameters
    ----------
    store
        The open workbook.
    months
        How many; None takes `rules.UNTOUCHED_MONTHS`.
    on
        Which day is today, ISO 8601; empty takes the clock's.

    Returns
    -------
    DataFrame
        id, name, last: the newest day, the longest ago first.

    """
    many = rules.UNTOUCHED_MONTHS.value if months is None else months
    before = _months_before(date.fromisoformat(on or today()), many)
    rows = store.rows(
        f"SELECT p.id, p.name, max(substr(d.day, 1, 10)) AS last FROM person AS p "  # noqa: S608 - names from the schema
        f"JOIN ({_days()}) AS d ON d.person = p.id WHERE p.is_ego = 0 "
        "GROUP BY p.id HAVING last < ? ORDER BY last, p.id",
        (before,),
    )
    df = pd.DataFrame([tuple(row) for row in rows], columns=list(COLUMNS))
    return df.astype({"id": "int64", "name": "str", "last": "str"})


def _months_before(day: date, months: int) -> str:
    """Return the same day so many months earlier, or that month's last one.

    >>> _months_before(date(2027, 2, 28), 12)
    '2026-02-28'
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return f"{year:04d}-{month + 1:02d}-{day.day:02d}"


def _days() -> str:
    """Return the SELECT of every day that says something about a person."""
    parts = [
        "SELECT h.row AS person, c.at AS day FROM history AS h "
        "JOIN change AS c ON c.id = h.change WHERE h.tbl = 'person'"
    ]
    for table, column in schema.references("person"):
        parts.append(
            f"SELECT t.{column}, c.at FROM {table} AS t JOIN history AS h "  # noqa: S608 - names from the schema
            f"ON h.tbl = '{table}' AND h.row = t.id JOIN change AS c ON c.id = h.change"
        )
        for each in schema.TABLES[table].columns:
            if each.dated:
                # A year alone, such as 2025, is over when it is over.
                whole = f"t.{each.name} || substr('9999-12-31', length(t.{each.name}) + 1)"
                parts.append(
                    f"SELECT t.{column}, {whole} FROM {table} AS t WHERE t.{each.name} IS NOT NULL"  # noqa: S608
                )
    return " UNION ALL ".join(parts)
