"""Colours of the pictures, and the arithmetic that proves them readable.

Okabe and Ito's palette stays apart for colour-blind eyes. Its originals shine on dark; on
white several are too pale for text, so light uses darkened twins. Nothing is told by colour
alone: a circle is a place on the map, how sure a line is shows in its width and its dashes.
"""

from dataclasses import dataclass

CIRCLE_COLOURS = 6


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, as `#rrggbb`; `wedge` and `dot` are shares of colour."""

    ground: str
    text: str
    mute: str
    hair: str
    accent: str
    circles: tuple[str, ...]
    wedge: float
    dot: float

    def circle(self, index: int) -> str:
        """Return a circle's full colour."""
        return self.circles[index % len(self.circles)]

    def tinted(self, index: int) -> str:
        """Return the ground of a circle's sector."""
        return mix(self.circle(index), self.ground, self.wedge)

    def quiet(self, index: int) -> str:
        """Return the colour of a plain dot."""
        return mix(self.circle(index), self.ground, self.dot)


LIGHT = Theme(
    ground="#ffffff",
    text="#1b1f24",
    mute="#59616b",
    hair="#c4cad2",
    accent="#0069a6",
    circles=("#0069a6", "#a84e00", "#00735a", "#9c4274", "#7c6200", "#4f58a8"),
    wedge=0.07,
    dot=0.76,
)
DARK = Theme(
    ground="#111417",
    text="#eceff2",
    mute="#a7b0ba",
    hair="#4b535c",
    accent="#56b4e9",
    circles=("#56b4e9", "#e69f00", "#2cc295", "#e39ac4", "#f0e442", "#9fb0f5"),
    wedge=0.11,
    dot=0.68,
)
GREY = Theme(
    ground="#ffffff",
    text="#000000",
    mute="#4a4a4a",
    hair="#b4b4b4",
    accent="#1a1a1a",
    circles=("#1a1a1a", "#3d3d3d"),
    wedge=0.07,
    dot=0.62,
)


def theme(*, dark: bool = False, grey: bool = False) -> Theme:
    """Return the colours for a light or dark screen, or for print in grey (which wins)."""
    if grey:
        return GREY
    return DARK if dark else LIGHT


def circle_colour(index: int, circles: int) -> int:
    """Return which of the six colours a circle takes, so that neighbours on the ring differ.

    >>> [circle_colour(i, 7) for i in range(7)]
    [0, 1, 2, 3, 4, 5, 3]
    """
    last = index == circles - 1
    if last and circles > 1 and index % CIRCLE_COLOURS == 0:
        return CIRCLE_COLOURS // 2
    return index % CIRCLE_COLOURS


def mix(over: str, under: str, opacity: float) -> str:
    """Return the colour that shows when one is laid over another.

    >>> mix("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(_channels(over), _channels(under), strict=True)
    return "#" + "".join(f"{round(a * opacity + b * (1 - opacity)):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """Return WCAG's contrast ratio, 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return round((high + 0.05) / (low + 0.05), 2)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _luminance(colour: str) -> float:
    """Return WCAG's relative luminance."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (v / 255 for v in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
