"""Times for two people in two places: the same moment on both clocks, at a decent hour (R16).

Clocks are moved in spring and autumn, on other days in other countries. So a time is always a day
and a clock in one zone first, then a moment, then read off the other clock.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from olenb.core import rules
from olenb.core.errors import NotAllowed
from olenb.method import zones

COUNT = 3
STEP = timedelta(minutes=30)
_DAYS_LOOKED_AT = 60
_MY_HOURS = (7, 22)  # one's own hours are one's own, within reason
_HOURS_ASKED = (10, 14, 16)  # a morning, an early and a late afternoon, so that one may fit
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

Skipped = Callable[[date], bool]


@dataclass(frozen=True)
class Slot:
    """One proposed time.

    Parameters
    ----------
    start
        The moment.
    mine, theirs
        The two time zones, IANA names.
    """

    start: datetime
    mine: str
    theirs: str

    @property
    def words(self) -> str:
        """The time as the user reads it: their own clock first."""
        return both(self.start, (self.mine, "your time"), (self.theirs, "theirs"))

    @property
    def words_for_them(self) -> str:
        """The time as it is written to the other person: their clock first."""
        return both(self.start, (self.theirs, "your time"), (self.mine, "mine"))

    @property
    def starts_at(self) -> str:
        """The moment with my offset from UTC, as the workbook keeps it."""
        return self.start.astimezone(zones.zone_info(self.mine)).isoformat(timespec="seconds")


def at(day: date, clock: time, zone: str) -> datetime:
    """Return the moment at which the clocks of a zone show this time.

    An hour that comes twice, when clocks are put back, is taken the first time.

    Raises
    ------
    NotAllowed
        There is no such zone, or its clocks skip this time on that day.

    >>> at(date(2026, 11, 3), time(15), "America/Chicago").isoformat()
    '2026-11-03T15:00:00-06:00'

    """
    shown = datetime.combine(day, clock)
    moment = shown.replace(tzinfo=zones.zone_info(zone))
    if moment.astimezone(UTC).astimezone(moment.tzinfo).replace(tzinfo=None) != shown:
        raise NotAllowed(
            "Clocks are put forward over this time on that day, so it doesn't come. "
            "Nothing was changed. Please choose another hour."
        )
    return moment


def is_decent(start: datetime, zone: str, minutes: int = 0) -> bool:
    """Tell whether a meeting lies between the hours at which one may ask for it (R16).

    Parameters
    ----------
    start
        When it begins.
    zone
        On whose clocks.
    minutes
        How long it lasts.

    >>> is_decent(at(date(2026, 11, 3), time(18, 50), "Asia/Tokyo"), "Asia/Tokyo", 20)
    False

    """
    hours = rules.NOT_BEFORE.value, rules.NOT_AFTER.value
    return _between(start, zone, minutes, hours)


def propose(
    mine: str,
    theirs: str,
    first_day: date,
    *,
    count: int = COUNT,
    minutes: int | None = None,
    skipped: Skipped = lambda _day: False,
) -> list[Slot]:
    """Propose times on different days, at decent hours for both (R16).

    Parameters
    ----------
    mine, theirs
        The two time zones, IANA names.
    first_day
        No earlier than this day, on my clock.
    count
        How many, 1 or more.
    minutes
        How long it lasts; None takes the twenty minutes of `rules.MINUTES_ASKED`.
    skipped
        Tells of a day whether nobody is asked to meet on it, such as a holiday; weekends never
        are, on either side.

    Returns
    -------
    list of Slot
        Earliest first; fewer than asked for where two places share no decent hour.

    Raises
    ------
    NotAllowed
        There is no such zone.

    """
    length = rules.MINUTES_ASKED.value if minutes is None else minutes
    found: list[Slot] = []
    for ahead in range(-1, _DAYS_LOOKED_AT):  # my first day may still be yesterday there
        slots = _slots(first_day + timedelta(days=ahead), mine, theirs)
        fitting = [slot for slot in slots if _suits(slot, first_day, length, skipped)]
        if fitting:
            wanted = _HOURS_ASKED[len(found) % len(_HOURS_ASKED)]
            found.append(min(fitting, key=lambda slot: _distance(slot, wanted)))
        if len(found) == count:
            break
    return found


def both(start: datetime, one: tuple[str, str], other: tuple[str, str]) -> str:
    """Say a moment on two clocks; the other day is named where it is another day there.

    Parameters
    ----------
    start
        The moment.
    one, other
        A zone, and whose time it is.

    >>> moment = at(date(2026, 11, 3), time(15), "America/Chicago")
    >>> both(moment, ("America/Chicago", "your time"), ("America/New_York", "theirs"))
    'Tue 3 Nov, 3:00 pm your time (Chicago) · 4:00 pm theirs (New York)'
    >>> both(moment, ("America/Chicago", "your time"), ("Asia/Tokyo", "theirs"))
    'Tue 3 Nov, 3:00 pm your time (Chicago) · Wed 4 Nov, 6:00 am theirs (Tokyo)'

    """
    here, there = (start.astimezone(_zone(zone)) for zone, _ in (one, other))
    day = "" if here.date() == there.date() else f"{day_words(there.date())}, "
    return (
        f"{day_words(here.date())}, {clock_words(here)} {one[1]} ({zones.label(one[0])}) · "
        f"{day}{clock_words(there)} {other[1]} ({zones.label(other[0])})"
    )


def day_words(day: date) -> str:
    """Return a day as one says it.

    >>> day_words(date(2026, 11, 3))
    'Tue 3 Nov'
    """
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def clock_words(moment: datetime | time) -> str:
    """Return a time of day as a twelve-hour clock says it.

    >>> clock_words(time(0, 5)), clock_words(time(12)), clock_words(time(15, 30))
    ('12:05 am', '12:00 pm', '3:30 pm')
    """
    half = "am" if moment.hour < 12 else "pm"
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {half}"


_zone = zones.zone_info


def _slots(day: date, mine: str, theirs: str) -> Iterator[Slot]:
    """Yield every half hour of a day on their clock."""
    clock = datetime.combine(day, time())
    while clock.date() == day:
        with suppress(NotAllowed):  # their clocks may skip this half hour
            yield Slot(at(day, clock.time(), theirs), mine, theirs)
        clock += STEP


def _suits(slot: Slot, first_day: date, minutes: int, skipped: Skipped) -> bool:
    my_day, their_day = (slot.start.astimezone(_zone(z)).date() for z in (slot.mine, slot.theirs))
    return (
        my_day >= first_day
        and is_decent(slot.start, slot.theirs, minutes)
        and _between(slot.start, slot.mine, minutes, _MY_HOURS)
        and not any(day.weekday() >= 5 or skipped(day) for day in (my_day, their_day))
    )


def _between(start: datetime, zone: str, minutes: int, hours: tuple[int, int]) -> bool:
    """Tell whether all of a meeting lies between two full hours of one day in a zone."""
    begins = start.astimezone(_zone(zone))
    ends = (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(_zone(zone))
    earliest, latest = time(hours[0]), time(hours[1])
    return begins.date() == ends.date() and earliest <= begins.time() and ends.time() <= latest


def _distance(slot: Slot, hour: int) -> timedelta:
    """Return how far a slot is from the hour that is wanted on their clock."""
    begins = slot.start.astimezone(_zone(slot.theirs))
    return abs(begins - begins.replace(hour=hour, minute=0))
