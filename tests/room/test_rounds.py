"""Pairs: the useful ones first, nobody twice, everybody used, whatever the answers."""

import itertools

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olenb.core.errors import NotAllowed
from olenb.room import rounds
from olenb.room.documents import Answer

PEOPLE = [f"AAA{letter}" for letter in "ABCDEFGHJKMN"]
Offers = dict[str, list[Answer]]


@st.composite
def cohorts(draw: st.DrawFn) -> tuple[list[str], Offers]:
    people = PEOPLE[: draw(st.integers(2, len(PEOPLE)))]
    pairs = st.tuples(st.sampled_from(people), st.sampled_from(people), st.integers(1, 3))
    offers: Offers = {}
    for bridge, asker, strength in draw(st.lists(pairs, max_size=20)):
        offers.setdefault(bridge, []).append(Answer(f"{asker}-1", strength))
    return people, offers


@settings(deadline=None)
@given(cohorts(), st.integers(1, 5))
def test_nobody_meets_twice_and_as_many_as_can_be_are_paired(
    cohort: tuple[list[str], Offers], number: int
) -> None:
    people, offers = cohort
    plan = rounds.plan(people, offers, rounds=number, minutes=5)
    met = [frozenset(pair) for one in plan.rounds for pair in one.pairs]
    assert len(met) == len(set(met))
    for one in plan.rounds:
        placed = [code for pair in one.pairs for code in pair]
        assert sorted([*placed, *one.resting]) == sorted(people)
        assert all(len(pair) == 2 for pair in one.pairs)
        # As long as everybody has half of the others still to meet, all can be paired (Dirac).
        if one.number <= len(people) // 2:
            assert len(one.resting) == len(people) % 2


@settings(deadline=None)
@given(cohorts())
def test_one_round_covers_as_many_introductions_as_any_full_pairing_could(
    cohort: tuple[list[str], Offers],
) -> None:
    people, offers = cohort
    useful = {(bridge, one.asker) for bridge, given in offers.items() for one in given} - {
        (one, one) for one in people
    }
    G = nx.complete_graph(people)
    for one, other in G.edges:
        G[one][other]["weight"] = ((one, other) in useful) + ((other, one) in useful)
    best = nx.max_weight_matching(G, maxcardinality=True)
    most = sum(G[one][other]["weight"] for one, other in best)
    plan = rounds.plan(people, offers, rounds=1, minutes=5)
    assert (plan.covered, plan.possible) == (most, len(useful))


@settings(deadline=None)
@given(cohorts(), st.randoms())
def test_the_order_of_people_and_answers_never_matters(
    cohort: tuple[list[str], Offers], chance: object
) -> None:
    people, offers = cohort
    shuffled = chance.sample(people, len(people))
    reordered = {who: chance.sample(offers[who], len(offers[who])) for who in reversed(offers)}
    one = rounds.plan(people, offers, rounds=3, minutes=5)
    assert rounds.plan(shuffled, reordered, rounds=3, minutes=5).covered == one.covered


def test_whoever_can_introduce_stands_in_front() -> None:
    plan = rounds.plan(PEOPLE[:2], {PEOPLE[1]: [Answer(f"{PEOPLE[0]}-1", 1)]}, rounds=1, minutes=5)
    assert plan.rounds[0].pairs == ((PEOPLE[1], PEOPLE[0]),)


def test_two_who_should_not_meet_never_do() -> None:
    a, b, c, d = PEOPLE[:4]
    offers = {a: [Answer(f"{b}-1", 3)]}
    plan = rounds.plan([a, b, c, d], offers, rounds=3, minutes=5, apart=[(b, a)])
    assert (a, b) not in [pair for one in plan.rounds for pair in one.pairs]
    assert plan.covered == 0


def test_with_an_odd_number_another_one_sits_with_the_counselor_each_time() -> None:
    plan = rounds.plan(PEOPLE[:5], {}, rounds=4, minutes=5)
    resting = [code for one in plan.rounds for code in one.resting]
    assert len(set(resting)) == len(resting) == 4


def test_the_sentence_promises_nothing() -> None:
    assert "not a promise that it works" in rounds.SENTENCE


@pytest.mark.parametrize(
    ("people", "number", "minutes"), [(1, 1, 5), (4, 0, 5), (4, 21, 5), (4, 1, 0)]
)
def test_what_can_be_no_round_is_refused(people: int, number: int, minutes: int) -> None:
    with pytest.raises(
        NotAllowed, match=r"at least two people, 1 to 20 rounds and 1 to 60 minutes"
    ):
        rounds.plan(PEOPLE[:people], {}, rounds=number, minutes=minutes)


def test_the_document_has_the_declared_shape() -> None:
    found = rounds.plan(PEOPLE[:3], {}, rounds=2, minutes=5).to_json()
    assert list(found) == ["rounds", "covered", "possible"]
    assert [list(one) for one in found["rounds"]] == [["round", "pairs", "resting"]] * 2
    assert all(
        isinstance(pair, list) for pair in itertools.chain(*(r["pairs"] for r in found["rounds"]))
    )
