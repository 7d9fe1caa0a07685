"""How answers changed, as a picture: for each question where it was, where it is, how sure."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Circle

from olenb.core.measure_terms import UNVALIDATED
from olenb.room.cohort_words import Told
from olenb.room.paired import Change
from olenb.views.canvas import FOOTER, MARGIN, Picture, drawing, page, write, write_title
from olenb.views.pictures.describe import Description
from olenb.views.pictures.layout import Label
from olenb.views.pictures.palette import Theme, theme

WIDE = 760.0
LEGEND = "empty before, filled then"
_ROW, _TOP, _SCALE = 34.0, 14.0, 40.0
_LEFT, _RIGHT, _RADIUS = 180.0, 170.0, 8.0


def change_figure(
    changes: Sequence[Change], told: Told, *, dark: bool = False, grey: bool = False
) -> Picture:
    """Draw the mean before as an empty dot and the mean then as a filled one, row by row.

    Parameters
    ----------
    changes
        What may be told; at least one.
    told
        The same in words and as a table.
    dark, grey
        Light on dark; for print.

    Returns
    -------
    Picture
        A matplotlib figure with its `description`.
    """
    colours = theme(dark=dark, grey=grey)
    with drawing():
        high = _TOP + _ROW * len(changes) + _SCALE
        figure, ax = page(_describe(changes, told), WIDE, high - FOOTER, colours)
        first, _, _ = told.sentence.partition(UNVALIDATED)  # the rest stands beside the picture
        write_title(ax, told.title, first.strip(), colours)
        bottom = _TOP + _ROW * len(changes)
        for step in range(0, 101, 25):
            x = _x(step)
            ax.plot([x, x], [_TOP, bottom], color=colours.hair, lw=1.0, zorder=0)
            write(ax, Label(str(step), x, bottom + 20, 12.0, anchor="middle"), colours.mute)
        write(ax, Label(LEGEND, MARGIN, bottom + 20, 12.0), colours.mute)
        for number, (one, row) in enumerate(zip(changes, told.rows, strict=True)):
            _draw(ax, one, row, _TOP + _ROW * (number + 0.5), colours)
    return figure


def _draw(ax: Axes, one: Change, row: Sequence[str], y: float, colours: Theme) -> None:
    write(ax, Label(one.item.short, MARGIN, y + 4.5, 13.0), colours.text)
    start, end = _x(one.before), _x(one.after)
    ax.plot([start, end], [y, y], color=colours.accent, lw=3.0, zorder=1)
    for x, filled in ((start, False), (end, True)):
        inside = colours.accent if filled else colours.ground
        dot = Circle((x, y), _RADIUS, fc=inside, ec=colours.accent, lw=2.0, zorder=2 + filled)
        ax.add_patch(dot)
    words = Label(f"{row[-2]} ({row[-1]})", WIDE - _RIGHT + 24, y + 4.5, 13.0)
    write(ax, words, colours.text)


def _x(value: float) -> float:
    return _LEFT + (WIDE - _LEFT - _RIGHT) * value / 100


def _describe(changes: Sequence[Change], told: Told) -> Description:
    alt = (
        f"{len(changes)} questions, each on a line from 0 to 100: an empty dot where the answers "
        "were on average before, a filled one where they are now, and the change beside it."
    )
    table = pd.DataFrame(list(told.rows), columns=list(told.columns), dtype="str")
    return Description(alt, told.sentence, table)
