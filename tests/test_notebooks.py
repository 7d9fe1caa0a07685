"""The notebooks that ship hold words and calls: no outputs, no code to read, no skipped heading."""

import copy
import itertools
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest

SHIPPED = Path(__file__).parents[1] / "notebooks"
NOTEBOOKS = sorted(
    path for path in SHIPPED.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts
)
TAGS = {"idea"}
LONGEST_CELL = 5
Notebook = dict[str, Any]

GOOD: Notebook = {
    "cells": [
        {"id": "title", "cell_type": "markdown", "metadata": {}, "source": "# Your people"},
        {
            "id": "set-up",
            "cell_type": "code",
            "metadata": {"jupyter": {"source_hidden": True}},
            "source": "import olenb",
            "outputs": [],
            "execution_count": None,
        },
        {"id": "why", "cell_type": "markdown", "metadata": {}, "source": "## 1. Five people"},
        {
            "id": "open",
            "cell_type": "code",
            "metadata": {"tags": ["idea"]},
            "source": "wb = olenb.open_workbook()",
            "outputs": [],
            "execution_count": None,
        },
    ],
    "metadata": {},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def faults(notebook: Notebook) -> list[str]:
    """Return what is wrong with a notebook that is to be committed."""
    found = [] if notebook["nbformat_minor"] >= 5 else ["older than format 4.5"]
    found += _faults_of_headings(notebook)
    for cell in notebook["cells"]:
        found += [f"{cell.get('id', '?')}: {fault}" for fault in _faults_of_cell(cell)]
    if not any("idea" in _tags(cell) for cell in notebook["cells"]):
        found.append("no line carries the idea")
    return found


def _faults_of_cell(cell: Notebook) -> list[str]:
    found = [f"unknown tag {tag}" for tag in _tags(cell) - TAGS]
    if re.search("networking", _text(cell), re.IGNORECASE):
        found.append("says “networking”")
    return found + (_faults_of_code(cell) if cell["cell_type"] == "code" else [])


def _faults_of_code(cell: Notebook) -> list[str]:
    text, hidden = _text(cell), cell["metadata"].get("jupyter", {}).get("source_hidden", False)
    found = {
        "has outputs": bool(cell["outputs"]),
        "has a number": cell["execution_count"] is not None,
        "is long": len(text.splitlines()) > LONGEST_CELL,
        "defines something": bool(re.search(r"^\s*(async def|def|class)\b|\blambda\b", text, re.M)),
        "hides the idea": hidden and "idea" in _tags(cell),
        "shows code that is no idea": not hidden and "idea" not in _tags(cell),
    }
    return [fault for fault, is_so in found.items() if is_so]


def _faults_of_headings(notebook: Notebook) -> list[str]:
    text = "\n".join(_text(cell) for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    levels = [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]
    found = []
    first = notebook["cells"][0]
    if first["cell_type"] != "markdown" or not _text(first).startswith("# "):
        found.append("does not begin with its title")
    if levels.count(1) != 1:
        found.append("has not one title")
    if any(after > before + 1 for before, after in itertools.pairwise(levels)):
        found.append("skips a heading level")
    return found


def _tags(cell: Notebook) -> set[str]:
    return set(cell["metadata"].get("tags", []))


def _text(cell: Notebook) -> str:
    return "".join(cell["source"])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_fit_to_be_committed(path: Path) -> None:
    assert faults(json.loads(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_valid(path: Path) -> None:
    nbformat.validate(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_back_and_next_lead_to_pages_that_are_there(path: Path) -> None:
    page = json.loads(path.read_text("utf-8"))["metadata"].get("olenb", {})
    beside = {other.stem for other in path.parent.glob("*.ipynb")}
    assert page.get("page") == path.stem
    assert {page[way] for way in ("back", "next") if way in page} <= beside


def test_a_good_notebook_has_no_faults() -> None:
    assert faults(GOOD) == []


def _spoil(cell: int, **changes: Any) -> Callable[[Notebook], None]:
    return lambda notebook: notebook["cells"][cell].update(changes)


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_spoil(1, outputs=[{"output_type": "stream"}]), "set-up: has outputs"),
        (_spoil(1, execution_count=3), "set-up: has a number"),
        (_spoil(1, source="a\nb\nc\nd\ne\nf"), "set-up: is long"),
        (_spoil(1, source="x = 1\ndef f(): pass"), "set-up: defines something"),
        (_spoil(1, metadata={}), "set-up: shows code that is no idea"),
        (_spoil(3, metadata={"tags": ["hide-cell", "idea"]}), "open: unknown tag hide-cell"),
        (
            _spoil(3, metadata={"tags": ["idea"], "jupyter": {"source_hidden": True}}),
            "open: hides the idea",
        ),
        (_spoil(2, source="## Networking for all"), "why: says “networking”"),
        (_spoil(2, source="### Five people"), "skips a heading level"),
        (_spoil(2, source="# Five people"), "has not one title"),
        (_spoil(0, source="Your people"), "does not begin with its title"),
        (lambda notebook: notebook.update(nbformat_minor=4), "older than format 4.5"),
        (lambda notebook: notebook["cells"].pop(3), "no line carries the idea"),
    ],
)
def test_each_fault_is_found(spoil: Callable[[Notebook], Any], fault: str) -> None:
    notebook = copy.deepcopy(GOOD)
    spoil(notebook)
    assert fault in faults(notebook)
