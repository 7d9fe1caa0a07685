"""What a layout is made of: dots, lines, labels and cards, in pixels, y growing downwards.

matplotlib and the browser draw from the same values, so a picture says the same in both.
"""

from dataclasses import dataclass
from typing import Literal

from olenb.core.terms import Band
from olenb.views.pictures.text import width

WIDE = 1100
NARROWEST = 320
FIRST_NARROW = 700  # below this there is no room for labels on both sides

Point = tuple[float, float]
Tone = Literal["circle", "text", "mute"]
DotKind = Literal["named", "reaching", "plain"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: "Box") -> bool:
        """Whether this lies wholly inside the other."""
        return (
            other.left <= self.left
            and other.top <= self.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place; (x, y) is where their baseline starts, ends or has its middle.

    Parameters
    ----------
    colour
        Which of the circles' colours, where the tone is "circle".
    contact
        Whose name it is, if it is one.
    """

    text: str
    x: float
    y: float
    size: float
    anchor: Literal["start", "middle", "end"] = "start"
    bold: bool = False
    tone: Tone = "text"
    colour: int = 0
    contact: int | None = None

    @property
    def box(self) -> Box:
        """The room that the words take at most."""
        room = width(self.text, self.size, bold=self.bold)
        left = self.x - {"start": 0.0, "middle": room / 2, "end": room}[self.anchor]
        return Box(left, self.y - self.size * 0.95, left + room, self.y + self.size * 0.3)


@dataclass(frozen=True, slots=True)
class Leader:
    """A thin line that leads from a label to what it names."""

    points: tuple[Point, ...]
    colour: int


@dataclass(frozen=True, slots=True)
class Dot:
    """One contact: `named` has a label and its number, `reaching` could introduce you too."""

    contact: int
    x: float
    y: float
    radius: float
    kind: DotKind
    colour: int


@dataclass(frozen=True, slots=True)
class Sector:
    """One circle's part of the ring; angles in radians, clockwise from three o'clock."""

    circle: int
    colour: int
    start: float
    end: float

    @property
    def middle(self) -> float:
        """The angle halfway."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class MapLayout:
    """The map, ready to draw.

    Parameters
    ----------
    radii
        Inner and outer radius of the sectors; both 0 where there are none.
    hidden
        How many contacts have no dot.
    """

    width: float
    height: float
    centre: Point
    radii: tuple[float, float]
    sectors: tuple[Sector, ...]
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    leaders: tuple[Leader, ...]
    ties: tuple[tuple[Point, Point], ...] = ()
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """One introducer or target: a box with its words inside."""

    kind: Literal["introducer", "target"]
    id: int
    box: Box
    labels: tuple[Label, ...]
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One leg; `introducer` and `target` say to which routes it belongs."""

    points: tuple[Point, ...]
    band: Band
    introducer: int
    target: int | None = None
    curved: bool = True


@dataclass(frozen=True, slots=True)
class RoutesLayout:
    """The routes, ready to draw; `you` is the middle of your own mark."""

    width: float
    height: float
    you: Point
    you_radius: float
    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    spine: tuple[Point, ...] = ()
    more: str = ""
