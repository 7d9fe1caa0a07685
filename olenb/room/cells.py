"""Counts that may be shown: no small cell, and none that could be worked out from the others.

A count under five is left out. What was left out must not follow from the total and the rules
either, so the smallest of the others goes with it until each hidden count could, by its bounds, be
five different numbers; listing all tables that look alike leaves at least three. No cell is
everybody or nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from olenb.core import rules

_UNSURE = 4
"""By its bounds a hidden count may be any of this many numbers, and one more."""


@dataclass(frozen=True)
class Shown:
    """What of some counts may be seen.

    Parameters
    ----------
    total
        How many people there are; None where they are too few for even that.
    cells
        The counts that are shown, the largest first.
    hidden
        The names of the others, in the order in which they were given.
    """

    total: int | None
    cells: dict[str, int]
    hidden: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What is shown and what is not, in words."""
        if self.total is None:
            return "Too few people for any number to be shown without pointing at somebody."
        if not self.cells:
            return f"{self.total} people. How they divide is not shown, so that nobody stands out."
        seen = ", ".join(f"{name} {count}" for name, count in self.cells.items())
        rest = f" Not shown, for they are few: {', '.join(self.hidden)}." if self.hidden else ""
        return f"{self.total} people: {seen}.{rest}"


def shown(counts: Mapping[str, int], least: int | None = None) -> Shown:
    """Return which counts may be seen.

    Parameters
    ----------
    counts
        How many people are in each cell; everybody is in one.
    least
        The smallest count that may be seen; None takes 5 (10 for outcomes).

    >>> shown({"health": 14, "schools": 9, "law": 3}).cells
    {'health': 14}
    >>> shown({"health": 3}).total is None
    True
    """
    least = rules.SMALLEST_CELL.value if least is None else least
    total = sum(counts.values())
    if total < least:
        return Shown(None, {}, tuple(counts))
    hidden = [count for count in counts.values() if count < least]
    rest = sorted((count, name) for name, count in counts.items() if count >= least)
    while rest and not _is_open(hidden, least, rest[0][0], total):
        hidden.append(rest.pop(0)[0])
    cells = {name: count for count, name in sorted(rest, key=lambda cell: (-cell[0], cell[1]))}
    return Shown(total, cells, tuple(name for name in counts if name not in cells))


def _is_open(hidden: Sequence[int], least: int, smallest_shown: int, total: int) -> bool:
    """Tell whether somebody who knows the rules can't tell any hidden count to within five.

    They know the sum of the hidden counts, that some are under `least`, and that the others are at
    most as large as the smallest that is shown.
    """
    if not hidden:
        return smallest_shown < total
    whole, few = sum(hidden), least - 1
    small = sum(count < least for count in hidden)
    large = len(hidden) - small
    lowest = whole - few * (small - 1) - smallest_shown * large
    highest = whole - least * large
    open_small = min(few, highest) - max(0, lowest) >= _UNSURE
    lowest_large = whole - few * small - smallest_shown * (large - 1)
    highest_large = whole - least * (large - 1)
    spread = min(smallest_shown, highest_large) - max(least, lowest_large)
    return (not small or open_small) and (not large or spread >= _UNSURE)
