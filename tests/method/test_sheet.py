"""What stands on the run sheet of one person, and how far the conversation is."""

from datetime import datetime

import pytest

from olenb.core.store import Store
from olenb.method import (
    conversations,
    introduction,
    notes,
    question_order,
    questions,
    rehearsal,
    sheet,
)
from olenb.method.discretion import Discretion, Own
from olenb.method.runsheet import Clock


def on_paper(store: Store, person: int) -> sheet.Sheet:
    return sheet.sheet(store, person, Discretion(store, with_names=True, towards=person))


def test_the_sheet_holds_the_questions_in_the_order_of_asking(store: Store, maya: int) -> None:
    questions.add(store, maya, "Second?")
    must = questions.add(store, maya, "Must?")
    questions.add(store, maya, "Your path?", part="opening")
    questions.add(store, maya, "Who else?")
    question_order.set_must(store, must, True)
    page = on_paper(store, maya)
    assert [item.words for item in page.items] == ["Your path?", "Must?", "Second?"]
    assert next(s for s in page.steps if s.id == "referrals").say == ("Who else?",)
    assert (page.name, page.place) == ("Maya Okafor", "lab scientist, Tamarind Valley Clinic")
    assert page.clock == Clock(15, 5)


def test_a_question_that_names_somebody_confidential_stays(store: Store, maya: int) -> None:
    questions.add(store, maya, "Is Zelda Kane still there?")
    questions.add(store, maya, "What about nights?")
    questions.add(store, maya, "Would Kane see me?", part="closing")
    with store.change("test") as change:
        change.insert("person", name="Zelda Kane", is_ego=0, confidential=1)
    page = on_paper(store, maya)
    assert [item.words for item in page.items] == ["What about nights?"]
    assert next(s for s in page.steps if s.id == "referrals").say == (sheet.ANYBODY_ELSE,)
    assert page.stays.startswith("2 texts of yours stay here, because of something that you")
    assert len(sheet.sheet(store, maya, Own(store)).items) == 2


def test_without_a_question_of_ones_own_there_is_a_usual_one(store: Store, maya: int) -> None:
    steps = on_paper(store, maya).steps
    assert [step.id for step in steps] == ["time", "referrals", "name", "thanks", "helped"]
    assert steps[1].say == (sheet.ANYBODY_ELSE,)
    assert "20 minutes" in steps[0].say[0]


def test_what_was_looked_up_is_on_it_and_what_is_confidential_is_not(
    store: Store, maya: int
) -> None:
    notes.write(store, maya, "research", "eleven people")
    notes.write(store, maya, "research", "secret", confidential=True)
    assert on_paper(store, maya).research == ("eleven people",)
    with store.change("test") as change:
        change.update("person", maya, confidential=1)
    page = on_paper(store, maya)
    assert (page.name, page.place, page.research) == ("", "", ())
    assert sheet.sheet(store, maya, Own(store)).research == ("eleven people", "secret")


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("America/New_York", "Tue 1 Dec, 3:00 pm your time (Chicago) · 4:00 pm theirs (New York)"),
        (None, "Tue 1 Dec, 3:00 pm your time (Chicago) · 3:00 pm theirs (Chicago)"),
    ],
)
def test_the_meeting_stands_there_on_both_clocks(
    store: Store, maya: int, zone: str | None, words: str
) -> None:
    values = {"person": maya, "minutes": 20, "my_zone": "America/Chicago", "their_zone": zone}
    with store.change("test") as change:
        change.insert("meeting", **values, starts_at="2026-12-01T15:00:00-06:00", cancelled=0)
        change.insert("meeting", **values, starts_at="2026-12-08T15:00:00-06:00", cancelled=1)
    assert on_paper(store, maya).when == words


def test_how_far_it_is_survives_a_restart(store: Store, maya: int) -> None:
    assert sheet.running(store, maya) == sheet.Running()
    first, second = (questions.add(store, maya, f"{n}?") for n in (1, 2))
    talk = conversations.begin(store, maya, "2026-11-24T16:00:00-06:00")
    questions.asked(store, second, talk, "2026-11-24T16:04:00-06:00")
    questions.asked(store, first, talk, "2026-11-24T16:07:00-06:00")
    conversations.say(store, talk, extended=True)
    now = sheet.running(store, maya)
    assert (now.conversation, now.started) == (talk, "2026-11-24T16:00:00-06:00")
    assert [number for number, _ in now.asked] == [second, first]
    assert now.extended


def test_one_that_ended_is_the_one_until_the_evening(store: Store, maya: int) -> None:
    talk = conversations.begin(store, maya, "2026-11-24T16:00:00-06:00")
    conversations.end(store, talk, "2026-11-24T16:20:00-06:00")
    soon = datetime.fromisoformat("2026-11-25T03:00:00-06:00")
    late = datetime.fromisoformat("2026-11-25T05:00:00-06:00")
    assert sheet.running(store, maya, soon).ended == "2026-11-24T16:20:00-06:00"
    assert sheet.running(store, maya, late) == sheet.Running()


def test_one_that_was_only_noted_is_no_run_of_the_clock(store: Store, maya: int) -> None:
    conversations.held(store, maya, "2026-11-24T16:20:00-06:00")
    soon = datetime.fromisoformat("2026-11-24T17:00:00-06:00")
    assert sheet.running(store, maya, soon) == sheet.Running()


# The sixty seconds, and what there is to practice with.


def test_the_introduction_is_one_text_that_is_written_over(store: Store) -> None:
    introduction.say(store, "I sold bread.")
    introduction.say(store, "I sold bread. ")
    introduction.say(store, "I bake.")
    assert introduction.said(store) == "I bake."
    assert len(store.rows("SELECT 1 FROM note")) == 1
    introduction.say(store, "")
    assert introduction.said(store) == ""
    introduction.say(store, "")
    assert store.last_change()["label"] == "Wrote how you introduce yourself"


def test_how_long_it_is_when_spoken_is_said_kindly() -> None:
    assert introduction.spoken("word " * 140) == introduction.Spoken(140, 60)
    assert "easier to listen to" in introduction.spoken("word " * 200).sentence
    assert "easier" not in introduction.spoken("word " * 140).sentence


def test_the_rehearsal_is_twenty_minutes_and_keeps_the_rules() -> None:
    part = rehearsal.rehearsal()
    minutes = [turn.minute for turn in part.turns]
    assert minutes == sorted(minutes)
    assert (minutes[0], minutes[-1]) == (0, 19)
    assert {turn.who for turn in part.turns} == {"Robin", "Imani"}
    assert 60 <= len(part.request.body.split()) <= 100
    asked = next(t for t in part.turns if "Is there somebody" in t.words)
    assert asked.minute >= 15
    everything = rehearsal.FILE.read_text("utf-8")
    assert "networking" not in everything.casefold()
    shares = [sum(len(t.words) for t in part.turns if t.who == who) for who in ("Robin", "Imani")]
    assert shares[0] < shares[1]
