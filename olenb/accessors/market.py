"""`wb.goals.market`: what people earn in an occupation, where, and how many do it (R1)."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from olenb.accessors.book import Book, draw
from olenb.method import market
from olenb.views import on_demand
from olenb.views.wages_words import Wages

if TYPE_CHECKING:
    from olenb.views.canvas import Picture


class MarketFigures:
    """Public figures of the U.S., or those of a table that the user brought.

    Everywhere, an occupation is its title or what people call it, and an area is a country, a
    state or a city; the likeliest is taken. With `own`, the user's table is asked.
    """

    def __init__(self, wb: Book):
        self._wb = wb

    def __repr__(self) -> str:
        return "<what people earn, by occupation and area>"

    def source(self, own: bool = False) -> market.Market:
        """Return where the figures come from; the U.S. where the user brought none."""
        brought = market.own(self._wb.store) if own else None
        return brought or market.shipped()

    def wages(self, occupation: str, *areas: str, own: bool = False) -> pd.DataFrame:
        """Return what is known of an occupation, one row for each area.

        Returns
        -------
        DataFrame
            See `olenb.method.market.Market.figures`.

        Raises
        ------
        NotFound
            No occupation or area is called like that.

        """
        return self.shown(occupation, areas, own=own).figures

    def sentence(self, occupation: str, *areas: str, own: bool = False) -> str:
        """Say what is known of an occupation in the first of the areas."""
        shown = self.shown(occupation, areas, own=own)
        return market.sentence(shown.market, shown.title, shown.figures)

    def shown(self, occupation: str, areas: Sequence[str] = (), *, own: bool = False) -> Wages:
        """Return an occupation in some areas, ready to draw; without areas in the first of all."""
        figures = self.source(own)
        code, title = market.one_occupation(figures, occupation)
        places = [market.one_area(figures, area) for area in areas] or [next(iter(figures.areas))]
        return Wages(figures, title, figures.figures(code, places))

    def figure(
        self, occupation: str, *areas: str, own: bool = False, dark: bool = False
    ) -> "Picture":
        """Draw what people earn in an occupation; see `olenb.views.wages_figure`."""
        return on_demand.wages_figure(self.shown(occupation, areas, own=own), dark=dark)

    def save(self, path: str | os.PathLike[str], occupation: str, *areas: str) -> str:
        """Draw what people earn into an SVG or PNG file and return its sentence."""
        return draw(self._wb, self.figure(occupation, *areas), path)

    def bring(self, path: str | os.PathLike[str], source: str = "", money: str = "") -> str:
        """Bring a table of another country, in place of the one before; say what was read.

        Parameters
        ----------
        path
            A `.csv` or `.xlsx`; see `olenb.method.market.read` for its columns.
        source
            Whose figures they are, and of when; the file's name where it is left out.
        money
            What stands before an amount, such as "€".

        Raises
        ------
        WrongFile
            It isn't such a table; nothing was changed.

        """
        table = market.read(Path(path))
        with self._wb.writing() as store:
            market.bring(store, table, source or Path(path).stem, money)
        return table.sentence
