"""Where the dots of the map stand: a ring of sectors, one for each circle.

Every dot keeps the same distance from its neighbours whatever its circle, so that a crowd
looks like a crowd. Rows fill from the rim inwards; people with a label stand on the rim.
"""

from dataclasses import dataclass
from math import ceil, cos, pi, sin, sqrt, tau

import numpy as np
import numpy.typing as npt

HUB = 44.0  # room for "You" in the middle
RIM = 17.0  # from the edge to the row of labelled dots
NAMED = 9.5  # radius of a dot that carries a number
SHOWN = 2000  # more dots than this are specks
_ROOMIEST = 27.0  # spacing of the dots where there is room for all
_ROWS = 0.9  # rows stand a little closer than the dots within one
_ARC = 2.3 * NAMED  # of the rim for each labelled dot
_RIM_SHARE = pi  # radians of the rim that labelled dots may take in all
_TOP = -pi / 2


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many people a sector holds, and how many of them stand labelled on its rim."""

    people: int
    named: int = 0

    @property
    def rest(self) -> int:
        """Those who stand in rows behind the rim."""
        return self.people - self.named


def shares(counts: list[int], limit: int = SHOWN) -> list[int]:
    """Return how many of each circle are drawn, in proportion and nobody's circle empty.

    >>> shares([3000, 1000, 1]), shares([30, 10])
    ([1499, 500, 1], [30, 10])
    """
    total = sum(counts)
    if total <= limit:
        return list(counts)
    exact = [max(1.0, count * limit / total) for count in counts]
    shown = [int(share) for share in exact]
    by_remainder = sorted(range(len(counts)), key=lambda i: (shown[i] - exact[i], i))
    for i in by_remainder[: max(0, limit - sum(shown))]:
        shown[i] += 1
    while sum(shown) > limit:
        shown[shown.index(max(shown))] -= 1
    return shown


def radius_for(people: int, named: int, largest: float) -> float:
    """Return the ring's outer radius: small for a few people, never above `largest`."""
    area = people * _ROOMIEST**2 * _ROWS
    for_rows = sqrt(area / pi + HUB**2) + 2 * RIM
    for_rim = named * _ARC / _RIM_SHARE + RIM
    return min(largest, max(112.0, for_rows, for_rim))


def most_named(radius: float) -> int:
    """Return how many labelled dots find room on the rim, whichever circles they are in.

    >>> most_named(250) > most_named(120) > 10
    True
    """
    return int((radius - RIM) * _RIM_SHARE / _ARC)


def spans(crowds: list[Crowd], radius: float, first: int = 0) -> list[tuple[float, float]]:
    """Return each sector's start and end angle; `first` begins at twelve o'clock."""
    gap = min(0.04, 0.6 / len(crowds)) if len(crowds) > 1 else 0.0
    needs = [_rim_angle(crowd.named, radius) for crowd in crowds]
    around = tau - gap * len(crowds)
    bare = min(0.2, (0.95 * around - sum(needs)) / len(crowds))
    sizes = _at_least(
        [max(bare, need) for need in needs], [crowd.people for crowd in crowds], around
    )
    ends = np.cumsum(np.roll(sizes, -first) + gap) + _TOP - gap / 2
    ends = np.roll(ends, first)
    return [(float(end - size), float(end)) for size, end in zip(sizes, ends, strict=True)]


def _at_least(least: list[float], weights: list[int], whole: float) -> list[float]:
    """Return `whole` divided by weight, where nobody gets less than their least."""
    floor, weight = np.asarray(least), np.asarray(weights, float)
    free = np.ones(len(floor), bool)
    while True:
        share = np.where(free, weight * (whole - floor[~free].sum()) / weight[free].sum(), floor)
        short = free & (share < floor)
        if not short.any():
            return [float(one) for one in share]
        free &= ~short


def _rim_angle(named: int, radius: float) -> float:
    """Return the angle that labelled dots take on the rim."""
    return (named * _ARC + 4) / (radius - RIM) if named else 0.0


def facing(start: float, end: float, named: int, radius: float) -> tuple[float, float]:
    """Return the part of a sector's rim where its labelled dots stand: the side of its labels.

    A sector that reaches over to the other side would otherwise send leaders across the ring.
    """
    middle = (start + end) / 2
    lean = 0.12
    right = cos(middle) >= 0
    low, high = (_TOP + lean, pi / 2 - lean) if right else (pi / 2 + lean, 1.5 * pi - lean)
    low, high = max(start, low), min(end, high)
    missing = _rim_angle(named, radius) - (high - low)
    if missing > 0:
        low, high = max(start, low - missing), min(end, high + missing)
    return low, high


def on_rim(part: tuple[float, float], named: int, radius: float) -> list[float]:
    """Return the angles of the labelled dots: evenly spread, no further than labels can follow."""
    low, high = part
    step = min((high - low) / named, 2 * _ARC / (radius - RIM))
    first = (low + high - step * (named - 1)) / 2
    return [first + step * k for k in range(named)]


def spacing(crowds: list[Crowd], angles: list[tuple[float, float]], radius: float) -> float:
    """Return the widest spacing at which every sector holds its people."""
    low, high = 0.5, _ROOMIEST
    for _ in range(24):
        middle = (low + high) / 2
        fits = all(
            sum(n for _, n in rows(middle, *span, radius)) >= crowd.rest
            for crowd, span in zip(crowds, angles, strict=True)
        )
        low, high = (middle, high) if fits else (low, middle)
    return low


def rows(pitch: float, start: float, end: float, radius: float) -> list[tuple[float, int]]:
    """Return the rows of a sector from the rim inwards: radius, and how many dots it holds."""
    outer = radius - RIM - NAMED - max(4.0, pitch * 0.42)
    count = max(0, ceil((outer - HUB - pitch * 0.4) / (pitch * _ROWS)))
    radii = outer - pitch * _ROWS * np.arange(count)
    held = np.floor((end - start) * radii / pitch).astype(int)
    return [(float(r), int(n)) for r, n in zip(radii, held, strict=True) if n > 0]


def places(
    pitch: float, start: float, end: float, radius: float, people: int
) -> npt.NDArray[np.float64]:
    """Return radius and angle of each of the dots behind the rim, in two columns."""
    found: list[npt.NDArray[np.float64]] = []
    left = people
    for r, holds in rows(pitch, start, end, radius):
        n = min(left, holds)
        if n == 0:
            break
        step = (end - start) / holds
        first = (start + end) / 2 - step * (n - 1) / 2
        found.append(np.column_stack([np.full(n, r), first + step * np.arange(n)]))
        left -= n
    return np.vstack(found) if found else np.empty((0, 2))


def at(centre: tuple[float, float], radius: float, angle: float) -> tuple[float, float]:
    """Return the point at a radius and an angle."""
    return centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)
