"""Who talks with whom in which round, so that the useful introductions get talked about.

Each round is a maximum-weight matching: two people are worth pairing when one ticked the other's
question, the more the surer it is and the fewer other chances that question has. No pair meets
twice. Whoever is left is paired as well, to practise with each other; with an odd number one
pair becomes three.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import combinations
from typing import Any

from olenb.core.errors import NotAllowed
from olenb.room.documents import Answer

SENTENCE = (
    "Pairs are made so that as many of the offered introductions as possible get talked about, "
    "the surest and the rarest first. An offer is a promise to ask, not a promise that it works."
)
_USEFUL = 1_000_000
"""Above every sum of finer points: one more introduction is worth more than a surer one."""

_REST = 100_000
"""Whoever sat out is paired before others, unless that costs an introduction."""

Pair = frozenset[str]


@dataclass(frozen=True)
class Round:
    """One round: pairs, whoever can introduce in front, and who sits with the counselor."""

    number: int
    pairs: tuple[tuple[str, str], ...]
    resting: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """All rounds.

    Parameters
    ----------
    rounds
        In order.
    covered, possible
        How many of the offered introductions are talked about, out of how many.
    minutes
        How long a round takes.
    """

    rounds: tuple[Round, ...]
    covered: int
    possible: int
    minutes: int

    def to_json(self) -> dict[str, Any]:
        """Return the plan as one JSON document."""
        return {
            "rounds": [
                {
                    "round": one.number,
                    "pairs": [list(pair) for pair in one.pairs],
                    "resting": list(one.resting),
                }
                for one in self.rounds
            ],
            "covered": self.covered,
            "possible": self.possible,
        }


def plan(
    people: Sequence[str],
    answers: Mapping[str, Sequence[Answer]],
    *,
    rounds: int,
    minutes: int,
    apart: Iterable[Collection[str]] = (),
) -> Plan:
    """Return the rounds.

    Parameters
    ----------
    people
        Everybody's code.
    answers
        Who would introduce whom, by the code of whoever offers it.
    rounds
        How many, 1 to 20.
    minutes
        How long each is, 1 to 60; divided evenly, sixty seconds for the offer first.
    apart
        Pairs of codes that shouldn't meet.

    Raises
    ------
    NotAllowed
        Fewer than two people, or a number out of its range.

    >>> offers = {"AAAA": [Answer("BBBB-1", 3)]}
    >>> plan(["AAAA", "BBBB", "CCCC", "DDDD"], offers, rounds=1, minutes=5).rounds[0].pairs
    (('AAAA', 'BBBB'), ('CCCC', 'DDDD'))
    """
    everybody = sorted(set(people))
    if len(everybody) < 2 or not 1 <= rounds <= 20 or not 1 <= minutes <= 60:
        raise NotAllowed(
            "Rounds need at least two people, 1 to 20 rounds and 1 to 60 minutes each. "
            "Nothing was written."
        )
    offers = _offers(everybody, answers)
    # Pairs who shouldn't meet count as pairs who have met.
    met: set[Pair] = {frozenset(pair) for pair in apart}
    talked: set[tuple[str, str]] = set()
    rested: Counter[str] = Counter()
    made = []
    for number in range(1, rounds + 1):
        pairs = _round(everybody, offers, met, talked, rested)
        talked |= _talked(offers, pairs)
        paired = {one for pair in pairs for one in pair}
        resting = tuple(one for one in everybody if one not in paired)
        made.append(Round(number, pairs, resting))
    return Plan(tuple(made), len(talked), len(offers), minutes)


def _offers(
    people: Sequence[str], answers: Mapping[str, Sequence[Answer]]
) -> dict[tuple[str, str], int]:
    """Return how sure each offered introduction is, by (who offers, whose question)."""
    found: dict[tuple[str, str], int] = {}
    for bridge, given in answers.items():
        for one in given:
            if bridge in people and one.asker in people and bridge != one.asker:
                pair = (bridge, one.asker)
                found[pair] = max(found.get(pair, 0), one.strength)
    return found


def _round(
    people: Sequence[str],
    offers: Mapping[tuple[str, str], int],
    met: set[Pair],
    talked: Collection[tuple[str, str]],
    rested: Counter[str],
) -> tuple[tuple[str, str], ...]:
    """Pair as many as possible; adds the pairs to `met` and those without one to `rested`."""
    nx = import_module("networkx")  # heavy, and most participants never make rounds
    G = nx.Graph()
    G.add_nodes_from(people)
    for one, other in combinations(people, 2):
        if frozenset((one, other)) not in met:
            fair = _REST * (rested[one] + rested[other])
            G.add_edge(one, other, weight=fair + _worth(one, other, offers, talked))
    matched = [frozenset(pair) for pair in nx.max_weight_matching(G, maxcardinality=True)]
    met.update(matched)
    rested.update(set(people) - {one for pair in matched for one in pair})
    return tuple(sorted(_in_order(pair, offers) for pair in matched))


def _worth(
    one: str,
    other: str,
    offers: Mapping[tuple[str, str], int],
    talked: Collection[tuple[str, str]],
) -> int:
    """Return what it is worth that two people talk: each open offer, the surer and rarer more."""
    worth = 1
    for bridge, asker in ((one, other), (other, one)):
        strength = offers.get((bridge, asker), 0)
        if strength and (bridge, asker) not in talked:
            helped = any(whose == asker for _, whose in talked)
            rivals = sum(whose == asker for _, whose in offers)
            worth += _USEFUL + 10_000 * (not helped) + 1_000 * strength + 900 // rivals
    return worth


def _in_order(pair: Iterable[str], offers: Mapping[tuple[str, str], int]) -> tuple[str, str]:
    """Put whoever can introduce the other in front: their offer is told first."""
    one, other = sorted(pair)
    swap = offers.get((other, one), 0) > offers.get((one, other), 0)
    return (other, one) if swap else (one, other)


def _talked(
    offers: Collection[tuple[str, str]], pairs: Iterable[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Return the offers whose two people talk; a pair may have one each way."""
    return {way for one, other in pairs for way in ((one, other), (other, one)) if way in offers}
