"""The due list: three things first, words to send, one click to note what was done, undo."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from olenb.contacts import people, you
from olenb.core.terms import Permission, TouchKind
from olenb.method import conversations, debrief, referrals
from olenb.method.referrals import Referred
from olenb.screens import follow_up
from olenb.workbook import Workbook
from screens.conftest import walk


@pytest.fixture
def own(wb: Workbook) -> Workbook:
    wb.add_people(["Maya Okafor, Tamarind Valley Clinic, alum", "Joe Redfeather, , friend"])
    you.say(wb.store, name="Robin Ellery", time_zone="America/Chicago")
    return wb


def person(wb: Workbook, name: str) -> int:
    return people.find(wb.store, name)


@pytest.fixture
def talk(own: Workbook) -> int:
    """A conversation with Maya, who is in Oslo, that ended an hour ago."""
    people.edit(own.store, person(own, "Maya Okafor"), "time_zone", "Europe/Oslo")
    ended = datetime.now(UTC) - timedelta(hours=1)
    return conversations.held(own.store, person(own, "Maya Okafor"), ended.isoformat())


def titles(visitor) -> list[str]:
    return [block["title"] for block in visitor.blocks("card")]


def touches(wb: Workbook) -> list[tuple]:
    return [tuple(r) for r in wb.store.rows("SELECT kind, channel FROM touch ORDER BY id")]


def button(visitor, action: str, label: str) -> str:
    """Return the item of the button that says `label`."""
    (found,) = {b["item"] for b in visitor.buttons(action) if b["label"] == label}
    return found


def test_nothing_due_says_warmly_what_will_come(own: Workbook, visit: Callable) -> None:
    visitor = visit(follow_up.due_list(own))
    assert "Nothing is due. After your next conversation" in visitor.text
    assert not titles(visitor)


def test_a_conversation_that_ended_shows_one_card_with_both_clocks(
    own: Workbook, talk: int, visit: Callable
) -> None:
    visitor = visit(follow_up.due_list(own))
    (title,) = titles(visitor)
    assert title.startswith("Thank Maya ")
    assert "your time · " in visitor.text
    assert "their time (Oslo)" in visitor.text
    assert "within 48 hours" in visitor.text


def test_a_thank_you_asks_for_one_thing_learned_and_a_next_step_before_its_words(
    own: Workbook, talk: int, visit: Callable
) -> None:
    visitor = visit(follow_up.due_list(own))
    assert not visitor.buttons("keep")
    said = visitor.press("say", str(talk), learned="labs are quiet", next_action="")
    assert "One step, however small, in a few words" in said
    assert visitor.trouble["field"] == "next_action"
    visitor.press("say", str(talk), learned="labs are quiet", next_action="ask for a tour")
    bodies = [b["value"] for b in visitor.blocks("field") if b["name"] == "body"]
    assert len(bodies) == 2, "an email, and a card as well"
    assert all("labs are quiet" in body and "ask for a tour" in body for body in bodies)


def test_sent_by_email_then_posted_as_a_card_and_the_list_is_empty(
    own: Workbook, talk: int, visit: Callable
) -> None:
    visitor = visit(follow_up.due_list(own))
    visitor.press("done", button(visitor, "done", "I thanked them by email"))
    assert touches(own) == [("thanked", "email")]
    assert titles(visitor)[0].startswith("Post a card to Maya")
    visitor.press("done", button(visitor, "done", "I posted the card"))
    assert touches(own) == [("thanked", "email"), ("sent a card", "letter")]
    assert "Nothing to do for now: you kept your word." in visitor.text
    visitor.press("undo")
    assert titles(visitor)[0].startswith("Post a card to Maya")


def test_both_buttons_of_the_thank_you_stand_side_by_side(
    own: Workbook, talk: int, visit: Callable
) -> None:
    visitor = visit(follow_up.due_list(own))
    labels = [b["label"] for b in visitor.buttons("done")]
    assert labels == ["I thanked them by email", "I posted the card"]


def test_own_words_are_kept_and_ready_to_copy_once_no_bracket_is_left(
    own: Workbook, talk: int, visit: Callable
) -> None:
    visitor = visit(follow_up.due_list(own))
    visitor.press("say", str(talk), learned="labs are quiet", next_action="ask for a tour")
    assert not list(visitor.blocks("say"))
    item = next(b["item"] for b in visitor.buttons("keep") if b["item"].endswith("email"))
    assert "Kept in your own words" in visitor.press(
        "keep", item, subject="Thanks", body="Thank you!"
    )
    assert [b["text"] for b in visitor.blocks("say")] == ["Thank you!"]
    visitor.press("done", button(visitor, "done", "I thanked them by email"))
    row = own.store.one("SELECT touch, body FROM draft")
    assert row["body"] == "Thank you!"
    assert row["touch"] is not None, "the draft knows that it was sent"


def test_two_things_to_mind_stand_beside_the_words_of_each_draft(
    own: Workbook, talk: int, visit: Callable
) -> None:
    visitor = visit(follow_up.due_list(own))
    visitor.press("say", str(talk), learned="labs are quiet", next_action="ask for a tour")
    item = next(b["item"] for b in visitor.buttons("keep") if b["item"].endswith("email"))
    body = "Thank you! Labs are quiet. Can you get me a job? Your company is awful, and networking"
    visitor.press("keep", item, subject="Thanks", body=f"{body} with you was great.")
    (mail,) = [b for b in visitor.blocks("details") if b["summary"] == "Words for an email"]
    shown = [b["title"] for b in walk(mail) if str(b.get("id", "")).startswith("finding-")]
    assert shown[:2] == ["It asks for work", "It sounds like a complaint"]
    beside = next(b for b in walk(mail) if b.get("id", "").startswith("beside-"))
    assert [b["type"] for b in beside["blocks"]] == ["card", "card", "details"]
    assert "Better: " in visitor.text
    assert [b["text"] for b in visitor.blocks("say")], "it only advises"


def test_words_that_were_free_once_and_name_somebody_now_are_not_ready_to_send(
    own: Workbook, talk: int, visit: Callable
) -> None:
    visitor = visit(follow_up.due_list(own))
    visitor.press("say", str(talk), learned="labs are quiet", next_action="ask for a tour")
    item = next(b["item"] for b in visitor.buttons("keep") if b["item"].endswith("email"))
    visitor.press("keep", item, subject="Thanks", body="Thank you! Joe Redfeather says so, too.")
    assert list(visitor.blocks("say"))
    with own.store.change("Between us") as change:
        change.update("person", person(own, "Joe Redfeather"), confidential=1)
    again = visit(follow_up.due_list(own))
    assert not list(again.blocks("say"))
    assert "Something between you and somebody" in again.text


def test_words_that_name_somebody_without_permission_are_refused(
    own: Workbook, talk: int, visit: Callable
) -> None:
    referrals.refer(own.store, talk, Referred("Rosa Vik"), Permission.NO)
    visitor = visit(follow_up.due_list(own))
    item = next(b["item"] for b in visitor.buttons("keep") if "follow" in b["item"])
    said = visitor.press("keep", item, subject="", body="Maya Okafor sent me to you.")
    assert "please leave their name out" in said
    assert own.store.one("SELECT count(*) AS n FROM draft")["n"] == 0


def test_a_referral_says_what_may_be_said_and_is_followed_with_one_click(
    own: Workbook, talk: int, visit: Callable
) -> None:
    referrals.refer(own.store, talk, Referred("Rosa Vik"), Permission.YES)
    visitor = visit(follow_up.due_list(own))
    assert any(title.startswith("Write to Rosa") for title in titles(visitor))
    assert "You may say that Maya sent you." in visitor.text
    visitor.press("done", button(visitor, "done", "I wrote to them"))
    assert touches(own) == [("followed a referral", "email")]
    assert not any(title.startswith("Write to Rosa") for title in titles(visitor))


def test_another_way_and_another_day_can_be_noted(
    own: Workbook, talk: int, visit: Callable
) -> None:
    visitor = visit(follow_up.due_list(own))
    key = next(b["id"] for b in visitor.blocks("card"))
    day = own.follow_up.due()["due_at"].iloc[0].date() - timedelta(days=2)
    visitor.press("another", key, channel="text message", on=day.isoformat())
    assert touches(own) == [("thanked", "text message")]


def test_put_off_needs_a_day_and_takes_the_card_away_until_then(
    own: Workbook, talk: int, visit: Callable
) -> None:
    visitor = visit(follow_up.due_list(own))
    key = next(b["id"] for b in visitor.blocks("card"))
    assert "Please choose a day" in visitor.press("later", key, until="")
    day = datetime.now(UTC).date() + timedelta(days=20)
    assert "Put off" in visitor.press("later", key, until=day.isoformat())
    assert titles(visitor)[0].startswith("Post a card")
    (later,) = [b for b in visitor.blocks("tableblock") if b["caption"] == "What is due later"]
    assert later["rows"][0][0].startswith("Thank Maya by ")


def test_left_out_is_left_out(own: Workbook, talk: int, visit: Callable) -> None:
    visitor = visit(follow_up.due_list(own))
    visitor.press("leave", next(b["id"] for b in visitor.blocks("card")))
    assert titles(visitor)[0].startswith("Post a card")


def test_a_stop_confirms_with_a_number_and_ends_everything(
    own: Workbook, talk: int, visit: Callable
) -> None:
    visitor = visit(follow_up.due_list(own))
    (stop,) = {(b["item"], b["confirm"]) for b in visitor.buttons("stop")}
    assert stop[1].startswith("This takes 2 things off your list")
    visitor.press("stop", stop[0])
    assert "Nothing is due." in visitor.text
    visitor.press("undo")
    assert titles(visitor)


def test_a_reminder_can_rest_instead(own: Workbook, visit: Callable) -> None:
    joe = person(own, "Joe Redfeather")
    with own.store.change("Asked") as change:
        long_ago = (datetime.now(UTC) - timedelta(days=20)).date().isoformat()
        change.insert("touch", person=joe, kind=TouchKind.ASKED_AROUND, happened_on=long_ago)
    visitor = visit(follow_up.due_list(own))
    assert titles(visitor) == ["Write to Joe once more today"]
    visitor.press("rest", str(joe))
    assert "Nothing is due." in visitor.text


def test_a_meeting_that_was_held_is_noted_with_its_end(own: Workbook, visit: Callable) -> None:
    maya = person(own, "Maya Okafor")
    starts = (datetime.now(UTC) - timedelta(hours=2)).replace(microsecond=0)
    with own.store.change("Agreed") as change:
        values = {"minutes": 20, "my_zone": "America/Chicago", "cancelled": 0}
        meeting = change.insert("meeting", person=maya, starts_at=starts.isoformat(), **values)
    visitor = visit(follow_up.due_list(own))
    assert titles(visitor)[0].startswith("Write down what Maya told you")
    day, clock = visitor.field("on")["value"], visitor.field("clock")["value"]
    assert "such as 16:20" in visitor.press("held", str(meeting), on=day, clock="four")
    visitor.press("held", str(meeting), on=day, clock=clock)
    ended = own.store.one("SELECT ended_at FROM conversation")["ended_at"]
    gap = datetime.fromisoformat(ended) - starts
    assert timedelta(minutes=19) <= gap <= timedelta(minutes=20)
    assert titles(visitor)[0].startswith("Thank Maya")


def test_what_became_of_advice_is_asked_before_it_is_told(own: Workbook, visit: Callable) -> None:
    maya = person(own, "Maya Okafor")
    ended = datetime.now(UTC) - timedelta(days=13)
    talk = conversations.held(own.store, maya, ended.isoformat())
    debrief.advise(own.store, talk, "Visit the night shift")
    with own.store.change("Thanked") as change:
        day = ended.date().isoformat()
        change.insert("touch", person=maya, kind=TouchKind.SENT_CARD, happened_on=day)
    visitor = visit(follow_up.due_list(own))
    assert "They said: Visit the night shift" in visitor.text
    (did,) = visitor.buttons("did")
    assert "A few words are enough" in visitor.press("did", did["item"], did="")
    visitor.press("did", did["item"], did="I stayed until six")
    assert "and used what they said" in visitor.text
    assert any("I stayed until six" in str(b["value"]) for b in visitor.blocks("field"))


def test_three_are_shown_and_the_others_one_click_away(own: Workbook, visit: Callable) -> None:
    long_ago = (datetime.now(UTC) - timedelta(days=20)).date().isoformat()
    with own.store.change("Asked") as change:
        for number in range(5):
            one = change.insert("person", name=f"Person {number}", is_ego=0)
            change.insert("touch", person=one, kind="asked around", happened_on=long_ago)
    visitor = visit(follow_up.due_list(own))
    (more,) = [b for b in visitor.blocks("details") if b["id"] == "more"]
    assert more["summary"] == "2 more"
    assert len(more["blocks"]) == 2


def test_the_invented_people_can_be_looked_at_and_nothing_is_noted(
    wb: Workbook, visit: Callable
) -> None:
    visitor = visit(follow_up.due_list(wb))
    assert "These are invented people" in visitor.text
    assert "Thank Dana tomorrow by 3:20 pm" in titles(visitor)
    assert "Tomorrow 3:20 pm your time · Thursday 4:20 pm their time (New York)" in visitor.text
    assert not visitor.buttons()
    assert any("a lab manager spends the morning" in b["text"] for b in visitor.blocks("say"))


def test_a_hostile_name_is_shown_as_it_is(own: Workbook, visit: Callable) -> None:
    name = "{0} <img src=x onerror=alert(1)> $$x$$"
    one = people.add(own.store, name)
    conversations.held(own.store, one, datetime.now(UTC).isoformat())
    visitor = visit(follow_up.due_list(own))
    assert any(name in title for title in titles(visitor))
