"""A day of shadowing as a picture: energy as a line, and below it what was done when (R46)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from math import ceil

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Rectangle

from olenb.core.goal_terms import Energy
from olenb.core.spoken import spoken
from olenb.method.due.words import clock
from olenb.method.opportunities.spans import Doing, Span, by_day, doings, how_long
from olenb.views.canvas import FOOTER, MARGIN, Picture, drawing, page, write, write_title
from olenb.views.day_words import TITLE, describe_day
from olenb.views.pictures.layout import Label
from olenb.views.pictures.palette import Theme, contrast, theme
from olenb.views.pictures.text import fit, shown_name, width
from olenb.views.pictures.words import IN_TABLE

DAYS_DRAWN, DOINGS_NAMED = 3, 14
WIDE = 760
_LEFT = 128.0
_HEAD, _LEVEL, _STRIP, _HOURS, _GAP, _LINE = 34.0, 26.0, 40.0, 28.0, 20.0, 24.0
_ENERGY = _LEVEL * (len(Energy) - 1)
_AXIS = {Energy.GAVE_MUCH: "gave energy", Energy.NEITHER: "neither", Energy.DRAINED: "drained"}
_ROOM_FOR_A_NUMBER = 16
_TOP = 10.0  # room below a sentence of two lines
_NARROWEST_HOUR = 60.0  # where hours are narrower, only every other one is named
_TWO_COLUMNS = 1000.0  # from this width on


@dataclass(frozen=True)
class _Hours:
    """From which full hour to which, and where a time lies between the margins."""

    start: datetime
    end: datetime
    right: float

    def x(self, at: datetime) -> float:
        return _LEFT + (self.right - _LEFT) * ((at - self.start) / (self.end - self.start))

    def named(self) -> list[datetime]:
        count = round((self.end - self.start) / timedelta(hours=1))
        step = ceil(_NARROWEST_HOUR * count / (self.right - _LEFT))
        return [self.start + timedelta(hours=n) for n in range(0, count + 1, step)]


def day_figure(
    spans: Sequence[Span], *, dark: bool = False, grey: bool = False, wide: float = WIDE
) -> Picture:
    """Draw a day of shadowing.

    Parameters
    ----------
    spans
        As `spans.spans_of` returns them. More than three days, and more than fourteen different
        doings, stand in the table only.
    dark
        Light on dark.
    grey
        For print: black, grey and white, whatever `dark` says.
    wide
        In pixels, 600 or more; what is wider than a page of text is shown smaller.

    Returns
    -------
    Picture
        A matplotlib figure with its `description`.

    Examples
    --------
    >>> day_figure([]).description.sentence
    'No moment yet. Note the first one, and the day will show here.'
    """
    colours, described = theme(dark=dark, grey=grey), describe_day(spans)
    days = by_day(spans)[:DAYS_DRAWN]
    listed = doings(span for day in days for span in day)
    rows = ceil(min(len(listed), DOINGS_NAMED) / _columns(wide)) + (len(listed) > DOINGS_NAMED)
    with drawing():
        tops = [*accumulate(map(_panel, days), initial=_TOP)]
        high = tops[-1] + _LINE * rows - FOOTER + MARGIN
        figure, ax = page(described, wide, high, colours)
        write_title(ax, TITLE, described.sentence, colours)
        numbers = {doing.name: doing.number for doing in listed}
        for day, top in zip(days, tops, strict=False):
            _draw_day(ax, day, numbers, top, colours)
        _list(ax, listed, tops[-1], colours)
    return figure


def _felt(day: Sequence[Span]) -> bool:
    return any(span.moment.energy is not None for span in day)


def _panel(day: Sequence[Span]) -> float:
    """Return the height of one day; without a word on energy there is no line of it."""
    return _HEAD + (_ENERGY + _GAP if _felt(day) else 0) + _STRIP + _HOURS + _GAP


def _draw_day(
    ax: Axes, day: Sequence[Span], numbers: Mapping[str, int], top: float, colours: Theme
) -> None:
    """Draw one day: its date, the energy, the strip, the hours."""
    hours = _hours_of(day, ax.get_xlim()[1] - MARGIN)
    date = Label(spoken(day[0].start.date().isoformat()), MARGIN, top + 12, 13.0, bold=True)
    write(ax, date, colours.text)
    strip = top + _HEAD
    if _felt(day):
        strip += _ENERGY + _GAP
        _draw_energy(ax, day, hours, strip - _GAP, colours)
    for span in day:
        ends = hours.x(span.start), hours.x(span.end)
        _draw_block(ax, numbers[span.name], ends, strip, colours)
    for hour in hours.named():
        x, foot = hours.x(hour), strip + _STRIP
        ax.plot([x, x], [foot, foot + 5], color=colours.mute, lw=1.0)
        # The last one would stand over the edge.
        at = min(x, hours.right - width(clock(hour), 11.5) / 2)
        write(ax, Label(clock(hour), at, foot + 19, 11.5, "middle"), colours.mute)


def _draw_energy(
    ax: Axes, day: Sequence[Span], hours: _Hours, floor: float, colours: Theme
) -> None:
    """Draw a line for each level, and a dot where something was said, joined in their order."""
    for level in Energy:
        y = _height(floor, level)
        ax.plot([_LEFT, hours.right], [y, y], color=colours.hair, lw=1.2 if level == 0 else 0.5)
        if level in _AXIS:
            write(ax, Label(_AXIS[level], _LEFT - 12, y + 4, 12.0, "end"), colours.mute)
    dots = [
        (hours.x(span.start + (span.end - span.start) / 2), _height(floor, span.moment.energy))
        for span in day
        if span.moment.energy is not None
    ]
    if dots:
        xs, ys = zip(*dots, strict=True)
        ax.plot(xs, ys, color=colours.accent, lw=1.8, zorder=2)
    for dot in dots:
        ax.add_patch(Circle(dot, 5.0, fc=colours.accent, ec=colours.ground, lw=1.0, zorder=3))


def _draw_block(
    ax: Axes, number: int, ends: tuple[float, float], top: float, colours: Theme
) -> None:
    """Draw one span of the strip with the number that the list explains."""
    left, right = ends
    colour = colours.circle(number - 1)
    wide = max(right - left - 1.6, 1.0)
    ax.add_patch(Rectangle((left + 0.8, top), wide, _STRIP, fc=colour, lw=0))
    if number <= DOINGS_NAMED and wide >= _ROOM_FOR_A_NUMBER:
        ink = max((colours.ground, colours.text), key=lambda one: contrast(one, colour))
        middle = Label(f"{number}", (left + right) / 2, top + _STRIP / 2 + 5, 13.0, "middle", True)
        write(ax, middle, ink)


def _list(ax: Axes, listed: Sequence[Doing], top: float, colours: Theme) -> None:
    """Say what each number means and how long it was, read line by line."""
    wide = ax.get_xlim()[1]
    columns = _columns(wide)
    room = (wide - 2 * MARGIN) / columns
    for place, doing in enumerate(listed[:DOINGS_NAMED]):
        x, y = MARGIN + room * (place % columns), top + _LINE * (place // columns) + 10
        write(ax, Label(f"{doing.number}", x + 20, y, 13.0, "end", bold=True), colours.text)
        words = fit(shown_name(doing.name), room - 150, 13.0)
        write(ax, Label(words, x + 32, y, 13.0), colours.text)
        write(ax, Label(how_long(doing.minutes), x + room - 26, y, 12.0, "end"), colours.mute)
    left = len(listed) - DOINGS_NAMED
    if left > 0:
        y = top + _LINE * ceil(DOINGS_NAMED / columns) + 10
        more = Label(f"and {left} more {IN_TABLE}", MARGIN + 32, y, 13.0)
        write(ax, more, colours.mute)


def _columns(wide: float) -> int:
    return 2 if wide >= _TWO_COLUMNS else 1


def _height(floor: float, energy: Energy) -> float:
    return floor - _LEVEL * (energy - min(Energy))


def _hours_of(day: Sequence[Span], right: float) -> _Hours:
    """Return the full hours around a day."""
    start = day[0].start.replace(minute=0, second=0)
    last = max(span.end for span in day)
    end = last.replace(minute=0, second=0)
    return _Hours(start, end if end == last else end + timedelta(hours=1), right)
