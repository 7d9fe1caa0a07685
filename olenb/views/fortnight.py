"""The next two weeks: what is due and what was agreed on, day by day; for a picture of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pandas as pd

from olenb.core.store import Store
from olenb.method.business_days import BusinessDays
from olenb.method.due import words
from olenb.method.due.facts import Facts, this_moment
from olenb.method.due.frame import items
from olenb.views.pictures.describe import Description
from olenb.views.pictures.text import whole

DAYS = 14
NOTHING = "Nothing is due in the next two weeks."
COLUMNS = ("Day", "What", "With", "When", "Kind")
TALK, TO_DO = "conversation", "to do"


@dataclass(frozen=True)
class Entry:
    """One thing on one day.

    Parameters
    ----------
    what
        Such as "Thank Maya".
    person
        With whom, by their whole name.
    hour
        Such as "4 pm"; "" where only the day counts.
    kind
        `TALK` or `TO_DO`.
    late
        Whether its own day has passed; it stands on today then.

    """

    what: str
    person: str
    hour: str
    kind: str
    late: bool = False

    @property
    def when(self) -> str:
        """Its hour, or that it may still be done."""
        return "still welcome" if self.late else self.hour


@dataclass(frozen=True)
class Day:
    """One day, what closes it ("weekend", a holiday's name, or ""), and what is on it."""

    date: date
    closed: str
    entries: tuple[Entry, ...] = ()

    @property
    def label(self) -> str:
        """The day as the picture says it."""
        month = words.MONTHS[self.date.month - 1][:3]
        return f"{words.DAYS[self.date.weekday()][:3]} {month} {self.date.day}"


@dataclass(frozen=True)
class Fortnight:
    """Fourteen days, today first."""

    days: tuple[Day, ...]

    @property
    def entries(self) -> list[tuple[Day, Entry]]:
        """Everything on them, in order."""
        return [(day, entry) for day in self.days for entry in day.entries]


def fortnight(store: Store, now: datetime | None = None) -> Fortnight:
    """Gather what is due in the next two weeks; what is late stands on today.

    Parameters
    ----------
    store
        The open workbook.
    now
        This moment, with its offset; None asks the clock.

    """
    facts = Facts(store, now or this_moment(store))
    today = facts.now.date()
    found: list[tuple[datetime, Entry]] = []
    for row in facts.meetings:
        starts = facts.moment(row["starts_at"])
        if starts is not None and starts >= facts.now:
            what = f"Talk with {facts.called(row['person'])}"
            entry = Entry(what, facts.name(row["person"]), words.clock(starts), TALK)
            found.append((starts, entry))
    for item in items(facts):
        due = item.deadline.due_at
        late = due < facts.now
        hour = words.clock(due) if item.deadline.to_the_minute and not late else ""
        what = words.task(item.action, facts.called(item.person))
        entry = Entry(what, facts.name(item.person), hour, TO_DO, late)
        found.append((max(due, facts.now), entry))
    found.sort(key=lambda pair: pair[0])
    return Fortnight(tuple(_day(today + timedelta(days=n), found, facts.days) for n in range(DAYS)))


def _day(day: date, found: list[tuple[datetime, Entry]], days: BusinessDays) -> Day:
    entries = tuple(entry for at, entry in found if at.date() == day)
    return Day(day, days.closed(day), entries)


def describe(shown: Fortnight) -> Description:
    """Return the two weeks in words.

    The table has one row for each thing: `Day`, `What`, `With`, `When`, `Kind`.
    """
    rows = [
        (day.label, whole(each.what), whole(each.person), each.when, each.kind)
        for day, each in shown.entries
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype("str")
    if not rows:
        return Description(f"An empty calendar of two weeks. {NOTHING}", NOTHING, table)
    talks = sum(entry.kind == TALK for _, entry in shown.entries)
    counts = [_number(talks, "conversation"), _number(len(rows) - talks, "thing", " to do")]
    said = " and ".join(filter(None, counts))
    busy = sum(bool(day.entries) for day in shown.days)
    alt = f"A calendar of two weeks with {said} on {_number(busy, 'day')}."
    day, first = shown.entries[0]
    what = f"{first.what[:1].lower()}{whole(first.what[1:])}"
    sentence = f"In the next two weeks: {said}. First: {what}, {day.label}."
    return Description(alt, sentence, table)


def _number(n: int, one: str, more: str = "") -> str:
    return f"{n:,} {one}{'' if n == 1 else 's'}{more}" if n else ""
