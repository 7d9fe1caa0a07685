"""The law of the run sheet, for any questions at any moment."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.core.terms import Part
from olenb.method import runsheet
from olenb.method.runsheet import Clock, Item, Phase

CLOCK = Clock(15, 5)
CLOCKS = st.builds(Clock, st.integers(2, 28), st.integers(2, 8))


@st.composite
def sheets(draw: st.DrawFn) -> list[Item]:
    """Return questions as the workbook keeps them: a must-ask is never in reserve."""
    ids = draw(st.lists(st.integers(1, 40), max_size=9, unique=True))
    return [
        Item(
            id=number,
            position=draw(st.integers(1, 9)),
            minutes=draw(st.integers(1, 15)),
            must=(kind := draw(st.sampled_from(("must", "reserve", "")))) == "must",
            reserve=kind == "reserve",
            part=draw(st.sampled_from(Part)),
        )
        for number in ids
    ]


def running(sheet: list[Item], clock: Clock, share: float) -> tuple[set[int], float]:
    """Return what was asked already and since when the current question runs."""
    order = [item.id for item in runsheet.ordered(sheet)]
    return set(order[: int(share * len(order))]), share * clock.questions * 60


@given(sheets(), CLOCKS, st.floats(0, 3000), st.floats(0, 1), st.booleans())
def test_every_open_question_is_in_one_place_in_the_order_of_asking(
    sheet: list[Item], clock: Clock, seconds: float, share: float, extended: bool
) -> None:
    asked, since = running(sheet, clock, share)
    now = runsheet.at(sheet, clock, seconds, asked=asked, since=since, extended=extended)
    places = [*([now.current] if now.current else []), *now.next, *now.dropped]
    assert places == [item for item in runsheet.ordered(sheet) if item.id not in asked]


@given(sheets(), st.randoms())
def test_the_order_of_the_input_never_matters(sheet: list[Item], random: object) -> None:
    shuffled = sheet[:]
    random.shuffle(shuffled)
    assert runsheet.ordered(shuffled) == runsheet.ordered(sheet)
    assert runsheet.closing(shuffled) == runsheet.closing(sheet)


@given(sheets())
def test_their_path_comes_first_then_the_must_asks_and_the_reserve_last(sheet: list[Item]) -> None:
    order = runsheet.ordered(sheet)
    openings = [i for i in order if i.part == Part.OPENING and not i.reserve]
    rest = list(order)
    if openings:
        assert rest.pop(0) == min(openings, key=lambda i: (i.position, i.id))
    marks = [(item.reserve, not item.must) for item in rest]
    assert marks == sorted(marks)


@given(sheets(), CLOCKS)
def test_asking_whom_else_to_talk_to_is_never_among_the_first_minutes(
    sheet: list[Item], clock: Clock
) -> None:
    sheet_now = runsheet.plan(sheet, clock)
    early = [sheet_now.current, *sheet_now.next, *sheet_now.dropped]
    assert all(item.part != Part.CLOSING for item in early if item)
    assert {i.id for i in sheet} == {i.id for i in early if i} | {
        i.id for i in runsheet.closing(sheet)
    }


@given(sheets(), CLOCKS, st.floats(0, 1), st.floats(0, 1))
def test_what_is_kept_fits_into_what_is_left(
    sheet: list[Item], clock: Clock, share: float, later: float
) -> None:
    asked, since = running(sheet, clock, share)
    seconds = since + later * (clock.questions * 60 - since)
    now = runsheet.at(sheet, clock, seconds, asked=asked, since=since)
    if now.next:
        still = max(0, now.current.minutes * 60 - (seconds - since))
        assert still + sum(item.minutes * 60 for item in now.next) <= now.left + 1e-6


@given(sheets(), CLOCKS, st.floats(0, 1))
def test_the_first_one_dropped_would_not_have_fitted(
    sheet: list[Item], clock: Clock, share: float
) -> None:
    asked, since = running(sheet, clock, share)
    now = runsheet.at(sheet, clock, since, asked=asked, since=since)
    if now.current and now.dropped:
        needed = sum(i.minutes for i in (now.current, *now.next, now.dropped[0])) * 60
        assert needed > now.left


@given(sheets(), CLOCKS, st.floats(0, 1), st.floats(0, 2000), st.floats(0, 2000))
def test_while_one_question_runs_on_nothing_comes_back(
    sheet: list[Item], clock: Clock, share: float, one: float, other: float
) -> None:
    asked, since = running(sheet, clock, share)
    early, late = (since + wait for wait in sorted((one, other)))
    before = runsheet.at(sheet, clock, early, asked=asked, since=since)
    after = runsheet.at(sheet, clock, late, asked=asked, since=since)
    assert set(after.next) <= set(before.next)
    assert set(before.dropped) <= set(after.dropped)


@given(sheets(), CLOCKS, st.floats(0, 1), st.floats(0, 2000))
def test_a_must_ask_never_goes_while_a_less_essential_one_stays(
    sheet: list[Item], clock: Clock, share: float, seconds: float
) -> None:
    asked, since = running(sheet, clock, share)
    now = runsheet.at(sheet, clock, seconds, asked=asked, since=since)
    if any(item.must for item in now.dropped):
        assert all(item.must for item in now.next)


@given(sheets(), CLOCKS, st.floats(0, 4000), st.booleans())
def test_the_phases_follow_the_clock_and_more_time_exists_only_if_offered(
    sheet: list[Item], clock: Clock, seconds: float, extended: bool
) -> None:
    now = runsheet.at(sheet, clock, seconds, extended=extended)
    if seconds < clock.questions * 60:
        assert now.phase == Phase.QUESTIONS
        assert now.left == pytest.approx(clock.questions * 60 - seconds)
    elif extended:
        assert now.phase == Phase.EXTENDED
        assert not now.dropped
    else:
        assert now.phase == (Phase.CLOSING if seconds < clock.whole * 60 else Phase.OVER)
        assert now.current is None
        assert not now.next


def test_five_usual_questions_fill_fifteen_minutes_to_the_second() -> None:
    sheet = runsheet.plan([Item(n, n) for n in range(1, 6)], CLOCK)
    assert len(sheet.next) == 4
    assert not sheet.dropped


def test_a_question_that_runs_over_pushes_out_the_least_essential_one() -> None:
    items = [Item(1, 1, 4, part=Part.OPENING), Item(2, 2, must=True), Item(3, 3), Item(4, 4, 5)]
    within = runsheet.at(items, CLOCK, 4 * 60)
    assert [item.id for item in within.next] == [2, 3, 4]
    over = runsheet.at(items, CLOCK, 4 * 60 + 1)
    assert [item.id for item in over.dropped] == [4]
    much = runsheet.at(items, CLOCK, 11 * 60)
    assert [item.id for item in much.next] == [2]


def test_time_saved_brings_a_question_back() -> None:
    items = [Item(1, 1, 8), Item(2, 2, 7), Item(3, 3, 4, reserve=True)]
    assert [i.id for i in runsheet.plan(items, CLOCK).dropped] == [3]
    early = runsheet.at(items, CLOCK, 120, asked={1}, since=120)
    assert [i.id for i in early.next] == [3]


def test_in_the_last_minute_before_closing_no_new_question_begins() -> None:
    items = [Item(1, 1), Item(2, 2)]
    at = 14 * 60 + 1
    assert runsheet.at(items, CLOCK, at, asked={1}, since=at).current is None
    assert runsheet.at(items, CLOCK, at, asked={1}, since=at - 60).current == items[1]


def test_an_empty_sheet_and_a_clock_before_its_beginning_are_no_trouble() -> None:
    now = runsheet.at([], CLOCK, -5)
    assert (now.phase, now.left, now.current) == (Phase.QUESTIONS, 900, None)


def test_two_questions_on_one_place_stand_by_their_numbers() -> None:
    pair = [Item(2, 1), Item(1, 1)]
    assert [i.id for i in runsheet.ordered(pair)] == [1, 2]
    late = [replace(item, part=Part.CLOSING) for item in pair]
    assert [i.id for i in runsheet.closing(late)] == [1, 2]
