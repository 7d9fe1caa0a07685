"""What can be said of the hub without one: its settings, its rights, its files."""

import ast
import configparser
import grp
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from olenb_hub import hooks, people, room, server, settings
from olenb_hub.room import PASS, READ, WRITE
from olenb_hub.settings import Settings, SettingsFault

from deploy.conftest import DEPLOY

USUAL = settings.read(DEPLOY / "hub.toml")
FOLDERS = {place.path.name: place for place in room.places(USUAL)}
ANA = ("ana", {USUAL.participants})
BEN = ("ben", {USUAL.participants})
KIM = ("kim", {USUAL.participants, USUAL.counselors})
STRANGER = ("eve", {"users"})


def _file(tmp_path: Path, **changes: object) -> Path:
    said = {"address": '"http://127.0.0.1:8000"', "delete_on": "2027-01-31"}
    said |= {name: f'"{name}"' for name in ("state", "shared", "proxy")}
    path = tmp_path / "hub.toml"
    path.write_text("".join(f"{key} = {value}\n" for key, value in {**said, **changes}.items()))
    return path


def test_the_settings_that_ship_can_be_used() -> None:
    assert USUAL.typed_only
    assert USUAL.delete_on == date(2027, 1, 31)
    assert USUAL.start_seconds > 120  # thirty at once took 84 s on two cores


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"adress": '"x"'}, "nobody knows adress"),
        ({"idle_minutes": '"ten"'}, "idle_minutes must be a int"),
        ({"idle_minutes": "0"}, "must be 1 or more"),
        ({"address": '"http://hub.example"'}, "without TLS the hub listens on this machine only"),
        ({"address": '"https://hub.example"'}, "set ssl_key and ssl_cert"),
        ({"address": '"hub"'}, "must be like http"),
        ({"delete_on": '"soon"'}, "delete_on must be a date"),
        ({"typed_only": "1"}, "typed_only must be a bool"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    tmp_path: Path, changes: dict[str, object], says: str
) -> None:
    with pytest.raises(SettingsFault, match=says):
        settings.read(_file(tmp_path, **changes))


def test_what_must_be_decided_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "hub.toml").write_text("")
    with pytest.raises(SettingsFault, match="please set address, delete_on, proxy, shared, state"):
        settings.read(tmp_path / "hub.toml")


def test_a_participant_drops_and_cannot_see_what_others_dropped() -> None:
    assert FOLDERS["inbox"].allows(*ANA, WRITE | PASS)
    assert not FOLDERS["inbox"].allows(*ANA, READ)


def test_everybody_reads_the_list_and_only_counselors_write_it() -> None:
    assert FOLDERS["room"].allows(*ANA, READ | PASS)
    assert not FOLDERS["room"].allows(*ANA, WRITE)
    assert FOLDERS["room"].allows(*KIM, READ | WRITE | PASS)


def test_a_counselor_sees_all_that_was_dropped_and_may_empty_it() -> None:
    assert FOLDERS["inbox"].allows(*KIM, READ | WRITE | PASS)
    assert not FOLDERS["inbox"].mode & 0o1000  # a sticky bit would keep it from them


def test_who_is_not_of_the_workshop_does_not_come_in() -> None:
    outer = FOLDERS[USUAL.shared.name]
    assert not any(outer.allows(*STRANGER, what) for what in (READ, WRITE, PASS))
    assert outer.allows(*ANA, PASS)
    assert not outer.allows(*ANA, WRITE)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root gives rights")
def test_the_folders_are_made_so_and_emptied_without_following_links(tmp_path: Path) -> None:
    nobody = grp.getgrgid(0).gr_name
    own = replace(USUAL, shared=tmp_path / "s", participants=nobody, counselors=nobody)
    room.make(own)
    room.make(own)
    modes = [oct(stat.S_IMODE(one.path.stat().st_mode)) for one in room.places(own)]
    assert modes == ["0o750", "0o2775", "0o2773"]
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "file").touch()
    (own.room / "inbox" / "link").symlink_to(tmp_path / "kept")
    (own.room / "questions.json").touch()
    (own.room / "inbox" / "folder").mkdir()
    room.empty(own)
    assert [one.name for one in own.room.rglob("*")] == ["inbox"]
    assert (tmp_path / "kept" / "file").exists()


