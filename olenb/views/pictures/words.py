"""The words that both pictures, their tables and their panels share."""

from olenb.core.terms import Band

YOU = "You"
INTRODUCERS = "People who could introduce you"
TARGETS = "Where you want to get"
NO_ROUTE = "no route yet"
NOBODY_YET = "Nobody here yet. Add five people you know, and this picture will grow."
NOWHERE_YET = "Nothing here yet. Say where you would like to get, and the ways there will show."
IN_TABLE = "in the table"
ROUTES_TITLE = "Ways to where you want to get"
VIEWS = {"circles": "By circle", "ties": "By who knows whom"}
DOT_WORDS = {
    "named": "could introduce you; the number says at how many places",
    "reaching": "could introduce you too",
    "plain": "somebody else you know",
}


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


def map_title(n: int) -> str:
    """Return what stands above the map.

    >>> map_title(300)
    '300 people you know'
    """
    return f"{people(n)} you know"


def how_sure(band: Band) -> str:
    """Return the band as it stands inside a sentence.

    >>> how_sure(Band.WORTH_ASKING)
    'worth asking'
    """
    return band.label.lower()


def more_in_table(left_people: int, left_places: int, left_ways: int = 0) -> str:
    """Return what a picture left out, or nothing.

    >>> more_in_table(5, 0), more_in_table(1, 3), more_in_table(0, 0)
    ('and 5 more people in the table', 'and 1 more person, 3 more places in the table', '')
    >>> more_in_table(0, 0, 2)
    'and 2 more ways in the table'
    """
    kinds = ((left_people, "person", "people"), (left_places, "place", "places"))
    left = [
        counted(n, f"more {one}", f"more {many}")
        for n, one, many in (*kinds, (left_ways, "way", "ways"))
        if n
    ]
    return f"and {', '.join(left)} {IN_TABLE}" if left else ""
