"""A draft to begin with: the parts of its kind, in the frame of its channel (R12)."""

from dataclasses import dataclass
from datetime import date

from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.core.terms import Channel, DraftKind
from olenb.method.drafts import kinds, parts, phone, prompts
from olenb.method.drafts.facts import Facts
from olenb.method.drafts.gathering import gather
from olenb.method.drafts.parts import Part
from olenb.method.times import Slot
from olenb.network import counselor

CHANNELS = (Channel.EMAIL, Channel.LETTER, Channel.PHONE, Channel.LINKEDIN, Channel.TEXT)
"""By which a draft can go."""

BY_HAND = frozenset(
    (DraftKind.THANKS, DraftKind.THANKS_INTRODUCER, DraftKind.OUTCOME, DraftKind.UPDATE)
)
"""What goes on a card rather than into a letter with addresses (R35)."""

_ASKING = frozenset(
    (DraftKind.ASK_AROUND, DraftKind.FIRST, DraftKind.INTRODUCTION, DraftKind.SCHEDULING)
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True)
class Scaffold:
    """A draft that is begun, with prompts where the user's own words go.

    Parameters
    ----------
    kind, channel
        Which step of a contact, and how it will go.
    subject
        Of an email; "" otherwise.
    body
        The words.
    parts
        What the words are made of.
    left
        The prompts that are left for the user.
    refused
        Why a name was left out: sentences without the name (R37).
    allowed
        What the one who is named said about that, their limits included (N2).
    facts
        What it was filled from.
    """

    kind: DraftKind
    channel: Channel
    subject: str
    body: str
    parts: tuple[Part, ...]
    left: tuple[str, ...]
    refused: tuple[str, ...]
    allowed: str
    facts: Facts


def scaffold(
    store: Store,
    person: int,
    kind: str,
    channel: str,
    *,
    via: int | None = None,
    about: int | None = None,
    target: int | None = None,
    slots: tuple[Slot, ...] = (),
) -> Scaffold:
    """Begin a draft from what the workbook knows; nothing is saved and nothing is sent.

    Parameters
    ----------
    store
        The open workbook.
    person
        Who would read it.
    kind, channel
        One of `terms.DraftKind`, one of `CHANNELS`.
    via
        Who brought the user to them; None takes whoever did. Named only with permission (R37).
    about
        Whom it is about: whom an introducer is asked to reach, or who was met; None finds out.
    target
        Which target; None takes what was asked last.
    slots
        Times to propose.

    Raises
    ------
    NotAllowed
        There is no such kind or channel.
    NotFound
        There is no such person.

    """
    step, way = checked(kind, channel)
    facts = gather(store, person, step, via=via, about=about, target=target, slots=slots)
    made = phone.card(step, facts) if way == Channel.PHONE else _written(step, way, facts)
    body = _card(made) if way == Channel.PHONE else _framed(step, way, facts, made)
    subject = kinds.subject(step, facts) if way == Channel.EMAIL else ""
    left = prompts.left(f"{subject}\n{body}", facts.names)
    return Scaffold(
        step,
        way,
        subject,
        body,
        parts=tuple(made),
        left=tuple(left),
        refused=facts.refused,
        allowed=facts.allowed,
        facts=facts,
    )


def checked(kind: str, channel: str) -> tuple[DraftKind, Channel]:
    """Return a kind and a channel that there are.

    Raises
    ------
    NotAllowed
        One of them isn't.

    """
    if kind not in list(DraftKind):
        choices = ", ".join(each.value for each in DraftKind)
        raise NotAllowed(f"Please choose one of: {choices}. Nothing was changed.")
    if channel not in CHANNELS:
        choices = ", ".join(each.value for each in CHANNELS)
        raise NotAllowed(f"A draft goes by one of: {choices}. Nothing was changed.")
    return DraftKind(kind), Channel(channel)


def _written(kind: DraftKind, channel: Channel, facts: Facts) -> list[Part]:
    short = channel in (Channel.LINKEDIN, Channel.TEXT)
    return [part for part in kinds.MAKERS[kind](facts, short) if part.text]


def _framed(kind: DraftKind, channel: Channel, facts: Facts, made: list[Part]) -> str:
    """Return the parts between a greeting and a name."""
    name = parts.me(facts)
    if channel in (Channel.LINKEDIN, Channel.TEXT):
        return f"{_hello(facts)},\n{_run_on(made)}\n{name}"
    hello = f"{_hello(facts)},"
    goodbye = "Thank you," if kind in _ASKING else "All the best,"
    text = f"{hello}\n\n{_paragraphs(made)}\n\n{goodbye}\n{name}"
    if channel == Channel.LETTER and kind not in BY_HAND:
        return f"{_head(facts)}\n\n{text}"
    return text


def _hello(facts: Facts) -> str:
    """Return a greeting: by the first name once the two know each other."""
    if facts.to.name == counselor.NAME:
        return "Hello"
    known = facts.to.knows_me or facts.met_on
    return f"Hi {facts.to.called}" if known else f"Dear {facts.to.name}"


def _paragraphs(made: list[Part]) -> str:
    text = ""
    for part in made:
        text += (" " if part.joins else "\n\n") + part.text
    return text.strip()


def _run_on(made: list[Part]) -> str:
    """Return the parts as one paragraph; a list keeps its lines."""
    text = ""
    for part in made:
        text += ("\n" if "\n" in text else " ") + part.text
    return text.strip()


def _head(facts: Facts) -> str:
    """Return the two addresses and the day."""
    me, to, day = facts.me, facts.to, facts.today
    mine = [me.name or prompts.NAME, prompts.ADDRESS, me.city]
    theirs = [to.name, to.role, to.organization, to.city]
    blocks = (mine, [long_day(day)], theirs)
    return "\n\n".join("\n".join(filter(None, block)) for block in blocks)


def long_day(day: date) -> str:
    """Return a day as a letter says it.

    >>> long_day(date(2026, 11, 3))
    'November 3, 2026'
    """
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def _card(made: list[Part]) -> str:
    """Return the parts of a call with what each is for."""
    return "\n\n".join(f"{part.name[:1].upper()}{part.name[1:]}:\n{part.text}" for part in made)
