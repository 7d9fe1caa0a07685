"""The shipped figures are what the Bureau published, and say where they say nothing."""

from itertools import pairwise

import pandas as pd
import pytest

from olenb.core.errors import NotFound
from olenb.method import market
from olenb.method.market.everyday import CODES
from olenb.method.market.figures import market_of

US, MINNESOTA, TWIN_CITIES = "0000000", "2700000", "0033460"


def test_every_detailed_occupation_and_area_is_there():
    us = market.shipped()
    assert len(us.titles) == 830
    assert len(us.areas) == 583
    kinds = list(us.kinds.values())
    assert {kind: kinds.count(kind) for kind in ("country", "state", "area")} == {
        "country": 1,
        "state": 54,
        "area": 528,
    }
    assert next(iter(us.areas.values())) == "United States"


def test_figures_are_as_they_were_published():
    row = market.shipped().figures("111011", [US]).iloc[0]
    published = [204_350, 75_700, 129_540, 213_990, 356_200, 507_730]
    assert [row[figure] for figure in market.FIGURES] == published
    assert row["remark"] == ""


def test_of_a_smaller_area_the_middle_wage_alone_is_in_the_cut():
    df = market.shipped().figures("291141", [MINNESOTA, TWIN_CITIES])
    assert df["area"].tolist() == ["Minnesota", "Minneapolis-St. Paul-Bloomington, MN-WI"]
    assert df["median"].notna().all()
    assert df["p10"].isna().tolist() == [False, True]
    assert "only the middle wage" in df["remark"][1]


def test_a_wage_without_a_number_says_why():
    us = market.shipped()
    actors = us.figures("272011", [US]).iloc[0]
    assert pd.isna(actors["median"])
    assert "paid by the hour" in actors["remark"]
    top = [
        us.figures(code, [area]).iloc[0]
        for code in ("291242", "291212")
        for area, kind in us.kinds.items()
        if kind == "state" and us.cells["p90"].at[code, area] == "+"
    ]
    assert top
    assert all("at or above" in row["remark"] for row in top)
    # Where a lower wage is above the top already, the higher one can't be said to be at it.
    for row in top:
        assert pd.isna(row["p90"]) if (row["p75"] > 239_200) else row["p90"] == 239_200


def test_nothing_published_is_said_and_never_a_zero():
    us = market.shipped()
    row = us.figures("532012", ["7800000"]).iloc[0]
    blank = [code for code in us.titles if us.cells["employment"].at[code, "7800000"] == ""]
    row = us.figures(blank[0], ["7800000"]).iloc[0]
    assert pd.isna(row["employment"])
    assert row["remark"]


def test_what_is_not_there_is_not_found():
    us = market.shipped()
    with pytest.raises(NotFound, match="choose again"):
        us.figures("999999", [US])
    with pytest.raises(NotFound, match="choose again"):
        us.figures("291141", ["Atlantis"])


def test_wages_rise_with_their_percentile():
    us = market.shipped()
    states = [code for code, kind in us.kinds.items() if kind != "area"]
    numbers = [
        us.cells[name][states].apply(pd.to_numeric, errors="coerce") for name in market.WAGES
    ]
    for lower, higher in pairwise(numbers):
        assert not (lower > higher).any().any()


def test_everyday_words_lead_to_occupations_that_are_there():
    assert set(CODES.values()) <= set(market.shipped().titles)


def test_rows_of_ones_own_are_held_the_same_way():
    mine = market_of(
        [
            {"occupation": "Nurse", "area": "Oslo", "employment": 9000, "median": 610_000},
            {"occupation": "Baker", "area": "Bergen", "median": 450_000},
        ],
        "Statistics Norway, 2025",
        "kr",
    )
    df = mine.figures("Nurse", ["Oslo", "Bergen"])
    assert df["median"].tolist()[0] == 610_000
    assert df["remark"].tolist() == [
        "for a smaller area only the middle wage is in here",
        "no figures were published here",
    ]
