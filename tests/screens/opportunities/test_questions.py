"""One question at a time, skippable, each answer kept, each with an example."""

import pytest

from olenb.contacts import people
from olenb.method.opportunities import plans
from olenb.screens import opportunities


@pytest.fixture
def page(wb, visit):
    wb.opportunities.begin("volunteer")
    return visit(opportunities.questions(wb))


def asked(page):
    return next(page.blocks("card"))["title"]


def test_without_a_plan_it_says_what_to_do_first(wb, visit):
    wb.add_target("Mayo Clinic")
    assert "First choose one of the four plans" in visit(opportunities.questions(wb)).text


def test_before_anything_is_mine_an_invented_plan_can_be_read_and_not_changed(wb, visit):
    page = visit(opportunities.questions(wb))
    assert "An invented plan: Shadowing at" in page.text
    assert not page.buttons()


def test_one_question_is_asked_with_its_example_and_the_next_one_follows(page, wb):
    assert asked(page) == "The place"
    assert "Hearthbridge Shelter" in page.text
    assert page.press("save", "place", place="Hearth Shelter") == "Saved."
    assert asked(page) == "Aim and skill"
    assert plans.current(wb.store).text("place") == "Hearth Shelter"


def test_an_empty_answer_is_said_beside_its_field_and_can_be_passed_over(page, wb):
    assert "A few words are enough" in page.press("save", "place", place="")
    assert page.trouble["field"] == "place"
    page.press("pass_over", "place")
    assert asked(page) == "Aim and skill"
    assert "Passed over, for later if you like" in page.text


def test_an_answer_can_be_changed_and_a_passed_one_answered_later(page, wb):
    page.press("save", "place", place="Hearth Shelter")
    page.press("pass_over", "aim")
    page.press("change", "aim")
    assert asked(page) == "Aim and skill"
    page.press("save", "aim", aim="figures")
    page.press("change", "place")
    assert page.field("place")["value"] == "Hearth Shelter"
    page.press("leave")
    assert asked(page) == "Their need"
    assert plans.current(wb.store).text("aim") == "figures"


def test_a_wrong_number_is_said_beside_its_own_field_and_nothing_is_saved(page, wb):
    page.press("change", "place") if page.buttons("change") else None
    for step in ("place", "aim", "need", "inside", "outside", "deliverable", "seen"):
        page.press("pass_over", step)
    said = {"hours": "many", "starts_on": "2027-01-11", "ends_on": ""}
    assert "whole number from 1 to 40" in page.press("save", "when", **said)
    assert page.trouble["field"] == "hours"
    assert plans.current(wb.store).text("starts_on") == ""


def test_two_people_of_one_name_are_asked_about_beside_the_name(page, wb):
    for step in [s.name for s in plans.current(wb.store).steps][:8]:
        page.press("pass_over", step)
    with wb.writing() as store:
        people.add(store, "Ana Ruiz")
        people.add(store, "Ana Ruiz")
    assert "2 people in your workbook have that name" in page.press(
        "save", "contact", contact="Ana Ruiz"
    )
    assert page.trouble["field"] == "contact"


def test_people_at_the_place_are_offered(page, wb):
    with wb.writing() as store:
        people.add(store, "Selam Appiah", organization="Hearth Shelter")
        people.add(store, "Somebody Else")
    page.press("save", "place", place="Hearth Shelter")
    for step in [s.name for s in plans.current(wb.store).steps][1:8]:
        page.press("pass_over", step)
    assert page.field("contact")["options"] == [["Selam Appiah", "Selam Appiah"]]


def test_at_the_end_the_side_that_was_not_said_is_gently_asked_for(page, wb):
    for step in plans.current(wb.store).steps:
        if step.name == "aim":
            page.press("save", "aim", aim="figures")
        else:
            page.press("pass_over", step.name)
    assert "That was the last question" in page.text
    assert "Who will see what you did?" in page.text
    page.press("change", "seen")
    page.press("save", "seen", seen="the board")
    assert "Your plan says which skill" not in page.text


def test_shadowing_says_in_which_phase_a_question_is(wb, visit):
    wb.opportunities.begin("shadowing")
    page = visit(opportunities.questions(wb))
    assert "phase 1 of 5: aim" in page.text
    for step in ("aim", "watch"):
        page.press("pass_over", step)
    page.press("save", "where", at_work="1")
    assert "phase 2 of 5: find and ask" in page.text
    assert "tell your own boss first" in page.text


def test_an_answer_is_undone_where_it_was_given(page, wb):
    page.press("save", "place", place="Hearth Shelter")
    page.press("undo")
    assert asked(page) == "The place"
    assert plans.current(wb.store).said == {}
