"""How long each form of every page takes to show: `python benchmarks/pages.py [PEOPLE ...]`.

A workbook with so many people out of a list of connections, and the three places as targets where
most of them are. Timed is what happens between "the page is open" and "here is what it shows",
without the browser, each form by itself and nothing kept from the one before. The slowest three
are told, and the sum of a page's forms for the slowest page.
"""

import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from harness import Line, tell, within
from imports import write_connections

from olenb import screens
from olenb.core.resources import notebooks_dir
from olenb.workbook import Workbook

SIZES, ROUNDS, SLOWEST = (300, 3_000, 30_000), 3, 3


def filled(folder: Path, people: int) -> Workbook:
    """Return a workbook with so many connections, and three targets."""
    path = folder / "Connections.csv"
    write_connections(path, people)
    wb = Workbook(folder / "home")
    wb.import_file(path)
    places = wb.organizations.sort_values("people", ascending=False)["name"]
    for name in places.head(3):
        wb.add_target(name)
    return wb


def forms() -> Iterator[tuple[str, str]]:
    """Yield each page and each form that it shows, as its cell calls it."""
    for page in sorted(notebooks_dir().rglob("*.ipynb")):
        for cell in json.loads(page.read_text("utf-8"))["cells"]:
            code = "".join(cell["source"])
            # One cell shows several forms, one for each plan; there is none here.
            if code.startswith("screens.") and "further" not in code:
                yield page.stem, code


def shown(wb: Workbook, code: str) -> float:
    """Return how many seconds a form took to show."""
    with wb.store.change("Nothing that counts") as change:  # so that nothing is kept
        change.update("target", 1, position=1)
    began = time.perf_counter()
    form = eval(code, {"screens": screens, "wb": wb})
    form.send = lambda *_: None
    form._receive(form, {"type": "ready", "time_zone": "Europe/Oslo"}, [])
    return time.perf_counter() - began


def of_size(people: int) -> Iterator[Line]:
    with tempfile.TemporaryDirectory() as folder:
        wb = filled(Path(folder), people)
        took = {one: median(shown(wb, one[1]) for _ in range(ROUNDS)) for one in forms()}
        wb.close()
    pages: dict[str, float] = defaultdict(float)
    for (page, _), seconds in took.items():
        pages[page] += seconds
    slowest = max(pages, key=lambda page: pages[page])
    yield within(
        f"{people:,} people: all forms of the slowest page", pages[slowest], "s", 5, slowest
    )
    for page, code in sorted(took, key=lambda one: -took[one])[:SLOWEST]:
        yield within(f"… `{code}`", took[page, code], "s", beside=page)


def lines(sizes: tuple[int, ...]) -> Iterator[Line]:
    """Yield the results."""
    for people in sizes:
        yield from of_size(people)


if __name__ == "__main__":
    given = tuple(int(word) for word in sys.argv[1:] if word.isdecimal())
    tell(lines(given or SIZES))
