"""After a conversation: thanks, what came of it, and a hello now and then (R34, R35)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from olenb.core import rules
from olenb.core.due_terms import Due
from olenb.core.terms import Reply, TouchKind
from olenb.method import deadlines
from olenb.method.due.facts import Facts, Talk
from olenb.method.due.item import Item


def after_talks(facts: Facts) -> Iterator[Item]:
    """Yield what is due after each conversation that was held."""
    for talk in facts.talks:
        about = {"target": talk.row["target"], "conversation": talk.id}
        yield from _thanks(facts, talk, about)
        yield from _introducers(facts, talk, about)
        yield from _outcome(facts, talk, about)
    yield from _hellos(facts)


def _thanks(facts: Facts, talk: Talk, about: dict[str, Any]) -> Iterator[Item]:
    """Yield thanks within 48 hours of the end, and a card as well: posting it counts."""
    deadline = deadlines.thank_you(talk.ended_at, facts.zone)
    talked = f"You talked{facts.on(talk.on)}."
    thanked = facts.did(talk.person, [TouchKind.THANKED], talk.on, talk.id)
    posted = facts.did(talk.person, [TouchKind.SENT_CARD], talk.on, talk.id)
    if not thanked and not posted:
        hours = rules.THANK_YOU_HOURS.value
        why = f"{talked} Thanks within {hours} hours show that you heard what they said."
        yield Item(Due.THANK, talk.person, deadline, why, **about)
    fresh = facts.now.date() <= talk.on + timedelta(days=rules.OUTCOME_DAYS.value)
    if not posted and (fresh or not thanked):
        why = f"{talked} A card by hand is a second thanks, if you like; posting it is enough."
        yield Item(Due.CARD, talk.person, deadline, why, **about)


def _introducers(facts: Facts, talk: Talk, about: dict[str, Any]) -> Iterator[Item]:
    """Yield thanks to whoever led to somebody, after the first conversation with them."""
    if any(each.person == talk.person and each.id != talk.id for each in facts.before(talk)):
        return
    deadline = replace(deadlines.thank_you(talk.ended_at, facts.zone), remind_at=None)
    why = f"They led you to {facts.called(talk.person)}, and you talked{facts.on(talk.on)}."
    for person in _who_led_to(facts, talk.person):
        if not facts.did(person, [TouchKind.TOLD_INTRODUCER], talk.on, talk.id):
            yield Item(Due.THANK_INTRODUCER, person, deadline, why, **about)


def _who_led_to(facts: Facts, person: int) -> list[int]:
    """Return who introduced or named somebody, in the order of their ids."""
    named = {
        event.row["person"]
        for events in facts.touches.values()
        for event in events
        if event.row["about"] == person and event.row["reply"] == Reply.YES
    }
    referred = {row["person"] for row in facts.referrals if row["referred"] == person}
    return sorted((named | referred) - {person})


def _outcome(facts: Facts, talk: Talk, about: dict[str, Any]) -> Iterator[Item]:
    """Yield what to tell two weeks later, if there was any advice (R35)."""
    advice = facts.advice[talk.id]
    if not advice and not talk.row["next_action"]:
        return
    again = any(each.person == talk.person for each in facts.after(talk))
    if again or facts.did(talk.person, [TouchKind.SENT_OUTCOME], talk.on, talk.id):
        return
    deadline = deadlines.outcome(talk.on, facts.zone)
    if any(row["done"] for row in advice):
        why = f"You talked{facts.on(talk.on)} and used what they said. People like to hear that."
    else:
        why = (
            f"You talked{facts.on(talk.on)}. Did you use what they said? "
            "If so, let them know; if not, leave it out."
        )
    yield Item(Due.OUTCOME, talk.person, deadline, why, **about)


def _hellos(facts: Facts) -> Iterator[Item]:
    """Yield a hello every three months to those whom the user talked with (R35)."""
    for person in sorted({talk.person for talk in facts.talks}):
        if (last := _last_heard(facts, person)) is not None:
            deadline = deadlines.keep_in_touch(last, facts.zone)
            why = f"You were last in touch{facts.on(last)}. A line about how you are is enough."
            yield Item(Due.KEEP_IN_TOUCH, person, deadline, why)


def _last_heard(facts: Facts, person: int) -> date | None:
    """Return when the user was last in touch with somebody, None if that was parked since."""
    last = max(talk.on for talk in facts.talks if talk.person == person)
    for event in facts.touches.get(person, ()):
        if event.row["kind"] == TouchKind.PARKED:
            if event.on >= last:
                return None
        else:
            last = max(last, event.on)
    return last
