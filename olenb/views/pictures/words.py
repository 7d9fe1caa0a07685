"""The words that both pictures, their tables and their panels share."""

from olenb.core.terms import Band

YOU = "You"
INTRODUCERS = "People who could introduce you"
TARGETS = "Where you want to get"
NO_ROUTE = "no route yet"
NOBODY_YET = "Nobody here yet. Add five people you know, and this picture will grow."
NOWHERE_YET = "Nothing here yet. Say where you would like to get, and the ways there will show."
IN_TABLE = "in the table"


def counted(n: int, one: str, many: str) -> str:
    """Return a count with its noun.

    >>> counted(1, "person", "people"), counted(1200, "person", "people")
    ('1 person', '1,200 people')
    """
    return f"{n:,} {one if n == 1 else many}"


def people(n: int) -> str:
    """Return "1 person", "5 people"."""
    return counted(n, "person", "people")


def places(n: int) -> str:
    """Return "1 place", "5 places"."""
    return counted(n, "place", "places")


def how_sure(band: Band) -> str:
    """Return the band as it stands inside a sentence.

    >>> how_sure(Band.WORTH_ASKING)
    'worth asking'
    """
    return band.label.lower()
