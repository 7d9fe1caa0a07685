"""One person's summary: numbers and choices, read back the same, refused when anything is off."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.core.measure_terms import Item, Occasion
from olenb.method import goals, measure
from olenb.method.tally import Tally
from olenb.room import own_summary, summary
from olenb.room.documents import ALPHABET, RoomFileRefused
from olenb.room.summary import SECTORS, Summary
from room.conftest import NOW, SESSION, Person

SENTINEL = "Zzyzx"
counts = st.integers(0, summary.MOST)
answers = st.dictionaries(
    st.sampled_from(Occasion),
    st.dictionaries(st.sampled_from(Item), st.integers(0, 100), min_size=1),
)
summaries = st.builds(
    Summary,
    session=st.just(SESSION),
    code=st.text(ALPHABET, min_size=4, max_size=4),
    occasion=st.sampled_from([Occasion.AFTER, Occasion.LATER]),
    expires=st.just(summary.end_of_summary(NOW)),
    sector=st.sampled_from(["", *SECTORS]),
    tally=st.builds(Tally, counts, counts, counts, counts, counts, counts),
    answers=answers,
)
ONE = Summary(SESSION, "ABCD", Occasion.AFTER, summary.end_of_summary(NOW), "health")


@given(summaries)
def test_a_summary_is_read_back_as_it_was_written(one):
    assert summary.parse(one.to_bytes(), SESSION.lower(), NOW) == one


@given(summaries, st.integers(6, 500))
def test_a_count_stops_at_five_so_that_nobody_stands_out(one, many):
    written = replace(one, tally=Tally(asked=many)).to_bytes()
    assert summary.parse(written, SESSION, NOW).tally == Tally(asked=5)


def _changed(**fields):
    return (json.dumps(json.loads(ONE.to_bytes()) | fields)).encode()


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "Ana"},
        {"sector": "the law, and Ana Ruiz"},
        {"counts": {"asked": 1}},
        {"counts": dict.fromkeys(("asked", "replied", "held", "thanked", "introductions"), 1)},
        {"counts": []},
        {"answers": {"after": {"ask": 101}}},
        {"answers": {"after": {"ask": "Ana"}}},
        {"answers": {"after": {"ask": True}}},
        {"answers": {"after": {"other": 5}}},
        {"answers": {"never": {}}},
        {"answers": {"after": 5}},
        {"occasion": "before"},
        {"code": "ABC"},
        {"expires": "2026-11-24"},
        {"session": 5},
    ],
    ids=repr,
)
def test_what_was_changed_is_refused_without_repeating_it(fields):
    with pytest.raises(RoomFileRefused, match="was changed since it was made") as refused:
        summary.parse(_changed(**fields), SESSION, NOW)
    assert "Ana" not in str(refused.value)


def test_another_session_another_kind_and_an_old_one_are_refused():
    with pytest.raises(RoomFileRefused, match="another session"):
        summary.parse(ONE.to_bytes(), "AUTUMN-1", NOW)
    with pytest.raises(RoomFileRefused, match="another kind"):
        summary.parse(_changed(kind="question"), SESSION, NOW)
    for late in (timedelta(days=71), timedelta(days=-2)):
        with pytest.raises(RoomFileRefused, match="expired"):
            summary.parse(ONE.to_bytes(), SESSION, NOW + late)


def test_no_word_of_a_workbook_is_in_its_summary(person: Person) -> None:
    wb = person("a", f"{SENTINEL} Ruiz, {SENTINEL} Clinic, cousin", target=f"{SENTINEL} Clinic")
    store = wb.store
    goals.say_curiosity(store, f"{SENTINEL} work")
    measure.say(store, "before", {"ask": 20})
    measure.say(store, "later", {"ask": 60})
    with store.change("x") as change:
        change.insert(
            "conversation", person=2, ended_at="2026-11-20T16:00:00-06:00", learned=SENTINEL
        )
    made = own_summary.own_summary(store, SESSION, "ABCD", occasion="after", now=NOW)
    assert SENTINEL.encode() not in made.to_bytes()
    assert made.sector == "health"  # a guess from the word Clinic, which its owner can change
    assert made.tally.held == 1
    assert made.answers == {Occasion.BEFORE: {Item.ASK: 20}}  # six weeks later isn't asked for yet
    assert dict(made.lines())["Conversations that you held"] == "1"
    bare = own_summary.own_summary(
        store, SESSION, "ABCD", occasion="after", now=NOW, sector="", with_counts=False,
        with_answers=False,
    )  # fmt: skip
    assert bare == Summary(SESSION, "ABCD", Occasion.AFTER, made.expires)
