"""Rows that name other rows: found from the schema, so that no table is forgotten."""

from collections.abc import Collection

from olenb.core import schema
from olenb.core.change import Change
from olenb.core.store import Store


def repoint(
    store: Store,
    change: Change,
    table: str,
    old: int,
    new: int | None,
    *,
    but: Collection[str] = (),
) -> None:
    """Let everything that names row `old` of a table name `new` instead.

    Parameters
    ----------
    store, change
        The open workbook and its open change.
    table
        Whose row `old` is.
    old, new
        Ids; None for `new` leaves the place empty.
    but
        Tables that the caller moves with more care.

    """
    for where, column in schema.references(table):
        if where in but:
            continue
        for row in store.rows(f"SELECT id FROM {where} WHERE {column} = ?", (old,)):  # noqa: S608 - names from the schema
            change.update(where, row["id"], **{column: new})
