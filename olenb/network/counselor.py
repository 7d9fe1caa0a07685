"""The counselor, whom the user can always ask; in the workbook only once they were asked."""

from olenb.contacts import people
from olenb.core.store import Store
from olenb.core.terms import Circle

NAME = "Your counselor"
UNKNOWN = 0
"""The id of a counselor who isn't in the workbook yet."""


def find(store: Store) -> int:
    """Return the counselor's id, or `UNKNOWN`."""
    row = store.one(
        "SELECT id FROM person WHERE name = ? AND circle = ? ORDER BY id",
        (NAME, Circle.CAMPUS.value),
    )
    return int(row["id"]) if row else UNKNOWN


def ensure(store: Store) -> int:
    """Return the counselor's id, with a new person where there was none."""
    return find(store) or people.add(store, NAME, circle=Circle.CAMPUS)
