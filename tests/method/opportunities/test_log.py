"""The log of a day: moments at set times, in order, some of them between us."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.core.errors import NotAllowed, NotFound
from olenb.core.goal_terms import Energy
from olenb.method.discretion import Discretion
from olenb.method.opportunities import answers, frames, log, plans
from olenb.method.opportunities.clock import clock
from olenb.method.opportunities.spans import that_may_leave


@pytest.fixture
def day(store):
    number = answers.begin(store, "shadowing")
    answers.answer(store, number, "when", {"starts_on": "2026-11-12", "hours": "7"})
    return number


def test_moments_are_kept_on_the_plans_day_and_come_in_order(store, day):
    log.observe(store, day, "10:00", "phone")
    log.observe(store, day, "9", people="nurses", energy=1)
    found = log.moments(store, day)
    assert [m.at for m in found] == [datetime(2026, 11, 12, 9), datetime(2026, 11, 12, 10)]
    assert [m.energy for m in found] == [Energy.A_LITTLE_MORE, None]


@pytest.mark.parametrize("said", [{}, {"task": "  "}, {"tools": ""}])
def test_a_moment_without_a_word_is_not_one(store, day, said):
    with pytest.raises(NotAllowed, match="A moment needs a few words"):
        log.observe(store, day, "9:00", **said)
    assert log.moments(store, day) == []


@pytest.mark.parametrize(
    ("column", "value", "shows"),
    [
        ("time", "2 pm", ("at", datetime(2026, 11, 12, 14))),
        ("day", date(2026, 11, 13), ("at", datetime(2026, 11, 13, 9))),
        ("task", "counts", ("task", "counts")),
        ("people", "", ("people", "")),
        ("energy", "it drained me", ("energy", Energy.DRAINED)),
        ("energy", "", ("energy", None)),
        ("confidential", True, ("confidential", True)),
    ],
)
def test_each_cell_can_be_corrected(store, day, column, value, shows):
    moment = log.observe(store, day, "9:00", "reads", people="one")
    log.edit(store, moment, column, value)
    assert getattr(log.moments(store, day)[0], shows[0]) == shows[1]


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("time", "later", "a time such as 9:30"),
        ("day", None, "A moment needs its day"),
        ("energy", "fine", "one of the answers shown"),
        ("opportunity", 3, "can't be changed here"),
    ],
)
def test_a_cell_refuses_what_it_cannot_hold(store, day, column, value, words):
    moment = log.observe(store, day, "9:00", "reads")
    with pytest.raises(NotAllowed, match=words):
        log.edit(store, moment, column, value)


def test_what_is_between_us_is_left_out_for_others_and_so_is_a_private_plan(store, day):
    log.observe(store, day, "9:00", "reads")
    log.observe(store, day, "9:30", "Zzyzx", confidential=True)
    log.observe(store, day, "10:00", "counts")

    def told():
        to = Discretion(store, with_names=True)
        found = that_may_leave(store, plans.plan(store, day), to)
        return [(span.name, span.minutes) for span in found]

    assert [m.task for m in log.moments(store, day)] == ["reads", "Zzyzx", "counts"]
    assert told() == [("reads", 30), ("counts", 30)], "the gap is not filled in"
    answers.keep_private(store, day, True)
    assert told() == []


def test_a_moment_can_be_taken_away_and_brought_back(store, day):
    moment = log.observe(store, day, "9:00", "reads")
    log.remove(store, moment)
    with pytest.raises(NotFound, match="no longer in your notes"):
        log.remove(store, moment)
    store.undo()
    assert len(log.moments(store, day)) == 1


def test_the_next_time_is_now_on_the_day_and_a_half_hour_after_the_last_otherwise(store, day):
    one = plans.plan(store, day)
    assert log.next_time(store, one, datetime(2026, 11, 20, 18, 3)) == "09:00"
    assert log.next_time(store, one, datetime(2026, 11, 12, 10, 3)) == "10:03"
    log.observe(store, day, "23:45", "reads")
    assert log.next_time(store, one, datetime(2026, 11, 20, 18, 3)) == "00:15"


def test_the_log_is_a_table_too(store, day):
    log.observe(store, day, "9:30", "reads", energy=-1)
    df = frames.log_of(store, day)
    assert df.loc[0, ["day", "time", "task", "energy"]].tolist() == [
        *("2026-11-12", "09:30", "reads", -1),
    ]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9", "09:00"),
        ("09:30", "09:30"),
        ("9.30", "09:30"),
        ("9h30", "09:30"),
        ("9:30 AM", "09:30"),
        ("12 am", "00:00"),
        ("12:15 p.m.", "12:15"),
        ("11pm", "23:00"),
        ("23:59", "23:59"),
    ],
)
def test_a_time_is_read_as_people_write_it(text, time):
    assert clock(text) == time


@pytest.mark.parametrize("text", ["", "24:00", "9:60", "noon", "9:3", "-1", "Zzyzx", "1" * 300])
def test_what_is_no_time_is_refused_without_repeating_it(text):
    with pytest.raises(NotAllowed, match="a time such as 9:30") as caught:
        clock(text)
    assert "Zzyzx" not in str(caught.value)


@given(st.times())
def test_every_time_of_the_day_comes_back_as_it_is(time):
    assert clock(f"{time:%H:%M}") == f"{time:%H:%M}"
