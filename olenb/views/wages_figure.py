"""What people earn in an occupation, one area below the other (R1)."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Circle, Polygon, Rectangle

from olenb.method import market
from olenb.views.canvas import FOOTER, MARGIN, Picture, drawing, page, write, write_title
from olenb.views.pictures.layout import Label
from olenb.views.pictures.palette import Theme, mix, theme
from olenb.views.pictures.text import clean, fit, width, wrap
from olenb.views.wages_words import Wages, describe_wages

WIDE = 760
_LEFT, _RIGHT = 236.0, WIDE - 40.0
_ROW, _AXIS = 76.0, 30.0
_STEPS = (1, 2, 2.5, 5, 10)
_MOST_TICKS = 5
LEGEND = "Line: eight in ten. Bar: the middle half. Dot: half earn more, half less."


def wages_figure(shown: Wages, *, dark: bool = False, grey: bool = False) -> Picture:
    """Draw what people earn in an occupation.

    Parameters
    ----------
    shown
        The occupation and its areas.
    dark
        Light on dark.
    grey
        For print: black, grey and white, whatever `dark` says.

    Returns
    -------
    Picture
        A matplotlib figure, 760 pixels wide, with its `description`.
    """
    colours, described = theme(dark=dark, grey=grey), describe_wages(shown)
    rows = list(shown.figures.itertuples(index=False))
    high = _ROW * len(rows) + _AXIS
    scale = _Scale(_highest(shown.figures))
    with drawing():
        figure, ax = page(described, WIDE, high, colours)
        write_title(ax, f"What {clean(shown.title)} earn in a year", described.sentence, colours)
        _draw_axis(ax, shown, scale, high - _AXIS, colours)
        for number, row in enumerate(rows):
            _draw_row(ax, shown, row, _ROW * number, scale, colours)
        for number, words in enumerate((LEGEND, clean(shown.market.source))):
            foot = fit(words, WIDE - 2 * MARGIN, 11.0)
            write(ax, Label(foot, MARGIN, high + FOOTER - 26 + 16 * number, 11.0), colours.mute)
    return figure


class _Scale:
    """From nothing to a round amount at or above the highest wage."""

    def __init__(self, highest: float):
        self.step = _step(highest / _MOST_TICKS)
        self.end = self.step * max(-(-highest // self.step), 1)

    def x(self, amount: float) -> float:
        return _LEFT + (_RIGHT - _LEFT) * min(amount / self.end, 1.0)

    def ticks(self) -> list[float]:
        return [self.step * n for n in range(round(self.end / self.step) + 1)]


def _step(least: float) -> float:
    """Return a round step that isn't smaller than `least`."""
    size = 10 ** max(len(str(int(least))) - 1, 0)
    return next(size * step for step in _STEPS if size * step >= least)


def _highest(df: pd.DataFrame) -> float:
    amounts = df[list(market.WAGES)].max().dropna()
    return float(amounts.max()) if len(amounts) else 100_000.0


def _draw_axis(ax: Axes, shown: Wages, scale: _Scale, bottom: float, colours: Theme) -> None:
    for amount in scale.ticks():
        x = scale.x(amount)
        ax.plot([x, x], [4, bottom], color=colours.hair, lw=0.6, zorder=0)
        words = f"{shown.market.money}{amount:,.0f}"
        write(ax, Label(fit(words, 110, 11.0), x, bottom + 18, 11.0, "middle"), colours.mute)


def _draw_row(
    ax: Axes, shown: Wages, row: Any, top: float, scale: _Scale, colours: Theme
) -> None:
    room = _LEFT - MARGIN - 22
    lines = wrap(clean(row.area), room, 13.0, bold=True)
    for number, text in enumerate(lines):
        write(ax, Label(text, MARGIN, top + 26 + 16 * number, 13.0, bold=True), colours.text)
    people = "" if pd.isna(row.employment) else f"{market.about(row.employment)} people"
    y = top + 26 + 16 * len(lines)
    write(ax, Label(fit(people, room, 12.0), MARGIN, y, 12.0), colours.mute)
    if pd.isna(row.median):
        words = fit(row.remark, _RIGHT - _LEFT, 12.0)
        write(ax, Label(words, _LEFT, top + 38, 12.0), colours.mute)
        return
    _draw_range(ax, row, top + 38, scale, colours)
    _write_amounts(ax, shown, row, top + 38, scale, colours)


def _draw_range(ax: Axes, row: Any, y: float, scale: _Scale, colours: Theme) -> None:
    """Draw the line, the bar and the mark, as far as they are published."""
    if pd.notna(row.p10) and pd.notna(row.p90):
        ends = [scale.x(row.p10), scale.x(row.p90)]
        ax.plot(ends, [y, y], color=colours.accent, lw=2.2, solid_capstyle="butt", zorder=1)
        if row.p90 == market.TOP:
            tip = [(ends[1] + 9, y), (ends[1], y - 6), (ends[1], y + 6)]
            ax.add_patch(Polygon(tip, fc=colours.accent, lw=0, zorder=1))
    if pd.notna(row.p25) and pd.notna(row.p75):
        left, right = scale.x(row.p25), scale.x(row.p75)
        fill = mix(colours.accent, colours.ground, 0.35)
        bar = Rectangle((left, y - 8), right - left, 16, fc=fill, ec=colours.accent, lw=1)
        ax.add_patch(bar)
        bar.set_zorder(2)
    centre = (scale.x(row.median), y)
    ax.add_patch(Circle(centre, 6.5, fc=colours.text, ec=colours.ground, lw=1.2, zorder=3))


def _write_amounts(
    ax: Axes, shown: Wages, row: Any, y: float, scale: _Scale, colours: Theme
) -> None:
    """Write the middle amount above, the two ends below; together where there is no room."""
    middle = Label(shown.amount(row.median), scale.x(row.median), y - 14, 12.5, "middle", bold=True)
    write(ax, middle, colours.text)
    low, high = shown.amount(row.p10), shown.amount(row.p90)
    if not (low and high):
        return
    left, right = scale.x(row.p10), scale.x(row.p90)
    if right - left > width(low, 11.0) + width(high, 11.0) + 12:
        write(ax, Label(low, left, y + 24, 11.0), colours.mute)
        write(ax, Label(high, right, y + 24, 11.0, "end"), colours.mute)
        return
    words = Label(f"{low} to {high}", (left + right) / 2, y + 24, 11.0, "middle")
    write(ax, words, colours.mute)
