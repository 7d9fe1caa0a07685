"""The next two weeks as a picture: two columns of seven days, each with what is on it."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Rectangle

from olenb.views.canvas import MARGIN, Picture, drawing, page, write, write_title
from olenb.views.fortnight import TALK, TO_DO, Day, Entry, Fortnight, describe
from olenb.views.pictures.layout import Label
from olenb.views.pictures.palette import Theme, mix, theme
from olenb.views.pictures.text import fit, shown_name, width

TITLE = "Your next two weeks"
SHOWN = 5
_WIDE, _WEEK = 780.0, 7
_GAP = 20.0
_COLUMN = (_WIDE - 2 * MARGIN - _GAP) / 2
_LINE, _AIR = 20.0, 5.0
_TEXT, _SMALL = 13.0, 12.0
_DATE = 104.0  # where the things of a day begin, right of its date
_RADIUS = 4.5


def fortnight_figure(shown: Fortnight, *, dark: bool = False, grey: bool = False) -> Picture:
    """Draw the next two weeks.

    Parameters
    ----------
    shown
        As `fortnight` returns them; more than five things on a day stand in the table only.
    dark
        Light on dark.
    grey
        For print: black, grey and white, whatever `dark` says.

    Returns
    -------
    Picture
        A matplotlib figure, 780 pixels wide, with its `description`.

    Examples
    --------
    >>> from datetime import date
    >>> day = Day(date(2026, 11, 26), "", (Entry("Thank Maya", "Maya Okafor", "4 pm", TO_DO),))
    >>> fortnight_figure(Fortnight((day,) * 14)).description.alt
    'A calendar of two weeks with 14 things to do on 14 days.'
    """
    colours, described = theme(dark=dark, grey=grey), describe(shown)
    weeks = shown.days[:_WEEK], shown.days[_WEEK:]
    high = max(sum(map(_height, week)) for week in weeks)
    with drawing():
        figure, ax = page(described, _WIDE, high, colours)
        write_title(ax, TITLE, described.sentence, colours)
        for place, week in enumerate(weeks):
            _draw_week(ax, week, MARGIN + place * (_COLUMN + _GAP), colours)
        _outline(ax, (MARGIN, 0.0), _COLUMN, _height(shown.days[0]), colours)
        _legend(ax, high + 30, colours)
    return figure


def _height(day: Day) -> float:
    """Return how much room a day needs."""
    lines = min(len(day.entries), SHOWN) + (len(day.entries) > SHOWN) + bool(day.closed)
    return max(lines, 1) * _LINE + 2 * _AIR


def _draw_week(ax: Axes, week: Sequence[Day], left: float, colours: Theme) -> None:
    top = 0.0
    for day in week:
        _draw_day(ax, day, (left, top), colours)
        top += _height(day)


def _draw_day(ax: Axes, day: Day, at: tuple[float, float], colours: Theme) -> None:
    """Draw a day's ground, its date, and what is on it from top to bottom."""
    left, top = at
    ground = mix(colours.mute, colours.ground, 0.1) if day.closed else colours.ground
    box = Rectangle(at, _COLUMN, _height(day), fc=ground, ec=colours.hair, lw=0.8, zorder=1)
    ax.add_patch(box)
    y = top + _AIR + 15
    write(ax, Label(day.label, left + 10, y, _TEXT, bold=True), colours.text)
    if day.closed:
        words = fit(day.closed, _COLUMN - _DATE - 20, _SMALL)
        write(ax, Label(words, left + _DATE + 16, y, _SMALL), colours.mute)
        y += _LINE
    for entry in day.entries[:SHOWN]:
        _draw_entry(ax, entry, (left + _DATE, y), colours)
        y += _LINE
    if (more := len(day.entries) - SHOWN) > 0:
        words = f"and {more} more, in the table"
        write(ax, Label(words, left + _DATE + 16, y, _SMALL), colours.mute)


def _draw_entry(ax: Axes, entry: Entry, at: tuple[float, float], colours: Theme) -> None:
    """Draw one thing: its mark, what it is, and its hour at the end of what it is."""
    x, y = at
    _mark(ax, entry.kind, (x + 4, y - 5), colours)
    when = f"  {entry.when}" if entry.when else ""
    room = _COLUMN - _DATE - 26 - width(when, _SMALL)
    what = fit(shown_name(entry.what), room, _TEXT)
    write(ax, Label(what, x + 16, y, _TEXT), colours.text)
    write(ax, Label(when.strip(), x + _COLUMN - _DATE - 10, y, _SMALL, "end"), colours.mute)


def _mark(ax: Axes, kind: str, centre: tuple[float, float], colours: Theme) -> None:
    """Draw a full dot for a conversation, an open one for something to do."""
    face = colours.accent if kind == TALK else colours.ground
    ax.add_patch(Circle(centre, _RADIUS, fc=face, ec=colours.accent, lw=1.4, zorder=3))


def _outline(ax: Axes, at: tuple[float, float], wide: float, high: float, colours: Theme) -> None:
    ax.add_patch(Rectangle(at, wide, high, fc="none", ec=colours.accent, lw=2.0, zorder=4))


def _legend(ax: Axes, y: float, colours: Theme) -> None:
    """Say what the marks mean."""
    x = MARGIN
    for kind, words in ((TALK, "a conversation"), (TO_DO, "something to do")):
        _mark(ax, kind, (x + 6, y - 5), colours)
        write(ax, Label(words, x + 18, y, _SMALL), colours.mute)
        x += 44 + width(words, _SMALL)
    _outline(ax, (x, y - 12), 20, 14, colours)
    write(ax, Label("today", x + 28, y, _SMALL), colours.mute)
