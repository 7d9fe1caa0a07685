"""Notes: kept in the user's words, marked, answered; a confidential one never leaves."""

import pytest

from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.method import notes
from olenb.method.discretion import for_others


def test_a_note_is_kept_and_read_back(store: Store, maya: int, talk: int) -> None:
    note = notes.write(store, maya, "quote", " “Ask about nights.” ", conversation=talk)
    (row,) = notes.notes(store).to_dict("records")
    assert (row["id"], row["person"], row["words"]) == (note, "Maya Okafor", "“Ask about nights.”")
    assert not row["confidential"]
    assert row["conversation_id"] == talk


def test_a_note_can_be_marked_and_unmarked(store: Store, maya: int) -> None:
    secret = notes.write(store, maya, "quote", "secret", confidential=True)
    assert for_others(store)[0].rows("SELECT * FROM note") == []
    notes.mark(store, secret, False)
    assert list(notes.notes(for_others(store)[0])["words"]) == ["secret"]


def test_of_a_confidential_person_nothing_leaves(store: Store, maya: int) -> None:
    notes.write(store, maya, "research", "their own page")
    with store.change("test") as change:
        change.update("person", maya, confidential=1)
    assert notes.notes(for_others(store)[0]).empty
    assert len(notes.notes(store)) == 1


def test_advice_remembers_what_was_done_with_it(store: Store, maya: int) -> None:
    note = notes.write(store, maya, "advice", "shadow a night shift")
    notes.did(store, note, "asked the lab for a date", on="2026-12-01")
    row = notes.get(store, note)
    assert (row["done"], row["done_on"]) == ("asked the lab for a date", "2026-12-01")
    notes.did(store, note, "")
    assert notes.get(store, note)["done_on"] is None


def test_only_advice_can_be_followed(store: Store, maya: int) -> None:
    note = notes.write(store, maya, "quote", "x")
    with pytest.raises(NotAllowed, match="isn't advice"):
        notes.did(store, note, "y")


def test_an_empty_note_and_a_strange_kind_are_refused(store: Store, maya: int) -> None:
    with pytest.raises(NotAllowed, match="needs a few words"):
        notes.write(store, maya, "quote", " \u200b ")
    with pytest.raises(NotAllowed, match="kind of note"):
        notes.write(store, maya, "gossip", "x")


def test_a_note_can_be_taken_away_and_brought_back(store: Store, maya: int) -> None:
    note = notes.write(store, maya, "other", "x")
    notes.remove(store, note)
    with pytest.raises(NotFound):
        notes.get(store, note)
    store.undo()
    assert notes.get(store, note)["words"] == "x"


def test_no_notes_are_an_empty_table_with_types(store: Store) -> None:
    frame = notes.notes(store)
    assert frame.empty
    assert str(frame["conversation_id"].dtype) == "Int64"
