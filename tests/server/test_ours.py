"""The server's answer to "is this code ours?", asked of a real Jupyter server."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from olenb.core.resources import notebooks_dir
from olenb.server.ours import code_of, shipped_code
from server.live import Server, start

SHIPPED = ["import olenb\nwb = olenb.open_workbook()", "wb.people", "wb.introductions()"]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    shipped, root, settings = (tmp_path_factory.mktemp(n) for n in ("shipped", "root", "jupyter"))
    write(shipped / "01_page.ipynb", *SHIPPED)
    write(root / "01_page.ipynb", "print('a stranger wrote this')")
    server = start(root, settings, f"--OlenbServer.notebooks_dir={shipped}")
    yield server
    server.stop()


def is_ours(server: Server, *code: str) -> bool:
    return server.ask("olenb/api/ours", {"code": list(code)}) == {"ours": True}


def write(path: Path, *sources: str) -> None:
    cells = [
        {"cell_type": "markdown", "source": "# A page"},
        *({"cell_type": "code", "source": source.splitlines(True)} for source in sources),
    ]
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")


def test_code_as_it_was_shipped_is_ours(server):
    assert is_ours(server, *SHIPPED)


@pytest.mark.parametrize(
    "code",
    [
        [SHIPPED[0] + " ", *SHIPPED[1:]],
        [SHIPPED[0].replace("open", "0pen"), *SHIPPED[1:]],
        [SHIPPED[1], SHIPPED[0], SHIPPED[2]],
        SHIPPED[:2],
        [*SHIPPED, "import os"],
        ["".join(SHIPPED)],
        ["print('a stranger wrote this')"],
        [],
    ],
    ids=["a space", "a letter", "order", "less", "more", "joined", "another page", "no code"],
)
def test_code_that_differs_in_anything_is_not_ours(server, code):
    assert not is_ours(server, *code)


@pytest.mark.parametrize("body", [{}, [], {"code": "../01_page.ipynb"}, {"path": "01_page.ipynb"}])
def test_the_code_itself_is_asked_about_and_never_a_path(server, body):
    assert server.ask("olenb/api/ours", body) == 400


def test_nobody_is_answered_without_the_token(server):
    code = {"code": SHIPPED}
    from_another_page = {"Cookie": "_xsrf=guessed", "X-XSRFToken": "guessed"}
    assert server.ask("olenb/api/ours", code, Cookie="nothing=here") == 403
    assert server.ask("olenb/api/ours", code, Authorization="token wrong") == 403
    assert server.ask("olenb/api/ours", code, **from_another_page) == 403


def test_every_page_that_comes_with_olenb_is_ours_where_it_was_not_set_otherwise():
    pages = sorted(notebooks_dir().rglob("*.ipynb"))
    assert [code_of(json.loads(page.read_bytes())) for page in pages] == list(
        shipped_code(notebooks_dir())
    )
    assert pages


def test_the_server_part_loads_neither_tables_nor_pictures():
    check = "import sys, olenb.server; print({'pandas', 'numpy', 'matplotlib'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
