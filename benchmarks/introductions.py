"""One user's own file, ten targets: arrays against good NetworkX loops, answers compared.

    python benchmarks/introductions.py [LARGEST_POWER]

10^3 to 10^6 ties (default), everything within two steps of the user. Timed is the work from the
arrays, or from the graph, to the result in numbers. NetworkX starts at the user's own people, as
one would write it, and what is to be reached is meant so; to start at the people of the targets
is quicker here, and is shown below it. All of it is one thread, in milliseconds of processor
time. `floor` is the bytes that have to be read, over the bandwidth of this machine. From the
workbook's tables to the DataFrame everything is included: reading, arrays, words, table.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
from harness import Line, argument, faster, in_turn, number, tell, within

from olenb.core.store import Store, today
from olenb.network import arrays, reading, routes
from olenb.network.paths import Paths, Ways

EGO, TARGETS, SEED = 1, 10, 7
CONTACTS = {3: 20, 4: 100, 5: 600, 6: 4000}
EVIDENCE = {1: "guess", 2: "seen", 3: "told"}
WILLING = {0: "rather not ask", 1: "unsure", 2: "likely", 3: "sure"}

Columns = dict[str, Any]
Answer = list[dict[int, tuple[int, frozenset[int]]]]


def columns(power: int) -> Columns:
    """Return a user's network with about 10^power ties: contacts first, then those they know."""
    chance = np.random.default_rng(SEED)
    ties, contacts = 10**power, CONTACTS[power]
    people = contacts + max(100, ties // 4)
    a = chance.integers(2, contacts + 2, ties * 5 // 4)
    b = np.minimum(2 + (people * chance.power(0.7, len(a))).astype(np.int64), people + 1)
    pairs = np.unique(np.sort(np.stack([a, b], axis=1), axis=1), axis=0)
    pairs = pairs[pairs[:, 0] < pairs[:, 1]]
    pairs = chance.permutation(pairs)[:ties]
    return {
        "ids": np.arange(1, people + 2),
        "ties": (pairs[:, 0], pairs[:, 1], chance.integers(1, 4, len(pairs))),
        "mine": (
            np.arange(2, contacts + 2),
            chance.integers(0, 4, contacts),
            chance.integers(1, 7, contacts),
        ),
        "person": np.arange(2, people + 2),
        "organization": chance.integers(1, max(20, people // 50), people),
    }


def build_arrays(data: Columns) -> arrays.Network:
    posts = {"person": data["person"], "organization": data["organization"]}
    return arrays.build(data["ids"], EGO, data["ties"], data["mine"], posts=posts)


def ask_arrays(network: arrays.Network) -> tuple[Any, Ways]:
    """Return the best ways to everybody at each target, and which target each is for."""
    target, at = network.posts.of(np.arange(1, TARGETS + 1))
    people = network.posts.person[at]
    owner, ways = Paths(network).best(people).to(people)
    return target[owner], ways


def plain(network: arrays.Network, answer: tuple[Any, Ways]) -> Answer:
    """Return what the loops return, out of arrays."""
    target, ways = answer
    found: list[dict[int, tuple[int, list[int]]]] = [{} for _ in range(TARGETS)]
    columns = (target, network.ids[ways.person], ways.band, network.ids[ways.introducer])
    for at, person, band, introducer in zip(*(c.tolist() for c in columns), strict=True):
        found[at].setdefault(person, (band, []))[1].append(introducer)
    return [{p: (band, frozenset(who)) for p, (band, who) in one.items()} for one in found]


def build_networkx(data: Columns) -> nx.Graph:
    G = nx.Graph()
    G.add_nodes_from(data["ids"].tolist())
    a, b, rank = (column.tolist() for column in data["ties"])
    G.add_weighted_edges_from(zip(a, b, rank, strict=True), weight="rank")
    G.graph["leg1"] = dict(zip(*(c.tolist() for c in data["mine"][:2]), strict=True))
    G.graph["close"] = dict(zip(*(c.tolist() for c in data["mine"][::2]), strict=True))
    at: dict[int, set[int]] = {}
    for person, place in zip(data["person"].tolist(), data["organization"].tolist(), strict=True):
        at.setdefault(place, set()).add(person)
    G.graph["at"] = at
    return G


def _weigh(best: dict[int, Any], person: int, introducer: int, key: tuple[int, int, int]) -> None:
    known = best.get(person)
    if known is None or key < known[0]:
        best[person] = key, [introducer]
    elif key == known[0]:
        known[1].append(introducer)


def _said(best: dict[int, Any]) -> dict[int, tuple[int, frozenset[int]]]:
    return {person: (-key[0], frozenset(who)) for person, (key, who) in best.items()}


def ask_networkx_by_person(G: nx.Graph) -> Answer:
    """Start at the people of each target: the better of the two loops for a user's own file."""
    leg1, close, adjacency = G.graph["leg1"], G.graph["close"], G._adj
    answers = []
    for target in range(1, TARGETS + 1):
        best: dict[int, Any] = {}
        for person in G.graph["at"].get(target, ()):
            if person in leg1:
                continue
            for introducer, tie in adjacency[person].items():
                willing = leg1.get(introducer, 0)
                if willing:
                    rank = tie["rank"]
                    key = -min(willing, rank), -rank, close[introducer]
                    _weigh(best, person, introducer, key)
        answers.append(_said(best))
    return answers


def ask_networkx_by_contact(G: nx.Graph) -> Answer:
    """Start at the user's own people, once for all targets."""
    leg1, close, adjacency = G.graph["leg1"], G.graph["close"], G._adj
    places = range(1, TARGETS + 1)
    target_of = {p: t for t in places for p in G.graph["at"].get(t, ()) if p not in leg1}
    bests: list[dict[int, Any]] = [{} for _ in places]
    for introducer, willing in leg1.items():
        if not willing:
            continue
        for person, tie in adjacency[introducer].items():
            target = target_of.get(person)
            if target:
                rank = tie["rank"]
                key = -min(willing, rank), -rank, close[introducer]
                _weigh(bests[target - 1], person, introducer, key)
    return [_said(best) for best in bests]


def write_workbook(folder: Path, data: Columns) -> Store:
    """Write the network into a workbook, and ten targets."""
    store = Store.create(folder)
    a, b, rank = (column.tolist() for column in data["ties"])
    mine = [column.tolist() for column in data["mine"]]
    with store.change("Wrote a benchmark") as change:
        change.insert_many(
            "person",
            [{"name": f"Person {n}", "is_ego": int(n == EGO)} for n in data["ids"].tolist()],
        )
        places = range(1, int(data["organization"].max()) + 1)
        change.insert_many("organization", [{"name": f"Firm {n}", "key": str(n)} for n in places])
        change.insert_many(
            "tie",
            [{"a": a, "b": b, "evidence": EVIDENCE[r]} for a, b, r in zip(a, b, rank, strict=True)],
        )
        change.insert_many(
            "tie",
            [
                {
                    "a": EGO,
                    "b": b,
                    "evidence": "told",
                    "willingness": WILLING[w],
                    "closeness": c if c < arrays.UNKNOWN_CLOSENESS else None,
                }
                for b, w, c in zip(*mine, strict=True)
            ],
        )
        rows = zip(data["person"].tolist(), data["organization"].tolist(), strict=True)
        change.insert_many(
            "affiliation",
            [{"person": p, "organization": o, "current": 1, "kind": "job"} for p, o in rows],
        )
        change.insert_many(
            "target",
            [{"organization": n, "active": 1, "position": n} for n in range(1, TARGETS + 1)],
        )
    return store


def floor(network: arrays.Network) -> float:
    """Return how long it takes to read what has to be read, in milliseconds.

    The ties of the people at the targets (neighbor and rank), and one number for each of those.
    """
    posts = network.posts
    at = np.concatenate([posts.person[posts.at(target)] for target in range(1, TARGETS + 1)])
    touched = network.ties.degrees(np.unique(at))
    size = touched * (network.ties.other.itemsize + network.ties.rank.itemsize + 8) + at.nbytes
    return 1000 * size / bandwidth()


@cache
def bandwidth() -> float:
    """Return how many bytes a second this machine reads, at its best of several tries."""
    block = np.ones(2**25)
    times = []
    for _ in range(7):
        start = time.perf_counter()
        block.sum()
        times.append(time.perf_counter() - start)
    return block.nbytes / min(times)


def from_tables(data: Columns, rounds: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        store = write_workbook(Path(folder), data)
        jobs: dict[str, Callable[[], Any]] = {
            "read": lambda: reading.fresh(store, today()),
            "all": lambda: routes.answer(store, network=reading.fresh(store, today())),
            "again": lambda: routes.answer(store),
            "eight": lambda: routes.introductions(store, limit=8),
        }
        found = in_turn(jobs, rounds, clock=time.process_time)
        store.close()
    return found


def compare(power: int) -> Iterator[Line]:
    data = columns(power)
    G, network = build_networkx(data), build_arrays(data)
    answers = [plain(network, ask_arrays(network)), ask_networkx_by_person(G)]
    if not answers[0] == answers[1] == ask_networkx_by_contact(G):
        raise SystemExit(f"The engines disagree at 10^{power} ties.")
    jobs: dict[str, Callable[[], Any]] = {
        "ours": lambda: ask_arrays(network),
        "by person": lambda: ask_networkx_by_person(G),
        "by contact": lambda: ask_networkx_by_contact(G),
    }
    found = in_turn(jobs, 9 if power < 6 else 5, clock=time.process_time)
    ours, best = found["ours"], min(found["by person"], found["by contact"])
    what = f"own file, 10^{power} ties, {sum(map(len, answers[0])):,} people reached"
    if power == 3:
        yield Line(
            what,
            f"{number(ours)} ms",
            f"NetworkX, quicker loop: {number(best)} ms",
            f"{number(best / ours)} ×",
            "≤ 1.5 × slower",
            ours <= 1.5 * best,
        )
    else:
        goal = {5: 50, 6: 150}.get(power, 0)
        yield faster(what, ours, "NetworkX, from the contacts", found["by contact"], goal)
        yield faster("… beside a loop from the targets", ours, "NetworkX", found["by person"])
    if power >= 5:
        bound = floor(network)
        words = f"floor: {number(1000 * bound)} µs at {bandwidth() / 1e9:.0f} GB/s"
        yield within("… over the bytes to be read", ours / bound, "×", 100, words)
    if power <= 5:
        found = from_tables(data, 7)
        steps = f"reading {number(found['read'])}, again {number(found['again'])} ms"
        steps += f", again with the sentences of eight {number(found['eight'])} ms"
        goal = 100 if power == 5 else 0
        yield within("… from the tables to the DataFrame", found["all"], "ms", goal, steps)


def lines(largest: int) -> Iterator[Line]:
    """Yield the results."""
    for power in range(3, largest + 1):
        yield from compare(power)


if __name__ == "__main__":
    tell(lines(argument(6)))
