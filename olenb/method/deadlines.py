"""When things are due: pure arithmetic on days and moments, in whatever zone people live (N5).

Hours are real hours, so 48 of them stay 48 where the clocks change in between; days and months
are the calendar's. Every moment that comes in has an offset, and what comes out is in the zone
that was asked for.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from olenb.core import rules
from olenb.method.business_days import BusinessDays

_SOMEWHAT_EARLIER = timedelta(days=2)


@dataclass(frozen=True)
class Deadline:
    """By when, and when to be reminded.

    Parameters
    ----------
    due_at
        The moment, with its zone.
    remind_at
        Earlier than that; None where one reminder is enough.
    to_the_minute
        Whether the hour is part of the promise, or only the day.
    opens_at
        Before this it is too early; None where it isn't.

    """

    due_at: datetime
    remind_at: datetime | None = None
    to_the_minute: bool = False
    opens_at: datetime | None = None


def thank_you(ended_at: datetime, zone: tzinfo) -> Deadline:
    """Say by when to thank: 48 hours after the end, with a reminder at 24 (R34).

    Parameters
    ----------
    ended_at
        When the conversation ended.
    zone
        In which zone to say it.

    >>> end = datetime.fromisoformat("2026-11-24T16:20:00-06:00")
    >>> str(thank_you(end, ZoneInfo("Europe/Oslo")).due_at)
    '2026-11-26 23:20:00+01:00'
    """
    return Deadline(
        hours_after(ended_at, rules.THANK_YOU_HOURS.value, zone),
        hours_after(ended_at, rules.THANK_YOU_REMINDER.value, zone),
        to_the_minute=True,
    )


def referral(heard_on: date, zone: tzinfo, days: BusinessDays) -> Deadline:
    """Say by when to follow up somebody's name: on the next business day (R36).

    >>> str(referral(date(2026, 11, 25), ZoneInfo("America/Chicago"), BusinessDays("US")).due_at)
    '2026-11-27 17:00:00-06:00'
    """
    return Deadline(day_ends(days.after(heard_on, rules.REFERRAL_DAYS.value), zone))


def nudge(sent_on: date, zone: tzinfo, days: BusinessDays) -> Deadline:
    """Say when to write once more, or to let it rest: after 7 business days (R33).

    >>> str(nudge(date(2026, 11, 18), ZoneInfo("America/Chicago"), BusinessDays("US")).due_at)
    '2026-11-30 17:00:00-06:00'
    """
    return on_the_day(days.after(sent_on, rules.NUDGE_DAYS.value), zone)


def outcome(ended_on: date, zone: tzinfo) -> Deadline:
    """Say when to tell what came of their advice: two weeks after (R35).

    >>> str(outcome(date(2026, 11, 10), ZoneInfo("America/Chicago")).due_at)
    '2026-11-24 17:00:00-06:00'
    """
    day = ended_on + timedelta(days=rules.OUTCOME_DAYS.value)
    return Deadline(day_ends(day, zone), opens_at=_begins(day - _SOMEWHAT_EARLIER, zone))


def keep_in_touch(last_on: date, zone: tzinfo) -> Deadline:
    """Say when a hello is in order again: a quarter after the last one (R35).

    >>> str(keep_in_touch(date(2026, 11, 30), ZoneInfo("America/Chicago")).due_at)
    '2027-02-28 17:00:00-06:00'
    """
    return on_the_day(months_after(last_on, rules.QUARTER_MONTHS.value), zone)


def confirmation(starts_at: datetime, zone: tzinfo) -> Deadline:
    """Say when to confirm a meeting: from 48 hours until 24 hours before (R16).

    >>> start = datetime.fromisoformat("2026-12-03T10:00:00-06:00")
    >>> str(confirmation(start, ZoneInfo("America/Chicago")).due_at)
    '2026-12-02 10:00:00-06:00'
    """
    opens = hours_after(starts_at, -rules.CONFIRM_EARLIEST.value, zone)
    closes = hours_after(starts_at, -rules.CONFIRM_LATEST.value, zone)
    return Deadline(closes, opens, to_the_minute=True, opens_at=opens)


def on_the_day(day: date, zone: tzinfo) -> Deadline:
    """Return the deadline of something that is done on a day, and not before.

    >>> str(on_the_day(date(2026, 11, 30), ZoneInfo("America/Chicago")).opens_at)
    '2026-11-30 00:00:00-06:00'
    """
    return Deadline(day_ends(day, zone), opens_at=_begins(day, zone))


def hours_after(moment: datetime, hours: int, zone: tzinfo) -> datetime:
    """Return the moment so many real hours later, whatever the clocks do meanwhile.

    >>> before = datetime.fromisoformat("2026-10-31T12:00:00-05:00")  # the night of the change
    >>> str(hours_after(before, 24, ZoneInfo("America/Chicago")))
    '2026-11-01 11:00:00-06:00'
    """
    return (moment.astimezone(UTC) + timedelta(hours=hours)).astimezone(zone)


def day_ends(day: date, zone: tzinfo) -> datetime:
    """Return when the working day is over."""
    return datetime.combine(day, time(rules.DAY_ENDS.value), zone)


def _begins(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, the month's last where it has none.

    >>> months_after(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def zone_named(name: str | None) -> ZoneInfo | None:
    """Return a time zone, or None where nobody knows one of that name.

    >>> zone_named("Europe/Oslo"), zone_named("Nowhere/Land"), zone_named(None)
    (zoneinfo.ZoneInfo(key='Europe/Oslo'), None, None)
    """
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder's name, or dots in it
        return None


def moment(text: str | None, zone: tzinfo) -> datetime | None:
    """Return a moment as the workbook holds it, or None where it is vaguer than a day.

    Parameters
    ----------
    text
        ISO 8601. Without an offset it is meant in `zone`; a day alone is the end of that day's
        work.
    zone
        The user's.

    >>> str(moment("2026-11-24", ZoneInfo("America/Chicago")))
    '2026-11-24 17:00:00-06:00'
    >>> moment("2026-11", ZoneInfo("America/Chicago")) is None
    True
    """
    if text is None or len(text) < len("2026-11-24"):
        return None
    try:
        if len(text) == len("2026-11-24"):
            return day_ends(date.fromisoformat(text), zone)
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at.replace(tzinfo=zone) if at.tzinfo is None else at
