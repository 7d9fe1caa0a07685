"""Summaries of an invented cohort, for rehearsal: the same seed always gives the same ones."""

import random
from datetime import datetime

from olenb.core.measure_terms import Item, Occasion
from olenb.method.tally import Tally
from olenb.room.summary import SECTORS, Summary, end_of_summary
from olenb.room.synthetic import Cohort

_LIKED = 3  # a few fields are what most people are curious about
_SKIPS = 0.06


def summaries(
    cohort: Cohort, session: str, occasion: Occasion, now: datetime, seed: int = 1
) -> list[Summary]:
    """Return what the invented people would hand in.

    Parameters
    ----------
    cohort
        Who they are.
    session
        The session's code.
    occasion
        At the workshop's end, or six weeks later.
    now
        This moment, with its offset.
    seed
        Any number.

    """
    later = occasion is Occasion.LATER
    made = []
    for one in cohort.people:
        # Of its own for each person, so that both occasions know the same answers of before.
        chance = random.Random(f"{seed} {one.code}")  # noqa: S311 - invented people, no secrets
        sector = chance.choice(SECTORS[:_LIKED] * 20 + SECTORS[_LIKED:])
        answers = _answers(chance, occasion)
        asked = chance.choice((0, 1, 2, 3, 4, 5) if later else (0, 1, 1, 2))
        held = chance.randint(1, asked) if later and asked > 1 else 0
        counts = Tally(asked, held, held, max(held - 1, 0), held // 2, (held + 1) // 2)
        ends = end_of_summary(now)
        made.append(Summary(session, one.code, occasion, ends, sector, counts, answers))
    return made


def _answers(chance: random.Random, occasion: Occasion) -> dict[Occasion, dict[Item, int]]:
    before = {item: chance.randrange(10, 81, 10) for item in Item if chance.random() > _SKIPS}
    after = {}
    for item, value in before.items():
        lean = -1 if item is Item.DISCOMFORT else 1
        after[item] = min(max(value + lean * chance.choice((-10, 0, 10, 10, 20, 30)), 0), 100)
    return {Occasion.BEFORE: before, occasion: after}
