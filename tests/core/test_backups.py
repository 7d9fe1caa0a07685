"""Backups: private, checked, thinned, and brought back without losing what they replace."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from olenb.core import backups
from olenb.core.errors import WorkbookMissing
from olenb.core.folders import FILE
from olenb.core.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.create(tmp_path / "olenb")
    add(store, "Ana")
    return store


def add(store: Store, name: str) -> None:
    with store.change("Added a person") as change:
        change.insert("person", name=name, is_ego=0)


def names(folder: Path) -> list[str]:
    return [row["name"] for row in Store.open(folder).rows("SELECT name FROM person ORDER BY id")]


def test_a_backup_is_a_sound_copy_for_the_user_alone(store):
    backup = backups.make(store, "import")
    assert backups.is_sound(backup)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700
    assert "before import" in backup.name
    assert not list(backup.parent.glob("*.part"))


def test_two_backups_within_a_second_are_two_files(store):
    assert backups.make(store, "import") != backups.make(store, "import")
    assert len(backups.listed(store.folder)) == 2


def test_the_example_needs_no_backup():
    assert backups.make(Store.example({}), "import") is None


def test_one_changed_byte_makes_a_backup_unsound(store):
    backup = backups.make(store, "import")
    content = bytearray(backup.read_bytes())
    content[-1] ^= 1
    backup.write_bytes(content)
    assert not backups.is_sound(backup)


def test_a_backup_without_its_sum_is_not_trusted(store):
    backup = backups.make(store, "import")
    backup.with_suffix(".sha256").unlink()
    assert not backups.is_sound(backup)


def test_restoring_brings_back_the_newest_sound_backup_and_keeps_what_it_replaces(store):
    backups.make(store, "import")
    add(store, "Bo")
    newer = backups.make(store, "merge")
    newer.write_bytes(b"damaged")
    store.close()
    backups.restore(store.folder)
    assert names(store.folder) == ["Ana"]
    replaced = [p for p in backups.listed(store.folder) if "replaced" in p.name]
    assert len(replaced) == 1
    Path(store.folder, FILE).write_bytes(replaced[0].read_bytes())
    assert names(store.folder) == ["Ana", "Bo"]


def test_restoring_works_where_the_file_is_gone(store):
    backups.make(store, "import")
    store.close()
    store.path.unlink()
    backups.restore(store.folder)
    assert names(store.folder) == ["Ana"]
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_without_a_sound_backup_nothing_is_touched(store):
    with pytest.raises(WorkbookMissing, match="Nothing was changed"):
        backups.restore(store.folder)
    assert names(store.folder) == ["Ana"]


def test_old_backups_are_thinned_to_one_a_day_and_then_one_a_month(tmp_path):
    folder = tmp_path / backups.FOLDER
    folder.mkdir()
    today = datetime.now(UTC)
    for days in range(100):
        for hour in (8, 20):
            stamp = f"{today - timedelta(days=days):%Y-%m-%d} {hour:02d}-00-00"
            (folder / f"{stamp} before import.olenb").touch()
    (folder / "my own copy.olenb").touch()
    backups.thin(folder)
    left = [p.name for p in folder.glob("*.olenb")]
    recent = f"{today:%Y-%m-%d}"
    assert sum(name.startswith(recent) for name in left) == 2
    week_ago = f"{today - timedelta(days=7):%Y-%m-%d}"
    assert [n for n in left if n.startswith(week_ago)] == [
        f"{week_ago} 20-00-00 before import.olenb"
    ]
    assert 30 < len(left) < 40
    assert "my own copy.olenb" in left
