"""What is loaded when, counted in modules and not in seconds."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

STEPS = """
import json, sys
HEAVY = ("matplotlib", "networkx", "numpy", "pandas", "anywidget", "duckdb", "narwhals", "pyspark")
bare = set(sys.modules)
found = []

def note():
    new = {name for name in sys.modules if name not in bare}
    heavy = [name for name in HEAVY if name in new]
    found.append([heavy, len({name for name in new if not name.startswith("olenb")})])

import olenb
note()
from olenb.core.store import Store
note()
from olenb import screens
note()
wb = olenb.open_workbook(sample=True)
for form in (screens.whom_to_ask, screens.introductions, screens.ways, screens.people_map):
    form(wb)
note()
wb.graph()
note()
print(json.dumps(found))
"""


def test_nothing_heavy_comes_before_it_is_needed(tmp_path: Path) -> None:
    environment = {**os.environ, "OLENB_HOME": str(tmp_path)}
    said = subprocess.run(
        [sys.executable, "-c", STEPS], capture_output=True, text=True, check=True, env=environment
    )
    package, file, forms, page, graph = json.loads(said.stdout)
    assert package == [[], package[1]]
    assert package[1] < 20, "import olenb brings in modules that it doesn't need"
    assert file[0] == []
    # No picture is drawn by Python on this page, and no graph was asked for.
    assert set(forms[0]) <= {"numpy", "pandas", "anywidget"}
    assert set(page[0]) <= {"numpy", "pandas", "anywidget"}
    assert "networkx" in graph[0]
    assert "matplotlib" not in graph[0]


SERVER = """
import os, sys
from olenb import lean
before, started = os.environ.get("PATH"), []
def heard(event, what):
    started.extend(what[:1] if event == "subprocess.Popen" else ())
sys.addaudithook(heard)
{begin}
import jupyter_server.serverapp
print([bool(started), os.environ.get("PATH") == before, "lark" in sys.modules])
"""


@pytest.mark.parametrize("path", [None, "", "/usr/bin:/bin", "a folder of one's own"])
@pytest.mark.skipif(os.name != "posix", reason="elsewhere libraries are found by PATH, too")
def test_jupyterlab_starts_no_node_and_builds_no_grammar(tmp_path: Path, path: str | None) -> None:
    node = tmp_path / "node"
    node.write_text("#!/bin/sh\n")
    node.chmod(0o755)

    def run(begin: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", SERVER.format(begin=begin)],
            capture_output=True,
            text=True,
            check=True,
            env={name: value for name, value in environment.items() if value is not None},
            cwd=tmp_path,
        ).stdout.strip()

    environment = {
        **os.environ,
        "PATH": path and path.replace("a folder of one's own", str(tmp_path)),
    }
    assert run("lean.lab()") == "[False, True, False]"
    if path and str(tmp_path) in environment["PATH"]:  # else this test could not fail
        assert run("import jupyterlab.labapp") == "[True, True, True]"
