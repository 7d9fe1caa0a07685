"""Google Contacts, old columns and new."""

from pathlib import Path

import pytest

from olenb.contacts.importers import google
from olenb.contacts.importers.record import Parsed, Post
from olenb.core.errors import WrongFile
from olenb.core.terms import Circle

FIXTURES = Path(__file__).parent / "fixtures"


def read(name: str) -> Parsed:
    parsed = google.parse(FIXTURES / name)
    assert parsed.read == len(parsed.records) + len(parsed.links) + len(parsed.skipped)
    return parsed


def test_the_old_columns_are_read_with_several_values_in_one_cell() -> None:
    ida = read("google_old.csv").records[0]
    assert ida.name == "Ida Vale"
    assert ida.emails == ("ida@example.org", "ida.vale@example.com", "ida@birch.example")
    assert ida.urls == ("https://www.linkedin.com/in/ida-vale",)
    assert ida.posts == (Post("Birch Clinic", "Nurse", "Pediatrics"),)
    assert (ida.phone, ida.city, ida.region) == ("+1 555 0100", "Northfield", "MN")
    assert ida.circle is Circle.FRIEND
    assert ida.other == {
        "Birthday": "--12-01",
        "Notes": "Met at the fair\nSings",
        "website": "https://birch.example",
        "labels": "Friends",
    }


def test_a_company_card_is_an_organization_with_its_name_or_without() -> None:
    clinic, press = read("google_old.csv").records[1:3]
    assert (clinic.name, clinic.posts) == ("", (Post("Birch Clinic"),))
    assert (press.name, press.posts) == ("", (Post("Elm Press"),))
    school = read("google_new.csv").records[1]
    assert (school.name, school.posts) == ("", (Post("Oak School"),))


def test_somebody_called_na_is_somebody() -> None:
    assert read("google_old.csv").records[-1].name == "NA"


def test_an_address_without_a_name_is_left_out_by_line_and_reason() -> None:
    (skip,) = read("google_old.csv").skipped
    assert (skip.line, skip.reason) == (6, "an address without a name")
    (skip,) = read("google_new.csv").skipped
    assert (skip.line, skip.reason) == (5, "no name in this row")


def test_the_new_columns_are_read() -> None:
    bo, _, cleo = read("google_new.csv").records
    assert bo.name == "Bo K. Lind"
    assert bo.posts == (Post("Elm Press", "Editor", "Poetry"),)
    assert bo.emails == ("bo@example.org",)
    assert bo.circle is Circle.COWORKER
    assert bo.other == {"Nickname": "Bobo", "Birthday": "1988-06-15", "labels": "Coworkers"}
    assert (cleo.city, cleo.region, cleo.other) == ("Lyon", "France", {"title": "Painter"})


def test_columns_that_we_do_not_know_are_kept_and_named() -> None:
    assert read("google_new.csv").notes == ["Kept as they are: Birthday, Nickname."]


def test_more_numbered_organizations_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    header = "Name,Given Name,Family Name,Organization 2 - Name,Organization 1 - Name"
    path.write_text(f"{header},Organization 2 - Title\nIda Vale,Ida,Vale,Elm,Birch,Editor\n")
    (ida,) = google.parse(path).records
    assert ida.posts == (Post("Birch"), Post("Elm", "Editor"))


def test_control_characters_are_taken_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text("Name,Given Name,Family Name\nI\x07da Vale,Ida,Vale\n")
    parsed = google.parse(path)
    assert parsed.records[0].name == "Ida Vale"
    assert "invisible control characters" in parsed.notes[0]


def test_another_file_is_refused_with_the_way_to_the_right_one(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text("First Name,Last Name,Email Address,Company,Position,Connected On\n")
    with pytest.raises(WrongFile, match="choose Export"):
        google.parse(path)
