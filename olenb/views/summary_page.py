"""One page for a counselor, to print or to send: what the user ticked, and what to talk about."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from olenb.core.goal_terms import Moment
from olenb.core.spoken import spoken
from olenb.method.summary import Part
from olenb.views.export.html import bullets, facts, heading, page, paragraph
from olenb.views.export.paper import lines
from olenb.views.pictures.text import width

TITLE = "Where I am, and what I'd like to talk about"
SHEET = 25.0
"""How many rows of text a sheet has room for, beside our questions and the lines for notes."""
_EMS, _TITLE_EMS, _BETWEEN = 33.0, 8.0, 0.4
_KEPT_LONGEST = "draft"


def summary_page(moment: Moment, parts: Sequence[Part], question: str = "", on: str = "") -> bytes:
    """Return the page as an HTML file that needs nothing else and prints on one sheet.

    Parameters
    ----------
    moment
        At which of the three moments; it brings its own questions.
    parts
        What goes on the page, in this order, as `fitted` returned it.
    question
        What the user would like to ask, in their own words.
    on
        The day, ISO 8601.
    """
    about = f"{spoken(on)} · {moment.label}" if on else moment.label
    return page(
        TITLE,
        paragraph(about, quiet=True),
        facts((part.title, "\n".join(part.lines)) for part in parts),
        heading("To talk about"),
        bullets([*([question] if question else []), *moment.asks]),
        lines("What we said", 2),
    )


def fitted(parts: Sequence[Part], question: str = "") -> list[Part]:
    """Return the parts with so many of their lines that they fit on one sheet.

    The part with the most lines gives its last one first; a draft gives only when nothing else
    can.

    Parameters
    ----------
    parts
        What the user ticked.
    question
        What they would like to ask.

    Examples
    --------
    >>> long = Part("changes", "What changed", tuple("x" * 40 for _ in range(40)))
    >>> [len(part.lines) for part in fitted([long])]
    [24]
    """
    kept = list(parts)
    room = SHEET - _rows(question)
    while rows(kept) > room:
        longest = max(
            range(len(kept)),
            key=lambda place: (
                len(kept[place].lines) > 1,
                kept[place].key != _KEPT_LONGEST,
                len(kept[place].lines),
            ),
        )
        part = kept[longest]
        kept[longest] = replace(part, lines=part.lines[:-1])
        if not kept[longest].lines:
            del kept[longest]
    return kept


def rows(parts: Sequence[Part]) -> float:
    """Return about how many rows of a sheet the parts take.

    Parameters
    ----------
    parts
        As for `summary_page`.
    """
    return sum(
        max(sum(map(_rows, part.lines)), ceil(width(part.title, 1.0, bold=True) / _TITLE_EMS))
        + _BETWEEN
        for part in parts
    )


def _rows(text: str, room: float = _EMS) -> int:
    return sum(max(ceil(width(line, 1.0) / room), 1) for line in text.splitlines())
