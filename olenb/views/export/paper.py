"""What a printed page has room for: boxes to tick, lines to write on, strips to cut apart."""

import re
from collections.abc import Iterable

from olenb.views.export.html import OWN_DIRECTION, items_of
from olenb.views.export.markup import Block, Element, written

_TAG = re.compile(r"<[^>]*>")
_BEGINS = re.compile(r"<(?:h\d|li|p|section)\b|class=\"line\"")
_BREAK = 35  # letters that go unused where a line begins anew
_FRAME = 180  # and around a card
# How many letters fit on a sheet of US letter or A4 paper in each size of `page.css`.
_SIZES = ((3300, "large"), (4000, "middle"), (6400, "small"))


def boxes(items: Iterable[Block]) -> Element:
    """Return a list with a box before each item, to be ticked with a pen.

    Parameters
    ----------
    items
        One block, or one text, each.
    """
    return Element("ul", items_of(items), [("class", "boxes")])


def strips(*blocks: Block) -> Element:
    """Return blocks with a line to cut along after each.

    Parameters
    ----------
    *blocks
        What each strip says.
    """
    inside = [Element("div", [block], [*OWN_DIRECTION, ("class", "strip")]) for block in blocks]
    return Element("div", inside, [("class", "strips")])


def lines(label: str = "", count: int = 1) -> Element:
    """Return empty lines to write on with a pen.

    Parameters
    ----------
    label
        What to write there.
    count
        How many lines, 1 or more.
    """
    words = [Element("span", [label])] if label else []
    empty = [Element("div", attributes=[("class", "line")]) for _ in range(count)]
    return Element("div", [*words, *empty], [("class", "lines")])


def new_sheet() -> Element:
    """Return the place where a new sheet of paper begins."""
    return Element("div", attributes=[("class", "new-sheet")])


def one_sheet(*blocks: Block) -> Element:
    """Return blocks that are set smaller the more they hold, so that they fit on one sheet.

    Parameters
    ----------
    *blocks
        What stands on the sheet; the page's title stands above it.
    """
    text = "".join(map(written, blocks))
    room = len(_TAG.sub("", text)) + _BREAK * len(_BEGINS.findall(text))
    room += _FRAME * text.count('class="card"')
    size = next((name for limit, name in _SIZES if room <= limit), "tiny")
    return Element("div", blocks, [("class", f"one-sheet {size}")])
