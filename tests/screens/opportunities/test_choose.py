"""One plan of four, the others out of sight."""

import pytest

from olenb.core.plan_terms import PlanKind
from olenb.method.opportunities import plans
from olenb.screens import opportunities


@pytest.fixture
def page(wb, visit):
    return visit(opportunities.choose(wb))


def titles(page):
    return [card["title"] for card in page.blocks("card")]


def test_four_plans_are_offered_each_with_an_invented_example(page):
    assert titles(page) == [kind.label for kind in PlanKind]
    assert len(list(page.blocks("details"))) == 4


@pytest.mark.parametrize("kind", PlanKind)
def test_the_chosen_one_is_shown_and_the_others_step_back(page, wb, kind):
    assert page.press("begin", kind.value).endswith("Begun. The first question is below.")
    assert not wb.is_example
    assert titles(page) == [plans.current(wb.store).label]
    assert not page.buttons("begin")


def test_the_others_are_a_click_away_and_so_is_the_way_back(page):
    page.press("begin", "volunteer")
    page.press("browse")
    assert len(page.buttons("begin")) == 4
    page.press("back")
    assert not page.buttons("begin")


def test_an_earlier_plan_is_taken_up_again_where_it_was_left(page, wb):
    page.press("begin", "volunteer")
    wb.opportunities.answer(1, "place", place="Hearth Shelter")
    page.press("browse")
    page.press("begin", "article")
    wb.opportunities.put_away(1)
    page.press("browse")
    page.press("go_on", "1")
    assert titles(page) == ["Volunteering at Hearth Shelter"]
    assert plans.plan(wb.store, 1).row["put_away_on"] is None


def test_a_plan_can_be_kept_private_and_shown_again(page, wb):
    page.press("begin", "volunteer")
    page.press("private", private=True)
    assert wb.opportunities.plans["confidential"].tolist() == [True]
    page.press("private", private=False)
    assert wb.opportunities.plans["confidential"].tolist() == [False]


def test_beginning_a_plan_is_undone_where_it_was_begun(page, wb):
    page.press("begin", "volunteer")
    assert page.press("undo") == "Taken back: Began a plan."
    assert len(page.buttons("begin")) == 4
    assert wb.opportunities.plans.empty
