"""Deadlines keep their laws in every zone, across clock changes, weekends and holidays (N5)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olenb.core import rules
from olenb.method import deadlines
from olenb.method.business_days import BusinessDays

CHICAGO, OSLO = ZoneInfo("America/Chicago"), ZoneInfo("Europe/Oslo")
ZONES = st.sampled_from(
    [
        *("America/Chicago", "America/New_York", "America/Phoenix", "Europe/Oslo", "UTC"),
        *("Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"),
        *("Africa/Casablanca", "America/St_Johns", "Pacific/Kiritimati", "Asia/Tehran"),
    ]
).map(ZoneInfo)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
MOMENTS = st.builds(
    lambda at, zone: at.replace(tzinfo=UTC).astimezone(zone),
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31)),
    ZONES,
)
COUNTRIES = st.sampled_from(["US", "NO", "GB", "IN", "JP", "BR", "DE", "", "XX"])


def real_hours(start: datetime, end: datetime) -> float:
    return (end.astimezone(UTC) - start.astimezone(UTC)).total_seconds() / 3600


@given(MOMENTS, ZONES)
def test_the_thank_you_is_due_48_real_hours_after_the_end_wherever_one_is(
    end: datetime, zone: ZoneInfo
) -> None:
    deadline = deadlines.thank_you(end, zone)
    assert real_hours(end, deadline.due_at) == 48
    assert deadline.remind_at is not None
    assert real_hours(end, deadline.remind_at) == 24
    assert deadline.due_at.tzinfo is zone


@given(MOMENTS, MOMENTS, ZONES)
def test_who_talked_later_thanks_later(one: datetime, other: datetime, zone: ZoneInfo) -> None:
    first, second = sorted((one, other), key=lambda at: at.astimezone(UTC))
    due = [deadlines.thank_you(end, zone).due_at.astimezone(UTC) for end in (first, second)]
    assert due == sorted(due)


@given(MOMENTS, ZONES, ZONES)
def test_the_moment_is_the_same_in_every_zone(end: datetime, one: ZoneInfo, two: ZoneInfo) -> None:
    here, there = deadlines.thank_you(end, one), deadlines.thank_you(end, two)
    assert here.due_at.astimezone(UTC) == there.due_at.astimezone(UTC)


@given(MOMENTS, ZONES)
def test_a_confirmation_opens_48_and_closes_24_real_hours_before(
    start: datetime, zone: ZoneInfo
) -> None:
    deadline = deadlines.confirmation(start, zone)
    assert deadline.remind_at is not None
    assert real_hours(deadline.remind_at, start) == 48
    assert real_hours(deadline.due_at, start) == 24


@pytest.mark.parametrize(
    ("end", "due"),
    [
        ("2026-10-31T12:00:00-05:00", "2026-11-02T11:00:00-06:00"),  # an hour twice
        ("2026-03-07T12:00:00-06:00", "2026-03-09T13:00:00-05:00"),  # an hour missing
        ("2026-11-01T01:30:00-05:00", "2026-11-03T00:30:00-06:00"),  # the first 1:30
        ("2026-11-01T01:30:00-06:00", "2026-11-03T01:30:00-06:00"),  # the second
    ],
)
def test_48_hours_stay_48_where_the_clocks_change(end: str, due: str) -> None:
    found = deadlines.thank_you(datetime.fromisoformat(end), CHICAGO).due_at
    assert found.isoformat() == due


# The library reads a country's holidays when it is first asked: no test here is timed.
@settings(deadline=None)
@given(DAYS, st.integers(1, 12), COUNTRIES)
def test_a_business_day_is_never_a_weekend_or_a_holiday(
    day: date, count: int, country: str
) -> None:
    days = BusinessDays(country)
    found = days.after(day, count)
    assert found > day
    assert found.weekday() < 5
    if country in ("", "XX"):
        assert not days.knows_holidays
    else:
        assert found not in holidays.country_holidays(country, years=found.year)


@settings(deadline=None)
@given(DAYS, st.integers(1, 12), COUNTRIES)
def test_exactly_so_many_business_days_lie_between(day: date, count: int, country: str) -> None:
    days = BusinessDays(country)
    found = days.after(day, count)
    between = [day + timedelta(days=n) for n in range(1, (found - day).days + 1)]
    assert sum(map(days.is_one, between)) == count


@settings(deadline=None)
@given(DAYS, DAYS, COUNTRIES, ZONES)
def test_business_day_deadlines_keep_the_order_of_what_happened(
    one: date, other: date, country: str, zone: ZoneInfo
) -> None:
    first, second, days = min(one, other), max(one, other), BusinessDays(country)
    for rule in (deadlines.referral, deadlines.nudge):
        assert rule(first, zone, days).due_at <= rule(second, zone, days).due_at
    assert deadlines.outcome(first, zone).due_at <= deadlines.outcome(second, zone).due_at
    assert (
        deadlines.keep_in_touch(first, zone).due_at <= deadlines.keep_in_touch(second, zone).due_at
    )


@settings(deadline=None)
@given(DAYS, ZONES, COUNTRIES)
def test_a_name_is_followed_up_before_a_reminder_would_be_due(
    day: date, zone: ZoneInfo, country: str
) -> None:
    days = BusinessDays(country)
    assert deadlines.referral(day, zone, days).due_at < deadlines.nudge(day, zone, days).due_at


@given(DAYS, ZONES)
def test_the_outcome_is_two_weeks_later_by_the_calendar(day: date, zone: ZoneInfo) -> None:
    due = deadlines.outcome(day, zone).due_at
    assert due.date() == day + timedelta(days=14)
    assert due.hour == rules.DAY_ENDS.value


@given(DAYS, st.integers(1, 24))
def test_months_are_counted_as_people_count_them(day: date, months: int) -> None:
    later = deadlines.months_after(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_friday_before_a_long_weekend_leads_to_tuesday() -> None:
    labor_day_weekend = date(2026, 9, 4)
    due = deadlines.referral(labor_day_weekend, CHICAGO, BusinessDays("US")).due_at
    assert due == datetime(2026, 9, 8, 17, tzinfo=CHICAGO)
    norway = deadlines.referral(labor_day_weekend, OSLO, BusinessDays("NO")).due_at
    assert norway.date() == date(2026, 9, 7)


def test_a_holiday_of_a_part_of_a_country_counts_there_alone() -> None:
    patriots_day = date(2026, 4, 20)
    assert not BusinessDays("US", "MA").is_one(patriots_day)
    assert BusinessDays("US", "MN").is_one(patriots_day)
    assert BusinessDays("US", "nowhere").is_one(patriots_day)


def test_a_country_that_rests_on_other_days_has_its_own_weekend() -> None:
    friday, sunday = date(2026, 11, 20), date(2026, 11, 22)
    assert not BusinessDays("EG").is_one(friday)
    assert BusinessDays("EG").is_one(sunday)


@pytest.mark.parametrize("text", [None, "", "2026", "2026-11", "soon after Easter", "2026-13-45"])
def test_what_is_vaguer_than_a_day_has_no_deadline(text: str | None) -> None:
    assert deadlines.moment(text, CHICAGO) is None


def test_a_time_without_an_offset_is_the_users_own() -> None:
    assert deadlines.moment("2026-07-01T10:00:00", OSLO) == datetime(2026, 7, 1, 10, tzinfo=OSLO)


@pytest.mark.parametrize("name", ["America", "../etc/passwd", "a\0b", "Mars/Base", "", None])
def test_a_zone_that_is_none_is_none(name: str | None) -> None:
    assert deadlines.zone_named(name) is None


def test_a_schools_own_hours_hold() -> None:
    end = datetime(2026, 11, 24, 16, tzinfo=CHICAGO)
    try:
        rules.put_in_force({"thank_you_hours": 36, "thank_you_reminder_hours": 12})
        deadline = deadlines.thank_you(end, CHICAGO)
    finally:
        rules.put_in_force({})
    assert real_hours(end, deadline.due_at) == 36
