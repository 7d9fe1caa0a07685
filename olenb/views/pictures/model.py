"""What the two pictures show, as plain values: whoever draws needs no workbook.

Words that come from a person (names, organizations, reasons) may hold anything at all; they
are stored here as they are and made fit for drawing where they are drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from olenb.core.terms import Band


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody whom the user knows.

    Parameters
    ----------
    id
        The person's id in the workbook.
    name
        Their name, as the user wrote it.
    organization
        Where they are now; empty where unknown.
    reach
        At how many of the user's targets they could introduce somebody; 0 or more.
    flags
        Short remarks to show beside the name ("not asked yet", "lost touch").
    """

    id: int
    name: str
    organization: str = ""
    reach: int = 0
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    """People known in the same way, in the order in which they are to be met (R6)."""

    name: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Map:
    """Everybody whom the user knows.

    Parameters
    ----------
    circles
        The circles in the order of the map, clockwise from the top. Empty ones are not drawn.
    ties
        Pairs of contact ids: who knows whom. Pairs that name somebody else are passed over.
    """

    circles: tuple[Circle, ...]
    ties: tuple[tuple[int, int], ...] = ()

    def __repr__(self) -> str:
        return f"<map of {self.size:,} people>"  # a saved notebook holds no names

    @property
    def contacts(self) -> Iterator[Contact]:
        """Yield every contact, circle by circle."""
        return (contact for circle in self.circles for contact in circle.contacts)

    @property
    def size(self) -> int:
        """How many contacts there are."""
        return sum(len(circle.contacts) for circle in self.circles)


@dataclass(frozen=True, slots=True)
class Introducer:
    """Somebody who could introduce the user: leg 1 of a route.

    Parameters
    ----------
    id
        The person's id in the workbook.
    name
        Their name, as the user wrote it.
    what
        What they are to the user: a circle, an employer, a few words.
    band
        How sure it is that they would help, 1 to 3.
    """

    id: int
    name: str
    what: str
    band: Band


@dataclass(frozen=True, slots=True)
class Way:
    """One introduction to a target: leg 2 of a route.

    Parameters
    ----------
    introducer
        The id of the `Introducer` who could make it.
    person
        Who would be met; empty where the introducer is there themselves.
    reason
        Why we think that the two know each other, in words.
    band
        How sure that is, 1 to 3; with three legs, the weaker of the last two.
    """

    introducer: int
    person: str
    reason: str
    band: Band


@dataclass(frozen=True, slots=True)
class Target:
    """A place or role that the user is curious about, with the ways that lead to it."""

    id: int
    label: str
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, repr=False)
class Routes:
    """Who could introduce the user where.

    Parameters
    ----------
    introducers
        The people in the middle, best first.
    targets
        Where the user wants to get, the active ones first, with or without a way.
    """

    introducers: tuple[Introducer, ...]
    targets: tuple[Target, ...]

    def __repr__(self) -> str:
        return f"<routes to {len(self.targets):,} places>"  # a saved notebook holds no names

    @cached_property
    def _by_id(self) -> dict[int, Introducer]:
        return {one.id: one for one in self.introducers}

    def introducer(self, way: Way) -> Introducer:
        """Return who could make this introduction."""
        return self._by_id[way.introducer]

    def band(self, way: Way) -> Band:
        """Return how sure the whole route is: the weaker of its legs."""
        return min(self.introducer(way).band, way.band)
