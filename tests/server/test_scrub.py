"""What is ours, and what is taken out of it."""

import copy
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.server.scrub import is_ours, scrub

NAME = "Zzyzx Ana"


def code(source: str | list[str] = "wb.people", **more: Any) -> dict[str, Any]:
    output = {"output_type": "display_data", "data": {"text/html": f"<b>{NAME}</b>"}}
    cell = {"cell_type": "code", "source": source, "outputs": [output], "execution_count": 3}
    return {**cell, "metadata": {"tags": ["idea"], "execution": {"iopub.execute": "T"}}, **more}


def notebook(*cells: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


OURS = {
    "our metadata": notebook(code(), olenb={"page": "02_people"}),
    "an import": notebook(code("import olenb")),
    "another name for it": notebook(code(), code(["import x\n", "from olenb import screens as s"])),
    "a comment": notebook(code("# olenb made this")),
    "a form of ours": notebook(code("f", outputs=[{"data": {"text/plain": "<olenb form>"}}])),
    "nbformat 3": {
        "metadata": {"name": "old"},
        "nbformat": 3,
        "worksheets": [
            {"cells": [{"cell_type": "code", "input": "import olenb", "outputs": [NAME]}]}
        ],
    },
}
NOT_OURS = {
    "homework": notebook(code("import pandas as pd\npd.read_csv('rain.csv')")),
    "a word in the text": notebook({"cell_type": "markdown", "source": "I use olenb."}, code()),
    "a longer word": notebook(code("import my_olenb_notes")),
    "a list of packages": notebook(code("%pip list", outputs=[{"text": "olenb 0.1.0"}])),
    "nothing": {},
}


@pytest.mark.parametrize("each", OURS.values(), ids=OURS)
def test_a_notebook_that_has_to_do_with_the_workbook_is_ours(each):
    assert is_ours(each)


@pytest.mark.parametrize("each", NOT_OURS.values(), ids=NOT_OURS)
def test_somebody_elses_notebook_is_not_ours(each):
    assert not is_ours(each)


@pytest.mark.parametrize("each", OURS.values(), ids=OURS)
def test_nothing_that_was_shown_is_left(each):
    cleaned = copy.deepcopy(each)
    cleaned.setdefault("metadata", {})["widgets"] = {"state": {"1": {"value": NAME}}}
    assert scrub(cleaned)
    assert NAME not in str(cleaned)
    assert "iopub" not in str(cleaned)
    assert not scrub(cleaned)


def test_code_text_tags_and_other_metadata_stay():
    before = notebook({"cell_type": "markdown", "source": "# Mine"}, code("x = 1"), page="a")
    after = copy.deepcopy(before)
    scrub(after)
    assert after["metadata"] == {"page": "a"}
    assert after["cells"][0] == before["cells"][0]
    assert after["cells"][1] == {
        "cell_type": "code",
        "source": "x = 1",
        "outputs": [],
        "execution_count": None,
        "metadata": {"tags": ["idea"]},
    }


def test_what_is_left_is_a_valid_notebook():
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("import olenb")])
    made.cells[0].execution_count = 4
    made.cells[0].outputs = [nbformat.v4.new_output("stream", text=NAME)]
    scrub(made)
    nbformat.validate(made)


words = st.one_of(st.none(), st.integers(), st.text(max_size=8), st.just(NAME))
things = st.recursive(words, lambda t: st.lists(t) | st.dictionaries(st.text(max_size=8), t))


@given(st.lists(things), things, things)
def test_whatever_outputs_hold_nothing_of_it_is_left(outputs, state, count):
    cell = code("import olenb", outputs=outputs, execution_count=count)
    each = notebook(cell, widgets=state)
    scrub(each)
    assert each["metadata"] == {}
    assert (cell["outputs"], cell["execution_count"]) == ([], None)


@pytest.mark.parametrize("broken", [[], "text", {"cells": [1]}, {"cells": 5}, None])
def test_what_is_no_notebook_is_an_error_and_never_taken_for_somebody_elses(broken):
    with pytest.raises((TypeError, AttributeError)):
        is_ours(broken)
