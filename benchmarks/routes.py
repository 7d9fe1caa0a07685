"""Routes of three legs, and what would open a door, beside NetworkX; answers compared.

    python benchmarks/routes.py

The best routes of up to three legs to everybody at one target: met in the middle, beside
`nx.all_simple_paths(cutoff=3)`, which goes through all of them. It is asked about `SOME` of these
people only, and its time taken in proportion. What-if: which one new acquaintance opens the most
targets, all candidates in one pass, beside a NetworkX loop over the candidates. The real network
is that of a novel which networkx ships.
"""

import time
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import networkx as nx
import numpy as np
from harness import Line, faster, in_turn, tell
from introductions import EGO, TARGETS, build_arrays, build_networkx, columns

from olenb.network import arrays
from olenb.network.openings import opened_by
from olenb.network.paths import Paths, Ways

SOME = 5
Way = tuple[int, int, int, int]


def three_legs(network: arrays.Network, people: Any) -> Ways:
    return Paths(network).best(people, 3)


def all_paths(G: nx.Graph, people: list[int]) -> dict[int, tuple[Way, set[int]]]:
    """Return the best way to each (band, evidence, hops, cost) and the introducers who have it."""
    leg1, close, found = G.graph["leg1"], G.graph["close"], {}
    for person in people:
        best: tuple[Way, set[int]] | None = None
        for path in nx.all_simple_paths(G, EGO, person, cutoff=3):
            evidence = min(G.edges[pair]["rank"] for pair in pairwise(path[1:]))
            way = -min(leg1[path[1]], evidence), -evidence, len(path), close[path[1]]
            if best is None or way < best[0]:
                best = way, {path[1]}
            elif way == best[0]:
                best[1].add(path[1])
        if best:
            found[person] = best
    return found


def as_plain(network: arrays.Network, ways: Ways) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for person, introducer in zip(
        network.ids[ways.person], network.ids[ways.introducer], strict=True
    ):
        found.setdefault(int(person), set()).add(int(introducer))
    return found


def compare_routes(what: str, network: arrays.Network, G: nx.Graph, people: Any) -> Iterator[Line]:
    people = people[~network.known[people] & (people != network.ego)]
    some = network.ids[people[:SOME]].tolist()
    walk = G.copy()
    walk.remove_nodes_from(person for person, willing in G.graph["leg1"].items() if not willing)
    walk.add_edges_from((EGO, one) for one, willing in G.graph["leg1"].items() if willing)
    expected = {person: who for person, (_, who) in all_paths(walk, some).items()}
    ours = as_plain(network, three_legs(network, people))
    if any(ours.get(person) != expected.get(person) for person in some):
        raise SystemExit("The two disagree about routes of three legs.")
    jobs = {
        "ours": lambda: three_legs(network, people),
        "nx": lambda: all_paths(walk, some),
    }
    found = in_turn(jobs, 3, clock=time.process_time)
    slow = found["nx"] * len(people) / len(some)
    yield faster(
        f"{what}: best routes of three legs to {len(people)} people",
        found["ours"],
        "nx.all_simple_paths",
        slow,
        1000,
    )


def what_if_in_networkx(G: nx.Graph, at: list[set[int]]) -> dict[int, int]:
    """Return for every candidate how many targets knowing them would open."""
    adjacency = G._adj
    opened = {}
    for person in adjacency:
        circle = {person, *adjacency[person]}
        opened[person] = sum(not circle.isdisjoint(people) for people in at)
    return opened


def compare_what_if(power: int) -> Iterator[Line]:
    data = columns(power)
    network, G = build_arrays(data), build_networkx(data)
    posts = network.posts
    there = [np.unique(posts.person[posts.at(target)]) for target in range(1, TARGETS + 1)]
    at = [set(network.ids[people].tolist()) for people in there]
    counts = opened_by(network, there).sum(axis=1)
    plain = what_if_in_networkx(G, at)
    if any(plain.get(int(network.ids[n]), counts[n]) != counts[n] for n in range(network.size)):
        raise SystemExit("The two disagree about open doors.")
    jobs = {
        "ours": lambda: opened_by(network, there).sum(axis=1),
        "nx": lambda: what_if_in_networkx(G, at),
    }
    found = in_turn(jobs, 5, clock=time.process_time)
    what = f"what if: {network.size:,} candidates, ten targets, 10^{power} ties"
    yield faster(what, found["ours"], "NetworkX loop", found["nx"])


def novel() -> tuple[arrays.Network, nx.Graph, Any]:
    """Return Les Misérables as one person's own file; its last community is the target."""
    G = nx.les_miserables_graph()
    names = ["Valjean", *sorted(set(G) - {"Valjean"})]
    number = {name: n for n, name in enumerate(names, EGO)}
    edges = [(number[u], number[v], min(3, w)) for u, v, w in G.edges(data="weight")]
    own = sorted(a + b - EGO for a, b, _ in edges if EGO in (a, b))
    ties = sorted((min(a, b), max(a, b), rank) for a, b, rank in edges if EGO not in (a, b))
    ids = np.arange(EGO, EGO + len(names))
    known = np.array(own)
    data = {
        "ids": ids,
        "ties": tuple(np.array(column) for column in zip(*ties, strict=True)),
        "mine": (known, 1 + known % 3, 1 + known % 5),
        "person": ids[1:],
        "organization": 1 + ids[1:] % 3,
    }
    return build_arrays(data), build_networkx(data), np.arange(1, len(names))


def lines() -> Iterator[Line]:
    """Yield the results."""
    yield from compare_routes("Les Misérables", *novel())
    for power in (3, 4):
        data = columns(power)
        network = build_arrays(data)
        people = np.unique(network.posts.person[network.posts.at(1)])
        yield from compare_routes(
            f"own file, 10^{power} ties", network, build_networkx(data), people
        )
    for power in (4, 5, 6):
        yield from compare_what_if(power)


if __name__ == "__main__":
    tell(lines())
