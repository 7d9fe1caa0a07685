"""Who stands where on the ring: each circle with its sector, its named people and its others."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from olenb.views.pictures import sectors
from olenb.views.pictures.layout import Dot, DotKind, Point, Sector
from olenb.views.pictures.model import Circle, Contact, Map
from olenb.views.pictures.palette import circle_colour

_SMALLEST, _LARGEST = 1.3, 6.0


@dataclass(frozen=True)
class Part:
    """One circle on a ring of some radius.

    Parameters
    ----------
    named
        Who has a label, and stands on the rim.
    others
        Who else has a dot, those who could introduce the user first.
    """

    circle: Circle
    sector: Sector
    radius: float
    named: tuple[Contact, ...]
    others: tuple[Contact, ...]

    @property
    def crowd(self) -> sectors.Crowd:
        """How many are shown."""
        return sectors.Crowd(len(self.named) + len(self.others), len(self.named))

    @property
    def hidden(self) -> int:
        """How many have no dot."""
        return len(self.circle.contacts) - self.crowd.people

    @cached_property
    def rim(self) -> list[float]:
        """The angles of those who are named."""
        n = len(self.named)
        if n == 0:
            return []
        part = sectors.facing(self.sector.start, self.sector.end, n, self.radius)
        return sectors.on_rim(part, n, self.radius)

    def dots(self, pitch: float, centre: Point) -> list[Dot]:
        """Return everybody's dot: the named ones on the rim, the others in rows behind them."""
        colour = self.sector.colour
        front = [
            Dot(c.id, *sectors.at(centre, self.radius - sectors.RIM, angle), *_look(c), colour)
            for c, angle in zip(self.named, self.rim, strict=True)
        ]
        small = min(_LARGEST, max(_SMALLEST, pitch * 0.35))
        span = (self.sector.start, self.sector.end)
        spots = sectors.places(pitch, *span, self.radius, len(self.others))
        return front + [
            Dot(c.id, *sectors.at(centre, *spot), small, "reaching" if c.reach else "plain", colour)
            for c, spot in zip(self.others, spots.tolist(), strict=True)
        ]


def _look(contact: Contact) -> tuple[float, DotKind]:
    """Return size and kind of a named contact's dot: a number needs room."""
    return (sectors.NAMED, "named") if contact.reach else (_LARGEST, "plain")


def choose_named(people: Map, names: int) -> set[int]:
    """Return the ids of those with a label: who could introduce most; of a few, everybody.

    Of those who could introduce equally, each circle's first come before any circle's second.
    """
    if people.size <= names:
        return {contact.id for contact in people.contacts}
    able: list[tuple[int, int, int]] = []
    for circle in people.circles:
        turn: Counter[int] = Counter()
        for contact in circle.contacts:
            if contact.reach > 0:
                able.append((-contact.reach, turn[contact.reach], contact.id))
                turn[contact.reach] += 1
    able.sort(key=lambda one: one[:2])
    return {number for *_, number in able[:names]}


def parts(circles: list[Circle], named: set[int], radius: float, first: int = 0) -> list[Part]:
    """Return the circles in their sectors, clockwise; `first` begins at the top."""
    shown = sectors.shares([len(circle.contacts) for circle in circles])
    split = [_split(circle, named, n) for circle, n in zip(circles, shown, strict=True)]
    crowds = [sectors.Crowd(len(front) + len(rest), len(front)) for front, rest in split]
    spans = sectors.spans(crowds, radius, first)
    return [
        Part(circle, Sector(i, circle_colour(i, len(circles)), *span), radius, front, rest)
        for i, (circle, span, (front, rest)) in enumerate(zip(circles, spans, split, strict=True))
    ]


def _split(
    circle: Circle, named: set[int], shown: int
) -> tuple[tuple[Contact, ...], tuple[Contact, ...]]:
    """Return a circle's named people and its others, those who could introduce first."""
    front = tuple(c for c in circle.contacts if c.id in named)
    others = sorted((c for c in circle.contacts if c.id not in named), key=lambda c: -c.reach)
    return front, tuple(others[: max(0, shown - len(front))])


def spacing(shown: list[Part]) -> float:
    """Return the one spacing that all dots keep."""
    angles = [(part.sector.start, part.sector.end) for part in shown]
    return sectors.spacing([part.crowd for part in shown], angles, shown[0].radius)
