"""Letting people go on the page: first what it means, then a word, then what is left elsewhere."""

import pytest

from olenb.contacts import people
from olenb.core import backups, exports
from olenb.core.errors import WorkbookBusy
from olenb.core.store import Store
from olenb.screens import forget


@pytest.fixture
def page(wb, visit):
    wb.add_people(["Ana Ruiz, Elm, cousin", "Bo Lind", "Bo Lind, Birch"])
    return visit(forget(wb))


def names(wb):
    return list(wb.people["name"])


def test_in_the_example_there_is_nobody_to_let_go(wb, visit):
    page = visit(forget(wb))
    assert page.text.startswith("These people are invented")
    assert not page.buttons()


def test_what_it_means_is_said_before_and_confirmed_with_the_numbers(page, wb):
    page.press("find", "", name="ana ruiz")
    (button,) = page.buttons("forget")
    assert button["kind"] == "danger"
    assert button["confirm"].startswith("1 person and 3 facts about them would be gone for good")
    assert len(names(wb)) == 3
    assert page.press("forget", "question") == "Forgotten."
    assert names(wb) == ["Bo Lind", "Bo Lind"]
    assert "Undo can't bring them back" in page.text


def test_nobody_goes_if_you_think_better_of_it(page, wb):
    page.press("find", "", name="Ana Ruiz")
    page.press("keep", "question")
    assert not page.buttons("forget")
    assert len(names(wb)) == 3


def test_of_two_of_one_name_you_choose_one(page, wb):
    page.press("find", "", name="Bo Lind")
    titles = [card["title"] for card in page.blocks("card")]
    assert titles == ["Bo Lind", "Bo Lind"]
    page.press("look", str(people.find(wb.store, "Ana Ruiz") + 1))
    page.press("forget", "question")
    assert names(wb) == ["Ana Ruiz", "Bo Lind"]


def test_a_name_that_is_not_there_is_said_beside_it(page):
    assert "Nobody in your workbook" in page.press("find", "", name="Cy Oh")
    assert page.trouble["field"] == "name"


def test_backups_that_hold_them_go_only_if_ticked_or_afterwards(page, wb, home):
    wb.backup()
    page.press("find", "", name="Ana Ruiz")
    assert page.field("backups")["label"] == "Delete the 1 backup that hold them, too"
    page.press("forget", "question", backups=False)
    assert len(backups.listed(home)) == 1
    assert page.press("backups") == "1 backup gone, and a new one is made."
    assert [backup.people for backup in backups.listed(home)] == [2]
    assert not page.buttons("backups")
    page.press("find", "", name="Bo Lind")
    page.press("look", page.buttons("look")[0]["item"])
    page.press("forget", "question", backups=True)
    assert [backup.people for backup in backups.listed(home)] == [1]


def test_files_outside_that_may_hold_them_are_listed(page, wb, tmp_path):
    picture = tmp_path / "map.svg"
    picture.write_text("<svg/>")
    exports.note(wb.store, picture, "picture")
    page.press("find", "", name="Ana Ruiz")
    page.press("forget", "question")
    (table,) = page.blocks("tableblock")
    assert table["rows"] == [["map.svg", str(tmp_path)]]


def test_those_of_a_year_ago_are_offered_together_and_only_confirmed_they_go(wb, visit):
    wb.add_people(["Ana Ruiz", "Bo Lind"])
    wb.store._db.execute("UPDATE tie SET as_of = '2020-01-01'")
    wb.store._db.execute("UPDATE change SET at = '2020-01-01T00:00:00+00:00'")
    wb.add("Cy Oh")
    page = visit(forget(wb))
    assert "From long ago (2)" in page.text
    assert "Nobody goes by themselves." in page.text
    page.press("look_at_all")
    assert page.buttons("forget")[0]["confirm"].startswith("2 people and 2 facts")
    assert len(names(wb)) == 3
    page.press("forget", "question")
    assert names(wb) == ["Cy Oh"]
    assert "From long ago" not in page.text


def test_scraps_that_another_notebook_held_up_are_finished_later(page, wb, monkeypatch):
    def busy(_store):
        raise WorkbookBusy("Another notebook is saving right now.")

    page.press("find", "", name="Ana Ruiz")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Store, "compact", busy)
        page.press("forget", "question")
    assert "scraps may be left inside the file" in page.text
    assert page.press("finish") == "Now nothing of them is left in the file."
    assert "scraps" not in page.text


def test_everything_goes_after_a_word_with_the_number_of_files(page, wb, home):
    wb.backup()
    page.form.refresh()
    (button,) = page.buttons("everything")
    assert button["confirm"] == (
        "3 files will be removed, backups included, and nothing brings them back."
    )
    page.press("everything")
    assert page.text == "All of it is gone: 3 files. You can close this page."
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_what_the_browser_saved_is_named_for_it_may_hold_them_still(page, wb):
    exports.note(wb.store, "people-2026-11-26.csv", "people")
    page.press("find", "", name="Ana Ruiz")
    page.press("forget", "question")
    assert "Look in your browser's downloads, too" in page.text
    assert "people-2026-11-26.csv" in page.text
