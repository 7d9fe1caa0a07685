"""The server's answer to "is this code ours?", asked of a real Jupyter server."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from olenb.core.resources import notebooks_dir
from olenb.server import code_of, shipped_code

SHIPPED = ["import olenb\nwb = olenb.open_workbook()", "wb.people", "wb.introductions()"]


@dataclass
class Server:
    url: str
    token: str

    def asked(self, body: Any, **headers: str) -> Any:
        """Return the answer to `body`, or the status when the server refuses."""
        request = urllib.request.Request(
            f"{self.url}olenb/api/ours", data=json.dumps(body).encode(), headers=headers
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refusal:
            return refusal.code

    def is_ours(self, *code: str) -> bool:
        answer = self.asked({"code": list(code)}, Authorization=f"token {self.token}")
        return answer == {"ours": True}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    shipped, root, runtime = (tmp_path_factory.mktemp(n) for n in ("shipped", "root", "runtime"))
    write(shipped / "01_page.ipynb", *SHIPPED)
    write(root / "01_page.ipynb", "print('a stranger wrote this')")
    command = [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root"]
    options = [f"--ServerApp.root_dir={root}", "--ServerApp.ip=127.0.0.1", "--ServerApp.port=0"]
    process = subprocess.Popen(
        [*command, *options, f"--OlenbServer.notebooks_dir={shipped}"],
        env={**os.environ, "JUPYTER_RUNTIME_DIR": str(runtime)},
        stderr=subprocess.DEVNULL,
    )
    yield wait_for(process, runtime)
    process.terminate()
    process.wait(15)


def write(path: Path, *sources: str) -> None:
    cells = [
        {"cell_type": "markdown", "source": "# A page"},
        *({"cell_type": "code", "source": source.splitlines(True)} for source in sources),
    ]
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")


def wait_for(process: subprocess.Popen[bytes], runtime: Path) -> Server:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        for file in runtime.glob("jpserver-*.json"):
            try:
                info = json.loads(file.read_text("utf-8"))
                urllib.request.urlopen(f"{info['url']}api", timeout=5)
            except (OSError, ValueError):
                continue
            return Server(info["url"], info["token"])
        time.sleep(0.1)
    process.kill()
    raise AssertionError("the Jupyter server did not start")


def test_code_as_it_was_shipped_is_ours(server):
    assert server.is_ours(*SHIPPED)


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
    assert not server.is_ours(*code)


@pytest.mark.parametrize("body", [{}, [], {"code": "../01_page.ipynb"}, {"path": "01_page.ipynb"}])
def test_the_code_itself_is_asked_about_and_never_a_path(server, body):
    assert server.asked(body, Authorization=f"token {server.token}") == 400


def test_nobody_is_answered_without_the_token(server):
    code = {"code": SHIPPED}
    from_another_page = {"Cookie": "_xsrf=guessed", "X-XSRFToken": "guessed"}
    assert server.asked(code) == 403
    assert server.asked(code, Authorization="token wrong") == 403
    assert server.asked(code, **from_another_page) == 403


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
