"""A calendar file that two libraries read back: nothing doubled, nothing injected, 48 hours."""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from olenb.views.export.calendar import Meeting, ToDo, calendar
from olenb.views.export.time_zones import time_zone

CHICAGO, OSLO = ZoneInfo("America/Chicago"), ZoneInfo("Europe/Oslo")
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
HOSTILE = (
    "Ana\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:second",
    "Ana\rBEGIN:VALARM",
    "Ana\nATTACH:file:///etc/passwd",
    "Ana\u2028BEGIN:VTODO\u2029\u0085x",
    "Ana\\nBEGIN:VEVENT",
    "a;b,c:d\\e\"f^n^'",
    "$$x_1$$ <img src=x onerror=alert(1)> {name}",
    "\u202eanA\u202c \U0001f469\u200d\U0001f52c",
    "x" * 300,
    "\U0001f600" * 80,
    "nul\x00bell\x07half\ud800",
    "=cmd|'/C calc'!A0",
)


def meeting(**more) -> Meeting:
    known = {"uid": "1@olenb", "title": "Talk with Ana", "minutes": 20}
    starts = datetime(2026, 12, 3, 10, tzinfo=CHICAGO)
    return Meeting(**{**known, "starts_at": starts, "alarms": (timedelta(minutes=15),), **more})


def to_do(**more) -> ToDo:
    due = datetime(2026, 11, 26, 16, 20, tzinfo=CHICAGO)
    remind = due - timedelta(days=1)
    return ToDo(
        **{"uid": "2@olenb", "title": "Thank Ana", "due_at": due, "remind_at": remind, **more}
    )


def made(*parts: Meeting | ToDo) -> bytes:
    meetings = [part for part in parts if isinstance(part, Meeting)]
    to_dos = [part for part in parts if isinstance(part, ToDo)]
    return calendar(meetings, to_dos, made_at=NOW, version=7)


def strictly(content: bytes) -> icalendar.Calendar:
    """Read a file back; whatever a library would complain about fails the test."""
    (read,) = icalendar.Calendar.from_ical(content, multiple=True)
    for part in read.walk():
        assert not part.errors
    other = vobject.readOne(content.decode("utf-8"))
    assert other.validate(raiseException=True)
    return read


def test_lines_end_as_they_must_and_none_is_longer_than_75_bytes() -> None:
    content = made(meeting(title="\U0001f600" * 80, notes="é" * 200), to_do())
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    content.decode("utf-8")


def test_a_meeting_is_one_event_of_twenty_minutes_in_a_zone_that_is_described() -> None:
    read = strictly(made(meeting(place="Room 5; second floor")))
    (event,) = read.walk("VEVENT")
    assert event["DTSTART"].params["TZID"] == "America/Chicago"
    assert event.end - event.start == timedelta(minutes=20)
    assert event.start == datetime(2026, 12, 3, 10, tzinfo=CHICAGO)
    assert str(event["LOCATION"]) == "Room 5; second floor"
    assert [str(zone["TZID"]) for zone in read.walk("VTIMEZONE")] == ["America/Chicago"]
    (alarm,) = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(minutes=-15)
    assert {"ACTION", "DESCRIPTION", "TRIGGER"} <= set(alarm)


def test_what_is_due_is_a_to_do_with_a_reminder_at_a_moment() -> None:
    content = made(to_do())
    (task,) = strictly(content).walk("VTODO")
    assert task["DUE"].dt == datetime(2026, 11, 26, 16, 20, tzinfo=CHICAGO)
    assert b"TRIGGER;VALUE=DATE-TIME:20261125T222000Z" in content
    assert str(task["STATUS"]) == "NEEDS-ACTION"


def test_both_libraries_see_the_same_moments() -> None:
    content = made(meeting(), to_do())
    strictly(content)
    other = vobject.readOne(content.decode("utf-8"))
    assert other.vevent.dtstart.value.astimezone(UTC) == datetime(2026, 12, 3, 16, tzinfo=UTC)
    assert other.vevent.dtend.value.astimezone(UTC) == datetime(2026, 12, 3, 16, 20, tzinfo=UTC)
    assert other.vtodo.due.value.astimezone(UTC) == datetime(2026, 11, 26, 22, 20, tzinfo=UTC)


