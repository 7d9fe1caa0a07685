"""A rate of answers, only after twenty requests, with an interval that says how little it says."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.core.store import Store
from olenb.method.outreach.rate import reply_rate, wilson


def test_six_of_twenty_is_between_15_and_52_percent(
    store: Store, ana: int, touch: Callable[..., int]
) -> None:
    for number in range(20):
        assert reply_rate(store) is None
        touch(ana, "asked around", "2026-11-01", reply="yes" if number < 6 else None)
    touch(ana, "reminded once", "2026-11-12")
    rate = reply_rate(store)
    assert (rate.answered, rate.requests) == (6, 20)
    assert rate.sentence == (
        "6 of your 20 requests were answered so far. That fits anything from 15% to 52%, "
        "and says nothing about the next one."
    )


@pytest.mark.parametrize(
    ("count", "out_of", "low", "high"),
    # Newcombe (1998), table I: the score method without continuity correction.
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_wilsons(count: int, out_of: int, low: float, high: float) -> None:
    assert wilson(count, out_of) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_stays_between_0_and_1(pair: tuple[int, int]) -> None:
    count, out_of = pair
    low, high = wilson(count, out_of)
    assert 0 <= low <= count / out_of + 1e-12
    assert count / out_of - 1e-12 <= high <= 1
