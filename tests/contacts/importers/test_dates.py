"""Dates as programs write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.contacts.importers.dates import day_first, is_ambiguous, iso_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("12 Mar 2023", "2023-03-12"),
        ("05 Jun 1833", "1833-06-05"),
        ("12 mars 2023", "2023-03-12"),
        ("3. März 2021", "2021-03-03"),
        ("1er août 2020", "2020-08-01"),
        ("14 de mar. de 2023", "2023-03-14"),
        ("3 Sept 2022", "2022-09-03"),
        ("Mar 12, 2023", "2023-03-12"),
        ("12 października 2019", "2019-10-12"),
        ("Oct 2022", "2022-10"),
        ("2019", "2019"),
        ("2024-01-20", "2024-01-20"),
        ("2026-07-30 09:15:22 UTC", "2026-07-30"),
        ("2023年3月12日", "2023-03-12"),
        ("7-Feb-22", "2022-02-07"),
        ("7-Feb-98", "1998-02-07"),
        ("05/14/23", "2023-05-14"),
        ("14.05.2023", "2023-05-14"),
        ("04/04/2023", "2023-04-04"),
    ],
)
def test_a_date_is_understood(text, iso):
    assert iso_date(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "", "#####", "12-Mar", "45012", "soon", "31 Feb 2023", "2023-13-01", "0/0/00",
        "03/04/2023", "99 Mar 2023", "12 Foo 2023", "1.23457E+11", "20231",
    ],
)  # fmt: skip
def test_what_cannot_be_known_stays_unknown(text):
    assert iso_date(text) == ""


def test_a_whole_column_decides_what_one_date_cannot():
    assert day_first(["03/04/2023", "25/04/2023"]) is True
    assert day_first(["03/04/2023", "04/25/2023"]) is False
    assert day_first(["03/04/2023"]) is None
    assert day_first(["25/04/2023", "04/25/2023"]) is None
    assert iso_date("03/04/2023", days_first=True) == "2023-04-03"
    assert iso_date("03/04/2023", days_first=False) == "2023-03-04"
    assert is_ambiguous("03/04/2023")
    assert not is_ambiguous("12 Mar 2023")


@given(st.dates())
def test_every_iso_date_of_our_time_reads_as_itself(day):
    expected = day.isoformat() if 1500 <= day.year <= 2200 else ""
    assert iso_date(day.isoformat()) == expected


@given(st.text(), st.sampled_from([None, True, False]))
def test_no_text_breaks_the_reader(text, order):
    found = iso_date(text, days_first=order)
    assert found == "" or iso_date(found) == found
