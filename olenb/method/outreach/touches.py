"""What happened with people, one row each: noted, corrected, taken away (R51)."""

from enum import StrEnum
from typing import Any

import pandas as pd

from olenb.contacts import people, rows
from olenb.contacts.facts import checked
from olenb.core.change import Row
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.core.terms import Channel, Reply, TouchKind
from olenb.method import days
from olenb.method.frames import frame
from olenb.network.targets import chosen, targets

COLUMNS = {
    "id": "int64",
    "person": "str",
    "kind": "str",
    "happened_on": "str",
    "channel": "str",
    "reply": "str",
    "replied_on": "str",
    "about": "str",
    "target": "str",
    "person_id": "int64",
    "about_id": "Int64",
    "target_id": "Int64",
    "conversation_id": "Int64",
}
EDITABLE = ("kind", "happened_on", "channel", "reply", "replied_on", "target", "about")
"""Columns that the user may correct."""

_CHOICES: dict[str, type[StrEnum]] = {"kind": TouchKind, "channel": Channel, "reply": Reply}


def touches(store: Store) -> pd.DataFrame:
    """Return what happened, the newest first.

    Returns
    -------
    DataFrame
        id; person (with whom); kind (a value of `terms.TouchKind`), happened_on; channel; reply
        ("" while there is none) and replied_on; about (whom it was about) and target, in words;
        person_id, about_id, target_id, conversation_id.

    """
    found = store.rows(
        "SELECT t.*, p.name, a.name AS about_name FROM touch AS t "
        "JOIN person AS p ON p.id = t.person LEFT JOIN person AS a ON a.id = t.about "
        "ORDER BY t.happened_on DESC, t.id DESC"
    )
    labels = {target.id: target.label for target in targets(store)}
    return frame([_record(row, labels) for row in found], COLUMNS)


def _record(row: Row, labels: dict[int, str]) -> list[Any]:
    words = [row["id"], row["name"], row["kind"], row["happened_on"], row["channel"]]
    answer = [row["reply"], row["replied_on"], row["about_name"], labels.get(row["target"])]
    ids = [row["person"], row["about"], row["target"], row["conversation"]]
    return [*words, *answer, *ids]


def note(
    store: Store,
    person: int,
    kind: str,
    *,
    when: str = "",
    channel: str = "",
    target: int | None = None,
    about: int | None = None,
) -> int:
    """Note that something happened with somebody, and return the note's id.

    Parameters
    ----------
    store
        The open workbook.
    person
        With whom: their id.
    kind
        A value of `terms.TouchKind`.
    when
        The day, ISO 8601; empty means today.
    channel
        How it went: a value of `terms.Channel`, or "".
    target, about
        Ids of what and whom it was about.

    Raises
    ------
    NotAllowed
        The kind, the channel or the day isn't one.
    NotFound
        There is no such person.

    """
    values = {"kind": kind, "happened_on": when, "channel": channel}
    told = {name: _value(store, name, value) for name, value in values.items()}
    who = rows.exists(store, person)
    with store.change("Noted what happened") as change:
        return change.insert("touch", person=who, target=target, about=about, **told)


def answer(store: Store, touch: int, reply: str, *, when: str = "") -> None:
    """Note what somebody answered to a message; an empty answer takes it back.

    Parameters
    ----------
    store
        The open workbook.
    touch
        The id of the message.
    reply
        A value of `terms.Reply`, or "".
    when
        The day, ISO 8601; empty means today.

    Raises
    ------
    NotAllowed
        The answer or the day isn't one.
    NotFound
        There is no such message.

    """
    row, said = get(store, touch), _value(store, "reply", reply)
    day = days.past(when) if said else None
    with store.change("Noted an answer") as change:
        change.update("touch", row["id"], reply=said, replied_on=day)


def edit(store: Store, touch: int, column: str, value: Any) -> None:
    """Correct one fact about what happened; an empty value takes it away.

    Parameters
    ----------
    store
        The open workbook.
    touch
        Its id.
    column
        One of `EDITABLE`.
    value
        Text or a day; about is a name, target is one as `wb.targets` says it.

    Raises
    ------
    NotAllowed
        There is no such fact, or the value isn't one that the workbook knows.
    NotFound
        There is no such row, person or target.

    """
    row = get(store, touch)
    if column not in EDITABLE:
        raise NotAllowed("That column can't be changed here. Nothing was changed.")
    new = _value(store, column, "" if value is None else str(value).strip())
    with store.change("Corrected what happened") as change:
        change.update("touch", row["id"], **{column: new})


def remove(store: Store, touch: int) -> None:
    """Take away what didn't happen.

    Raises
    ------
    NotFound
        There is no such row.

    """
    row = get(store, touch)
    with store.change("Took away what didn't happen") as change:
        for table in ("draft", "referral"):
            for each in store.rows(f"SELECT id FROM {table} WHERE touch = ?", (row["id"],)):  # noqa: S608 - two fixed names
                change.update(table, each["id"], touch=None)
        change.delete("touch", row["id"])


def get(store: Store, touch: int) -> Row:
    """Return one row as the table has it.

    Raises
    ------
    NotFound
        There is no such row.

    """
    return rows.row(store, "touch", touch, "That")


def _value(store: Store, column: str, text: str) -> Any:
    """Return a value as the workbook keeps it."""
    if column == "happened_on":
        return days.past(text)
    if not text:
        if column == "kind":
            raise NotAllowed("Please say what happened. Nothing was changed.")
        return None
    if column == "replied_on":
        return days.past(text)
    if column == "about":
        return people.find(store, text)
    if column == "target":
        return chosen(store, text)[0].id
    return checked("touch", column, text)
