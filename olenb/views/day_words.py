"""A day of shadowing in words: a text alternative, one sentence, and a table of every moment."""

from collections.abc import Sequence

import pandas as pd

from olenb.core.spoken import spoken
from olenb.method.due.words import clock
from olenb.method.opportunities.log import Moment
from olenb.method.opportunities.spans import by_day, doings, how_long, spans_of
from olenb.views.pictures.describe import Description
from olenb.views.pictures.text import fit, shown_name, whole
from olenb.views.pictures.words import counted

TITLE = "The day, and your energy"
EMPTY = "No moment yet. Note the first one, and the day will show here."
_LONGEST_NAME = 420.0
COLUMNS = ("Day", "Time", "What was done", "With whom", "With what", "My energy", "Between us")


def describe_day(moments: Sequence[Moment]) -> Description:
    """Return the picture in words.

    The table has one row for each moment: `Day`, `Time`, `What was done`, `With whom`, `With
    what`, `My energy`, `Between us`.

    Parameters
    ----------
    moments
        As `log.moments` returns them.
    """
    rows = [_row(moment) for moment in moments]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    if not moments:
        return Description(f"An empty picture. {EMPTY}", EMPTY, table)
    spans = spans_of(moments)
    days = by_day(spans)
    alt = (
        f"A line of my energy and a strip of what was done, in "
        f"{counted(len(moments), 'moment', 'moments')} on {counted(len(days), 'day', 'days')}, "
        f"from {clock(spans[0].start)} to {clock(spans[-1].end)}."
    )
    return Description(alt, _sentence(moments), table)


def _sentence(moments: Sequence[Moment]) -> str:
    """Say what took most time, and where the energy was."""
    longest = max(doings(spans_of(moments)), key=lambda doing: doing.minutes)
    name = fit(shown_name(longest.name), _LONGEST_NAME, 13.0)
    said = [f"Most of the time: {name} ({how_long(longest.minutes)})."]
    felt = [one for one in moments if one.energy is not None]
    if felt:
        best, worst = (pick(felt, key=lambda one: one.energy or 0) for pick in (max, min))
        if best.energy == worst.energy:
            said.append("My energy was the same all day.")
        else:
            said.append(f"Most energy at {clock(best.at)}, least at {clock(worst.at)}.")
    return " ".join(said)


def _row(one: Moment) -> tuple[str, ...]:
    return (
        spoken(one.at.date().isoformat()),
        clock(one.at),
        *map(whole, (one.task, one.people, one.tools)),
        one.energy.label if one.energy is not None else "",
        "yes" if one.confidential else "",
    )
