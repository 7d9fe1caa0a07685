"""The hub's own modules, which are no part of olenb, and a hub that was really installed."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy" / "jupyterhub"
sys.path.insert(0, str(DEPLOY))


@pytest.fixture(scope="session")
def installed() -> Iterator[Path]:
    """Return where the hub's programs are: named by OLENB_HUB_PREFIX, else installed for now.

    Participants are users of their own, so it can't be below a folder that is root's alone.
    """
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("a hub makes system users: run this as root")
    lacking = [one for one in ("npm", "node", "useradd", "chpasswd") if shutil.which(one) is None]
    if lacking:
        pytest.skip(f"a hub needs {', '.join(lacking)}")
    named = os.environ.get("OLENB_HUB_PREFIX")
    if named:
        yield Path(named)
        return
    prefix = Path(tempfile.mkdtemp(prefix="olenb-hub-", dir="/opt"))
    prefix.chmod(0o755)
    try:
        done = subprocess.run(
            [DEPLOY / "install.sh", "--prefix", prefix], capture_output=True, text=True, check=False
        )
        if done.returncode:
            pytest.skip(f"the hub's packages can't be had here: {done.stderr.strip()[-200:]}")
        yield prefix
    finally:
        shutil.rmtree(prefix)
