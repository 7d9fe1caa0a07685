"""Cases 2 and 3: two notebooks at once are the normal case, and a stuck one is said in words."""

import os
import sqlite3
import time
from pathlib import Path

import pytest

import olenb
from olenb.core import backups, opening, restoring
from olenb.core.errors import WorkbookBusy, WorkbookReplaced
from olenb.core.store import Store

from .conftest import Child, add, names, needs_posix

pytestmark = needs_posix


def read_then_write(folder: Path, times: int) -> float:
    """Count the people and add one of that number, so many times; return the longest wait."""
    store, longest = Store.open(folder), 0.0
    for _ in range(times):
        begun = time.monotonic()
        with store.change("Added a person") as change:
            (count,) = store.rows("SELECT count(*) FROM person")[0]
            change.insert("person", name=f"Number {count}", is_ego=0)
        longest = max(longest, time.monotonic() - begun)
    return longest


@pytest.mark.parametrize("times", [25, pytest.param(300, marks=pytest.mark.faults)])
def test_two_notebooks_write_and_every_step_lands_once(store: Store, times: int) -> None:
    children = [Child(lambda: read_then_write(store.folder, times)) for _ in range(2)]
    waits = [child.begun().result() for child in children]
    assert names(store.folder) == [f"Number {n}" for n in range(2 * times)]
    assert max(waits) <= opening.WAIT_SECONDS


@pytest.mark.parametrize("times", [3, pytest.param(40, marks=pytest.mark.faults)])
def test_two_notebooks_that_begin_at_once_begin_one_workbook(tmp_path: Path, times: int) -> None:
    for n in range(times):
        folder = tmp_path / str(n)

        def begin(folder: Path = folder) -> bool:
            add(Store.create(folder), str(os.getpid()))
            return True

        children = [Child(begin) for _ in range(3)]
        assert all(child.begun().result() for child in children)
        assert len(names(folder)) == 3
        assert not list(folder.glob(".workbook*"))


def test_a_lock_that_is_held_too_long_is_one_plain_sentence_and_nothing_is_half_done(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "Ana")
    holder = sqlite3.connect(store.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    store._db.execute("PRAGMA busy_timeout = 50")
    with pytest.raises(WorkbookBusy) as caught:
        add(store, "Bo", "Cy")
    assert str(caught.value) == (
        "Another notebook is saving right now, and took more than five seconds. "
        "Nothing was changed. Please try again in a moment."
    )
    holder.execute("ROLLBACK")
    assert names(store.folder) == ["Ana"]
    add(store, "Bo", "Cy")


@pytest.mark.parametrize("what", ["open", "read", "backup", "restore", "undo"])
def test_nothing_waits_for_ever_for_a_file_that_another_keeps_to_itself(
    store: Store, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    add(store, "Ana")
    backup = backups.make(store, "import")
    monkeypatch.setattr(opening, "WAIT_SECONDS", 0.05)
    store._db.execute("PRAGMA busy_timeout = 50")
    holder = sqlite3.connect(store.path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    does = {
        "open": lambda: Store.open(store.folder),
        "read": lambda: store.rows("SELECT * FROM person"),
        "backup": lambda: backups.make(store, "import"),
        "restore": lambda: restoring.restore(store.folder, backup),
        "undo": store.undo,
    }
    with pytest.raises(WorkbookBusy, match="Another notebook"):
        does[what]()
    holder.execute("ROLLBACK")
    assert names(store.folder) == ["Ana"]
    assert len(backups.listed(store.folder)) == 1
    assert not list(store.folder.rglob("*.part")) + list(store.folder.rglob("*.restored"))


def test_a_busy_workbook_is_no_example_and_is_there_again_afterwards(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    olenb.open_workbook(home).add("Ana")
    monkeypatch.setattr(opening, "WAIT_SECONDS", 0.05)
    holder = sqlite3.connect(home / "workbook.olenb", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    wb = olenb.open_workbook(home)
    assert isinstance(wb.trouble, WorkbookBusy)
    assert not wb.is_example
    holder.execute("ROLLBACK")
    wb.reopen()
    assert list(wb.people["name"]) == ["Ana"]


def test_a_step_into_a_file_that_was_replaced_meanwhile_is_refused_and_not_lost(
    store: Store,
) -> None:
    add(store, "Ana")
    backup = backups.make(store, "import")
    other = Store.open(store.folder)
    restoring.restore(store.folder, backup)
    with pytest.raises(WorkbookReplaced, match="try again"):
        add(other, "Bo")
    assert names(store.folder) == ["Ana"]
    assert other.is_replaced
