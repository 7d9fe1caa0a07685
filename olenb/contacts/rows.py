"""One row of `person`, or a plain sentence that there is none."""

from olenb.core.change import Row
from olenb.core.errors import NotFound
from olenb.core.store import Store


def person(store: Store, number: int) -> Row:
    """Return everything about a person, as the table `person` has it.

    Parameters
    ----------
    store
        The open workbook.
    number
        Their id; any kind of whole number, such as one out of a DataFrame.

    Raises
    ------
    NotFound
        There is no such person.

    """
    found = store.one("SELECT * FROM person WHERE id = ?", (int(number),))
    if found is None:
        raise NotFound("That person is no longer in your workbook. Nothing was changed.")
    return found


def exists(store: Store, number: int) -> int:
    """Return the id of a person who is there.

    Raises
    ------
    NotFound
        There is no such person.

    """
    return int(person(store, number)["id"])
