"""What happened is noted, answered, corrected, taken away; what can't be is said in a sentence."""

from collections.abc import Callable

import pytest

from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store, today
from olenb.method.drafts import saved, sent
from olenb.method.outreach import touches


def test_a_note_has_a_day_a_channel_and_what_it_was_about(
    store: Store, ana: int, rosa: int
) -> None:
    touches.note(store, ana, "asked around", channel="phone", target=1, about=rosa)
    (row,) = touches.touches(store).itertuples()
    assert (row.person, row.kind, row.happened_on, row.channel, row.about, row.target) == (
        *("Ana Ruiz", "asked around", today(), "phone", "Rosa Vik", "Tamarind Valley Clinic"),
    )


def test_an_answer_has_a_day_and_can_be_taken_back(store: Store, ana: int) -> None:
    touch = touches.note(store, ana, "asked around", when="2026-11-01")
    touches.answer(store, touch, "will ask", when="2026-11-02")
    (row,) = touches.touches(store).itertuples()
    assert (row.reply, row.replied_on) == ("will ask", "2026-11-02")
    touches.answer(store, touch, "")
    (row,) = touches.touches(store).itertuples()
    assert (row.reply, row.replied_on) == ("", "")


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [
        ("kind", "asked for an introduction", "asked for an introduction"),
        ("happened_on", "2026-10-31", "2026-10-31"),
        ("channel", "LinkedIn", "linkedin"),
        ("reply", "yes", "yes"),
        ("replied_on", "2026-11-02", "2026-11-02"),
        ("target", "Tamarind Valley Clinic", "Tamarind Valley Clinic"),
        ("target", "", ""),
        ("about", "rosa vik", "Rosa Vik"),
        ("about", None, ""),
    ],
)
@pytest.mark.usefixtures("rosa")
def test_each_fact_can_be_corrected(
    store: Store, ana: int, column: str, value: str, shown: str
) -> None:
    touch = touches.note(store, ana, "asked around", when="2026-11-01", target=1)
    touches.edit(store, touch, column, value)
    assert touches.touches(store)[column].tolist() == [shown]


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("kind", "", "Please say what happened"),
        ("kind", "kissed", "Please choose one of"),
        ("happened_on", "2999-01-01", "hasn't come yet"),
        ("happened_on", "soon", "Please write a day"),
        ("reply", "perhaps", "Please choose one of"),
        ("person", "Rosa Vik", "can't be changed here"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    store: Store, ana: int, column: str, value: str, said: str
) -> None:
    touch = touches.note(store, ana, "asked around")
    before = store.last_change()["id"]
    with pytest.raises(NotAllowed, match=said):
        touches.edit(store, touch, column, value)
    assert store.last_change()["id"] == before


def test_what_did_not_happen_is_taken_away_and_its_draft_is_open_again(
    store: Store, rosa: int
) -> None:
    draft = saved.save(store, rosa, "hello", "email", "Hello Rosa")
    touch = sent.mark_sent(store, draft)
    touches.remove(store, touch)
    assert len(touches.touches(store)) == 0
    assert saved.drafts(store)["sent_on"].tolist() == [""]
    with pytest.raises(NotFound, match="no longer in your workbook"):
        touches.remove(store, touch)


def test_an_unknown_person_is_refused(store: Store, touch: Callable[..., int]) -> None:
    with pytest.raises(NotFound):
        touches.note(store, 99, "asked around")
