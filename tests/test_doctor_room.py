"""Before a workshop the doctor finds what would stop the room, and says what to do."""

import json
import os
import shutil
import stat
import subprocess
import sys
import time
from collections import namedtuple
from pathlib import Path

import pytest
from click.testing import CliRunner

from olenb import launch, preflight
from olenb.cli import main
from olenb.core import resources, rules, surroundings
from olenb.core.examination import Check

Usage = namedtuple("Usage", "total used free")
posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Return a folder that a room shares."""
    (tmp_path / "room" / "inbox").mkdir(parents=True)
    return tmp_path / "room"


def _found(home: Path, room: Path | None = None, people: int | None = None) -> dict[str, Check]:
    return {check.name: check for check in preflight.checks(home, room, people)}


def test_nothing_but_python_is_needed_to_look() -> None:
    code = "import sys, olenb.preflight; print({'pandas', 'click', 'zmq'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_each_trouble_comes_with_what_to_do(
    home: Path, room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: Usage(0, 0, 0))
    (room / "inbox").rmdir()
    found = preflight.checks(home, room, 60)
    assert {check.name for check in found if check.ok is False} >= {"Room on disk", "Room's folder"}
    assert all(check.do for check in found if check.ok is False)


def test_looking_leaves_nothing_behind(home: Path, room: Path) -> None:
    _found(home, room)
    assert not home.exists()
    assert list((room / "inbox").iterdir()) == []


def test_without_a_folder_it_says_how_the_files_travel(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(preflight.ROOM, raising=False)
    check = _found(home)["Room's folder"]
    assert check.ok is None
    assert "by upload, by stick or on paper" in check.says
    assert "OLENB_ROOM" in check.do


def test_the_folder_of_the_hub_is_found_by_itself(
    home: Path, room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(preflight.ROOM, str(room))
    assert _found(home)["Dropping"].ok is True


def test_the_folder_that_a_school_names_is_found_by_itself(
    home: Path, room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(preflight.ROOM, raising=False)
    home.mkdir()
    (home / "school.toml").write_text(f"[school]\nroom_folder = '{room}'\n", encoding="utf-8")
    try:
        assert _found(home)["Dropping"].ok is True
    finally:
        rules.put_in_force({})


def test_half_a_folder_is_trouble(home: Path, room: Path) -> None:
    (room / "inbox").rmdir()
    check = _found(home, room)["Room's folder"]
    assert check.ok is False
    assert f"there is no inbox in {room}" in check.says


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may do everything")
def test_a_folder_where_nothing_can_be_dropped_is_trouble(home: Path, room: Path) -> None:
    (room / "inbox").chmod(0o500)
    check = _found(home, room)["Dropping"]
    (room / "inbox").chmod(0o700)
    assert check.ok is False
    assert "nothing can be put into" in check.says


@pytest.mark.parametrize("role", ["participant", "counselor"])
def test_what_one_may_see_and_change_is_told_with_whom_it_is_right_for(
    home: Path, room: Path, monkeypatch: pytest.MonkeyPatch, role: str
) -> None:
    counselor = role == "counselor"
    closed = {room / "inbox": os.R_OK, room: os.W_OK}

    def access(path: Path, what: int) -> bool:
        return counselor or not what & closed.get(path, 0)

    monkeypatch.setattr(os, "access", access)
    found = _found(home, room)
    seen, listed = found["What others drop"], found["The list"]
    assert (seen.ok, listed.ok) == ((None, None) if counselor else (True, True))
    assert ("right for a counselor, and for nobody else" in seen.says) is counselor
    assert ("right for a counselor" in listed.says) is counselor


def test_a_drive_whose_clock_is_wrong_is_trouble(
    home: Path, room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3600)
    check = _found(home, room)["Dropping"]
    assert check.ok is False
    assert "that drive's clock differs by 60 minutes" in check.says


def test_a_computer_whose_clock_is_wrong_is_trouble(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: resources.sample_file().stat().st_mtime - 86400)
    check = _found(home)["Clock"]
    assert check.ok is False
    assert "before olenb was installed" in check.says


@pytest.mark.parametrize(("people", "ok"), [(20, True), (60, False)])
def test_memory_is_counted_for_all_who_come(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, people: int, ok: bool
) -> None:
    told = tmp_path / "meminfo"
    told.write_text("MemTotal: 99 kB\nMemAvailable:   8000000 kB\n")
    monkeypatch.setattr(surroundings, "MEMORY", told)
    check = _found(home, people=people)["Memory"]
    assert check.ok is ok
    assert f"{people} people need" in check.says


def test_where_memory_cannot_be_seen_it_says_what_is_needed(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surroundings, "MEMORY", tmp_path / "none")
    assert "one person needs 0.2 GB" in _found(home)["Memory"].says


@posix
@pytest.mark.parametrize(
    ("mask", "hub", "ok"), [(0o077, True, True), (0o022, True, False), (0o022, False, None)]
)
def test_a_umask_that_lets_others_read_is_told(
    home: Path, monkeypatch: pytest.MonkeyPatch, mask: int, hub: bool, ok: bool | None
) -> None:
    if hub:
        monkeypatch.setenv(preflight.ROOM, "/nowhere")
    before = os.umask(mask)
    try:
        check = _found(home)["New files"]
        assert stat.S_IMODE(os.umask(mask)) == mask  # looking didn't change it
    finally:
        os.umask(before)
    assert check.ok is ok


@posix
def test_a_hub_that_runs_all_as_one_user_is_trouble(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 54321)
    check = preflight._own_user({"JUPYTERHUB_USER": "ana", "HOME": str(tmp_path)})
    assert check.ok is False
    assert "all may be one user" in check.says
    assert preflight._own_user({"HOME": str(tmp_path)}).ok is True


def test_missing_pages_are_named_and_come_back_with_the_next_opening(home: Path) -> None:
    assert _found(home)["Pages"].ok is None
    launch.prepare(home)
    assert _found(home)["Pages"].ok is True
    (home / "02_people.ipynb").unlink()
    check = _found(home)["Pages"]
    assert check.ok is False
    assert "02_people.ipynb" in check.says


def test_an_example_that_does_not_open_is_trouble(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "invented people" in _found(home)["Example"].says
    (tmp_path / "sample.json").write_text("{")
    monkeypatch.setattr(preflight, "sample_file", lambda: tmp_path / "sample.json")
    assert _found(home)["Example"].ok is False


def test_the_command_shows_both_and_fails_on_trouble(home: Path, room: Path) -> None:
    run = CliRunner()
    done = run.invoke(main, ["doctor", "--room", "--folder", str(room), "--people", "2"])
    assert done.exit_code == 0, done.output
    assert "Python" in done.output
    assert "Dropping: a file can be put in" in done.output
    shutil.rmtree(room)
    done = run.invoke(main, ["doctor", "--room", "--folder", str(room), "--json"])
    assert done.exit_code == 2
    assert {"name", "ok", "says", "do"} == set(json.loads(done.output)[-1])


def test_the_usual_look_says_nothing_of_a_room(home: Path) -> None:
    assert "Room's folder" not in CliRunner().invoke(main, ["doctor"]).output
