"""Google Contacts as CSV, the old columns (until 2024) and the new ones."""

import re
from collections.abc import Sequence
from pathlib import Path

from olenb.contacts.importers.address_book import Columns, Places, people
from olenb.contacts.importers.reading import Table, read_table
from olenb.contacts.importers.record import Parsed
from olenb.contacts.importers.values import tidied
from olenb.contacts.keys import folded
from olenb.core.errors import WrongFile
from olenb.core.progress import Tell, silent

_OLD = {"name", "given name", "family name"}
_NEW = {"first name", "last name", "organization name"}
_NUMBERED = re.compile(
    r"(e-mail|phone|website|address|organization|relation|im|event|external id|custom field|"
    r"user defined field|jot|calendar link) (\d+) - (.+)"
)
_PASSED = ("photo", "file as", "yomi name", "priority", "sensitivity", "initials", "language")


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether a row is the header of a Google Contacts file.

    >>> is_header(["Name", "Given Name", "Family Name", "E-mail 1 - Value"])
    True
    """
    keys = {folded(name) for name in cells}
    return keys >= _OLD or keys >= _NEW


def parse(path: Path, tell: Tell = silent) -> Parsed:
    """Read a Google Contacts CSV; `read` counts its rows.

    Raises
    ------
    WrongFile
        The file isn't one, or can't be opened.

    """
    table = read_table(path, is_header)
    if table is None:
        raise WrongFile(
            "This isn't a Google Contacts file: its columns are others. Nothing was changed. "
            'In Google Contacts, please choose Export, then "Google CSV", and try again.'
        )
    return people(tidied(table), "google", _columns(table), tell)


def _columns(table: Table) -> Columns:
    groups = _numbered(table)
    numbers = sorted({number for name, number, _ in groups if name == "organization"})
    single = ("organization name", "organization title", "organization department")
    posts = [
        tuple(
            groups.get(("organization", number, what)) for what in ("name", "title", "department")
        )
        for number in numbers
    ]
    posts.append(tuple(table.index(name) for name in single))
    marks = {place for (_, _, what), place in groups.items() if what in ("type", "label")}
    passed = marks | {place for place, key in enumerate(table.keys) if key in _PASSED}
    first = table.index("Given Name", "First Name")
    middle = table.index("Additional Name", "Middle Name")
    last = table.index("Family Name", "Last Name")
    return Columns(
        names=_there(table.index("Name")),
        parts=(first, middle, last, table.index("Name Suffix")),
        emails=_all(groups, "e-mail", "value"),
        urls=_all(groups, "website", "value"),
        phones=_all(groups, "phone", "value"),
        posts=tuple((post[0], post[1], post[2]) for post in posts),
        cities=_all(groups, "address", "city"),
        regions=_all(groups, "address", "region") + _all(groups, "address", "country"),
        labels=_there(table.index("Labels", "Group Membership")),
        passed=frozenset(passed),
    )


def _numbered(table: Table) -> dict[tuple[str, int, str], int]:
    """Return where the numbered columns are, such as `E-mail 2 - Value`."""
    hits = ((place, _NUMBERED.fullmatch(key)) for place, key in enumerate(table.keys))
    return {(hit[1], int(hit[2]), hit[3]): place for place, hit in hits if hit}


def _all(groups: dict[tuple[str, int, str], int], name: str, what: str) -> Places:
    found = sorted(
        (key[1], place) for key, place in groups.items() if (key[0], key[2]) == (name, what)
    )
    return tuple(place for _, place in found)


def _there(place: int | None) -> Places:
    return () if place is None else (place,)
