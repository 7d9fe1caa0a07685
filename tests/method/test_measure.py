"""Three minutes about oneself: kept as facts, skipped without a word; counts follow from facts."""

from datetime import UTC, datetime

import pytest

from olenb.contacts import people
from olenb.core.errors import NotAllowed
from olenb.core.measure_terms import Far, Item, Occasion
from olenb.method import measure
from olenb.method.outreach import touches
from olenb.method.tally import Tally, tally
from olenb.workbook import open_workbook

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with open_workbook(tmp_path / "home").writing() as store:
        people.add(store, "Ana Ruiz")
        yield store


def test_an_answer_is_kept_and_a_newer_one_takes_its_place(store):
    measure.say(store, "before", {"ask": 30, "close": 50})
    measure.say(store, "before", {"ask": 40})
    measure.say(store, "after", {"ask": 70})
    assert measure.answers(store) == {
        Occasion.BEFORE: {Item.ASK: 40, Item.CLOSE: 50},
        Occasion.AFTER: {Item.ASK: 70},
    }
    table = measure.table(store)
    assert table.loc[2].tolist()[:3] == [Item.ASK.words, 40, 70]
    assert table["later"].isna().all()


def test_a_skipped_question_takes_back_what_was_said_and_undo_brings_it_again(store):
    measure.say(store, "before", {"ask": 30})
    measure.say(store, "before", {"ask": None, "run": None})
    assert measure.answers(store) == {}
    store.undo()
    assert measure.answers(store) == {Occasion.BEFORE: {Item.ASK: 30}}


@pytest.mark.parametrize(
    ("occasion", "answers"),
    [
        ("before", {"ask": 101}),
        ("before", {"ask": -1}),
        ("never", {"ask": 5}),
        ("before", {"x": 5}),
    ],
)
def test_what_is_no_answer_is_refused_and_changes_nothing(store, occasion, answers):
    with pytest.raises(NotAllowed, match="Nothing was changed"):
        measure.say(store, occasion, answers)
    assert measure.answers(store) == {}


def test_what_was_done_is_counted_from_what_happened(store):
    ana = store.one("SELECT id FROM person WHERE name = 'Ana Ruiz'")["id"]
    assert tally(store, NOW) == Tally()
    asked = touches.note(store, ana, "asked for an introduction", when="2026-11-10")
    touches.note(store, ana, "said hello", when="2026-11-10")
    assert tally(store, NOW).far is Far.ASKED
    touches.answer(store, asked, "yes")
    with store.change("x") as change:
        change.insert("conversation", person=ana, ended_at="2026-11-20T16:00:00-06:00")
        change.insert("conversation", person=ana)
    touches.note(store, ana, "thanked", when="2026-11-22")
    found = tally(store, NOW)
    assert found == Tally(asked=1, replied=1, held=1, thanked=1, introductions=1)
    assert found.far is Far.TALKED


def test_thanks_on_the_third_day_are_late(store):
    ana = store.one("SELECT id FROM person WHERE name = 'Ana Ruiz'")["id"]
    with store.change("x") as change:
        change.insert("conversation", person=ana, ended_at="2026-11-20T16:00:00-06:00")
    touches.note(store, ana, "thanked", when="2026-11-23")
    assert tally(store, NOW).thanked == 0


@pytest.mark.parametrize("item", Item)
def test_every_question_has_its_words_and_its_two_ends(item):
    assert item.words
    assert item.short
    assert len(set(item.ends)) == 2