def test_nobody_of_an_unknown_group_is_let_in() -> None:
    assert hooks.members("a-group-that-nobody-made") == set()


def test_passwords_cannot_be_misread() -> None:
    assert not set("01ilo") & set(people.ALPHABET)


def test_kernels_are_reached_by_files_and_forgotten_pages_are_let_go() -> None:
    told = server.options(Path("/home/ana/olenb/00_start_here.ipynb"), 120)
    assert "--ServerApp.root_dir=/home/ana/olenb" in told
    assert "--KernelManager.transport=ipc" in told
    assert "--MappingKernelManager.cull_idle_timeout=120" in told
    assert "--ServerApp.terminals_enabled=False" in told


def test_what_a_server_leaves_out_jupyter_does_without() -> None:
    code = (
        "from olenb_hub import server; server.leave_out();"
        "import jupyterlab.labapp, jupyter_events, jupyter_server.serverapp; print('there')"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=DEPLOY, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "there", done.stderr


def test_the_configuration_is_python_and_reads_only_settings_that_there_are() -> None:
    tree = ast.parse((DEPLOY / "jupyterhub_config.py").read_text("utf-8"))
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "hub"
    }
    assert used <= {*Settings.__dataclass_fields__, "token_file", "api", "room"}


def test_never_is_one_user_for_all() -> None:
    text = (DEPLOY / "jupyterhub_config.py").read_text("utf-8")
    assert 'spawner_class = "localprocess"' in text
    assert "simple" not in text.lower()


def test_the_lean_server_is_still_the_one_that_saves_no_names() -> None:
    lean = json.loads((DEPLOY / "server/jupyter_server_config.d/lean.json").read_text())
    off = lean["ServerApp"]["jpserver_extensions"]
    assert set(off) == {"jupyter_server_terminals", "notebook_shim"}
    assert not any(off.values())


def test_the_two_locks_hold_no_package_twice_and_all_with_checksums() -> None:
    pinned = [
        set(re.findall(r"^([\w.-]+)==", path.read_text("utf-8"), re.MULTILINE))
        for path in (DEPLOY / "requirements.lock", DEPLOY.parents[1] / "requirements.lock")
    ]
    assert not pinned[0] & pinned[1]
    assert {"jupyterhub", "jupyterhub-idle-culler"} <= pinned[0]
    hub = (DEPLOY / "requirements.lock").read_text("utf-8")
    assert len(re.findall(r"==", hub)) <= hub.count("--hash=sha256:")


def test_olenb_does_not_need_a_hub() -> None:
    project = tomllib.loads((DEPLOY.parents[1] / "pyproject.toml").read_text("utf-8"))
    assert "jupyterhub" not in json.dumps(project["project"])
    assert "jupyterhub" not in json.dumps(project["dependency-groups"])


def test_the_proxy_comes_from_the_public_registry_with_checksums() -> None:
    lock = json.loads((DEPLOY / "proxy/package-lock.json").read_text())
    packages = [one for name, one in lock["packages"].items() if name]
    assert all(one["integrity"] for one in packages)
    places = {one.get("resolved", "https://registry.npmjs.org/") for one in packages}
    assert all(place.startswith("https://registry.npmjs.org/") for place in places)


@pytest.mark.parametrize("unit", sorted((DEPLOY / "systemd").iterdir()), ids=lambda one: one.name)
def test_the_units_start_what_the_installer_puts_in_place(unit: Path) -> None:
    said = configparser.ConfigParser(strict=False)
    said.optionxform = str
    said.read(unit)
    if unit.suffix == ".service":
        assert said["Service"]["ExecStart"].startswith("/opt/olenb-hub/env/bin/")
    else:
        assert said["Timer"]["Persistent"] == "true"


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_the_installer_can_be_read_by_bash() -> None:
    subprocess.run(["bash", "-n", DEPLOY / "install.sh"], check=True)
