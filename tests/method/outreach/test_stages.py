"""Where it stands follows from what happened, in whatever order it was written down."""

from collections.abc import Callable
from itertools import permutations

import pytest

from olenb.core.store import Store
from olenb.method import conversations
from olenb.method.drafts import saved
from olenb.method.outreach.stages import stages

ASKED = "asked for a conversation"
Note = Callable[..., int]


def stage(store: Store, person: int) -> str:
    return stages(store)[person].stage.value


def test_a_draft_a_hello_or_a_referral_is_to_ask(
    store: Store, ana: int, rosa: int, touch: Note
) -> None:
    assert stages(store) == {}
    saved.save(store, ana, "hello", "email", "Hi Ana")
    with store.change("Referred") as change:
        change.insert("referral", person=ana, referred=rosa, permission="yes")
    assert {one.stage.value for one in stages(store).values()} == {"to ask"}
    touch(ana, "said hello", "2026-11-01")
    assert stage(store, ana) == "to ask"


@pytest.mark.parametrize(
    "kind", ["asked around", "asked for an introduction", ASKED, "followed a referral"]
)
def test_every_request_is_asked_until_it_is_answered(
    store: Store, ana: int, touch: Note, kind: str
) -> None:
    touch(ana, kind, "2026-11-01")
    assert stages(store)[ana].waiting
    touch(ana, "reminded once", "2026-11-12")
    assert stage(store, ana) == "asked"
    touch(ana, kind, "2026-11-13", reply="yes", replied_on="2026-11-14")
    assert stage(store, ana) == "replied"
    assert not stages(store)[ana].waiting


def test_the_whole_way_of_a_contact(store: Store, rosa: int, touch: Note, meet: Note) -> None:
    touch(rosa, ASKED, "2026-11-01", reply="yes", replied_on="2026-11-02")
    touch(rosa, "proposed times", "2026-11-02")
    assert stage(store, rosa) == "replied"
    meeting = meet(rosa, "2026-11-05T10:00:00-06:00", agreed_on="2026-11-03")
    assert stage(store, rosa) == "scheduled"
    touch(rosa, "confirmed the meeting", "2026-11-04")
    assert stage(store, rosa) == "scheduled"
    conversations.held(store, rosa, "2026-11-05T10:20:00-06:00", meeting=meeting)
    assert stage(store, rosa) == "held"
    touch(rosa, "thanked", "2026-11-05")
    touch(rosa, "told them what came of it", "2026-11-19")
    assert stage(store, rosa) == "thanked"
    touch(rosa, "asked around", "2026-11-20")
    assert stage(store, rosa) == "asked"


def test_a_time_that_was_called_off_was_none(
    store: Store, rosa: int, touch: Note, meet: Note
) -> None:
    touch(rosa, ASKED, "2026-11-01", reply="yes", replied_on="2026-11-02")
    meet(rosa, "2026-11-05T10:00:00-06:00", agreed_on="2026-11-03", cancelled=1)
    assert stage(store, rosa) == "replied"


def test_a_time_without_a_day_on_which_it_was_agreed_counts_too(
    store: Store, rosa: int, touch: Note, meet: Note
) -> None:
    touch(rosa, ASKED, "2026-11-01", reply="yes", replied_on="2026-11-02")
    meet(rosa, "2999-01-05T10:00:00-06:00")
    assert stage(store, rosa) == "scheduled"


def test_a_conversation_that_still_runs_is_not_held(store: Store, rosa: int) -> None:
    conversations.begin(store, rosa, "2026-11-05T10:00:00-06:00")
    assert rosa not in stages(store)


def test_parked_rests_until_something_happens(store: Store, ana: int, touch: Note) -> None:
    asked = touch(ana, ASKED, "2026-11-01")
    touch(ana, "parked", "2026-11-20")
    assert stage(store, ana) == "parked"
    with store.change("Noted an answer") as change:
        change.update("touch", asked, reply="yes", replied_on="2026-11-25")
    assert stage(store, ana) == "replied"


def test_asking_again_on_the_day_on_which_it_was_parked_counts(
    store: Store, ana: int, touch: Note
) -> None:
    touch(ana, ASKED, "2026-11-01")
    touch(ana, "parked", "2026-11-20")
    touch(ana, "asked around", "2026-11-20")
    assert stage(store, ana) == "asked"


def test_what_is_parked_on_the_day_of_an_answer_rests(store: Store, ana: int, touch: Note) -> None:
    touch(ana, ASKED, "2026-11-01", reply="will ask", replied_on="2026-11-20")
    touch(ana, "parked", "2026-11-20")
    assert stage(store, ana) == "parked"


def test_an_answered_no_rests(store: Store, ana: int, touch: Note) -> None:
    touch(ana, ASKED, "2026-11-01", reply="no", replied_on="2026-11-02")
    assert stage(store, ana) == "replied"
    touch(ana, "answered a no", "2026-11-03")
    assert stage(store, ana) == "parked"


@pytest.mark.parametrize("how", ["touch", "reply"])
def test_stop_is_for_good(store: Store, ana: int, touch: Note, how: str) -> None:
    if how == "touch":
        touch(ana, "asked me to stop", "2026-11-02")
    else:
        touch(ana, ASKED, "2026-11-01", reply="stop", replied_on="2026-11-02")
    touch(ana, "asked around", "2026-11-20")
    standing = stages(store)[ana]
    assert (standing.stage.value, standing.stopped, standing.waiting) == ("parked", True, False)


def test_the_order_in_which_it_was_written_down_never_matters(
    store: Store, ana: int, touch: Note
) -> None:
    happened = [
        (ASKED, "2026-11-01", {"reply": "yes", "replied_on": "2026-11-02"}),
        ("thanked", "2026-11-10", {}),
        ("parked", "2026-10-01", {}),
        ("said hello", "2026-11-12", {}),
    ]
    for order in permutations(happened):
        for row in store.rows("SELECT id FROM touch"):
            with store.change("Began again") as change:
                change.delete("touch", row["id"])
        for kind, on, more in order:
            touch(ana, kind, on, **more)
        assert stage(store, ana) == "thanked"
