"""The log of a day of shadowing: moments, noted every half hour or so (R46).

Noted at set times, the log holds the quiet hours too, and not only what stood out. A moment that
is marked “between us” stays in the file (R38).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from olenb.core import rules
from olenb.core.change import Row
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.goal_terms import Energy
from olenb.core.store import Store, today
from olenb.method.opportunities.clock import clock
from olenb.method.opportunities.plans import Plan, plan

ENERGY_LABELS = {energy.label: int(energy) for energy in Energy}
WORDS = ("task", "people", "tools")
GONE = "That moment is no longer in your notes. Nothing was changed."
_MORNING = "09:00"


@dataclass(frozen=True)
class Moment:
    """One moment of the day.

    Parameters
    ----------
    at
        When, in the local time of the place.
    task, people, tools
        What was done, with whom, with what; in the user's words.
    energy
        What it did to the user's own energy, where they said.
    confidential
        Whether it stays between them.
    """

    id: int
    at: datetime
    task: str
    people: str
    tools: str
    energy: Energy | None
    confidential: bool


def moments(store: Store, number: int) -> list[Moment]:
    """Return the moments of a day, in their order; for the user's own eyes.

    Parameters
    ----------
    store
        The open workbook.
    number
        The plan's id.

    """
    rows = store.rows(
        "SELECT * FROM observation WHERE opportunity = ? ORDER BY seen_at, id", (int(number),)
    )
    return [_moment(row) for row in rows]


def observe(
    store: Store,
    number: int,
    time: str,
    task: str = "",
    *,
    people: str = "",
    tools: str = "",
    energy: Any = None,
    day: str = "",
    confidential: bool = False,
) -> int:
    """Note one moment and return its id.

    Parameters
    ----------
    store
        The open workbook.
    number
        The plan's id.
    time
        "9:30", "14.05", "2 pm"; local to the place.
    task, people, tools
        What is being done, with whom, with what; one of them is enough.
    energy
        What it does to the user's own energy: -2 to 2, or its words on the screen.
    day
        ISO 8601; empty means the plan's day, else today.
    confidential
        Whether it stays between them.

    Raises
    ------
    NotAllowed
        The time or the energy isn't one, or nothing was said at all.
    NotFound
        There is no such plan.

    """
    one = plan(store, number)
    values: dict[str, Any] = {
        **{name: _words(text) for name, text in zip(WORDS, (task, people, tools), strict=True)},
        "energy": _energy(energy),
    }
    if all(value is None for value in values.values()):
        raise NotAllowed("A moment needs a few words: what is being done? Nothing was added yet.")
    at = f"{day or day_of(one)}T{clock(time)}"
    with store.change("Noted a moment of the day") as change:
        return change.insert(
            "observation", opportunity=one.id, seen_at=at, confidential=int(confidential), **values
        )


def edit(store: Store, moment: int, column: str, value: Any) -> None:
    """Set one thing about a moment; an empty one is taken away.

    Parameters
    ----------
    store
        The open workbook.
    moment
        Its id.
    column
        day, time, task, people, tools, energy or confidential.
    value
        A `datetime.date`, text, a number or a bool, as the column needs it.

    Raises
    ------
    NotAllowed
        The value isn't one that the column can hold.
    NotFound
        There is no such moment.

    """
    at = str(_row(store, moment)["seen_at"])
    new: dict[str, Any]
    if column == "day":
        new = {"seen_at": f"{_day(value)}T{at[11:]}"}
    elif column == "time":
        new = {"seen_at": f"{at[:10]}T{clock(str(value))}"}
    elif column == "energy":
        new = {"energy": _energy(value)}
    elif column == "confidential":
        new = {"confidential": int(bool(value))}
    elif column in WORDS:
        new = {column: _words(value)}
    else:
        raise NotAllowed("That column can't be changed here. Nothing was changed.")
    with store.change("Changed a moment of the day") as change:
        change.update("observation", moment, **new)


def remove(store: Store, moment: int) -> None:
    """Take a moment away.

    Raises
    ------
    NotFound
        It is gone already.

    """
    _row(store, moment)
    with store.change("Took a moment away") as change:
        change.delete("observation", int(moment))


def day_of(one: Plan) -> str:
    """Return the plan's day, else today."""
    return one.text("starts_on") or today()


def next_time(store: Store, one: Plan, now: datetime) -> str:
    """Return which time to offer next: now on the day itself, else a half hour after the last.

    Parameters
    ----------
    store
        The open workbook.
    one
        The plan.
    now
        The local time.

    """
    if now.date().isoformat() == day_of(one):
        return now.strftime("%H:%M")
    last = moments(store, one.id)[-1:]
    after = timedelta(minutes=rules.SHADOW_SAMPLE.value)
    return (last[0].at + after).strftime("%H:%M") if last else _MORNING


def _moment(row: Row) -> Moment:
    energy = Energy(row["energy"]) if row["energy"] is not None else None
    task, people, tools = (str(row[name] or "") for name in WORDS)
    at = datetime.fromisoformat(row["seen_at"])
    return Moment(int(row["id"]), at, task, people, tools, energy, bool(row["confidential"]))


def _row(store: Store, moment: int) -> Row:
    row = store.one("SELECT * FROM observation WHERE id = ?", (int(moment),))
    if row is None:
        raise NotFound(GONE)
    return row


def _words(value: Any) -> str | None:
    return str(value or "").strip() or None


def _energy(value: Any) -> int | None:
    text = "" if value is None else str(value).strip()
    if not text:
        return None
    if text in ENERGY_LABELS:
        return ENERGY_LABELS[text]
    if text.removeprefix("-").isdecimal() and int(text) in list(Energy):
        return int(text)
    raise NotAllowed("Please choose one of the answers shown. Nothing was changed.")


def _day(value: Any) -> str:
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise NotAllowed("A moment needs its day, such as 2026-11-12. Nothing changed.") from None
