"""Cards of the routes: a name on one line or two, and below it what to know about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from olenb.views.pictures.layout import Box, Card, Label, Point
from olenb.views.pictures.legs import Legs
from olenb.views.pictures.model import Introducer, Target
from olenb.views.pictures.text import clean, fit, shown_name, wrap
from olenb.views.pictures.words import NO_ROUTE, how_sure, people

_NAME, _BELOW = 14.0, 12.5
_LINE = 18.0
_PAD = 11.0


@dataclass(frozen=True, slots=True)
class CardStyle:
    """What the cards of one column have in common."""

    width: float
    lines: int

    @classmethod
    def of(cls, names: Sequence[str], width: float) -> "CardStyle":
        """Return a style with room for the longest of these names, two lines at most."""
        room = width - 2 * _PAD
        lines = [len(wrap(shown_name(name), room, _NAME, bold=True)) for name in names]
        return cls(width, max(lines, default=1))

    @property
    def height(self) -> float:
        """The height of one card."""
        return _LINE * (self.lines + 1) + 8.0


def introducer_card(one: Introducer, style: CardStyle, corner: Point) -> Card:
    """Return the card of somebody who could introduce the user."""
    words = _words(one.name, clean(one.what), style, corner)
    return Card("introducer", one.id, _box(style, corner), words)


def target_card(target: Target, legs: Legs, style: CardStyle, corner: Point) -> Card:
    """Return the card of a place, with how sure its surest way is."""
    below = NO_ROUTE
    if target.ways:
        asked = {way.introducer for way in target.ways}
        below = f"{how_sure(legs.best(target))} · {people(len(asked))} to ask"
    words = _words(target.label, below, style, corner)
    return Card("target", target.id, _box(style, corner), words, reached=bool(target.ways))


def _box(style: CardStyle, corner: Point) -> Box:
    return Box(*corner, corner[0] + style.width, corner[1] + style.height)


def _words(name: str, below: str, style: CardStyle, corner: Point) -> tuple[Label, ...]:
    """Return the words of a card, in the middle of its height."""
    room, x = style.width - 2 * _PAD, corner[0] + _PAD
    names = wrap(shown_name(name), room, _NAME, bold=True)
    rows = len(names) + bool(below)
    y = corner[1] + (style.height - rows * _LINE) / 2 + _LINE * 0.74
    words = [Label(text, x, y + _LINE * k, _NAME, bold=True) for k, text in enumerate(names)]
    if below:
        text = fit(below, room, _BELOW)
        words.append(Label(text, x, y + _LINE * len(names), _BELOW, tone="mute"))
    return tuple(words)
