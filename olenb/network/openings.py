"""What would open a target: questions to put, doors to open, whom to look for (R9, N8, N9)."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from olenb.core import rules
from olenb.core.store import Store
from olenb.core.terms import CRITERIA, Kind
from olenb.network import facts, reading, routes, words
from olenb.network.arrays import Network
from olenb.network.ragged import Flags, Numbers, spread
from olenb.network.similar import similar_organizations
from olenb.network.targets import Target, chosen, targets, there

__all__ = ["criteria_gap", "open_doors", "questions", "similar_organizations"]

_DOORS = ("kind", "name", "opens", "targets", "sentence", "id")
_GAPS = ("target", "still_open", "who", "sentence", "target_id")


def questions(store: Store, target: int | str | None = None) -> pd.DataFrame:
    """Return the questions to put to people whom the user knows.

    Parameters
    ----------
    store
        The open workbook.
    target
        Id, label or name of an organization; None takes every target.

    Returns
    -------
    DataFrame
        target, ask (whom), about (the person at the target; "" for a question to somebody who
        left it), question, and target_id, ask_id, about_id (0 for none).

    """
    found = routes.ask(store, target)
    df = found.worded(found.of(Kind.QUESTION))
    left = df["introducer_id"] == 0
    return pd.DataFrame(
        {
            "target": df["target"],
            "ask": df["introducer"].where(~left, df["person"]),
            "about": df["person"].where(~left, ""),
            "question": df["reasons"],
            "target_id": df["target_id"],
            "ask_id": df["introducer_id"].where(~left, df["person_id"]),
            "about_id": df["person_id"].where(~left, 0),
        }
    ).reset_index(drop=True)


def open_doors(store: Store) -> pd.DataFrame:
    """Say which one new acquaintance, or day at a place, opens the most targets (N9).

    A target counts as closed as long as the user knows nobody there and has no introduction.
    Getting to know somebody opens it if they are there or know somebody there; a volunteer role
    or a shadowing day at an organization opens it if somebody there does, or if it is the target.

    Returns
    -------
    DataFrame
        At most `rules.PEOPLE_TO_ASK` rows, those that open most first: kind ("organization" or
        "person"), name, opens (how many), targets (list of labels), sentence, id.

    """
    network = reading.read(store)
    closed = _closed(store, network)
    people = _opened_by_people(store, network, closed)
    places, at = _opened_by_places(network, closed, people)
    people[network.known] = False
    ways = [
        *_most("organization", places, at),
        *_most("person", network.ids, people),
    ]
    ways.sort(key=lambda way: (-len(way[2]), _itself(closed, way), way[0] == "person", way[1]))
    ways = ways[: rules.PEOPLE_TO_ASK.value]
    records = [_door(store, closed, way) for way in ways]
    return pd.DataFrame(records, columns=list(_DOORS)).astype({"opens": "int64", "id": "int64"})


def criteria_gap(store: Store, target: int | str | None = None) -> pd.DataFrame:
    """Say which of R5's three criteria are still open at each target, and who meets them (N8).

    Parameters
    ----------
    store
        The open workbook.
    target
        Id, label or name of an organization; None takes every target.

    Returns
    -------
    DataFrame
        One row per target: target, still_open (list of words), who (names of people that the
        answer shows and of whom the user said that they meet one), sentence, target_id.

    """
    network = reading.read(store)
    df = routes.ask(store, target, network=network).plain
    records = []
    for one in chosen(store, target):
        met = routes.met(store, network, one)
        rows = df[df["target_id"] == one.id]
        said = network.criteria[network.positions(rows["person_id"])] == 1
        open_here = [
            name for name, is_met in zip(CRITERIA.values(), met, strict=True) if not is_met
        ]
        who = rows["person"][(said & ~met).any(axis=1)].tolist()
        records.append(
            {
                "target": one.label,
                "still_open": open_here,
                "who": who,
                "sentence": words.still_open(one.label, open_here, who),
                "target_id": one.id,
            }
        )
    return pd.DataFrame(records, columns=list(_GAPS)).astype({"target_id": "int64"})


def _closed(store: Store, network: Network) -> list[Target]:
    df = routes.ask(store, network=network).plain
    reached = set(df["target_id"][df["kind"].isin([Kind.DIRECT, Kind.INTRODUCTION])])
    return [target for target in targets(store) if target.id not in reached]


def _opened_by_people(store: Store, network: Network, closed: list[Target]) -> Flags:
    """Flag, per person and closed target, whether they are there or know somebody there."""
    opens = opened_by(network, [there(store, network, target).people for target in closed])
    if network.ego >= 0:
        opens[network.ego] = False
    return opens


def opened_by(network: Network, places: Sequence[Numbers]) -> Flags:
    """Flag, per person and place, whether they are there or know somebody there, in one pass.

    Parameters
    ----------
    network
        The network.
    places
        The people at each place, as positions.

    """
    opens = np.zeros((network.size, len(places)), dtype=np.bool_)
    for column, people in enumerate(places):
        _, at = spread(network.ties.start, people)
        opens[people, column] = True
        opens[network.ties.other[at], column] = True
    return opens


def _opened_by_places(
    network: Network, closed: list[Target], people: Flags
) -> tuple[Numbers, Flags]:
    """Return the organizations and, for each, which closed targets somebody there opens."""
    posts = network.posts
    ours = [target.organization for target in closed if target.organization is not None]
    places = np.union1d(posts.organization, np.array(ours, dtype=np.int64))
    opens = np.zeros((len(places), len(closed)), dtype=np.bool_)
    rows = np.flatnonzero(posts.here)
    np.logical_or.at(
        opens, np.searchsorted(places, posts.organization[rows]), people[posts.person[rows]]
    )
    for column, target in enumerate(closed):
        if target.organization is not None:
            opens[np.searchsorted(places, target.organization), column] = True
    return places, opens


def _most(kind: str, ids: Numbers, opens: Flags) -> Iterator[tuple[str, int, list[int]]]:
    """Yield the few that open most: kind, id, columns of the targets."""
    count = opens.sum(axis=1)
    best = np.lexsort((ids, -count))[: rules.PEOPLE_TO_ASK.value]
    for at in best[count[best] > 0].tolist():
        yield kind, int(ids[at]), np.flatnonzero(opens[at]).tolist()


def _itself(closed: list[Target], way: tuple[str, int, list[int]]) -> bool:
    """Tell whether all that a place opens is itself, which everybody would have guessed."""
    kind, number, columns = way
    return kind != "person" and [closed[column].organization for column in columns] == [number]


def _door(store: Store, closed: list[Target], way: tuple[str, int, list[int]]) -> dict[str, Any]:
    kind, number, columns = way
    labels = [closed[column].label for column in columns]
    if kind == "person":
        name = facts.read(store, [number]).name(number)
    else:
        row = store.rows("SELECT name FROM organization WHERE id = ?", (number,))[0]
        name = str(row["name"])
    return {
        "kind": kind,
        "name": name,
        "opens": len(labels),
        "targets": labels,
        "sentence": words.door(kind == "person", name, labels),
        "id": number,
    }
