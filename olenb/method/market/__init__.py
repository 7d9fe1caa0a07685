"""What people earn, where, and how many do it: public figures, or a table of one's own (R1)."""

from olenb.method.market.figures import FIGURES, TOP, WAGES, Market, shipped
from olenb.method.market.own import Brought, bring, own, read, remove
from olenb.method.market.search import areas, around, occupations, one_area, one_occupation
from olenb.method.market.words import LIMITS, about, money, sentence

__all__ = [
    "FIGURES",
    "LIMITS",
    "TOP",
    "WAGES",
    "Brought",
    "Market",
    "about",
    "areas",
    "around",
    "bring",
    "money",
    "occupations",
    "one_area",
    "one_occupation",
    "own",
    "read",
    "remove",
    "sentence",
    "shipped",
]
