"""Saving through a real Jupyter server: our notebooks lose what they showed, others nothing."""

import base64
import json
import os
import stat
import time
from pathlib import Path
from typing import Any

import nbformat
import pytest

from olenb.server.saving import NOT_SAVED
from server.live import Server, start

NAME = "Zzyzx Ana"
USERS_HOOK = """
def mark(model, path, contents_manager, **_):
    if model["type"] == "notebook" and model.get("content"):
        model["content"]["metadata"]["marked"] = "by the user's own hook"
    if "stumbles" in path:
        raise RuntimeError("the user's own hook stumbled")
c.ContentsManager.pre_save_hook = mark
"""
WRITES_WHAT_IT_WAS_TOLD = """
import os, pathlib
told = os.environ.get("OLENB_SAVES_CLEAN", "nothing")
pathlib.Path(os.environ["IPYTHONDIR"], "told").write_text(told)
"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("jupyter")
    (folder / "CONFIG_DIR").mkdir()
    (folder / "CONFIG_DIR" / "jupyter_server_config.py").write_text(USERS_HOOK)
    startup = folder / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text(WRITES_WHAT_IT_WAS_TOLD)
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory, settings):
    server = start(tmp_path_factory.mktemp("root"), settings)
    yield server
    server.stop()
    assert NAME not in server.log.read_text("utf-8")


def shown(source: str, **metadata: Any) -> dict[str, Any]:
    """Return a notebook as a browser sends it: run, with a name in every place for one."""
    cell = {
        "id": "one",
        "cell_type": "code",
        "metadata": {},
        "source": source,
        "execution_count": 2,
        "outputs": [
            {"output_type": "stream", "name": "stdout", "text": [f"{NAME}\n"]},
            {"output_type": "error", "ename": "KeyError", "evalue": NAME, "traceback": [NAME]},
            {
                "output_type": "execute_result",
                "execution_count": 2,
                "metadata": {"alt": NAME},
                "data": {"text/html": f"<td>{NAME}", "text/plain": NAME},
            },
        ],
    }
    widgets = {"application/vnd.jupyter.widget-state+json": {"state": {"a": {"value": NAME}}}}
    return {
        "cells": [cell],
        "metadata": {**metadata, "widgets": widgets},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


OURS = {"type": "notebook", "content": shown("wb.people", olenb={"page": "02_people"})}
WITHOUT_A_TRACE = {"type": "notebook", "content": shown("table")}


def ours(source: str = "import olenb") -> dict[str, Any]:
    return {"type": "notebook", "content": shown(source)}


def files(server: Server) -> dict[str, str]:
    """Return every file below the server's folder, checkpoints included, with its text."""
    every = (path for path in server.root.rglob("*") if path.is_file())
    return {path.relative_to(server.root).as_posix(): path.read_text("utf-8") for path in every}


def holding_a_name(server: Server, beginning: str) -> list[str]:
    """Return the files that hold the name, of those called so."""
    return [p for p, text in files(server).items() if beginning in p and NAME in text]


@pytest.mark.parametrize(
    "path", ["page.ipynb", "below/deeper/page.ipynb", "Page with blanks.IPYNB"]
)
@pytest.mark.parametrize("model", [OURS, ours()], ids=["our metadata", "our name in the code"])
def test_a_notebook_of_ours_and_its_checkpoint_are_saved_without_names(server, path, model):
    (server.root / path).parent.mkdir(parents=True, exist_ok=True)
    for _ in range(2):
        assert server.save(path, model)[0] in (200, 201)
        assert (
            server.answer(f"api/contents/{path.replace(' ', '%20')}/checkpoints", {}, "POST")[0]
            == 201
        )
    stem = Path(path).stem
    assert len([p for p in files(server) if stem in p]) >= 2
    assert holding_a_name(server, stem) == []
    saved = json.loads((server.root / path).read_text("utf-8"))
    assert saved["cells"][0]["source"] == model["content"]["cells"][0]["source"].splitlines(True)


def test_somebodys_homework_keeps_its_outputs(server):
    homework = shown("import pandas", marked="by the user's own hook")
    server.save("homework.ipynb", {"type": "notebook", "content": homework})
    saved = nbformat.read(server.root / "homework.ipynb", as_version=4)
    assert saved == nbformat.reads(json.dumps(homework), as_version=4)


def test_a_notebook_whose_code_was_edited_stays_ours_while_the_page_is_open(server):
    server.save("edited.ipynb", ours())
    for _ in range(3):
        assert server.save("edited.ipynb", WITHOUT_A_TRACE)[0] == 200
        assert holding_a_name(server, "edited") == []


def test_neither_does_another_name_make_it_somebody_elses(server):
    server.save("first.ipynb", ours())
    server.save("first.ipynb", WITHOUT_A_TRACE)
    renamed = server.answer("api/contents/first.ipynb", {"path": "below/second.ipynb"}, "PATCH")
    assert renamed[0] == 200
    assert server.save("below/second.ipynb", WITHOUT_A_TRACE)[0] == 200
    assert holding_a_name(server, "second") == []


