"""The energy log in words and as a table."""

from collections.abc import Sequence

import pandas as pd

from olenb.core.goal_terms import Energy, Engagement, Lean
from olenb.method.exercises.energy import verbs_of
from olenb.views.pictures.describe import Description
from olenb.views.pictures.text import clean
from olenb.views.pictures.words import counted

TITLE = "What gives me energy"
NOTHING = "Nothing in the log yet. The first thing that you did yesterday will do."
_NAMED = 3


def describe_energy(activities: pd.DataFrame) -> Description:
    """Return the picture in words.

    The table has one row for each activity: `What I did`, `What I was really doing`, `Energy`,
    `How much I was in it`, `Day`.

    Parameters
    ----------
    activities
        What `olenb.method.exercises.energy.activities` returned.
    """
    rows = [
        (
            *(row.what, row.verb),
            *(Energy(row.energy).label, Engagement(row.engagement).label, row.done_on),
        )
        for row in activities.itertuples(index=False)
    ]
    columns = ["What I did", "What I was really doing", "Energy", "How much I was in it", "Day"]
    table = pd.DataFrame(rows, columns=columns, dtype="str")
    if not rows:
        return Description(f"An empty picture. {NOTHING}", NOTHING, table)
    alt = (
        f"{counted(len(rows), 'activity', 'activities')}, each in a square: from the left to the "
        "right what it did to my energy, from below to the top how much I was in it."
    )
    return Description(alt, sentence(activities), table)


def sentence(activities: pd.DataFrame) -> str:
    """Say which verbs to look for, and which to leave to others, as far as the log says."""
    df = verbs_of(activities)
    seek = [clean(verb) for verb in df["verb"][df["lean"] == Lean.SEEK]]
    avoid = [clean(verb) for verb in df["verb"][df["lean"] == Lean.AVOID][::-1]]
    said = [
        f"More of this: {_few(seek)}." if seek else "",
        f"Less of this: {_few(avoid)}." if avoid else "",
    ]
    return " ".join(filter(None, said)) or "A few more days, and the log will show a direction."


def _few(verbs: Sequence[str]) -> str:
    named = list(verbs[:_NAMED])
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
