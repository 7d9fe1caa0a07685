"""Cards of the routes: a name on one line or two, and below it what to know about it."""

from olenb.views.pictures.layout import Box, Card, Label, Point
from olenb.views.pictures.legs import Legs
from olenb.views.pictures.model import Introducer, Target
from olenb.views.pictures.text import clean, fit, shown_name, wrap
from olenb.views.pictures.words import NO_ROUTE, how_sure, people

_NAME, _BELOW = 14.0, 12.5
_LINE = 18.0
_PAD = 11.0


def card_height(name: str, width: float) -> float:
    """Return the height of a card whose name takes one line or two."""
    return _LINE * (1 + len(_names(name, width))) + 8.0


def introducer_card(one: Introducer, width: float, corner: Point) -> Card:
    """Return the card of somebody who could introduce the user."""
    box = _box(one.name, width, corner)
    return Card("introducer", one.id, box, _words(one.name, clean(one.what), box))


def target_card(target: Target, legs: Legs, width: float, corner: Point) -> Card:
    """Return the card of a place, with how sure its surest way is."""
    below = NO_ROUTE
    if target.ways:
        asked = {way.introducer for way in target.ways}
        below = f"{how_sure(legs.best(target))} · {people(len(asked))}"
    box = _box(target.label, width, corner)
    words = _words(target.label, below, box)
    return Card("target", target.id, box, words, reached=bool(target.ways))


def _box(name: str, width: float, corner: Point) -> Box:
    return Box(*corner, corner[0] + width, corner[1] + card_height(name, width))


def _names(name: str, width: float) -> tuple[str, ...]:
    return wrap(shown_name(name), width - 2 * _PAD, _NAME, bold=True)


def _words(name: str, below: str, box: Box) -> tuple[Label, ...]:
    """Return the words of a card, in the middle of its height."""
    x, names = box.left + _PAD, _names(name, box.right - box.left)
    rows = len(names) + bool(below)
    y = (box.top + box.bottom - rows * _LINE) / 2 + _LINE * 0.74
    words = [Label(text, x, y + _LINE * k, _NAME, bold=True) for k, text in enumerate(names)]
    if below:
        text = fit(below, box.right - box.left - 2 * _PAD, _BELOW)
        words.append(Label(text, x, y + _LINE * len(names), _BELOW, tone="mute"))
    return tuple(words)
