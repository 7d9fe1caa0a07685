"""A day of shadowing in words: a text alternative, one sentence, and a table of every moment."""

from collections.abc import Sequence

import pandas as pd

from olenb.core.spoken import spoken
from olenb.method.due.words import clock
from olenb.method.opportunities.log import Moment
from olenb.method.opportunities.spans import Span, by_day, doings, how_long
from olenb.views.pictures.describe import Description
from olenb.views.pictures.text import fit, shown_name, whole
from olenb.views.pictures.words import counted

TITLE = "The day, and your energy"
EMPTY = "No moment yet. Note the first one, and the day will show here."
_LONGEST_NAME = 420.0
COLUMNS = ("Day", "Time", "What was done", "With whom", "With what", "My energy", "Between us")


def describe_day(spans: Sequence[Span]) -> Description:
    """Return the picture in words.

    The table has one row for each moment: `Time`, `What was done`, `With whom`, `With what`, `My
    energy`; `Day` before them where there are several, and `Between us` after them where
    something is.

    Parameters
    ----------
    spans
        As `spans.spans_of` returns them.
    """
    table = _table(spans)
    if not spans:
        return Description(f"An empty picture. {EMPTY}", EMPTY, table)
    days = by_day(spans)
    alt = (
        f"A line of my energy and a strip of what was done, in "
        f"{counted(len(spans), 'moment', 'moments')} on {counted(len(days), 'day', 'days')}, "
        f"from {clock(spans[0].start)} to {clock(spans[-1].end)}."
    )
    return Description(alt, _sentence(spans), table)


def _sentence(spans: Sequence[Span]) -> str:
    """Say what took most time, and where the energy was."""
    longest = max(doings(spans), key=lambda doing: doing.minutes)
    name = fit(shown_name(longest.name), _LONGEST_NAME, 13.0)
    said = [f"Most of the time: {name} ({how_long(longest.minutes)})."]
    felt = [span.moment for span in spans if span.moment.energy is not None]
    if felt:
        best, worst = (pick(felt, key=lambda one: one.energy or 0) for pick in (max, min))
        if best.energy == worst.energy:
            said.append("My energy was the same all day.")
        else:
            said.append(f"Most energy at {clock(best.at)}, least at {clock(worst.at)}.")
    return " ".join(said)


def _table(spans: Sequence[Span]) -> pd.DataFrame:
    table = pd.DataFrame([_row(span.moment) for span in spans], columns=list(COLUMNS))
    dull = [] if len(by_day(spans)) > 1 else ["Day"]
    if not any(span.moment.confidential for span in spans):
        dull.append("Between us")
    return table.drop(columns=dull)


def _row(one: Moment) -> tuple[str, ...]:
    return (
        spoken(one.at.date().isoformat()),
        clock(one.at),
        *map(whole, (one.task, one.people, one.tools)),
        one.energy.label if one.energy is not None else "",
        "yes" if one.confidential else "",
    )
