"""A draft holds the facts, leaves prompts for the rest, and names nobody who didn't allow it."""

from datetime import date, time
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from olenb.contacts import people, you
from olenb.core import rules
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.core.terms import Channel, DraftKind
from olenb.method import conversations, notes, permissions, zones
from olenb.method.drafts import phone, prompts
from olenb.method.drafts.scaffold import CHANNELS, Scaffold, scaffold
from olenb.method.times import Slot, at

EVERY = list(product(DraftKind, CHANNELS))
HOSTILE = [
    *("{braces} {0.__class__}", "%s %(name)s", "$name ${x}", "$$x_1$$", "\\1 \\g<0>", "=1+1"),
    *("<img src=x onerror=alert(1)>", "[your own words here]", "\u202eevil", "a\r\nBcc: x@y.z"),
    *("عبد الله محمد", "👩‍👩‍👧 Ana", "W" * 300),
]


def names_of(draft: Scaffold) -> list[str]:
    return [part.name for part in draft.parts]


def test_every_kind_has_a_draft_for_every_channel_without_the_forbidden(
    store: Store, rosa: int
) -> None:
    for kind, channel in EVERY:
        draft = scaffold(store, rosa, kind, channel)
        text = f"{draft.subject}\n{draft.body}"
        assert draft.left
        assert all(prompt in text for prompt in draft.left)
        assert "network" not in text.lower()
        assert not {"job", "hire", "hiring", "resume", "attached"} & set(text.lower().split())
        assert "30 minutes" not in text
        assert bool(draft.subject) == (channel == Channel.EMAIL)
        assert "\n\n\n" not in draft.body


def test_a_first_message_has_its_parts_in_order_and_room_for_own_words(
    store: Store, rosa: int, ana_agrees: None
) -> None:
    draft = scaffold(store, rosa, "first message", "email")
    assert names_of(draft) == [
        *("how you are connected", "who you are", "why them", "what you're curious about"),
        *("your question", "how long", "an easy way out"),
    ]
    assert draft.body.startswith("Dear Rosa Vik,\n\nAna Ruiz told me about you. I'm Ines Holt, a ")
    assert "what it is like to work as a lab scientist at Tamarind Valley Clinic" in draft.body
    assert "for 20 minutes" in draft.body
    assert draft.left == (prompts.WHY_YOU, prompts.QUESTION)
    assert len(draft.body.split()) <= rules.WORDS_WARN.value
    assert draft.subject == "A question about working as a lab scientist"


def test_without_permission_the_referrer_is_left_out_and_the_reason_said(
    store: Store, rosa: int
) -> None:
    draft = scaffold(store, rosa, "first message", "letter")
    assert "Ana" not in draft.body
    assert draft.refused == (permissions.NOT_NOTED,)
    assert prompts.CONNECTION in draft.left


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_no_or_a_yes_for_somebody_else_keeps_the_referrer_out(
    store: Store, ana: int, rosa: int, channel: Channel
) -> None:
    permissions.record(store, ana, "yes", towards=people.add(store, "Bo Lind"))
    assert "Ana" not in scaffold(store, rosa, "first message", channel, via=ana).body
    permissions.record(store, ana, "no")
    draft = scaffold(store, rosa, "first message", channel, via=ana)
    assert "Ana" not in draft.body
    assert "They said no" in draft.refused[0]


def test_the_limits_of_a_yes_are_said_beside_the_draft(store: Store, ana: int, rosa: int) -> None:
    permissions.record(store, ana, "yes", towards=rosa, given_on="2026-05-02", scope="by email")
    draft = scaffold(store, rosa, "first message", "linkedin")
    assert draft.allowed == "They said yes on 2 May 2026. Their limits: by email"
    assert scaffold(store, ana, "hello", "email").allowed == ""


