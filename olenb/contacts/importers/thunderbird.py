"""Thunderbird's address book as CSV."""

from pathlib import Path

from olenb.contacts.importers.address_book import Columns, people
from olenb.contacts.importers.reading import has, read_table
from olenb.contacts.importers.record import Parsed
from olenb.contacts.importers.values import tidied
from olenb.core.errors import WrongFile
from olenb.core.progress import Tell, silent

is_header = has("Display Name", "Primary Email")


def parse(path: Path, tell: Tell = silent) -> Parsed:
    """Read a Thunderbird CSV; `read` counts its rows.

    Raises
    ------
    WrongFile
        The file isn't one, or can't be opened.

    """
    table = read_table(path, is_header)
    if table is None:
        raise WrongFile(
            "This isn't an address book from Thunderbird: its columns are others. Nothing was "
            "changed. In Thunderbird, please choose Export in the address book, then CSV."
        )

    def places(*names: str) -> tuple[int, ...]:
        found = (table.index(name) for name in names)
        return tuple(place for place in found if place is not None)

    columns = Columns(
        names=places("Display Name"),
        parts=(table.index("First Name"), None, table.index("Last Name"), None),
        emails=places("Primary Email", "Secondary Email"),
        urls=places("Web Page 1", "Web Page 2"),
        phones=places("Mobile Number", "Work Phone", "Home Phone"),
        posts=((table.index("Organization"), table.index("Job Title"), table.index("Department")),),
        cities=places("Work City", "Home City"),
        regions=places("Work State", "Home State", "Work Country", "Home Country"),
    )
    return people(tidied(table), "thunderbird", columns, tell)
