"""Matched rounds against random ones: `python benchmarks/rounds.py [COHORTS]`.

200 invented cohorts of 12 to 60 people with 5 to 40 contacts each, two and four rounds. Printed is
the share of the offered introductions that get talked about, and the share of people with an
offer who hear at least one; medians, with the least and the most. A random round pairs everybody
by lot, nobody twice.
"""

import random
import statistics
import sys
from collections.abc import Mapping, Sequence

from olenb.room import rounds
from olenb.room.documents import Answer
from olenb.room.synthetic import cohort

Offers = set[tuple[str, str]]


def by_lot(people: Sequence[str], number: int, chance: random.Random) -> list[tuple[str, str]]:
    met: set[frozenset[str]] = set()
    pairs = []
    for _ in range(number):
        for _attempt in range(50):
            order = chance.sample(people, len(people))
            found = list(zip(order[::2], order[1::2], strict=False))
            if not any(frozenset(pair) in met for pair in found):
                break
        met |= {frozenset(pair) for pair in found}
        pairs += found
    return pairs


def shares(pairs: Sequence[tuple[str, str]], offers: Offers) -> tuple[float, float]:
    talked = {way for a, b in pairs for way in ((a, b), (b, a)) if way in offers}
    helped, could = {asker for _, asker in talked}, {asker for _, asker in offers}
    return len(talked) / len(offers), len(helped) / len(could)


def offers_of(answers: Mapping[str, Sequence[Answer]]) -> Offers:
    return {(bridge, one.asker) for bridge, given in answers.items() for one in given}


def main(cohorts: int) -> None:
    chance = random.Random(7)
    for number in (2, 4):
        found: dict[str, list[tuple[float, float]]] = {"matched": [], "by lot": []}
        for seed in range(cohorts):
            room = cohort(chance.randint(12, 60), seed)
            people, answers = [one.code for one in room.people], room.answers()
            offers = offers_of(answers)
            if not offers:
                continue
            plan = rounds.plan(people, answers, rounds=number, minutes=5)
            pairs = [pair for one in plan.rounds for pair in one.pairs]
            found["matched"].append(shares(pairs, offers))
            found["by lot"].append(shares(by_lot(people, number, chance), offers))
        print(f"\n{number} rounds, {len(found['matched'])} cohorts: median (least to most)")
        for name, rows in found.items():
            talked, helped = (sorted(column) for column in zip(*rows, strict=True))
            print(f"  {name:10} offers talked about {_say(talked)}   people helped {_say(helped)}")


def _say(values: Sequence[float]) -> str:
    return f"{statistics.median(values):4.0%} ({values[0]:.0%} to {values[-1]:.0%})"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
