"""The map by circle: a ring of sectors, with the names of those who could introduce you."""

from math import cos

from olenb.views.pictures import sectors
from olenb.views.pictures.columns import Block, Column, Named, labels, leaders, settle, strain
from olenb.views.pictures.layout import (
    FIRST_NARROW,
    NARROWEST,
    WIDE,
    Label,
    Leader,
    MapLayout,
    Point,
)
from olenb.views.pictures.model import Map
from olenb.views.pictures.ring import Part, choose_named, parts, spacing
from olenb.views.pictures.text import wrap
from olenb.views.pictures.words import NOBODY_YET

NAMES = 25  # more labels than this are a list, and there is one below
_EDGE = 12.0
_ELBOW = 56.0
_RIM_MARK = 30.0  # room around the ring for the letters


def layout_map(people: Map, width: float = WIDE) -> MapLayout:
    """Lay out the map for a width in pixels; the height follows from what there is to show.

    Everybody has a dot up to 2,000 contacts; beyond, each circle shows its share, those who
    could introduce the user first. The 25 who could open the most are named; where there are
    no more than that in all, everybody is.

    Parameters
    ----------
    people
        Whom the user knows.
    width
        The width to fill, at least 320 pixels; below 700 the names go under the ring.

    Examples
    --------
    >>> from olenb.views.pictures.model import Circle, Contact
    >>> family = Circle("Family", (Contact(1, "Ana Ruiz", reach=2), Contact(2, "Bo Li")))
    >>> layout = layout_map(Map((family,)))
    >>> [dot.kind for dot in layout.dots], [label.text for label in layout.labels]
    (['named', 'plain'], ['Family · 2', 'Ana Ruiz', 'Bo Li'])
    """
    width = max(width, NARROWEST)
    circles = [circle for circle in people.circles if circle.contacts]
    if not circles:
        return nothing(width)
    narrow = width < FIRST_NARROW
    largest = width / 2 - (_RIM_MARK if narrow else _column(width) + _ELBOW + _EDGE)
    largest = min(largest, 290.0)
    named = choose_named(people, min(NAMES, sectors.most_named(largest)))
    radius = sectors.radius_for(min(people.size, sectors.SHOWN), len(named), largest)
    if narrow:
        return _stacked(parts(circles, named, radius), radius, width)
    # Any circle may begin at the top: the turn that keeps names nearest to their dots is best.
    turns = [parts(circles, named, radius, first) for first in range(len(circles))]
    return _sided(min(turns, key=lambda ring: _strain(ring, width)), width)


def nothing(width: float) -> MapLayout:
    """Return the picture of nobody: a sentence that says how it starts."""
    lines = wrap(NOBODY_YET, width - 2 * _EDGE, 16, lines=4)
    words = tuple(
        Label(line, width / 2, 84.0 + 24 * row, 16, "middle", tone="mute")
        for row, line in enumerate(lines)
    )
    return MapLayout(width, 180.0, (width / 2, 90.0), (0.0, 0.0), (), (), words, ())


def _column(width: float) -> float:
    """Return the width of the strips for names."""
    return min(236.0, max(150.0, width * 0.22))


def _strain(ring: list[Part], width: float) -> float:
    """Return how far the names of a ring stand from their dots, rounded so that ties are ties."""
    _, height, sides = _columns(ring, width)
    return round(sum(strain(settle(blocks, height)) for _, blocks in sides))


def _columns(
    ring: list[Part], width: float
) -> tuple[Point, float, tuple[tuple[Column, list[Block]], tuple[Column, list[Block]]]]:
    """Return the middle of the ring, the height of the picture, and the two sides."""
    radius = ring[0].radius
    by_angle = sorted(ring, key=lambda part: part.sector.middle)
    on_right = [part for part in by_angle if cos(part.sector.middle) >= 0]
    on_left = [part for part in reversed(by_angle) if cos(part.sector.middle) < 0]
    needed = [sum(_block(part, (0.0, 0.0)).height for part in on) for on in (on_left, on_right)]
    height = max(2 * radius + 2 * _EDGE, *needed)
    centre = (width / 2, height / 2)
    left = Column(width / 2 - radius - _ELBOW, _column(width), "left")
    right = Column(width / 2 + radius + _ELBOW, _column(width), "right")
    return (
        centre,
        height,
        (
            (left, [_block(part, centre) for part in on_left]),
            (right, [_block(part, centre) for part in on_right]),
        ),
    )


def _sided(ring: list[Part], width: float) -> MapLayout:
    """Lay out the ring with names in columns on its left and right."""
    centre, height, sides = _columns(ring, width)
    words: list[Label] = []
    lines: list[Leader] = []
    for column, blocks in sides:
        for block, top in settle(blocks, height):
            words += labels(block, top, column)
            lines += leaders(block, top, column)
    return _layout(ring, (width, height), centre, words, lines)


def _stacked(ring: list[Part], radius: float, width: float) -> MapLayout:
    """Lay out the ring with the names below it; letters say which part is whose."""
    centre = (width / 2, radius + _RIM_MARK)
    columns = 2 if width >= 480 else 1
    strip = (width - _EDGE * (columns + 1)) / columns
    tops = [2 * radius + 2 * _RIM_MARK + 6] * columns
    words: list[Label] = []
    for part in ring:
        letter, colour = _letter(part.sector.circle), part.sector.colour
        x, y = sectors.at(centre, radius + 13, part.sector.middle)
        words.append(Label(letter, x, y + 5, 13.0, "middle", True, "circle", colour))
        k = tops.index(min(tops))
        block = _block(part, centre, letter)
        words += labels(block, tops[k], Column(_EDGE + k * (strip + _EDGE), strip, "right"))
        tops[k] += block.height
    return _layout(ring, (width, max(tops)), centre, words, [])


def _letter(index: int) -> str:
    """Return A to Z, then AA and so on.

    >>> _letter(0), _letter(25), _letter(26)
    ('A', 'Z', 'AA')
    """
    head, tail = divmod(index, 26)
    return (_letter(head - 1) if head else "") + chr(ord("A") + tail)


def _block(part: Part, centre: Point, letter: str = "") -> Block:
    """Return the words of one circle, its people from top to bottom."""
    names = [
        Named(
            contact.id,
            contact.name,
            dot=sectors.at(centre, part.radius - sectors.RIM, angle),
            way_out=sectors.at(centre, part.radius + 5, angle),
        )
        for contact, angle in zip(part.named, part.rim, strict=True)
    ]
    return Block(
        part.circle.name,
        len(part.circle.contacts),
        part.sector.colour,
        tuple(sorted(names, key=lambda one: one.dot[1])),
        sectors.at(centre, part.radius, part.sector.middle),
        part.hidden,
        letter,
    )


def _layout(
    ring: list[Part],
    size: tuple[float, float],
    centre: Point,
    words: list[Label],
    lines: list[Leader],
) -> MapLayout:
    """Return everything in its place."""
    pitch = spacing(ring)
    return MapLayout(
        *size,
        centre=centre,
        radii=(sectors.HUB - 8, ring[0].radius),
        sectors=tuple(part.sector for part in ring),
        dots=tuple(dot for part in ring for dot in part.dots(pitch, centre)),
        labels=tuple(words),
        leaders=tuple(lines),
        hidden=sum(part.hidden for part in ring),
    )