def test_a_cancelled_meeting_is_said_to_be_so_and_does_not_ring() -> None:
    (event,) = strictly(made(meeting(cancelled=True))).walk("VEVENT")
    assert str(event["STATUS"]) == "CANCELLED"
    assert not event.walk("VALARM")


def test_a_moment_without_a_named_zone_is_in_utc() -> None:
    starts = datetime.fromisoformat("2026-12-03T10:00:00-06:00")
    content = made(meeting(starts_at=starts))
    assert b"DTSTART:20261203T160000Z" in content
    assert not strictly(content).walk("VTIMEZONE")


def test_a_meeting_over_a_clock_change_takes_its_real_minutes() -> None:
    starts = datetime(2026, 11, 1, 1, 50, tzinfo=CHICAGO)
    (event,) = strictly(made(meeting(starts_at=starts))).walk("VEVENT")
    assert "DTEND" not in event, "1:10 is there twice that night, and it would be the first"
    assert event["DURATION"].dt == timedelta(minutes=20)


def test_the_same_things_make_the_same_file() -> None:
    assert made(meeting(), to_do()) == made(meeting(), to_do())


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_makes_no_second_event_and_no_second_line(name: str) -> None:
    parts = meeting(title=name, notes=f"{name}\n{name}", place=name), to_do(title=name, notes=name)
    content = made(*parts)
    read = strictly(content)
    assert [part.name for part in read.walk()].count("VEVENT") == 1
    assert [part.name for part in read.walk()].count("VTODO") == 1
    assert [part.name for part in read.walk()].count("VALARM") == 2
    assert not read.walk("VEVENT")[0].get("ATTACH")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)
    for injected in (b"\r\nATTACH", b"\r\nSUMMARY:second"):
        assert injected not in content


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text_comes_back_as_one_line_of_text(text: str) -> None:
    read = strictly(made(meeting(title=f"x{text}")))
    (event,) = read.walk("VEVENT")
    kept = "".join(letter for letter in text if letter.isprintable() and letter.isalnum())
    back = "".join(letter for letter in str(event["SUMMARY"]) if letter.isalnum())
    assert back == f"x{kept}"


@settings(deadline=None)
@given(
    st.sampled_from(["America/Chicago", "Europe/London", "Australia/Lord_Howe", "Asia/Kolkata"]),
    st.datetimes(datetime(2026, 1, 2), datetime(2027, 12, 30)),
)
def test_a_described_zone_says_what_the_zone_says(key: str, moment: datetime) -> None:
    """Hold our VTIMEZONE, as another library reads it, against Python's own zone."""
    zone = ZoneInfo(key)
    read = _read_zone(key)
    at = moment.replace(tzinfo=UTC).astimezone(zone)
    wall = at.replace(tzinfo=None)
    ambiguous = at.replace(fold=0).utcoffset() != at.replace(fold=1).utcoffset()
    if not ambiguous:
        assert wall.replace(tzinfo=read).utcoffset() == at.utcoffset()


@cache
def _read_zone(key: str) -> tzinfo:
    """Return a zone as another library understands what we wrote, whatever it is called."""
    written = time_zone(ZoneInfo(key), 2026, 2028).to_ical()
    return icalendar.Timezone.from_ical(written).to_tz(lookup_tzid=False)


def test_a_zone_is_described_with_the_onsets_that_the_law_gives() -> None:
    parts = time_zone(CHICAGO, 2026, 2026).subcomponents
    onsets = [(part.name, part["DTSTART"].dt) for part in parts]
    assert onsets[1:] == [
        ("DAYLIGHT", datetime(2026, 3, 8, 2)),
        ("STANDARD", datetime(2026, 11, 1, 2)),
    ]
    assert parts[0]["DTSTART"].dt.date() == date(2026, 1, 1)
