"""Who the user is."""

import pytest

from olenb.contacts import you as ego
from olenb.screens import you

FACTS = {"name": "Ines", "school": "Lakeview College", "class_year": "2027", "city": "Oslo"}


@pytest.fixture
def page(wb, visit):
    return visit(you(wb))


def test_the_browsers_time_zone_is_proposed_and_saved_only_on_save(page, wb):
    assert page.field("time_zone")["value"] == "Europe/Oslo"
    assert "Save to confirm" in page.field("time_zone")["help"]
    page.press("save", "", **FACTS, time_zone="Europe/Oslo")
    assert ego.facts(wb.store) == {**FACTS, "time_zone": "Europe/Oslo"}
    assert not page.field("time_zone").get("help")


def test_the_zones_are_places(page):
    options = page.field("time_zone")["options"]
    assert "America/Chicago" in options
    assert not [name for name in options if name.startswith(("Etc/", "US/"))]


def test_saving_nothing_begins_nothing(page, wb):
    assert "Nothing to save yet" in page.press("save", "")
    assert wb.is_example


def test_a_year_that_is_none_is_said_and_begins_nothing(page, wb):
    assert "four digits" in page.press("save", name="Ines", class_year="soon")
    assert wb.is_example


def test_where_the_user_was_is_added_and_taken_away(page):
    page.press("add", place="City Library", role="page", start="2022", stop="2023")
    page.press("add", place="Campus Café", role="", start="2024", stop="")
    assert [c["lines"] for c in page.blocks("card")] == [["2024 – today"], ["page · 2022 – 2023"]]
    assert "Where you worked or volunteered (2)" in page.text
    card = next(page.blocks("card"))
    page.press("remove", card["id"])
    assert [c["title"] for c in page.blocks("card")] == ["City Library"]


def test_a_place_without_a_name_is_said_beside_it(page):
    page.press("add", place="", role="page")
    assert page.trouble["field"] == "place"


def test_undo_names_what_it_takes_back(page, wb):
    page.press("save", "", **FACTS)
    assert page.buttons("undo")[0]["label"] == "Undo “Noted who you are”"
    assert page.press("undo") == "Taken back: Noted who you are."
    assert ego.facts(wb.store)["name"] == ""
    assert not page.buttons("undo")