def test_an_introducer_is_asked_to_ask_first(store: Store, ana: int, rosa: int) -> None:
    draft = scaffold(store, ana, "ask for an introduction", "email")
    assert draft.body.startswith("Hi Ana,")
    assert "You told me that you know Rosa Vik at Tamarind Valley Clinic." in draft.body
    assert "ask Rosa first whether I may write" in draft.body
    assert "pass on the lines below only if they agree" in draft.body
    assert draft.facts.about.id == rosa


def test_asking_around_asks_for_a_name_and_whether_it_may_be_said(store: Store, ana: int) -> None:
    draft = scaffold(store, ana, "ask around", "text message")
    assert "Do you know somebody" in draft.body
    assert "may I say that it was you" in draft.body
    assert "that's fine" in draft.body


def test_a_hello_asks_for_nothing(store: Store, ana: int) -> None:
    assert "?" not in scaffold(store, ana, "hello", "email").body


def test_a_call_begins_with_whether_it_is_a_good_time(store: Store, rosa: int) -> None:
    you.say(store, time_zone="America/Chicago")
    zones.confirm(store, rosa, "America/New_York")
    draft = scaffold(store, rosa, "first message", "phone")
    assert names_of(draft)[:3] == ["when to call", "first", "if it isn't"]
    assert "Between 8:00 am and 7:00 pm their time (New York)" in draft.body
    assert "7:00 am to 6:00 pm on your clock (Chicago)" in draft.body
    assert draft.parts[1].text.endswith("Is this a good time for a minute?")
    assert "When may I call you again?" in draft.body
    assert names_of(draft)[-1].startswith("to a machine, about ")


def test_without_their_zone_a_call_says_to_look_it_up(store: Store, rosa: int) -> None:
    assert "[look up what time it is" in scaffold(store, rosa, "first message", "phone").body


@pytest.mark.parametrize("kind", DraftKind)
@pytest.mark.parametrize("name", ["Al", "Ines Maria Alejandra de los Santos y Holt-Bjornsdottir"])
def test_a_message_for_a_machine_takes_twenty_seconds_at_most(
    store: Store, rosa: int, ana_agrees: None, kind: DraftKind, name: str
) -> None:
    you.say(store, name=name, school="The College of Saint Somebody on the Hill at Lakewood")
    draft = scaffold(store, rosa, kind, "phone")
    assert phone.seconds(draft.parts[-1].text) <= 20
    assert prompts.NUMBER in draft.parts[-1].text


def test_proposed_times_stand_on_their_clock_first(store: Store, rosa: int) -> None:
    start = at(date(2026, 11, 3), time(15), "America/Chicago")
    slot = Slot(start, "America/Chicago", "America/New_York")
    draft = scaffold(store, rosa, "scheduling", "linkedin", slots=(slot,))
    line = "- Tue 3 Nov, 4:00 pm your time (New York) · 3:00 pm mine (Chicago)"
    assert f"\n{line}\n" in draft.body
    assert draft.left == (prompts.CHECK_TIMES,)


def test_a_confirmation_says_when_on_both_clocks_and_where(store: Store, rosa: int) -> None:
    with store.change("Agreed") as change:
        change.insert(
            "meeting",
            person=rosa,
            starts_at="2999-11-05T15:00:00-06:00",
            minutes=20,
            my_zone="America/Chicago",
            their_zone="America/New_York",
            channel="phone",
            place="507-555-0100",
            cancelled=0,
        )
    body = scaffold(store, rosa, "confirmation", "email").body
    assert "4:00 pm your time (New York) · 3:00 pm mine (Chicago)" in body
    assert "I'll call you: 507-555-0100" in body


def test_thanks_say_what_was_learned_and_what_comes_next(store: Store, rosa: int) -> None:
    talk = conversations.held(store, rosa, "2026-11-24T16:20:00-06:00")
    conversations.say(store, talk, learned="most of it is planning", next_action="I'll visit a lab")
    draft = scaffold(store, rosa, "thanks", "letter")
    assert "Thank you for your time on Tue 24 Nov." in draft.body
    assert "What stays with me: most of it is planning." in draft.body
    assert "What I do next: I'll visit a lab." in draft.body
    assert prompts.ADDRESS not in draft.body
    assert draft.left == (prompts.OWN_LINE,)


