"""What a printed page has room for: boxes to tick, lines to write on, strips to cut apart."""

from collections.abc import Iterable

from olenb.views.export.html import OWN_DIRECTION, items_of
from olenb.views.export.markup import Block, Element


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
