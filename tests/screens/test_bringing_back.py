"""Trouble with the file on the page: said once, on top, with the backups that help."""

import pytest

import olenb
from olenb.core import backups
from olenb.core.errors import WorkbookReadOnly
from olenb.core.folders import FILE
from olenb.screens import bringing_back as words
from olenb.screens import checkpoint, computer, everybody, five_people, you


@pytest.fixture
def backed_up(wb, home):
    """A workbook of which there is a backup with one person, and since then there are two."""
    wb.add("Ana Ruiz")
    wb.backup()
    wb.add("Bo Lind")
    wb.close()
    return home


def damage(home):
    content = bytearray((home / FILE).read_bytes())
    content[4096 * 3 : 4096 * 5] = b"\xff" * 8192
    (home / FILE).write_bytes(content)


def titles(page):
    return [card["title"] for card in page.blocks("card")]


def test_a_missing_file_is_said_on_top_and_a_line_stands_elsewhere(backed_up, visit):
    (backed_up / FILE).unlink()
    wb = olenb.open_workbook(backed_up)
    first, second, table = visit(computer(wb)), visit(you(wb)), visit(everybody(wb))
    assert first.text.startswith("Your workbook file is not where it was.")
    assert second.text == words.ELSEWHERE
    assert "not in" in table.trouble["text"]
    (button,) = first.buttons("bring_back")
    assert button["confirm"].startswith("This puts back your workbook of ")
    assert "1 person is in it. What is there now is kept beside it" in button["confirm"]
    assert not first.buttons("own")


def test_one_click_brings_it_back_and_all_forms_of_the_page_with_it(backed_up, visit):
    (backed_up / FILE).unlink()
    wb = olenb.open_workbook(backed_up)
    first, second = visit(five_people(wb)), visit(checkpoint(wb))
    item = backups.listed(backed_up)[0].path.name
    assert first.press("bring_back", item) == "Brought back."
    assert wb.trouble is None
    assert "Your workbook is again as it was on " in first.text
    assert not first.buttons("go_back"), "nothing was there before"
    assert second.text.startswith("1 person.")
    first.press("keep_it")
    assert "again as it was" not in first.text


def test_a_restore_is_taken_back_with_one_click(backed_up, visit):
    damage(backed_up)
    broken = (backed_up / FILE).read_bytes()
    wb = olenb.open_workbook(backed_up)
    page = visit(five_people(wb))
    assert "Your workbook file is damaged" in page.text
    assert "nothing is written into it" in page.text
    page.press("bring_back", backups.listed(backed_up)[0].path.name)
    assert len(wb.people) == 1
    assert page.press("go_back") == "Back to what was there before."
    assert (backed_up / FILE).read_bytes() == broken
    assert "Your workbook file is damaged" in page.text


def test_of_a_damaged_file_each_form_shows_what_can_still_be_read(backed_up, visit):
    damage(backed_up)
    wb = olenb.open_workbook(backed_up)
    assert wb.can_be_read
    first, second = visit(five_people(wb)), visit(checkpoint(wb))
    assert "What you see below is what can still be read." in first.text
    assert words.ELSEWHERE not in second.text
    assert second.text.startswith("2 people.")


def test_trouble_that_comes_while_the_page_is_open_shows_with_the_next_look(backed_up, visit):
    wb = olenb.open_workbook(backed_up)
    page = visit(five_people(wb))
    assert "not where it was" not in page.text
    (backed_up / FILE).unlink()
    page.form.refresh()
    assert page.text.startswith("Your workbook file is not where it was.")


def test_a_file_that_is_back_is_found_by_looking_again(backed_up, visit, tmp_path):
    (backed_up / FILE).rename(tmp_path / "away")
    wb = olenb.open_workbook(backed_up)
    page = visit(checkpoint(wb))
    assert page.press("look_again") == "Still the same."
    (tmp_path / "away").rename(backed_up / FILE)
    assert page.press("look_again") == "All is well."
    assert page.text.startswith("2 people.")


def test_what_can_only_be_read_is_shown_with_a_word_on_top(backed_up, visit, monkeypatch):
    monkeypatch.setattr("olenb.core.store.is_writable", lambda _path: False)
    wb = olenb.open_workbook(backed_up)
    assert isinstance(wb.trouble, WorkbookReadOnly)
    page, other = visit(checkpoint(wb)), visit(you(wb))
    assert page.text.startswith("You can look at everything, but nothing can be saved")
    assert "2 people." in page.text
    assert not page.buttons("bring_back")
    assert "can be read but not written to" in other.press("save", name="Ines")


def test_a_newer_file_asks_for_an_update_first_and_offers_an_older_backup_below(backed_up, visit):
    wb = olenb.open_workbook(backed_up)
    wb.store._db.execute("PRAGMA user_version = 999")
    wb.close()
    page = visit(checkpoint(olenb.open_workbook(backed_up)))
    assert "Please update olenb." in page.text
    assert "Or go back to an older backup" in page.text


def test_without_a_sound_backup_the_page_says_what_else_there_is(backed_up, visit):
    (backed_up / FILE).unlink()
    backups.listed(backed_up)[0].path.write_bytes(b"spoiled")
    page = visit(checkpoint(olenb.open_workbook(backed_up)))
    assert "There is no sound backup" in page.text
    assert not page.buttons("bring_back")


def test_more_than_four_backups_are_one_click_further(backed_up, visit):
    wb = olenb.open_workbook(backed_up)
    for _ in range(5):
        wb.backup()
    (backed_up / FILE).unlink()
    page = visit(checkpoint(olenb.open_workbook(backed_up)))
    assert "2 older ones" in page.text
    assert len(page.buttons("bring_back")) == 6


def test_an_earlier_day_can_be_gone_back_to_without_any_trouble(backed_up, visit):
    wb = olenb.open_workbook(backed_up)
    page = visit(computer(wb))
    page.press("own")
    assert "Go back to an earlier day" in page.text
    page.press("bring_back", backups.listed(backed_up)[0].path.name)
    assert len(wb.people) == 1
    page.press("go_back")
    assert len(wb.people) == 2


def test_on_a_first_day_there_is_no_talk_of_backups(wb, visit):
    page = visit(computer(wb))
    page.press("own")
    assert "earlier day" not in page.text


def test_what_to_know_about_the_place_stands_on_top_of_the_first_page(wb, visit, home):
    home.mkdir()
    home.chmod(0o755)
    page = visit(computer(wb))
    assert page.text.startswith("Other users of this computer may look into")
