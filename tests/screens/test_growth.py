"""A page's work grows with the people in it and not with their square."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from olenb import screens
from olenb.contacts import organizations
from olenb.core.resources import notebooks_dir
from olenb.workbook import Workbook

FEW, MANY = 100, 1_000
STEPS = 10
"""How many steps of SQLite's count as one."""


def forms() -> list[str]:
    """Return every form that a page shows, as its cell calls it."""
    pages = sorted(notebooks_dir().rglob("*.ipynb"))
    cells = (
        "".join(cell["source"])
        for page in pages
        for cell in json.loads(page.read_text("utf-8"))["cells"]
        if cell["cell_type"] == "code"
    )
    return sorted({cell for cell in cells if cell.startswith("screens.")})


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Workbook]:
    """Return two workbooks: few people and many, each at a place, a third of them of one name."""
    return {size: _filled(tmp_path_factory.mktemp("growth"), size) for size in (FEW, MANY)}


def _filled(home: Path, size: int) -> Workbook:
    wb = Workbook(home)
    lines = [f"Person {n % 3 and n}, Place {n % (size // 5)}, friend" for n in range(size)]
    wb.add_people(lines)
    for n in range(3):
        wb.add_target(f"Place {n}")
    there = organizations.find(wb.store, "Place 1")
    with wb.store.change("Wrote a directory") as change:
        for n in range(size):
            person = change.insert("person", name=f"Somebody {n}", is_ego=0)
            change.insert("affiliation", person=person, organization=there, current=1, kind="job")
            change.insert("tie", a=2 + n, b=person, evidence="told")
    return wb


def work(wb: Workbook, cell: str, visit: Callable) -> tuple[int, int]:
    """Return how many steps SQLite took to show a form, and how many Python."""
    steps = {"SQLite": 0, "Python": 0}

    def of_sqlite() -> None:
        steps["SQLite"] += 1

    def of_python(*_: object) -> None:
        steps["Python"] += 1

    # What is kept from form to form is read anew.
    with wb.store.change("Changed nothing that counts") as change:
        change.update("target", 1, position=1)
    wb.store._db.set_progress_handler(of_sqlite, STEPS)
    sys.setprofile(of_python)
    try:
        shown = eval(cell, {"screens": screens, "wb": wb})
        if not cell.startswith("screens.opportunities.further"):  # several forms, one for each plan
            visit(shown)
    finally:
        sys.setprofile(None)
        wb.store._db.set_progress_handler(None, 0)
    return steps["SQLite"], steps["Python"]


@pytest.mark.parametrize("cell", forms())
def test_ten_times_as_many_people_are_no_hundred_times_the_work(
    filled: dict[int, Workbook], visit: Callable, cell: str
) -> None:
    few, many = (work(filled[size], cell, visit) for size in (FEW, MANY))
    for less, more in zip(few, many, strict=True):
        assert more < 20 * max(less, 1_000)
