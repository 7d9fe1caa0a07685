"""Drafts that are kept, in the user's own wording; nothing is ever sent from here (N12)."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from olenb.contacts import rows
from olenb.core.change import Row
from olenb.core.errors import NotAllowed
from olenb.core.store import Store, now
from olenb.core.terms import DraftKind
from olenb.method.drafts import checking, prompts
from olenb.method.drafts.gathering import gather
from olenb.method.drafts.scaffold import checked
from olenb.method.frames import frame

COLUMNS = {
    "id": "int64",
    "person": "str",
    "kind": "str",
    "channel": "str",
    "subject": "str",
    "body": "str",
    "left": "int64",
    "via": "str",
    "about": "str",
    "saved_at": "str",
    "sent_on": "str",
    "person_id": "int64",
    "via_id": "Int64",
    "about_id": "Int64",
    "target_id": "Int64",
    "touch_id": "Int64",
}


def save(
    store: Store,
    person: int,
    kind: str,
    channel: str,
    body: str,
    *,
    subject: str = "",
    via: int | None = None,
    about: int | None = None,
    target: int | None = None,
    draft: int | None = None,
) -> int:
    """Keep a draft and return its id.

    Parameters
    ----------
    store
        The open workbook.
    person
        Who would read it.
    kind, channel
        One of `terms.DraftKind`, one of `scaffold.CHANNELS`.
    body, subject
        The words.
    via, about, target
        Ids of who connects the two, whom it is about, and what.
    draft
        The id of the draft that this is a newer wording of.

    Raises
    ------
    NotAllowed
        It names somebody who didn't allow it, or holds something confidential (R37, R38); there
        is nothing in it; or the older wording was sent. Nothing was saved.
    NotFound
        There is no such person or draft.

    """
    step, way = checked(kind, channel)
    if not body.strip():
        raise NotAllowed("There is nothing to save yet. Write a line, or begin again.")
    to = rows.exists(store, person)
    about_whom = {"subject": subject, "via": via, "about": about}
    refused = checking.refusals(store, to, step, way, body, **about_whom)  # type: ignore[arg-type]
    if refused:
        raise NotAllowed(f"{refused[0]} Nothing was saved; take it out, and save again.")
    values = {
        "person": to,
        "kind": step.value,
        "channel": way.value,
        "via": via,
        "about": about,
        "target": target,
        "subject": subject.strip() or None,
        "body": body.strip(),
    }
    before = get(store, draft) if draft is not None else None
    if before and before["touch"] is not None:
        raise NotAllowed("You sent that one, so it stays as it is. Nothing was changed.")
    with store.change("Saved a draft") as change:
        if before is None:
            return change.insert("draft", **values, saved_at=now())
        if any(before[name] != value for name, value in values.items()):
            change.update("draft", before["id"], **values, saved_at=now())
        return int(before["id"])


def remove(store: Store, draft: int) -> None:
    """Throw a draft away; what was noted as sent stays noted.

    Raises
    ------
    NotFound
        There is no such draft.

    """
    row = get(store, draft)
    with store.change("Threw a draft away") as change:
        change.delete("draft", row["id"])


def get(store: Store, draft: int) -> Row:
    """Return one draft as the table has it.

    Raises
    ------
    NotFound
        There is no such draft.

    """
    return rows.row(store, "draft", draft, "That draft")


def left(store: Store, row: Row) -> list[str]:
    """Return the prompts that are still in a draft."""
    about = {"via": row["via"], "about": row["about"], "target": row["target"]}
    facts = gather(store, row["person"], DraftKind(row["kind"]), **about)
    return prompts.left(f"{row['subject'] or ''}\n{row['body']}", facts.names)


def drafts(store: Store, person: int | None = None) -> pd.DataFrame:
    """Return the drafts, the newest first.

    Parameters
    ----------
    store
        The open workbook.
    person
        Only those to one person: their id.

    Returns
    -------
    DataFrame
        id, person (who would read it), kind, channel, subject, body; left: how many prompts are
        still in it; via and about by name; saved_at; sent_on ("" while it wasn't sent);
        person_id, via_id, about_id, target_id, touch_id.

    """
    found = store.rows(
        "SELECT d.*, p.name, v.name AS via_name, a.name AS about_name, t.happened_on "
        "FROM draft AS d JOIN person AS p ON p.id = d.person "
        "LEFT JOIN person AS v ON v.id = d.via LEFT JOIN person AS a ON a.id = d.about "
        "LEFT JOIN touch AS t ON t.id = d.touch WHERE ?1 IS NULL OR d.person = ?1 "
        "ORDER BY d.saved_at DESC, d.id DESC",
        (person,),
    )
    return frame([_record(store, row) for row in found], COLUMNS)


def _record(store: Store, row: Row) -> Sequence[Any]:
    ids = [row[name] for name in ("person", "via", "about", "target", "touch")]
    words = [row["name"], *(row[name] for name in ("kind", "channel", "subject", "body"))]
    others = [row["via_name"], row["about_name"], row["saved_at"], row["happened_on"]]
    return [row["id"], *words, len(left(store, row)), *others, *ids]
