"""How the goals changed, in words: the entries of the timeline, and the same as a table (R4)."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from olenb.core.spoken import spoken
from olenb.method.goal_history import FOUND, HUNCH, KINDS, NOTHING, TARGET
from olenb.views.pictures.describe import Description
from olenb.views.pictures.text import clean
from olenb.views.pictures.words import counted

TITLE = "How my goals changed"
TOGETHER = (TARGET, HUNCH)
"""Kinds of which a whole day is one entry."""
_NAMED = 4


@dataclass(frozen=True)
class Entry:
    """One thing that changed on one day.

    Parameters
    ----------
    on
        The day, ISO 8601.
    kind
        One of `goal_history.KINDS`.
    heading
        What kind of change it is, in words.
    what
        What was said.
    aside
        What it was before, whom it came from, and why, as far as that is known.
    """

    on: str
    kind: str
    heading: str
    what: str
    aside: str = ""


def entries(history: pd.DataFrame, *, names: bool = True) -> list[Entry]:
    """Return what changed, the oldest first, with a day's new places and hunches together.

    Parameters
    ----------
    history
        What `goal_history.history` returned, or a part of it.
    names
        Whether to say with whom a conversation was.
    """
    found: list[Entry] = []
    for (on, kind), group in history.groupby(["on", "kind"], sort=False):
        rows = list(group.itertuples(index=False))
        if kind in TOGETHER and len(rows) > 1:
            found.append(Entry(on, kind, KINDS[kind], _list([clean(row.what) for row in rows])))
            continue
        for row in rows:
            aside = "; ".join(_aside(row, names=names))
            found.append(Entry(on, kind, KINDS[kind], clean(row.what), aside))
    return found


def describe_timeline(history: pd.DataFrame, sentence: str, *, names: bool = True) -> Description:
    """Return the picture in words.

    The table has one row for each change: `Day`, `What`, `In my words`, `Before`, `Plan`,
    `Why`, and, with names, `After talking with`.

    Parameters
    ----------
    history, names
        As for `entries`.
    sentence
        What `goal_history.sentence` returned.
    """
    table = pd.DataFrame(
        {
            "Day": history["on"],
            "What": history["kind"].map(KINDS),
            "In my words": history["what"],
            "Before": history["before"],
            "Plan": history["plan"],
            "Why": history["because"],
        },
        dtype="str",
    )
    if names:
        table["After talking with"] = history["person"]
    if history.empty:
        return Description(f"An empty timeline. {NOTHING}", NOTHING, table)
    days = history["on"].nunique()
    alt = (
        f"A line of days with {counted(len(history), 'change', 'changes')} on "
        f"{counted(days, 'day', 'days')}, the oldest on top; what conversations said is marked."
    )
    return Description(alt, sentence, table)


def day(on: str) -> str:
    """Return a day for the margin of the picture, "" as such."""
    return spoken(on, short=True) if on else "some day"


def _aside(row: pd.Series, *, names: bool) -> Iterator[str]:
    if row.kind == FOUND and row.before:
        yield f"so far: {row.before}"
    elif row.before:
        yield f"before: {clean(row.before)}"
    if pd.notna(row.conversation_id):
        who = f" with {clean(row.person)}" if names else ""
        when = f" on {spoken(row.held_on)}" if row.held_on else ""
        yield f"after a conversation{who}{when}"
    if row.plan:
        yield f"after a plan of mine: {row.plan.lower()}"
    if row.because:
        yield clean(row.because)


def _list(names: list[str]) -> str:
    more = len(names) - _NAMED
    return "; ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
