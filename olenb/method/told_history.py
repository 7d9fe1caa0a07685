"""How the goals changed, as far as it may leave the workbook (R4, R38)."""

import pandas as pd

from olenb.core.store import Store
from olenb.method.discretion import Discretion
from olenb.method.goal_history import history


def told_history(store: Store, to: Discretion) -> pd.DataFrame:
    """Return the history of the goals without what must stay.

    Parameters
    ----------
    store
        The open workbook.
    to
        What may be said.

    Returns
    -------
    DataFrame
        As `goal_history.history`. What came of a confidential person or plan is left out, and
        isn't told as what was before either.

    """
    df = history(store)
    what = df["what"].map(to.of)
    stays = df["confidential"] | (what == "")
    unsaid = set(df["what"][stays])
    talks = {row["id"]: row["person"] for row in store.rows("SELECT id, person FROM conversation")}
    names = [
        to.name(talks.get(talk)) if talk is not pd.NA else "" for talk in df["conversation_id"]
    ]
    told = df.assign(
        what=what,
        before=df["before"].mask(df["before"].isin(unsaid), "").map(to.of),
        because=df["because"].map(to.of),
        person=pd.Series(names, index=df.index, dtype="str"),
    )
    return told[~stays].reset_index(drop=True)
