"""Moments as spans of time: each lasts until the next one, or as long as one takes a note (R46)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby

from olenb.core import rules
from olenb.core.store import Store
from olenb.method.discretion import Discretion
from olenb.method.opportunities.log import Moment, moments
from olenb.method.opportunities.plans import Plan

NAMELESS = "nothing noted"


@dataclass(frozen=True)
class Span:
    """A moment and the time that it stands for.

    Parameters
    ----------
    moment
        What was noted.
    end
        When the next one began, but never later than twice the time between two notes: what
        nobody looked at isn't guessed.
    """

    moment: Moment
    end: datetime

    @property
    def start(self) -> datetime:
        """When it was noted."""
        return self.moment.at

    @property
    def minutes(self) -> int:
        """How long it is."""
        return round((self.end - self.start).total_seconds() / 60)

    @property
    def name(self) -> str:
        """What was done, or with whom or with what where that is all that is known."""
        one = self.moment
        return one.task or one.people or one.tools or NAMELESS


@dataclass(frozen=True)
class Doing:
    """One kind of doing: its number in the order of the day, and its time in all."""

    number: int
    name: str
    minutes: int


def spans_of(day: Sequence[Moment]) -> list[Span]:
    """Return moments, which come in order, as spans of time."""
    once = timedelta(minutes=rules.SHADOW_SAMPLE.value)
    nexts = [*(one.at for one in day[1:]), None]
    return [
        Span(one, one.at + _lasts(one.at, at, once)) for one, at in zip(day, nexts, strict=False)
    ]


def that_may_leave(store: Store, one: Plan, to: Discretion) -> list[Span]:
    """Return the spans of a day without what is between them; a gap stays where they were.

    Parameters
    ----------
    store
        The open workbook.
    one
        The plan; of one that is kept private nothing leaves (R38).
    to
        What may be said, and with whose names.

    """
    if one.row["confidential"]:
        return []
    told = [_told(span, to) for span in spans_of(moments(store, one.id))]
    return [s for s in told if not s.moment.confidential and s.name != NAMELESS]


def _told(span: Span, to: Discretion) -> Span:
    one = span.moment
    task, people, tools = (to.of(text) for text in (one.task, one.people, one.tools))
    return replace(span, moment=replace(one, task=task, people=people, tools=tools))


def by_day(spans: Iterable[Span]) -> list[list[Span]]:
    """Return spans day by day."""
    return [list(day) for _, day in groupby(spans, key=lambda span: span.start.date())]


def doings(spans: Iterable[Span]) -> list[Doing]:
    """Return what was done, numbered in the order in which it first came."""
    minutes: dict[str, int] = {}
    for span in spans:
        minutes[span.name] = minutes.get(span.name, 0) + span.minutes
    return [Doing(n, name, total) for n, (name, total) in enumerate(minutes.items(), 1)]


def how_long(minutes: int) -> str:
    """Return a time in words.

    >>> how_long(30), how_long(60), how_long(90)
    ('30 min', '1 h', '1 h 30 min')
    """
    hours, rest = divmod(minutes, 60)
    said = (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "")
    return " ".join(filter(None, said))


def _lasts(at: datetime, until: datetime | None, once: timedelta) -> timedelta:
    if until is None or until.date() != at.date() or until - at > 2 * once:
        return once
    return until - at
