"""What is prepared for one person: the questions that are there, in order."""

import pandas as pd

from olenb.contacts import rows
from olenb.core.change import Row
from olenb.core.store import Store
from olenb.core.terms import Part
from olenb.method import hypotheses
from olenb.method.frames import frame

COLUMNS = {
    "id": "int64",
    "words": "str",
    "part": "str",
    "must": "bool",
    "reserve": "bool",
    "minutes": "int64",
    "position": "int64",
    "bank": "str",
    "asked": "bool",
    "asked_at": "str",
    "hypothesis_id": "Int64",
}


def prepared(store: Store, person: int) -> pd.DataFrame:
    """Return what is prepared for somebody, in the user's order.

    What was asked in a conversation that is over is left out; what remained is still there.

    Parameters
    ----------
    store
        The open workbook.
    person
        Their id.

    Returns
    -------
    DataFrame
        id, words, part ("opening", "middle", "closing"), must, reserve (bool), minutes,
        position, bank (its id there, "" for the user's own), asked (bool, in the conversation
        that runs), asked_at, hypothesis_id.

    """
    return frame(
        (
            (
                *(row["id"], row["words"], row["part"], row["must"], row["reserve"]),
                *(row["minutes"], row["position"], row["bank"]),
                *(row["conversation"] is not None, row["asked_at"], row["hypothesis"]),
            )
            for row in of(store, person)
        ),
        COLUMNS,
    )


def from_hunches(store: Store, person: int) -> pd.DataFrame:
    """Return the hunches with a question that isn't prepared for this person yet (N10).

    Returns
    -------
    DataFrame
        As `hypotheses.open_ones`.

    """
    there = {row["hypothesis"] for row in of(store, person)}
    df = hypotheses.open_ones(store)
    return df[(df["question"] != "") & ~df["id"].isin(there)].reset_index(drop=True)


def get(store: Store, question: int) -> Row:
    """Return one prepared question as the table has it.

    Raises
    ------
    NotFound
        There is no such question.

    """
    return rows.row(store, "question", question, "That question")


def of(store: Store, person: int) -> list[Row]:
    """Return what isn't asked yet, and what was asked in the conversation that runs, in order."""
    return store.rows(
        "SELECT q.* FROM question AS q LEFT JOIN conversation AS c ON c.id = q.conversation "
        "WHERE q.person = ? AND (c.id IS NULL OR c.ended_at IS NULL) ORDER BY q.position, q.id",
        (int(person),),
    )


def chosen(store: Store, person: int) -> list[Row]:
    """Return what is chosen for the first fifteen minutes."""
    return [r for r in of(store, person) if not r["reserve"] and r["part"] != Part.CLOSING]
