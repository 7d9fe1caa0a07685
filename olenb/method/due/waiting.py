"""Messages without an answer: one reminder after seven business days, then rest (R33)."""

from collections.abc import Iterator, Sequence
from datetime import date

from olenb.core import rules
from olenb.core.due_terms import Due
from olenb.core.terms import Reply, TouchKind
from olenb.method import deadlines
from olenb.method.due.facts import Event, Facts
from olenb.method.due.item import Item

ASKS = (
    *(TouchKind.ASKED_AROUND, TouchKind.ASKED_INTRODUCTION, TouchKind.ASKED_CONVERSATION),
    *(TouchKind.FOLLOWED_REFERRAL, TouchKind.PROPOSED_TIMES),
)
"""Messages that wait for an answer."""
_REMINDER, _REST = TouchKind.NUDGED, TouchKind.PARKED
_AFTER_AN_ANSWER = (
    *(TouchKind.PROPOSED_TIMES, TouchKind.CONFIRMED, TouchKind.ANSWERED_NO, TouchKind.THANKED),
    *(TouchKind.SENT_CARD, TouchKind.TOLD_INTRODUCER, TouchKind.SENT_OUTCOME),
)
"""What one does only after an answer, whether or not that was written down."""


def without_answer(facts: Facts) -> Iterator[Item]:
    """Yield one reminder, or the rest after it, for each person who hasn't answered."""
    for person, events in sorted(facts.touches.items()):
        waiting = _unanswered(facts, person, events)
        if waiting and not _parked(events):
            yield _next_step(facts, person, waiting, events)


def _unanswered(facts: Facts, person: int, events: Sequence[Event]) -> list[Event]:
    """Return the messages to somebody that nothing answered for good, in order."""
    met = _met(facts, person)
    found: list[Event] = []
    for event in events:
        kind, reply = event.row["kind"], event.row["reply"]
        if kind in _AFTER_AN_ANSWER:
            found.clear()
        if kind in ASKS and reply in (None, Reply.WILL_ASK) and event.on >= met:
            found.append(event)
    return found


def _met(facts: Facts, person: int) -> date:
    """Return the day on which the user last talked with somebody or agreed on a time."""
    talked = [talk.on for talk in facts.talks if talk.person == person]
    agreed = [
        day
        for row in facts.meetings
        if row["person"] == person
        for day in map(facts.day, (row["agreed_on"], row["confirmed_on"], row["starts_at"]))
        if day
    ]
    return max([*talked, *agreed], default=date.min)


def _parked(events: Sequence[Event]) -> bool:
    """Tell whether the newest message to somebody was followed by letting it rest."""
    kinds = [e.row["kind"] for e in events if e.row["kind"] in (*ASKS, _REMINDER, _REST)]
    return bool(kinds[-1] == _REST)


def _next_step(
    facts: Facts, person: int, waiting: Sequence[Event], events: Sequence[Event]
) -> Item:
    """Return the one reminder, or that it rests now."""
    last = waiting[-1]
    replies = [day for event in events if (day := facts.day(event.row["replied_on"]))]
    heard = max(replies, default=date.min)
    reminders = [e for e in events if e.row["kind"] == _REMINDER and e.on >= heard]
    sent = {event.on for event in waiting if not event.row["reply"] and event.on >= heard}
    since = max([heard, *sent, *(event.on for event in reminders)])
    deadline = deadlines.nudge(since, facts.zone, facts.days)
    about = {"target": last.row["target"], "touch": last.row["id"]}
    if max(len(sent), 1) + len(reminders) < rules.MESSAGES.value:
        wrote = f"You wrote{facts.on(since)}, and there is no answer yet"
        said = wrote if sent else f"You last heard from them{facts.on(since)}"
        why = f"{said}. One friendly reminder is fine, and then it rests."
        return Item(Due.NUDGE, person, deadline, why, **about)
    why = "Enough was written, and nobody has to answer. People are busy; it isn't about you."
    return Item(Due.PARK, person, deadline, why, **about)
