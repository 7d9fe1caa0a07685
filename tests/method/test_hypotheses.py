"""Hunches: written down, asked about, supported or ruled out, and never judged by hand."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.core.terms import Verdict
from olenb.method import goals, hypotheses


@pytest.fixture
def store(home: Path) -> Store:
    return Store.create(home)


@pytest.fixture
def talks(store: Store) -> list[int]:
    """Three conversations that were held."""
    with store.change("Held") as change:
        person = change.insert("person", name="Rosa Vik", is_ego=0)
        ends = [f"2026-11-0{day}T16:20:00-06:00" for day in (3, 4, 5)]
        return change.insert_many("conversation", [{"person": person, "ended_at": e} for e in ends])


def stands(store: Store, hunch: int) -> str:
    df = hypotheses.hypotheses(store).set_index("id")
    return str(df.loc[hunch, "status"])


def test_a_hunch_leads_to_who_knows_and_what_to_ask(store: Store) -> None:
    target = goals.add_target(store, "Halden Energy", role="analyst")
    hunch = hypotheses.add(
        store,
        "Analysts work alone",
        about="role",
        target=target,
        who_knows="somebody one year in",
        question="Whom did you talk to yesterday?",
    )
    row = hypotheses.open_ones(store).iloc[0].to_dict()
    assert row == {
        "id": hunch,
        "claim": "Analysts work alone",
        "about": "role",
        "target": "analyst at Halden Energy",
        "who_knows": "somebody one year in",
        "question": "Whom did you talk to yesterday?",
        "target_id": target,
    }


def test_no_words_are_no_hunch(store: Store) -> None:
    with pytest.raises(NotAllowed, match="needs a few words"):
        hypotheses.add(store, "  ")
    with pytest.raises(NotAllowed, match="a kind of work, a place, or a field"):
        hypotheses.add(store, "It rains", about="weather")
    with pytest.raises(NotFound, match="no longer on your list"):
        hypotheses.add(store, "It rains", target=9)
    assert store.last_change() is None


def test_the_same_hunch_again_is_the_one_there_and_keeps_what_was_said(store: Store) -> None:
    first = hypotheses.add(store, "It pays little", question="Can one live on it?")
    assert hypotheses.add(store, " It pays little ", who_knows="a recruiter") == first
    row = hypotheses.hypotheses(store).iloc[0]
    assert (row["question"], row["who_knows"]) == ("Can one live on it?", "a recruiter")


def test_how_a_hunch_stands_follows_from_what_was_said(store: Store, talks: list[int]) -> None:
    hunch = hypotheses.add(store, "It pays little")
    assert stands(store, hunch) == "open"
    hypotheses.record_finding(store, hunch, talks[0], "unclear")
    assert stands(store, hunch) == "unclear"
    hypotheses.record_finding(store, hunch, talks[1], "contradicts", "More than teaching.")
    assert stands(store, hunch) == "contradicted"
    hypotheses.record_finding(store, hunch, talks[2], "supports")
    assert stands(store, hunch) == "unclear"
    store.undo()
    assert stands(store, hunch) == "contradicted"


def test_a_second_thought_about_one_conversation_replaces_the_first(
    store: Store, talks: list[int]
) -> None:
    hunch = hypotheses.add(store, "It pays little")
    first = hypotheses.record_finding(store, hunch, talks[0], "supports")
    assert hypotheses.record_finding(store, hunch, talks[0], "contradicts", "Misheard.") == first
    found = hypotheses.findings(store)
    assert found[["verdict", "words", "person", "held_on"]].values.tolist() == [
        ["contradicts", "Misheard.", "Rosa Vik", "2026-11-03"]
    ]


def test_a_finding_needs_a_hunch_a_conversation_and_a_verdict(
    store: Store, talks: list[int]
) -> None:
    hunch = hypotheses.add(store, "It pays little")
    with pytest.raises(NotAllowed, match="for it, against it, or unclear"):
        hypotheses.record_finding(store, hunch, talks[0], "perhaps")
    with pytest.raises(NotFound, match="That hunch"):
        hypotheses.record_finding(store, 9, talks[0], "supports")
    with pytest.raises(NotFound, match="That conversation"):
        hypotheses.record_finding(store, hunch, 9, "supports")
    assert hypotheses.findings(store).empty


def test_a_closed_hunch_is_no_longer_asked_about_and_can_be_taken_up_again(
    store: Store, talks: list[int]
) -> None:
    asked = hypotheses.add(store, "It pays little")
    fresh = hypotheses.add(store, "It is loud")
    hypotheses.record_finding(store, asked, talks[0], "contradicts")
    assert hypotheses.open_ones(store)["id"].tolist() == [fresh, asked]
    hypotheses.close(store, fresh)
    assert hypotheses.open_ones(store)["id"].tolist() == [asked]
    hypotheses.close(store, fresh, closed=False)
    assert hypotheses.open_ones(store)["id"].tolist() == [fresh, asked]


def test_a_hunch_goes_with_its_findings_and_undo_brings_both_back(
    store: Store, talks: list[int]
) -> None:
    hunch = hypotheses.add(store, "It pays little")
    hypotheses.record_finding(store, hunch, talks[0], "supports")
    asked = {"person": 1, "words": "?", "position": 1, "part": "middle", "minutes": 3}
    with store.change("Asked") as change:
        change.insert("question", **asked, must=0, reserve=0, hypothesis=hunch)
    hypotheses.remove(store, hunch)
    assert hypotheses.hypotheses(store).empty
    assert hypotheses.findings(store).empty
    assert store.one("SELECT hypothesis FROM question")["hypothesis"] is None
    store.undo()
    assert stands(store, hunch) == "supported"
    with pytest.raises(NotFound, match="That hunch"):
        hypotheses.remove(store, 9)


@given(st.lists(st.sampled_from(list(Verdict)), max_size=5))
def test_the_order_of_conversations_does_not_matter(verdicts: list[Verdict]) -> None:
    found = {hypotheses.status(each) for each in permutations(verdicts)}
    assert len(found) == 1


@given(st.lists(st.sampled_from(list(Verdict)), max_size=5))
def test_an_unclear_conversation_never_changes_what_the_others_say(
    verdicts: list[Verdict],
) -> None:
    if verdicts:
        assert hypotheses.status([*verdicts, Verdict.UNCLEAR]) == hypotheses.status(verdicts)
