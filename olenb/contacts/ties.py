"""Who knows whom, and how that is known; the tie with the user holds the tie questions."""

from typing import Any

from olenb.contacts import facts, rows, you
from olenb.core.change import Change, Row
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store, today
from olenb.core.terms import Evidence

STRENGTH = {str(evidence): -place for place, evidence in enumerate(Evidence)}
"""How much an evidence says; the more, the larger."""

KNOWN_FIRST_HAND = Evidence.TOLD
"""The evidence of a tie with the user, who needs nobody to tell them."""


def add_tie(
    store: Store,
    a: int,
    b: int,
    evidence: str = Evidence.TOLD,
    *,
    as_of: str = "",
    setting: str = "",
) -> int:
    """Note that two people know each other and return the tie's id.

    Of two evidences the stronger one stays, with the date when it was learned.

    Parameters
    ----------
    store
        The open workbook.
    a, b
        Ids of two people.
    evidence
        "told", "seen", "shared_team" or "guess" (N7).
    as_of
        When the user learned of it, ISO 8601; empty means today.
    setting
        Where they know each other from.

    Raises
    ------
    NotAllowed
        Both are one person, or the evidence or the date isn't one.
    NotFound
        One of them isn't there.

    """
    if a == b:
        raise NotAllowed("A tie needs two people. Nothing was changed.")
    said = facts.all_checked(
        "tie", {"evidence": evidence, "as_of": as_of or today(), "setting": setting}
    )
    if said["evidence"] is None:
        raise NotAllowed("Please say how you know that they know each other. Nothing was changed.")
    a, b = rows.exists(store, a), rows.exists(store, b)
    with store.change("Noted that two people know each other") as change:
        row = between(store, a, b)
        if row is None:
            return change.insert("tie", a=min(a, b), b=max(a, b), **said)
        new = {"setting": said["setting"]} if said["setting"] and not row["setting"] else {}
        if STRENGTH[said["evidence"]] > STRENGTH[row["evidence"]]:
            new |= {"evidence": said["evidence"], "as_of": said["as_of"]}
        if new:
            change.update("tie", row["id"], **new)
        return int(row["id"])


def answer(store: Store, person: int, **answers: Any) -> None:
    """Note answers to the tie questions about somebody whom the user knows; all are optional.

    Parameters
    ----------
    store
        The open workbook.
    person
        Their id.
    **answers
        Some of willingness ("sure", "likely", "unsure", "rather not ask"), closeness (1 to 5),
        last_exchange (ISO 8601, a year or a month is fine) and setting; empty takes one back.

    Raises
    ------
    NotAllowed
        An answer isn't one that the workbook knows, or the person is the user.
    NotFound
        There is no such person.

    """
    said = facts.all_checked("tie", answers)
    person = rows.exists(store, person)
    with store.change("Answered a question about somebody you know") as change:
        me = you.ego(store, change)
        if person == me:
            raise NotAllowed("That question is about somebody else. Nothing was changed.")
        with_me(store, change, me, person, said)


def with_me(store: Store, change: Change, me: int, person: int, answers: dict[str, Any]) -> None:
    """Write the tie with the user, with checked answers."""
    row = between(store, me, person)
    if row is None:
        pair = {"a": min(me, person), "b": max(me, person)}
        evidence = KNOWN_FIRST_HAND.value
        change.insert("tie", **pair, evidence=evidence, as_of=today(), **answers)
    elif changed := {k: v for k, v in answers.items() if row[k] != v}:
        change.update("tie", row["id"], **changed)


def remove(store: Store, tie: int) -> None:
    """Take a tie away.

    Raises
    ------
    NotFound
        It is gone already.

    """
    if store.one("SELECT 1 FROM tie WHERE id = ?", (int(tie),)) is None:
        raise NotFound("That one is gone already. Nothing was changed.")
    with store.change("Took away that two people know each other") as change:
        change.delete("tie", int(tie))


def between(store: Store, a: int, b: int) -> Row | None:
    """Return the tie between two people, or None."""
    return store.one("SELECT * FROM tie WHERE a = ? AND b = ?", (min(a, b), max(a, b)))
