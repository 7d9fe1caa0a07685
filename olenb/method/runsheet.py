"""The twenty minutes by the clock: what to ask now, what still fits, when to close (R26, R27, N4).

Pure planning: no file, no clock of its own. The questions stand in one order, the most essential
first, and what no longer fits falls off its end:

1. their own path, the first question that is meant for the beginning (R24)
2. the must-asks, in the user's order (R22)
3. the others, in the user's order
4. the reserve

The question being asked stays, however long it takes. Of the others, as many stay as fit into the
minutes that are left; less essential ones never stay while a more essential one goes. The last
five minutes belong to closing, and asking whom else to talk to is only there (R28). More time
exists only if they offered it (R27).

The timer in the browser keeps the same law (`js/src/timer/law.js`); a test holds the two
together.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from olenb.core import rules
from olenb.core.terms import Part

LEAST = 60
"""Seconds that must be left for one more question to be worth beginning."""


class Phase(StrEnum):
    """Where in the conversation one is."""

    QUESTIONS = "questions"
    CLOSING = "closing"
    OVER = "over"
    EXTENDED = "extended"


@dataclass(frozen=True)
class Item:
    """A question on the sheet.

    Parameters
    ----------
    id
        Its number.
    position
        The user's order.
    minutes
        How long an answer usually takes.
    must, reserve
        As the user marked it.
    part
        Where it belongs.
    words
        The question.
    """

    id: int
    position: int
    minutes: int = 3
    must: bool = False
    reserve: bool = False
    part: Part = Part.MIDDLE
    words: str = ""


@dataclass(frozen=True)
class Clock:
    """How long it all may take, in minutes."""

    questions: int
    closing: int

    @classmethod
    def usual(cls) -> "Clock":
        """Return fifteen and five, or what the school says.

        >>> Clock.usual()
        Clock(questions=15, closing=5)
        """
        return cls(rules.question_minutes(), rules.CLOSING_MINUTES.value)

    @property
    def whole(self) -> int:
        """All of it, in minutes."""
        return self.questions + self.closing


@dataclass(frozen=True)
class Now:
    """What holds at one moment.

    Parameters
    ----------
    phase
        Where one is.
    left
        Seconds until the next phase; 0 when there is none.
    current
        The question to ask, or None.
    next
        What still fits after it, in order.
    dropped
        What no longer fits, in order.
    """

    phase: Phase
    left: float
    current: Item | None
    next: tuple[Item, ...]
    dropped: tuple[Item, ...]


def ordered(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the questions of the first part in the order in which they are asked.

    Parameters
    ----------
    items
        In any order; those for the last five minutes are left out.

    >>> items = [Item(1, 1), Item(2, 2, must=True), Item(3, 3, part=Part.OPENING)]
    >>> [item.id for item in ordered(items)]
    [3, 2, 1]
    """
    early = sorted(
        (item for item in items if item.part != Part.CLOSING), key=lambda i: (i.position, i.id)
    )
    opening = (item for item in early if item.part == Part.OPENING and not item.reserve)
    opener = next(opening, None)
    return tuple(sorted(early, key=lambda i: (i is not opener, i.reserve, not i.must)))


def closing(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the questions for the last five minutes, in the user's order (R28)."""
    last = [item for item in items if item.part == Part.CLOSING]
    return tuple(sorted(last, key=lambda i: (i.position, i.id)))


def plan(items: Iterable[Item], clock: Clock) -> Now:
    """Return what fits, before the clock runs.

    >>> five = [Item(n, n) for n in range(1, 7)]
    >>> sheet = plan(five, Clock(15, 5))
    >>> sheet.current.id, [i.id for i in sheet.next], [i.id for i in sheet.dropped]
    (1, [2, 3, 4, 5], [6])
    """
    return at(items, clock, 0)


def at(
    items: Iterable[Item],
    clock: Clock,
    seconds: float,
    *,
    asked: Collection[int] = (),
    since: float = 0,
    extended: bool = False,
) -> Now:
    """Return what holds at one moment.

    Parameters
    ----------
    items
        Every question on the sheet.
    clock
        How long it may take.
    seconds
        Since the beginning.
    asked
        Ids of what was asked already.
    since
        When the current question's turn came, in seconds since the beginning.
    extended
        Whether they offered more time.

    """
    open_ones = tuple(item for item in ordered(items) if item.id not in asked)
    phase, left = _phase(clock, seconds, extended)
    if phase == Phase.EXTENDED:
        return Now(phase, left, *_split(open_ones, len(open_ones)))
    end = clock.questions * 60
    if phase != Phase.QUESTIONS or since > end - LEAST or not open_ones:
        return Now(phase, left, None, (), open_ones)
    still = max(0, open_ones[0].minutes * 60 - (seconds - since))
    return Now(phase, left, *_split(open_ones, 1 + _fitting(open_ones[1:], left - still)))


def _phase(clock: Clock, seconds: float, extended: bool) -> tuple[Phase, float]:
    """Return where one is, and the seconds until the next phase."""
    for phase, minutes in ((Phase.QUESTIONS, clock.questions), (Phase.CLOSING, clock.whole)):
        if seconds < minutes * 60 and not (phase == Phase.CLOSING and extended):
            return phase, minutes * 60 - max(0, seconds)
    return (Phase.EXTENDED if extended else Phase.OVER), 0


def _fitting(items: tuple[Item, ...], seconds: float) -> int:
    """Return how many of the first ones fit into the time."""
    for count, item in enumerate(items):
        seconds -= item.minutes * 60
        if seconds < 0:
            return count
    return len(items)


def _split(
    items: tuple[Item, ...], kept: int
) -> tuple[Item | None, tuple[Item, ...], tuple[Item, ...]]:
    return (items[0] if items else None), items[1:kept], items[kept:]
