"""Opening the workbook: its folder made ready, JupyterLab on this computer only."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from olenb import launch
from olenb.core.errors import WorkbookReadOnly
from olenb.core.resources import notebooks_dir


def test_the_folder_is_made_for_this_user_alone(home: Path) -> None:
    first = launch.prepare()
    assert first == home / "00_start_here.ipynb"
    for folder in (home, home / "backups", home / "exports", home / "inbox"):
        assert folder.is_dir()
        assert os.name == "nt" or stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_every_shipped_notebook_is_copied_beside_the_workbook(home: Path) -> None:
    launch.prepare()
    shipped = {path.name for path in notebooks_dir().glob("*.ipynb")}
    assert {path.name for path in home.glob("*.ipynb")} == shipped


def test_preparing_twice_changes_nothing(home: Path) -> None:
    launch.prepare()
    before = {path: path.stat().st_mtime_ns for path in home.glob("*.ipynb")}
    launch.prepare()
    assert {path: path.stat().st_mtime_ns for path in home.glob("*.ipynb")} == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    launch.prepare(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_stick_that_knows_no_rights_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)
    monkeypatch.setattr(os, "chmod", refuse)
    assert launch.prepare(tmp_path / "stick" / "olenb").exists()


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WorkbookReadOnly, match=r"can't write to .*Nothing was changed.*--home"):
        launch.prepare(tmp_path / "file")


def test_a_port_that_was_asked_for_is_the_only_one() -> None:
    options = launch.command("somewhere", port=9123)
    assert {"--ServerApp.port=9123", "--ServerApp.port_retries=0"} <= set(options)


def test_the_browser_can_stay_closed() -> None:
    closed = "--ServerApp.open_browser=False"
    assert closed in launch.command("somewhere", open_browser=False)
    assert closed not in launch.command("somewhere")


def test_the_notebooks_are_told_which_folder_and_which_people(home: Path) -> None:
    assert launch.environment()["OLENB_HOME"] == str(home)
    assert "OLENB_SAMPLE" not in launch.environment()
    assert launch.environment(sample=True)["OLENB_SAMPLE"] == "1"


def test_only_the_server_that_olenb_starts_does_without_what_nobody_needs_here(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "theirs")
    ours, theirs = launch.environment()["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    page = json.loads((Path(ours) / "labconfig" / "page_config.json").read_text("utf-8"))
    assert page["disabledExtensions"]["@jupyterlab/debugger-extension"]
    assert page["buildCheck"] is False  # else every page that is opened starts Node twice
    off = page["disabledExtensions"]
    # The one shows no page before a second has passed, the others make the server load nbconvert.
    assert off["@jupyterlab/apputils-extension:state"]
    assert off["@jupyterlab/notebook-extension:export"]
    assert off["@jupyterlab/notebook-extension:update-raw-mimetype"]
    lean = Path(ours) / "jupyter_server_config.d" / "lean.json"
    extensions = json.loads(lean.read_text("utf-8"))["ServerApp"]["jpserver_extensions"]
    assert extensions == {"jupyter_lsp": False}
    assert theirs == "theirs"


class Opened:
    """The workbook as `olenb` opens it, with no browser."""

    def __init__(self, home: Path, settings: Path):
        own = {f"JUPYTER_{kind}_DIR": str(settings / kind) for kind in ("CONFIG", "RUNTIME")}
        program = f"from olenb import launch; launch.start({str(home)!r}, sample=True)"
        self._keyboard, terminal = os.openpty()  # without one, Ctrl+C means something else
        self.process = subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=terminal,
            env={**os.environ, **own, "BROWSER": "true"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        os.close(terminal)
        self.runtime = settings / "RUNTIME"
        self.info = self._wait()

    def _wait(self) -> dict[str, str]:
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline and self.process.poll() is None:
            for file in self.runtime.glob("jpserver-*.json"):
                try:
                    info: dict[str, str] = json.loads(file.read_text("utf-8"))
                    self.info = info
                    self.get("api/status")
                except (OSError, ValueError):
                    continue
                return info
            time.sleep(0.2)
        self.process.kill()
        raise AssertionError("JupyterLab did not start: " + self.process.communicate()[0])

    def get(self, path: str, *, data: bytes | None = None, token: str | None = None) -> bytes:
        """Return what the server answers at `path`."""
        known = self.info["token"] if token is None else token
        request = urllib.request.Request(self.info["url"] + path, data=data)
        if known:
            request.add_header("Authorization", f"token {known}")
        with urllib.request.urlopen(request, timeout=20) as answer:
            return bytes(answer.read())

    def stop(self) -> str:
        """Press Ctrl+C, and return all that the user saw."""
        self.process.send_signal(signal.SIGINT)
        seen = self.process.communicate(timeout=30)[0]
        os.close(self._keyboard)
        return seen


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Open one workbook for the tests below."""
    if os.name == "nt":
        pytest.skip("Windows has no terminal that a test could hold")
    base = tmp_path_factory.mktemp("opened")
    running = Opened(base / "my workbook", base / "jupyter")
    yield running
    if running.process.poll() is None:
        running.stop()


def test_jupyterlab_opens_in_the_folder_on_this_computer_only(opened: Opened) -> None:
    assert opened.info["root_dir"].endswith("my workbook")
    assert opened.info["url"].startswith("http://127.0.0.1:")


def test_the_address_leads_to_the_first_notebook_alone_in_the_window(opened: Opened) -> None:
    with urllib.request.urlopen(f"{opened.info['url']}?token={opened.info['token']}") as answer:
        assert answer.geturl().partition("?")[0].endswith("/doc/tree/00_start_here.ipynb")


def test_without_the_token_nothing_is_shown(opened: Opened) -> None:
    with pytest.raises(urllib.error.HTTPError, match="403"):
        opened.get("api/contents", token="")


def test_our_settings_are_in_force(opened: Opened) -> None:
    def setting(name: str) -> dict:
        return json.loads(opened.get(f"lab/api/settings/@jupyterlab/{name}"))["schema"][
            "properties"
        ]

    news = setting("apputils-extension:notification")
    assert news["fetchNews"]["default"] == "false"
    assert news["checkForUpdates"]["default"] is False
    assert setting("apputils-extension:themes")["adaptive-theme"]["default"] is True


def test_the_keys_of_other_notebooks_are_left_alone(opened: Opened) -> None:
    shortcuts = json.loads(opened.get("lab/api/settings/@jupyterlab/shortcuts-extension:shortcuts"))
    keys = shortcuts["schema"]["properties"]["shortcuts"]["default"]
    assert not [one for one in keys if one.get("disabled")]


def test_a_kernel_is_told_where_the_workbook_is_and_talks_in_secret(opened: Opened) -> None:
    started = json.loads(opened.get("api/kernels", data=b"{}"))
    connection = opened.runtime / f"kernel-{started['id']}.json"
    assert "curve_publickey" in connection.read_text("utf-8")
    children = psutil.Process(opened.process.pid).children(recursive=True)
    alive = [one for one in children if one.status() != psutil.STATUS_ZOMBIE]
    kernel = next(one for one in alive if str(connection) in one.cmdline())
    assert kernel.environ()["OLENB_HOME"] == opened.info["root_dir"]
    assert kernel.environ()["OLENB_SAMPLE"] == "1"


def test_ctrl_c_closes_it_and_the_user_saw_plain_words_only(opened: Opened) -> None:
    seen = opened.stop()
    assert opened.process.returncode == 0
    assert seen.startswith("The workbook opens in your browser now.")
    assert "press Ctrl+C here" in seen
    assert "WARNING" not in seen
    assert "without encryption" not in seen
