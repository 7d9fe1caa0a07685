"""Backups: private, checked, thinned, and brought back without losing what they replace."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from olenb.core import backups, restoring
from olenb.core.errors import WorkbookDamaged, WorkbookMissing
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


def test_of_two_within_a_second_the_later_one_is_the_newest(store):
    backups.make(store, "zebra")
    later = backups.make(store, "ant")
    assert backups.listed(store.folder)[0].path == later


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
    restoring.restore(store.folder)
    assert names(store.folder) == ["Ana"]
    replaced = [b.path for b in backups.listed(store.folder) if b.reason == "replaced"]
    assert len(replaced) == 1
    Path(store.folder, FILE).write_bytes(replaced[0].read_bytes())
    assert names(store.folder) == ["Ana", "Bo"]


def test_restoring_works_where_the_file_is_gone(store):
    backups.make(store, "import")
    store.close()
    store.path.unlink()
    restoring.restore(store.folder)
    assert names(store.folder) == ["Ana"]
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_without_a_sound_backup_nothing_is_touched(store):
    with pytest.raises(WorkbookMissing, match="Nothing was changed"):
        restoring.restore(store.folder)
    assert names(store.folder) == ["Ana"]


def stand_in(folder: Path, name: str, *, sound: bool = True) -> Path:
    """Put a file in place of a backup, with the sum of a sound one."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.olenb"
    path.touch()
    if sound:
        backups.note_sum(path, path)
    return path


def test_old_backups_are_thinned_to_one_a_day_and_then_one_a_month(tmp_path):
    folder = tmp_path / backups.FOLDER
    today = datetime.now(UTC)
    for days in range(100):
        for hour in ("08", "20"):
            stand_in(folder, f"{today - timedelta(days=days):%Y-%m-%d} {hour}-00-00 before import")
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


def test_of_a_day_the_newest_sound_one_stays_and_without_one_all_do(tmp_path):
    folder, week_ago = tmp_path / backups.FOLDER, datetime.now(UTC) - timedelta(days=7)
    sound = stand_in(folder, f"{week_ago:%Y-%m-%d} 08-00-00 before import")
    stand_in(folder, f"{week_ago:%Y-%m-%d} 20-00-00 before import", sound=False)
    day_before = week_ago - timedelta(days=1)
    for hour in ("08", "20"):
        stand_in(folder, f"{day_before:%Y-%m-%d} {hour}-00-00 before import", sound=False)
    backups.thin(folder)
    left = sorted(folder.glob("*.olenb"))
    assert [p.name[:10] for p in left] == [f"{day_before:%Y-%m-%d}"] * 2 + [sound.name[:10]]
    assert left[-1] == sound


def test_those_made_by_routine_are_thinned_after_a_day(tmp_path):
    folder, yesterday = tmp_path / backups.FOLDER, datetime.now().astimezone() - timedelta(days=1)
    for hour in ("08", "09", "10"):
        stand_in(folder, f"{yesterday:%Y-%m-%d} {hour}-00-00 before {backups.ROUTINE}")
        stand_in(folder, f"{yesterday:%Y-%m-%d} {hour}-30-00 before import")
    backups.thin(folder)
    reasons = [backup.reason for backup in backups.listed(tmp_path)]
    assert sorted(reasons) == ["import", "import", "import", backups.ROUTINE]


def ago(**past: float) -> str:
    return (datetime.now(UTC) - timedelta(**past)).isoformat(timespec="seconds")


@pytest.mark.parametrize(
    ("first", "last", "is_due"), [(None, None, False), (29, 1, False), (31, 1, True)]
)
def test_after_half_an_hour_of_changes_one_is_due(store, first, last, is_due):
    moments = [None if minutes is None else ago(minutes=minutes) for minutes in (first, last)]
    assert (backups.make_if_due(store, *moments) is not None) is is_due


def test_what_is_in_a_backup_already_is_not_copied_again(store):
    hour_ago = datetime.now().astimezone() - timedelta(hours=1)
    stand_in(store.folder / backups.FOLDER, f"{hour_ago:%Y-%m-%d %H-%M-%S} before import")
    assert backups.make_if_due(store, ago(days=3), ago(minutes=61)) is None
    assert backups.make_if_due(store, ago(days=3), ago(minutes=5)) is not None
    assert backups.make_if_due(store, ago(days=3), ago(minutes=5)) is None


def test_a_routine_backup_that_fails_keeps_nobody_from_going_on(store):
    (store.folder / backups.FOLDER).write_text("in its way")
    assert backups.make_if_due(store, ago(hours=2), ago(hours=1)) is None


def test_a_damaged_workbook_is_not_copied_as_if_it_were_sound(store):
    for n in range(300):
        add(store, f"Person {n} " + "x" * 200)
    content = bytearray(store.path.read_bytes())
    content[-4096 * 9 : -4096 * 8] = b"\xff" * 4096
    store.close()
    store.path.write_bytes(content)
    damaged = Store.open_damaged(store.folder, WorkbookDamaged("It is damaged."))
    with pytest.raises(WorkbookDamaged):
        backups.make(damaged, "import")
    assert not list((store.folder / backups.FOLDER).iterdir())


def test_a_list_of_backups_tells_when_why_and_how_many_people(store):
    backups.make(store, "import")
    (store.folder / backups.FOLDER / "my own copy.olenb").touch()
    made, own = backups.listed(store.folder)
    assert (made.reason, made.people) == ("import", 1)
    assert datetime.now().astimezone() - made.made_at < timedelta(minutes=1)
    assert (own.made_at, own.people) == (None, None)
