"""The list of what is due follows from what happened, and from nothing else."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olenb.contacts import people, you
from olenb.core import rules
from olenb.core.due_terms import Due
from olenb.core.store import Store
from olenb.core.terms import Channel, Permission, Reply, TouchKind
from olenb.method import conversations, debrief, notes, referrals, where
from olenb.method.due import due
from olenb.method.due.frame import COLUMNS
from olenb.method.referrals import Referred


def actions(df: pd.DataFrame) -> list[str]:
    return df["action"].tolist()


def one(df: pd.DataFrame, action: Due) -> pd.Series:
    (row,) = [row for _, row in df.iterrows() if row["action"] == action]
    return row


def test_an_empty_workbook_has_nothing_due_and_keeps_the_columns(at: Callable) -> None:
    assert tuple(at().columns) == COLUMNS
    assert at().empty


def test_a_conversation_that_ended_makes_a_thank_you_due_in_both_zones(
    talk: int, at: Callable
) -> None:
    row = one(at(), Due.THANK)
    assert row["words"] == "thank Maya by Thursday 4:20 pm"
    assert row["theirs"] == "Thursday 11:20 pm their time (Oslo)"
    assert str(row["due_at"]) == "2026-11-26 16:20:00-06:00"
    assert str(row["remind_at"]) == "2026-11-25 16:20:00-06:00"
    assert (row["row"], row["conversation"], row["overdue"]) == ("R34", talk, False)
    assert row["why"].startswith("You talked today. Thanks within 48 hours")


def test_a_conversation_that_still_runs_makes_nothing_due(
    store: Store, maya: int, at: Callable
) -> None:
    conversations.begin(store, maya, "2026-11-24T17:55:00-06:00")
    assert at().empty


def test_what_is_late_is_said_kindly_and_stays(talk: int, at: Callable) -> None:
    row = one(at("2026-11-28T10:00:00-06:00"), Due.THANK)
    assert row["words"] == "thank Maya today"
    assert row["overdue"]
    assert row["why"].endswith("Later than that is still welcome.")


def test_an_email_leaves_the_card_and_a_card_leaves_nothing(
    talk: int, maya: int, at: Callable, touch: Callable
) -> None:
    assert actions(at())[:2] == [Due.THANK, Due.CARD]
    touch(maya, TouchKind.THANKED, "2026-11-24", channel=Channel.EMAIL.value, conversation=talk)
    assert actions(at()) == [Due.CARD]
    touch(maya, TouchKind.SENT_CARD, "2026-11-24", conversation=talk)
    assert actions(at()) == [Due.KEEP_IN_TOUCH]


def test_a_posted_card_counts_as_thanks_though_it_arrives_later(
    talk: int, maya: int, at: Callable, touch: Callable
) -> None:
    touch(maya, TouchKind.SENT_CARD, "2026-11-25")
    assert Due.THANK not in actions(at("2026-11-25T10:00:00-06:00"))


def test_thanks_for_an_earlier_conversation_are_not_thanks_for_this_one(
    talk: int, maya: int, at: Callable, touch: Callable
) -> None:
    touch(maya, TouchKind.THANKED, "2026-11-20")
    assert Due.THANK in actions(at())


def test_nobody_is_reminded_of_a_card_for_ever(
    talk: int, maya: int, at: Callable, touch: Callable
) -> None:
    touch(maya, TouchKind.THANKED, "2026-11-24")
    assert Due.CARD in actions(at("2026-12-08T10:00:00-06:00"))
    assert Due.CARD not in actions(at("2026-12-09T10:00:00-06:00"))


def test_a_referral_is_due_on_the_next_business_day_with_what_may_be_said(
    store: Store, talk: int, at: Callable
) -> None:
    referrals.refer(store, talk, Referred("Rosa Vik"), Permission.YES)
    row = one(at(), Due.FOLLOW_REFERRAL)
    assert row["words"] == "write to Rosa tomorrow"
    assert row["why"] == "Maya told you about them today. You may say that Maya sent you."
    assert str(row["due_at"]) == "2026-11-25 17:00:00-06:00"


@pytest.mark.parametrize(
    ("permission", "says"),
    [
        (Permission.NO, "Maya would rather not be named, so leave the name out."),
        (Permission.NOT_ASKED, "Ask Maya first whether you may say who sent you."),
    ],
)
def test_a_referral_without_permission_says_so(
    store: Store, talk: int, at: Callable, permission: Permission, says: str
) -> None:
    referrals.refer(store, talk, Referred("Rosa Vik"), permission)
    assert one(at(), Due.FOLLOW_REFERRAL)["why"].endswith(says)


def test_a_referral_waits_over_thanksgiving_in_the_us_and_not_in_norway(
    store: Store, maya: int, at: Callable
) -> None:
    talk = conversations.held(store, maya, "2026-11-25T16:20:00-06:00")
    referrals.refer(store, talk, Referred("Rosa Vik"))
    now = "2026-11-25T18:00:00-06:00"
    assert one(at(now), Due.FOLLOW_REFERRAL)["due_at"].date().isoformat() == "2026-11-27"
    where.say_country(store, "NO")
    assert one(at(now), Due.FOLLOW_REFERRAL)["due_at"].date().isoformat() == "2026-11-26"


def test_whoever_was_written_to_since_is_no_referral_to_follow(
    store: Store, talk: int, at: Callable, touch: Callable
) -> None:
    row = referrals.get(store, referrals.refer(store, talk, Referred("Rosa Vik")))
    touch(row["referred"], TouchKind.ASKED_CONVERSATION, "2026-11-25")
    assert Due.FOLLOW_REFERRAL not in actions(at("2026-11-25T10:00:00-06:00"))


def test_no_answer_makes_one_reminder_due_and_then_rest(
    joe: int, at: Callable, touch: Callable
) -> None:
    touch(joe, TouchKind.ASKED_CONVERSATION, "2026-11-16")
    row = one(at(), Due.NUDGE)
    assert row["words"] == "write to Joe once more tomorrow"
    assert str(row["due_at"]) == "2026-11-25 17:00:00-06:00"
    touch(joe, TouchKind.NUDGED, "2026-11-25")
    later = at("2026-12-07T10:00:00-06:00")
    assert actions(later) == [Due.PARK]
    assert one(later, Due.PARK)["words"] == "let it rest with Joe today"
    touch(joe, TouchKind.PARKED, "2026-12-07")
    assert at("2027-06-01T10:00:00-05:00").empty


def test_a_second_message_on_another_day_is_all_that_may_be_sent(
    joe: int, at: Callable, touch: Callable
) -> None:
    touch(joe, TouchKind.ASKED_AROUND, "2026-11-10")
    touch(joe, TouchKind.ASKED_INTRODUCTION, "2026-11-16")
    assert actions(at()) == [Due.PARK]


def test_two_questions_on_one_day_were_one_message(joe: int, at: Callable, touch: Callable) -> None:
    touch(joe, TouchKind.ASKED_AROUND, "2026-11-16")
    touch(joe, TouchKind.ASKED_AROUND, "2026-11-16")
    assert actions(at()) == [Due.NUDGE]


@pytest.mark.parametrize("reply", [Reply.YES, Reply.NO])
def test_an_answer_ends_the_waiting(joe: int, at: Callable, touch: Callable, reply: Reply) -> None:
    touch(joe, TouchKind.ASKED_AROUND, "2026-11-16", reply=reply.value, replied_on="2026-11-17")
    assert at().empty


def test_whoever_will_ask_is_reminded_once_counted_from_when_they_said_so(
    joe: int, at: Callable, touch: Callable
) -> None:
    will = Reply.WILL_ASK.value
    touch(joe, TouchKind.ASKED_AROUND, "2026-11-10", reply=will, replied_on="2026-11-16")
    row = one(at(), Due.NUDGE)
    assert row["due_at"].date().isoformat() == "2026-11-25"
    assert "You last heard from them" in row["why"]


@pytest.mark.parametrize("kind", [TouchKind.CONFIRMED, TouchKind.THANKED, TouchKind.ANSWERED_NO])
def test_what_one_does_after_an_answer_shows_that_there_was_one(
    joe: int, at: Callable, touch: Callable, kind: TouchKind
) -> None:
    touch(joe, TouchKind.ASKED_CONVERSATION, "2026-11-16")
    touch(joe, kind, "2026-11-18")
    assert Due.NUDGE not in actions(at())


def test_a_time_that_was_agreed_on_is_an_answer(
    joe: int, at: Callable, touch: Callable, meet: Callable
) -> None:
    touch(joe, TouchKind.ASKED_CONVERSATION, "2026-11-16")
    meet(joe, "2026-12-03T10:00:00-06:00", agreed_on="2026-11-18")
    assert actions(at()) == [Due.CONFIRM]


def test_a_school_may_leave_reminders_out_or_add_one(
    joe: int, at: Callable, touch: Callable
) -> None:
    touch(joe, TouchKind.ASKED_CONVERSATION, "2026-11-16")
    try:
        rules.put_in_force({"messages_at_most": 1})
        assert actions(at()) == [Due.PARK]
    finally:
        rules.put_in_force({})


def test_a_meeting_is_confirmed_a_day_or_two_before_in_both_zones(
    maya: int, at: Callable, meet: Callable
) -> None:
    meet(maya, "2026-11-27T10:00:00-06:00", their_zone="Europe/London")
    row = one(at(), Due.CONFIRM)
    assert row["words"] == "confirm the time with Maya by Thursday 10 am"
    assert row["theirs"] == "Thursday 4 pm their time (London)", "where they will be then"
    assert str(row["remind_at"]) == "2026-11-25 10:00:00-06:00"
    assert row["why"].startswith("You talk on Friday.")


@pytest.mark.parametrize(
    "more",
    [{"confirmed_on": "2026-11-23"}, {"cancelled": 1}, {"agreed_on": "2026-11-25"}],
    ids=["confirmed", "cancelled", "agreed on a day before"],
)
def test_a_meeting_that_needs_no_word_gets_none(
    maya: int, at: Callable, meet: Callable, more: dict
) -> None:
    meet(maya, "2026-11-26T10:00:00-06:00", **more)
    assert at("2026-11-25T12:00:00-06:00").empty


def test_after_a_meeting_what_was_said_is_written_down_until_it_is(
    store: Store, maya: int, at: Callable, meet: Callable
) -> None:
    meeting = meet(maya, "2026-11-24T16:00:00-06:00")
    assert at("2026-11-24T16:10:00-06:00").empty, "they are talking now"
    assert one(at(), Due.WRITE_DOWN)["words"] == "write down what Maya told you today"
    conversations.held(store, maya, "2026-11-24T16:20:00-06:00", meeting=meeting)
    assert Due.WRITE_DOWN not in actions(at())


def test_advice_makes_an_outcome_due_two_weeks_later(
    store: Store, talk: int, maya: int, at: Callable, touch: Callable
) -> None:
    assert Due.OUTCOME not in actions(at())
    note = debrief.advise(store, talk, "Talk to the night shift")
    row = one(at(), Due.OUTCOME)
    assert row["due_at"].date().isoformat() == "2026-12-08"
    assert "Did you use what they said?" in row["why"]
    notes.did(store, note, "I spent a night there")
    assert "and used what they said" in one(at(), Due.OUTCOME)["why"]
    assert "night" not in one(at(), Due.OUTCOME)["why"]
    touch(maya, TouchKind.SENT_OUTCOME, "2026-12-08")
    assert Due.OUTCOME not in actions(at("2026-12-08T18:00:00-06:00"))


def test_a_hello_is_due_a_quarter_after_the_last_word_and_beside_nothing_else(
    talk: int, maya: int, at: Callable, touch: Callable
) -> None:
    assert Due.KEEP_IN_TOUCH not in actions(at())
    touch(maya, TouchKind.SENT_CARD, "2026-11-25")
    row = one(at("2026-11-25T18:00:00-06:00"), Due.KEEP_IN_TOUCH)
    assert row["words"] == "say hello to Maya on Thursday, February 25, 2027"
    touch(maya, TouchKind.KEPT_IN_TOUCH, "2027-02-20")
    later = one(at("2027-02-21T18:00:00-06:00"), Due.KEEP_IN_TOUCH)
    assert later["due_at"].date().isoformat() == "2027-05-20"


def test_whoever_led_there_is_thanked_too_and_once(
    *, store: Store, joe: int, maya: int, talk: int, at: Callable, touch: Callable
) -> None:
    touch(
        joe, TouchKind.ASKED_AROUND, "2026-11-10", reply="yes", replied_on="2026-11-11", about=maya
    )
    row = one(at(), Due.THANK_INTRODUCER)
    assert row["words"] == "thank Joe for the introduction by Thursday 4:20 pm"
    assert row["why"] == "They led you to Maya, and you talked today."
    touch(joe, TouchKind.TOLD_INTRODUCER, "2026-11-24", about=maya)
    conversations.held(store, maya, "2026-12-01T16:20:00-06:00")
    assert Due.THANK_INTRODUCER not in actions(at("2026-12-01T18:00:00-06:00"))


@pytest.mark.parametrize("how", ["touch", "reply"])
def test_after_a_stop_nothing_is_due_with_them_ever_again(
    *, store: Store, talk: int, maya: int, at: Callable, touch: Callable, meet: Callable, how: str
) -> None:
    debrief.advise(store, talk, "Talk to the night shift")
    meet(maya, "2026-12-03T10:00:00-06:00")
    touch(maya, TouchKind.ASKED_CONVERSATION, "2026-11-25")
    assert not at().empty
    if how == "touch":
        touch(maya, TouchKind.STOPPED, "2026-11-26")
    else:
        touch(maya, TouchKind.NUDGED, "2026-11-26", reply=Reply.STOP.value)
    touch(maya, TouchKind.ASKED_AROUND, "2026-12-20")
    for day in range(0, 500, 50):
        assert at(datetime(2026, 11, 26, tzinfo=UTC) + timedelta(days=day)).empty


def test_the_zone_and_country_are_the_users_own(store: Store, talk: int, at: Callable) -> None:
    you.say(store, time_zone="Asia/Tokyo")
    assert str(one(at(), Due.THANK)["due_at"]) == "2026-11-27 07:20:00+09:00"
    assert one(at(), Due.THANK)["words"] == "thank Maya by Friday 7:20 am"
    assert where.country(store).code == "JP"


def test_a_hostile_name_is_only_a_name(store: Store, at: Callable) -> None:
    name = "{name} $$x$$ <img src=x onerror=alert(1)>\r\nBEGIN:VEVENT"
    person = people.add(store, name)
    conversations.held(store, person, "2026-11-24T16:20:00-06:00")
    row = one(at(), Due.THANK)
    kept = store.one("SELECT name FROM person WHERE id = ?", (person,))["name"]
    assert row["person"] == kept
    assert row["words"] == f"thank {kept} by Thursday 4:20 pm"


EVENTS = st.lists(
    st.tuples(
        st.sampled_from([*TouchKind]),
        st.sampled_from([None, *Reply]),
        st.integers(0, 60),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(EVENTS, st.integers(0, 200), st.sampled_from(["America/Chicago", "Asia/Kathmandu"]))
def test_laws_of_the_list(events: list, after: int, zone: str) -> None:
    """Sorted; at most one message of the waiting kind to a person; nothing after a stop."""
    start = datetime(2026, 3, 1, 12, tzinfo=UTC)
    tables = {
        "person": [
            {"id": 1, "name": "Me", "is_ego": 1, "time_zone": zone},
            {"id": 2, "name": "Maya", "is_ego": 0},
        ],
        "conversation": [{"id": 1, "person": 2, "ended_at": start.isoformat()}],
        "touch": [
            {
                "id": number,
                "person": 2,
                "kind": kind.value,
                "happened_on": (start + timedelta(days=day)).date().isoformat(),
                "reply": reply.value if reply else None,
                "replied_on": (start + timedelta(days=day + 1)).date().isoformat()
                if reply
                else None,
            }
            for number, (kind, reply, day) in enumerate(events, 1)
        ],
    }
    now = start + timedelta(days=after)
    store = Store.example(tables)
    df, days = due(store, now), where.business_days(store)
    assert df["due_at"].is_monotonic_increasing
    assert df["key"].is_unique
    assert df["action"].isin([Due.NUDGE, Due.PARK]).sum() <= 1
    assert (df["overdue"] == (df["due_at"] < pd.Timestamp(now))).all()
    waiting = df[df["action"].isin([Due.NUDGE, Due.PARK])]
    assert all(days.is_one(at.date()) for at in waiting["due_at"])
    if any(kind is TouchKind.STOPPED or reply is Reply.STOP for kind, reply, _ in events):
        assert df.empty