def test_a_notebook_that_lay_there_already_stays_ours_when_its_code_is_edited(server):
    (server.root / "lay_there.ipynb").write_text(json.dumps(ours()["content"]))
    server.save("lay_there.ipynb", WITHOUT_A_TRACE)
    assert holding_a_name(server, "lay_there") == []


def test_saved_under_another_name_copied_or_renamed_it_holds_none(server):
    (server.root / "from_elsewhere.ipynb").write_text(json.dumps(ours()["content"]))
    assert server.save("saved_as.ipynb", ours())[0] == 201
    assert server.answer("api/contents/", {"copy_from": "from_elsewhere.ipynb"}, "POST")[0] == 201
    renamed = server.answer("api/contents/saved_as.ipynb", {"path": "renamed.ipynb"}, "PATCH")
    assert renamed[0] == 200
    assert holding_a_name(server, "saved_as") == holding_a_name(server, "renamed") == []
    assert holding_a_name(server, "from_elsewhere-Copy1") == []


def test_the_copy_of_an_earlier_version_is_cleaned_as_well(server):
    folder = server.root / ".ipynb_checkpoints"
    folder.mkdir(exist_ok=True)
    (folder / "before-checkpoint.ipynb").write_text(json.dumps(ours()["content"]))
    (folder / "broken-checkpoint.ipynb").write_text('{"cells": "olenb, cut off ' + NAME)
    for name in ("before", "broken"):
        server.save(f"{name}.ipynb", ours())
        assert holding_a_name(server, name) == []


def test_a_notebook_saved_as_a_mere_file_holds_none(server):
    text = json.dumps(ours()["content"])
    packed = base64.b64encode(text.encode()).decode()
    server.save("as_text.ipynb", {"type": "file", "format": "text", "content": text})
    server.save("as_bytes.ipynb", {"type": "file", "format": "base64", "content": packed})
    assert holding_a_name(server, "as_") == []
    assert json.loads((server.root / "as_bytes.ipynb").read_text())["cells"][0]["outputs"] == []


def test_a_large_upload_that_comes_in_pieces_holds_none(server):
    text = json.dumps(ours()["content"])
    pieces = [text[:100], text[100:200], text[200:]]
    for number, piece in zip((1, 2, -1), pieces, strict=True):
        model = {"type": "file", "format": "text", "content": piece, "chunk": number}
        assert server.save("large.ipynb", model)[0] in (200, 201)
    assert holding_a_name(server, "large") == []
    assert json.loads((server.root / "large.ipynb").read_text())["cells"][0]["outputs"] == []


def test_other_files_are_left_as_they_are(server):
    for name in ("notes.txt", "not a notebook.ipynb"):
        content = {"type": "file", "format": "text", "content": f"{NAME}, some words"}
        assert server.save(name, content)[0] == 201
        assert (server.root / name).read_text() == f"{NAME}, some words"


BROKEN = {
    "cells that are none": {"type": "notebook", "content": {"cells": [NAME], "metadata": {}}},
    "metadata that are none": {
        "type": "notebook",
        "content": {**shown("import olenb"), "metadata": [NAME]},
    },
    "a file cut off": {
        "type": "file",
        "format": "text",
        "content": json.dumps(ours()["content"])[:-9],
    },
    "bytes that are none": {"type": "file", "format": "base64", "content": f"olenb {NAME}"},
}


@pytest.mark.parametrize("model", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_looked_through_is_not_saved_and_what_was_there_stays(server, model):
    place = server.root / "kept.ipynb"
    place.write_text("what was saved before")
    status, answer = server.save("kept.ipynb", model)
    assert (status, answer["message"]) == (500, NOT_SAVED)
    assert place.read_text() == "what was saved before"


def test_a_large_upload_that_cannot_be_looked_through_is_taken_away(server):
    piece = {"type": "file", "format": "text", "content": f'{{"olenb": "{NAME}', "chunk": 1}
    server.save("cut.ipynb", piece)
    status, answer = server.save("cut.ipynb", {**piece, "chunk": -1})
    assert status >= 400
    assert "not taken in" in answer["message"]
    assert not (server.root / "cut.ipynb").exists()


@pytest.mark.parametrize("name", ["marked.ipynb", "stumbles.ipynb"])
def test_a_hook_of_the_users_own_runs_as_before(server, name):
    server.save(name, ours())
    saved = json.loads((server.root / name).read_text("utf-8"))
    assert saved["metadata"] == {"marked": "by the user's own hook"}
    assert holding_a_name(server, Path(name).stem) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_cleaned_checkpoint_is_for_its_owner_only(server):
    place = server.root / ".ipynb_checkpoints" / "rights-checkpoint.ipynb"
    place.parent.mkdir(exist_ok=True)
    place.write_text(json.dumps(ours()["content"]))
    server.save("rights.ipynb", ours())
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_a_notebooks_engine_is_told_that_its_server_saves_no_names(server, settings):
    kernel = server.ask("api/kernels", {"name": "python3"}, "POST")
    told = settings / "ipython" / "told"
    deadline = time.monotonic() + 60
    while not (told.exists() and told.read_text()) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert told.read_text() == "1"
    assert server.answer(f"api/kernels/{kernel['id']}", method="DELETE")[0] == 204
