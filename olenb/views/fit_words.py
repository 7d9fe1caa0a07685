"""How well places fit, in words: a text alternative, one sentence, and a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from olenb.core.plan_terms import FIT, Level
from olenb.views.pictures.describe import Description
from olenb.views.pictures.text import whole

NOT_SAID = "not said yet"
EMPTY = "Nothing here yet. Answer one of the three questions, and it shows here."
TITLE = "How well it fits"


@dataclass(frozen=True)
class Fit:
    """One place and its three sides.

    Parameters
    ----------
    label
        The plan in words.
    sides
        By the names in `plan_terms.FIT`; None where nothing was said.
    """

    label: str
    sides: Mapping[str, Level | None]


def describe_fit(shown: Sequence[Fit], sentence: str = "") -> Description:
    """Return the picture in words.

    The table has one row for each side of each place: `Place`, `Side`, `In words`.

    Parameters
    ----------
    shown, sentence
        As for `fit_figure`.
    """
    rows = [
        (whole(one.label), heading, in_words(one.sides.get(name)))
        for one in shown
        for name, (heading, _) in FIT.items()
    ]
    table = pd.DataFrame(rows, columns=["Place", "Side", "In words"])
    sides = ", ".join(heading.lower() for heading, _ in FIT.values())
    places = "one place" if len(shown) == 1 else f"{len(shown)} places"
    alt = f"Three levels each for {sides}, at {places}. The three are not added up."
    return Description(alt if shown else EMPTY, sentence or (TITLE if shown else EMPTY), table)


def in_words(level: Level | None) -> str:
    """Return a side of a fit as one reads it."""
    return NOT_SAID if level is None else level.told
