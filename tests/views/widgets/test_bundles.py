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
