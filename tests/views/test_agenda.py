"""What would be in the calendar: as little as it can, and nothing that is confidential."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from olenb.contacts import people, you
from olenb.core.store import Store
from olenb.core.terms import NoteKind, Permission
from olenb.method import conversations, notes, referrals
from olenb.method.due import done as deeds
from olenb.method.opportunities import answers, milestones
from olenb.method.referrals import Referred
from olenb.views.agenda import agenda

NOW = datetime.fromisoformat("2026-11-24T18:00:00-06:00")
SENTINEL = "Zzyzx"


@pytest.fixture
def store(home: Path) -> Store:
    store = Store.create(home)
    you.say(store, name="Robin", time_zone="America/Chicago")
    return store


@pytest.fixture
def maya(store: Store) -> int:
    return people.add(store, "Maya Okafor", time_zone="Europe/Oslo")


@pytest.fixture
def meet(store: Store) -> Callable[..., int]:
    def agree(person: int, starts_at: str = "2026-12-03T10:00:00-06:00", **more) -> int:
        values = {"minutes": 20, "my_zone": "America/Chicago", "cancelled": 0, **more}
        with store.change("Agreed on a time") as change:
            return change.insert("meeting", person=person, starts_at=starts_at, **values)

    return agree


def components(store: Store, name: str, now: datetime = NOW) -> list:
    return icalendar.Calendar.from_ical(agenda(store, now).file()).walk(name)


def test_an_empty_agenda_says_so_and_is_still_a_calendar(store: Store) -> None:
    assert agenda(store, NOW).sentence == "Nothing to put into a calendar yet."
    assert components(store, "VCALENDAR")


def test_a_meeting_is_one_event_with_both_clocks_in_words(
    store: Store, maya: int, meet: Callable
) -> None:
    meet(maya)
    (event,) = components(store, "VEVENT")
    assert str(event["SUMMARY"]) == "Talk with Maya Okafor (20 minutes)"
    assert str(event["DESCRIPTION"]).splitlines() == [
        "Your time: Thursday, December 3, 2026, 10 am (Chicago)",
        "Their time: Thursday, December 3, 2026, 5 pm (Oslo)",
    ]
    triggers = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
    assert triggers == [timedelta(days=-1), timedelta(minutes=-15)]


def test_the_preview_says_what_is_in_it(store: Store, maya: int, meet: Callable) -> None:
    meet(maya)
    conversations.held(store, maya, "2026-11-24T16:20:00-06:00")
    shown = agenda(store, NOW)
    assert shown.sentence == "1 meeting and 3 things to do."
    assert shown.lines[0] == ("Talk with Maya Okafor (20 minutes)", "Thursday, December 3, 10 am")
    assert ("Thank Maya Okafor", "Thursday 4:20 pm") in shown.lines
    assert len(shown.lines) == len(components(store, "VEVENT")) + len(components(store, "VTODO"))


def test_the_thank_you_is_a_to_do_with_its_hour_and_a_reminder(store: Store, maya: int) -> None:
    conversations.held(store, maya, "2026-11-24T16:20:00-06:00")
    thank = next(t for t in components(store, "VTODO") if "Thank" in str(t["SUMMARY"]))
    assert thank["DUE"].dt.isoformat() == "2026-11-26T16:20:00-06:00"
    assert thank.walk("VALARM")[0]["TRIGGER"].dt.isoformat() == "2026-11-25T22:20:00+00:00"
    assert "Their time: Thursday, November 26, 2026, 11:20 pm (Oslo)" in str(thank["DESCRIPTION"])


def test_what_should_have_rung_already_does_not_ring_now(store: Store, maya: int) -> None:
    conversations.held(store, maya, "2026-11-24T16:20:00-06:00")
    late = NOW + timedelta(days=3)
    thank = next(t for t in components(store, "VTODO", late) if "Thank" in str(t["SUMMARY"]))
    assert not thank.walk("VALARM")


def test_a_newer_file_updates_and_doubles_nothing(store: Store, maya: int, meet: Callable) -> None:
    row = meet(maya)
    conversations.held(store, maya, "2026-11-24T16:20:00-06:00")
    (before,) = components(store, "VEVENT")
    to_dos = {str(task["UID"]) for task in components(store, "VTODO")}
    with store.change("Moved a meeting") as change:
        change.update("meeting", row, starts_at="2026-12-04T11:00:00-06:00")
    (after,) = components(store, "VEVENT")
    assert str(after["UID"]) == str(before["UID"])
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert {str(task["UID"]) for task in components(store, "VTODO")} == to_dos
    assert len(to_dos) == 3


def test_two_workbooks_never_share_a_uid(tmp_path: Path, store: Store, maya: int) -> None:
    conversations.held(store, maya, "2026-11-24T16:20:00-06:00")
    other = Store.create(tmp_path / "other")
    with other.change("Added a person") as change:
        change.insert("person", name="Me", is_ego=1, time_zone="America/Chicago")
        them = change.insert("person", name="Maya", is_ego=0)
        change.insert("conversation", person=them, ended_at="2026-11-24T16:20:00-06:00")
    other._db.execute("UPDATE change SET at = '2020-01-01T00:00:00+00:00' WHERE id = 1")
    mine, theirs = ({str(t["UID"]) for t in components(s, "VTODO")} for s in (store, other))
    assert mine.isdisjoint(theirs)


def test_a_cancelled_meeting_is_taken_out_while_it_is_still_to_come(
    store: Store, maya: int, meet: Callable
) -> None:
    meet(maya, cancelled=1)
    (event,) = components(store, "VEVENT")
    assert str(event["STATUS"]) == "CANCELLED"
    assert not components(store, "VEVENT", NOW + timedelta(days=30))


def test_nothing_about_somebody_confidential_leaves_and_the_preview_says_so(
    store: Store, maya: int, meet: Callable
) -> None:
    secret = people.add(store, f"{SENTINEL} Person")
    with store.change("Marked somebody") as change:
        change.update("person", secret, confidential=1)
    meet(secret, place=f"{SENTINEL} place")
    conversations.held(store, secret, "2026-11-24T16:20:00-06:00")
    meet(maya)
    shown = agenda(store, NOW)
    assert SENTINEL not in shown.file().decode("utf-8")
    assert not any(SENTINEL in line for pair in shown.lines for line in pair)
    assert shown.sentence.endswith("4 things that you marked as confidential stay here.")
    assert len(shown.meetings) == 1


def test_no_note_and_no_name_of_anybody_else_gets_into_the_file(
    store: Store, maya: int, meet: Callable
) -> None:
    """Whoever referred me may not be named here: a calendar is read over shoulders."""
    sender = people.add(store, f"{SENTINEL} Referrer")
    first = conversations.held(store, sender, "2026-11-20T16:20:00-06:00")
    referrals.refer(store, first, Referred("Rosa Vik"), Permission.NO, f"{SENTINEL} scope")
    talk = conversations.held(store, maya, "2026-11-24T16:20:00-06:00")
    conversations.say(
        store, talk, learned=f"{SENTINEL} learned", next_action=f"{SENTINEL} next",
        helped=f"{SENTINEL} helped",
    )  # fmt: skip
    for confidential in (False, True):
        notes.write(
            store, maya, NoteKind.ADVICE, f"{SENTINEL} words", conversation=talk,
            confidential=confidential,
        )  # fmt: skip
    deeds.stop(store, sender, "2026-11-24")  # what is due with them would name them, as it must
    text = agenda(store, NOW).file().decode("utf-8").replace("\r\n ", "")
    assert "Rosa Vik" in text
    assert SENTINEL not in text


def test_the_days_of_a_plan_are_to_dos_in_which_nobody_is_named(store: Store) -> None:
    people.add(store, "Rosa Vik")
    plan = answers.begin(store, "volunteer")
    milestones.add(store, plan, "show Rosa the list", "2026-12-04")
    private = answers.begin(store, "article")
    milestones.add(store, private, f"{SENTINEL} is ready", "2026-12-05")
    answers.keep_private(store, private, True)
    (day,) = components(store, "VTODO")
    assert str(day["SUMMARY"]).endswith("show somebody the list")
    assert str(day["DUE"].dt.date()) == "2026-12-04"
    shown = agenda(store, NOW)
    assert shown.sentence.endswith("1 thing that you marked as confidential stays here.")
    milestones.done(store, milestones.of(store, plan)[0]["id"])
    assert not components(store, "VTODO")
