"""The look-up card."""

import pytest

from olenb.core.store import today
from olenb.screens import look_up


@pytest.fixture
def page(wb, visit):
    return visit(look_up(wb))


def test_a_card_says_what_is_shared_and_where_it_was_found(page, wb):
    page.press(
        "save",
        name="Grace Vang",
        role="lab manager",
        organization="Mayo Clinic",
        shared="the choir",
        found_where="the alumni directory",
        found_on="2026-03-01",
        school="",
        class_year="2011",
        url="",
    )
    (row,) = wb.people.to_dict("records")
    assert (row["shared"], row["found_where"]) == ("the choir", "the alumni directory")
    assert (row["found_on"], row["class_year"]) == ("2026-03-01", 2011)


def test_somebody_who_was_looked_up_does_not_know_the_user_yet(page, wb):
    page.press("save", name="Grace Vang")
    assert not wb.people["knows_me"].any()


def test_today_is_proposed(page):
    assert page.field("found_on")["value"] == today()


def test_a_card_without_a_name_begins_nothing(page, wb):
    page.press("save", name="", role="lab manager", organization="Mayo Clinic")
    assert page.trouble["field"] == "name"
    assert wb.is_example
