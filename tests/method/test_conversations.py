"""When a conversation began and ended, and what stays of it."""

import pytest

from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.method import conversations, prepared, questions

BEGAN = "2026-11-24T16:00:00-06:00"


def test_a_conversation_that_runs_is_found_again_and_not_begun_twice(
    store: Store, maya: int
) -> None:
    first = conversations.begin(store, maya, BEGAN)
    assert conversations.begin(store, maya, "2026-11-24T16:01:00-06:00") == first
    row = conversations.running(store, maya)
    assert row is not None
    assert (row["id"], row["started_at"], row["ended_at"]) == (first, BEGAN, None)


def test_what_has_ended_runs_no_more_and_can_be_corrected(store: Store, maya: int) -> None:
    talk = conversations.begin(store, maya, BEGAN)
    conversations.end(store, talk, "2026-11-24T16:21:00-06:00")
    assert conversations.running(store, maya) is None
    conversations.end(store, talk, "2026-11-24T16:19:00-06:00")
    assert conversations.get(store, talk)["ended_at"] == "2026-11-24T16:19:00-06:00"


def test_an_end_before_the_beginning_is_refused_whatever_the_zones(store: Store, maya: int) -> None:
    talk = conversations.begin(store, maya, BEGAN)
    with pytest.raises(NotAllowed, match="before the conversation began"):
        conversations.end(store, talk, "2026-11-24T22:59:00+01:00")
    conversations.end(store, talk, "2026-11-24T23:20:00+01:00")


def test_one_that_began_by_mistake_is_taken_back_and_one_that_is_over_stays(
    store: Store, maya: int, talk: int
) -> None:
    begun = conversations.begin(store, maya, BEGAN)
    asked = questions.add(store, maya, "Why?")
    questions.asked(store, asked, begun, BEGAN)
    conversations.cancel(store, begun)
    assert conversations.running(store, maya) is None
    assert prepared.get(store, asked)["conversation"] is None
    with pytest.raises(NotAllowed, match="is over, so it stays"):
        conversations.cancel(store, talk)


@pytest.mark.parametrize("text", ["yesterday", "", "2026-11-24", "2026-11-24T16:20:00"])
def test_a_moment_needs_its_offset(store: Store, maya: int, text: str) -> None:
    with pytest.raises(NotAllowed, match="with its time zone"):
        conversations.held(store, maya, text)
    assert conversations.conversations(store).empty


def test_what_stays_of_it_is_said_bit_by_bit_and_taken_back(store: Store, talk: int) -> None:
    conversations.say(store, talk, learned=" Most of the day is bench work. ", i_talked="4")
    conversations.say(store, talk, next_action="read about the night shift", extended=True)
    row = conversations.get(store, talk)
    assert row["learned"] == "Most of the day is bench work."
    assert (row["i_talked"], row["extended"]) == (4, 1)
    conversations.say(store, talk, learned="", i_talked=None)
    assert conversations.get(store, talk)["learned"] is None
    assert conversations.get(store, talk)["next_action"] == "read about the night shift"


def test_saying_the_same_again_changes_nothing(store: Store, talk: int) -> None:
    conversations.say(store, talk, helped="the week in detail")
    before = store.last_change()
    conversations.say(store, talk, helped="the week in detail")
    assert store.last_change()["id"] == before["id"]


def test_a_share_of_more_than_all_is_refused(store: Store, talk: int) -> None:
    with pytest.raises(NotAllowed, match="from 0 to 10 tenths"):
        conversations.say(store, talk, i_talked=11)


def test_the_table_reads_as_a_sentence_and_holds_only_what_was_held(
    store: Store, maya: int, talk: int
) -> None:
    conversations.begin(store, maya, BEGAN)
    conversations.say(store, talk, i_talked=3)
    (row,) = conversations.conversations(store).to_dict("records")
    assert (row["id"], row["person"], row["i_talked"]) == (talk, "Maya Okafor", 3)
    assert (row["target"], row["learned"], row["extended"]) == ("", "", False)


def test_the_newest_end_counts_by_its_instant(store: Store, maya: int, talk: int) -> None:
    later = conversations.held(store, maya, "2026-11-25T00:10:00+01:00")
    assert list(conversations.conversations(store)["id"]) == [later, talk]
    assert conversations.newest(store, maya)["id"] == later


def test_an_empty_workbook_has_an_empty_table_with_types(store: Store) -> None:
    frame = conversations.conversations(store)
    assert frame.empty
    assert str(frame["extended"].dtype) == "bool"


def test_nobody_talks_with_somebody_who_is_not_there(store: Store) -> None:
    with pytest.raises(NotFound):
        conversations.begin(store, 99, BEGAN)
    with pytest.raises(NotFound, match="no longer in your workbook"):
        conversations.say(store, 99, helped="x")
