"""The definition of the answer in plain NetworkX: slow, short, and without any array."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

import networkx as nx

from network.worlds import EGO, Tables

RANK = {"told": 3, "seen": 2, "shared_team": 1, "guess": 1}
WILLING = {"sure": 3, "likely": 2, "unsure": 1, None: 1}


@dataclass(frozen=True)
class Answer:
    """The best way to one person: its band, and everybody who could make it."""

    band: int
    introducers: frozenset[int]


def graph(tables: Tables) -> nx.Graph:
    """Return who knows whom; edges have `rank`, the user's own ones `leg1` (None: refused)."""
    G = nx.Graph()
    G.add_nodes_from(row["id"] for row in tables["person"])
    for tie in tables["tie"]:
        said = tie.get("willingness")
        leg1 = None if said == "rather not ask" else WILLING[said]
        G.add_edge(
            tie["a"], tie["b"], rank=RANK[tie["evidence"]], leg1=leg1, close=tie.get("closeness")
        )
    known = set(G[EGO])
    for one, other in combinations((n for n in G if n != EGO), 2):
        if known & {one, other} and not G.has_edge(one, other) and _team(tables, one, other):
            G.add_edge(one, other, rank=1)
    return G


def best(tables: Tables, legs: int) -> dict[int, Answer]:
    """Return the best way to everybody whom the user doesn't know and could be introduced to."""
    G = graph(tables)
    found = {}
    for person in set(G) - set(G[EGO]) - {EGO}:
        ways = [(_key(tables, G, path), path) for path in _paths(G, person, legs)]
        if ways:
            first = min(key for key, _ in ways)
            introducers = frozenset(path[1] for key, path in ways if key == first)
            found[person] = Answer(3 - first[0], introducers)
    return found


def refused(G: nx.Graph) -> set[int]:
    """Return whom the user would rather not ask."""
    return {other for other in G[EGO] if G.edges[EGO, other]["leg1"] is None}


def _paths(G: nx.Graph, person: int, legs: int) -> Iterator[list[int]]:
    ways = G.copy()
    ways.remove_nodes_from(refused(G) - {person})
    yield from nx.all_simple_paths(ways, EGO, person, cutoff=legs)


def _key(tables: Tables, G: nx.Graph, path: list[int]) -> tuple[int, ...]:
    """Return what ways are compared by; smaller is better."""
    first = G.edges[path[0], path[1]]
    evidence = min(G.edges[pair]["rank"] for pair in pairwise(path[1:]))
    asks = sum(touch["person"] == path[1] for touch in tables.get("touch", []))
    return 3 - min(first["leg1"], evidence), 3 - evidence, len(path), asks, first["close"] or 6


def _team(tables: Tables, one: int, other: int) -> bool:
    """Tell whether two people were in one class, or in one department in overlapping years."""
    a, b = (next(p for p in tables["person"] if p["id"] == n) for n in (one, other))
    if all(p.get("school") and p.get("class_year") for p in (a, b)):
        schools = {p["school"].strip().lower() for p in (a, b)}
        if len(schools) == 1 and a["class_year"] == b["class_year"]:
            return True
    return any(
        _together(mine, theirs)
        for mine in tables.get("affiliation", [])
        for theirs in tables.get("affiliation", [])
        if mine["person"] == one and theirs["person"] == other
    )


def _together(mine: dict[str, Any], theirs: dict[str, Any]) -> bool:
    teams = {
        (p["organization"], (p.get("department") or "").strip().lower()) for p in (mine, theirs)
    }
    if len(teams) != 1 or not teams.pop()[1]:
        return False
    years = [_years(post) for post in (mine, theirs)]
    return all(years) and max(y[0] for y in years if y) <= min(y[1] for y in years if y)


def _years(post: dict[str, Any]) -> tuple[int, int] | None:
    stop = int(post["stop"][:4]) if post["stop"] else 2026 if post["current"] == 1 else None
    return (int(post["start"][:4]), stop) if post["start"] and stop else None
