"""How long it takes from `python3 run.py` to the first form and the first picture on the screen.

    python benchmarks/opening.py [ROUNDS]

`run.py` is started as a user starts it the second time: everything is set up, the home folder is
there. The browser that it opens is a headless Chromium, which learns the address by `BROWSER`.
Timed are the page that opens by itself, up to its first form, and in another round the page of
introductions at the same address, up to its first picture. Beside it the same page in a plain
`jupyter lab` of the same environment, in turn. The first turn fills the caches and isn't counted.
"""

import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from harness import Line, argument, faster, tell, within
from playwright.sync_api import BrowserContext, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "browser"))
from lab import CHROMIUM_ARGUMENTS, find_chromium

from olenb import launch

ROOT = Path(__file__).resolve().parents[1]
FIRST, INTRODUCTIONS = launch.FIRST_NOTEBOOK, "03_introductions.ipynb"
WORDS = {"its window": ".jp-Notebook", "its words": ".jp-RenderedMarkdown h1"}
FORM = WORDS | {"its first form": ".jp-OutputArea-output button"}
PICTURE = WORDS | {"its first picture": ".jp-OutputArea-output svg[role]"}
PYTHON = str(Path(sys.base_prefix, "bin", "python3"))  # not the one of .venv: run.py finds that
OURS = [PYTHON, str(ROOT / "run.py"), "--sample"]
PLAIN = [sys.executable, "-m", "jupyterlab", "--allow-root", "--LabApp.default_url=/doc/tree/x"]
BROWSER = '#!/bin/sh\nprintf %s "$1" > {0}.part && mv {0}.part {0}\n'


@contextmanager
def opened(command: list[str], home: Path) -> Iterator[Callable[[], str]]:
    """Start a command that opens a browser, and give what waits for the address that it opens."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        told, browser, log = folder / "address", folder / "browser", folder / "log"
        browser.write_text(BROWSER.format(told))
        browser.chmod(0o755)
        own = {f"JUPYTER_{kind}_DIR": str(folder / kind) for kind in ("CONFIG", "DATA", "RUNTIME")}
        ours = {"BROWSER": f"{browser} %s", "OLENB_HOME": str(home), "OLENB_SAMPLE": "1"}
        server = subprocess.Popen(
            command,
            cwd=home,
            env={**os.environ, **own, **ours},
            stdin=subprocess.DEVNULL,
            stdout=log.open("wb"),
            stderr=subprocess.STDOUT,
        )

        def address() -> str:
            while not told.exists():
                assert server.poll() is None, log.read_text("utf-8")
                time.sleep(0.005)
            page = Path(told.read_text("utf-8").removeprefix("file://")).read_text("utf-8")
            return re.findall(r'href="([^"]+)"', page)[0]

        yield address
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def one_round(
    context: BrowserContext, command: list[str], home: Path, notebook: str, shown: dict[str, str]
) -> dict[str, float]:
    """Return the seconds at which each step was done."""
    began, done = time.perf_counter(), {}
    with opened(command, home) as address:
        to = re.sub(r"doc/tree/[^?]*", f"doc/tree/{notebook}", address())
        done["the browser is opened"] = time.perf_counter() - began
        page = context.new_page()
        page.goto(to)
        for step, selector in shown.items():
            page.locator(selector).first.wait_for(state="visible", timeout=120_000)
            done[step] = time.perf_counter() - began
        page.close()
    return done


def rounds(context: BrowserContext, home: Path, often: int) -> dict[str, dict[str, float]]:
    """Return the medians of each step of each kind of round."""
    kinds = {
        "ours": (OURS, FIRST, FORM),
        "picture": (OURS, INTRODUCTIONS, PICTURE),
        "plain": (PLAIN, INTRODUCTIONS, PICTURE),
    }
    found: dict[str, dict[str, list[float]]] = {kind: defaultdict(list) for kind in kinds}
    for turn in range(often + 1):
        for kind, (command, notebook, shown) in kinds.items():
            for step, took in one_round(context, command, home, notebook, shown).items():
                if turn:
                    found[kind][step].append(took)
    return {
        kind: {step: statistics.median(took) for step, took in steps.items()}
        for kind, steps in found.items()
    }


def lines(often: int) -> Iterator[Line]:
    """Yield the medians."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        launch.prepare(home)
        context = playwright.chromium.launch_persistent_context(
            Path(folder, "profile"), executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS
        )
        found = rounds(context, home, often)
        context.close()
    for step, took in found["ours"].items():
        yield within(f"from `run.py`: {step}", took, "s")
    for step, took in found["picture"].items():
        beside = 1000 * found["plain"][step]
        yield faster(
            f"… the page of introductions: {step}", 1000 * took, "a plain `jupyter lab`", beside
        )


if __name__ == "__main__":
    tell(lines(argument(3)))
