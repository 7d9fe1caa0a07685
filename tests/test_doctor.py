"""The doctor finds each trouble and says what to do about it."""

import os
import shutil
import socket
import sys
from collections import namedtuple
from importlib import metadata
from pathlib import Path

import pytest

from olenb import doctor
from olenb.core import backups, surroundings
from olenb.core.folders import FILE
from olenb.core.store import Store

Usage = namedtuple("Usage", "total used free")
Version = namedtuple("Version", "major minor micro")


def _check(name: str, home: Path) -> doctor.Check:
    return next(check for check in doctor.checks(home) if check.name == name)


def test_all_is_well_here(home: Path) -> None:
    Store.create(home).close()
    text, well = doctor.report(home)
    assert well, text
    assert text.endswith("All is well.")


def test_a_home_that_was_never_opened_is_no_trouble(home: Path) -> None:
    text, well = doctor.report(home)
    assert well, text
    assert f"note     Folder: {home} isn't there yet" in text
    assert "note     Workbook: you have none yet" in text


def test_a_schools_own_file_is_read_and_a_fault_in_it_is_named(home: Path) -> None:
    Store.create(home).close()
    (home / "school.toml").write_text('[school]\nname = "Lakewood"\n', "utf-8")
    assert _check("School", home).says.endswith("school.toml is in order and sets 1 key.")
    (home / "school.toml").write_text("[rules]\nminutes_asked = 200\n", "utf-8")
    found = _check("School", home)
    assert found.ok is False
    assert "minutes_asked" in found.says


def test_looking_changes_nothing(home: Path) -> None:
    doctor.report(home)
    assert not home.exists()


def test_trouble_comes_with_what_to_do(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, 9, 2))
    text, well = doctor.report(home)
    assert not well
    assert "TROUBLE  Python: 3.9.2 is too old.\n         Install 3.11 or newer" in text
    assert text.endswith("Please look at the lines marked TROUBLE.")


@pytest.mark.parametrize(
    ("requirement", "is_there"),
    [
        ("click>=8.1", True),
        ("jupyterlab<5,>=4.6", True),
        ("click>=999", False),
        ("pyspark>=999; extra == 'spark'", True),
        ("a-package-that-nobody-made", False),
    ],
)
def test_missing_and_old_packages_are_named(
    home: Path, monkeypatch: pytest.MonkeyPatch, requirement: str, is_there: bool
) -> None:
    monkeypatch.setattr(metadata, "requires", lambda _name: [requirement])
    check = _check("Packages", home)
    assert check.ok is is_there
    assert (requirement in check.says) is not is_there


@pytest.mark.parametrize(
    ("version", "numbers"), [("4.6.1", [4, 6, 1]), ("2026.3.post1", [2026, 3]), ("5.0rc1", [5, 0])]
)
def test_versions_are_compared_as_numbers(version: str, numbers: list[int]) -> None:
    assert doctor._numbers(version) == numbers


def _installed(prefix: Path, but: str = "") -> None:
    for part, file in doctor.PAGE_PARTS.items():
        if part != but:
            (prefix / file).parent.mkdir(parents=True, exist_ok=True)
            (prefix / file).write_text("{}")


@pytest.mark.parametrize("part", doctor.PAGE_PARTS)
def test_a_missing_part_of_the_page_is_named(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    _installed(tmp_path, but=part)
    check = _check("Page", home)
    assert check.ok is False
    assert check.says == f"not found: {part}."
    assert "run.py" in check.do


@pytest.mark.parametrize(
    ("file", "setting"),
    [
        ("labconfig/page_config.json", '{"disabledExtensions": {"olenb-lab": true}}'),
        (
            "jupyter_server_config.json",
            '{"ServerApp": {"jpserver_extensions": {"olenb.server": false}}}',
        ),
    ],
)
def test_a_page_that_was_switched_off_is_trouble(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, setting: str
) -> None:
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path))
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(setting)
    check = _check("Page", home)
    assert check.ok is False
    assert f"switched off in {tmp_path}" in check.says


def test_no_free_port_is_trouble(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
        monkeypatch.setattr(doctor, "PORTS", range(port, port + 1))
        check = _check("Port", home)
    assert check.ok is False
    assert "Close other JupyterLab windows" in check.do


def test_a_file_in_the_folders_place_is_trouble(home: Path) -> None:
    home.touch()
    check = _check("Folder", home)
    assert check.ok is False
    assert "olenb --home FOLDER" in check.do


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_folder_open_to_others_is_told_and_how_to_close_it(home: Path) -> None:
    home.mkdir(mode=0o755)
    home.chmod(0o755)
    check = _check("Folder", home)
    assert check.ok is None
    assert f'chmod 700 "{home}"' in check.do


def test_a_nearly_full_disk_is_trouble(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(10**12, 10**12, 3_000_000))
    check = _check("Disk", home)
    assert check.ok is False
    assert "only 3 MB are free" in check.says


@pytest.mark.parametrize(("kind", "ok"), [("nfs4", None), ("ext4", True)])
def test_a_network_drive_is_told(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, ok: bool | None
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/homes {home.parent} {kind} rw 0 0\n")
    monkeypatch.setattr(surroundings, "MOUNTS", mounts)
    assert _check("Disk", home).ok is ok


def test_a_damaged_workbook_is_trouble(home: Path) -> None:
    home.mkdir()
    (home / FILE).write_bytes(b"<html>not a workbook</html>" * 100)
    check = _check("Workbook", home)
    assert check.ok is False
    assert "olenb restore" in check.says


def test_a_missing_workbook_is_trouble_where_backups_are(home: Path) -> None:
    (home / "backups").mkdir(parents=True)
    (home / "backups" / "2026-11-23 10-00-00 before import.olenb").touch()
    check = _check("Workbook", home)
    assert check.ok is False
    assert "its backups are" in check.says


def test_a_sound_workbook_is_named(home: Path) -> None:
    Store.create(home).close()
    assert _check("Workbook", home) == doctor.Check("Workbook", True, f"{home / FILE} opens.")


def test_backups_are_counted_and_the_newest_is_named(home: Path) -> None:
    store = Store.create(home)
    assert "To make one now: olenb backup" in _check("Backups", home).do
    backups.make(store, "import")
    check = _check("Backups", home)
    assert check.ok is True
    assert check.says.startswith("1, the newest of ")


def test_backups_that_cannot_be_relied_on_are_told(home: Path) -> None:
    store = Store.create(home)
    backups.make(store, "import")
    spoiled = backups.make(store, "merge")
    assert spoiled is not None
    spoiled.write_bytes(b"spoiled")
    check = _check("Backups", home)
    assert check.ok is None
    assert "1 more can't be relied on." in check.says
    assert "restore --list" in check.do


def test_a_workbook_that_can_only_be_read_is_trouble(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.create(home).close()
    monkeypatch.setattr("olenb.core.store.is_writable", lambda _path: False)
    check = _check("Workbook", home)
    assert check.ok is False
    assert "can be read but not written to" in check.says


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_workbook_that_others_may_read_is_told_where_the_disk_knows_no_rights(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.create(home).close()
    (home / FILE).chmod(0o644)
    monkeypatch.setattr(Path, "chmod", lambda *_: None)
    check = _check("Workbook", home)
    assert check.ok is None
    assert "others may read it" in check.says
