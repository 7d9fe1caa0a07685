"""Cases 7, 8 and 9: a file that isn't sound, isn't there or is too new; and bringing one back."""

import json
import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

import olenb
from olenb.cli import main
from olenb.core import backups, restoring
from olenb.core.errors import (
    OlenbError,
    WorkbookDamaged,
    WorkbookMissing,
    WorkbookNewer,
    WrongFile,
)
from olenb.core.folders import FILE
from olenb.core.store import Store
from olenb.workbook import Workbook

from .conftest import add, names

Break = Callable[[Path], None]


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def zero_the_header(path: Path) -> None:
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])


def save_a_page_over_it(path: Path) -> None:
    path.write_text("<html><body>Please sign in to the network</body></html>" * 30)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def spoil_a_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    at = random.Random(1).randrange(pages * 2 // 3, pages) * 4096
    content[at : at + 4096] = random.Random(2).randbytes(4096)
    path.write_bytes(content)


def make_newer(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 999")
    db.close()


BROKEN: dict[str, tuple[Break, type[OlenbError]]] = {
    "cut in half": (cut_in_half, WorkbookDamaged),
    "its header zeroed": (zero_the_header, WorkbookDamaged),
    "a web page saved over it": (save_a_page_over_it, WorkbookDamaged),
    "empty": (empty, WorkbookDamaged),
    "a page spoiled": (spoil_a_page, WorkbookDamaged),
    "missing": (Path.unlink, WorkbookMissing),
    "newer": (make_newer, WorkbookNewer),
}


@pytest.fixture(params=BROKEN)
def broken(request: pytest.FixtureRequest, home: Path) -> tuple[Path, type[OlenbError], bytes]:
    """A workbook with two backups that was then broken."""
    store = Store.create(home)
    add(store, "Ana")
    backups.make(store, "import")
    add(store, *(f"Person {n} {'x' * 300}" for n in range(200)))
    backups.make(store, "merge")
    store.close()
    breaks, error = BROKEN[request.param]
    breaks(home / FILE)
    left = (home / FILE).read_bytes() if (home / FILE).exists() else b""
    return home, error, left


def test_a_broken_file_opens_to_no_change_and_is_left_as_it_is(
    broken: tuple[Path, type[OlenbError], bytes],
) -> None:
    home, error, left = broken
    wb = olenb.open_workbook(home)
    assert type(wb.trouble) is error
    assert not wb.is_example
    for step in (lambda: wb.add("Bo"), lambda: wb.add_target("Elm"), wb.undo):
        with pytest.raises(error):
            step()
    assert wb.backup is not None
    after = (home / FILE).read_bytes() if (home / FILE).exists() else b""
    assert after == left
    assert (home / FILE).exists() is bool(left) or error is WorkbookDamaged


def test_what_can_be_read_of_it_is_shown_and_the_rest_never_as_if_it_were_all(
    broken: tuple[Path, type[OlenbError], bytes],
) -> None:
    home, error, _ = broken
    wb = olenb.open_workbook(home)
    if not wb.can_be_read:
        for read in (lambda: wb.people, wb.introductions, wb.checkpoint):
            with pytest.raises(error, match=r"Nothing was changed|left exactly as it is"):
                read()
    else:
        assert error is WorkbookDamaged
        assert len(wb.store.rows("SELECT * FROM setting")) == 0
    assert repr(wb) == "<your workbook, in trouble>"


def test_the_newest_sound_backup_comes_back_and_that_can_be_taken_back_exactly(
    broken: tuple[Path, type[OlenbError], bytes],
) -> None:
    home, error, left = broken
    wb = olenb.open_workbook(home)
    done = wb.care.restore()
    assert wb.trouble is None
    assert len(wb.store.rows("SELECT * FROM person")) == 201
    if error is WorkbookMissing:
        assert done.replaced is None
        return
    wb.care.restore(done.replaced)
    assert (home / FILE).read_bytes() == left
    assert type(wb.trouble) is error


def test_an_older_backup_can_be_chosen(broken: tuple[Path, type[OlenbError], bytes]) -> None:
    home, _, _ = broken
    wb = olenb.open_workbook(home)
    found = wb.care.backups()
    assert list(found["people"]) == [201, 1]
    assert found["is_sound"].all()
    wb.care.restore(found["path"].iloc[-1])
    assert list(wb.people["name"]) == ["Ana"]


def test_on_the_command_line_trouble_is_a_sentence_and_restore_mends_it(
    broken: tuple[Path, type[OlenbError], bytes],
) -> None:
    home, _, _ = broken
    run = CliRunner().invoke
    failed = run(main, ["--home", str(home), "add", "Bo"])
    assert failed.exit_code == 2
    assert "Traceback" not in failed.output
    listed = run(main, ["--home", str(home), "restore", "--list", "--json"])
    assert [(row["people"], row["sound"]) for row in json.loads(listed.stdout)] == [
        (201, True),
        (1, True),
    ]
    assert run(main, ["--home", str(home), "restore"]).exit_code == 0
    assert run(main, ["--home", str(home), "add", "Bo"]).exit_code == 0


def test_a_page_that_was_spoiled_while_the_workbook_was_open_is_found_out(home: Path) -> None:
    store = Store.create(home)
    add(store, *(f"Person {n} {'x' * 300}" for n in range(500)))
    store.close()
    wb = olenb.open_workbook(home)
    content = bytearray((home / FILE).read_bytes())
    for at in range(0, len(content), 4096):  # in the table, in its index
        if b"Person 250" in content[at : at + 4096]:
            content[at : at + 4096] = b"\xff" * 4096
    (home / FILE).write_bytes(content)
    wb.store._db.execute("PRAGMA shrink_memory")  # it still has the pages of a moment ago
    with pytest.raises(WorkbookDamaged, match="left exactly as it is"):
        wb.store.rows("SELECT sum(length(name)) FROM person NOT INDEXED")
    wb.reopen()
    assert isinstance(wb.trouble, WorkbookDamaged)


@pytest.mark.parametrize("what", ["nothing", "folder", "backups"])
def test_a_file_that_is_not_there_is_never_made_by_looking_for_it(home: Path, what: str) -> None:
    if what != "nothing":
        home.mkdir()
    if what == "backups":
        (home / "backups").mkdir()
        (home / "backups" / "2026-11-25 09-00-00 before import.olenb").write_bytes(b"")
    before = sorted(home.rglob("*"))
    wb = olenb.open_workbook(home)
    assert wb.is_example is (what != "backups")
    assert sorted(home.rglob("*")) == before


def test_another_programs_file_is_not_taken_for_a_backup(store: Store, tmp_path: Path) -> None:
    add(store, "Ana")
    holiday = tmp_path / "holiday.olenb"
    sqlite3.connect(holiday).execute("CREATE TABLE person (id)").connection.close()
    letter = tmp_path / "letter.olenb"
    letter.write_text("Dear diary")
    newer = tmp_path / "newer.olenb"
    newer.write_bytes(backups.make(store, "import").read_bytes())
    make_newer(newer)
    before = store.path.read_bytes()
    for file in (holiday, letter, newer):
        with pytest.raises(WrongFile, match="Nothing was changed"):
            restoring.restore(store.folder, file)
    with pytest.raises(WorkbookMissing, match="no such backup"):
        restoring.restore(store.folder, tmp_path / "nowhere.olenb")
    assert store.path.read_bytes() == before
    assert len(backups.listed(store.folder)) == 1


def test_a_backup_can_be_named_without_its_folder(store: Store) -> None:
    add(store, "Ana")
    backup = backups.make(store, "import")
    add(store, "Bo")
    store.close()
    restoring.restore(store.folder, Path(backup.name))
    assert names(store.folder) == ["Ana"]


def test_a_stick_without_second_names_is_restored_on_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_paths: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    add(store, "Ana")
    backup = backups.make(store, "import")
    add(store, "Bo")
    store.close()
    monkeypatch.setattr(os, "link", no_links)
    done = restoring.restore(store.folder, backup)
    assert names(store.folder) == ["Ana"]
    restoring.restore(store.folder, done.replaced)
    assert names(store.folder) == ["Ana", "Bo"]
    assert Store.create(store.folder).rows("SELECT count(*) FROM person")[0][0] == 2
    assert names(Store.create(store.folder / "new").folder) == []


def test_every_damage_to_any_byte_leaves_a_sentence_and_no_traceback(home: Path) -> None:
    store = Store.create(home)
    add(store, *(f"Person {n}" for n in range(30)))
    store.close()
    whole, rng = (home / FILE).read_bytes(), random.Random(7)
    for _ in range(150):
        content = bytearray(whole)
        at = rng.choice((rng.randrange(100), rng.randrange(len(content))))
        content[at : at + rng.choice((1, 8, 300))] = rng.randbytes(rng.choice((1, 8, 300)))
        (home / FILE).write_bytes(content)
        _try_everything(olenb.open_workbook(home))
        for journal in home.glob("*-journal"):
            journal.unlink()


def _try_everything(wb: Workbook) -> None:
    steps = (lambda: wb.people, wb.checkpoint, lambda: wb.add("Bo"), wb.undo, wb.backup)
    for step in steps:
        with suppress(OlenbError):
            step()
    wb.close()
