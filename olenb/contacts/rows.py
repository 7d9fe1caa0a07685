"""One row of a table, or a plain sentence that there is none."""

from olenb.core.change import Row, known
from olenb.core.errors import NotFound
from olenb.core.store import Store


def row(store: Store, table: str, number: int, what: str) -> Row:
    """Return one row as its table has it.

    Parameters
    ----------
    store
        The open workbook.
    table
        A name in `schema.TABLES`.
    number
        Its id; any kind of whole number, such as one out of a DataFrame.
    what
        How the sentence begins that says that it isn't there, such as "That note".

    Raises
    ------
    NotFound
        There is no such row.

    """
    known(table, ())  # a name that the schema doesn't have goes into no SQL
    found = store.one(f"SELECT * FROM {table} WHERE id = ?", (int(number),))  # noqa: S608
    if found is None:
        raise NotFound(f"{what} is no longer in your workbook. Nothing was changed.")
    return found


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
    return row(store, "person", number, "That person")


def exists(store: Store, number: int) -> int:
    """Return the id of a person who is there.

    Raises
    ------
    NotFound
        There is no such person.

    """
    return int(person(store, number)["id"])
