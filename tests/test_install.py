"""Installed in each of the three ways, olenb finds all that ships with it, and so does JupyterLab.

Each way builds and installs for real into an environment of its own, and is then looked at from
outside the checkout. With pip the other packages are lent by the environment that runs the
tests, which saves minutes; `--slow` sets everything up from nothing, as a user does.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from server.live import start

ROOT = Path(__file__).parents[1]
LENT = Path(sysconfig.get_path("purelib"))
NOT_SHIPPED = shutil.ignore_patterns(".venv", ".git", "node_modules", ".*_cache", "__pycache__")
IN_PREFIX = "bin" if os.name == "posix" else "Scripts"
needs_uv = pytest.mark.skipif(shutil.which("uv") is None, reason="uv is not on this machine")

PROBE = """
import json
from pathlib import Path
from jupyter_core.paths import jupyter_config_path, jupyter_path
from jupyter_server.extension.config import ExtensionConfigManager
from jupyterlab.commands import get_app_dir
from jupyterlab_server.config import get_federated_extensions
from jupyterlab_server.settings_utils import get_settings
from olenb.core import resources
import olenb.server

app = Path(get_app_dir())
settings, _ = get_settings(str(app / "settings"), str(app / "schemas"), "nowhere",
    schema_name="@jupyterlab/apputils-extension:notification")
