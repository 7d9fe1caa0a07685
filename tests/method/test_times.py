"""Two clocks show one moment, at a decent hour for both, whatever clocks do in spring and fall."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olenb.core import rules
from olenb.core.errors import NotAllowed
from olenb.method import times, zones

CHICAGO, NEW_YORK = "America/Chicago", "America/New_York"
ZONES = sorted(
    name for name in available_timezones() if "/" in name and not name.startswith(("Etc", "posix"))
)
zone_names = st.one_of(
    st.sampled_from(ZONES),
    st.sampled_from([CHICAGO, NEW_YORK, "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe"]),
)
days = st.dates(date(2025, 1, 1), date(2029, 12, 31))


@given(zone_names, zone_names, days)
@settings(max_examples=150, deadline=None)
def test_every_proposal_is_decent_there_on_a_working_day_for_both(
    mine: str, theirs: str, first: date
) -> None:
    proposals = times.propose(mine, theirs, first)
    starts = [slot.start for slot in proposals]
    assert starts == sorted(starts)
    assert len(proposals) <= times.COUNT
    for slot in proposals:
        here, there = (slot.start.astimezone(ZoneInfo(zone)) for zone in (mine, theirs))
        ends = (slot.start.astimezone(UTC) + timedelta(minutes=20)).astimezone(ZoneInfo(theirs))
        assert time(8) <= there.time() < ends.time() <= time(19)
        assert 7 <= here.hour < 22
        assert max(here.weekday(), there.weekday()) < 5
        assert here.date() >= first
        assert datetime.fromisoformat(slot.starts_at) == slot.start
    assert len({slot.start.astimezone(ZoneInfo(theirs)).date() for slot in proposals}) == len(
        starts
    )


@given(zone_names, zone_names, days, st.times())
@settings(max_examples=150, deadline=None)
def test_a_time_is_read_back_as_it_was_said_or_does_not_come(
    mine: str, theirs: str, day: date, clock: time
) -> None:
    try:
        moment = times.at(day, clock, mine)
    except NotAllowed:
        shown = datetime.combine(day, clock, ZoneInfo(mine))
        assert shown.astimezone(UTC).astimezone(ZoneInfo(mine)).time() != clock
        return
    assert moment.astimezone(UTC).astimezone(ZoneInfo(mine)).time() == clock
    words = times.both(moment, (mine, "your time"), (theirs, "theirs"))
    assert words.startswith(f"{times.day_words(day)}, {times.clock_words(clock)} your time")
    there = moment.astimezone(ZoneInfo(theirs))
    assert f"{times.clock_words(there)} theirs ({zones.label(theirs)})" in words
    assert (times.day_words(there.date()) in words.partition("·")[2]) == (there.date() != day)


@given(zone_names, days, st.times())
def test_an_hour_that_comes_twice_is_taken_the_first_time(
    zone: str, day: date, clock: time
) -> None:
    first, second = (
        datetime.combine(day, clock.replace(fold=fold), ZoneInfo(zone)).astimezone(UTC)
        for fold in (0, 1)
    )
    if first < second:
        assert times.at(day, clock, zone).astimezone(UTC) == first


@pytest.mark.parametrize(
    ("day", "words"),
    [
        # Europe puts its clocks back a week before the United States do, and forth two weeks later.
        (date(2026, 10, 23), "Fri 23 Oct, 9:00 am your time (Chicago) · 3:00 pm theirs (London)"),
        (date(2026, 10, 28), "Wed 28 Oct, 9:00 am your time (Chicago) · 2:00 pm theirs (London)"),
        (date(2026, 11, 3), "Tue 3 Nov, 9:00 am your time (Chicago) · 3:00 pm theirs (London)"),
        (date(2027, 3, 12), "Fri 12 Mar, 9:00 am your time (Chicago) · 3:00 pm theirs (London)"),
        (date(2027, 3, 17), "Wed 17 Mar, 9:00 am your time (Chicago) · 2:00 pm theirs (London)"),
        (date(2027, 3, 30), "Tue 30 Mar, 9:00 am your time (Chicago) · 3:00 pm theirs (London)"),
    ],
)
def test_words_follow_the_clocks_across_the_weeks_in_which_they_are_moved(
    day: date, words: str
) -> None:
    slot = times.Slot(times.at(day, time(9), CHICAGO), CHICAGO, "Europe/London")
    assert slot.words == words


def test_what_is_written_to_them_begins_with_their_clock() -> None:
    slot = times.Slot(times.at(date(2026, 11, 3), time(15), CHICAGO), CHICAGO, NEW_YORK)
    assert slot.words == "Tue 3 Nov, 3:00 pm your time (Chicago) · 4:00 pm theirs (New York)"
    assert slot.words_for_them == "Tue 3 Nov, 4:00 pm your time (New York) · 3:00 pm mine (Chicago)"


def test_a_time_that_the_clocks_skip_is_refused_in_words() -> None:
    with pytest.raises(NotAllowed, match="Clocks are put forward"):
        times.at(date(2027, 3, 14), time(2, 30), CHICAGO)


def test_three_days_and_three_times_of_day_are_proposed() -> None:
    words = [slot.words for slot in times.propose(CHICAGO, NEW_YORK, date(2026, 10, 30))]
    assert words == [
        "Fri 30 Oct, 9:00 am your time (Chicago) · 10:00 am theirs (New York)",
        "Mon 2 Nov, 1:00 pm your time (Chicago) · 2:00 pm theirs (New York)",
        "Tue 3 Nov, 3:00 pm your time (Chicago) · 4:00 pm theirs (New York)",
    ]


def test_a_holiday_is_skipped() -> None:
    thanksgiving = date(2026, 11, 26)
    (slot,) = times.propose(
        CHICAGO, NEW_YORK, thanksgiving, count=1, skipped=lambda day: day == thanksgiving
    )
    assert slot.words.startswith("Fri 27 Nov")


def test_the_decent_hours_are_the_schools_own_where_it_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(rules._IN_FORCE, rules.NOT_BEFORE.key, 12)
    (slot,) = times.propose(CHICAGO, CHICAGO, date(2026, 11, 3), count=1)
    assert slot.start.hour == 12


def test_two_places_that_share_no_decent_hour_get_no_proposal() -> None:
    # 8 to 19 o'clock in Apia is 13 to 24 o'clock in Chicago and beyond; some of it fits.
    assert times.propose(CHICAGO, "Pacific/Apia", date(2026, 11, 3))
    assert times.propose(CHICAGO, NEW_YORK, date(2026, 11, 3), minutes=12 * 60) == []
