"""Times that were agreed on: noted on both clocks, confirmed, called off (R13, R16)."""

from datetime import datetime
from typing import Any

import pandas as pd

from olenb.contacts import rows
from olenb.core import rules
from olenb.core.change import Change, Row
from olenb.core.errors import NotAllowed
from olenb.core.store import Store, today
from olenb.core.terms import Channel, Reply, TouchKind
from olenb.method import days
from olenb.method.frames import frame
from olenb.method.outreach.proposals import both_zones
from olenb.method.times import Slot

COLUMNS = {
    "id": "int64",
    "person": "str",
    "starts_at": "str",
    "words": "str",
    "minutes": "int64",
    "channel": "str",
    "place": "str",
    "agreed_on": "str",
    "confirmed_on": "str",
    "cancelled": "bool",
    "my_zone": "str",
    "their_zone": "str",
    "person_id": "int64",
    "target_id": "Int64",
}
BY = (Channel.PHONE, Channel.VIDEO, Channel.IN_PERSON)
"""How two people can meet."""


def schedule(
    store: Store,
    person: int,
    starts_at: datetime | str,
    *,
    minutes: int | None = None,
    channel: str = "",
    place: str = "",
    target: int | None = None,
    my_zone: str = "",
) -> int:
    """Note a time that was agreed on, and return its id; a waiting request is answered by it.

    Parameters
    ----------
    store
        The open workbook.
    person
        With whom: their id.
    starts_at
        The moment, with its offset from UTC.
    minutes
        1 to 240; None takes `rules.MINUTES_ASKED` (R13).
    channel
        One of `BY`, or "".
    place
        Where, or the number to call.
    target
        What it is about: an id.
    my_zone
        An IANA name; "" takes the user's own.

    Raises
    ------
    NotAllowed
        The moment has no offset, one of the zones isn't known, or there is no such way to meet.
    NotFound
        There is no such person.

    """
    mine, theirs = both_zones(store, person, my_zone)
    start = _moment(starts_at)
    if channel and channel not in BY:
        raise NotAllowed("People meet by phone, by video or in person. Nothing was changed.")
    length = rules.MINUTES_ASKED.value if minutes is None else minutes
    if not 1 <= length <= 240:
        raise NotAllowed("Please say how many minutes, from 1 to 240. Nothing was changed.")
    with store.change("Agreed on a time") as change:
        _said_yes(store, change, person)
        return change.insert(
            "meeting",
            person=rows.exists(store, person),
            target=target,
            starts_at=Slot(start, mine, theirs).starts_at,
            minutes=length,
            my_zone=mine,
            their_zone=theirs,
            channel=channel or None,
            place=place.strip() or None,
            agreed_on=today(),
            cancelled=0,
        )


def confirm(store: Store, meeting: int, when: str = "") -> None:
    """Note that a time was confirmed; empty means today.

    Raises
    ------
    NotAllowed
        The day isn't one that has come.
    NotFound
        There is no such time.

    """
    row, day = get(store, meeting), days.past(when)
    with store.change("Confirmed a time") as change:
        change.update("meeting", row["id"], confirmed_on=day)


def cancel(store: Store, meeting: int) -> None:
    """Call a time off; it stays in the workbook as one that didn't happen.

    Raises
    ------
    NotFound
        There is no such time.

    """
    row = get(store, meeting)
    with store.change("Called a time off") as change:
        change.update("meeting", row["id"], cancelled=1)


def meetings(store: Store, person: int | None = None) -> pd.DataFrame:
    """Return the times that were agreed on, in their order.

    Parameters
    ----------
    store
        The open workbook.
    person
        Only with one person: their id.

    Returns
    -------
    DataFrame
        id; person; starts_at (ISO 8601 with offset); words: the time on both clocks, mine
        first; minutes, channel, place; agreed_on, confirmed_on ("" while it isn't); cancelled
        (bool); my_zone, their_zone; person_id, target_id.

    """
    found = store.rows(
        "SELECT m.*, p.name FROM meeting AS m JOIN person AS p ON p.id = m.person "
        "WHERE ?1 IS NULL OR m.person = ?1 ORDER BY julianday(m.starts_at), m.id",
        (person,),
    )
    return frame([_record(row) for row in found], COLUMNS)


def is_ahead(starts_at: str, moment: str) -> bool:
    """Tell whether a time is still to come at a moment; both ISO 8601 with their offsets.

    >>> is_ahead("2026-11-05T15:00:00-06:00", "2026-11-05T20:59:00+00:00")
    True
    """
    return datetime.fromisoformat(starts_at) > datetime.fromisoformat(moment)


def get(store: Store, meeting: int) -> Row:
    """Return one time as the table has it.

    Raises
    ------
    NotFound
        There is no such time.

    """
    return rows.row(store, "meeting", meeting, "That time")


def _moment(text: datetime | str) -> datetime:
    try:
        start = text if isinstance(text, datetime) else datetime.fromisoformat(text.strip())
    except ValueError:
        start = None
    if start is None or start.tzinfo is None:
        raise NotAllowed(
            "Please give the day and the time with its time zone, such as "
            "2026-11-24T16:20:00-06:00. Nothing was changed."
        )
    return start


def _said_yes(store: Store, change: Change, person: int) -> None:
    """Note that a request to talk was answered, where that wasn't noted yet."""
    row = store.one(
        "SELECT id FROM touch WHERE person = ? AND kind IN (?, ?) AND reply IS NULL "
        "ORDER BY happened_on DESC, id DESC",
        (person, TouchKind.ASKED_CONVERSATION.value, TouchKind.FOLLOWED_REFERRAL.value),
    )
    if row:
        change.update("touch", row["id"], reply=Reply.YES.value, replied_on=today())


def _record(row: Row) -> list[Any]:
    start, theirs = row["starts_at"], row["their_zone"]
    words = Slot(_moment(start), row["my_zone"], theirs).words if start and theirs else start
    shown = [row["id"], row["name"], start, words, row["minutes"], row["channel"], row["place"]]
    state = [row["agreed_on"], row["confirmed_on"], row["cancelled"], row["my_zone"], theirs]
    return [*shown, *state, row["person"], row["target"]]
