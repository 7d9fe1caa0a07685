"""The energy log: what the user did, what it gave or took, and which verbs to look for (R1)."""

import pandas as pd

from olenb.contacts.keys import folded
from olenb.core.errors import NotAllowed
from olenb.core.goal_terms import Energy, Engagement, Lean
from olenb.core.store import Store, today
from olenb.method.exercises.rows import needed, words
from olenb.method.frames import frame

ACTIVITIES = {
    "id": "int64",
    "what": "str",
    "verb": "str",
    "energy": "int64",
    "engagement": "int64",
    "done_on": "str",
}
VERBS = {"verb": "str", "times": "int64", "energy": "float64", "engagement": "float64"}


def note(
    store: Store, what: str, verb: str, *, energy: int, engagement: int, done_on: str = ""
) -> int:
    """Note something that the user did, and return the row's id.

    Parameters
    ----------
    store
        The open workbook.
    what
        What it was, such as "helped at the open day".
    verb
        What they were really doing, in a word, such as "explaining".
    energy
        From -2 (it drained me) to 2 (it gave me a lot), see `Energy`.
    engagement
        From 0 (my mind was elsewhere) to 3 (I lost track of time), see `Engagement`.
    done_on
        Its day; today where it is left out.

    Raises
    ------
    NotAllowed
        There are no words, or a number is out of its range.

    """
    said = needed(what, "What did you do? A few words are enough. Nothing was added yet.")
    if energy not in list(Energy) or engagement not in list(Engagement):
        raise NotAllowed(
            "Energy goes from -2 to 2, and how much you were in it from 0 to 3. "
            "Nothing was added yet."
        )
    with store.change("Noted something that you did") as change:
        return change.insert(
            "activity",
            what=said,
            verb=words(verb),
            energy=int(energy),
            engagement=int(engagement),
            done_on=done_on or today(),
        )


def activities(store: Store) -> pd.DataFrame:
    """Return the log, one row for each activity.

    Returns
    -------
    DataFrame
        id, what, verb, energy (-2 to 2), engagement (0 to 3), done_on.

    """
    return frame(
        store.rows(
            "SELECT id, what, verb, energy, engagement, done_on FROM activity ORDER BY done_on, id"
        ),
        ACTIVITIES,
    )


def verbs(store: Store) -> pd.DataFrame:
    """Return the verbs of the log; see `verbs_of`."""
    return verbs_of(activities(store))


def verbs_of(log: pd.DataFrame) -> pd.DataFrame:
    """Return the verbs of a log, those that give energy first.

    Parameters
    ----------
    log
        What `activities` returned, or a part of it.

    Returns
    -------
    DataFrame
        verb; times: in how many activities; energy and engagement: their means; lean: "seek"
        where they give energy and one is in it, "avoid" where they take energy and one isn't,
        "open" otherwise.

    """
    df = log[log["verb"] != ""]
    by = df.groupby(df["verb"].map(folded), sort=False)
    means = by[["energy", "engagement"]].mean()
    rows = zip(by["verb"].first(), by.size(), means["energy"], means["engagement"], strict=True)
    found = frame(rows, VERBS)
    said = zip(found["energy"], found["engagement"], strict=True)
    found["lean"] = pd.Series([lean(*each).value for each in said], dtype="str")
    return found.sort_values(
        ["energy", "engagement", "verb"], ascending=[False, False, True], ignore_index=True
    )


def lean(energy: float, engagement: float) -> Lean:
    """Return what to make of a verb; only where both point the same way is anything said.

    >>> lean(1.5, 3).value, lean(-1, 0.5).value, lean(2, 1).value
    ('seek', 'avoid', 'open')
    """
    if energy > 0 and engagement >= Engagement.INTO_IT:
        return Lean.SEEK
    if energy < 0 and engagement <= Engagement.HALF:
        return Lean.AVOID
    return Lean.OPEN
