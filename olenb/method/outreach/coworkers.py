"""Is it appropriate to ask somebody whom I work with now? A few questions, my decision (R7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from olenb.contacts import rows
from olenb.core.change import Row
from olenb.core.errors import NotAllowed
from olenb.core.store import Store, today
from olenb.core.terms import Circle, CoworkerDecision


@dataclass(frozen=True)
class Question:
    """One question of the check; `careful` is the answer that asks for care."""

    key: str
    words: str
    careful: str
    why: str


QUESTIONS = (
    Question(
        "trust",
        "Would they keep it to themselves?",
        "no",
        "what you tell them may travel further than you like",
    ),
    Question(
        "boss",
        "Do they report to the same person as you, or decide about your work?",
        "yes",
        "they would have to keep something from somebody whom you both answer to",
    ),
    Question(
        "harm",
        "Would it hurt you if your manager heard of it?",
        "yes",
        "it could cost you something at work if it became known",
    ),
    Question(
        "outside",
        "Can you ask outside work: your own email, your own time?",
        "no",
        "work email and work time belong to your employer",
    ),
)
ANSWERS = ("yes", "no")


def is_coworker(store: Store, person: int) -> bool:
    """Tell whether somebody works with the user now, as far as the workbook knows.

    Raises
    ------
    NotFound
        There is no such person.

    """
    if rows.person(store, person)["circle"] == Circle.COWORKER:
        return True
    return store.one(_SAME_EMPLOYER, (person,)) is not None


_SAME_EMPLOYER = """
SELECT 1 FROM affiliation AS theirs JOIN affiliation AS mine USING (organization)
JOIN person AS me ON me.id = mine.person AND me.is_ego = 1
WHERE theirs.person = ? AND theirs.current = 1 AND mine.current = 1
AND theirs.kind = 'job' AND mine.kind = 'job'
"""


def decision(store: Store, person: int) -> Row | None:
    """Return what the user last decided about somebody: decision, why, decided_on; or None."""
    return store.one(
        "SELECT decision, why, decided_on FROM coworker_check WHERE person = ? ORDER BY id DESC",
        (person,),
    )


def needs_check(store: Store, person: int) -> bool:
    """Tell whether somebody works with the user and nothing was decided about them yet."""
    return is_coworker(store, person) and decision(store, person) is None


def advice(answers: Mapping[str, str]) -> str:
    """Say what speaks for care, as far as the answers go; the decision is the user's.

    Parameters
    ----------
    answers
        Keys of `QUESTIONS` -> "yes" or "no"; what was skipped is left out.

    >>> advice({"trust": "yes", "outside": "yes"})
    'Nothing that you said speaks against it. A quiet word outside work is a good beginning.'
    >>> advice({"trust": "no"})
    'Take care: what you tell them may travel further than you like.'
    >>> advice({})
    'Think it over, or ask somebody outside your work first. You decide.'

    """
    given = [one for one in QUESTIONS if answers.get(one.key) in ANSWERS]
    if not given:
        return "Think it over, or ask somebody outside your work first. You decide."
    reasons = [one.why for one in given if answers[one.key] == one.careful]
    if reasons:
        return f"Take care: {'; '.join(reasons)}."
    return "Nothing that you said speaks against it. A quiet word outside work is a good beginning."


def decide(store: Store, person: int, decided: str, why: str = "") -> int:
    """Note what the user decided about a coworker, and return the note's id (R7).

    Parameters
    ----------
    store
        The open workbook.
    person
        Their id.
    decided
        A value of `terms.CoworkerDecision`.
    why
        In the user's own words.

    Raises
    ------
    NotAllowed
        It isn't one of the two.
    NotFound
        There is no such person.

    """
    if decided not in list(CoworkerDecision):
        raise NotAllowed("Please choose: go ahead, or not now. Nothing was changed.")
    with store.change("Decided about asking a coworker") as change:
        return change.insert(
            "coworker_check",
            person=rows.exists(store, person),
            decision=str(decided),
            why=why.strip() or None,
            decided_on=today(),
        )
