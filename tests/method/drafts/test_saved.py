"""A draft is kept as the user wrote it, and noted as sent when they say so."""

import pytest

from olenb.contacts import people
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store, today
from olenb.core.terms import DraftKind
from olenb.method import conversations, permissions
from olenb.method.drafts import prompts, saved
from olenb.method.drafts.sent import TOUCHES, mark_sent

WORDS = "Dear Rosa, your talk on labs made me curious. Could we talk for 20 minutes?"


def touches(store: Store) -> list[tuple[str, str]]:
    sql = "SELECT kind, channel FROM touch WHERE channel IS NOT NULL ORDER BY id"
    return [tuple(row) for row in store.rows(sql)]


def test_a_draft_is_kept_and_changed_in_place(store: Store, rosa: int) -> None:
    draft = saved.save(store, rosa, "first message", "email", WORDS, subject="Labs", target=1)
    assert saved.save(store, rosa, "first message", "email", f"{WORDS} Ines", draft=draft) == draft
    (row,) = saved.drafts(store).itertuples()
    assert (row.person, row.kind, row.channel, row.left, row.sent_on) == (
        *("Rosa Vik", "first message", "email", 0, ""),
    )
    assert row.body.endswith("Ines")


def test_the_same_words_again_change_nothing(store: Store, rosa: int) -> None:
    draft = saved.save(store, rosa, "first message", "email", WORDS)
    before = store.last_change()["id"]
    saved.save(store, rosa, "first message", "email", WORDS, draft=draft)
    assert store.last_change()["id"] == before


def test_a_referrer_without_permission_is_refused_and_nothing_saved(
    store: Store, ana: int, rosa: int
) -> None:
    text = f"My cousin Ana told me about you. {WORDS}"
    with pytest.raises(NotAllowed, match=r"isn't noted yet.*Nothing was saved") as refused:
        saved.save(store, rosa, "first message", "email", text)
    assert "Ana" not in str(refused.value)
    assert len(saved.drafts(store)) == 0
    permissions.record(store, ana, "yes", towards=rosa)
    assert saved.save(store, rosa, "first message", "email", text)


def test_a_referrer_in_the_subject_is_refused_too(store: Store, rosa: int) -> None:
    with pytest.raises(NotAllowed, match="Nothing was saved"):
        saved.save(store, rosa, "first message", "email", WORDS, subject="From Ana Ruiz")


def test_an_empty_draft_is_refused(store: Store, rosa: int) -> None:
    with pytest.raises(NotAllowed, match="nothing to save yet"):
        saved.save(store, rosa, "hello", "email", "  \n")


def test_sending_is_noted_once_on_a_day_that_has_come(store: Store, rosa: int) -> None:
    draft = saved.save(store, rosa, "first message", "email", WORDS, target=1)
    with pytest.raises(NotAllowed, match="hasn't come yet"):
        mark_sent(store, draft, when="2999-01-01")
    with pytest.raises(NotAllowed, match="write a day as"):
        mark_sent(store, draft, when="yesterday")
    touch = mark_sent(store, draft)
    row = store.one("SELECT * FROM touch WHERE id = ?", (touch,))
    assert (row["kind"], row["happened_on"], row["target"], row["reply"]) == (
        *("asked for a conversation", today(), 1, None),
    )
    assert saved.drafts(store)["sent_on"].tolist() == [today()]
    with pytest.raises(NotAllowed, match="noted that already"):
        mark_sent(store, draft)
    with pytest.raises(NotAllowed, match="stays as it is"):
        saved.save(store, rosa, "first message", "email", "Else", draft=draft)


def test_with_prompts_left_it_takes_a_second_word(store: Store, rosa: int) -> None:
    body = f"{WORDS} {prompts.WHY_YOU} {prompts.QUESTION}"
    draft = saved.save(store, rosa, "first message", "email", body)
    assert saved.drafts(store)["left"].tolist() == [2]
    with pytest.raises(NotAllowed, match="In 2 places your own words are still missing"):
        mark_sent(store, draft)
    assert mark_sent(store, draft, as_it_is=True)


@pytest.mark.parametrize("kind", DraftKind)
def test_each_kind_is_noted_as_what_happened(store: Store, rosa: int, kind: DraftKind) -> None:
    draft = saved.save(store, rosa, kind, "linkedin", WORDS)
    mark_sent(store, draft, channel="email")
    assert touches(store) == [(TOUCHES[kind].value, "email")]


def test_a_thank_you_by_hand_is_a_card_and_belongs_to_the_conversation(
    store: Store, rosa: int
) -> None:
    talk = conversations.held(store, rosa, "2026-11-24T16:20:00-06:00")
    for channel in ("email", "letter"):
        mark_sent(store, saved.save(store, rosa, "thanks", channel, "Thank you, Rosa."))
    assert touches(store) == [("thanked", "email"), ("sent a card", "letter")]
    linked = store.rows("SELECT conversation FROM touch WHERE channel IS NOT NULL")
    assert [row["conversation"] for row in linked] == [talk, talk]


def test_asking_around_again_while_waiting_stays_one_question(store: Store, ana: int) -> None:
    first, second = (
        saved.save(store, ana, "ask around", "text message", "Do you know anyone?", target=1)
        for _ in range(2)
    )
    assert mark_sent(store, first) == mark_sent(store, second)


def test_a_first_message_follows_up_the_referral(store: Store, ana: int) -> None:
    bo = people.add(store, "Bo Lind", knows_me=False)
    with store.change("Referred") as change:
        change.insert("referral", person=ana, referred=bo, permission="no")
    touch = mark_sent(store, saved.save(store, bo, "first message", "email", "Hello Bo, hello"))
    assert store.one("SELECT touch FROM referral WHERE referred = ?", (bo,))["touch"] == touch


def test_a_draft_can_be_thrown_away_and_what_happened_stays(store: Store, rosa: int) -> None:
    draft = saved.save(store, rosa, "hello", "email", WORDS)
    mark_sent(store, draft)
    saved.remove(store, draft)
    assert len(saved.drafts(store)) == 0
    assert touches(store) == [("said hello", "email")]
    with pytest.raises(NotFound, match="no longer in your workbook"):
        saved.remove(store, draft)


def test_undo_takes_the_note_of_sending_back(store: Store, rosa: int) -> None:
    draft = saved.save(store, rosa, "hello", "email", WORDS)
    mark_sent(store, draft)
    assert store.undo() == "Noted that you sent a message"
    assert saved.drafts(store, rosa)["sent_on"].tolist() == [""]
