"""What people earn in an occupation, one area below the other (R1)."""

from dataclasses import dataclass
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
    with drawing():
        figure, ax = page(described, WIDE, high, colours)
        write_title(ax, f"What {clean(shown.title)} earn in a year", described.sentence, colours)
        plot = _Plot(ax, shown, _Scale(_highest(shown.figures)), colours)
        plot.axis(high - _AXIS)
        for number, row in enumerate(rows):
            plot.area(row, _ROW * number)
        for number, words in enumerate((LEGEND, clean(shown.market.source))):
            foot = fit(words, WIDE - 2 * MARGIN, 12.0)
            write(ax, Label(foot, MARGIN, high + FOOTER - 26 + 16 * number, 12.0), colours.mute)
    return figure


class _Scale:
    """From nothing to a round amount at or above the highest wage."""

    def __init__(self, highest: float):
        self.step: float = _step(highest / _MOST_TICKS)
        self.end: float = self.step * max(-(-highest // self.step), 1)

    def x(self, amount: float) -> float:
        share: float = min(float(amount) / self.end, 1.0)
        return _LEFT + (_RIGHT - _LEFT) * share

    def ticks(self) -> list[float]:
        return [self.step * n for n in range(round(self.end / self.step) + 1)]


def _step(least: float) -> float:
    """Return a round step that isn't smaller than `least`."""
    size = float(10 ** max(len(str(int(least))) - 1, 0))
    return next(size * step for step in _STEPS if size * step >= least)


def _highest(df: pd.DataFrame) -> float:
    amounts = df[list(market.WAGES)].max().dropna()
    return float(amounts.max()) if len(amounts) else 100_000.0


@dataclass(frozen=True)
class _Plot:
    """Draws one area after the other on one scale."""

    ax: Axes
    shown: Wages
    scale: _Scale
    colours: Theme

    def axis(self, bottom: float) -> None:
        """Draw the round amounts, and a hair line up from each."""
        for amount in self.scale.ticks():
            x = self.scale.x(amount)
            self.ax.plot([x, x], [4, bottom], color=self.colours.hair, lw=0.6, zorder=0)
            words = fit(f"{self.shown.market.money}{amount:,.0f}", 110, 12.0)
            write(self.ax, Label(words, x, bottom + 18, 12.0, "middle"), self.colours.mute)

    def area(self, row: Any, top: float) -> None:
        """Draw what is known of one area, and write its name and how many people it counts."""
        room = _LEFT - MARGIN - 22
        lines = wrap(clean(row.area), room, 13.0, bold=True)
        for number, text in enumerate(lines):
            label = Label(text, MARGIN, top + 26 + 16 * number, 13.0, bold=True)
            write(self.ax, label, self.colours.text)
        people = "" if pd.isna(row.employment) else f"{market.about(row.employment)} people"
        y = top + 26 + 16 * len(lines)
        write(self.ax, Label(fit(people, room, 12.5), MARGIN, y, 12.5), self.colours.mute)
        if pd.isna(row.median):
            words = fit(row.remark, _RIGHT - _LEFT, 12.0)
            write(self.ax, Label(words, _LEFT, top + 38, 12.0), self.colours.mute)
            return
        self._marks(row, top + 38)
        self._amounts(row, top + 38)

    def _marks(self, row: Any, y: float) -> None:
        """Draw the line, the bar and the dot, as far as they are published."""
        accent = self.colours.accent
        if pd.notna(row.p10) and pd.notna(row.p90):
            ends = [self.scale.x(row.p10), self.scale.x(row.p90)]
            self.ax.plot(ends, [y, y], color=accent, lw=2.2, solid_capstyle="butt", zorder=1)
            if self.shown.amount(row.p90).endswith("more"):
                tip = [(ends[1] + 9, y), (ends[1], y - 6), (ends[1], y + 6)]
                self.ax.add_patch(Polygon(tip, fc=accent, lw=0, zorder=1))
        if pd.notna(row.p25) and pd.notna(row.p75):
            left, right = self.scale.x(row.p25), self.scale.x(row.p75)
            fill = mix(accent, self.colours.ground, 0.35)
            bar = Rectangle((left, y - 8), right - left, 16, fc=fill, ec=accent, lw=1, zorder=2)
            self.ax.add_patch(bar)
        centre = (self.scale.x(row.median), y)
        look = {"fc": self.colours.text, "ec": self.colours.ground, "lw": 1.2, "zorder": 3}
        self.ax.add_patch(Circle(centre, 6.5, **look))

    def _amounts(self, row: Any, y: float) -> None:
        """Write the middle amount above, the two ends below; together where there is no room."""
        words = self.shown.amount(row.median)
        middle = Label(words, self.scale.x(row.median), y - 14, 13.0, "middle", bold=True)
        write(self.ax, middle, self.colours.text)
        low, high = self.shown.amount(row.p10), self.shown.amount(row.p90)
        if not (low and high):
            return
        left, right = self.scale.x(row.p10), self.scale.x(row.p90)
        ends = [Label(low, left, y + 25, 12.0), Label(high, right, y + 25, 12.0, "end")]
        if right - left < width(low, 12.0) + width(high, 12.0) + 12:
            ends = [Label(f"{low} to {high}", (left + right) / 2, y + 25, 12.0, "middle")]
        for label in ends:
            write(self.ax, label, self.colours.mute)
