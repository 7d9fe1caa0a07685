"""`wb.conversations`: the same in a notebook cell as on the page."""

from pathlib import Path

import pytest

from olenb.core.errors import NotFound
from olenb.workbook import Workbook, open_workbook


@pytest.fixture
def wb(home: Path) -> Workbook:
    return open_workbook(home)


def test_before_during_and_after_in_a_few_lines(wb: Workbook, tmp_path: Path) -> None:
    wb.add("Maya Okafor, Tamarind Valley Clinic")
    wb.conversations.choose("Maya Okafor", "path-01")
    wb.conversations.ask("Maya Okafor", "How often at night?")
    sheet = wb.conversations.run_sheet("Maya Okafor")
    assert sheet["starts"].tolist() == ["0:00", "4:00", *["15:00"] * 5]
    assert sheet["kind"].tolist() == ["question"] * 2 + ["closing"] * 5
    assert wb.conversations.save_run_sheet("Maya Okafor", tmp_path / "sheet.html").exists()
    talk = wb.conversations.hold("Maya Okafor", "2026-11-24T16:20:00-06:00")
    wb.conversations.say(talk, learned="Counting", i_talked=3)
    wb.conversations.note(talk, "quote", "“They were counting!”")
    wb.conversations.refer(
        talk, "Lena Vang", "yes", organization="Moss Clinic", scope="by email only"
    )
    wb.conversations.suggest(talk, "Silverbirk Laboratories", role="lab manager")
    wb.conversations.revise(talk, "curiosity", "night labs", "the quiet")
    assert wb.conversations.held["learned"].tolist() == ["Counting"]
    assert wb.conversations.referrals["scope"].tolist() == ["by email only"]
    assert wb.goals.said("curiosity") == "night labs"


def test_the_bank_is_a_table(wb: Workbook) -> None:
    df = wb.conversations.bank
    assert len(df) >= 90
    assert df["topic"].nunique() == 9


def test_what_is_not_there_is_said_and_begins_no_workbook(wb: Workbook) -> None:
    with pytest.raises(NotFound, match="no question of that id"):
        wb.conversations.choose("Rosa Whitehorse", "path-99")
    with pytest.raises(NotFound):
        wb.conversations.ask("Nobody At All", "?")
    assert wb.is_example


def test_it_says_nothing_about_anybody(wb: Workbook) -> None:
    assert repr(wb.conversations) == "<the conversations of your olenb workbook>"


def test_the_example_tells_of_a_conversation(wb: Workbook) -> None:
    assert "Imani Quispe" in wb.conversations.held["person"].tolist()
    assert wb.conversations.questions("Rosa Whitehorse")["must"].sum() == 2
    assert wb.conversations.notes["confidential"].sum() == 1
    assert wb.conversations.referrals["referred"].tolist() == ["Marguerite Thao"]
