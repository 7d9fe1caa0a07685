"""Thunderbird's address book."""

from pathlib import Path

import pytest

from olenb.contacts.importers import thunderbird
from olenb.contacts.importers.record import Post
from olenb.core.errors import WrongFile

FIXTURE = Path(__file__).parent / "fixtures" / "thunderbird.csv"


def test_a_header_that_ends_with_a_stray_comma_is_read() -> None:
    assert FIXTURE.read_text().partition("\n")[0].endswith("Notes,")
    ida = thunderbird.parse(FIXTURE).records[0]
    assert ida.name == "Dr. Ida Vale"
    assert ida.emails == ("ida@example.org", "ida@birch.example")
    assert ida.posts == (Post("Birch Clinic", "Nurse", "Pediatrics"),)
    assert (ida.city, ida.region, ida.phone) == ("Northfield", "MN", "+1 555 0100")
    assert ida.other == {
        "Birth Year": "1988",
        "Notes": "Sings",
        "website": "https://birch.example",
    }


def test_a_name_is_put_together_where_none_is_shown() -> None:
    assert thunderbird.parse(FIXTURE).records[1].name == "Bo Lind"


def test_every_row_is_counted_and_a_lone_address_is_left_out() -> None:
    parsed = thunderbird.parse(FIXTURE)
    assert (parsed.read, len(parsed.records)) == (3, 2)
    assert [(skip.line, skip.reason) for skip in parsed.skipped] == [
        (3, "an address without a name")
    ]


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text("Name,Email\nIda,ida@example.org\n")
    with pytest.raises(WrongFile, match="isn't an address book from Thunderbird"):
        thunderbird.parse(path)
