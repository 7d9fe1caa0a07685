"""What people earn, in words and as a table: beside the picture, and instead of it."""

from dataclasses import dataclass

import pandas as pd

from olenb.method import market
from olenb.method.market import Market
from olenb.views.pictures.describe import Description
from olenb.views.pictures.words import counted

COLUMNS = {
    "employment": "People",
    "p10": "10% earn below",
    "p25": "25% earn below",
    "median": "Half earn below",
    "p75": "75% earn below",
    "p90": "90% earn below",
}


@dataclass(frozen=True)
class Wages:
    """One occupation in a few areas.

    Parameters
    ----------
    market
        Whose figures they are.
    title
        The occupation's.
    figures
        What `Market.figures` returned.
    """

    market: Market
    title: str
    figures: pd.DataFrame

    def amount(self, value: int | None) -> str:
        """Return an amount in words, "" where none is published."""
        return "" if value is None or pd.isna(value) else market.money(self.market, int(value))


def describe_wages(shown: Wages) -> Description:
    """Return the picture in words.

    The table has one row for each area: `Area`, `People`, the five wages and `Remarks`.

    Parameters
    ----------
    shown
        The occupation.

    Examples
    --------
    >>> from olenb.method.market import shipped
    >>> nurses = Wages(shipped(), "Registered Nurses", shipped().figures("291141", ["2700000"]))
    >>> describe_wages(nurses).alt
    'What Registered Nurses earn in 1 area: a line for eight in ten, a bar for the middle half, \
a mark where half earn more.'
    """
    rows = [
        (
            row.area,
            "" if pd.isna(row.employment) else f"{row.employment:,}",
            *(shown.amount(getattr(row, wage)) for wage in market.WAGES),
            row.remark,
        )
        for row in shown.figures.itertuples(index=False)
    ]
    table = pd.DataFrame(rows, columns=["Area", *COLUMNS.values(), "Remarks"], dtype="str")
    alt = (
        f"What {shown.title} earn in {counted(len(rows), 'area', 'areas')}: a line for eight in "
        "ten, a bar for the middle half, a mark where half earn more."
    )
    sentence = market.sentence(shown.market, shown.title, shown.figures)
    return Description(alt, sentence, table)
