"""Elements of HTML whose text is escaped when they are written, always."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from olenb.views.export.legible import legible

_EMPTY = frozenset({"br", "hr", "img", "meta"})
_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True)
class Element:
    """One element of a page.

    Parameters
    ----------
    tag
        Its name; the functions of this module make all that a page needs.
    children
        Elements, and text that is escaped when it is written.
    attributes
        Pairs of name and value, the values escaped too.

    Raises
    ------
    ValueError
        A name isn't one, or is one that runs code (`script`, `onclick`).

    >>> str(Element("p", ("a < b",)))
    '<p>a &lt; b</p>'
    """

    tag: str
    children: "Sequence[Block]" = ()
    attributes: Sequence[tuple[str, str]] = ()

    def __post_init__(self) -> None:
        names = [self.tag, *(name for name, _ in self.attributes)]
        if self.tag == "script" or any(
            not _NAME.fullmatch(name) or name.startswith("on") for name in names
        ):
            msg = "An element's names are a page's own, never a contact's."
            raise ValueError(msg)

    def __str__(self) -> str:
        said = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes)
        if self.tag in _EMPTY:
            return f"<{self.tag}{said}>"
        return f"<{self.tag}{said}>{''.join(map(written, self.children))}</{self.tag}>"


Block = Element | str
"""What a page is made of: an element, or text."""


def escape(text: str) -> str:
    r"""Return text that HTML shows letter by letter, between tags and in attributes alike.

    Parameters
    ----------
    text
        Anything.

    >>> escape("<b>'Ana' & \"Bo\"</b>")
    '&lt;b&gt;&#x27;Ana&#x27; &amp; &quot;Bo&quot;&lt;/b&gt;'
    """
    return html.escape(legible(text), quote=True).replace("\r", "&#13;")


class Style(str):
    """Our own style sheet, the one text that is written as it is."""


def written(block: Block) -> str:
    """Return a block as HTML.

    Parameters
    ----------
    block
        An element, or text, which is escaped.
    """
    return str(block) if isinstance(block, Element | Style) else escape(block)
