"""Whose name may be said to whom: decided here and nowhere else (R29, R37, R38, N2).

A yes holds for the person whom it was given for, or for anybody, and the newest answer counts. A
later no to all takes every yes back. Nobody who was marked as confidential is named to anyone. The
reasons hold no name, so that they may stand in an error.
"""

from dataclasses import dataclass

from olenb.contacts import rows as people
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.core.terms import Permission, Reply
from olenb.method import days
from olenb.network.words import on

NOT_NOTED = (
    "Whether you may use this name isn't noted yet. Ask them first; "
    "once you have noted a yes, the name can go in."
)
ONLY_ELSEWHERE = (
    "They said yes for somebody else, and not for this person. Ask them once more; "
    "once you have noted a yes, the name can go in."
)
CONFIDENTIAL = "You marked this person as confidential, so their name stays in your workbook."
BETWEEN_US = "These words are from a note that you marked as confidential. Please leave them out."


@dataclass(frozen=True)
class Decision:
    """Whether a name may be used, and why.

    Parameters
    ----------
    allowed
        Whether it may.
    reason
        One or two sentences. A refusal holds nobody's name.
    """

    allowed: bool
    reason: str


def may_name(store: Store, person: int, towards: int | None = None) -> Decision:
    """Decide whether the user may use somebody's name (R29, R37).

    Parameters
    ----------
    store
        The open workbook.
    person
        Whose name: an id.
    towards
        To whom it would be said: an id; None asks about anybody at all.

    Raises
    ------
    NotFound
        There is no such person.

    """
    row = people.person(store, person)
    if row["is_ego"] or person == towards:
        return Decision(True, "It is their own name.")
    if row["confidential"]:
        return Decision(False, CONFIDENTIAL)
    here, anybody, elsewhere = _answers(store, int(row["id"]), towards)
    if here and here.answer == Permission.YES and not (anybody and anybody.is_later_no(here)):
        return _yes(here)
    noes = [each for each in (here, anybody) if each and each.answer == Permission.NO]
    if noes:
        return _no(noes[0])
    if anybody:
        return _yes(anybody)
    return Decision(False, ONLY_ELSEWHERE if elsewhere else NOT_NOTED)


def record(
    store: Store,
    person: int,
    answer: str,
    *,
    towards: int | None = None,
    scope: str = "",
    given_on: str = "",
    conversation: int | None = None,
) -> int:
    """Note what somebody said about the use of their name, and return the note's id (R29, N2).

    Parameters
    ----------
    store
        The open workbook.
    person
        Whose name.
    answer
        One of `terms.Permission`.
    towards
        For whom alone it holds; None: for anybody.
    scope
        Their limits, in their words.
    given_on
        When they said it, ISO 8601; empty means today.
    conversation
        In which conversation.

    Raises
    ------
    NotAllowed
        It isn't one of the answers, or the day isn't one that has come.
    NotFound
        There is no such person.

    """
    if answer not in list(Permission):
        raise NotAllowed("An answer is yes, no or not asked. Nothing was changed.")
    day = days.past(given_on)
    towards = None if towards is None else people.exists(store, towards)
    with store.change("Noted whether you may use a name") as change:
        return change.insert(
            "permission",
            person=people.exists(store, person),
            answer=str(answer),
            towards=towards,
            scope=scope.strip() or None,
            given_on=day,
            conversation=conversation,
        )


def referrers(store: Store, person: int, via: int | None = None) -> list[int]:
    """Return the ids of those who brought the user to somebody; a draft may not just name them.

    Parameters
    ----------
    store
        The open workbook.
    person
        Who would read the draft.
    via
        Somebody whom the draft goes through.

    """
    found = store.rows(
        "SELECT person FROM referral WHERE referred = ?1 UNION "
        "SELECT person FROM touch WHERE about = ?1 AND reply = ?2",
        (person, Reply.YES.value),
    )
    return sorted({row["person"] for row in found} | ({via} if via else set()) - {person})


@dataclass(frozen=True)
class _Answer:
    """What they said, and when."""

    answer: str
    given_on: str
    number: int
    scope: str

    def is_later_no(self, other: "_Answer") -> bool:
        mine, theirs = (self.given_on, self.number), (other.given_on, other.number)
        return self.answer == Permission.NO and mine > theirs


_GIVEN = """
SELECT answer, coalesce(given_on, '') AS given_on, id AS number, coalesce(scope, '') AS scope,
  towards FROM permission WHERE person = ?1
UNION ALL
SELECT permission, coalesce(given_on, ''), 0, '', referred FROM referral
  WHERE person = ?1
ORDER BY given_on, number
"""


def _answers(
    store: Store, person: int, towards: int | None
) -> tuple[_Answer | None, _Answer | None, bool]:
    """Return the newest answer for this reader, the newest for anybody, and a yes elsewhere."""
    here: _Answer | None = None
    anybody: _Answer | None = None
    elsewhere = False
    for row in store.rows(_GIVEN, (person,)):
        answer = _Answer(row["answer"], row["given_on"], row["number"], row["scope"])
        given = None if answer.answer == Permission.NOT_ASKED else answer
        if row["towards"] is None:
            anybody = given
        elif row["towards"] == towards:
            here = given
        else:
            elsewhere = elsewhere or answer.answer == Permission.YES
    return here, anybody, elsewhere


def _yes(given: _Answer) -> Decision:
    limits = f" Their limits: {given.scope}" if given.scope else ""
    return Decision(True, f"They said yes{on(given.given_on)}.{limits}")


def _no(given: _Answer) -> Decision:
    return Decision(False, f"They said no{on(given.given_on)}: please leave their name out.")
