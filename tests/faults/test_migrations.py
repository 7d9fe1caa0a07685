"""Case 10: whatever happens during an update, the file is the old one or the new one."""

import os
import random
import sqlite3
import time
from pathlib import Path

import pytest

import olenb
from olenb.core import backups, migrations, schema
from olenb.core.errors import DiskFull, UpdateFailed, WorkbookBusy
from olenb.core.store import Store
from olenb.core.tables.table import Column, Table

from .conftest import Child, add, is_whole, names, needs_posix

PEOPLE = [f"P{n}" for n in range(120)]


def first_step(db: sqlite3.Connection) -> None:
    """Rename a column, in history too, and add one that is computed from another."""
    db.execute("ALTER TABLE person RENAME COLUMN shared TO in_common")
    db.execute("ALTER TABLE person ADD COLUMN initial TEXT")
    for person, name in db.execute("SELECT id, name FROM person").fetchall():
        db.execute("UPDATE person SET initial = ? WHERE id = ?", (name[:1], person))
    db.execute(
        "UPDATE history SET was = json_remove(json_set(was, '$.in_common', "
        "json_extract(was, '$.shared')), '$.shared') WHERE tbl = 'person' AND was IS NOT NULL"
    )


def second_step(db: sqlite3.Connection) -> None:
    """Make a table anew under stricter rules, as SQLite wants it done."""
    db.execute(
        "CREATE TABLE new_setting (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,"
        " value TEXT NOT NULL CHECK (json_valid(value)), UNIQUE (name)) STRICT"
    )
    db.execute("INSERT INTO new_setting SELECT id, name, value FROM setting")
    db.execute("DROP TABLE setting")
    db.execute("ALTER TABLE new_setting RENAME TO setting")


