"""What a notebook keeps of the workbook: nothing typed, nothing said by an error, no name."""

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from olenb import notebook
from olenb.workbook import open_workbook

NAME = "Zzyzx"
FORM = "application/vnd.jupyter.widget-view+json"


def run(folder: Path, *cells: str, **environment: str) -> tuple[list[dict[str, Any]], Path]:
    """Run cells in a kernel of their own; return what each showed, and IPython's own folder."""
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    own = {"IPYTHONDIR": str(folder / "ipython"), "OLENB_HOME": str(folder / "olenb")}
    # nbclient by itself would keep the history in memory, as no browser does.
    how = {"timeout": 60, "allow_errors": True, "ipython_hist_file": ""}
    client = NotebookClient(made, kernel_name="python3", **how)
    client.execute(env={**os.environ, **own, **environment})
    return made.cells, folder / "ipython"


def typed(folder: Path) -> list[str]:
    """Return every cell that IPython remembers."""
    file = folder / "profile_default" / "history.sqlite"
    with sqlite3.connect(file) as db:
        return [source for (source,) in db.execute("SELECT source_raw FROM history")]


def shown(cell: dict[str, Any]) -> str:
    return json.dumps(cell["outputs"])


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """A session on real people, in a program that keeps what is shown; then one without olenb."""
    folder = tmp_path_factory.mktemp("session")
    open_workbook(folder / "olenb").add("Ana Ruiz")
    cells, ipython = run(
        folder,
        f"who = '{NAME} typed before'",
        f"import olenb; wb = olenb.open_workbook(); wb.add('{NAME} Ana')",
        f"wb.add('{NAME} Bo, {NAME} Energy')",
        f"wb.add_tie('{NAME} Nobody', 'Ana Ruiz')",
        "wb.map(), wb.routes(), wb",
        f"wb.record_answer('{NAME} Bo', wb.add_target('{NAME} Energy'), 'yes', '{NAME} Rosa')",
    )
    run(folder, "print('homework')")
    return cells, ipython


def test_what_was_typed_is_in_no_history_from_the_first_cell_of_the_session(session):
    _, ipython = session
    assert typed(ipython) == ["print('homework')"]
    everything = [path for path in ipython.rglob("*") if path.is_file()]
    assert everything
    assert [path for path in everything if NAME.encode() in path.read_bytes()] == []


def test_an_error_of_ours_is_one_sentence_without_a_name(session):
    cells, _ = session
    assert "Nobody in your workbook has that name" in shown(cells[3])
    assert [output["output_type"] for output in cells[3]["outputs"]] == ["stream"]
    assert NAME not in shown(cells[3])


def test_what_the_workbook_returns_shows_no_name_by_itself(session):
    cells, _ = session
    assert "<map of 3 people>" in shown(cells[4])
    assert "<an answer, noted>" in shown(cells[5])
    assert NAME not in shown(cells[4]) + shown(cells[5])


def test_where_names_would_be_kept_the_notebook_says_so_as_it_opens_the_workbook(session):
    cells, _ = session
    assert notebook.KEEPS_NAMES in cells[1]["outputs"][0]["text"]


def test_where_they_are_taken_out_nothing_is_said(tmp_path):
    open_workbook(tmp_path / "olenb").add("Ana Ruiz")
    cells, _ = run(tmp_path, "import olenb; olenb.open_workbook()", OLENB_SAVES_CLEAN="1")
    assert "keeps" not in shown(cells[0])


def test_with_the_invented_people_the_first_form_says_so_and_only_the_first(tmp_path):
    cells, _ = run(
        tmp_path,
        "import olenb; from olenb import screens; wb = olenb.open_workbook()",
        "first, second = screens.you(wb), screens.five_people(wb)",
        "[[b.get('text', '')[:11] for b in f.first_document()['blocks']] for f in (first, second)]",
    )
    assert cells[0]["outputs"] == []
    said = cells[2]["outputs"][0]["data"]["text/plain"]
    assert said.count("The program") == 1
    assert said.index("The program") < said.index("You are loo")


def test_outside_of_notebooks_nothing_is_kept_and_nothing_said(capsys):
    notebook.settle_in()
    notebook.warn()
    assert not notebook.keeps_names()
    assert capsys.readouterr().out == ""
