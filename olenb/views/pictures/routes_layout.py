"""The routes: you, the people who could introduce you, where you want to get."""

from dataclasses import dataclass
from math import sqrt

from olenb.views.pictures.cards import card_height, introducer_card, target_card
from olenb.views.pictures.layout import (
    FIRST_NARROW,
    NARROWEST,
    WIDE,
    Card,
    Label,
    Line,
    Point,
    RoutesLayout,
)
from olenb.views.pictures.legs import Legs, choose, ordered
from olenb.views.pictures.model import Routes
from olenb.views.pictures.text import wrap
from olenb.views.pictures.words import INTRODUCERS, NOWHERE_YET, TARGETS, more_in_table

_EDGE = 12.0
_TOP = 40.0  # room for the columns' headings
_APART = 12.0  # between cards
_GAP = 26.0  # before the targets without a way
_SMALL = 12.5
_PORT = 8.0  # between lines that meet one card


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the three columns stand."""

    you: float
    introducers: tuple[float, float]
    targets: tuple[float, float]

    @classmethod
    def of(cls, width: float) -> "_Grid":
        """Return the columns for a width; in a narrow one you stand above the people."""
        if width < FIRST_NARROW:
            between = max(34.0, width * 0.09)
            card = (width - _EDGE - 40.0 - between) / 2
            return cls(20.0, (40.0, card), (40.0 + card + between, card))
        card = min(270.0, width * 0.27)
        you = _EDGE + 30.0
        middle = (you + 30.0 + width - _EDGE - card) / 2 - card / 2
        return cls(you, (middle, card), (width - _EDGE - card, card))


def layout_routes(routes: Routes, width: float = WIDE) -> RoutesLayout:
    """Lay out the routes for a width in pixels; the height follows from what there is to show.

    At most 14 people and 12 places are shown, every place that can be reached with its surest
    way; the rest is counted in `more`. Cards are ordered so that few lines cross.

    Parameters
    ----------
    routes
        Who could introduce the user where.
    width
        The width to fill, at least 320 pixels.

    Examples
    --------
    >>> from olenb.views.pictures.model import Target
    >>> layout = layout_routes(Routes((), (Target(1, "Mayo Clinic"),)))
    >>> [label.text for label in layout.cards[0].labels]
    ['Mayo Clinic', 'no route yet']
    """
    width = max(width, NARROWEST)
    if not routes.targets:
        return _nothing(width)
    legs = ordered(choose(routes))
    grid = _Grid.of(width)
    people, places, bottom = _place(legs, grid)
    narrow = width < FIRST_NARROW
    radius = 17.0 if narrow else 26.0
    you = (grid.you, 20.0) if narrow else (grid.you, (_TOP + bottom) / 2)
    first = _spine(legs, people, you, radius) if narrow else _fan(legs, people, you, radius)
    more = more_in_table(legs.left_people, legs.left_places)
    below = _left_out(more, width, bottom)
    return RoutesLayout(
        width,
        bottom + _EDGE + 18.0 * len(below),
        you,
        radius,
        (*people.values(), *places.values()),
        (*first, *_second(legs, people, places)),
        (*_headings(grid), *below),
        spine=_trunk(people, you, radius) if narrow else (),
        more=more,
    )


def _nothing(width: float) -> RoutesLayout:
    """Return the picture of nowhere: a sentence that says how it starts."""
    lines = wrap(NOWHERE_YET, width - 2 * _EDGE, 16, lines=4)
    words = tuple(
        Label(line, width / 2, 84.0 + 24 * row, 16, "middle", tone="mute")
        for row, line in enumerate(lines)
    )
    return RoutesLayout(width, 180.0, (width / 2, 90.0), 0.0, (), (), words)


def _place(legs: Legs, grid: _Grid) -> tuple[dict[int, Card], dict[int, Card], float]:
    """Return the cards of both columns by id, each column in the middle of the height."""
    (left, room), (far, wide) = grid.introducers, grid.targets
    high_people = [card_height(one.name, room) + _APART for one in legs.introducers]
    high_places = [card_height(target.label, wide) + _APART for target in legs.targets]
    reached = sum(bool(target.ways) for target in legs.targets)
    if 0 < reached < len(legs.targets):
        high_places[reached - 1] += _GAP
    tallest = max(sum(high_people), sum(high_places))
    tops_people = _tops(high_people, tallest)
    tops_places = _tops(high_places, tallest)
    people = {
        one.id: introducer_card(one, room, (left, top))
        for one, top in zip(legs.introducers, tops_people, strict=True)
    }
    places = {
        target.id: target_card(target, legs, wide, (far, top))
        for target, top in zip(legs.targets, tops_places, strict=True)
    }
    return people, places, _TOP + tallest


def _tops(heights: list[float], room: float) -> list[float]:
    """Return the tops of cards stacked in the middle of `room`."""
    top = _TOP + (room - sum(heights)) / 2
    return [top + sum(heights[:row]) for row in range(len(heights))]


def _fan(legs: Legs, people: dict[int, Card], you: Point, radius: float) -> list[Line]:
    """Return the lines from you to the people, leaving your mark side by side."""
    n = len(legs.introducers)
    lines = []
    for k, one in enumerate(legs.introducers):
        up = (k - (n - 1) / 2) * min(_PORT, 1.5 * radius / n)
        box = people[one.id].box
        start = (you[0] + sqrt(radius**2 - up**2), you[1] + up)
        lines.append(Line((start, (box.left, (box.top + box.bottom) / 2)), one.band, one.id))
    return lines


def _spine(legs: Legs, people: dict[int, Card], you: Point, radius: float) -> list[Line]:
    """Return short lines from the trunk below you to each of the people."""
    lines = []
    for one in legs.introducers:
        box = people[one.id].box
        y = (box.top + box.bottom) / 2
        lines.append(Line(((you[0], y), (box.left, y)), one.band, one.id, curved=False))
    return lines


def _trunk(people: dict[int, Card], you: Point, radius: float) -> tuple[Point, ...]:
    """Return the plain line that runs from you past all the people."""
    if not people:
        return ()
    last = max((card.box.top + card.box.bottom) / 2 for card in people.values())
    return ((you[0], you[1] + radius), (you[0], last))


def _second(legs: Legs, people: dict[int, Card], places: dict[int, Card]) -> list[Line]:
    """Return the lines from the people to the places, each with a port of its own at both ends."""
    lines = []
    for leg in legs.pairs:
        start, end = people[leg.introducer].box, places[leg.target].box
        y0 = (start.top + start.bottom) / 2 + _port(legs.leaving(leg), start.bottom - start.top)
        y1 = (end.top + end.bottom) / 2 + _port(legs.arriving(leg), end.bottom - end.top)
        ends = ((start.right, y0), (end.left, y1))
        lines.append(Line(ends, leg.band, leg.introducer, leg.target))
    return lines


def _port(place: tuple[int, int], height: float) -> float:
    """Return how far from a card's middle the k-th of n lines meets it."""
    k, n = place
    return (k - (n - 1) / 2) * min(_PORT, (height - 10) / max(1, n))


def _headings(grid: _Grid) -> list[Label]:
    """Return the words above the columns, on two lines where they are narrow."""
    words = []
    for text, (x, room) in ((INTRODUCERS, grid.introducers), (TARGETS, grid.targets)):
        lines = wrap(text, room + 8, _SMALL, bold=True)
        for row, line in enumerate(reversed(lines)):
            words.append(Label(line, x, 29.0 - 16 * row, _SMALL, bold=True, tone="mute"))
    return words


def _left_out(more: str, width: float, bottom: float) -> list[Label]:
    """Return the words below the columns that say what is left out."""
    lines = wrap(more, width - 2 * _EDGE, _SMALL) if more else ()
    return [
        Label(line, width / 2, bottom + 18 + 18 * row, _SMALL, "middle", tone="mute")
        for row, line in enumerate(lines)
    ]
