"""The days of a plan: check-ins, what is to be ready, and thanks after a day of shadowing."""

from dataclasses import dataclass
from datetime import date, timedelta

from olenb.core import rules
from olenb.core.change import Row
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.plan_terms import PlanKind
from olenb.core.store import Store, today
from olenb.core.terms import TouchKind
from olenb.method.opportunities.plans import Plan, plan, plans

GONE = "That day is no longer in your plan. Nothing was changed."
_FIRST, _LAST, _READY = "It begins", "It ends", "The piece is due"


@dataclass(frozen=True)
class PlanDay:
    """A day that comes, and why.

    Parameters
    ----------
    on
        The day.
    what
        What is to happen.
    plan
        The plan that it belongs to.
    milestone
        Its row, where it is one that the user wrote down; else it follows from the plan.
    """

    on: date
    what: str
    plan: Plan
    milestone: int | None = None


def add(store: Store, number: int, what: str, due_on: str) -> int:
    """Write down a day of a plan and return the row's id.

    Parameters
    ----------
    store
        The open workbook.
    number
        The plan's id.
    what
        Such as "first check-in".
    due_on
        The day, ISO 8601.

    Raises
    ------
    NotAllowed
        There are no words, or it isn't a day.
    NotFound
        There is no such plan.

    """
    one = plan(store, number)
    if not what.strip():
        raise NotAllowed("Please say what is to happen on that day. Nothing was added yet.")
    day = _day(due_on)
    with store.change("Wrote down a day of a plan") as change:
        return change.insert("milestone", opportunity=one.id, what=what.strip(), due_on=day)


def done(store: Store, milestone: int, is_done: bool = True) -> None:
    """Say that something is done, or that it isn't after all.

    Raises
    ------
    NotFound
        There is no such day.

    """
    row = _row(store, milestone)
    if bool(row["done_on"]) == is_done:
        return
    with store.change("Ticked a day of a plan") as change:
        change.update("milestone", row["id"], done_on=today() if is_done else None)


def remove(store: Store, milestone: int) -> None:
    """Take a day away.

    Raises
    ------
    NotFound
        It is gone already.

    """
    row = _row(store, milestone)
    with store.change("Took a day of a plan away") as change:
        change.delete("milestone", row["id"])


def of(store: Store, number: int) -> list[Row]:
    """Return the days that the user wrote down for a plan, earliest first."""
    return store.rows(
        "SELECT * FROM milestone WHERE opportunity = ? ORDER BY due_on, id", (int(number),)
    )


def upcoming(store: Store, now: date) -> list[PlanDay]:
    """Return what comes in every plan that isn't put away, earliest first.

    What was written down and isn't done stays until it is, late or not; the plan's own first
    and last day are named while they are ahead.

    Parameters
    ----------
    store
        The open workbook.
    now
        The user's own date.

    """
    found: list[PlanDay] = []
    for one in plans(store):
        if one.row["put_away_on"] is None:
            found += _written(store, one) + _own(one, now) + _thanks(store, one, now)
    return sorted(found, key=lambda day: (day.on, day.plan.id, day.milestone or 0))


def _written(store: Store, one: Plan) -> list[PlanDay]:
    return [
        PlanDay(date.fromisoformat(row["due_on"]), row["what"], one, int(row["id"]))
        for row in of(store, one.id)
        if row["due_on"] and not row["done_on"]
    ]


def _own(one: Plan, now: date) -> list[PlanDay]:
    last = _READY if one.kind is PlanKind.ARTICLE else _LAST
    days = {_FIRST: one.text("starts_on"), last: one.text("ends_on")}
    ahead = ((what, date.fromisoformat(day)) for what, day in days.items() if day)
    return [PlanDay(day, what, one) for what, day in ahead if day >= now]


def _thanks(store: Store, one: Plan, now: date) -> list[PlanDay]:
    """After a day of shadowing, thanks are due as after a conversation (R34)."""
    host, day = one.row["person"], one.text("starts_on")
    if one.kind is not PlanKind.SHADOWING or host is None:
        return []
    if not day or date.fromisoformat(day) > now:
        return []
    thanked = store.one(
        "SELECT 1 FROM touch WHERE person = ? AND kind = ? AND happened_on >= ?",
        (host, TouchKind.THANKED, day),
    )
    due = date.fromisoformat(day) + timedelta(hours=rules.THANK_YOU_HOURS.value)
    return [] if thanked else [PlanDay(due, "Thank the person you shadowed", one)]


def _row(store: Store, milestone: int) -> Row:
    row = store.one("SELECT * FROM milestone WHERE id = ?", (int(milestone),))
    if row is None:
        raise NotFound(GONE)
    return row


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise NotAllowed("Please choose a day, such as 2027-01-11. Nothing was changed.") from None
