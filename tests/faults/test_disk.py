"""Cases 4, 5 and 6: a full disk and a place that can't be written to."""

import hashlib
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import olenb
from olenb.contacts.importers import loader
from olenb.core import backups, place, restoring
from olenb.core.errors import DiskFull, NotWritten, OlenbError, WorkbookReadOnly
from olenb.core.store import Store
from olenb.views import export

from .conftest import Child, add, is_whole, names, needs_posix
from .test_crash import people

pytestmark = needs_posix
FULL = (
    "The disk is full or can't be written to. This step was not saved; "
    "everything before it is. Make some room and try again."
)
Mount = Callable[[int], Path]


def fill(folder: Path, leave: int = 0) -> Path:
    """Leave so many kB on a disk."""
    ballast = folder / "ballast"
    room = os.statvfs(folder)
    size = max(0, room.f_bavail * room.f_frsize - leave * 1024)
    with ballast.open("wb") as file:
        while size > 0:
            file.write(b"\0" * min(size, 4096))
            size -= 4096
    return ballast


def test_no_room_in_the_file_saves_nothing_of_the_step_and_says_so(store: Store) -> None:
    add(store, "Ana")
    pages = store.rows("PRAGMA page_count")[0][0]
    store._db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFull) as caught:
        add(store, *(f"P{n} {'x' * 900}" for n in range(100)))
    assert str(caught.value) == FULL
    assert names(store.folder) == ["Ana"]
    add(store, "Bo")
    assert names(store.folder) == ["Ana", "Bo"]


def test_a_limit_of_the_system_is_a_full_disk_too(store: Store) -> None:
    add(store, "Ana")

    def limited() -> str:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        size = store.path.stat().st_size + 20_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            add(Store.open(store.folder), *(f"P{n} {'x' * 900}" for n in range(300)))
        except OlenbError as error:
            return type(error).__name__ + str(error)
        return "no trouble"

    assert Child(limited).begun().result() == f"DiskFull{FULL}"
    assert names(store.folder) == ["Ana"]
    assert is_whole(store.folder)


def test_a_full_disk_keeps_what_was_saved_and_goes_on_once_there_is_room(small_disk: Mount) -> None:
    disk = small_disk(1_800)
    store = Store.create(disk / "olenb")
    add(store, "Ana")
    ballast = fill(disk, leave=8)
    with pytest.raises(DiskFull, match="Make some room"):
        add(store, *(f"P{n} {'x' * 900}" for n in range(300)))
    assert names(store.folder) == ["Ana"]
    assert is_whole(store.folder)
    ballast.unlink()
    add(store, "Bo")
    assert names(store.folder) == ["Ana", "Bo"]
    store.close()


@pytest.mark.parametrize("leave", [4, 40, 200, 300, 400])
def test_an_import_onto_a_full_disk_brings_in_nobody_and_leaves_no_drafts(
    small_disk: Mount, leave: int
) -> None:
    disk = small_disk(3_000)
    store = Store.create(disk / "olenb")
    add(store, "Ana")
    plan = loader.plan(store, people(2_000))
    fill(disk, leave)
    with pytest.raises(DiskFull):
        loader.apply(store, plan)
    assert names(store.folder) == ["Ana"]
    assert is_whole(store.folder)
    assert not list(store.folder.rglob("*.part"))
    assert all(backups.is_sound(backup.path) for backup in backups.listed(store.folder))
    store.close()


def test_a_restore_onto_a_full_disk_changes_nothing(small_disk: Mount) -> None:
    disk = small_disk(3_000)
    store = Store.create(disk / "olenb")
    add(store, "Ana")
    backup = backups.make(store, "import")
    add(store, "Bo")
    store.close()
    fill(disk, leave=8)
    with pytest.raises(DiskFull):
        restoring.restore(store.folder, backup)
    assert names(store.folder) == ["Ana", "Bo"]
    assert [path.name for path in store.folder.iterdir() if path.is_file()] == ["workbook.olenb"]


