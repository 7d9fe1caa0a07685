"""Pages to read, print or hand out: one self-contained HTML file in which text stays text.

A page is built from blocks, and a block holds other blocks and text. Text is escaped when the
page is written, always, so that no name can become markup:

    page("Thank you", heading("To Ana"), paragraph(words), table("Dates", ("When",), rows))

A page holds no script and asks nobody for anything; its own first lines forbid it both. Every
piece of text keeps its own direction, so that a right-to-left name doesn't turn its neighbours
around. Printed, it is black on white, and a card is never cut in two; `paper` has more for pens.
"""

import base64
from collections.abc import Iterable, Sequence
from importlib.resources import files

from olenb.views.export.markup import Block, Element, Style

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_PICTURES = {b"\x89PNG": "image/png", b"<?xml": "image/svg+xml", b"<svg ": "image/svg+xml"}


OWN_DIRECTION = [("dir", "auto")]
"""Lets a text be written from the right or the left, as its own first letter is."""


def page(title: str, *blocks: Block, language: str = "en", more_style: str = "") -> bytes:
    """Return a whole page as a file.

    Parameters
    ----------
    title
        Its heading, and what the browser's tab says.
    *blocks
        What stands below it.
    language
        In which it is written, as HTML names it.
    more_style
        A style sheet of ours that goes on where the usual one ends.
    """
    style = (files("olenb.views.export") / "page.css").read_text("utf-8") + more_style
    head = Element(
        "head",
        [
            Element("meta", attributes=[("charset", "utf-8")]),
            Element("meta", attributes=[("name", "viewport"), ("content", "width=device-width")]),
            Element(
                "meta",
                attributes=[("http-equiv", "Content-Security-Policy"), ("content", _POLICY)],
            ),
            Element("title", [title]),
            Element("style", [Style(style)]),
        ],
    )
    body = Element("body", [Element("main", [heading(title, 1), *blocks])])
    whole = Element("html", [head, body], [("lang", language)])
    return f"<!doctype html>\n{whole}".encode()


def heading(text: str, level: int = 2) -> Element:
    """Return a heading; the page's title is level 1.

    Parameters
    ----------
    text
        What it says.
    level
        2 to 6, none skipped.
    """
    return Element(f"h{level}", [text], OWN_DIRECTION)


def paragraph(*parts: Block, quiet: bool = False) -> Element:
    """Return a paragraph; line ends in it are kept.

    Parameters
    ----------
    *parts
        Text, and `strong` or `name` in between.
    quiet
        Smaller and greyer, for an aside.
    """
    return Element("p", parts, [*OWN_DIRECTION, *([("class", "quiet")] if quiet else [])])


def strong(text: str) -> Element:
    """Return words that weigh more than those around them.

    Parameters
    ----------
    text
        The words.
    """
    return Element("strong", [text], OWN_DIRECTION)


def name(text: str) -> Element:
    """Return a name inside a sentence, which its direction doesn't turn around.

    Parameters
    ----------
    text
        The name.
    """
    return Element("bdi", [text])


def bullets(items: Iterable[Block]) -> Element:
    """Return a list whose order means nothing.

    Parameters
    ----------
    items
        One block, or one text, each.
    """
    return Element("ul", items_of(items))


def numbered(items: Iterable[Block]) -> Element:
    """Return a list whose order counts.

    Parameters
    ----------
    items
        One block, or one text, each.
    """
    return Element("ol", items_of(items))


def facts(pairs: Iterable[tuple[str, str]]) -> Element:
    """Return a list of words and what each is about, such as "When" and a date.

    Parameters
    ----------
    pairs
        The word, and what stands beside it.
    """
    rows = [
        Element("div", [Element("dt", [word]), Element("dd", [value], OWN_DIRECTION)])
        for word, value in pairs
    ]
    return Element("dl", rows)


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Element:
    """Return a table; the first cell of each row is its heading.

    Parameters
    ----------
    caption
        What it shows.
    columns
        The headings.
    rows
        The cells, each row as long as `columns`.
    """
    head = Element("tr", [Element("th", [text], [("scope", "col")]) for text in columns])
    body = [Element("tr", _row(row)) for row in rows]
    parts = [Element("caption", [caption]), Element("thead", [head]), Element("tbody", body)]
    # What is wider than the window scrolls by itself, by keyboard too.
    around = [("class", "table"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption)]
    return Element("div", [Element("table", parts)], around)


def card(title: str, *blocks: Block, level: int = 2) -> Element:
    """Return a box with a heading, which is never cut in two by the end of a sheet.

    Parameters
    ----------
    title
        Its heading.
    *blocks
        What is in it.
    level
        Of the heading: one below the heading before it.
    """
    return Element("section", [heading(title, level), *blocks], [("class", "card")])


def together(*blocks: Block) -> Element:
    """Return blocks that stay on one sheet of paper, as far as one can hold them.

    Parameters
    ----------
    *blocks
        Such as a heading and a picture.
    """
    return Element("div", blocks, [("class", "together")])


def grid(*blocks: Block, columns: int = 2) -> Element:
    """Return blocks side by side, below each other where the window is narrow.

    Parameters
    ----------
    *blocks
        Usually cards.
    columns
        How many stand beside each other, 2 to 4.
    """
    return Element("div", blocks, [("class", f"grid grid-{columns}")])


def link(text: str, address: str) -> Element:
    """Return a link to a page of the web that we chose, never to a contact's.

    Parameters
    ----------
    text
        What it says.
    address
        Begins with https://

    Raises
    ------
    ValueError
        It begins with something else.
    """
    if not address.startswith("https://"):
        msg = "A page links to addresses that begin with https:// and to nothing else."
        raise ValueError(msg)
    return Element("a", [text], [("href", address), ("rel", "noreferrer")])


def picture(content: bytes, alt: str) -> Element:
    """Return a picture that lies in the page itself; what is in an SVG can't run there.

    Parameters
    ----------
    content
        An SVG or PNG file.
    alt
        The picture in words.

    Raises
    ------
    ValueError
        It is another kind of file.
    """
    kind = next((kind for mark, kind in _PICTURES.items() if content.startswith(mark)), None)
    if kind is None:
        msg = "A page can show SVG and PNG pictures."
        raise ValueError(msg)
    data = base64.b64encode(content).decode("ascii")
    return Element("img", attributes=[("alt", alt), ("src", f"data:{kind};base64,{data}")])


def items_of(items: Iterable[Block]) -> list[Element]:
    """Return each block as an item of a list.

    Parameters
    ----------
    items
        One block, or one text, each.
    """
    return [Element("li", [item], OWN_DIRECTION) for item in items]


def _row(cells: Sequence[str]) -> list[Element]:
    first, *rest = cells
    heading_cell = Element("th", [first], [*OWN_DIRECTION, ("scope", "row")])
    return [heading_cell, *(Element("td", [cell], OWN_DIRECTION) for cell in rest)]
