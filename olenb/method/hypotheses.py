"""Hunches to check: what the user believes so far, and what conversations said about it (N10).

A hunch leads from a goal to a person: a claim, the kind of person who would know, and the
question to put to them. Each conversation may speak for it or against it; how a hunch stands
is derived from that and never kept. A path that is ruled out counts as a result, too.
"""

from collections.abc import Collection

import pandas as pd

from olenb.contacts import frames as people_frames
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.goal_terms import HypothesisStatus
from olenb.core.links import repoint
from olenb.core.store import Store, today
from olenb.core.terms import HypothesisAbout, Verdict
from olenb.method.frames import frame

GONE = "That hunch is no longer on your list. Nothing was changed."
HUNCHES = {
    "id": "int64",
    "claim": "str",
    "about": "str",
    "target": "str",
    "who_knows": "str",
    "question": "str",
    "said_on": "str",
    "closed_on": "str",
    "status": "str",
    "supports": "int64",
    "contradicts": "int64",
    "unclear": "int64",
    "target_id": "Int64",
}
FINDINGS = {
    "id": "int64",
    "claim": "str",
    "verdict": "str",
    "words": "str",
    "said_on": "str",
    "person": "str",
    "held_on": "str",
    "hypothesis_id": "int64",
    "conversation_id": "int64",
}
OPEN = ("id", "claim", "about", "target", "who_knows", "question", "target_id")


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


def status(verdicts: Collection[str]) -> HypothesisStatus:
    """Return how a hunch stands after these verdicts, whatever their order.

    >>> status([]).value, status(["supports", "unclear"]).value
    ('open', 'supported')
    >>> status(["contradicts", "supports"]).value, status(["unclear"]).value
    ('unclear', 'unclear')
    """
    spoken = set(verdicts) - {Verdict.UNCLEAR}
    if spoken == {Verdict.SUPPORTS}:
        return HypothesisStatus.SUPPORTED
    if spoken == {Verdict.CONTRADICTS}:
        return HypothesisStatus.CONTRADICTED
    return HypothesisStatus.UNCLEAR if verdicts else HypothesisStatus.OPEN


def hypotheses(store: Store) -> pd.DataFrame:
    """Return every hunch, the newest last, with how it stands.

    Returns
    -------
    DataFrame
        id, claim, about ("role", "organization", "market", "": not said), target (in words),
        who_knows, question, said_on, closed_on ("": still wondering); status ("open",
        "unclear", "supported", "contradicted"), derived from supports, contradicts and unclear:
        how many conversations said so; target_id.

    """
    labels = dict(people_frames.targets(store)[["id", "target"]].itertuples(index=False))
    said: dict[int, list[str]] = {}
    for row in store.rows("SELECT hypothesis, verdict FROM finding ORDER BY id"):
        said.setdefault(row["hypothesis"], []).append(row["verdict"])
    return frame(
        (
            (
                *(row["id"], row["claim"], row["about"], labels.get(row["target"])),
                *(row["who_knows"], row["question"], row["said_on"], row["closed_on"]),
                status(said.get(row["id"], [])).value,
                *(said.get(row["id"], []).count(verdict) for verdict in Verdict),
                row["target"],
            )
            for row in store.rows("SELECT * FROM hypothesis ORDER BY id")
        ),
        HUNCHES,
    )


def open_ones(store: Store) -> pd.DataFrame:
    """Return the hunches that the user still wonders about, those not asked about first.

    Returns
    -------
    DataFrame
        id, claim, about, target (in words), who_knows, question, target_id.

    """
    df = hypotheses(store)
    df = df[df["closed_on"] == ""]
    order = df["status"].map(list(HypothesisStatus).index)
    return df.loc[order.sort_values(kind="stable").index, list(OPEN)].reset_index(drop=True)


def findings(store: Store) -> pd.DataFrame:
    """Return what conversations said about hunches, in the order in which it was noted.

    Returns
    -------
    DataFrame
        id, claim, verdict, words, said_on; person: with whom the conversation was, held_on:
        its day; hypothesis_id, conversation_id.

    """
    return frame(
        store.rows(
            "SELECT f.id, h.claim, f.verdict, f.words, f.said_on, p.name, "
            "substr(coalesce(c.ended_at, c.started_at), 1, 10), h.id, c.id "
            "FROM finding AS f JOIN hypothesis AS h ON h.id = f.hypothesis "
            "JOIN conversation AS c ON c.id = f.conversation "
            "JOIN person AS p ON p.id = c.person ORDER BY f.id"
        ),
        FINDINGS,
    )


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
