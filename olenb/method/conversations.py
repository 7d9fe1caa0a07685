"""The twenty minutes as facts: when they began and ended, and what stays of them.

A conversation that runs has a beginning and no end; one that was held has an end. Everything
that is due afterwards is counted from that end (R34).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from olenb.contacts import frames as people_frames
from olenb.contacts import rows
from olenb.core.change import Row
from olenb.core.errors import NotAllowed
from olenb.core.links import repoint
from olenb.core.store import Store
from olenb.method.frames import frame

FACTS = ("extended", "i_talked", "helped", "learned", "next_action")
"""What can be said of a conversation afterwards."""

COLUMNS = {
    "id": "int64",
    "person": "str",
    "target": "str",
    "started_at": "str",
    "ended_at": "str",
    "extended": "bool",
    "i_talked": "Int64",
    "helped": "str",
    "learned": "str",
    "next_action": "str",
    "person_id": "int64",
    "target_id": "Int64",
}


def begin(
    store: Store, person: int, at: str, *, target: int | None = None, meeting: int | None = None
) -> int:
    """Note that a conversation begins, and return its id; one that runs already goes on.

    Parameters
    ----------
    store
        The open workbook.
    person
        With whom: their id.
    at
        The moment, ISO 8601 with its offset from UTC.
    target, meeting
        Ids: what it is about, and the meeting that was agreed on.

    Raises
    ------
    NotAllowed
        The moment isn't one, or has no offset.
    NotFound
        There is no such person.

    """
    values = {"person": rows.exists(store, person), "started_at": moment(at)}
    if row := running(store, person):
        return int(row["id"])
    with store.change("Began a conversation") as change:
        return change.insert("conversation", **values, target=target, meeting=meeting)


def end(store: Store, conversation: int, at: str) -> None:
    """Note when a conversation ended, or correct it; what is due counts from here (R34).

    Raises
    ------
    NotAllowed
        The moment isn't one, or is before the beginning.
    NotFound
        There is no such conversation.

    """
    row, ended = get(store, conversation), moment(at)
    began = row["started_at"]
    if began and datetime.fromisoformat(ended) < datetime.fromisoformat(began):
        raise NotAllowed(
            "That is before the conversation began. Nothing was changed. "
            "Please look at the day and the time again."
        )
    with store.change("Noted when the conversation ended") as change:
        change.update("conversation", row["id"], ended_at=ended)


def reopen(store: Store, conversation: int) -> None:
    """Take back that a conversation ended: it goes on.

    Raises
    ------
    NotFound
        There is no such conversation.

    """
    row = get(store, conversation)
    with store.change("Said that the conversation goes on") as change:
        change.update("conversation", row["id"], ended_at=None)


def cancel(store: Store, conversation: int) -> None:
    """Take back that a conversation began; one that is over stays.

    Raises
    ------
    NotAllowed
        It is over already.
    NotFound
        There is no such conversation.

    """
    row = get(store, conversation)
    if row["ended_at"]:
        raise NotAllowed("That conversation is over, so it stays. Nothing was changed.")
    with store.change("Took back that a conversation began") as change:
        repoint(store, change, "conversation", row["id"], None)
        change.delete("conversation", row["id"])


def held(
    store: Store,
    person: int,
    ended_at: str,
    *,
    target: int | None = None,
    meeting: int | None = None,
) -> int:
    """Note a conversation that was held without the timer, and return its id.

    Parameters
    ----------
    store
        The open workbook.
    person
        With whom: their id.
    ended_at
        When it ended, ISO 8601 with its offset from UTC.
    target, meeting
        As for `begin`.

    Raises
    ------
    NotAllowed
        The moment isn't one, or has no offset.
    NotFound
        There is no such person.

    """
    values = {"person": rows.exists(store, person), "ended_at": moment(ended_at)}
    with store.change("Noted a conversation") as change:
        return change.insert("conversation", **values, target=target, meeting=meeting)


def say(store: Store, conversation: int, **words: Any) -> None:
    """Note what stays of a conversation; a fact that isn't named stays, an empty one goes.

    Parameters
    ----------
    store
        The open workbook.
    conversation
        Its id.
    **words
        Some of `FACTS`: extended (True only if they offered more time, R27), i_talked (my
        share of the talking in tenths, 0 to 10, R31), helped (R30), learned and next_action
        (both for the thank-you, R34).

    Raises
    ------
    NotAllowed
        The share isn't between 0 and 10.
    NotFound
        There is no such conversation.

    """
    row = get(store, conversation)
    new = {name: value for name, value in _checked(words).items() if value != row[name]}
    with store.change("Noted something about a conversation") as change:
        if new:
            change.update("conversation", row["id"], **new)


def _checked(words: Mapping[str, Any]) -> dict[str, Any]:
    if unknown := set(words) - set(FACTS):
        raise TypeError(f"no such fact: {', '.join(sorted(unknown))}")
    values = {
        name: str(value or "").strip() or None
        for name, value in words.items()
        if name not in ("extended", "i_talked")
    }
    if "extended" in words:
        values["extended"] = int(bool(words["extended"]))  # type: ignore[assignment]
    if "i_talked" in words:
        values["i_talked"] = _tenths(words["i_talked"])  # type: ignore[assignment]
    return values


def _tenths(share: Any) -> int | None:
    text = "" if share is None else str(share).strip()
    if not text:
        return None
    if not (text.isdecimal() and int(text) <= 10):
        raise NotAllowed("Please choose a share from 0 to 10 tenths. Nothing was changed.")
    return int(text)


def get(store: Store, conversation: int) -> Row:
    """Return one conversation as the table has it.

    Raises
    ------
    NotFound
        There is no such conversation.

    """
    return rows.row(store, "conversation", conversation, "That conversation")


def running(store: Store, person: int) -> Row | None:
    """Return the conversation with somebody that has begun and not ended, or None."""
    return store.one(
        "SELECT * FROM conversation WHERE person = ? AND started_at IS NOT NULL "
        "AND ended_at IS NULL ORDER BY id DESC",
        (int(person),),
    )


def newest(store: Store, person: int) -> Row | None:
    """Return the newest conversation with somebody that was held, or None."""
    return store.one(
        "SELECT * FROM conversation WHERE person = ? AND ended_at IS NOT NULL "
        "ORDER BY julianday(ended_at) DESC, id DESC",
        (int(person),),
    )


def conversations(store: Store) -> pd.DataFrame:
    """Return every conversation that was held, the newest end first.

    Returns
    -------
    DataFrame
        id, person and target in words, started_at, ended_at (ISO 8601 with offset), extended
        (bool), i_talked (tenths), helped, learned, next_action, person_id, target_id.

    """
    labels = dict(people_frames.targets(store)[["id", "target"]].itertuples(index=False))
    found = store.rows(
        "SELECT c.*, p.name FROM conversation AS c JOIN person AS p ON p.id = c.person "
        "WHERE c.ended_at IS NOT NULL ORDER BY julianday(c.ended_at) DESC, c.id DESC"
    )
    return frame(
        (
            (
                *(row["id"], row["name"], labels.get(row["target"]), row["started_at"]),
                *(row["ended_at"], bool(row["extended"]), row["i_talked"], row["helped"]),
                *(row["learned"], row["next_action"], row["person"], row["target"]),
            )
            for row in found
        ),
        COLUMNS,
    )


def moment(text: str) -> str:
    """Return a moment as the workbook keeps it, to the second.

    Raises
    ------
    NotAllowed
        It isn't a moment with its offset from UTC.

    >>> moment("2026-11-24T16:20:31.250-06:00")
    '2026-11-24T16:20:31-06:00'
    """
    try:
        at = datetime.fromisoformat(str(text).strip())
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise NotAllowed(
            "Please give the day and the time with its time zone, such as "
            "2026-11-24T16:20:00-06:00. Nothing was changed."
        )
    return at.isoformat(timespec="seconds")
