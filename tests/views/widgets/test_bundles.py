import shutil
import subprocess
from pathlib import Path

import pytest

JS = Path(__file__).parents[3] / "js"


@pytest.mark.skipif(shutil.which("node") is None, reason="no node: the bundles weren't rebuilt")
@pytest.mark.skipif(
    not (JS / "node_modules" / "esbuild").is_dir(),
    reason="no esbuild (run npm ci in js/): the bundles weren't rebuilt",
)
def test_the_committed_bundles_are_what_the_sources_make():
    done = subprocess.run(
        ["node", "build.js", "--check"], cwd=JS, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("source", sorted(JS.glob("src/**/*.js")), ids=lambda path: path.name)
def test_text_is_only_ever_text_and_nothing_is_fetched(source):
    words = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(")
    words += ("XMLHttpRequest", "WebSocket", "localStorage", "sessionStorage")
    text = source.read_text("utf-8")
    assert [word for word in words if word in text] == []
