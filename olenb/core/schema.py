"""The tables of the workbook, declared once: SQL, checks and documentation come from here.

>>> TABLES["person"].names[:3]
('id', 'name', 'is_ego')
"""

from collections.abc import Iterable

from olenb.core.tables import (
    conversations,
    file,
    follow_up,
    goals,
    measures,
    opportunities,
    outreach,
    people,
)
from olenb.core.tables.table import Table

APPLICATION_ID = 0x4F4C4E42  # "OLNB"
VERSION = 1

TABLES: dict[str, Table] = {
    table.name: table
    for part in (people, goals, outreach, conversations, follow_up, opportunities, measures, file)
    for table in part.TABLES
}


def references(table: str) -> list[tuple[str, str]]:
    """Return where rows of `table` are named: pairs of a table and its column.

    >>> ("touch", "about") in references("person")
    True
    """
    return [
        (each.name, column.name)
        for each in TABLES.values()
        for column in each.columns
        if column.references == table
    ]


def statements() -> Iterable[str]:
    """Yield the statements that make an empty workbook."""
    for table in TABLES.values():
        yield from table.sql
