"""Ten targets at 10^3 to 10^6 ties: arrays against good NetworkX loops, answers compared.

Run as `python benchmarks/introductions.py [LARGEST_POWER]` (default 6). All engines take turns in
one process; medians of several rounds and ratios are printed, in milliseconds of processor time,
which on a calm machine is the time on the clock. The network is one user's own file:
everything within two steps. `build` makes the structure out of columns of numbers, `ask` answers
ten targets on it; `arrays` does both. From the workbook (up to 10^5 ties): `read` is reading and
building, `answer` is everything, words and table included, and `answer again` what it
takes while nothing was changed.
"""

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from olenb.core.store import Store, today
from olenb.network import arrays, reading, routes
from olenb.network.paths import Paths

EGO, TARGETS, SEED = 1, 10, 7
CONTACTS = {3: 20, 4: 100, 5: 600, 6: 4000}
ROUNDS = 7
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


def ask_arrays(network: arrays.Network) -> Answer:
    ids, posts = network.ids, network.posts
    at = [np.unique(posts.person[posts.at(target)]) for target in range(1, TARGETS + 1)]
    reached = Paths(network).best(np.unique(np.concatenate(at)))
    answers: Answer = []
    for people in at:
        ways = reached.take(network.mask(people)[reached.person])
        found: dict[int, tuple[int, list[int]]] = {}
        rows = zip(ids[ways.person], ways.band, ids[ways.introducer], strict=True)
        for person, band, introducer in rows:
            found.setdefault(int(person), (int(band), []))[1].append(int(introducer))
        answers.append({p: (band, frozenset(who)) for p, (band, who) in found.items()})
    return answers


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


def medians(engines: dict[str, Callable[[], Any]], rounds: int) -> dict[str, float]:
    """Let the engines take turns and return the median of each, in milliseconds."""
    times: dict[str, list[float]] = {name: [] for name in engines}
    for turn in range(rounds + 1):
        for name, engine in engines.items():
            gc.collect()
            start = time.process_time()
            engine()
            if turn:  # the first round warms up
                times[name].append(1000 * (time.process_time() - start))
    return {name: statistics.median(values) for name, values in times.items()}


def compare(power: int) -> None:
    data = columns(power)
    G, network = build_networkx(data), build_arrays(data)
    answers = [ask_arrays(network), ask_networkx_by_person(G), ask_networkx_by_contact(G)]
    if not answers[0] == answers[1] == answers[2]:
        raise SystemExit(f"The engines disagree at 10^{power} ties.")
    people = sum(map(len, answers[0]))
    print(f"\n10^{power} ties ({len(data['ties'][0]):,}), {people:,} people reached, ms")
    rounds = ROUNDS if power < 6 else 3
    found = medians(
        {
            "arrays: build": lambda: build_arrays(data),
            "arrays: ask": lambda: ask_arrays(network),
            "arrays": lambda: ask_arrays(build_arrays(data)),
            "networkx: build": lambda: build_networkx(data),
            "networkx: ask, by person": lambda: ask_networkx_by_person(G),
            "networkx: ask, by contact": lambda: ask_networkx_by_contact(G),
        },
        rounds,
    )
    if power <= 5:
        with tempfile.TemporaryDirectory() as folder:
            store = write_workbook(Path(folder), data)
            found |= medians(
                {
                    "workbook: read": lambda: reading.fresh(store, today()),
                    "workbook: answer": lambda: routes.answer(
                        store, network=reading.fresh(store, today())
                    ),
                    "workbook: answer again": lambda: routes.answer(store),
                },
                rounds,
            )
            store.close()
    for name, value in found.items():
        print(f"  {name:28}{value:12,.2f}{value / found['arrays']:10,.1f} x arrays")


if __name__ == "__main__":
    for power in range(3, int(sys.argv[1] if len(sys.argv) > 1 else 6) + 1):
        compare(power)
