"""The energy log as a picture: what took energy on the left, what gave it on the right (R1)."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch, Rectangle

from olenb.core.goal_terms import Energy, Engagement, Lean
from olenb.method.exercises.energy import lean
from olenb.views.canvas import FOOTER, MARGIN, Picture, drawing, page, write, write_title
from olenb.views.energy_words import TITLE, describe_energy
from olenb.views.pictures.layout import Label
from olenb.views.pictures.palette import Theme, mix, theme
from olenb.views.pictures.text import clean, fit, wrap

WIDE = 760
SHOWN_IN_A_SQUARE = 4
_LEFT, _TOP = 112.0, 4.0
_COLUMN = (WIDE - MARGIN - _LEFT) / len(Energy)
_LINE, _AIR = 18.5, 14.0
_LOOKS = {Lean.SEEK: 0.16, Lean.AVOID: 0.10, Lean.OPEN: 0.0}

Squares = dict[tuple[int, int], list[str]]


def energy_figure(activities: pd.DataFrame, *, dark: bool = False, grey: bool = False) -> Picture:
    """Draw the energy log: each activity in the square of its two answers.

    Parameters
    ----------
    activities
        What `olenb.method.exercises.energy.activities` returned.
    dark
        Light on dark.
    grey
        For print: black, grey and white, whatever `dark` says.

    Returns
    -------
    Picture
        A matplotlib figure, 760 pixels wide, with its `description`.

    Examples
    --------
    >>> from olenb.method.frames import frame
    >>> from olenb.method.exercises.energy import ACTIVITIES
    >>> energy_figure(frame([], ACTIVITIES)).description.sentence
    'Nothing in the log yet. The first thing that you did yesterday will do.'
    """
    colours, described = theme(dark=dark, grey=grey), describe_energy(activities)
    squares: Squares = {}
    for row in activities.itertuples(index=False):
        squares.setdefault((row.energy, row.engagement), []).append(clean(row.what))
    tops = _tops(squares)
    high = tops[0] + _row_height(squares, 0)
    with drawing():
        figure, ax = page(described, WIDE, high, colours)
        write_title(ax, TITLE, described.sentence, colours)
        for engagement in Engagement:
            _draw_row(ax, squares, engagement, tops[engagement], colours)
        y, right = high + 20, WIDE - MARGIN
        write(ax, Label("it took energy", _LEFT, y, 13.0, bold=True), colours.text)
        write(ax, Label("it gave energy", right, y, 13.0, "end", bold=True), colours.text)
        write(ax, Label("neither", (_LEFT + right) / 2, y, 13.0, "middle"), colours.mute)
        ax.plot([_LEFT, WIDE - MARGIN], [high + 3, high + 3], color=colours.mute, lw=1.0)
        note = "Marked: where energy and attention point the same way."
        write(ax, Label(note, MARGIN, high + FOOTER - 6, 12.0), colours.mute)
    return figure


def _tops(squares: Squares) -> dict[int, float]:
    """Return where each row begins, the one that one was lost in on top."""
    tops, y = {}, _TOP
    for engagement in reversed(Engagement):
        tops[int(engagement)] = y
        y += _row_height(squares, engagement)
    return tops


def _row_height(squares: Squares, engagement: int) -> float:
    most = max((len(squares.get((energy, engagement), ())) for energy in Energy), default=0)
    lines = min(most, SHOWN_IN_A_SQUARE) + (most > SHOWN_IN_A_SQUARE)
    return _AIR + _LINE * max(2 * lines, 2)


def _x(energy: int) -> float:
    return _LEFT + _COLUMN * (energy - Energy.DRAINED)


def _draw_row(
    ax: Axes, squares: Squares, engagement: Engagement, top: float, colours: Theme
) -> None:
    """Draw one row of squares with what is in them."""
    high = _row_height(squares, engagement)
    lines = wrap(engagement.label, _LEFT - MARGIN - 10, 12.5, lines=2)
    for number, words in enumerate(lines):
        y = top + high / 2 + 4 + 15 * (number - (len(lines) - 1) / 2)
        write(ax, Label(words, MARGIN, y, 12.5), colours.mute)
    for energy in Energy:
        share = _LOOKS[lean(energy, engagement)]
        ground = mix(colours.accent if energy > 0 else colours.mute, colours.ground, share)
        square = Rectangle((_x(energy), top), _COLUMN, high, fc=ground, ec=colours.hair, lw=0.6)
        ax.add_patch(square)
        _draw_square(ax, squares.get((energy, engagement), []), _x(energy), top, colours)


def _draw_square(ax: Axes, names: list[str], left: float, top: float, colours: Theme) -> None:
    """Write what is in a square, two lines each, and how many more there are."""
    y = top + _AIR / 2
    room = _COLUMN - 19
    for name in names[:SHOWN_IN_A_SQUARE]:
        dot = FancyBboxPatch((left + 7, y + 6), 3, 3, boxstyle="circle,pad=0.6")
        dot.set(fc=colours.accent, lw=0)
        ax.add_patch(dot)
        for number, words in enumerate(wrap(name, room, 12.0)):
            write(ax, Label(words, left + 16, y + 12 + 15 * number, 12.0), colours.text)
        y += 2 * _LINE
    if len(names) > SHOWN_IN_A_SQUARE:
        words = fit(f"and {len(names) - SHOWN_IN_A_SQUARE} more", room, 12.0)
        write(ax, Label(words, left + 16, y + 12, 12.0), colours.mute)
