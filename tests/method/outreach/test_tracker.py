"""Everybody in one table: how far it is, what is due first, and why."""

from collections.abc import Callable
from datetime import datetime
from itertools import product

import pandas as pd

from olenb.core.store import Store
from olenb.core.terms import Reply, Stage
from olenb.method import conversations
from olenb.method.drafts import saved
from olenb.method.due import done
from olenb.method.outreach.stages import ASKING, Standing
from olenb.method.outreach.tracker import COLUMNS, next_step, tracker

NOW = datetime.fromisoformat("2026-11-25T12:00:00-06:00")


def test_an_empty_workbook_has_an_empty_table_with_every_column(store: Store) -> None:
    df = tracker(store, NOW)
    assert df.empty
    assert list(df) == list(COLUMNS)


def test_what_is_due_stands_first_with_its_reason_and_row(
    store: Store, ana: int, rosa: int, touch: Callable[..., int]
) -> None:
    saved.save(store, ana, "hello", "email", "Hi Ana")
    touch(rosa, "asked for a conversation", "2026-11-02", target=1)
    first, second = tracker(store, NOW).itertuples()
    assert (first.person, first.stage, first.row) == ("Rosa Vik", "asked", "R33")
    assert first.next.startswith("write to Rosa once more")
    assert "there is no answer yet" in first.why
    assert first.target == "Tamarind Valley Clinic"
    assert (second.person, second.stage, second.next) == ("Ana Ruiz", "to ask", "write to them")
    assert pd.isna(second.due_at)
    assert str(tracker(store, NOW)["due_at"].dtype) == "datetime64[us, America/Chicago]"


def test_a_thank_you_is_due_after_a_conversation(store: Store, rosa: int) -> None:
    conversations.held(store, rosa, "2026-11-25T10:00:00-06:00")
    (row,) = tracker(store, NOW).itertuples()
    assert (row.stage, row.row) == ("held", "R34")
    assert row.next == "thank Rosa by Friday 10 am"
    assert not row.overdue


def test_nothing_is_due_with_whom_asked_to_stop(
    store: Store, rosa: int, touch: Callable[..., int]
) -> None:
    touch(rosa, "asked for a conversation", "2026-11-02")
    done.stop(store, rosa)
    (row,) = tracker(store, NOW).itertuples()
    assert (row.stage, row.next, row.why) == ("parked", "", "")


def test_there_is_a_next_step_for_whatever_happened() -> None:
    for stage, reply, to in product(Stage, ("", *Reply), ("", *ASKING)):
        words = next_step(Standing(stage, reply=reply, to=to))
        rests = stage == Stage.PARKED or (stage == Stage.REPLIED and reply in ("", Reply.STOP))
        assert bool(words) == (not rests)


def test_hostile_names_are_only_names(store: Store, touch: Callable[..., int]) -> None:
    for number, name in enumerate(("{0}", "$$x_1$$", "<b>", "=1+1", "W" * 300)):
        with store.change("Added") as change:
            person = change.insert("person", name=name, is_ego=0)
        touch(person, "asked around", f"2026-11-0{number + 1}")
    assert set(tracker(store, NOW)["person"]) == {"{0}", "$$x_1$$", "<b>", "=1+1", "W" * 300}
