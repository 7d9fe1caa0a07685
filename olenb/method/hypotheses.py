"""Hunches to check: what the user believes so far, and what conversations said about it (N10).

A hunch leads from a goal to a person: a claim, the kind of person who would know, and the
question to put to them. Each conversation may speak for it or against it; how a hunch stands
is derived from that and never kept. A path that is ruled out counts as a result, too.
"""

from olenb.core.errors import NotAllowed, NotFound
from olenb.core.links import repoint
from olenb.core.store import Store, today
from olenb.core.terms import HypothesisAbout, Verdict
from olenb.method.hunch_frames import findings, hypotheses, open_ones, status

GONE = "That hunch is no longer on your list. Nothing was changed."
__all__ = [
    "add",
    "close",
    "edit",
    "findings",
    "hypotheses",
    "open_ones",
    "record_finding",
    "remove",
    "status",
]


def add(
    store: Store,
    claim: str,
    *,
    about: str | None = None,
    target: int | None = None,
    who_knows: str = "",
    question: str = "",
) -> int:
    """Write down a hunch, dated, and return its id; the same claim again is the one there.

    Parameters
    ----------
    store
        The open workbook.
    claim
        What the user believes so far, such as "A lab manager hardly works in the lab".
    about
        "role", "organization" or "market".
    target
        The id of the target that it belongs to.
    who_knows
        The kind of person who would know.
    question
        What to ask them.

    Raises
    ------
    NotAllowed
        The claim is empty, or `about` is none of the three.
    NotFound
        There is no such target.

    """
    said = claim.strip()
    if not said:
        raise NotAllowed("A hunch needs a few words. Nothing was added yet.")
    values = _values(store, about, target, who_knows, question)
    known = store.one("SELECT id FROM hypothesis WHERE claim = ? AND closed_on IS NULL", (said,))
    with store.change("Wrote down a hunch") as change:
        if known:
            filled = {name: value for name, value in values.items() if value}
            change.update("hypothesis", known["id"], **filled)
            return int(known["id"])
        return change.insert("hypothesis", claim=said, said_on=today(), **values)


def edit(
    store: Store,
    hypothesis: int,
    *,
    about: str | None = None,
    target: int | None = None,
    who_knows: str = "",
    question: str = "",
) -> None:
    """Say of a hunch what it is about, who would know and what to ask; see `add`."""
    _exists(store, hypothesis)
    values = _values(store, about, target, who_knows, question)
    with store.change("Changed a hunch") as change:
        change.update("hypothesis", hypothesis, **values)


def close(store: Store, hypothesis: int, closed: bool = True) -> None:
    """Stop wondering about a hunch, or take it up again; what was found out stays.

    Raises
    ------
    NotFound
        There is no such hunch.

    """
    _exists(store, hypothesis)
    with store.change("Closed a hunch" if closed else "Took up a hunch again") as change:
        change.update("hypothesis", hypothesis, closed_on=today() if closed else None)


def remove(store: Store, hypothesis: int) -> None:
    """Take a hunch away with what conversations said about it.

    Raises
    ------
    NotFound
        There is no such hunch.

    """
    _exists(store, hypothesis)
    found = store.rows("SELECT id FROM finding WHERE hypothesis = ?", (hypothesis,))
    with store.change("Took a hunch away") as change:
        for row in found:
            change.delete("finding", row["id"])
        repoint(store, change, "hypothesis", hypothesis, None, but=("finding",))
        change.delete("hypothesis", hypothesis)


def record_finding(
    store: Store, hypothesis: int, conversation: int, verdict: str, words: str = ""
) -> int:
    """Note what a conversation says about a hunch, and return the note's id (N10, R4).

    Saying it again for the same conversation replaces what was noted.

    Parameters
    ----------
    store
        The open workbook.
    hypothesis, conversation
        Ids.
    verdict
        "supports", "contradicts" or "unclear".
    words
        What was said, in the user's own words.

    Raises
    ------
    NotAllowed
        The verdict is none of the three.
    NotFound
        There is no such hunch or conversation.

    """
    if verdict not in list(Verdict):
        raise NotAllowed("Please choose one: for it, against it, or unclear. Nothing was changed.")
    _exists(store, hypothesis)
    if store.one("SELECT 1 FROM conversation WHERE id = ?", (conversation,)) is None:
        raise NotFound("That conversation is no longer in your workbook. Nothing was changed.")
    values = {"verdict": str(verdict), "words": words.strip() or None, "said_on": today()}
    known = store.one(
        "SELECT id FROM finding WHERE hypothesis = ? AND conversation = ?",
        (hypothesis, conversation),
    )
    with store.change("Noted what a conversation says about a hunch") as change:
        if known:
            change.update("finding", known["id"], **values)
            return int(known["id"])
        return change.insert("finding", hypothesis=hypothesis, conversation=conversation, **values)


def _values(
    store: Store, about: str | None, target: int | None, who_knows: str, question: str
) -> dict[str, str | int | None]:
    if about and about not in list(HypothesisAbout):
        raise NotAllowed(
            "A hunch is about a kind of work, a place, or a field or region. Nothing was changed."
        )
    if target and store.one("SELECT 1 FROM target WHERE id = ?", (target,)) is None:
        raise NotFound("That one is no longer on your list. Nothing was changed.")
    return {
        "about": about or None,
        "target": target or None,
        "who_knows": who_knows.strip() or None,
        "question": question.strip() or None,
    }


def _exists(store: Store, hypothesis: int) -> None:
    if store.one("SELECT 1 FROM hypothesis WHERE id = ?", (hypothesis,)) is None:
        raise NotFound(GONE)
