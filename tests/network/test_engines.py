"""One question on every engine, held to its definition in plain NetworkX."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import duckdb
import networkx as nx
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import olenb
from olenb.core.errors import NotAllowed
from olenb.network import engines, pool

Rows = set[tuple[Any, ...]]
PLACES = ["Birch Clinic", "Tern Robotics", "Ängbro"]


@st.composite
def tables(draw: st.DrawFn, labels: st.SearchStrategy[Any]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Draw a small network: ties in both directions, some of them twice, and who is where."""
    people = draw(st.lists(labels, min_size=3, max_size=9, unique=True))
    someone = st.sampled_from(people)
    pairs = draw(st.lists(st.tuples(someone, someone, st.integers(1, 3)), max_size=25))
    ties = [(a, b, s) for a, b, s in pairs if a != b]
    both = [*ties, *((b, a, s) for a, b, s in ties)]
    posts = draw(st.lists(st.tuples(someone, st.sampled_from(PLACES)), max_size=12))
    kind = type(people[0])
    return (
        _frame(both, {"person": kind, "knows": kind, "strength": int}),
        _frame(posts, {"person": kind, "organization": str}),
    )


def _frame(rows: list[tuple[Any, ...]], columns: dict[str, type]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)


def definition(
    ties: pd.DataFrame, affiliations: pd.DataFrame, egos: list[Any], targets: list[str]
) -> Rows:
    """Return the answer as its words say it, one ego, target and person after the other."""
    G = nx.Graph()
    for a, b, strength in ties.itertuples(index=False):
        G.add_edge(a, b, strength=max(strength, G.get_edge_data(a, b, {"strength": 0})["strength"]))
    found = set()
    for ego, target in itertools.product(egos, targets):
        for person in set(affiliations.query("organization == @target")["person"]):
            if ego not in G or person not in G or person == ego or G.has_edge(ego, person):
                continue
            ways = [
                (-min(G[ego][one]["strength"], G[one][person]["strength"]), one)
                for one in nx.common_neighbors(G, ego, person)
            ]
            if ways:
                band, introducer = min(ways)
                found.add((ego, target, person, introducer, -band))
    return found


def _rows(frame: pd.DataFrame) -> Rows:
    rows = list(frame[list(engines.ANSWER)].itertuples(index=False, name=None))
    assert len(rows) == len(set(rows))
    return set(rows)


def on_arrays(ties: pd.DataFrame, at: pd.DataFrame, egos: list[Any], targets: list[str]) -> Rows:
    return _rows(olenb.introductions(ties, at, ego=egos, targets=targets))


def on_pandas(ties: pd.DataFrame, at: pd.DataFrame, egos: list[Any], targets: list[str]) -> Rows:
    return _rows(engines.relational(ties, at, egos, targets))


def on_polars(ties: pd.DataFrame, at: pd.DataFrame, egos: list[Any], targets: list[str]) -> Rows:
    answer = olenb.introductions(
        pl.from_pandas(ties), pl.from_pandas(at), ego=egos, targets=targets
    )
    assert isinstance(answer, pl.DataFrame)
    return _rows(answer.to_pandas())


def on_duckdb(ties: pd.DataFrame, at: pd.DataFrame, egos: list[Any], targets: list[str]) -> Rows:
    with duckdb.connect() as connection:
        frames = (connection.from_df(ties), connection.from_df(at))
        answer = olenb.introductions(*frames, ego=egos, targets=targets)
        assert isinstance(answer, duckdb.DuckDBPyRelation)
        return _rows(answer.df())


Engine = Callable[[pd.DataFrame, pd.DataFrame, list[Any], list[str]], Rows]
ENGINES: list[Engine] = [on_arrays, on_pandas, on_polars, on_duckdb]


@settings(max_examples=40, deadline=None)
@given(tables(st.integers(1, 40)), st.data())
def test_every_engine_gives_what_the_definition_says(
    world: tuple[pd.DataFrame, pd.DataFrame], data: st.DataObject
) -> None:
    ties, at = world
    people = sorted({*ties["person"], *at["person"], 99})
    egos = data.draw(st.lists(st.sampled_from(people), min_size=1, max_size=3, unique=True))
    targets = data.draw(st.lists(st.sampled_from([*PLACES, "Nowhere"]), min_size=1, unique=True))
    expected = definition(ties, at, egos, targets)
    assert [engine(ties, at, egos, targets) == expected for engine in ENGINES] == [True] * 4


