"""What the figures say, in a sentence, and what they can't say."""

from typing import Any

import pandas as pd

from olenb.method.market.figures import TOP, Market

LIMITS = (
    "These figures don't know whether anybody is hiring, what will be in five years, or what you "
    "would be offered. They count employees, from their first year to their last; people who "
    "work for themselves aren't in them. One title stands for many jobs. What a week is like, "
    "only somebody who does it can tell you."
)
"""What stands beside every figure."""


def sentence(market: Market, title: str, df: pd.DataFrame) -> str:
    """Say what is known of an occupation, for the first area that has figures.

    Parameters
    ----------
    market
        Whose figures they are.
    title
        The occupation's.
    df
        What `Market.figures` returned.

    >>> from olenb.method.market.figures import shipped
    >>> us = shipped().figures("291141", ["0000000"])
    >>> sentence(shipped(), "Registered Nurses", us)  # doctest: +ELLIPSIS
    'Registered Nurses in the United States: about 3,... people. Half earn more than $9...'
    """
    for row in df.itertuples(index=False):
        if pd.notna(row.employment) or pd.notna(row.median):
            where = f"the {row.area}" if row.area in _THE else row.area
            return " ".join(
                filter(None, [f"{title} in {where}: {_people(row)}", _pay(market, row)])
            )
    return f"{title}: no figures were published for these areas."


def money(market: Market, amount: int) -> str:
    """Return an amount in words; one at the top has no end.

    >>> from olenb.method.market.figures import shipped
    >>> money(shipped(), 54360), money(shipped(), 239200)
    ('$54,360', '$239,200 or more')
    """
    more = " or more" if amount == TOP and market.money == "$" else ""
    space = " " if market.money[-1:].isalpha() else ""
    return f"{market.money}{space}{amount:,}{more}"


def about(number: int) -> str:
    """Return a count as one says it, by its first three figures.

    >>> about(64328), about(120), about(3379200)
    ('about 64,300', 'about 120', 'about 3,380,000')
    """
    size = 10 ** max(len(str(number)) - 3, 0)
    return f"about {round(number / size) * size:,}"


_THE = ("United States", "District of Columbia", "Virgin Islands")


def _people(row: Any) -> str:
    if pd.isna(row.employment):
        return "how many people isn't published."
    return f"{about(row.employment)} people."


def _pay(market: Market, row: Any) -> str:
    if pd.isna(row.median):
        return f"Wages: {row.remark}." if row.remark else ""
    half = f"Half earn more than {money(market, row.median)} a year"
    if pd.isna(row.p10) or pd.isna(row.p90):
        return f"{half}."
    return f"{half}, and eight in ten earn {money(market, row.p10)} to {money(market, row.p90)}."
