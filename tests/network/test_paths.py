"""The arrays are held to the definition in plain NetworkX, and to the laws of the method."""

import random
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from network import plain
from network.worlds import EGO, TODAY, Tables, opened, worlds
from olenb.core import rules
from olenb.network import arrays, reading
from olenb.network.paths import Paths
from olenb.network.routes import answer

LADDERS = {
    "evidence": ["guess", "seen", "told"],
    "willingness": ["rather not ask", None, "likely", "sure"],
}


def found(tables: Tables, legs: int) -> dict[int, plain.Answer]:
    network = reading.read(opened(tables), TODAY)
    ways = Paths(network).best(np.arange(network.size), legs)
    ids = network.ids
    return {
        int(ids[person]): plain.Answer(
            int(ways.band[ways.person == person][0]),
            frozenset(ids[ways.introducer[ways.person == person]].tolist()),
        )
        for person in np.unique(ways.person)
    }


@pytest.mark.parametrize("legs", [2, 3])
@given(worlds())
def test_the_arrays_find_what_plain_networkx_finds(legs: int, tables: Tables) -> None:
    assert found(tables, legs) == plain.best(tables, legs)


@given(worlds())
def test_everyone_is_everybody_at_distance_exactly_two(tables: Tables) -> None:
    G = plain.graph(tables)
    known = set(G[EGO])
    G.remove_edges_from([(EGO, other) for other in plain.refused(G)])
    distance = nx.single_source_shortest_path_length(G, EGO)
    two_away = {person for person, steps in distance.items() if steps == 2} - known
    df = answer(opened(tables), everyone=True)
    assert set(df["person_id"]) == two_away
    assert df["person_id"].is_unique
    assert set(df["kind"]) <= {"introduction"}


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_never_matters(tables: Tables, chance: random.Random) -> None:
    mixed = {name: chance.sample(rows, len(rows)) for name, rows in tables.items()}
    # Rows keep their ids: it is the order of writing that changes.
    one, other = (answer(opened(t), legs=3) for t in (tables, mixed))
    pd.testing.assert_frame_equal(one, other)


@pytest.mark.parametrize("legs", [2, 3])
@given(worlds())
def test_a_route_is_never_better_than_its_weakest_leg(legs: int, tables: Tables) -> None:
    df = answer(opened(tables), legs=legs)
    df = df[df["kind"] == "introduction"]
    legs_said = df[["leg1", "leg2", "leg3"]].where(lambda ranks: ranks > 0).min(axis=1)
    assert df["band"].tolist() == legs_said.tolist()


@pytest.mark.parametrize("legs", [2, 3])
@pytest.mark.parametrize("column", ["willingness", "evidence"])
@given(worlds(), st.data())
def test_raising_a_leg_never_lowers_a_route(
    column: str, legs: int, tables: Tables, data: st.DataObject
) -> None:
    own = column == "willingness"
    ties = [tie for tie in tables["tie"] if (tie["a"] == EGO) == own]
    assume(ties)
    tie = data.draw(st.sampled_from(ties))
    steps = LADDERS[column]
    place = steps.index(tie[column]) if tie[column] in steps else 0
    assume(place + 1 < len(steps))
    before = plain_bands(tables, legs)
    tie[column] = steps[place + 1]
    after = plain_bands(tables, legs)
    assert all(after.get(person, 0) >= band for person, band in before.items())


def plain_bands(tables: Tables, legs: int) -> dict[int, int]:
    return {person: way.band for person, way in found(tables, legs).items()}


@given(worlds(), st.data())
def test_meeting_a_criterion_never_moves_a_person_down(tables: Tables, data: st.DataObject) -> None:
    before = answer(opened(tables))
    assume(len(before))
    at = data.draw(st.integers(0, len(before) - 1))
    person, target = before["person_id"][at], before["target_id"][at]
    next(row for row in tables["person"] if row["id"] == person)["can_hire"] = "yes"
    after = answer(opened(tables))
    assert place_of(after, person, target) <= place_of(before, person, target)


def place_of(df: Any, person: int, target: int) -> int:
    return df.index[(df["person_id"] == person) & (df["target_id"] == target)][0]


@pytest.mark.parametrize("legs", [2, 3])
@given(worlds())
def test_nobody_whom_the_user_would_rather_not_ask_introduces(legs: int, tables: Tables) -> None:
    refused = plain.refused(plain.graph(tables))
    df = answer(opened(tables), legs=legs)
    asked = set(df["introducer_id"]) | set(df["middle_id"]) | set(df["also_ids"].explode())
    assert not refused & asked


def test_a_class_of_hundreds_is_no_team() -> None:
    def pairs(size: int) -> int:
        ids = np.arange(1, size + 2)
        studied = {"school": np.ones(size + 1), "class_year": np.full(size + 1, 2020)}
        network = arrays.build(ids, ego=1, ties=([], [], []), mine=([2], [3], [1]), people=studied)
        return len(Paths(network).best(np.arange(size + 1)).person)

    limit = rules.TEAM_SIZE.value
    assert pairs(limit) == limit - 1
    assert pairs(limit + 1) == 0


def test_both_directions_of_looking_find_the_same_ties() -> None:
    chance = np.random.default_rng(5)
    pairs = np.unique(np.sort(chance.integers(2, 400, (3000, 2)), axis=1), axis=0)
    pairs = pairs[pairs[:, 0] < pairs[:, 1]]
    rank = chance.integers(1, 4, len(pairs))
    few, many = np.arange(2, 12), np.arange(2, 300)
    for helpers in (few, many):
        mine = (helpers, np.full(len(helpers), 2), np.full(len(helpers), 6))
        network = arrays.build(np.arange(1, 401), 1, (*pairs.T, rank), mine)
        people = np.setdiff1d(np.arange(310, 400), network.positions(helpers))
        links = Paths(network).links(people, network.helpers)
        wanted = {
            (min(a, b), max(a, b))
            for a, b in (pairs - 1).tolist()
            for p, h in ((a, b), (b, a))
            if p in people and network.helpers[h]
        }
        assert {tuple(sorted(p)) for p in zip(links.person, links.neighbor, strict=True)} == wanted
