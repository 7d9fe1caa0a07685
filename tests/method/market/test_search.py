"""Occupations and areas are found by the user's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.method import market


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("registered nurses", "Registered Nurses"),
        ("nurse", "Registered Nurses"),
        ("lab manager", "Natural Sciences Managers"),
        ("what a lab manager does all day", "Natural Sciences Managers"),
        ("data analyst", "Data Scientists"),
        ("networking engineer", "Computer Network Architects"),
        ("accountnat", "Accountants and Auditors"),
        ("Epidemiologist", "Epidemiologists"),
        ("graphic design", "Graphic Designers"),
    ],
)
def test_an_occupation_is_found_as_people_call_it(said, first):
    assert next(iter(market.occupations(market.shipped(), said).values())) == first


@pytest.mark.parametrize("said", ["", "xyzzy", "🎉", "the of and", "$$"])
def test_words_that_mean_no_work_find_none(said):
    assert market.occupations(market.shipped(), said) == {}


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("minnesota", "Minnesota"),
        ("MN", "Minnesota"),
        ("OR", "Oregon"),
        ("usa", "United States"),
        ("Duluth", "Duluth, MN-WI"),
        ("St. Paul", "Minneapolis-St. Paul-Bloomington, MN-WI"),
        ("Wisconson", "Wisconsin"),
        ("puerto rico", "Puerto Rico"),
    ],
)
def test_an_area_is_found_as_people_call_it(said, first):
    assert next(iter(market.areas(market.shipped(), said).values())) == first


@pytest.mark.parametrize("said", ["", "nowhere land", "??"])
def test_words_that_are_no_place_find_none(said):
    assert market.areas(market.shipped(), said) == {}


@given(st.text(max_size=40))
def test_whatever_is_typed_is_only_ever_looked_for(said):
    us = market.shipped()
    assert len(market.occupations(us, said)) <= 6
    assert len(market.areas(us, said)) <= 6
