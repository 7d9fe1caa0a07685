"""Which routes are drawn, and in what order, so that the picture stays readable."""

from dataclasses import dataclass, replace

from olenb.core.terms import Band
from olenb.views.pictures.model import Introducer, Routes, Target

PEOPLE, PLACES = 14, 12
_SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Leg:
    """The surest of an introducer's ways to a target."""

    introducer: int
    target: int
    band: Band


@dataclass(frozen=True, slots=True)
class Legs:
    """What is drawn: both columns from top to bottom, the lines between, what is left out."""

    introducers: tuple[Introducer, ...]
    targets: tuple[Target, ...]
    pairs: tuple[Leg, ...]
    left_people: int = 0
    left_places: int = 0

    def best(self, target: Target) -> Band:
        """Return how sure the surest drawn route to a target is."""
        firsts = {one.id: one.band for one in self.introducers}
        return max(
            min(firsts[leg.introducer], leg.band) for leg in self.pairs if leg.target == target.id
        )

    def leaving(self, leg: Leg) -> tuple[int, int]:
        """Return a line's place among those that leave its introducer, and their number."""
        rank = {target.id: row for row, target in enumerate(self.targets)}
        same = [one for one in self.pairs if one.introducer == leg.introducer]
        return sorted(same, key=lambda one: rank[one.target]).index(leg), len(same)

    def arriving(self, leg: Leg) -> tuple[int, int]:
        """Return a line's place among those that reach its target, and their number."""
        rank = {one.id: row for row, one in enumerate(self.introducers)}
        same = [one for one in self.pairs if one.target == leg.target]
        return sorted(same, key=lambda one: rank[one.introducer]).index(leg), len(same)


def choose(routes: Routes) -> Legs:
    """Return what is drawn: the first 12 targets, and the 14 people who open them best.

    Every target that can be reached keeps its surest way, so that none looks closed that isn't.
    """
    reached = [target for target in routes.targets if target.ways]
    closed = [target for target in routes.targets if not target.ways]
    targets = (*reached, *closed)[:PLACES]
    pairs = _surest(routes, targets)
    firsts = {one.id: one.band for one in routes.introducers}
    kept: dict[int, None] = {}
    for target in targets:
        best = _best([leg for leg in pairs if leg.target == target.id], firsts)
        if best and kept.keys().isdisjoint(best):
            kept[best[0]] = None
    own: dict[int, list[Band]] = {}
    for leg in pairs:
        own.setdefault(leg.introducer, []).append(min(firsts[leg.introducer], leg.band))
    opening = [one.id for one in routes.introducers if one.id in own]
    # Who opens the surest ways first, then who opens more.
    for who in sorted(opening, key=lambda one: (-max(own[one]), -len(own[one]))):
        if len(kept) < PEOPLE:
            kept[who] = None
    people = tuple(one for one in routes.introducers if one.id in kept)
    return Legs(
        people,
        targets,
        tuple(leg for leg in pairs if leg.introducer in kept),
        len(routes.introducers) - len(people),
        len(routes.targets) - len(targets),
    )


def _surest(routes: Routes, targets: tuple[Target, ...]) -> list[Leg]:
    """Return one leg for each introducer and target."""
    bands: dict[tuple[int, int], Band] = {}
    for target in targets:
        for way in target.ways:
            key = (way.introducer, target.id)
            bands[key] = max(bands.get(key, way.band), way.band)
    return [Leg(who, where, band) for (who, where), band in bands.items()]


def _best(ways: list[Leg], firsts: dict[int, Band]) -> list[int]:
    """Return who opens the surest of the ways to one target."""
    sure = [min(firsts[leg.introducer], leg.band) for leg in ways]
    most = max(sure, default=0)
    return [leg.introducer for leg, band in zip(ways, sure, strict=True) if band == most]


def ordered(legs: Legs) -> Legs:
    """Return the same with both columns ordered so that few lines cross.

    Each card goes, in turns, to the mean height of those it is joined with (barycentres);
    targets without a way stay below. The best order seen is kept.
    """
    best, fewest = legs, crossings(legs)
    for _ in range(_SWEEPS):
        legs = _sorted_people(_sorted_targets(legs))
        if (found := crossings(legs)) < fewest:
            best, fewest = legs, found
    return best


def crossings(legs: Legs) -> int:
    """Return how many pairs of lines cross between people and places."""
    people = {one.id: row for row, one in enumerate(legs.introducers)}
    places = {one.id: row for row, one in enumerate(legs.targets)}
    ends = [(people[leg.introducer], places[leg.target]) for leg in legs.pairs]
    return sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for k, a in enumerate(ends) for b in ends[k + 1 :])


def _sorted_people(legs: Legs) -> Legs:
    rank = {target.id: row for row, target in enumerate(legs.targets)}

    def height(one: Introducer) -> float:
        return _mean([rank[leg.target] for leg in legs.pairs if leg.introducer == one.id])

    return replace(legs, introducers=tuple(sorted(legs.introducers, key=height)))


def _sorted_targets(legs: Legs) -> Legs:
    rank = {one.id: row for row, one in enumerate(legs.introducers)}

    def height(target: Target) -> tuple[bool, float]:
        rows = [rank[leg.introducer] for leg in legs.pairs if leg.target == target.id]
        return not target.ways, _mean(rows)

    return replace(legs, targets=tuple(sorted(legs.targets, key=height)))


def _mean(rows: list[int]) -> float:
    return sum(rows) / len(rows) if rows else 0.0
