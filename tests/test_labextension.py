"""The JupyterLab extension as files: whole, small, and never served stale."""

import hashlib
import json
import re
from importlib.metadata import version
from pathlib import Path

import pytest

EXTENSION = Path(__file__).parents[1] / "labextension"
FILES = sorted((EXTENSION / "static").iterdir())
MANIFEST = json.loads((EXTENSION / "package.json").read_text("utf-8"))


def stamp() -> str:
    """Return what stands for the content of all the files, whatever their line ends."""
    digest = hashlib.sha256()
    for file in FILES:
        digest.update(file.name.encode() + file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


def test_the_address_changes_with_the_content_for_browsers_keep_it_for_a_year():
    assert MANIFEST["jupyterlab"]["_build"]["load"] == f"static/remoteEntry.js?v={stamp()}", (
        "write this address into labextension/package.json"
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_that_names_its_neighbour_hands_the_stamp_on(file):
    neighbours = re.compile(r"[`\"'](?:\./)?([\w-]+\.(?:js|css))(\$\{stamp\})?")
    named = neighbours.findall(file.read_text("utf-8"))
    assert [name for name, stamp in named if not stamp] == []


def test_nothing_is_built_and_nothing_comes_from_elsewhere():
    assert {file.suffix for file in FILES} == {".js", ".css"}
    assert not [file.name for file in FILES if "://" in file.read_text("utf-8")]
    assert "dependencies" not in MANIFEST


def test_the_extension_has_the_version_of_the_package():
    assert MANIFEST["version"] == version("olenb")
