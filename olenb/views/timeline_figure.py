"""How the goals changed as a picture: a line of days, and along it what was said (R4)."""

from itertools import pairwise

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Circle

from olenb.core.goal_terms import GoalKind
from olenb.method.goal_history import FOUND
from olenb.views.canvas import FOOTER, MARGIN, Picture, drawing, page, write, write_title
from olenb.views.pictures.layout import Label
from olenb.views.pictures.palette import Theme, theme
from olenb.views.pictures.text import fit, wrap
from olenb.views.timeline_words import TITLE, Entry, day, describe_timeline, entries

WIDE = 760
MOST = 24
_LINE_X, _TEXT_X = 186.0, 214.0
_ROOM = WIDE - MARGIN - _TEXT_X
_HEAD, _BODY, _ASIDE, _AIR = 17.0, 18.0, 16.0, 16.0
# What is written into a mark of a finding: its shape says it without colour.
_SIGNS = {"It seems so": "+", "It seems not": "×", "Still unclear": "?"}
LEGEND = "+ speaks for it   × speaks against it   ? still unclear"


def timeline_figure(
    history: pd.DataFrame,
    sentence: str = "",
    *,
    names: bool = True,
    dark: bool = False,
    grey: bool = False,
) -> Picture:
    """Draw how the goals changed, the oldest change on top.

    Parameters
    ----------
    history
        What `olenb.method.goal_history.history` returned. More than 24 changes stand in the
        table only, the newest are drawn.
    sentence
        The same in one sentence.
    names
        Whether to say with whom a conversation was.
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
    >>> from olenb.method.goal_history import COLUMNS
    >>> timeline_figure(frame([], COLUMNS)).description.sentence
    "Nothing here yet. It begins with one thing that you're curious about."
    """
    colours = theme(dark=dark, grey=grey)
    described = describe_timeline(history, sentence, names=names)
    every = entries(history, names=names)
    shown = every[-MOST:]
    heights = [_height(entry) for entry in shown]
    earlier = len(every) - len(shown)
    top = 30.0 if earlier else 8.0
    with drawing():
        figure, ax = page(described, WIDE, top + sum(heights), colours)
        write_title(ax, TITLE, described.sentence, colours)
        if earlier:
            words = f"{earlier} earlier changes stand in the table."
            write(ax, Label(words, _TEXT_X, 16, 12.5), colours.mute)
        tops = [top + sum(heights[:number]) for number in range(len(shown))]
        _draw_line(ax, tops, colours)
        for place, entry in enumerate(shown):
            is_new = place == 0 or shown[place - 1].on != entry.on
            _draw(ax, entry, tops[place], colours, dated=is_new)
        if any(entry.kind == FOUND for entry in shown):
            y = top + sum(heights) + FOOTER - 16
            write(ax, Label(LEGEND, _TEXT_X, y, 12.5), colours.mute)
    return figure


def _lines(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what an entry says, in at most two lines, and its aside in at most three."""
    what = wrap(entry.what, _ROOM, 14.0, bold=_is_main(entry))
    aside = wrap(entry.aside, _ROOM, 12.5, lines=3) if entry.aside else ()
    return what, aside


def _is_main(entry: Entry) -> bool:
    return entry.kind in (GoalKind.CURIOSITY, GoalKind.PURPOSE)


def _height(entry: Entry) -> float:
    what, aside = _lines(entry)
    return _HEAD + _BODY * len(what) + _ASIDE * len(aside) + _AIR


def _draw_line(ax: Axes, tops: list[float], colours: Theme) -> None:
    for above, below in pairwise(tops):
        ax.plot([_LINE_X] * 2, [above + 10, below + 10], color=colours.hair, lw=1.6, zorder=1)


def _draw(ax: Axes, entry: Entry, top: float, colours: Theme, *, dated: bool) -> None:
    """Draw one entry: its day, its mark on the line, its words."""
    if dated:
        words = fit(day(entry.on), _LINE_X - MARGIN - 22, 12.5)
        write(ax, Label(words, _LINE_X - 20, top + 14, 12.5, "end"), colours.mute)
    _mark(ax, entry, (_LINE_X, top + 10), colours)
    what, aside = _lines(entry)
    y = top + 14
    write(ax, Label(fit(entry.heading, _ROOM, 12.5), _TEXT_X, y, 12.5), colours.mute)
    for words in what:
        y += _BODY
        write(ax, Label(words, _TEXT_X, y, 14.0, bold=_is_main(entry)), colours.text)
    for words in aside:
        y += _ASIDE
        write(ax, Label(words, _TEXT_X, y, 12.5), colours.mute)


def _mark(ax: Axes, entry: Entry, centre: tuple[float, float], colours: Theme) -> None:
    """Draw a mark: large and full for the goals, with a sign for findings, small for the rest."""
    if entry.kind == FOUND:
        sign = next((sign for says, sign in _SIGNS.items() if entry.what.startswith(says)), "?")
        ax.add_patch(Circle(centre, 10, fc=colours.ground, ec=colours.text, lw=1.4, zorder=2))
        x, y = centre
        write(ax, Label(sign, x, y + 5, 14.0, "middle", bold=True), colours.text)
        return
    radius = 8 if _is_main(entry) else 5
    fill = colours.accent if _is_main(entry) else colours.mute
    ax.add_patch(Circle(centre, radius, fc=fill, ec=colours.ground, lw=1.4, zorder=2))
