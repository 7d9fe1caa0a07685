"""How long it takes from the start to the first picture on the screen, step by step.

    python benchmarks/opening.py [ROUNDS]

JupyterLab is started as `olenb` starts it, on the invented example; a headless Chromium opens the
page of introductions. The first round fills the caches, as a first start does, and isn't counted.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from harness import Line, argument, tell, within
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))
from lab import CHROMIUM_ARGUMENTS, find_chromium, start

NOTEBOOK = "03_introductions.ipynb"
STEPS = ("JupyterLab answers", "its window is there", "the page's words", "its first picture")
SHOWN = (".jp-Notebook", ".jp-RenderedMarkdown h1", ".jp-OutputArea-output svg[role]")


def one_round(browser: Browser, home: Path) -> list[float]:
    """Return the seconds at which each step was done."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as settings:
        server = start(home, Path(settings))
        done = [time.perf_counter() - began]
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(server.address(NOTEBOOK))
        for selector in SHOWN:
            page.locator(selector).first.wait_for(state="visible", timeout=120_000)
            done.append(time.perf_counter() - began)
        context.close()
        server.stop()
    return done


def lines(rounds: int) -> Iterator[Line]:
    """Yield the medians."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS
        )
        found = [one_round(browser, Path(home)) for _ in range(rounds + 1)][1:]
        browser.close()
    for step, times in zip(STEPS, zip(*found, strict=True), strict=True):
        yield within(f"from the start: {step}", statistics.median(times), "s")


if __name__ == "__main__":
    tell(lines(argument(2)))
