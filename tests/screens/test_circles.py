"""Circle by circle."""

import pytest

from olenb.core.terms import Circle
from olenb.screens import circles


@pytest.fixture
def page(wb, visit):
    return visit(circles(wb))


def test_one_question_is_shown_at_a_time(page):
    (card,) = page.blocks("card")
    assert card["title"] == Circle.FAMILY.label
    assert card["lines"] == [Circle.FAMILY.prompt]


def test_who_is_added_belongs_to_the_circle_that_asks(page, wb):
    page.press("next")
    page.press("add", name="Bo", organization="Lakeview Labs")
    (row,) = wb.people.to_dict("records")
    assert (row["circle"], row["organization"]) == ("friend", "Lakeview Labs")
    assert "Here already: Bo." in page.text


def test_many_names_are_shortened(page):
    for number in range(8):
        page.press("add", name=f"Cousin {number}")
    assert "Cousin 5, and 2 more." in page.text


def test_every_question_can_be_skipped_and_none_counts_what_is_missing(page, wb):
    for circle in Circle:
        assert circle.prompt in page.text
        assert "Here already" not in page.text
        page.press("next")
    assert "nobody has to" in page.text
    assert wb.is_example
    page.press("again")
    assert Circle.FAMILY.prompt in page.text


def test_back_goes_to_the_question_before(page):
    assert not page.buttons("back")
    page.press("next")
    page.press("back")
    assert Circle.FAMILY.prompt in page.text


def test_a_name_that_was_typed_is_not_lost_by_going_on(page, wb):
    page.press("next", name="Ana")
    assert list(wb.people["circle"]) == ["family"]
    assert Circle.FRIEND.prompt in page.text
