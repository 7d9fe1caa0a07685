"""The target grid: the whole list side by side, what draws the user first (R3).

Motivation comes first, then how often it is seen posted, then how many people could open it. A
square that was left empty is unknown, so it stands after those that say something, and is never
counted as nothing.
"""

import pandas as pd

from olenb.contacts import frames
from olenb.core import rules
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.core.terms import Kind
from olenb.network import routes

MOTIVATION = ("not really", "a little", "I'd like it", "I'd love it")
POSTING = ("never", "once or twice", "now and then", "often")
"""What 0 to 3 mean, as the screen says it."""


def rate(store: Store, target: int, **squares: int | None) -> None:
    """Say how much the user would like a target, and how often they saw it posted.

    Parameters
    ----------
    store
        The open workbook.
    target
        Its id.
    **squares
        `motivation` and `posting`, each from 0 to 3; None empties the square.

    Raises
    ------
    NotAllowed
        A number is out of its range.
    NotFound
        There is no such target.

    """
    if store.one("SELECT 1 FROM target WHERE id = ?", (target,)) is None:
        raise NotFound("That one is no longer on your list. Nothing was changed.")
    sound = set(squares) <= {"motivation", "posting"} and all(
        value is None or value in range(len(MOTIVATION)) for value in squares.values()
    )
    if not sound:
        raise NotAllowed("A square goes from 0 to 3. Nothing was changed.")
    with store.change("Filled in a square of the grid") as change:
        change.update("target", target, **squares)


def grid(store: Store) -> pd.DataFrame:
    """Return the whole list, the target that draws the user most first.

    Returns
    -------
    DataFrame
        id, target (in words), motivation and posting (0 to 3, <NA>: not said), people: how many
        are there or could introduce the user there; active.

    """
    df = frames.targets(store)[["id", "target", "active"]]
    said = {
        row["id"]: (row["motivation"], row["posting"])
        for row in store.rows("SELECT id, motivation, posting FROM target")
    }
    people = _people(store)
    df = df.assign(
        motivation=pd.Series([said[one][0] for one in df["id"]], dtype="Int64"),
        posting=pd.Series([said[one][1] for one in df["id"]], dtype="Int64"),
        people=pd.Series([len(people.get(one, ())) for one in df["id"]], dtype="int64"),
    )
    order = ["motivation", "posting", "people"]
    ranked = df.sort_values(order, ascending=False, na_position="last", kind="stable")
    return ranked[["id", "target", *order, "active"]].reset_index(drop=True)


def activate_first(store: Store) -> int:
    """Make the first few of the grid the active ones and let the others wait; return how many."""
    first = set(grid(store)["id"].head(rules.ACTIVE_TARGETS.value))
    with store.change("Made the first of the grid the active ones") as change:
        for row in store.rows("SELECT id, active FROM target"):
            if row["active"] != (row["id"] in first):
                change.update("target", row["id"], active=int(row["id"] in first))
    return len(first)


def _people(store: Store) -> dict[int, set[int]]:
    """Return who of the user's people is at a target or could introduce them there."""
    found: dict[int, set[int]] = {}
    for row in routes.ask(store).plain.itertuples(index=False):
        if row.kind == Kind.DIRECT:
            found.setdefault(row.target_id, set()).add(row.person_id)
        elif row.kind == Kind.INTRODUCTION:
            found.setdefault(row.target_id, set()).update((row.introducer_id, *row.also_ids))
    return found
