"""Everybody with whom something happened: how far it is, what comes next, by when, and why."""

from datetime import datetime
from typing import Any

import pandas as pd

from olenb.core.store import Store
from olenb.core.terms import Reply, Stage, TouchKind
from olenb.method import where
from olenb.method.due import due
from olenb.method.outreach.stages import Standing, stages
from olenb.network.targets import targets

COLUMNS = (
    *("person", "stage", "last", "last_on", "reply", "next", "due_at", "why", "row"),
    *("overdue", "target", "person_id", "target_id"),
)
_NEXT: dict[str, str] = {
    Stage.TO_ASK: "write to them",
    Stage.ASKED: "wait for their answer",
    Stage.SCHEDULED: "prepare your questions",
    Stage.HELD: "thank them",
    Stage.THANKED: "tell them later what came of it",
}
_AFTER_AN_ANSWER: dict[str, str] = {
    Reply.YES: "find a time for both of you",
    Reply.NO: "thank them for their answer",
    Reply.WILL_ASK: "wait until they have asked",
}
_AFTER_A_NAME: dict[str, str] = {
    TouchKind.ASKED_AROUND: "ask them to introduce you",
    TouchKind.ASKED_INTRODUCTION: "write to whom they asked for you",
}


def tracker(store: Store, now: datetime | None = None) -> pd.DataFrame:
    """Return where it stands with everybody, what is due first on top (R51).

    Parameters
    ----------
    store
        The open workbook.
    now
        This moment, with its offset; None asks the clock.

    Returns
    -------
    DataFrame
        One row for each person with whom something happened or is meant to:

        - person
        - stage: a value of `terms.Stage`, worked out from what happened
        - last, last_on: what happened last, and on which day, ISO 8601
        - reply: their newest answer, or ""
        - next: what comes next, in words; "" where it rests
        - due_at: by when, in the user's zone; NaT where there is no hurry
        - why, row: the reason, and the row of the requirement
        - overdue: whether that time has passed
        - target: what it was about last, in words
        - person_id, target_id

    Nothing in it counts what somebody lacks.

    """
    pending = due(store, now)
    first = {row.person_id: row for row in pending.drop_duplicates("person_id").itertuples()}
    names = {row["id"]: row["name"] for row in store.rows("SELECT id, name FROM person")}
    labels = {target.id: target.label for target in targets(store)}
    records = [
        {
            "person": names[person],
            "person_id": person,
            "target": labels.get(how.target or 0, ""),
            **_record(how, first.get(person)),
        }
        for person, how in stages(store).items()
    ]
    frame = pd.DataFrame(records, columns=list(COLUMNS))
    text = [name for name in COLUMNS if name not in ("due_at", "overdue", "person_id", "target_id")]
    types: dict[str, Any] = {
        **dict.fromkeys(text, "str"),
        "due_at": pd.DatetimeTZDtype("us", where.zone(store)),
        "overdue": "bool",
        "person_id": "int64",
        "target_id": "Int64",
    }
    order = [list(Stage).index(Stage(stage)) for stage in frame["stage"]]
    frame = frame.astype(types).assign(_order=order)
    frame = frame.sort_values(["due_at", "_order", "person_id"], na_position="last", kind="stable")
    return frame.drop(columns="_order").reset_index(drop=True)


def _record(how: Standing, item: Any) -> dict[str, Any]:
    return {
        "stage": how.stage.value,
        "last": how.what,
        "last_on": how.on,
        "reply": how.reply,
        "next": item.words if item else next_step(how),
        "due_at": item.due_at if item else None,
        "why": item.why if item else "",
        "row": item.row if item else "",
        "overdue": bool(item.overdue) if item else False,
        "target_id": how.target,
    }


def next_step(how: Standing) -> str:
    """Say what comes next where nothing is due by a certain day.

    Parameters
    ----------
    how
        Where it stands.

    >>> next_step(Standing(Stage.REPLIED, reply="yes", to="asked for a conversation"))
    'find a time for both of you'
    >>> next_step(Standing(Stage.PARKED))
    ''

    """
    if how.stage != Stage.REPLIED or not how.reply:
        return _NEXT.get(how.stage, "")
    if how.reply == Reply.YES and how.to in _AFTER_A_NAME:
        return _AFTER_A_NAME[how.to]
    return _AFTER_AN_ANSWER.get(how.reply, "")
