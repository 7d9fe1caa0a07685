"""A time zone as calendar files carry it: when its clocks change, for some years."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)


@dataclass(frozen=True)
class _Rule:
    """From which offset to which the clocks go, and what the time is called then."""

    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def time_zone(zone: ZoneInfo, first: int, last: int) -> Timezone:
    """Return a zone with every clock change from the year `first` to the end of `last`.

    An onset is written in the time that held before it, as RFC 5545 asks (3.6.5).

    Parameters
    ----------
    zone
        Which one.
    first, last
        Years.

    >>> oslo = time_zone(ZoneInfo("Europe/Oslo"), 2026, 2026)
    >>> [part["DTSTART"].dt.isoformat() for part in oslo.subcomponents]
    ['2026-01-01T00:00:00', '2026-03-29T02:00:00', '2026-10-25T03:00:00']
    """
    onsets: dict[_Rule, list[datetime]] = {}
    for rule, onset in _onsets(zone, first, last):
        onsets.setdefault(rule, []).append(onset)
    found = Timezone()
    found.add("tzid", zone.key)
    for rule, times in onsets.items():
        part = TimezoneDaylight() if rule.is_summer else TimezoneStandard()
        part.add("dtstart", times[0])
        part.add("tzoffsetfrom", rule.before)
        part.add("tzoffsetto", rule.after)
        part.add("tzname", rule.name)
        if times[1:]:
            part.add("rdate", times[1:])
        found.add_component(part)
    return found


def _onsets(zone: ZoneInfo, first: int, last: int) -> Iterator[tuple[_Rule, datetime]]:
    """Yield what holds at the beginning, and each change with its onset."""
    moment, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    now = _state(zone, moment)
    yield _Rule(now[0], now[0], now[2], now[1]), datetime(first, 1, 1)
    while moment < end:
        later = moment + _DAY
        after = _state(zone, later)
        if after != now:
            change = _change(zone, moment, later)
            onset = (change + now[0]).replace(tzinfo=None)
            yield _Rule(now[0], after[0], after[2], after[1]), onset
        moment, now = later, after


def _state(zone: ZoneInfo, moment: datetime) -> tuple[timedelta, bool, str]:
    local = moment.astimezone(zone)
    return local.utcoffset() or timedelta(), bool(local.dst()), local.tzname() or ""


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Return the first moment at which something else holds than before."""
    held = _state(zone, before)
    while after - before > _SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if _state(zone, middle) == held:
            before = middle
        else:
            after = middle
    return after
