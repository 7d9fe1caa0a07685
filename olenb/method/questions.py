"""The questions prepared for one person: chosen, put into order, a few of them must-asks.

Five are chosen for the first fifteen minutes, at most three of them must-asks; more wait in
reserve (R22). Questions from hunches come first. Asking whom else to talk to waits for the last
five minutes, always (R28).
"""

from olenb.contacts import rows
from olenb.contacts.keys import visible
from olenb.core import rules
from olenb.core.change import Change
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.core.terms import Part
from olenb.method import bank, conversations, prepared
from olenb.method.bank_file import Question


def choose(store: Store, person: int, question: Question) -> int:
    """Take a question of the bank, and return its id here; one that is there already stays.

    Parameters
    ----------
    store
        The open workbook.
    person
        For whom: their id.
    question
        As the bank has it; from then on the words are the user's to change.

    Raises
    ------
    NotFound
        There is no such person.

    """
    known = [row["id"] for row in prepared.of(store, person) if row["bank"] == question.id]
    if known:
        return int(known[0])
    part, minutes = question.part, question.minutes
    return _add(store, person, question.words, part, minutes, key=question.id)


def add(
    store: Store,
    person: int,
    words: str,
    *,
    part: str = "",
    minutes: int = 0,
    hypothesis: int | None = None,
) -> int:
    """Add a question of the user's own, and return its id.

    Parameters
    ----------
    store
        The open workbook.
    person
        For whom: their id.
    words
        The question.
    part
        "opening", "middle" or "closing"; empty puts a question for further people at the end
        and any other one in the middle.
    minutes
        How long an answer may take, 1 to 15; 0 takes the usual three.
    hypothesis
        The hunch that it checks: its id. Such a question goes before all others.

    Raises
    ------
    NotAllowed
        There are no words, or the part or the minutes aren't as said.
    NotFound
        There is no such person.

    """
    if part and part not in list(Part):
        raise NotAllowed("That isn't a part of a conversation. Nothing was changed.")
    where = part or (Part.CLOSING if bank.asks_for_people(words) else Part.MIDDLE)
    usual = minutes or rules.QUESTION_MINUTES.value
    return _add(store, person, words, where, usual, hypothesis=hypothesis)


def say(store: Store, question: int, words: str) -> None:
    """Change the words of a question.

    Raises
    ------
    NotAllowed
        There are no words.
    NotFound
        There is no such question.

    """
    row = prepared.get(store, question)
    with store.change("Changed a question") as change:
        change.update("question", row["id"], words=_words(words))


def remove(store: Store, question: int) -> None:
    """Take a question away.

    Raises
    ------
    NotFound
        It is gone already.

    """
    row = prepared.get(store, question)
    with store.change("Took a question away") as change:
        change.delete("question", row["id"])


def asked(store: Store, question: int, conversation: int | None, at: str = "") -> None:
    """Note in which conversation a question was asked; None takes that back.

    Parameters
    ----------
    store
        The open workbook.
    question
        Its id.
    conversation
        Which conversation, or None.
    at
        The moment when the next one's turn came, ISO 8601 with offset.

    Raises
    ------
    NotAllowed
        The moment isn't one.
    NotFound
        There is no such question or conversation.

    """
    row = prepared.get(store, question)
    moment = None
    if conversation is not None:
        conversation = conversations.get(store, conversation)["id"]
        moment = conversations.moment(at) if at else None
    with store.change("Noted which question was asked") as change:
        change.update("question", row["id"], conversation=conversation, asked_at=moment)


def _add(
    store: Store,
    person: int,
    words: str,
    part: str,
    minutes: int,
    *,
    key: str | None = None,
    hypothesis: int | None = None,
) -> int:
    if minutes not in range(1, 16):
        raise NotAllowed("Please choose from 1 to 15 minutes. Nothing was changed.")
    early = part != Part.CLOSING
    with store.change("Chose a question") as change:
        free = not early or _has_room(store, change, person, make=hypothesis is not None)
        return change.insert(
            "question",
            person=rows.exists(store, person),
            bank=key,
            hypothesis=hypothesis,
            words=_words(words),
            position=_place(store, change, person, before_others=hypothesis is not None),
            must=0,
            reserve=int(not free),
            part=str(part),
            minutes=minutes,
        )


def _has_room(store: Store, change: Change, person: int, *, make: bool) -> bool:
    """Tell whether one more fits among the five; `make` sends the least essential to reserve."""
    now = prepared.chosen(store, person)
    if len(now) < rules.QUESTIONS.value:
        return True
    others = [row["id"] for row in now if not row["must"] and row["hypothesis"] is None]
    if make and others:
        change.update("question", others[-1], reserve=1)
    return make and bool(others)


def _place(store: Store, change: Change, person: int, *, before_others: bool) -> int:
    """Return the position of a new question; one from a hunch goes before all others."""
    every = prepared.of(store, person)
    if not before_others:
        return max((row["position"] for row in every), default=0) + 1
    first = sum(row["hypothesis"] is not None for row in every)
    for number, row in enumerate(every, 1):
        place = number if number <= first else number + 1
        if row["position"] != place:
            change.update("question", row["id"], position=place)
    return first + 1


def _words(words: str) -> str:
    text = words.strip()
    if not visible(text):
        raise NotAllowed("A question needs a few words. Nothing was changed.")
    return text
