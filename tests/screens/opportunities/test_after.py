"""Days, what a plan brings, looking back."""

import pytest

from olenb.contacts import people
from olenb.core.store import today
from olenb.method import goals
from olenb.screens import opportunities


@pytest.fixture
def plan(wb):
    number = wb.opportunities.begin("volunteer")
    wb.opportunities.answer(number, "place", place="Hearth Shelter")
    return number


@pytest.mark.parametrize("form", ["days", "brings", "look_back"])
def test_without_a_plan_each_says_what_to_do_first(wb, visit, form):
    wb.add_target("Mayo Clinic")
    page = visit(getattr(opportunities, form)(wb))
    assert "First choose one of the four plans" in page.text
    assert not page.buttons()


@pytest.mark.parametrize("form", ["days", "brings", "look_back"])
def test_the_invented_plan_can_be_read_and_not_changed(wb, visit, form):
    page = visit(getattr(opportunities, form)(wb))
    assert page.text
    assert not page.buttons()


def test_a_day_is_written_down_done_and_taken_away(wb, visit, plan):
    wb.opportunities.answer(plan, "checkins", checkins="every second Monday")
    page = visit(opportunities.days(wb))
    assert "You agreed on this: every second Monday" in page.text
    assert page.press("add", what="", due_on="2027-01-25")
    assert page.trouble["field"] == "what"
    assert page.press("add", what="first check-in", due_on="")
    assert page.trouble["field"] == "due_on"
    page.press("add", what="first check-in", due_on="2099-01-25")
    assert "January 25, 2099" in page.text
    page.press("done", "1")
    assert "Done: 1" in page.text
    page.press("undone", "1")
    page.press("remove", "1")
    assert wb.opportunities.days(plan).empty
    page.press("undo")
    assert len(wb.opportunities.days(plan)) == 1


def test_somebody_who_was_met_is_among_my_people(wb, visit, plan):
    page = visit(opportunities.brings(wb))
    assert "A first name is enough" in page.press("meet", name="", role="")
    assert page.press("meet", name="Selam Appiah", role="coordinator").startswith("Selam Appiah")
    row = wb.people.set_index("name").loc["Selam Appiah"]
    assert (row["organization"], row["role"]) == ("Hearth Shelter", "coordinator")
    assert row["knows_me"]
    page.press("unmeet", "1")
    assert "Selam Appiah" in wb.people["name"].tolist()
    assert wb.opportunities.people(plan).empty


def test_two_people_of_one_name_are_asked_about_beside_the_name(wb, visit, plan):
    with wb.writing() as store:
        people.add(store, "Ana Ruiz")
        people.add(store, "Ana Ruiz")
    page = visit(opportunities.brings(wb))
    assert "2 people in your workbook" in page.press("meet", name="Ana Ruiz", role="")
    assert page.trouble["field"] == "name"


def test_a_skill_that_was_seen_shows_as_being_seen(wb, visit, plan):
    page = visit(opportunities.brings(wb))
    assert page.press("use", skill="")
    assert page.trouble["field"] == "skill"
    page.press("use", skill="plain figures", evidence="the page", seen_by="The board")
    assert "The board saw: plain figures" in page.text
    page.press("forget", "1")
    assert wb.opportunities.skills(plan).empty


def test_looking_back_keeps_the_words_and_changes_the_goal_with_its_reason(wb, visit, plan):
    with wb.writing() as store:
        goals.say_curiosity(store, "shelters")
    page = visit(opportunities.look_back(wb))
    assert page.press("note", learned="", surprised="")
    page.press("note", learned="small is enough", surprised="")
    assert "Choose one of the three" in page.press("decide", decision="")
    said = {"because": "they use it", "curiosity": "figures", "hunch": "Boards read one page"}
    page.press("decide", decision="keep", **said)
    row = wb.store.rows("SELECT * FROM goal ORDER BY id DESC")[0]
    assert (row["value"], row["because"], row["opportunity"]) == ("figures", "they use it", plan)
    assert wb.goals.hypotheses["claim"].tolist() == ["Boards read one page"]
    assert wb.opportunities.plans["decision"].tolist() == ["keep"]
    assert "Until today: figures" in page.text


def test_thanks_are_noted_once_and_then_stand_there(wb, visit, plan):
    page = visit(opportunities.look_back(wb))
    assert not page.buttons("thanked")
    wb.opportunities.answer(plan, "contact", contact="Selam Appiah")
    page.form.refresh()
    assert page.press("thanked") == "Noted: you said thanks."
    assert "You thanked Selam Appiah." in page.text
    assert not page.buttons("thanked")
    touch = wb.store.one("SELECT kind, happened_on FROM touch")
    assert tuple(touch) == ("thanked", today())
