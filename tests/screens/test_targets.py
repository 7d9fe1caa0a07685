"""The list of places and kinds of work."""

import pytest

from olenb.method import goals
from olenb.screens import curiosity, targets


@pytest.fixture
def page(wb, visit):
    return visit(targets(wb))


def fill(page, count):
    for number in range(count):
        page.press("add", words=f"Place {number}", kind="")


@pytest.mark.parametrize("kind", ["", "role", "industry", "region"])
def test_any_one_of_the_four_is_enough(page, wb, kind):
    assert page.press("add", words="Somewhere", kind=kind).endswith("On your list: 1 now.")
    assert list(wb.targets[kind or "organization"]) == ["Somewhere"]


def test_all_four_can_be_said_together(page):
    page.press(
        "add_all",
        organization="Mayo Clinic",
        role="lab manager",
        industry="",
        region="Minnesota",
    )
    assert [c["title"] for c in page.blocks("card")] == ["lab manager at Mayo Clinic in Minnesota"]


@pytest.mark.parametrize(("action", "field"), [("add", "words"), ("add_all", "organization")])
def test_an_empty_form_is_said_beside_its_first_field(page, wb, action, field):
    assert page.press(action)
    assert page.trouble["field"] == field
    assert wb.is_example


def test_the_same_one_twice_is_on_the_list_once(page):
    fill(page, 1)
    assert page.press("add", words="Place 0", kind="") == ("That one is on your list already.")
    assert len(list(page.blocks("card"))) == 1


def test_five_are_active_and_the_others_wait_one_click_away(page):
    fill(page, 7)
    assert [c["tag"] for c in page.blocks("card")] == ["active"] * 5 + ["waiting"] * 2
    assert "2 waiting" in page.text
    waiting = list(page.blocks("card"))[-1]["id"]
    assert "5 are active already" in page.press("activate", waiting)
    page.press("wait", next(page.blocks("card"))["id"])
    page.press("activate", waiting)
    assert [c["tag"] for c in page.blocks("card")].count("active") == 5


def test_one_can_be_taken_off_and_brought_back(page):
    fill(page, 2)
    page.press("remove", next(page.blocks("card"))["id"])
    assert len(list(page.blocks("card"))) == 1
    page.press("undo")
    assert len(list(page.blocks("card"))) == 2


def test_an_empty_list_says_what_to_do(page):
    fill(page, 1)
    page.press("undo")
    assert "One place or kind of work is enough" in page.text


def test_the_curiosity_is_offered_while_the_list_is_empty(page, wb, visit):
    visit(curiosity(wb)).press("save", words="wind energy")
    assert page.field("words")["value"] == "wind energy"
    page.press("add", words="wind energy", kind="industry")
    assert not page.field("words").get("value")
    assert goals.said(wb.store, "curiosity") == "wind energy"


def test_the_invented_list_can_be_seen_and_not_be_changed(page):
    assert not page.buttons("remove")
    assert not page.buttons("undo")
    assert "an example with invented people" in page.text