servers = ExtensionConfigManager(read_config_path=jupyter_config_path()).get_jpserver_extensions()
print(json.dumps({
    "package": olenb.server.__file__,
    "notebooks": str(resources.notebooks_dir()),
    "sample": str(resources.sample_file()),
    "market": str(resources.market_file()),
    "own": (resources.own_server_dir() / "labconfig" / "page_config.json").is_file(),
    "news": settings["schema"]["properties"]["fetchNews"]["default"],
    "server": servers.get("olenb.server"),
    "pages": get_federated_extensions(jupyter_path("labextensions"))["olenb-lab"]["ext_path"],
}))
"""


class Environment:
    """A new environment, and what is run in it from outside the checkout."""

    def __init__(self, prefix: Path):
        self.prefix = prefix
        self.python = prefix / IN_PREFIX / ("python.exe" if os.name == "nt" else "python")
        self.outside = prefix.parent / "elsewhere"
        self.outside.mkdir()

    def run(self, *arguments: str, cwd: Path | None = None) -> str:
        """Run this environment's Python and return what it printed."""
        done = subprocess.run(
            [str(self.python), *arguments],
            cwd=cwd or self.outside,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def _lending(prefix: Path) -> Environment:
    """Make an environment with pip, and lend it every package but olenb."""
    venv.create(prefix, with_pip=True, symlinks=os.name == "posix")
    environment = Environment(prefix)
    packages = environment.run("-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    Path(packages.strip(), "lent.pth").write_text(str(LENT))
    lab = prefix / "share" / "jupyter" / "lab"
    lab.mkdir(parents=True)
    for name in ("static", "schemas", "themes"):
        (lab / name).symlink_to(Path(sys.prefix, "share", "jupyter", "lab", name))
    return environment


def _with_pip(prefix: Path, *what: str) -> Environment:
    environment = _lending(prefix)
    offline = ("--no-deps", "--no-build-isolation", "--no-index", "--ignore-installed", "-q")
    environment.run("-m", "pip", "install", *offline, *what, cwd=ROOT)
    return environment


def _with_uv(prefix: Path) -> Environment:
    subprocess.run(
        ["uv", "sync", "--frozen", "--no-dev", "--quiet", "--python", sys.executable],
        cwd=ROOT,
        env={**os.environ, "UV_PROJECT_ENVIRONMENT": str(prefix)},
        check=True,
    )
    return Environment(prefix)


@pytest.fixture(
    scope="module",
    params=["pip install .", "pip install -e .", pytest.param("uv sync", marks=needs_uv)],
)
def environment(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """Install in one of the three ways."""
    prefix = tmp_path_factory.mktemp("installed") / "prefix"
    if request.param == "uv sync":
        return _with_uv(prefix)
    return _with_pip(prefix, *request.param.split()[2:])


@pytest.mark.install
def test_all_that_ships_is_found(environment: Environment) -> None:
    found = json.loads(environment.run("-c", PROBE))
    share = environment.prefix / "share"
    if ROOT in Path(found["package"]).parents:
        assert found["notebooks"] == str(ROOT / "notebooks")
        assert found["sample"] == str(ROOT / "data" / "sample.json")
        assert found["market"] == str(ROOT / "data" / "market.tar.xz")
    else:
        assert environment.prefix in Path(found["package"]).parents
        assert found["notebooks"] == str(share / "olenb" / "notebooks")
        assert found["sample"] == str(share / "olenb" / "sample.json")
        assert found["market"] == str(share / "olenb" / "market.tar.xz")
    assert found["news"] == "false"
    assert found["server"] is True
    assert found["pages"] == str(share / "jupyter" / "labextensions" / "olenb-lab")


@pytest.mark.install
def test_names_are_taken_out_of_a_notebook_that_is_saved(
    environment: Environment, tmp_path: Path
) -> None:
    output = {"output_type": "stream", "name": "stdout", "text": "Zzyzx Ana"}
    cell = {"cell_type": "code", "source": "import olenb", "outputs": [output], "metadata": {}}
    notebook = {
        "cells": [{**cell, "execution_count": 1}],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 4,
    }
    server = start(environment.outside, tmp_path, python=str(environment.python))
    try:
        status, _ = server.save("mine.ipynb", {"type": "notebook", "content": notebook})
    finally:
        server.stop()
    assert status in (200, 201)
    saved = [*environment.outside.rglob("mine*.ipynb")]
    assert len(saved) == 2  # and its checkpoint
    assert not [path for path in saved if "Zzyzx" in path.read_text("utf-8")]


@pytest.mark.install
def test_what_is_installed_is_what_the_checkout_holds(environment: Environment) -> None:
    share = environment.prefix / "share"
    for folder, copied in (
        (ROOT / "labextension", share / "jupyter" / "labextensions" / "olenb-lab"),
        (ROOT / "notebooks", share / "olenb" / "notebooks"),
    ):
        files = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
        shipped = [path for path in files if ".ipynb_checkpoints" not in path.parts]
        assert shipped
        assert [p for p in shipped if (folder / p).read_bytes() != (copied / p).read_bytes()] == []


@pytest.mark.install
def test_the_doctor_is_content(environment: Environment) -> None:
    home = environment.outside / "home"
    said = environment.run("-m", "olenb", "--home", str(home), "doctor")
    assert said.rstrip().endswith("All is well.")


@pytest.mark.install
def test_the_command_is_there(environment: Environment) -> None:
    command = environment.prefix / IN_PREFIX / "olenb"
    done = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("olenb, version ")


@pytest.mark.install
@pytest.mark.slow
@pytest.mark.parametrize("tool", ["pip", pytest.param("uv", marks=needs_uv)])
def test_run_py_sets_up_from_nothing(tmp_path: Path, tool: str) -> None:
    checkout = tmp_path / "olenb"
    shutil.copytree(ROOT, checkout, ignore=NOT_SHIPPED)
    environment = {**os.environ, "OLENB_HOME": str(tmp_path / "home")}
    if tool == "pip":
        environment["PATH"] = str(tmp_path)  # where no uv is
    base = getattr(sys, "_base_executable", sys.executable)
    for first in (True, False):
        done = subprocess.run(
            [base, "run.py", "doctor"],
            cwd=checkout,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.rstrip().endswith("All is well.")
        assert (f"with {tool} ..." in done.stdout) is first
    assert list((checkout / ".venv").rglob("pandas/__pycache__/__init__.*.pyc"))
