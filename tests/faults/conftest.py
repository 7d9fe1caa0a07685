"""Real faults: processes that are killed, small disks, other users."""

import json
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from olenb.core.store import Store

NOBODY = 65534
needs_posix = pytest.mark.skipif(os.name != "posix", reason="forks, signals and rights of POSIX")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty workbook."""
    store = Store.create(tmp_path / "olenb")
    yield store
    store.close()


def add(store: Store, *names: str) -> list[int]:
    """Add people in one step, the plainest change there is."""
    with store.change(f"Added {len(names)} people") as change:
        return change.insert_many("person", [{"name": name, "is_ego": 0} for name in names])


def names(folder: Path) -> list[str]:
    """Return everybody in a workbook, opened anew."""
    store = Store.open(folder)
    try:
        return [row["name"] for row in store.rows("SELECT name FROM person ORDER BY id")]
    finally:
        store.close()


def is_whole(folder: Path) -> bool:
    """Tell whether SQLite finds nothing wrong, looking at everything."""
    store = Store.open(folder)
    try:
        return [row[0] for row in store.rows("PRAGMA integrity_check")] == ["ok"]
    finally:
        store.close()


class Child:
    """A process beside this one that does one thing, and can be killed while it does."""

    def __init__(self, work: Callable[[], Any], user: int | None = None) -> None:
        self._read, write = os.pipe()
        self.pid = os.fork()
        if self.pid:
            os.close(write)
            return
        try:  # from here on we are the child, and never return into the tests
            os.close(self._read)
            if user is not None:
                _become(user)
            os.write(write, b">")
            result = json.dumps(work()).encode()
        except BaseException:
            result = b"!" + traceback.format_exc().encode()
        with suppress(OSError):
            os.write(write, result)
        os._exit(0)

    def begun(self) -> "Child":
        """Wait until it begins, and return it."""
        assert os.read(self._read, 1) == b">"
        return self

    def kill(self) -> bool:
        """Kill it where it stands; tell whether it was still at work."""
        os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        os.close(self._read)
        return os.WIFSIGNALED(status)

    def result(self) -> Any:
        """Wait for its end and return what its work returned."""
        with os.fdopen(self._read, "rb") as pipe:
            said = pipe.read()
        os.waitpid(self.pid, 0)
        assert not said.startswith(b"!"), said[1:].decode()
        return json.loads(said)


def _become(user: int) -> None:
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Return a function that mounts a real disk of so many kB; only root may."""
    mounted: list[Path] = []

    def mount(kilobytes: int) -> Path:
        place = tmp_path / f"disk{len(mounted)}"
        place.mkdir()
        options = ["-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)]
        if sys.platform != "linux" or os.geteuid() or subprocess.call(["mount", *options]):
            pytest.skip("a small disk can't be mounted here")
        mounted.append(place)
        return place

    yield mount
    for place in mounted:
        subprocess.call(["umount", "-l", str(place)])


@pytest.fixture
def as_somebody(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Any]:
    """Return a function that runs work as a user without root's rights, and a folder of theirs."""

    def run(work: Callable[[], Any]) -> Any:
        user = NOBODY if os.geteuid() == 0 else None
        return Child(work, user).begun().result()

    return run


@pytest.fixture
def their_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that belongs to the user of `as_somebody`."""
    folder = tmp_path / "theirs"
    folder.mkdir(mode=0o700)
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
        for parent in folder.parents:
            if parent.owner() == "root" and parent.stat().st_mode & 0o001 == 0:
                parent.chmod(parent.stat().st_mode | 0o001)
    yield folder
    for place in (folder, *folder.rglob("*")):
        place.chmod(0o700)
