"""What a printed card is made of: words to read, lines to write on, boxes to tick, a table."""

from collections.abc import Iterator
from dataclasses import dataclass

BLANK = "_" * 18
"""A gap in a sentence, to be filled with a pen."""


@dataclass(frozen=True)
class Say:
    """Words to read; `quiet` ones are an aside, `strong` ones a sentence to be said."""

    words: str
    quiet: bool = False
    strong: bool = False


@dataclass(frozen=True)
class Write:
    """Empty lines, and what to write there."""

    label: str
    lines: int = 1


@dataclass(frozen=True)
class Choose:
    """Boxes to tick; `beside` each other where they are short."""

    label: str
    options: tuple[str, ...]
    beside: bool = False


@dataclass(frozen=True)
class Table:
    """A table to fill in: the first cells may be given.

    Parameters
    ----------
    caption
        What it is.
    columns
        The headings.
    rows
        For each row what is printed in its first cells; the rest is empty.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Group:
    """Parts under a heading of their own, side by side where `columns` is more than one."""

    title: str
    parts: "tuple[Part, ...]"
    columns: int = 1


Part = Say | Write | Choose | Table | Group


@dataclass(frozen=True)
class Card:
    """One card: its heading and what stands below it."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Paper:
    """A printed page of the kit.

    Parameters
    ----------
    name
        What the command line calls it, such as "goal-card".
    title
        What it is called.
    use
        For the facilitator: who gets how many, and when.
    cards
        What is printed; a single card fills a sheet as often as there is room for it.
    across, down
        How many cards stand beside and below each other on one sheet.
    once
        Whether a single card is printed once only, however much room there is.
    """

    name: str
    title: str
    use: str
    cards: tuple[Card, ...]
    across: int = 1
    down: int = 1
    once: bool = False

    @property
    def sheets(self) -> tuple[tuple[Card, ...], ...]:
        """The cards sheet by sheet."""
        room = self.across * self.down
        if len(self.cards) == 1 and not self.once:
            return (self.cards * room,)
        return tuple(self.cards[at : at + room] for at in range(0, len(self.cards), room))


def words(part: Card | Part) -> Iterator[str]:
    """Yield every text of a card in the order of reading.

    >>> list(words(Card("Asking", (Write("Whom?"), Choose("When?", ("today", "later"))))))
    ['Asking', 'Whom?', 'When?', 'today', 'later']
    """
    match part:
        case Say(said):
            yield said
        case Write(label):
            yield label
        case Choose(label, options):
            yield from (label, *options)
        case Table(caption, columns, rows):
            yield from (caption, *columns, *(cell for row in rows for cell in row))
        case Group(title, parts) | Card(title, parts):
            yield title
            for each in parts:
                yield from words(each)