@settings(max_examples=12, deadline=None)
@given(tables(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)))
def test_people_may_be_called_anything(world: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    ties, at = world
    egos = sorted(set(ties["person"]))[:2] or ["nobody"]
    expected = definition(ties, at, egos, PLACES)
    assert [engine(ties, at, egos, PLACES) == expected for engine in ENGINES] == [True] * 4


@settings(max_examples=40, deadline=None)
@given(tables(st.integers(1, 12)), st.randoms())
def test_the_order_of_the_rows_never_matters(
    world: tuple[pd.DataFrame, pd.DataFrame], chance: Any
) -> None:
    ties, at = world
    shuffled = [frame.iloc[chance.sample(range(len(frame)), len(frame))] for frame in world]
    first, again = on_arrays(ties, at, [1, 2], PLACES), on_arrays(*shuffled, [1, 2], PLACES)
    assert first == again


def test_one_ego_and_one_target_need_no_list() -> None:
    ties = pd.DataFrame({"person": [1, 2, 2, 3], "knows": [2, 1, 3, 2], "strength": [2, 2, 3, 3]})
    at = pd.DataFrame({"person": [3], "organization": ["Birch Clinic"]})
    answer = olenb.introductions(ties, at, ego=1, targets="Birch Clinic")
    assert list(answer.columns) == list(engines.ANSWER)
    assert answer.values.tolist() == [[1, "Birch Clinic", 3, 2, 2]]


def test_coworkers_without_a_tie_are_strangers_at_ones_own_employer() -> None:
    ties = pd.DataFrame({"person": [1, 2, 2, 3], "knows": [2, 1, 3, 2], "strength": 1})
    at = pd.DataFrame({"person": [1, 2, 3], "organization": "Birch Clinic"})
    assert on_arrays(ties, at, [1], ["Birch Clinic"]) == {(1, "Birch Clinic", 3, 2, 1)}


def test_both_sides_of_the_search_give_the_same() -> None:
    """An ego with many ties is met from the target's side, one with few from their own."""
    G = nx.barabasi_albert_graph(400, 3, seed=4)
    edges = [(a, b, 1 + (a * b) % 3) for a, b in G.edges]
    both = [*edges, *((b, a, s) for a, b, s in edges)]
    ties = _frame(both, {"person": int, "knows": int, "strength": int})
    at = _frame([(n, PLACES[n % 3]) for n in G], {"person": int, "organization": str})
    egos = [0, 5, 399]
    network = pool.build(ties, at)
    degrees = [len(G[ego]) for ego in egos]
    assert max(degrees) > 10 * min(degrees)
    assert _rows(network.introductions(egos, PLACES)) == definition(ties, at, egos, PLACES)


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame])
def test_a_missing_column_is_named(kind: Callable[..., Any]) -> None:
    ties = kind({"person": [1], "knows": [2]})
    at = kind({"person": [1], "organization": ["x"]})
    with pytest.raises(NotAllowed, match=r"person, knows, strength; missing: strength\. Nothing"):
        olenb.introductions(ties, at, ego=1, targets="x")


def test_two_engines_are_not_mixed() -> None:
    ties = pl.DataFrame({"person": [1], "knows": [2], "strength": [1]})
    at = pd.DataFrame({"person": [1], "organization": ["x"]})
    with pytest.raises(NotAllowed, match="two different engines"):
        olenb.introductions(ties, at, ego=1, targets="x")


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A Spark with two workers on this computer."""
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed: olenb[spark]")
    if shutil.which("java") is None:
        pytest.skip("Spark needs a Java runtime, and there is none on this machine")
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    # Small tables: compiling a plan would take far longer than running it.
    builder = builder.config("spark.sql.codegen.wholeStage", "false")
    session = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_spark_gives_what_the_definition_says(spark: Any) -> None:
    G = nx.gnm_random_graph(60, 240, seed=2)
    edges = [(a, b, 1 + (a + b) % 3) for a, b in G.edges]
    both = [*edges, *((b, a, s) for a, b, s in edges)]
    ties = _frame(both, {"person": int, "knows": int, "strength": int})
    at = _frame([(n, PLACES[n % 3]) for n in G], {"person": int, "organization": str})
    frames = (
        spark.createDataFrame(list(ties.itertuples(index=False)), list(ties.columns)),
        spark.createDataFrame(list(at.itertuples(index=False)), list(at.columns)),
    )
    answer = olenb.introductions(*frames, ego=[0, 1, 2], targets=PLACES)
    rows = [tuple(row) for row in answer.collect()]
    assert set(rows) == definition(ties, at, [0, 1, 2], PLACES)
    assert len(rows) == len(set(rows))
