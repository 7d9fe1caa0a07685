"""Days of a plan: written down, ticked, and those that follow from the plan itself."""

from datetime import date

import pytest

from olenb.core.errors import NotAllowed, NotFound
from olenb.method.opportunities import answers, looking_back, milestones

NOW = date(2027, 1, 1)


@pytest.fixture
def helping(store):
    number = answers.begin(store, "volunteer")
    answers.answer(store, number, "when", {"starts_on": "2027-01-11", "ends_on": "2027-03-05"})
    return number


def coming(store, now=NOW):
    return [(day.on.isoformat(), day.what) for day in milestones.upcoming(store, now)]


def test_days_come_in_order_the_plans_own_first_and_last_among_them(store, helping):
    milestones.add(store, helping, "first check-in", "2027-01-25")
    assert coming(store) == [
        ("2027-01-11", "It begins"),
        ("2027-01-25", "first check-in"),
        ("2027-03-05", "It ends"),
    ]


def test_what_was_written_down_stays_until_it_is_done_and_what_is_past_is_not_named(store, helping):
    check_in = milestones.add(store, helping, "first check-in", "2027-01-25")
    assert coming(store, date(2027, 2, 1))[0] == ("2027-01-25", "first check-in")
    milestones.done(store, check_in)
    milestones.done(store, check_in)
    assert coming(store, date(2027, 2, 1)) == [("2027-03-05", "It ends")]
    milestones.done(store, check_in, False)
    assert len(coming(store)) == 3
    milestones.remove(store, check_in)
    assert len(coming(store)) == 2


def test_a_plan_that_was_put_away_asks_for_nothing(store, helping):
    milestones.add(store, helping, "first check-in", "2027-01-25")
    answers.put_away(store, helping)
    assert coming(store) == []


@pytest.mark.parametrize(
    ("what", "day", "words"),
    [(" ", "2027-01-25", "what is to happen"), ("check-in", "soon", "Please choose a day")],
)
def test_a_day_needs_words_and_a_date(store, helping, what, day, words):
    with pytest.raises(NotAllowed, match=words):
        milestones.add(store, helping, what, day)


def test_a_day_that_is_gone_is_not_found(store):
    for act in (milestones.done, milestones.remove):
        with pytest.raises(NotFound, match="no longer in your plan"):
            act(store, 4)


def test_after_a_day_of_shadowing_thanks_are_due_until_they_were_said(store):
    day = answers.begin(store, "shadowing")
    answers.answer(store, day, "when", {"starts_on": "2026-12-28"})
    assert coming(store) == []
    answers.answer(store, day, "host", {"contact": "Imani Quispe"})
    assert coming(store, date(2026, 12, 27)) == [("2026-12-28", "It begins")]
    assert coming(store) == [("2026-12-30", "Thank the person you shadowed")]
    looking_back.thank(store, day, on="2026-12-20")
    assert len(coming(store)) == 1, "thanks from before the day don't count"
    looking_back.thank(store, day, on="2026-12-29")
    assert coming(store) == []


def test_a_piece_is_due_and_does_not_end(store):
    piece = answers.begin(store, "article")
    answers.answer(store, piece, "size", {"ends_on": "2027-02-01"})
    assert coming(store) == [("2027-02-01", "The piece is due")]
