"""The paper kit as pages to print: every sheet with its cards and the lines to cut along (R53)."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import singledispatch
from importlib.resources import files

from olenb.core import rules
from olenb.room.kit.parts import Card, Choose, Group, Paper, Part, Say, Table, Write
from olenb.views.export import html, paper
from olenb.views.export.markup import Block, Element

WHOLE = "The paper kit"
HOW = (
    "Print it at its real size (100 %), on one side, without the browser's own headers. "
    "Cut along the dashed lines."
)
_IN_LETTER = ("", "US", "CA", "MX", "PH", "CL", "CO", "VE")


class Size(StrEnum):
    """How large the paper is."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def height(self) -> str:
        """What a sheet holds from top to bottom, within its margins."""
        return "276.5mm" if self is Size.A4 else "259mm"


def usual() -> Size:
    """Return the paper of the school's country."""
    return Size.LETTER if rules.COUNTRY.value in _IN_LETTER else Size.A4


def page(papers: Sequence[Paper], size: Size) -> bytes:
    """Return papers of the kit as one page, each on sheets of its own.

    Parameters
    ----------
    papers
        One or more.
    size
        Of the paper.
    """
    title = papers[0].title if len(papers) == 1 else WHOLE
    style = (files("olenb.views.export") / "kit.css").read_text("utf-8")
    style += f":root {{ --sheet: {size.height}; }} @page {{ size: {size}; margin: 10mm; }}"
    return html.page(title, _aside(HOW), *_all(papers), more_style=style)


def _all(papers: Sequence[Paper]) -> Iterator[Block]:
    for one in papers:
        if len(papers) > 1:
            yield Element("h2", [one.title], [("class", "on-screen")])
        yield _aside(one.use)
        yield from (_sheet(one, cards) for cards in one.sheets)


def _aside(words: str) -> Element:
    return Element("div", [html.paragraph(words, quiet=True)], [("class", "on-screen")])


def _sheet(one: Paper, cards: Sequence[Card]) -> Element:
    whole = "whole" if one.across == one.down == 1 else f"across-{one.across} down-{one.down}"
    slips = [_slip(card, again=card in cards[:at]) for at, card in enumerate(cards)]
    return Element("div", slips, [("class", f"sheet {whole}")])


def _slip(card: Card, *, again: bool) -> Element:
    """Return a card; what stands on the sheet once more is only seen when it is printed."""
    heads = [html.heading(card.title)] if card.title else []
    blocks = _blocks(card.parts, 3 if heads else 2)
    school = _school() if heads else []
    kind = "slip again" if again else "slip"
    return Element("section", [*heads, *blocks, *school], [("class", kind)])


def _school() -> list[Block]:
    name = rules.SCHOOL_NAME.value
    return [Element("p", [name], [*html.OWN_DIRECTION, ("class", "school")])] if name else []


def _blocks(parts: Sequence[Part], level: int) -> list[Block]:
    return [block for part in parts for block in _block(part, level)]


@singledispatch
def _block(part: Part, level: int) -> list[Block]:
    raise TypeError(type(part).__name__)


@_block.register
def _(part: Say, level: int) -> list[Block]:
    if part.strong:
        return [Element("p", [part.words], [*html.OWN_DIRECTION, ("class", "aloud")])]
    return [html.paragraph(part.words, quiet=part.quiet)]


@_block.register
def _(part: Write, level: int) -> list[Block]:
    return [paper.lines(part.label, part.lines)]


@_block.register
def _(part: Choose, level: int) -> list[Block]:
    label = [html.paragraph(part.label)] if part.label else []
    options = html.items_of(part.options)
    kind = "boxes beside" if part.beside else "boxes"
    boxes = Element("ul", options, [("class", kind)])
    return [Element("div", [*label, boxes], [("class", "choose")])]


@_block.register
def _(part: Table, level: int) -> list[Block]:
    rows = [[*row, *[""] * (len(part.columns) - len(row))] for row in part.rows]
    return [html.table(part.caption, part.columns, rows)]


@_block.register
def _(part: Group, level: int) -> list[Block]:
    heads = [html.heading(part.title, level)] if part.title else []
    below = _blocks(part.parts, level + 1 if heads else level)
    if part.columns > 1:
        below = [Element("div", below, [("class", f"side side-{part.columns}")])]
    return [Element("div", [*heads, *below], [("class", "group")])]
