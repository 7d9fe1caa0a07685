"""The check reads a draft as its reader would, and finds nothing in what we begin it with."""

from itertools import product

import pytest

from olenb.contacts import people
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.core.terms import DraftKind
from olenb.method import permissions
from olenb.method.drafts import prompts, saved
from olenb.method.drafts.checking import findings, refusals
from olenb.method.drafts.scaffold import CHANNELS, scaffold

OWN_WORDS = {
    prompts.WHY_YOU: "Your talk on Saturday labs made me curious.",
    prompts.QUESTION: "What surprised you most in your first year?",
    prompts.JUST_FOR_THEM: "I hope that the garden is doing well.",
    prompts.CONNECTION: "I found your page on the clinic's site.",
    prompts.AGAIN: "What surprised you most?",
}


def rules_of(found: list) -> list[str]:
    return [one.rule for one in found]


def test_what_we_begin_with_has_nothing_against_it_once_the_prompts_are_filled(
    store: Store, ana: int, rosa: int, ana_agrees: None
) -> None:
    for person, kind, channel in product((ana, rosa), DraftKind, CHANNELS):
        draft = scaffold(store, person, kind, channel)
        body = draft.body
        for prompt, words in OWN_WORDS.items():
            body = body.replace(prompt, words)
        whom = {"via": draft.facts.via, "about": draft.facts.about}
        ids = {name: one.id if one else None for name, one in whom.items()}
        found = findings(store, person, kind, channel, body, subject=draft.subject, **ids)
        assert rules_of(found) == [], (kind, channel)


def test_places_are_counted_in_the_body(store: Store, rosa: int) -> None:
    body = "Dear Rosa, could we talk for half an hour?"
    (found,) = (
        one
        for one in findings(store, rosa, "first message", "email", body, subject="A question")
        if one.rule == "over-20-minutes"
    )
    assert body[found.start : found.end] == "half an hour"


def test_on_a_card_only_what_is_said_is_looked_at(store: Store, rosa: int) -> None:
    card = scaffold(store, rosa, "first message", "phone").body
    assert "one-zone" not in rules_of(findings(store, rosa, "first message", "phone", card))
    without = card.replace("Is this a good time for a minute?", "I have a question.")
    found = rules_of(findings(store, rosa, "first message", "phone", without))
    assert "phone-no-good-time" in found


def test_whom_an_introducer_knows_is_no_secret_from_them_but_a_referrer_is(
    store: Store, ana: int, rosa: int
) -> None:
    asking = "Would you ask Rosa Vik whether I may write? You told me that you know Rosa Vik."
    assert refusals(store, ana, "ask for an introduction", "email", asking, about=rosa) == []
    naming = "Ana Ruiz told me to write to you. Could we talk for 20 minutes?"
    assert refusals(store, rosa, "first message", "email", naming) == [permissions.NOT_NOTED]


def test_anybody_named_as_a_referrer_without_a_yes_is_refused(store: Store, rosa: int) -> None:
    people.add(store, "Bo Lindgren")
    naming = "Bo Lindgren suggested that I write to you. Could we talk for 20 minutes?"
    with pytest.raises(NotAllowed, match="Nothing was saved"):
        saved.save(store, rosa, "first message", "email", naming)
    mentioned = "I read what Bo Lindgren wrote about labs. Could we talk for 20 minutes?"
    assert saved.save(store, rosa, "first message", "email", mentioned)
