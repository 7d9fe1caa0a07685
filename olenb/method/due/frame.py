"""What is due, as a table: what, by when, and why."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pandas as pd

from olenb.core.due_terms import Due
from olenb.core.store import Store
from olenb.method.deadlines import on_the_day
from olenb.method.due import words
from olenb.method.due.facts import Facts, this_moment
from olenb.method.due.item import Item
from olenb.method.due.meetings import about_meetings
from olenb.method.due.referrals import after_referrals
from olenb.method.due.talks import after_talks
from olenb.method.due.waiting import without_answer
from olenb.network.targets import targets

_TEXT = ("person", "action", "words", "why", "row", "target", "theirs", "key")
_IDS = ("conversation", "meeting", "referral", "touch")
COLUMNS = (
    *("person", "person_id", "action", "due_at", "remind_at", "words", "why", "row", "target"),
    *("conversation", "overdue", "ready", "theirs", "meeting", "referral", "touch", "key"),
)
_ORDER = list(Due)
_THANKS = (Due.THANK, Due.CARD, Due.THANK_INTRODUCER)
_LATE = "Later than that is still welcome."
_NO_HELLO_BESIDE = frozenset(Due) - {Due.KEEP_IN_TOUCH}


def due(store: Store, now: datetime | None = None) -> pd.DataFrame:
    """Say what is due now and later, the earliest first; nothing of it is kept anywhere (R34).

    Parameters
    ----------
    store
        The open workbook.
    now
        This moment, with its offset; None asks the clock.

    Returns
    -------
    DataFrame
        One row for each thing:

        - person, person_id: with whom
        - action: a value of `due_terms.Due`
        - due_at, remind_at: in the user's time zone (remind_at NaT where there is none)
        - words: one line such as "thank Maya by Thursday 4 pm"
        - why: a reason, and what to mind
        - row: of the requirement, such as "R34"
        - target: which target it is about, in words, or ""
        - conversation, meeting, referral, touch: ids of what it follows from, or <NA>
        - overdue: whether its time has passed
        - ready: whether it can be done now; a reminder, say, isn't sent before its day
        - theirs: the deadline on their clock, "" where it shows the same or isn't known
        - key: a name for the row that stays the same

        Nobody who asked to stop is in it, and nothing that was left out.

    >>> due(Store.example({})).empty
    True
    """
    return table(Facts(store, now or this_moment(store)))


def table(facts: Facts) -> pd.DataFrame:
    """Return what follows from the facts, as `due` does."""
    labels = {target.id: target.label for target in targets(facts.store)}
    records = [_record(facts, item, labels) for item in items(facts)]
    types: dict[str, Any] = {
        **dict.fromkeys(_TEXT, "str"),
        **dict.fromkeys(_IDS, "Int64"),
        **dict.fromkeys(("due_at", "remind_at"), pd.DatetimeTZDtype("us", facts.zone)),
        "person_id": "int64",
        **dict.fromkeys(("overdue", "ready"), "bool"),
    }
    return pd.DataFrame(records, columns=list(COLUMNS)).astype(types)


def items(facts: Facts) -> list[Item]:
    """Return what is due, the earliest first, without what stopped or was left out."""
    gone = facts.stopped()
    found = [each for each in _everything(facts) if each.person not in gone]
    found = [each for each in (_put_off(facts, item) for item in found) if each]
    busy = {each.person for each in found if each.action in _NO_HELLO_BESIDE}
    shown = [e for e in found if e.action is not Due.KEEP_IN_TOUCH or e.person not in busy]
    return sorted(shown, key=_order)


def _everything(facts: Facts) -> Iterator[Item]:
    yield from about_meetings(facts)
    yield from after_talks(facts)
    yield from after_referrals(facts)
    yield from without_answer(facts)


def _put_off(facts: Facts, item: Item) -> Item | None:
    """Return an item with the day until which it was put off; None where it was left out."""
    said = facts.put_off(item.action, item.subject)
    if said is None:
        return item
    until = facts.day(said["until"])
    if until is None:
        return None
    later = on_the_day(until, facts.zone)
    if later.due_at <= item.deadline.due_at:
        return item
    return Item(
        item.action,
        deadline=later,
        why=f"You put it off until{facts.on(until)}. {item.why}".replace("until on", "until"),
        target=item.target,
        **item.subject,  # type: ignore[arg-type]
    )


def _order(item: Item) -> tuple[Any, ...]:
    return item.deadline.due_at, _ORDER.index(item.action), item.key


def _record(facts: Facts, item: Item, labels: dict[int, str]) -> dict[str, Any]:
    deadline, name = item.deadline, facts.name(item.person)
    hour, late = deadline.to_the_minute, deadline.due_at < facts.now
    zone = facts.their_zone(item.person, item.meeting) if hour else None
    return {
        "person": name,
        "person_id": item.person,
        "action": item.action.value,
        "due_at": deadline.due_at,
        "remind_at": deadline.remind_at,
        "words": words.sentence(item.action, name, deadline.due_at, facts.now, hour=hour),
        "why": f"{item.why} {_LATE}" if late and item.action in _THANKS else item.why,
        "row": item.action.row,
        "target": labels.get(item.target or 0, ""),
        "overdue": late,
        "ready": deadline.opens_at is None or deadline.opens_at <= facts.now,
        "theirs": words.theirs(deadline.due_at, zone, facts.now),
        "key": item.key,
        **{name: item.subject[name] for name in _IDS},
    }
