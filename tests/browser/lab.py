"""A real JupyterLab on a folder of its own, and what a browser test does with its pages.

A test reads like a walk::

    def test_my_page_runs(lab, page, tmp_path):
        server = lab(tmp_path)                     # JupyterLab, as a student starts it
        open_notebook(page, server, "02_people")
        wait_until_ready(page)
        assert not accessibility_faults(page)
        shot(page, "people")

The fixtures `browser`, `lab` and `page` are in `conftest.py`. When a test ends, `page`
fails it if the page asked another host for anything or wrote an error to the console;
a test that provokes an error on purpose says which one: `page.expected_errors.append("404")`.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from olenb import launch

SHOTS = Path(__file__).parents[2] / "shots"
OURS = (".jp-OutputArea-output", ".jp-RenderedMarkdown", ".olenb-bar")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
]


@dataclass(frozen=True)
class Lab:
    """One running JupyterLab: its folder, its address and its process."""

    home: Path
    url: str
    token: str
    process: subprocess.Popen[bytes]

    def address(self, notebook: str) -> str:
        """Return the address that opens `notebook` alone in the window."""
        return f"{self.url}doc/tree/{quote(notebook)}?token={self.token}"

    def api(self, path: str) -> Any:
        """Return what the server's REST interface answers at `path`."""
        request = urllib.request.Request(
            f"{self.url}api/{path}", headers={"Authorization": f"token {self.token}"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def kernels(self) -> list[dict[str, Any]]:
        """Return the kernels that are running now."""
        return list(self.api("kernels"))

    def stop(self) -> None:
        """Stop the server and its kernels."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(5)


def find_chromium() -> str | None:
    """Return a Chromium or Chrome of this machine, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
    return next((found for name in names if (found := shutil.which(name))), None)


def start(home: Path, settings: Path, *arguments: str) -> Lab:
    """Start JupyterLab on `home` as olenb does; what Jupyter keeps of a user is in `settings`."""
    runtime = settings / "runtime"
    log = settings / "server.log"
    settings.mkdir(parents=True, exist_ok=True)
    launch.prepare(home)
    command = launch.command(home, open_browser=False, port=_free_port())
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--LabApp.expose_app_in_browser=True", *arguments],
            env=_environment(home, settings),
            cwd=home,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and process.poll() is None:
        for file in runtime.glob("jpserver-*.json"):
            try:
                info = json.loads(file.read_text("utf-8"))
                urllib.request.urlopen(f"{info['url']}api/status?token={info['token']}", timeout=5)
            except (OSError, ValueError):
                continue
            return Lab(home, info["url"], info["token"], process)
        time.sleep(0.2)
    process.kill()
    raise AssertionError("JupyterLab did not start:\n" + log.read_text("utf-8")[-3000:])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _environment(home: Path, settings: Path) -> dict[str, str]:
    """Return an environment in which Jupyter finds the package's settings and no user's."""
    places = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "lab-settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
        "MPLCONFIGDIR": "matplotlib",
    }
    own = {name: str(settings / folder) for name, folder in places.items()}
    return {**os.environ, **own, **launch.environment(home)}


def write_notebook(path: Path, *cells: str, **metadata: Any) -> Path:
    """Write a notebook; "#: " starts a Markdown cell, "# idea" is in the idea's cell."""
    content = {
        "cells": [_cell(number, source) for number, source in enumerate(cells)],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            **metadata,
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def _cell(number: int, source: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"id": f"cell-{number}", "metadata": {}}
    if source.startswith("#: "):
        return {**cell, "cell_type": "markdown", "source": source.removeprefix("#: ")}
    if "# idea" in source:
        cell["metadata"] = {"tags": ["idea"]}
    return {**cell, "cell_type": "code", "source": source, "outputs": [], "execution_count": None}


def open_notebook(page: Page, server: Lab, name: str) -> None:
    """Open the notebook `name` alone in the window and wait until it can be seen."""
    page.goto(server.address(name if name.endswith(".ipynb") else f"{name}.ipynb"))
    page.locator(".jp-NotebookPanel").first.wait_for(timeout=60_000)


def wait_until_ready(page: Page, seconds: float = 90) -> None:
    """Wait until the page has run; a page that stopped instead fails the test with its words."""
    bar = page.locator(".olenb-bar:visible")
    settled = page.locator(
        ", ".join(
            f'.olenb-bar[data-state="{state}"]:visible'
            for state in ("ready", "failed", "stopped", "changed")
        )
    )
    settled.wait_for(timeout=seconds * 1000)
    state = bar.get_attribute("data-state")
    assert state == "ready", (
        f"{state}: {status(page)}\n{page.locator('.jp-OutputArea').all_inner_texts()}"
    )


def follow(page: Page, name: str) -> None:
    """Follow the link `name` ("Next", "Back") of the bar and wait until the other page is ready."""
    before = page.url
    page.locator(".olenb-bar:visible").get_by_role("link", name=name).click()
    page.wait_for_url(lambda url: url != before)
    page.locator(".olenb-bar:visible").wait_for()
    wait_until_ready(page)


def status(page: Page) -> str:
    """Return the words beside the buttons at the top of the page."""
    return page.locator(".olenb-bar:visible [role=status]").inner_text()


def switch_theme(page: Page, theme: str) -> None:
    """Switch the whole computer, so to say, to "dark" or "light", which JupyterLab follows.

    JupyterLab draws its splash while it changes, and takes it away twice (an error on the
    console) when the next change comes within the 0.2 s in which the first one fades.
    """
    page.emulate_media(color_scheme=theme)
    is_light = "true" if theme == "light" else "false"
    page.locator(f"body[data-jp-theme-light={is_light}]").wait_for(state="attached")
    page.locator("#jupyterlab-splash").wait_for(state="detached")


def shot(page: Page, name: str) -> Path:
    """Save a picture of the window to `shots/`, which is not kept, for people to look at.

    In CI nobody looks, so none is taken.
    """
    SHOTS.mkdir(exist_ok=True)
    path = SHOTS / f"{name}.png"
    if not os.environ.get("OLENB_CI"):
        page.screenshot(path=path)
    return path


def accessibility_faults(page: Page, *selectors: str) -> list[str]:
    """Return what axe holds against our parts of the page (or `selectors`), worst words first."""
    present = [one for one in selectors or OURS if page.locator(one).count()]
    assert present, "nothing of ours is on this page"
    found = Axe().run(page, context={"include": [[one] for one in present]}).response
    return [
        f"{fault['impact']}: {fault['id']}: {node['html'][:150]}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
