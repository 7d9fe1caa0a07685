"""One question on many engines, answers compared: `python benchmarks/engines.py [LARGEST_POWER]`.

Everybody's ties are in one pool (default up to 10^6); ten targets are asked for one ego, then for
sixty. All engines take turns in one process, on the clock. Spark, where it is installed, comes
last, as two local workers with their tables in memory: its threads would disturb the others.
`build` is what comes before the first question; its memory is counted by Python itself. The real
networks come with networkx: who meets whom in a novel, and which women of a town went to which
gatherings in 1936, where the gatherings are the places, and two who met at three or more of them
know each other.
"""

import tracemalloc
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from shutil import which
from typing import Any

import duckdb
import networkx as nx
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
from harness import Line, argument, faster, in_turn, number, tell

from olenb.network import engines, pool

SEED, TARGETS, MANY = 7, 10, 60
ROUNDS = {3: 5, 4: 5, 5: 7, 6: 11, 7: 3}
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


def gatherings() -> Tables:
    """Return Davis's women: those who were together at three or more gatherings know each other."""
    G = nx.davis_southern_women_graph()
    names, events = G.graph["top"], G.graph["bottom"]
    together = nx.bipartite.weighted_projected_graph(G, names)
    rank = {name: number for number, name in enumerate(sorted(names))}
    edges = [(rank[u], rank[v], w) for u, v, w in together.edges(data="weight") if w > 2]
    posts = [(rank[u], events.index(v)) for u, v in G.edges(names)]
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


def frames(tables: Tables) -> dict[str, Any]:
    """Return the two tables in each relational engine."""
    connection = duckdb.connect()
    for table, frame in zip(("ties", "posts"), tables, strict=True):
        connection.register("given", frame)
        connection.execute(f"CREATE TABLE {table} AS SELECT * FROM given")
    return {
        "DuckDB": (connection.table("ties"), connection.table("posts")),
        "Polars": tuple(map(pl.from_pandas, tables)),
        "pandas, relational": tables,
    }


def compare_spark(powers: range) -> Iterator[Line]:
    """Compare with Spark, with nothing where there is none."""
    if find_spec("pyspark") is None or which("java") is None:
        return
    spark = start_spark()
    for power in powers:
        tables = invented(power)
        built, pair = pool.build(*tables), tuple(_in_spark(spark, table) for table in tables)
        egos, targets = asked(*tables)
        jobs = {
            "arrays": lambda built=built, egos=egos, targets=targets: built.introductions(
                egos, targets
            ),
            "Spark": lambda pair=pair, egos=egos, targets=targets: _run(
                engines.relational(*pair, egos, targets)
            ),
        }
        if _as_set(jobs["arrays"]()) != _as_set(jobs["Spark"]()):
            raise SystemExit("Spark disagrees.")
        found = in_turn(jobs, 5)
        what = f"10^{power}, {len(tables[0]):,} rows of ties, {len(egos)} egos, ten targets"
        yield faster(what, found["arrays"], "Spark, two workers", found["Spark"])
    spark.stop()


def start_spark() -> Any:
    """Return a Spark with two workers on this machine."""
    builder = import_module("pyspark.sql").SparkSession.builder.master("local[2]")
    builder = builder.config("spark.ui.enabled", "false").config("spark.driver.memory", "3g")
    # The plan that suits two workers and not two hundred.
    builder = builder.config("spark.sql.shuffle.partitions", "2")
    session = builder.config("spark.log.level", "ERROR").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def _in_spark(spark: Any, table: pd.DataFrame) -> Any:
    """Return a table in Spark's own memory, filled."""
    given = pa.Table.from_pandas(table, preserve_index=False)
    frame = spark.createDataFrame(given).repartition(2).cache()
    frame.count()
    return frame


def asked(ties: pd.DataFrame, affiliations: pd.DataFrame) -> tuple[list[int], list[int]]:
    """Return sixty egos, or all where they are fewer, and the ten largest places."""
    everybody = ties["person"].unique()
    chance = np.random.default_rng(SEED + 1)
    many = chance.choice(everybody, min(MANY, len(everybody)), replace=False).tolist()
    return many, affiliations["organization"].value_counts().index[:TARGETS].tolist()


def compare(name: str, tables: Tables, rounds: int, power: int = 0) -> Iterator[Line]:
    ties, affiliations = tables
    built, G, on = pool.build(*tables), graph(*tables), frames(tables)
    many, targets = asked(ties, affiliations)
    for egos in (many[:1], many):
        jobs: dict[str, Callable[[], Any]] = {
            "arrays": lambda egos=egos: built.introductions(egos, targets),
            "NetworkX loop": lambda egos=egos: ask_networkx(G, egos, targets),
        }
        for engine, pair in on.items():
            jobs[engine] = lambda egos=egos, pair=pair: _run(
                engines.relational(*pair, egos, targets)
            )
        answers = {engine: _as_set(job()) for engine, job in jobs.items()}
        if any(answer != answers["arrays"] for answer in answers.values()):
            raise SystemExit(f"The engines disagree: {[len(one) for one in answers.values()]}")
        found = in_turn(jobs, rounds)
        ours = found.pop("arrays")
        whose = "one ego" if len(egos) == 1 else f"{len(egos)} egos"
        what = f"{name}, {len(ties):,} rows of ties, {whose}, ten targets"
        for engine, value in found.items():
            yield faster(what, ours, engine, value, GOALS.get((power, len(egos), engine), 0))
            what = "…"


GOALS = {
    (5, 1, "DuckDB"): 5,
    (6, 1, "DuckDB"): 2,
    (6, MANY, "DuckDB"): 10,
    (6, MANY, "NetworkX loop"): 10,
}
"""How many times as fast as which engine, by power of ten and number of egos."""


def _run(answer: Any) -> Any:
    """Have a lazy answer worked out."""
    for rows in ("fetchall", "collect"):
        if hasattr(answer, rows):
            return [tuple(row) for row in getattr(answer, rows)()]
    return answer


def _as_set(answer: Any) -> set[tuple[int, ...]]:
    if isinstance(answer, set | list):
        return set(answer)
    frame = answer.to_pandas() if hasattr(answer, "to_pandas") else answer
    return set(frame[list(engines.ANSWER)].itertuples(index=False, name=None))


def compare_building(power: int) -> Iterator[Line]:
    tables = invented(power)
    jobs = {"arrays": lambda: pool.build(*tables), "networkx": lambda: graph(*tables)}
    found = in_turn(jobs, 3)
    what = f"building, 10^{power} rows of ties"
    yield faster(what, found["arrays"], "NetworkX", found["networkx"], 10)
    size = {name: kept(job) for name, job in jobs.items()}
    ratio = size["networkx"] / size["arrays"]
    beside = f"NetworkX: {number(size['networkx'])} MB"
    ours = f"{number(size['arrays'])} MB"
    yield Line("… memory kept", ours, beside, f"{number(ratio)} ×", "≥ 5 ×", ratio >= 5)


def kept(build: Callable[[], Any]) -> float:
    """Return how much memory is kept by what is built, in millions of bytes."""
    tracemalloc.start()
    built = build()
    size = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    del built
    return size


def lines(largest: int) -> Iterator[Line]:
    """Yield the results."""
    yield from compare("Les Misérables", real(), 5)
    yield from compare("Davis's Southern women", gatherings(), 5)
    for power in range(3, largest + 1):
        yield from compare(f"10^{power}", invented(power), ROUNDS[power], power)
    yield from compare_building(min(largest, 6))
    yield from compare_spark(range(4, min(largest, 6) + 1))


if __name__ == "__main__":
    tell(lines(argument(6)))