def test_the_introducer_is_thanked_with_whom_they_opened_the_door_to(
    store: Store, ana: int, rosa: int
) -> None:
    conversations.held(store, rosa, "2026-11-24T16:20:00-06:00")
    body = scaffold(store, ana, "thanks to the introducer", "email").body
    assert "opening the door to Rosa Vik. We talked on Tue 24 Nov." in body
    assert prompts.CAME_OF_IT in body


def test_an_outcome_names_the_advice_and_what_was_done_with_it(store: Store, rosa: int) -> None:
    talk = conversations.held(store, rosa, "2026-11-24T16:20:00-06:00")
    note = notes.write(store, rosa, "advice", "look at small labs", conversation=talk)
    notes.did(store, note, "I wrote to two of them")
    notes.write(store, rosa, "advice", "Zzyzx advice", conversation=talk, confidential=True)
    body = scaffold(store, rosa, "outcome", "email").body
    assert "You told me: look at small labs. This is what I did: I wrote to two of them." in body
    assert "Zzyzx" not in body


def test_nothing_confidential_is_in_any_draft(
    store: Store, ana: int, rosa: int, ana_agrees: None
) -> None:
    secret = people.add(store, "Zzyzx Quill", organization="Zzyzx Labs", willingness="sure")
    talk = conversations.held(store, rosa, "2026-11-24T16:20:00-06:00")
    for each in ("quote", "advice", "learned", "research", "other"):
        notes.write(store, rosa, each, f"Zzyzx {each}", conversation=talk, confidential=True)
    with store.change("Marked") as change:
        change.update("person", secret, confidential=1)
        change.insert("referral", person=secret, referred=rosa, permission="yes")
        change.insert("referral", person=ana, referred=secret, permission="yes")
    readers = ((rosa, secret, secret), (ana, None, secret), (ana, None, None))
    for (person, via, about), (kind, channel) in product(readers, EVERY):
        draft = scaffold(store, person, kind, channel, via=via, about=about)
        assert "Zzyzx" not in f"{draft.subject} {draft.body} {draft.refused} {draft.parts}"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_only_a_name_whatever_is_in_it(store: Store, name: str) -> None:
    person = people.add(store, name, organization=name, role=name, knows_me=False)
    you.say(store, name=name, school=name, city=name)
    for kind, channel in EVERY:
        draft = scaffold(store, person, kind, channel)
        assert "[your own words here]" not in draft.left
        assert "\r" not in draft.body
        assert "\u202e" not in draft.body
    shown = draft.facts.to.name
    assert shown.isprintable()
    assert shown in scaffold(store, person, "first message", "letter").body


@given(name=st.text(min_size=1), school=st.text())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_name_at_all_gives_a_draft(store: Store, name: str, school: str) -> None:
    you.say(store, name=name, school=school)
    try:
        person = people.add(store, name, knows_me=False)
    except NotAllowed:
        return
    for channel in CHANNELS:
        assert scaffold(store, person, "first message", channel).left


def test_an_unknown_kind_channel_or_person_is_refused_in_words(store: Store, ana: int) -> None:
    with pytest.raises(NotAllowed, match="Please choose one of: hello"):
        scaffold(store, ana, "love letter", "email")
    with pytest.raises(NotAllowed, match="A draft goes by one of: email"):
        scaffold(store, ana, "hello", "pigeon")
    with pytest.raises(NotFound):
        scaffold(store, 99, "hello", "email")


def test_a_workbook_that_knows_nothing_leaves_everything_to_the_user(home) -> None:
    empty = Store.create(home / "empty")
    person = people.add(empty, "Bo", knows_me=False)
    draft = scaffold(empty, person, "first message", "email")
    assert prompts.NAME in draft.left
    assert prompts.CURIOUS in draft.left
    assert prompts.TOPIC in draft.left
