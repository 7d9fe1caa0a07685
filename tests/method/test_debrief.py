"""What a conversation changes: places suggested, advice, goals."""

import pytest

from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.method import debrief, goals, notes


def test_a_place_that_they_suggested_is_a_target_that_remembers_why(
    store: Store, talk: int
) -> None:
    target = debrief.suggest(store, talk, "Silverbirk Laboratories", role="lab manager")
    row = store.one("SELECT * FROM target WHERE id = ?", (target,))
    assert (row["conversation"], row["role"], row["active"]) == (talk, "lab manager", 1)
    store.undo()
    assert store.one("SELECT 1 FROM target") is None


def test_one_that_is_on_the_list_stays_as_it_is(store: Store, talk: int) -> None:
    known = goals.add_target(store, role="lab manager")
    assert debrief.suggest(store, talk, role="lab manager") == known
    assert store.one("SELECT conversation FROM target")["conversation"] is None


def test_advice_belongs_to_who_gave_it(store: Store, maya: int, talk: int) -> None:
    note = notes.get(store, debrief.advise(store, talk, "shadow a night", confidential=True))
    assert (note["person"], note["kind"], note["confidential"]) == (maya, "advice", 1)


def test_a_goal_changes_because_of_a_conversation(store: Store, talk: int) -> None:
    goals.say_curiosity(store, "lab work")
    debrief.revise(store, talk, "curiosity", "night labs", "she likes the quiet")
    row = store.one("SELECT * FROM goal ORDER BY id DESC")
    assert (row["value"], row["conversation"]) == ("night labs", talk)
    assert row["because"] == "she likes the quiet"
    assert goals.said(store, "curiosity") == "night labs"


@pytest.mark.parametrize(
    ("kind", "value"), [("curiosity", " "), ("purpose", "money"), ("dream", "x")]
)
def test_what_is_no_goal_is_refused(store: Store, talk: int, kind: str, value: str) -> None:
    with pytest.raises(NotAllowed):
        debrief.revise(store, talk, kind, value, "")
    assert store.one("SELECT 1 FROM goal") is None
