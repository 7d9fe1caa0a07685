"""The parts that messages are made of: each says what the facts hold, or leaves a prompt."""

from dataclasses import dataclass
from datetime import date

from olenb.core import rules
from olenb.core.terms import Channel
from olenb.method.drafts import prompts
from olenb.method.drafts.facts import Facts
from olenb.method.times import day_words
from olenb.network import sentences
from olenb.network.words import on


@dataclass(frozen=True)
class Part:
    """One part of a draft.

    Parameters
    ----------
    name
        What it is for, such as "an easy way out".
    text
        What it says, prompts included.
    joins
        Whether it goes on in the paragraph before it.
    """

    name: str
    text: str
    joins: bool = False


def me(facts: Facts) -> str:
    """Return the user's own name."""
    return facts.me.name or prompts.NAME


def who(facts: Facts) -> str:
    """Say who writes, in a clause."""
    school, year = facts.me.school, facts.me.class_year
    if not school:
        return f"I'm {me(facts)}, {prompts.WHO}."
    if year and year >= facts.today.year:
        return f"I'm {me(facts)}, a student at {school}."
    return f"I'm {me(facts)}, and I went to {school}{f', class of {year}' if year else ''}."


def connection(facts: Facts) -> str:
    """Say how the two are connected, with a referrer only where they allowed it."""
    if facts.via:
        return f"{facts.via.name} told me about you."
    if facts.to.knows_me:
        return prompts.JUST_FOR_THEM
    if facts.to.school and facts.to.school == facts.me.school:
        return f"We have {facts.to.school} in common."
    return prompts.CONNECTION


def curious(facts: Facts) -> str:
    """Say what the user would like to find out, as part of a sentence."""
    return sentences.curiosity(facts.target) if facts.target else prompts.CURIOUS


def topic(facts: Facts) -> str:
    """Return what it is about, in a few words."""
    goal = facts.target
    if goal is None:
        return prompts.TOPIC
    if goal.role:
        return f"working {sentences.as_a(goal.role)}"
    return f"working in {goal.industry or goal.region}" if not goal.name else goal.name


def about(facts: Facts) -> str:
    """Return whom it is about, with where they are."""
    if facts.about is None:
        return prompts.WHOM
    place = facts.about.organization
    return f"{facts.about.name} at {place}" if place else facts.about.name


def about_called(facts: Facts) -> str:
    """Return what one calls the person whom it is about."""
    return facts.about.called if facts.about else "them"


def minutes() -> str:
    """Return how long is asked for (R13)."""
    return f"{rules.MINUTES_ASKED.value} minutes"


def asked_on(facts: Facts) -> str:
    """Say on which day the user wrote, as part of a sentence."""
    return on(facts.asked_on)


def met_on(facts: Facts) -> str:
    """Say on which day the two talked, as part of a sentence."""
    if not facts.met_on:
        return ""
    return f" on {day_words(date.fromisoformat(facts.met_on))}"


def meeting(facts: Facts) -> str:
    """Say when the meeting is, on both clocks, theirs first (R16)."""
    agreed = facts.meeting
    return agreed.slot.words_for_them if agreed and agreed.slot else prompts.WHEN


def place(facts: Facts) -> str:
    """Say where, or by which means."""
    agreed = facts.meeting
    if agreed is None:
        return prompts.WHERE
    if agreed.channel == Channel.PHONE:
        return f"I'll call you: {agreed.place or prompts.WHERE}"
    if agreed.channel == Channel.VIDEO:
        return f"The link: {agreed.place or prompts.WHERE}"
    return f"We meet here: {agreed.place or prompts.WHERE}"


def times(facts: Facts) -> str:
    """List the proposed times on both clocks, theirs first (R16)."""
    if not facts.slots:
        return prompts.TIMES
    return "\n".join([*(f"- {slot.words_for_them}" for slot in facts.slots), prompts.CHECK_TIMES])


def sentence(words: str) -> str:
    """Return the user's own words with a full stop at their end.

    >>> sentence("most of it is planning"), sentence("Really?")
    ('most of it is planning.', 'Really?')
    """
    return words if words[-1:] in ".!?…" else f"{words}."
