"""The dated history: what changed, from what, and because of which conversation."""

from pathlib import Path

import pandas as pd
import pytest

from olenb.core.store import Store, today
from olenb.method import goal_history, goals, hypotheses
from olenb.method.discretion import Discretion
from olenb.method.exercises import futures, interests
from olenb.method.told_history import told_history


@pytest.fixture
def store(home: Path) -> Store:
    return Store.create(home)


@pytest.fixture
def talk(store: Store) -> int:
    with store.change("Held") as change:
        person = change.insert("person", name="Rosa Vik", is_ego=0)
        return change.insert("conversation", person=person, ended_at="2026-11-03T16:20:00-06:00")


def test_nothing_said_is_no_history(store: Store) -> None:
    assert goal_history.history(store).empty
    assert goal_history.sentence(store).startswith("Nothing here yet")


def test_a_changed_curiosity_says_what_it_was_and_who_changed_it(store: Store, talk: int) -> None:
    goals.say_curiosity(store, "what nurses do")
    goals.say_purpose(store, "role")
    goals.say_curiosity(store, "who plans a ward", talk, because="she plans one")
    df = goal_history.history(store)
    row = df[df["before"] != ""].iloc[0]
    assert row[["on", "kind", "what", "before", "because", "person", "held_on"]].tolist() == [
        *(today(), "curiosity", "who plans a ward", "what nurses do", "she plans one"),
        *("Rosa Vik", "2026-11-03"),
    ]
    assert "learn what a certain job is really like" in df["what"].tolist()
    assert "moved once, 1 conversation changed something." in goal_history.sentence(store)


def test_findings_say_how_it_stood_before(store: Store, talk: int) -> None:
    hunch = hypotheses.add(store, "It pays little")
    hypotheses.record_finding(store, hunch, talk, "contradicts", "more than teaching")
    with store.change("Held") as change:
        other = change.insert("conversation", person=1, ended_at="2026-11-09T10:00:00-06:00")
    hypotheses.record_finding(store, hunch, other, "unclear")
    hypotheses.close(store, hunch)
    df = goal_history.history(store)
    assert df[["kind", "what", "before", "because"]].values.tolist() == [
        ["hunch", "It pays little", "", ""],
        ["finding", "It seems not: It pays little", "", "more than teaching"],
        ["finding", "Still unclear: It pays little", "it seems not", ""],
        ["hunch closed", "It pays little", "", ""],
    ]
    assert "1 hunch could be ruled out" in goal_history.sentence(store)


def test_targets_futures_and_interests_are_part_of_it(store: Store, talk: int) -> None:
    goals.add_target(store, "Harbor", role="planner", conversation=talk)
    futures.sketch(store, "unbound", "The lighthouse")
    futures.sketch(store, "unbound", "The island")
    interests.sort(store, ["S", "I"])
    interests.sort(store, ["I"])
    df = goal_history.history(store)
    assert df[["kind", "what", "before"]].values.tolist() == [
        ["future", "The lighthouse", ""],
        ["future", "The island", "The lighthouse"],
        ["interests", "Helping, Finding out", ""],
        ["interests", "Finding out", "Helping, Finding out"],
        ["target", "planner at Harbor", ""],
    ]
    assert df["person"].tolist()[-1] == "Rosa Vik"


def test_what_a_confidential_person_changed_is_marked(store: Store, talk: int) -> None:
    goals.say_curiosity(store, "what nurses do")
    goals.say_curiosity(store, "who plans a ward", talk)
    with store.change("Between us") as change:
        change.update("person", 1, confidential=1)
    assert goal_history.history(store)["confidential"].tolist() == [False, True]


def test_a_plan_that_moved_a_goal_is_named_and_a_confidential_one_is_marked(store: Store) -> None:
    with store.change("Begun") as change:
        plan = change.insert("opportunity", kind="shadowing", begun_on="2026-11-01", confidential=0)
    goals.say(store, "curiosity", "wards", opportunity=plan, because="the figures")
    assert goal_history.history(store)[["plan", "confidential"]].values.tolist() == [
        ["Shadowing", False]
    ]
    with store.change("Between us") as change:
        change.update("opportunity", plan, confidential=1)
    assert told_history(store, Discretion(store)).empty


def named(store: Store) -> pd.DataFrame:
    return told_history(store, Discretion(store, with_names=True))


def test_for_others_eyes_nothing_confidential_is_there_and_nobody_is_named(
    store: Store, talk: int
) -> None:
    goals.say_curiosity(store, "what nurses do")
    goals.say_curiosity(store, "who plans a ward", talk, because="Rosa plans one")
    df = told_history(store, Discretion(store))
    assert "Rosa" not in df.to_csv()
    assert "somebody plans one" in df["because"].tolist()
    assert "Rosa Vik" in named(store)["person"].tolist()
    with store.change("Between us") as change:
        change.update("person", 1, confidential=1)
    assert named(store)["what"].tolist() == ["what nurses do"]


def test_every_kind_of_line_has_words_for_the_screen() -> None:
    assert len(set(goal_history.KINDS.values())) == len(goal_history.KINDS)
    assert all(goal_history.KINDS.values())
