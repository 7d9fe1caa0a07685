"""What was done is noted as what happened; the list follows, and undo brings it back."""

from collections.abc import Callable

import pytest

from olenb.core.due_terms import Due
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.core.terms import TouchKind
from olenb.method import referrals
from olenb.method.due import done as deeds
from olenb.method.referrals import Referred

from .conftest import NOW


def key(df, action: Due) -> str:
    return str(df.set_index("action").loc[action.value, "key"])


def test_a_sent_email_is_a_dated_touch_with_its_channel(
    store: Store, talk: int, maya: int, at: Callable
) -> None:
    deeds.done(store, key(at(), Due.THANK), "email", now=NOW)
    row = store.one("SELECT * FROM touch")
    assert (row["person"], row["kind"], row["channel"]) == (maya, TouchKind.THANKED, "email")
    assert (row["happened_on"], row["conversation"]) == ("2026-11-24", talk)
    assert at()["action"].tolist() == [Due.CARD]
    store.undo()
    assert at()["action"].tolist() == [Due.THANK, Due.CARD]


def test_a_posted_card_is_a_letter_that_was_sent(store: Store, talk: int, at: Callable) -> None:
    deeds.done(store, key(at(), Due.CARD), now=NOW)
    row = store.one("SELECT kind, channel FROM touch")
    assert tuple(row) == (TouchKind.SENT_CARD, "letter")
    assert Due.THANK not in at()["action"].tolist()


def test_a_followed_referral_knows_its_touch_and_waits_for_an_answer(
    store: Store, talk: int, at: Callable
) -> None:
    number = referrals.refer(store, talk, Referred("Rosa Vik"))
    touch = deeds.done(store, key(at(), Due.FOLLOW_REFERRAL), "linkedin", now=NOW)
    assert referrals.get(store, number)["touch"] == touch
    rosa = [row for row in at().itertuples() if row.person == "Rosa Vik"]
    assert [row.action for row in rosa] == [Due.NUDGE]


def test_a_confirmed_meeting_is_noted_there_too(
    store: Store, maya: int, at: Callable, meet: Callable
) -> None:
    meet(maya, "2026-11-30T10:00:00-06:00")
    deeds.done(store, key(at(), Due.CONFIRM), "email", now=NOW)
    assert store.one("SELECT confirmed_on FROM meeting")["confirmed_on"] == "2026-11-24"
    assert at().empty


def test_what_is_put_off_comes_back_on_its_day(store: Store, talk: int, at: Callable) -> None:
    thank = key(at(), Due.THANK)
    deeds.put_off(store, thank, "2026-11-30", now=NOW)
    row = at().set_index("key").loc[thank]
    assert row["words"] == "thank Maya by Monday"
    assert row["why"].startswith("You put it off until Monday. You talked today.")
    store.undo()
    assert at().set_index("key").loc[thank, "words"] == "thank Maya by Thursday 4:20 pm"


def test_putting_off_to_an_earlier_day_than_the_deadline_changes_nothing_of_it(
    store: Store, talk: int, at: Callable
) -> None:
    thank = key(at(), Due.THANK)
    deeds.put_off(store, thank, "2026-11-25", now=NOW)
    assert at().set_index("key").loc[thank, "words"] == "thank Maya by Thursday 4:20 pm"


def test_what_is_left_out_is_gone_and_the_rest_stays(store: Store, talk: int, at: Callable) -> None:
    deeds.leave_out(store, key(at(), Due.CARD), now=NOW)
    assert at()["action"].tolist() == [Due.THANK]


def test_letting_it_rest_and_stopping_are_touches(
    store: Store, joe: int, at: Callable, touch: Callable
) -> None:
    touch(joe, TouchKind.ASKED_AROUND, "2026-11-16")
    deeds.park(store, joe, "2026-11-20")
    assert at().empty
    store.undo()
    assert not at().empty
    deeds.stop(store, joe, "2026-11-20")
    assert at().empty
    kinds = [row["kind"] for row in store.rows("SELECT kind FROM touch ORDER BY id")]
    assert kinds[-1] == TouchKind.STOPPED


def test_what_is_done_already_is_said_and_nothing_changes(
    store: Store, talk: int, at: Callable
) -> None:
    thank = key(at(), Due.THANK)
    deeds.done(store, thank, now=NOW)
    for again in (deeds.done, deeds.leave_out):
        with pytest.raises(NotFound, match="That is no longer due"):
            again(store, thank, now=NOW)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"channel": "pigeon"}, "It went by one of these: email, letter, phone"),
        ({"on": "tomorrow"}, "Please give a day such as"),
        ({"on": "2026-11-25"}, "That day hasn't come yet"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    store: Store, talk: int, at: Callable, wrong: dict, says: str
) -> None:
    with pytest.raises(NotAllowed, match=says):
        deeds.done(store, key(at(), Due.THANK), **wrong, now=NOW)
    assert store.one("SELECT count(*) AS n FROM touch")["n"] == 0


def test_a_day_in_the_past_is_no_day_to_put_off_to(store: Store, talk: int, at: Callable) -> None:
    with pytest.raises(NotAllowed, match="That day has passed"):
        deeds.put_off(store, key(at(), Due.THANK), "2026-11-01", now=NOW)


def test_what_was_heard_is_written_down_elsewhere(
    store: Store, maya: int, at: Callable, meet: Callable
) -> None:
    meet(maya, "2026-11-24T16:00:00-06:00")
    with pytest.raises(NotAllowed, match="on the conversation's own page"):
        deeds.done(store, key(at(), Due.WRITE_DOWN), now=NOW)


def test_no_label_holds_a_name(store: Store, talk: int, at: Callable) -> None:
    for action in (Due.THANK, Due.CARD, Due.KEEP_IN_TOUCH):
        deeds.done(store, key(at(), action), now=NOW)
    labels = [row["label"] for row in store.rows("SELECT label FROM change")]
    assert not any("Maya" in label for label in labels)
