"""What happened as a table to correct, how far it is as a picture, and looking back on request."""

from collections.abc import Callable

import pytest

from olenb.core.errors import ExampleIsReadOnly
from olenb.screens import outreach
from olenb.workbook import Workbook


def test_each_cell_corrects_what_happened(own: Workbook, ana: int) -> None:
    table = outreach.what_happened(own)
    document = table.first_document()
    headings = [column["label"] for column in document["columns"]]
    assert headings[:3] == ["Who", "What happened", "When"]
    touch = int(document["rows"][0]["id"])
    table._on_edit(touch, "channel", "LinkedIn")
    table._on_edit(touch, "reply", "will ask")
    row = own.outreach.touches().set_index("id").loc[touch]
    assert (row["channel"], row["reply"]) == ("linkedin", "will ask")
    assert "write to Ana once more" in str(table.first_document()["rows"])
    assert table._on_undo() == "Taken back: Corrected what happened."


def test_the_invented_rows_stay(wb: Workbook) -> None:
    table = outreach.what_happened(wb)
    touch = int(table.first_document()["rows"][0]["id"])
    with pytest.raises(ExampleIsReadOnly, match="stays as it is"):
        table._on_edit(touch, "reply", "yes")


def test_the_board_is_a_picture_a_sentence_and_a_table(own: Workbook, visit: Callable) -> None:
    visitor = visit(outreach.board(own))
    (drawing,) = visitor.blocks("drawing")
    assert drawing["alt"] == "A board of 1 person in columns by how far it is: replied 1."
    assert "Ana Ruiz" in drawing["day"]
    (table,) = visitor.blocks("tableblock")
    assert table["rows"] == [["replied", "Ana Ruiz", "", "ask them to introduce you"]]


def test_the_tracker_goes_along_as_a_table(own: Workbook, visit: Callable) -> None:
    visitor = visit(outreach.board(own))
    assert "confidential isn't in it" in visitor.press("save")
    assert b'"Ana Ruiz","replied"' in visitor.downloads["asking.csv"]


def test_an_empty_board_says_what_to_do(wb: Workbook, visit: Callable) -> None:
    wb.add("Ana Ruiz")
    assert "When you note that you sent something" in visit(outreach.board(wb)).text


def test_looking_back_is_shown_only_on_request(own: Workbook, ana: int, visit: Callable) -> None:
    visitor = visit(outreach.small_doses(own))
    assert "You aren't waiting to hear from anybody" in visitor.text
    own.outreach.note(ana, "asked around", when="2026-11-02")
    visitor.form.refresh()
    assert "You're waiting to hear from" in visitor.text
    assert "Questions and favors" not in visitor.text
    visitor.press("ask", "balance")
    visitor.press("ask", "rate")
    assert "Questions and favors, month by month" in visitor.text
    assert "a rate says nothing" in visitor.text
    for _ in range(20):
        own.outreach.note(ana, "asked around", when="2026-11-02")
    visitor.form.refresh()
    assert "of your 22 requests were answered" in visitor.text


def test_whose_name_may_be_used_is_one_click_away(own: Workbook, visit: Callable) -> None:
    visitor = visit(outreach.small_doses(own))
    assert "Whose name" not in visitor.text
    own.outreach.permission("Ana Ruiz", "yes", towards="Rosa Vik", scope="by email only")
    visitor.form.refresh()
    (table,) = visitor.blocks("tableblock")
    assert table["rows"][0][:4] == ["Ana Ruiz", "yes", "Rosa Vik", "by email only"]
