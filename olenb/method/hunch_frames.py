"""Hunches as tables, and how each stands: derived from what conversations said, never kept."""

from collections.abc import Collection

import pandas as pd

from olenb.contacts import frames as people_frames
from olenb.core.goal_terms import HypothesisStatus
from olenb.core.store import Store
from olenb.core.terms import Verdict
from olenb.method.frames import frame

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
