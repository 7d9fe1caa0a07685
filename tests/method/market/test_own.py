"""A table from another country: read by its column names, or refused in plain words."""

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.core.errors import WrongFile
from olenb.core.store import Store
from olenb.method import market
from olenb.method.market.amounts import amount

GOOD = """Statistics of wages, 2025

Occupation;Region;Employed;P10;Median;P90
Nurse;Oslo;9 000;480 000;610 000;790 000
Nurse;Bergen;4.100;470.000;600.000;..
Baker;Oslo;;;450 000 kr;
"""


@pytest.fixture
def store(home: Path) -> Store:
    return Store.create(home)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_is_read_by_the_names_of_its_columns(tmp_path: Path, store: Store) -> None:
    table = market.read(write(tmp_path / "wages.csv", GOOD))
    assert table.sentence == "3 rows read."
    market.bring(store, table, "Statistics Norway, 2025", "kr")
    mine = market.own(store)
    assert mine is not None
    df = mine.figures("Nurse", ["Oslo", "Bergen"])
    assert df["median"].tolist() == [610_000, 600_000]
    assert df["employment"].tolist() == [9_000, 4_100]
    assert market.sentence(mine, "Nurse", df) == (
        "Nurse in Oslo: about 9,000 people. Half earn more than kr 610,000 a year, and eight in "
        "ten earn kr 480,000 to kr 790,000."
    )


def test_an_excel_table_without_areas_is_for_the_whole_country(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["OCC_TITLE", "TOT_EMP", "A_MEDIAN"])
    book.active.append(["Nurse", 9000, 61000.4])
    book.save(tmp_path / "wages.xlsx")
    row = market.read(tmp_path / "wages.xlsx").rows[0]
    assert (row["area"], row["employment"], row["median"]) == ("the whole country", 9000, 61000)


def test_a_newer_table_takes_the_place_of_the_older_and_undo_brings_it_back(
    tmp_path: Path, store: Store
) -> None:
    market.bring(store, market.read(write(tmp_path / "a.csv", GOOD)), "2025")
    newer = "Job,Median\nBaker,460000\n"
    market.bring(store, market.read(write(tmp_path / "b.csv", newer)), "2026")
    mine = market.own(store)
    assert mine is not None
    assert list(mine.titles) == ["Baker"]
    assert mine.source == "2026"
    store.undo()
    assert len(store.rows("SELECT * FROM wage")) == 3
    assert market.remove(store) == 3
    assert market.own(store) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Name,Email\nAna,ana@x.example\n", "No column for occupations"),
        ("Occupation,Area\nNurse,Oslo\n", "first row needs the names Occupation and Median"),
        ("Occupation,Median\n,610000\nBaker,many\n", "Not one row of this table could be used"),
        ("Occupation,Median\n", "Not one row"),
    ],
)
def test_another_kind_of_table_is_refused_with_what_it_needs(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(WrongFile, match=said) as refused:
        market.read(write(tmp_path / "wrong.csv", text))
    assert "Nothing was changed" in str(refused.value)
    assert "Ana" not in str(refused.value)


def test_a_table_that_is_too_long_is_refused(tmp_path: Path) -> None:
    rows = "".join(f"Job {n},1000\n" for n in range(20_001))
    with pytest.raises(WrongFile, match=r"more than 20,000 rows"):
        market.read(write(tmp_path / "long.csv", "Occupation,Median\n" + rows))


def test_bad_rows_are_left_out_and_named_by_line_and_reason(tmp_path: Path) -> None:
    text = "Occupation,P10,Median\nNurse,5,10\n,5,10\nBaker,ten,20\nCook,30,20\nGuard,,\n"
    table = market.read(write(tmp_path / "mixed.csv", text))
    assert [row["occupation"] for row in table.rows] == ["Nurse"]
    assert [(skip.line, skip.reason) for skip in table.skipped] == [
        (3, "no occupation in this row"),
        (4, "something that isn't a number stands where one belongs"),
        (5, "a lower wage stands where a higher one belongs"),
        (6, "no figures in this row"),
    ]
    assert table.sentence == "1 rows read. 4 rows were left out."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("54,360", 54_360),
        ("54.360", 54_360),
        ("54.36", 54),
        ("1,234,567.89", 1_234_567),
        ("1.234.567,89", 1_234_567),
        ("CHF 12’345.–", 12_345),
        ("54 360 kr", 54_360),
        ("..", None),
        ("*", None),
    ],
)
def test_numbers_are_read_as_offices_write_them(text: str, number: int | None) -> None:
    assert amount(text) == number


@pytest.mark.parametrize("text", ["54k", "-5", "ten", "1.2.3", "1e5", "< 10", "9" * 13])
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=r"number|large"):
        amount(text)


@given(st.integers(0, 10**9), st.sampled_from([",", ".", " ", "'", "’", "\u00a0"]))
def test_a_number_survives_every_sign_between_thousands(number: int, sign: str) -> None:
    assert amount(f"{number:,}".replace(",", sign)) == number
