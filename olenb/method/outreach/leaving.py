"""The tracker as it may leave the workbook: nobody confidential in it, and none of their names."""

import pandas as pd

from olenb.core.store import Store
from olenb.method.mentions import mention
from olenb.method.outreach.tracker import tracker

COLUMNS = {
    "person": "Who",
    "stage": "How far",
    "last": "What happened last",
    "last_on": "When",
    "reply": "Their answer",
    "next": "What comes next",
    "due_at": "By when",
    "why": "Why",
    "target": "About",
}


def may_leave(store: Store) -> pd.DataFrame:
    """Return the tracker in words, as a file for others may hold it (R38, R51).

    Returns
    -------
    DataFrame
        One row for each person who isn't confidential, the headings in words; a sentence that
        names somebody confidential is left empty. All of it is text.

    """
    rows = store.rows("SELECT id, name FROM person WHERE confidential = 1")
    hidden = [str(row["name"]) for row in rows]
    df = tracker(store)
    df = df[~df["person_id"].isin([row["id"] for row in rows])]
    shown = df[list(COLUMNS)].assign(due_at=df["due_at"].dt.strftime("%Y-%m-%d").fillna(""))
    for name in ("next", "why", "target"):
        shown[name] = [_without(text, hidden) for text in shown[name]]
    return shown.astype("str").rename(columns=COLUMNS)


def _without(text: str, hidden: list[str]) -> str:
    return "" if any(mention(text, name) for name in hidden) else text
