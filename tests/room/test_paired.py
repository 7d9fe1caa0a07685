"""Paired change: true, wide enough, and silent where it would tell of somebody."""

from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.core.measure_terms import Item
from olenb.room import paired

answers = st.tuples(st.integers(0, 100), st.integers(0, 100))


def people(pairs, start=0):
    return {f"{start + n:03}": pair for n, pair in enumerate(pairs)}


@pytest.mark.parametrize(
    ("freedom", "table"), [(9, 2.262), (14, 2.145), (19, 2.093), (29, 2.045), (59, 2.001)]
)
def test_the_quantile_is_that_of_the_tables(freedom, table):
    assert round(paired.student(freedom), 3) == table


@given(st.lists(answers, min_size=10, max_size=60))
def test_what_is_told_is_the_mean_of_the_changes_inside_its_interval(pairs):
    found = paired.change(Item.ASK, [people(pairs)])
    changes = [after - before for before, after in pairs]
    if found is None:
        assert len(set(changes)) == 1
        return
    assert found.change == round(mean(changes))
    assert found.low <= found.change <= found.high
    assert found.low < found.high
    assert 2 <= found.before <= 98
    assert 2 <= found.after <= 98
    assert found.pairs % 5 == 0
    assert found.pairs <= len(pairs)


def test_fewer_than_ten_pairs_say_nothing():
    assert paired.change(Item.ASK, [people([(1, 50)] * 4 + [(9, 20)] * 5)]) is None
    assert paired.let_in(people([(1, 2)] * 9)) == []


def test_a_late_one_waits_so_that_the_difference_of_two_means_is_nobodys_answer():
    first = paired.let_in(people([(10, n) for n in range(20, 32)]))
    told = paired.change(Item.ASK, first)
    for late in range(1, 10):
        again = paired.let_in(people([(10, 90)] * (12 + late)), first)
        assert paired.change(Item.ASK, again) == told
    many = people([(10, 60 + n) for n in range(10)], 100)
    assert paired.change(Item.ASK, paired.let_in(many, first)) != told


def test_whoever_answered_all_alike_is_not_told_of():
    assert paired.change(Item.ASK, [people([(0, 100)] * 12)]) is None
