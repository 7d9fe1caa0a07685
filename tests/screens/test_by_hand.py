"""The first people."""

import pytest

from olenb.screens import five_people

FIVE = ["Ana Ruiz", "Bo", "Chidi", "Dr. Øst, PhD", '=1+1 <img onerror="x">']


@pytest.fixture
def page(wb, visit):
    return visit(five_people(wb))


def test_a_name_alone_is_enough(page, wb):
    heard = page.press("add", name="Ana Ruiz")
    assert heard.endswith("Ana Ruiz is in. That makes 1.")
    assert list(wb.people["name"]) == ["Ana Ruiz"]


def test_free_words_find_the_circle(page, wb):
    page.press("add", name="Ana", relation="my cousin", organization="Mayo Clinic")
    (row,) = wb.people.to_dict("records")
    assert (row["circle"], row["relation"]) == ("family", "my cousin")
    assert row["organization"] == "Mayo Clinic"
    assert page.field("organization")["options"] == ["Mayo Clinic"]


def test_after_five_it_says_that_it_is_enough(page):
    for name in FIVE[:4]:
        page.press("add", name=name)
    assert "enough to go on" not in page.text
    page.press("add", name=FIVE[4])
    assert "5 people: that's enough to go on." in page.text


def test_names_are_kept_letter_by_letter(page, wb):
    for name in FIVE:
        page.press("add", name=name)
    assert list(wb.people["name"]) == FIVE
    (table,) = page.blocks("tableblock")
    assert [row[0] for row in table["rows"]] == FIVE[::-1]


def test_no_name_is_said_beside_the_field_and_begins_nothing(page, wb):
    assert "A first name is enough" in page.press("add", name="", relation="cousin")
    assert page.trouble["field"] == "name"
    assert wb.is_example


def test_the_last_one_can_be_taken_back(page, wb):
    page.press("add", name="Ana")
    page.press("add", name="Bo")
    assert page.press("undo") == "Taken back: Added a person."
    assert list(wb.people["name"]) == ["Ana"]


def test_invented_people_are_not_listed_as_added(page):
    assert not list(page.blocks("tableblock"))
    assert not page.field("organization").get("options")