def _newer_person() -> Table:
    old = schema.TABLES["person"]
    renamed = [Column("in_common", c.means) if c.name == "shared" else c for c in old.columns]
    columns = (*renamed, Column("initial", "the first letter"))
    return Table("person", old.means, columns, old.unique, old.indexes, old.checks)


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workbook of version 1 in a world where olenb knows version 3."""
    folder = tmp_path / "olenb"
    store = Store.create(folder)
    person, *_ = add(store, *PEOPLE)
    with store.change("Changed a fact about a person") as change:
        change.update("person", person, shared="a choir")
        change.update("person", person, shared="a school")
        change.insert("setting", name="columns", value='{"a": 1}')
    store.close()
    monkeypatch.setattr(schema, "VERSION", 3)
    monkeypatch.setitem(schema.TABLES, "person", _newer_person())
    monkeypatch.setitem(migrations.STEPS, 1, first_step)
    monkeypatch.setitem(migrations.STEPS, 2, second_step)
    return folder


def version(folder: Path) -> int:
    db = sqlite3.connect(folder / "workbook.olenb")
    try:
        return int(db.execute("PRAGMA user_version").fetchone()[0])
    finally:
        db.close()


def test_an_older_file_is_brought_up_to_date_after_a_backup(old: Path) -> None:
    store = Store.open(old)
    row = store.rows("SELECT in_common, initial FROM person")[0]
    assert tuple(row) == ("a school", "P")
    (backup,) = backups.listed(old)
    assert (backup.reason, backup.people) == ("update", 120)
    assert backups.is_sound(backup.path)
    assert version(old) == 3
    assert is_whole(old)


def test_a_step_is_nothing_to_undo_and_undo_goes_on_across_it(old: Path) -> None:
    store = Store.open(old)
    assert store.undo() == "Changed a fact about a person"
    assert store.rows("SELECT in_common FROM person")[0]["in_common"] is None
    assert store.undo() == "Added 120 people"
    assert names(old) == []


def test_the_history_is_kept_again_afterwards(old: Path) -> None:
    store = Store.open(old)
    with store.change("Changed a fact about a person") as change:
        change.update("person", 1, in_common="a lake")
    store.undo()
    assert store.rows("SELECT in_common FROM person")[0]["in_common"] == "a school"


class Stopped(Exception):
    """The moment at which the child dies."""


def die_at(folder: Path, moment: int) -> int:
    """Bring a file up to date, or die before statement number `moment`; return their number."""
    count = 0

    def step_by_step(_statement: str) -> None:
        nonlocal count
        count += 1
        if count == moment:
            os._exit(9)

    connect = migrations.bring_up_to_date

    def watched(store: Store, db: sqlite3.Connection) -> None:
        db.set_trace_callback(step_by_step)
        connect(store, db)
        db.set_trace_callback(None)

    migrations.bring_up_to_date = watched
    Store.open(folder).close()
    return count


def _points(count: int, all_of_them: bool) -> list[int]:
    return list(range(1, count + 1)) if all_of_them else random.Random(3).sample(range(count), 6)


@needs_posix
@pytest.mark.parametrize("all_of_them", [False, pytest.param(True, marks=pytest.mark.faults)])
def test_a_crash_at_any_point_leaves_the_old_file_and_the_next_try_the_new_one(
    old: Path, all_of_them: bool, tmp_path: Path
) -> None:
    whole = (old / "workbook.olenb").read_bytes()
    count = Child(lambda: die_at(old, 0)).begun().result()
    assert count > 150
    for point in _points(count, all_of_them):
        (old / "workbook.olenb").write_bytes(whole)
        child = Child(lambda point=point: die_at(old, point)).begun()
        os.waitpid(child.pid, 0)
        assert version(old) in (1, 3), "never in between"
        for backup in backups.listed(old):
            assert backups.is_sound(backup.path)
            assert backup.people == 120
            backups.remove(backup.path)
        assert names(old) == PEOPLE
        assert version(old) == 3
        assert is_whole(old)


@needs_posix
@pytest.mark.parametrize("times", [3, pytest.param(60, marks=pytest.mark.faults)])
def test_a_kill_at_any_moment_does_too(old: Path, times: int) -> None:
    whole, rng = (old / "workbook.olenb").read_bytes(), random.Random(4)
    for _ in range(times):
        (old / "workbook.olenb").write_bytes(whole)
        child = Child(lambda: Store.open(old) and None).begun()
        time.sleep(rng.uniform(0, 0.08))
        child.kill()
        assert version(old) in (1, 3)
        assert names(old) == PEOPLE
        assert is_whole(old)
        for backup in backups.listed(old):
            backups.remove(backup.path)


@needs_posix
def test_two_notebooks_bring_it_up_to_date_once(old: Path) -> None:
    children = [Child(lambda: len(names(old))) for _ in range(3)]
    assert [child.begun().result() for child in children] == [120] * 3
    assert version(old) == 3
    assert is_whole(old)


def _fails(db: sqlite3.Connection) -> None:
    db.execute("UPDATE person SET name = 'half of them' WHERE id < 60")
    db.execute("SELECT nonsense FROM nowhere")


def _forgets_a_column(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE person ADD COLUMN initial TEXT")


def _breaks_a_reference(db: sqlite3.Connection) -> None:
    first_step(db)
    db.execute("INSERT INTO identifier (person, kind, key) VALUES (9999, 'email', 'x@y.example')")


@pytest.mark.parametrize("step", [_fails, _forgets_a_column, _breaks_a_reference])
def test_a_step_that_fails_leaves_the_file_as_it_was_and_says_so(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: object
) -> None:
    monkeypatch.setitem(migrations.STEPS, 1, step)
    whole = (old / "workbook.olenb").read_bytes()
    with pytest.raises(UpdateFailed, match="exactly as it was, and a copy is in the folder"):
        Store.open(old)
    assert (old / "workbook.olenb").read_bytes() == whole
    wb = olenb.open_workbook(old)
    assert isinstance(wb.trouble, UpdateFailed)
    assert not wb.can_be_read
    assert not wb.is_example


def test_without_room_for_the_backup_nothing_is_begun(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_store: object, _reason: str) -> None:
        raise DiskFull("The disk is full.")

    monkeypatch.setattr(backups, "make", full)
    whole = (old / "workbook.olenb").read_bytes()
    with pytest.raises(DiskFull):
        Store.open(old)
    assert (old / "workbook.olenb").read_bytes() == whole


def test_a_file_that_another_notebook_holds_is_brought_up_to_date_later(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("olenb.core.opening.WAIT_SECONDS", 0.05)
    holder = sqlite3.connect(old / "workbook.olenb", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(WorkbookBusy):
        Store.open(old)
    holder.execute("ROLLBACK")
    assert names(old) == PEOPLE


@needs_posix
def test_an_older_file_that_can_only_be_read_says_what_it_needs(old: Path) -> None:
    def locked() -> str:
        wb = olenb.open_workbook(old)
        return f"{type(wb.trouble).__name__}: {wb.trouble}"

    if os.geteuid() == 0:
        from olenb.core import store

        real = store.is_writable
        store.is_writable = lambda _path: False
        try:
            said = locked()
        finally:
            store.is_writable = real
    else:
        (old / "workbook.olenb").chmod(0o400)
        said = locked()
    assert said.startswith("UpdateFailed: ")
    assert "can't be written to where it lies. Nothing was changed." in said
    assert version(old) == 1


@pytest.mark.parametrize("version", sorted(migrations.STEPS) or [None])
def test_every_step_that_is_shipped_leads_to_the_declared_tables(version: int | None) -> None:
    assert sorted(migrations.STEPS) == list(range(1, schema.VERSION)), "a step for each version"
