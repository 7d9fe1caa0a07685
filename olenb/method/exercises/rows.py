"""What the exercises do alike with their rows."""

from typing import Any

from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store

LONGEST = 2_000


def words(text: str) -> str | None:
    """Return the user's words as they are kept; None where there are none."""
    return text.strip()[:LONGEST] or None


def needed(text: str, message: str) -> str:
    """Return the user's words.

    Raises
    ------
    NotAllowed
        There are none; `message` says what is missing.

    """
    said = words(text)
    if said is None:
        raise NotAllowed(message)
    return said


def known(store: Store, table: str, row: int) -> dict[str, Any]:
    """Return one row.

    Raises
    ------
    NotFound
        It is gone.

    """
    found = store.one(f"SELECT * FROM {table} WHERE id = ?", (row,))  # noqa: S608 - our own tables
    if found is None:
        raise NotFound("That line is no longer in your workbook. Nothing was changed.")
    return dict(found)


def remove(store: Store, table: str, row: int) -> None:
    """Take away a line of an exercise.

    Raises
    ------
    NotFound
        It is gone already.

    """
    known(store, table, row)
    with store.change("Took away a line of an exercise") as change:
        change.delete(table, row)
