"""A card for a phone call: first whether it is a good time, and what to say to a machine (R15)."""

from collections.abc import Iterator
from datetime import date, time
from math import ceil

from olenb.core import rules
from olenb.core.errors import NotAllowed
from olenb.core.terms import DraftKind
from olenb.method import zones
from olenb.method.drafts import parts, prompts
from olenb.method.drafts.facts import Facts
from olenb.method.drafts.kinds import MAKERS
from olenb.method.drafts.parts import Part
from olenb.method.times import at, clock_words

_UNKNOWN_ZONE = "[look up what time it is there before you call]"
_WHY = {
    DraftKind.HELLO: "I only wanted to say hello.",
    DraftKind.SCHEDULING: "I wanted to find a time with you.",
    DraftKind.CONFIRMATION: "It's about the time that we agreed on.",
    DraftKind.ANSWER_TO_NO: "Thank you for letting me know.",
    DraftKind.THANKS: "I wanted to thank you for your time.",
    DraftKind.THANKS_INTRODUCER: "I wanted to thank you for opening a door.",
    DraftKind.OUTCOME: "I wanted to tell you what came of your advice.",
    DraftKind.UPDATE: "I wanted to tell you how things are.",
}
_SPOKEN = {prompts.NUMBER: 10, prompts.DAY: 2}  # a number is said digit by digit


def card(kind: DraftKind, facts: Facts) -> list[Part]:
    """Return the parts of a call, in their order.

    Parameters
    ----------
    kind
        What the call is about.
    facts
        What may be said.
    """
    good = f"Hello {facts.to.called}, this is {parts.me(facts)}. Is this a good time for a minute?"
    again = f"When may I call you again? {prompts.WHEN}"
    said = [part for part in MAKERS[kind](facts, True) if part.text]
    message = voicemail(kind, facts)
    return [
        Part("when to call", decent_hours(facts)),
        Part("first", good),
        Part("if it isn't", f"{again} Thank you, and goodbye."),
        *said,
        Part(f"to a machine, about {seconds(message)} seconds", message),
    ]


def decent_hours(facts: Facts) -> str:
    """Say at which hours one may call, on both clocks (R16)."""
    mine, theirs = facts.me.zone, facts.to.zone
    first, last = (time(rule.value) for rule in (rules.NOT_BEFORE, rules.NOT_AFTER))
    there = f"Between {clock_words(first)} and {clock_words(last)} their time"
    if not (mine and theirs):
        return f"{there}. {_UNKNOWN_ZONE}"
    here = [_on_my_clock(facts.today, clock, mine, theirs) for clock in (first, last)]
    return (
        f"{there} ({zones.label(theirs)}): "
        f"that is {here[0]} to {here[1]} on your clock ({zones.label(mine)})."
    )


def _on_my_clock(day: date, clock: time, mine: str, theirs: str) -> str:
    try:
        moment = at(day, clock, theirs)
    except NotAllowed:  # their clocks skip this hour today
        moment = at(day, clock.replace(hour=clock.hour + 1), theirs)
    return clock_words(moment.astimezone(zones.zone_info(mine)))


def voicemail(kind: DraftKind, facts: Facts) -> str:
    """Return a message for a machine: as much of it as fits into twenty seconds (R15).

    Parameters
    ----------
    kind
        What the call is about.
    facts
        What may be said.
    """
    versions = list(_voicemails(kind, facts))
    fitting = (one for one in versions if seconds(one) <= rules.VOICEMAIL_SECONDS.value)
    return next(fitting, versions[-1])


def _voicemails(kind: DraftKind, facts: Facts) -> Iterator[str]:
    """Yield the message, from the fullest to the barest."""
    hello = f"Hello {facts.to.called}, this is {parts.me(facts)}"
    school = f" from {facts.me.school}" if facts.me.school else ""
    via = f" {facts.via.name} told me about you." if facts.via else ""
    why = f" {_WHY.get(kind) or f'I have one question about {parts.topic(facts)}.'}"
    again = f" I'll call again on {prompts.DAY}. My number is {prompts.NUMBER}. Thank you!"
    yield f"{hello}{school}.{via}{why}{again}"
    yield f"{hello}.{via}{why}{again}"
    yield f"{hello}.{why}{again}"
    yield f"{hello}.{again}"


def seconds(text: str) -> int:
    """Return how long a text takes to say without hurry.

    Parameters
    ----------
    text
        What is said; a digit counts as a word.

    >>> seconds("My number is 507-555-0100.")
    6
    """
    words = 0
    for prompt, count in _SPOKEN.items():
        words += text.count(prompt) * count
        text = text.replace(prompt, " ")
    for word in text.split():
        words += max(1, sum(char.isdigit() for char in word))
    return ceil(words * 60 / rules.SPOKEN_WORDS_A_MINUTE.value)
