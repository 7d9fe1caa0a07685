"""One question on many engines, answers compared: `python benchmarks/engines.py [LARGEST_POWER]`.

Everybody's ties are in one pool (default up to 10^6); ten targets are asked for one ego, then for
sixty. All engines take turns in one process; medians of several rounds on the clock, and the
ratio to the arrays. `build` is what comes before the first question; it and its memory are
measured once more apart. `real` is who meets whom in a novel, which networkx
ships: small, but nobody invented it for this.
"""

import gc
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import duckdb
import networkx as nx
import numpy as np
import pandas as pd
import polars as pl

from olenb.network import engines, pool

SEED, TARGETS, MANY = 7, 10, 60
ROUNDS = {3: 15, 4: 11, 5: 7, 6: 5, 7: 3}
Tables = tuple[pd.DataFrame, pd.DataFrame]


def invented(power: int) -> Tables:
    """Return about 10^power ties: people at places, most ties inside one, a few far away."""
    chance = np.random.default_rng(SEED)
    count = 10**power // 2
    people = max(50, count // 10)
    where = chance.integers(0, max(12, people // 50), people)
    a = chance.integers(0, people, count)
    near = np.argsort(where, kind="stable")
    place = np.empty(people, dtype=np.int64)
    place[near] = np.arange(people)
    hop = chance.integers(1, 40, count)
    far = chance.integers(0, people, count)
    b = np.where(chance.random(count) < 0.6, near[(place[a] + hop) % people], far)
    return _tables(a, b, chance.integers(1, 4, count), np.arange(people), where)


def real() -> Tables:
    """Return Les Misérables: who meets whom; communities stand for places."""
    G = nx.les_miserables_graph()
    names = sorted(G)
    rank = {name: number for number, name in enumerate(names)}
    edges = [(rank[u], rank[v], min(3, d["weight"])) for u, v, d in G.edges(data=True)]
    groups = nx.community.greedy_modularity_communities(G)
    posts = [(rank[name], number) for number, group in enumerate(groups) for name in sorted(group)]
    a, b, s = (np.array(column) for column in zip(*edges, strict=True))
    person, place = (np.array(column) for column in zip(*posts, strict=True))
    return _tables(a, b, s, person, place)


def _tables(a: Any, b: Any, strength: Any, person: Any, place: Any) -> Tables:
    keep = a != b
    a, b, strength = a[keep], b[keep], strength[keep]
    ties = pd.DataFrame(
        {
            "person": np.concatenate([a, b]),
            "knows": np.concatenate([b, a]),
            "strength": np.concatenate([strength, strength]),
        }
    ).drop_duplicates(["person", "knows"], ignore_index=True)
    # Each direction says the same, or the two engines' directions would differ.
    low, high = ties[["person", "knows"]].min(axis=1), ties[["person", "knows"]].max(axis=1)
    ties["strength"] = 1 + (low * 31 + high * 17) % 3
    return ties, pd.DataFrame({"person": person, "organization": place})


def graph(ties: pd.DataFrame, affiliations: pd.DataFrame) -> nx.Graph:
    """Return the NetworkX graph with an index of who is where."""
    G = nx.Graph()
    columns = (ties[name].tolist() for name in engines.TIES)
    G.add_weighted_edges_from(zip(*columns, strict=True), weight="strength")
    at: dict[int, list[int]] = {}
    for person, place in affiliations.itertuples(index=False):
        at.setdefault(place, []).append(person)
    G.graph["at"] = at
    return G


def ask_networkx(G: nx.Graph, egos: list[int], targets: list[int]) -> set[tuple[int, ...]]:
    """Loop well: from the contacts outward, or from the targets inward, whichever is shorter."""
    adjacency = G._adj
    found = set()
    for ego in egos:
        mine = adjacency.get(ego, {})
        for target in targets:
            for person in G.graph["at"].get(target, ()):
                if person == ego or person in mine or person not in adjacency:
                    continue
                theirs = adjacency[person]
                best = None
                shorter, longer = (mine, theirs) if len(mine) < len(theirs) else (theirs, mine)
                for one in shorter:
                    if one in longer:
                        band = min(mine[one]["strength"], theirs[one]["strength"])
                        if best is None or (-band, one) < best:
                            best = (-band, one)
                if best:
                    found.add((ego, target, person, best[1], -best[0]))
    return found


def ask_arrays(built: pool.Pool, egos: list[int], targets: list[int]) -> Any:
    return built.introductions(egos, targets)


def ask_relational(frames: Any, egos: list[int], targets: list[int]) -> Any:
    return engines.relational(*frames, egos, targets)


def _medians(work: dict[str, Callable[[], Any]], rounds: int) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in work}
    for turn in range(rounds + 1):
        for name, job in work.items():
            gc.collect()
            start = time.perf_counter()
            job()
            if turn:
                times[name].append(1000 * (time.perf_counter() - start))
    return {name: statistics.median(values) for name, values in times.items()}


def _as_set(answer: Any) -> set[tuple[int, ...]]:
    if isinstance(answer, set):
        return answer
    frame = answer.df() if hasattr(answer, "df") else answer
    frame = frame.to_pandas() if hasattr(frame, "to_pandas") else frame
    return set(frame[list(engines.ANSWER)].itertuples(index=False, name=None))


def compare(name: str, tables: Tables, rounds: int) -> None:
    ties, affiliations = tables
    built, G = pool.build(*tables), graph(*tables)
    connection = duckdb.connect()
    for table, frame in (("ties", ties), ("posts", affiliations)):
        connection.register("given", frame)
        connection.execute(f"CREATE TABLE {table} AS SELECT * FROM given")
    on_duckdb = connection.table("ties"), connection.table("posts")
    on_polars = pl.from_pandas(ties), pl.from_pandas(affiliations)
    chance = np.random.default_rng(SEED + 1)
    everybody = ties["person"].unique()
    many = chance.choice(everybody, min(MANY, len(everybody)), replace=False).tolist()
    targets = affiliations["organization"].value_counts().index[:TARGETS].tolist()
    print(f"\n{name}: {len(ties):,} rows of ties, {len(everybody):,} people, ms")
    for egos in (many[:1], many):
        work = {
            "arrays": lambda egos=egos: ask_arrays(built, egos, targets),
            "networkx": lambda egos=egos: ask_networkx(G, egos, targets),
            "duckdb": lambda egos=egos: ask_relational(on_duckdb, egos, targets).fetchall(),
            "polars": lambda egos=egos: ask_relational(on_polars, egos, targets),
            "pandas, relational": lambda egos=egos: ask_relational(tables, egos, targets),
        }
        answers = [
            _as_set(work["arrays"]()),
            work["networkx"](),
            _as_set(ask_relational(on_duckdb, egos, targets)),
            *(_as_set(work[one]()) for one in ("polars", "pandas, relational")),
        ]
        if any(answer != answers[0] for answer in answers):
            raise SystemExit(f"The engines disagree: {[len(answer) for answer in answers]}")
        found = _medians(work, rounds)
        print(f"  {len(egos)} ego(s), {len(answers[0]):,} rows of answer")
        for engine, value in found.items():
            print(f"    {engine:20}{value:12,.2f}{value / found['arrays']:9,.1f} x arrays")


def compare_building(name: str, tables: Tables) -> None:
    found = _medians({"arrays": lambda: pool.build(*tables), "networkx": lambda: graph(*tables)}, 3)
    memory = {}
    for engine, build in (("arrays", pool.build), ("networkx", graph)):
        tracemalloc.start()
        kept = build(*tables)
        memory[engine] = tracemalloc.get_traced_memory()[0] / 2**20
        tracemalloc.stop()
        del kept
    print(f"\n{name}: building, ms and MiB kept")
    for engine, value in found.items():
        times, sizes = value / found["arrays"], memory[engine] / memory["arrays"]
        print(f"    {engine:20}{value:12,.1f}{times:7,.1f} x{memory[engine]:10,.1f}{sizes:7,.1f} x")


if __name__ == "__main__":
    largest = int(sys.argv[1] if len(sys.argv) > 1 else 6)
    compare("real", real(), 15)
    for power in range(3, largest + 1):
        compare(f"10^{power}", invented(power), ROUNDS[power])
    compare_building(f"10^{min(largest, 6)}", invented(min(largest, 6)))
