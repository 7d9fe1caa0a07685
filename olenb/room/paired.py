"""Paired change: the same people's answers before and after, and how sure the change is.

Nothing is said of what caused it. A question is told of only where enough people answered it both
times, and people come in as groups, so that two summaries don't point at whoever was added.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt
from statistics import NormalDist, mean, stdev

from olenb.core import rules
from olenb.core.measure_terms import Item

Pairs = Mapping[str, Sequence[int]]
"""Who came in together: a participant's code -> their two answers."""

_Z: float = NormalDist().inv_cdf(0.975)
_EDGE = 2  # a mean nearer than this to an end would tell everybody's answer


@dataclass(frozen=True)
class Change:
    """How one answer changed, in whole points of a scale from 0 to 100.

    Parameters
    ----------
    item
        The question.
    pairs
        How many answered it both times, at least: counted down to a full five.
    before, after
        The means of the same people.
    change, low, high
        The mean of their changes, and the interval of 95 % around it, rounded outwards.
    """

    item: Item
    pairs: int
    before: int
    after: int
    change: int
    low: int
    high: int


def let_in(people: Pairs, before: Sequence[Pairs] = (), least: int | None = None) -> list[Pairs]:
    """Return the groups with whoever is new, once those are enough by themselves.

    Parameters
    ----------
    people
        Everybody's two answers to one question.
    before
        The groups that are in already; they stay as they were.
    least
        How many a group must have; None takes 10.

    """
    least = rules.SMALLEST_OUTCOME.value if least is None else least
    inside = {one for group in before for one in group}
    waiting = {one: list(people[one]) for one in sorted(set(people) - inside)}
    return [*before, waiting] if len(waiting) >= least else list(before)


def change(item: Item, groups: Sequence[Pairs]) -> Change | None:
    """Return how the answers of all groups changed; None where that would tell of somebody.

    >>> group = {f"p{n}": (40, 50 + n) for n in range(10)}
    >>> found = change(Item.ASK, [group])
    >>> found.pairs, found.before, found.after, found.change, found.low, found.high
    (10, 40, 54, 14, 12, 17)
    """
    pairs = [pair for group in groups for pair in group.values()]
    if len(pairs) < rules.SMALLEST_OUTCOME.value:
        return None
    changes = [after - before for before, after in pairs]
    spread = stdev(changes)
    if not spread:  # all alike: the mean is everybody's
        return None
    middle, half = mean(changes), student(len(changes) - 1) * spread / sqrt(len(changes))
    return Change(
        item=item,
        pairs=len(pairs) // 5 * 5,
        before=_from_the_edge(mean(before for before, _ in pairs)),
        after=_from_the_edge(mean(after for _, after in pairs)),
        change=round(middle),
        low=floor(middle - half),
        high=ceil(middle + half),
    )


def student(freedom: int) -> float:
    """Return the quantile of Student's t that leaves 2.5 % above it.

    The expansion of Abramowitz and Stegun, 26.7.5: right to a thousandth from nine degrees on.

    Parameters
    ----------
    freedom
        Degrees of freedom, 9 or more.

    >>> round(student(9), 3), round(student(30), 3)
    (2.262, 2.042)
    """
    z = _Z
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return float(sum(term / freedom**power for power, term in enumerate(terms)))


def _from_the_edge(value: float) -> int:
    return min(max(round(value), _EDGE), 100 - _EDGE)
