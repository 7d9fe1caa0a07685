"""A borrowed computer: the file goes onto a stick, and nothing stays behind."""

from pathlib import Path

import pytest

from olenb.core import backups, place
from olenb.core.errors import WorkbookMissing, WorkbookReadOnly
from olenb.core.folders import FILE
from olenb.core.store import Store


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def started(home: Path) -> Store:
    store = Store.create(home)
    with store.change("Added a person") as change:
        change.insert("person", name="Ana", is_ego=0)
    return store


def names(folder: Path) -> list[str]:
    return [row["name"] for row in Store.open(folder).rows("SELECT name FROM person")]


def test_a_workbook_moved_to_a_stick_is_opened_there_and_gone_here(home: Path, stick: Path) -> None:
    store = started(home)
    backups.make(store, "import")
    store.close()
    place.move(home, stick)
    assert place.workbook_folder(home) == stick
    assert names(stick) == ["Ana"]
    assert not (home / FILE).exists()
    assert not list(home.rglob("*.olenb"))


def test_a_workbook_on_the_stick_is_never_overwritten(home: Path, stick: Path) -> None:
    with Store.create(stick).change("Added a person") as change:
        change.insert("person", name="Bo", is_ego=0)
    started(home).close()
    with pytest.raises(WorkbookReadOnly, match="two workbooks"):
        place.move(home, stick)
    assert names(stick) == ["Bo"]
    assert names(home) == ["Ana"]


def test_a_stick_that_already_holds_the_workbook_is_simply_used(home: Path, stick: Path) -> None:
    started(stick).close()
    place.move(home, stick)
    assert names(place.workbook_folder(home)) == ["Ana"]


def test_a_stick_that_is_not_plugged_in_is_asked_for(home: Path, stick: Path) -> None:
    started(home).close()
    place.move(home, stick)
    stick.rename(stick.with_name("pulled"))
    with pytest.raises(WorkbookMissing, match="put the stick back in"):
        place.workbook_folder(home)


def test_a_folder_that_is_not_there_moves_nothing(home: Path) -> None:
    started(home).close()
    with pytest.raises(WorkbookReadOnly, match="no such folder"):
        place.move(home, home / "nowhere")
    assert names(home) == ["Ana"]


def test_leaving_wipes_backups_notebooks_and_checkpoints_too(home: Path) -> None:
    store = started(home)
    backups.make(store, "import")
    store.close()
    (home / "02_people.ipynb").write_text("{}")
    (home / ".ipynb_checkpoints").mkdir()
    (home / ".ipynb_checkpoints" / "02_people-checkpoint.ipynb").write_text("{}")
    (home / "inbox").mkdir()
    (home / "inbox" / "Connections.csv").write_text("Ana")
    (home / "holiday.jpg").write_text("not ours")
    promised = place.left_behind(home)
    assert place.wipe(home) == promised == 6
    assert [path.name for path in home.rglob("*")] == ["holiday.jpg"]


def test_leaving_takes_uploads_along_that_a_killed_kernel_left(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    upload = tmp_path / f"{place.UPLOADS}1" / "Connections.csv"
    upload.parent.mkdir()
    upload.write_text("Ana")
    assert place.wipe(home) == 1
    assert not upload.parent.exists()


def test_leaving_leaves_the_uploads_of_another_user_of_this_computer_alone(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    theirs = tmp_path / f"{place.UPLOADS}1" / "Connections.csv"
    theirs.parent.mkdir()
    theirs.write_text("Ana")
    monkeypatch.setattr("os.getuid", lambda: theirs.stat().st_uid + 1, raising=False)
    assert place.wipe(home) == 0
    assert theirs.exists()


def test_leaving_keeps_what_is_on_the_stick(home: Path, stick: Path) -> None:
    started(home).close()
    place.move(home, stick)
    place.wipe(home)
    assert names(stick) == ["Ana"]
    assert place.workbook_folder(home) == home


def test_a_schools_own_numbers_go_along_to_the_stick(home: Path, stick: Path) -> None:
    started(home).close()
    (home / "school.toml").write_text("[rules]\nminutes_asked = 15\n", encoding="utf-8")
    place.move(home, stick)
    assert "minutes_asked = 15" in (stick / "school.toml").read_text("utf-8")
    place.wipe(home)
    assert not (home / "school.toml").exists()
