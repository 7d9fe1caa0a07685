"""Whom the user could bring together with whom, worked out from their own workbook alone."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from olenb.contacts import organizations
from olenb.core.store import Store
from olenb.core.terms import Band, Kind
from olenb.method.discretion import for_others
from olenb.network import reading
from olenb.network.arrays import Network
from olenb.network.kinds import Draft, drafts
from olenb.network.paths import Paths
from olenb.network.targets import Target, there
from olenb.room.documents import Question

COLUMNS = ("question", "asker", "asks", "strength", "how_sure", "person", "through")


def matches(store: Store, questions: Sequence[Question]) -> pd.DataFrame:
    """Return whom the user could bring together with whom, for their eyes alone.

    Parameters
    ----------
    store
        The user's own workbook; nothing is written.
    questions
        What others ask.

    Returns
    -------
    DataFrame
        One row per question with a yes, the surest first: question, asker (codes), asks (what is
        asked for), strength (1 to 3), how_sure (in words), person (somebody the user knows
        there, or could reach), through (who would introduce them; "" where the user knows the
        person). Nobody confidential is among them (R38).

    """
    seen, _ = for_others(store)
    paths = Paths(reading.read(seen))
    found = [_row(seen, paths, one) for one in questions]
    frame = pd.DataFrame([row for row in found if row], columns=list(COLUMNS))
    return frame.sort_values(["strength", "question"], ascending=[False, True], ignore_index=True)


def _row(store: Store, paths: Paths, question: Question) -> tuple[Any, ...] | None:
    best = _best(store, paths, question)
    if best is None:
        return None
    strength, draft = best
    names = _names(store, [draft.person, *(way.introducer for way in draft.through[:1])])
    through = names[draft.through[0].introducer] if draft.kind is Kind.INTRODUCTION else ""
    words = Band(strength).label
    person = names[draft.person]
    return question.id, question.code, question.place, strength, words, person, through


def _best(store: Store, paths: Paths, question: Question) -> tuple[int, Draft] | None:
    """Return the surest way of the user's to somebody there: known, or introduced."""
    network = paths.network
    target = _target(store, question)
    if network.ego < 0 or target is None:
        return None
    place = there(store, network, target)
    rows = drafts(network, place, paths.best(place.people))
    ways = [(_strength(network, draft), draft) for draft in rows]
    ways = [way for way in ways if way[0]]
    return max(
        ways, key=lambda way: (way[0], way[1].kind is Kind.DIRECT, -way[1].person), default=None
    )


def _strength(network: Network, draft: Draft) -> int:
    """Return how sure it is, 0 where there is no way."""
    if draft.kind is Kind.DIRECT:
        return int(network.leg1[network.positions([draft.person])[0]])
    return draft.band if draft.kind is Kind.INTRODUCTION else 0


def _target(store: Store, question: Question) -> Target | None:
    """Return a question as a target of the user's own workbook; None where nobody is there."""
    place = organizations.find(store, question.organization) if question.organization else None
    if question.organization and place is None:
        return None
    return Target(
        0,
        question.place,
        place,
        question.organization,
        question.role,
        question.industry,
        question.region,
        True,
    )


def _names(store: Store, ids: Sequence[int]) -> dict[int, str]:
    marks = ", ".join("?" * len(ids))
    rows = store.rows(f"SELECT id, name FROM person WHERE id IN ({marks})", tuple(ids))  # noqa: S608 - marks only
    return {row["id"]: row["name"] for row in rows}
