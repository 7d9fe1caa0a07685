"""Whose computer it is."""

import pytest

import olenb
from olenb.core import place
from olenb.core.folders import FILE
from olenb.screens import computer


@pytest.fixture
def page(wb, visit):
    return visit(computer(wb))


def test_the_first_question_is_whose_computer_it_is(page):
    assert page.text.startswith("Is this your own computer?")
    assert [b["label"] for b in page.buttons()] == ["Yes, it's mine", "It's borrowed or shared"]


def test_an_own_computer_is_remembered_and_begins_no_workbook(page, wb, visit):
    page.press("own")
    assert wb.is_example
    assert "This is your own computer" in visit(computer(wb)).text


def test_an_answer_can_be_changed(page, home):
    page.press("own")
    page.press("borrowed")
    assert place.is_borrowed(home)
    page.press("own")
    assert place.is_borrowed(home) is False


def test_a_borrowed_computer_offers_a_stick_a_file_and_a_clean_leave(page):
    page.press("borrowed")
    titles = [b["title"] for b in page.blocks("card")]
    assert titles == ["Keep it on a stick", "Or take it along as a file", "When you leave"]


def test_nothing_can_be_taken_along_before_there_is_anything(page):
    page.press("borrowed")
    assert not page.buttons("take")


def test_the_workbook_moves_to_a_stick_and_is_found_there_again(page, wb, tmp_path, home):
    page.press("borrowed")
    stick = tmp_path / "stick"
    stick.mkdir()
    wb.add_target("Mayo Clinic")
    assert page.press("stick", "", folder=str(stick)).endswith("Take the stick with you.")
    assert (stick / FILE).exists()
    assert not (home / FILE).exists()
    assert len(olenb.open_workbook(home).targets) == 1


def test_a_stick_that_is_not_there_is_said_beside_the_path(page, tmp_path):
    page.press("borrowed")
    assert "There is no such folder" in page.press("stick", "", folder=str(tmp_path / "no"))
    assert "paste the path" in page.press("stick", "", folder="")
    assert page.trouble["field"] == "folder"


def test_a_workbook_that_was_taken_along_goes_on_at_another_computer(page, wb, visit, tmp_path):
    wb.add_target("Mayo Clinic")
    page.press("borrowed")
    page.press("take")
    carried = tmp_path / FILE
    carried.write_bytes(page.downloads[FILE])

    there = olenb.open_workbook(tmp_path / "there")
    other = visit(computer(there))
    other.press("borrowed")
    assert other.bring("bring", carried).startswith("Welcome back. 1 target")
    assert list(there.targets["organization"]) == ["Mayo Clinic"]


def test_a_file_that_is_no_workbook_changes_nothing(page, wb, tmp_path):
    wb.add_target("Mayo Clinic")
    page.press("borrowed")
    (tmp_path / "holiday.olenb").write_text("Dear diary")
    assert "That isn't a whole workbook" in page.bring("bring", tmp_path / "holiday.olenb")
    assert len(wb.targets) == 1


def test_leaving_asks_with_the_number_of_files_and_wipes_them(page, wb, home):
    wb.add_target("Mayo Clinic")
    wb.backup()
    page.press("borrowed")
    count = place.left_behind(home)
    (button,) = page.buttons("leave")
    assert button["confirm"].startswith(f"{count} files are")
    page.press("leave", "leave")
    assert page.text.startswith(f"{count} files are gone from this computer")
    assert not (home / FILE).exists()
    assert not (home / "backups").exists()
    assert place.is_borrowed(home) is None
    assert wb.is_example


def test_on_a_hub_nobody_is_asked_whose_computer_it_is(wb, visit, monkeypatch):
    monkeypatch.setenv("JUPYTERHUB_USER", "robin")
    page = visit(computer(wb))
    assert "whoever runs that computer could open it" in page.text
    assert not page.buttons("own")
    assert not page.fields_with("stick")
    assert page.buttons("leave")
