"""A hub that lives for a trial: on a free port, with accounts that go when it ends.

The test and the load test start it. Groups, accounts and the room's folder have names of their
own, so that a hub which is in use on the same machine isn't touched.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType

from olenb_hub import delete, people, room, settings
from olenb_hub.settings import Settings

PLAIN = "plain"
"""How accounts begin whose server is JupyterHub's usual one, to be compared with."""

SHARES = """\
import os, secrets
from datetime import UTC, datetime
from pathlib import Path
from olenb.core.files import write
from olenb.room import table
room = Path(os.environ["OLENB_ROOM"])
inbox, token = room / "inbox", secrets.token_hex(12)

def put(document, path):
    write(document.to_bytes(), path)
    path.chmod(0o644)
    return path
"""
"""What a participant's Python is told to share files as the pages of the room do it."""

CONFIG = """\
load_subconfig({config!r})
ours, usual = c.Spawner.pre_spawn_hook, [{python!r}, "-m", "jupyterhub.singleuser"]

def before(spawner):
    ours(spawner)
    if spawner.user.name.startswith({plain!r}):
        spawner.cmd, spawner.default_url = usual, "/lab"

c.Spawner.pre_spawn_hook = before
"""


class Trial:
    """A running hub, and its accounts; use it in a `with`.

    Parameters
    ----------
    prefix
        Where `install.sh` put the programs; every user must be able to read it.
    at_once
        How many servers may start at the same time.
    """

    def __init__(self, prefix: Path, at_once: int = 4) -> None:
        self.prefix = prefix
        self.passwords: dict[str, str] = {}
        mark = secrets.token_hex(3)
        # Not below a folder that is root's alone: participants have to come to the room.
        self.folder = Path(tempfile.mkdtemp(prefix="olenb-hub-", dir="/var/tmp"))
        self.folder.chmod(0o755)
        port, hub_port, proxy_port = _free_ports(3)
        self.hub = Settings(
            address=f"http://127.0.0.1:{port}",
            delete_on=date.today() + timedelta(days=2),
            state=self.folder / "state",
            shared=self.folder / "shared",
            proxy=prefix / "proxy/node_modules/.bin/configurable-http-proxy",
            participants=f"olenb-{mark}",
            counselors=f"olenb-{mark}-c",
            at_once=at_once,
            hub_port=hub_port,
            proxy_port=proxy_port,
        )
        self.mark = mark

    def __enter__(self) -> "Trial":
        people.make_groups(self.hub)
        room.make(self.hub)
        (self.folder / "hub.toml").write_text(_toml(self.hub))
        config = self.folder / "config.py"
        python = str(self.prefix / "env/bin/python")
        ours = str(self.prefix / "jupyterhub_config.py")
        config.write_text(CONFIG.format(config=ours, python=python, plain=PLAIN))
        self.log = (self.folder / "hub.log").open("wb")
        environment = dict(os.environ, **{settings.WHERE: str(self.folder / "hub.toml")})
        environment["PATH"] = f"{self.prefix / 'env/bin'}:{environment['PATH']}"
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self.process = subprocess.Popen(
            [python, "-m", "jupyterhub", "-f", str(config)],
            cwd=self.folder,
            env=environment,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            self._wait()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(60)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.log.close()
        for name in self.passwords:
            delete.delete(self.hub, name)
        for group in (self.hub.participants, self.hub.counselors):
            subprocess.run(["groupdel", group], check=False)
        shutil.rmtree(self.folder)

    def add(self, name: str, *, counselor: bool = False) -> str:
        """Make an account for the time of the trial; return its real name."""
        name = f"{name}-{self.mark}"
        self.passwords[name] = people.add(self.hub, name, counselor=counselor)
        return name

    def said(self) -> str:
        """Return what the hub logged."""
        return (self.folder / "hub.log").read_text("utf-8", "replace")

    def _wait(self) -> None:
        until = time.monotonic() + 90
        ask = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        while True:
            try:
                ask.open(self.hub.address + "/hub/api/", timeout=5).read()
            except OSError:
                if self.process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"the hub didn't start:\n{self.said()}") from None
                time.sleep(0.2)
            else:
                return


def _toml(hub: Settings) -> str:
    said = {
        name: f'"{value}"' if isinstance(value, (str, Path)) else str(value).lower()
        for name, value in vars(hub).items()
    }
    return "".join(f"{name} = {value}\n" for name, value in said.items())


def _free_ports(count: int) -> list[int]:
    open_ones = [socket.socket() for _ in range(count)]
    try:
        for one in open_ones:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in open_ones]
    finally:
        for one in open_ones:
            one.close()
