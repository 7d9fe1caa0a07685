"""Calendar files (`.ics`, RFC 5545): a meeting is an event, what is due is a to-do.

A calendar that reads a newer file of the same workbook updates what it has and doubles nothing:
the same thing has the same UID for ever, and SEQUENCE only grows. Text is text: a name full of
line ends and colons stays inside its line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Component, Event, Todo

from olenb.views.export.legible import legible, one_line
from olenb.views.export.time_zones import time_zone

_MAKER = "-//olenb//olenb//EN"
_YEARS_AHEAD = 1


@dataclass(frozen=True)
class Meeting:
    """A time that was agreed on.

    Parameters
    ----------
    uid
        The same for the same meeting, for ever; nobody's name in it.
    title, notes, place
        What a calendar shows; any text.
    starts_at
        With its zone.
    minutes
        How long.
    alarms
        How long before it rings.
    cancelled
        Whether it won't happen, so that a calendar that has it takes it out.

    """

    uid: str
    title: str
    starts_at: datetime
    minutes: int
    notes: str = ""
    place: str = ""
    alarms: Sequence[timedelta] = ()
    cancelled: bool = False


@dataclass(frozen=True)
class ToDo:
    """Something to do by a certain time.

    Parameters
    ----------
    uid
        As for `Meeting`.
    title, notes
        What a calendar shows; any text.
    due_at, remind_at
        With their zone; `remind_at` is when it rings, if at all.

    """

    uid: str
    title: str
    due_at: datetime
    notes: str = ""
    remind_at: datetime | None = None


def calendar(
    meetings: Sequence[Meeting], to_dos: Sequence[ToDo], *, made_at: datetime, version: int
) -> bytes:
    """Return a whole calendar file.

    Parameters
    ----------
    meetings, to_dos
        What is in it.
    made_at
        This moment, with its offset.
    version
        A number that grows with every change of the workbook.

    """
    whole = Calendar()
    whole.add("prodid", _MAKER)
    whole.add("version", "2.0")
    parts = [*map(_event, meetings), *map(_to_do, to_dos)]
    for zone in _zones([*meetings, *to_dos]):
        whole.add_component(zone)
    for part in parts:
        part.add("dtstamp", made_at.astimezone(UTC).replace(microsecond=0))
        part.add("sequence", version)
        whole.add_component(part)
    return bytes(whole.to_ical())


def _event(meeting: Meeting) -> Component:
    event = _named(Event(), meeting.uid, meeting.title, meeting.notes)
    starts = _in_zone(meeting.starts_at)
    minutes = timedelta(minutes=meeting.minutes)
    ends = (starts.astimezone(UTC) + minutes).astimezone(starts.tzinfo)
    event.add("dtstart", starts)
    # Where the clocks change meanwhile, an hour may be there twice, and only minutes are sure.
    if ends.utcoffset() == starts.utcoffset():
        event.add("dtend", ends)
    else:
        event.add("duration", minutes)
    if meeting.place:
        event.add("location", one_line(meeting.place))
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    for before in () if meeting.cancelled else meeting.alarms:
        event.add_component(_alarm(meeting.title, -before))
    return event


def _to_do(task: ToDo) -> Component:
    to_do = _named(Todo(), task.uid, task.title, task.notes)
    to_do.add("due", _in_zone(task.due_at))
    to_do.add("status", "NEEDS-ACTION")
    if task.remind_at is not None:
        to_do.add_component(_alarm(task.title, task.remind_at.astimezone(UTC)))
    return to_do


def _named(part: Component, uid: str, title: str, notes: str) -> Component:
    part.add("uid", uid)
    part.add("summary", one_line(title))
    if notes:
        part.add("description", "\n".join(one_line(line) for line in legible(notes).splitlines()))
    return part


def _alarm(title: str, when: datetime | timedelta) -> Component:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one_line(title))
    kind = {"VALUE": "DATE-TIME"} if isinstance(when, datetime) else {}
    alarm.add("trigger", when, parameters=kind)
    return alarm


def _in_zone(moment: datetime) -> datetime:
    """Return a moment in a zone that has a name, else in UTC."""
    return moment if isinstance(moment.tzinfo, ZoneInfo) else moment.astimezone(UTC)


def _zones(parts: Sequence[Meeting | ToDo]) -> list[Component]:
    """Return the zones that the file speaks of, each once, for the years that it speaks of."""
    moments = [part.starts_at if isinstance(part, Meeting) else part.due_at for part in parts]
    named: dict[str, tzinfo] = {str(at.tzinfo): at.tzinfo for at in moments if at.tzinfo}
    years = [at.year for at in moments]
    return [
        time_zone(zone, min(years), max(years) + _YEARS_AHEAD)
        for key, zone in sorted(named.items())
        if isinstance(zone, ZoneInfo) and key != "UTC"
    ]
