"""Looking back on all of it: what was learned, what changed, whom the user talked with (R4, N10).

A review is made of lines; a line knows where it comes from, so that it can be told with names or
without, and left out where it must stay. The headline counts conversations held and decisions
changed, and nothing that is missing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from olenb.method.discretion import SOMEBODY, Discretion

NAME = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in our own words where a name goes."""


class Part(StrEnum):
    """The parts of a review, in order."""

    CHANGED = "changed"
    LEARNED = "learned"
    HELD = "held"
    PLANS = "plans"
    NEXT = "next"

    @property
    def label(self) -> str:
        """The heading on the screen."""
        return _PARTS[self][0]

    @property
    def mine(self) -> str:
        """The heading on a page of the user's own."""
        return _PARTS[self][1]

    @property
    def empty(self) -> str:
        """What stands there while there is nothing."""
        return _PARTS[self][2]


_PARTS: dict[Part, tuple[str, str, str]] = {
    Part.CHANGED: (
        "What changed",
        "What changed",
        "What you want to find out may change with any conversation. It shows here, with why.",
    ),
    Part.LEARNED: (
        "What you learned",
        "What I learned",
        "After a conversation, note one thing that you learned. It shows here.",
    ),
    Part.HELD: (
        "Conversations",
        "Conversations",
        "Your first conversation will stand here, with what helped.",
    ),
    Part.PLANS: (
        "Plans, and what they brought",
        "Plans, and what they brought",
        "A plan to volunteer, write or shadow shows here with the skills that it let you use.",
    ),
    Part.NEXT: (
        "What is next",
        "What is next",
        "Nothing is due. Whom would you like to hear from next?",
    ),
}


@dataclass(frozen=True)
class Piece:
    """Some of the user's own words.

    Parameters
    ----------
    words
        As they were written; an empty piece is left out.
    lead
        What we say before them.
    person
        Whom they are from, where that isn't whom the line is about.
    private
        Whether they never leave (R38).
    """

    words: str
    lead: str = ""
    person: int | None = None
    private: bool = False


@dataclass(frozen=True)
class Line:
    """One thing that happened, before it is told to anybody.

    Parameters
    ----------
    key
        A name that stays the same, such as "conversation 3".
    part
        Where it belongs.
    when
        ISO 8601, "" where nobody knows.
    before, after
        Our own words around what the user said, with `NAME` where the person's name goes.
    said
        The user's own words; without the first of them there is no line.
    person
        Whom it is about or from.
    private
        Whether it never leaves (R38).
    alone
        Whether it is told without the user's own words, too.
    decision
        Whether it counts as a decision that changed.
    """

    key: str
    part: Part
    when: str = ""
    before: str = ""
    said: tuple[Piece, ...] = ()
    after: str = ""
    person: int | None = None
    private: bool = False
    alone: bool = False
    decision: bool = False


@dataclass(frozen=True)
class Told:
    """A line in words.

    Parameters
    ----------
    key, part, when, decision
        As in the line.
    words
        What it says.
    """

    key: str
    part: Part
    when: str
    words: str
    decision: bool


def told(line: Line, to: Discretion, *, others: bool = True) -> Told | None:
    """Tell one line, or return None where it must stay.

    Parameters
    ----------
    line
        The line.
    to
        What may be said; `Own` for the user's own eyes.
    others
        Whether it leaves the workbook.

    """
    if others and (line.private or not to.allows(line.person)):
        return None
    pieces = [(piece.lead, _words(piece, to, others)) for piece in line.said]
    if not line.alone and not pieces[0][1]:
        return None
    kept = [f"{lead}{words}" for lead, words in pieces if words]
    name = to.name(line.person)
    around = [text.replace(NAME, name) for text in (line.before, line.after)]
    words = " ".join(_ended(text) for text in (around[0], *kept, around[1]) if text)
    if words.startswith(SOMEBODY):
        words = f"{words[0].upper()}{words[1:]}"
    return Told(line.key, line.part, line.when, words, line.decision)


def tell(lines: Iterable[Line], to: Discretion, *, others: bool = True) -> list[Told]:
    """Tell every line that may be told."""
    each = (told(line, to, others=others) for line in lines)
    return [one for one in each if one]


def headline(lines: Sequence[Told]) -> str:
    """Say how many conversations were held and decisions changed; "" before the first one.

    >>> held = Told("conversation 1", Part.HELD, "", "", False)
    >>> headline([held, Told("goal 2", Part.CHANGED, "", "", True)])
    '1 conversation held, 1 decision changed.'
    """
    held = sum(line.part is Part.HELD for line in lines)
    changed = sum(line.decision for line in lines)
    counts = [(held, "conversation", "held"), (changed, "decision", "changed")]
    said = [f"{n:,} {noun}{'s' if n > 1 else ''} {verb}" for n, noun, verb in counts if n]
    return f"{', '.join(said)}." if said else ""


def _words(piece: Piece, to: Discretion, others: bool) -> str:
    stays = others and (piece.private or not to.allows(piece.person))
    return "" if stays else to.of(piece.words.strip())


def _ended(text: str) -> str:
    r"""Return text with a full stop, unless it ends in a sign already.

    >>> _ended("So it is"), _ended("Is it?"), _ended("“Yes.”")
    ('So it is.', 'Is it?', '“Yes.”')
    """
    text = text.rstrip()
    return text if text.endswith((".", "!", "?", "…", ".”", "!”", "?”", ":")) else f"{text}."