def test_a_move_onto_a_full_stick_leaves_the_workbook_where_it_is(
    small_disk: Mount, home: Path
) -> None:
    store = Store.create(home)
    add(store, "Ana")
    store.close()
    stick = small_disk(40)
    with pytest.raises(DiskFull):
        place.move(home, stick)
    assert names(place.workbook_folder(home)) == ["Ana"]


def test_a_first_step_onto_a_full_disk_begins_no_workbook(small_disk: Mount) -> None:
    disk = small_disk(60)
    wb = olenb.open_workbook(disk / "olenb", sample=False)
    with pytest.raises(DiskFull):
        wb.add("Ana")
    assert wb.is_example
    assert not [path for path in disk.rglob("*") if path.is_file()]


def test_an_export_onto_a_full_disk_keeps_the_old_file(small_disk: Mount) -> None:
    disk = small_disk(300)
    export.write(b"old" * 10_000, disk / "list.csv")
    before = hashlib.sha256((disk / "list.csv").read_bytes()).hexdigest()
    fill(disk, leave=12)
    with pytest.raises(NotWritten, match="Nothing was changed"):
        export.write(b"new" * 90_000, disk / "list.csv")
    assert hashlib.sha256((disk / "list.csv").read_bytes()).hexdigest() == before
    assert sorted(path.name for path in disk.iterdir()) == ["ballast", "list.csv"]


# Case 6: what can't be written to.


def theirs(folder: Path) -> str:
    store = Store.create(folder)
    add(store, "Ana")
    store.close()
    return "made"


def look(folder: Path) -> dict[str, Any]:
    """Open a workbook, read it, try to add somebody, and say how that went."""
    wb = olenb.open_workbook(folder, sample=False)
    seen = {"trouble": type(wb.trouble).__name__, "example": wb.is_example}
    try:
        seen["names"] = [row["name"] for row in wb.store.rows("SELECT name FROM person")]
        with wb.writing() as store:
            add(store, "Bo")
    except OlenbError as error:
        seen["said"] = f"{type(error).__name__}: {error}"
    return seen


@pytest.mark.parametrize(("file", "folder"), [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)])
def test_what_can_only_be_read_is_read_and_refuses_every_change(
    as_somebody: Callable[..., Any], their_folder: Path, file: int, folder: int
) -> None:
    home = their_folder / "olenb"
    assert as_somebody(lambda: theirs(home)) == "made"
    (home / "workbook.olenb").chmod(file)
    home.chmod(folder)
    seen = as_somebody(lambda: look(home))
    assert seen["trouble"] == "WorkbookReadOnly"
    assert seen["names"] == ["Ana"]
    assert seen["said"].startswith("WorkbookReadOnly: The workbook")
    assert "can be read but not written to. Nothing was changed." in seen["said"]
    home.chmod(0o700)
    (home / "workbook.olenb").chmod(0o600)
    assert as_somebody(lambda: look(home)) == {
        "trouble": "NoneType",
        "example": False,
        "names": ["Ana"],
    }


def test_what_may_not_even_be_read_is_no_example(
    as_somebody: Callable[..., Any], their_folder: Path
) -> None:
    home = their_folder / "olenb"
    as_somebody(lambda: theirs(home))
    (home / "workbook.olenb").chmod(0o000)
    seen = as_somebody(lambda: look(home))
    assert (seen["trouble"], seen["example"]) == ("WorkbookReadOnly", False)
    assert "you may not read it" in seen["said"]
    assert "names" not in seen


def test_a_disk_that_was_mounted_for_reading_only_is_one_sentence(small_disk: Mount) -> None:
    disk = small_disk(1_800)
    store = Store.create(disk / "olenb")
    add(store, "Ana")
    backups.make(store, "import")
    store.close()
    if os.system(f"mount -o remount,ro {disk}"):
        pytest.skip("a disk can't be made read-only here")
    wb = olenb.open_workbook(disk / "olenb", sample=False)
    assert isinstance(wb.trouble, WorkbookReadOnly)
    assert list(wb.people["name"]) == ["Ana"]
    with pytest.raises(WorkbookReadOnly, match="Nothing was changed"):
        wb.add("Bo")
    with pytest.raises(WorkbookReadOnly, match="Nothing was changed"):
        wb.care.restore()
    wb.close()
