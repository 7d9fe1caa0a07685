"""Taking the workbook along as a file."""

import sqlite3

import pytest

import olenb
from olenb.core import backups, carry
from olenb.core.errors import NotAllowed, WorkbookNewer, WrongFile
from olenb.core.folders import FILE
from olenb.core.store import Store


@pytest.fixture
def wb(home):
    wb = olenb.open_workbook(home)
    wb.add_target("Mayo Clinic")
    return wb


def targets(folder):
    return [tuple(row) for row in Store.open(folder).rows("SELECT id, position FROM target")]


def test_what_is_taken_along_is_the_whole_workbook(wb, tmp_path):
    file = tmp_path / "taken.olenb"
    file.write_bytes(carry.packed(wb.store))
    carry.unpack(file, tmp_path / "there")
    assert targets(tmp_path / "there") == targets(wb.home)


def test_the_example_is_not_taken_along(tmp_path):
    with pytest.raises(NotAllowed, match="nothing of yours to take along yet"):
        carry.packed(olenb.open_workbook(tmp_path).store)


def test_a_workbook_that_is_already_there_goes_to_the_backups(wb, tmp_path):
    file = tmp_path / "taken.olenb"
    file.write_bytes(carry.packed(wb.store))
    wb.add_target("Lakeview Labs")
    carry.unpack(file, wb.home)
    assert len(targets(wb.home)) == 1
    assert len(backups.listed(wb.home)) == 1


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"SQLite format 3\x00 but no more"])
def test_another_file_is_refused_and_changes_nothing(wb, tmp_path, content):
    file = tmp_path / "taken.olenb"
    file.write_bytes(content)
    with pytest.raises(WrongFile, match="That isn't a whole workbook"):
        carry.unpack(file, wb.home)
    assert len(targets(wb.home)) == 1
    assert not backups.listed(wb.home)


def test_a_file_of_a_newer_olenb_is_refused(wb, tmp_path):
    file = tmp_path / FILE
    file.write_bytes(carry.packed(wb.store))
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(WorkbookNewer):
        carry.unpack(file, tmp_path / "there")
    assert not (tmp_path / "there").exists()
