"""Targets and first goals: one thing is enough, five are active."""

from pathlib import Path

import pytest

from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.method import goals


@pytest.fixture
def store(home: Path) -> Store:
    return Store.create(home)


def active(store: Store) -> list[int]:
    return [row["active"] for row in store.rows("SELECT active FROM target ORDER BY position")]


@pytest.mark.parametrize("part", ["organization", "role", "industry", "region"])
def test_any_one_of_the_four_is_a_target(store: Store, part: str) -> None:
    assert goals.add_target(store, **{part: "Harbor"}) == 1


def test_nothing_at_all_is_no_target(store: Store) -> None:
    with pytest.raises(NotAllowed, match="one of them is enough"):
        goals.add_target(store, "  ", role="")
    assert store.last_change() is None


def test_the_same_target_again_is_the_one_already_there(store: Store) -> None:
    first = goals.add_target(store, "Halden Energy", role="analyst")
    assert goals.add_target(store, "halden energy", role="analyst") == first
    assert goals.add_target(store, "Halden Energy", role="engineer") != first


def test_the_sixth_target_waits(store: Store) -> None:
    for n in range(6):
        goals.add_target(store, f"Place {n}")
    assert active(store) == [1, 1, 1, 1, 1, 0]


def test_a_sixth_active_one_is_refused_and_nothing_changes(store: Store) -> None:
    sixth = [goals.add_target(store, f"Place {n}") for n in range(6)][-1]
    with pytest.raises(NotAllowed, match="Let one of them wait first"):
        goals.set_active(store, sixth, True)
    assert active(store) == [1, 1, 1, 1, 1, 0]
    goals.set_active(store, 1, False)
    goals.set_active(store, sixth, True)
    assert active(store) == [0, 1, 1, 1, 1, 1]


def test_removing_a_target_keeps_what_was_asked_and_undo_brings_both_back(store: Store) -> None:
    target = goals.add_target(store, "Halden Energy")
    with store.change("Asked somebody") as change:
        ana = change.insert("person", name="Ana", is_ego=0)
        touch = change.insert("touch", person=ana, target=target, kind="asked around")
    goals.remove_target(store, target)
    assert store.one("SELECT target FROM touch WHERE id = ?", (touch,))["target"] is None
    assert store.undo() == "Took a target off the list"
    assert store.one("SELECT target FROM touch WHERE id = ?", (touch,))["target"] == target


def test_a_target_that_is_gone_is_not_found(store: Store) -> None:
    for act in (goals.remove_target, lambda s, t: goals.set_active(s, t, True)):
        with pytest.raises(NotFound, match="no longer on your list"):
            act(store, 7)


def test_curiosity_is_dated_and_saying_it_again_adds_nothing(store: Store) -> None:
    goals.say_curiosity(store, "how hospitals use data")
    goals.say_curiosity(store, " how hospitals use data ")
    goals.say_curiosity(store, "")
    assert len(store.rows("SELECT * FROM goal")) == 1
    assert goals.said(store, "curiosity") == "how hospitals use data"


def test_what_changed_is_kept_with_the_conversation_that_changed_it(store: Store) -> None:
    goals.say_curiosity(store, "how hospitals use data")
    with store.change("Held") as change:
        person = change.insert("person", name="Rosa", is_ego=0)
        talk = change.insert("conversation", person=person)
    goals.say_curiosity(store, "how clinics plan", talk, because="she said so")
    target = goals.add_target(store, "Halden Energy", conversation=talk)
    rows = store.rows("SELECT value, conversation, because FROM goal ORDER BY id")
    assert [tuple(row) for row in rows] == [
        ("how hospitals use data", None, None),
        ("how clinics plan", talk, "she said so"),
    ]
    row = store.one("SELECT conversation FROM target WHERE id = ?", (target,))
    assert row["conversation"] == talk


def test_only_kinds_of_goals_that_we_know_are_noted(store: Store) -> None:
    with pytest.raises(NotAllowed, match="curiosity, purpose, why now"):
        goals.say(store, "dream", "an island")


def test_a_purpose_is_one_of_four(store: Store) -> None:
    goals.say_purpose(store, "market")
    with pytest.raises(NotAllowed, match="one of the four"):
        goals.say_purpose(store, "a job please")
    assert goals.said(store, "purpose") == "market"
