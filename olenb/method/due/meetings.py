"""Before and after a time that was agreed on: confirm it, and write down what was said."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from olenb.core.change import Row
from olenb.core.due_terms import Due
from olenb.core.terms import TouchKind
from olenb.method import deadlines
from olenb.method.deadlines import Deadline
from olenb.method.due.facts import Facts
from olenb.method.due.item import Item

_LAST_OF_DAY = time(23, 59)


def about_meetings(facts: Facts) -> Iterator[Item]:
    """Yield what is due about meetings: before they begin, and after they should be over."""
    for row in facts.meetings:
        starts = facts.moment(row["starts_at"])
        if starts is None:
            continue
        about = {"person": row["person"], "target": row["target"], "meeting": row["id"]}
        if facts.now < starts:
            yield from _confirm(facts, row, starts, about)
        elif facts.now >= starts + timedelta(minutes=row["minutes"]):
            yield from _write_down(facts, row, starts, about)


def _confirm(facts: Facts, row: Row, starts: datetime, about: dict[str, Any]) -> Iterator[Item]:
    """Yield a note to send a day or two before, unless the time was agreed on since then (R16)."""
    deadline = deadlines.confirmation(starts, facts.zone)
    opens = (deadline.remind_at or deadline.due_at).date()
    agreed = facts.day(row["agreed_on"])
    said = row["confirmed_on"] or facts.did(row["person"], [TouchKind.CONFIRMED], opens)
    if not said and not (agreed and agreed >= opens):
        why = f"You talk{facts.on(starts.date())}. A short note shows that you count on it."
        yield Item(Due.CONFIRM, deadline=deadline, why=why, **about)


def _write_down(facts: Facts, row: Row, starts: datetime, about: dict[str, Any]) -> Iterator[Item]:
    """Yield what to write down: within the day it is still remembered (R4)."""
    held = any(
        talk.row["meeting"] == row["id"]
        or (talk.person == row["person"] and talk.ended_at >= starts)
        for talk in facts.talks
    )
    if not held:
        deadline = Deadline(datetime.combine(starts.date(), _LAST_OF_DAY, facts.zone))
        why = "Within the day you still remember it. If it didn't happen, leave it out."
        yield Item(Due.WRITE_DOWN, deadline=deadline, why=why, **about)
