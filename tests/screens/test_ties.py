"""A little more about a few."""

import pytest

from olenb.contacts import people
from olenb.screens import ties


@pytest.fixture
def page(wb, visit):
    wb.add("Ana Ruiz, Mayo Clinic, cousin")
    wb.add_target("Mayo Clinic")
    return visit(ties(wb))


def ask(page):
    (card,) = page.blocks("card")
    return card["title"], card["id"].split()[1]


def answer(page, **values):
    (card,) = page.blocks("card")
    return page.press("save", card["id"], **values)


def test_a_question_says_whom_it_is_about_and_why_they_matter(page):
    assert ask(page) == ("Ana Ruiz", "willingness")
    assert "Would Ana give you 20 minutes?" in page.text
    assert "Because of Mayo Clinic." in page.text


def test_whoever_the_way_goes_through_comes_before_those_to_ask_around(wb, visit):
    wb.add_people(["Bo, , my brother", "Ana Ruiz, Mayo Clinic, coworker"])
    wb.add_target("Mayo Clinic")
    page = visit(ties(wb))
    assert ask(page)[0] == "Ana Ruiz"
    page.press("enough", next(page.blocks("card"))["id"])
    assert ask(page)[0] == "Bo"
    page.press("enough", next(page.blocks("card"))["id"])
    assert "That was all for now" in page.text


def test_somebody_who_was_only_looked_up_is_not_asked_about(wb, visit):
    with wb.writing() as store:
        people.look_up(store, "Grace Vang", "the alumni directory", organization="Lakeview Labs")
    wb.add_target("Mayo Clinic")
    assert "Nobody to ask about yet" in visit(ties(wb)).text


def test_one_question_follows_the_other_and_each_is_kept(page, wb):
    answer(page, willingness="likely")
    assert len(page.field("closeness")["options"]) == 5
    answer(page, closeness="4")
    answer(page, last_exchange="2024-05")
    answer(page, setting="summer camp")
    answer(page, can_hire="no", knows_field="yes", is_connected="unknown")
    row = wb.people.iloc[0]
    assert (row["willingness"], row["closeness"], row["last_exchange"]) == ("likely", 4, "2024-05")
    assert row["setting"] == "summer camp"
    assert (row["can_hire"], row["knows_field"], row["is_connected"]) == ("no", "yes", "unknown")
    assert "That was all for now" in page.text


def test_a_date_that_is_none_is_said_and_asked_again(page):
    answer(page, willingness="sure")
    answer(page, closeness="2")
    assert "a month (2027-05) or a year is fine" in answer(page, last_exchange="last summer")
    assert ask(page) == ("Ana Ruiz", "last_exchange")


def test_every_question_can_be_skipped_and_seen_again(page, wb):
    for _ in range(5):
        page.press("skip", next(page.blocks("card"))["id"])
    assert "That was all for now" in page.text
    page.press("again")
    assert ask(page) == ("Ana Ruiz", "willingness")
    assert wb.people.iloc[0]["willingness"] == ""


def test_an_empty_answer_is_a_skip(page):
    answer(page, willingness="")
    assert ask(page) == ("Ana Ruiz", "closeness")


def test_one_person_can_be_left_out_at_once(page):
    page.press("enough", next(page.blocks("card"))["id"])
    assert "That was all for now" in page.text


def test_rather_not_asking_is_respected(page, wb):
    answer(page, willingness="rather not ask")
    assert wb.people.iloc[0]["willingness"] == "rather not ask"


def test_without_a_list_nobody_is_asked_about(wb, visit):
    assert "Nobody to ask about yet" in visit(ties(wb)).text
    wb.add("Ana Ruiz, Mayo Clinic, cousin")
    assert "Nobody to ask about yet" in visit(ties(wb)).text
