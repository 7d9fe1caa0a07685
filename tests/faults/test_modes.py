"""Case 27 and the hub: for the user's eyes alone, whatever the umask, and said where it isn't."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.manager import KernelManager

import olenb
from olenb import doctor
from olenb.core import backups, carry, place, restoring, surroundings
from olenb.core.folders import FILE
from olenb.core.store import Store
from olenb.views import export

from .conftest import NOBODY, Child, add, needs_posix

pytestmark = needs_posix


def modes(folder: Path) -> dict[str, str]:
    """Return the rights of everything below a folder, and of the folder."""
    found = [folder, *folder.rglob("*")]
    return {each.name: f"{stat.S_IMODE(each.stat().st_mode):04o}" for each in found}


def live(home: Path) -> bool:
    """Do everything that writes a file beside the workbook."""
    wb = olenb.open_workbook(home, sample=False)
    wb.add("Ana Ruiz, Elm")
    backup = wb.backup()
    with wb.store.change("A long step") as change:
        change.insert("person", name="Bo", is_ego=0)
        (home / "during").write_text("\n".join(path.name for path in home.iterdir()))
        (home / "during").chmod(0o600)
        journal = home / f"{FILE}-journal"
        assert not journal.exists() or stat.S_IMODE(journal.stat().st_mode) == 0o600
    wb.care.restore(backup)
    export.write(b"picture", home / "map.svg")
    copy = home / "copy.olenb"
    copy.write_bytes(carry.packed(wb.store))
    copy.chmod(0o600)
    wb.bring_again(copy)
    wb.close()
    return True


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_whatever_the_umask_every_file_is_for_the_user_alone(home: Path, umask: int) -> None:
    def with_umask() -> bool:
        os.umask(umask)
        return live(home)

    assert Child(with_umask).begun().result()
    found = modes(home)
    folders = {name: mode for name, mode in found.items() if name in ("olenb", "backups")}
    assert set(folders.values()) == {"0700"}
    assert len(found) > 8
    assert {mode for name, mode in found.items() if name not in folders} == {"0600"}


def test_a_file_that_was_opened_to_others_is_taken_back(home: Path) -> None:
    store = Store.create(home)
    add(store, "Ana")
    backup = backups.make(store, "import")
    store.close()
    for path in (home / FILE, backup):
        path.chmod(0o644)
    store = Store.open(home)
    backups.make(store, "import")
    assert modes(home)[FILE] == "0600"
    assert modes(home)[backup.name] == "0600"


def test_a_move_to_a_stick_keeps_others_out_from_the_first_byte(home: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    store = Store.create(home)
    add(store, "Ana")
    seen = []
    real = Store.backup_to

    def watched(self: Store, path: Path) -> None:
        seen.append(stat.S_IMODE(path.stat().st_mode))
        real(self, path)

    Store.backup_to = watched  # type: ignore[method-assign]
    try:
        place.move(home, stick)
        backups.make(Store.open(stick), "import")
    finally:
        Store.backup_to = real  # type: ignore[method-assign]
    assert seen == [0o600, 0o600]
    assert modes(stick)[FILE] == "0600"


def test_what_was_replaced_is_private_too(store: Store) -> None:
    add(store, "Ana")
    backup = backups.make(store, "import")
    store.close()
    store.path.chmod(0o644)
    done = restoring.restore(store.folder, backup)
    assert modes(store.folder)[done.replaced.name] == "0600"


def test_a_folder_that_others_may_look_into_is_told(home: Path) -> None:
    home.mkdir()
    home.chmod(0o755)
    (said,) = surroundings.notices(home)
    assert said.startswith("Other users of this computer may look into")
    assert said.endswith("Your workbook in it can be read by you alone.")


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_workbook_of_another_user_is_told(
    their_folder: Path, as_somebody: Callable[..., Any], what: str
) -> None:
    if os.geteuid():
        pytest.skip("only root can give a file away")
    home = their_folder / "olenb"
    as_somebody(lambda: add(Store.create(home), "Ana"))
    owner = (0, NOBODY) if what == "folder" else (NOBODY, 0)
    os.chown(home, owner[0], -1)
    os.chown(home / FILE, owner[1], -1)
    (said,) = surroundings.notices(home)
    assert said.startswith("This workbook belongs to another user of this computer")
    assert olenb.open_workbook(home).care.notices == [said]
    check = next(check for check in doctor.checks(home) if check.name == "Folder")
    assert check.ok is None
    assert "belongs to another user" in check.says


@pytest.mark.parametrize("kind", sorted(surroundings.NETWORK_DRIVES))
def test_a_network_drive_is_told(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/homes {tmp_path} {kind} rw 0 0\n")
    monkeypatch.setattr(surroundings, "MOUNTS", mounts)
    (said,) = olenb.open_workbook(home).care.notices
    assert "is on a network drive, where two programs at once can damage a file" in said


def test_an_ordinary_place_has_nothing_to_tell(home: Path) -> None:
    assert olenb.open_workbook(home).care.notices == []
    Store.create(home)
    assert olenb.open_workbook(home).care.notices == []


def test_a_kernel_that_talks_through_files_instead_of_ports_opens_the_workbook(home: Path) -> None:
    old = os.umask(0o077)
    manager = KernelManager(transport="ipc", kernel_name="python3")
    try:
        manager.start_kernel()
        client = manager.blocking_client()
        client.start_channels()
        client.wait_for_ready(timeout=60)
        code = (
            "import olenb\nfrom olenb import screens\n"
            f"wb = olenb.open_workbook({str(home)!r}, sample=False)\n"
            "wb.add('Ana Ruiz, Elm')\nscreens.five_people(wb)"
        )
        outputs: list[dict[str, Any]] = []
        client.execute_interactive(code, timeout=60, output_hook=outputs.append)
        client.stop_channels()
    finally:
        manager.shutdown_kernel(now=True)
        os.umask(old)
    assert manager.transport == "ipc"
    kinds = [message["msg_type"] for message in outputs]
    assert "error" not in kinds
    assert "display_data" in kinds or "execute_result" in kinds
    assert list(olenb.open_workbook(home).people["name"]) == ["Ana Ruiz"]
    assert modes(home)[FILE] == "0600"
