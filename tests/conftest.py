"""What every test stands on: a home of its own, and nothing of the machine's user.

`olenb`, Jupyter, IPython and matplotlib all keep things in the user's home folder. The tests
point them to a temporary one before anything is imported, so that a test run never reads or
writes the workbook or the settings of whoever runs it, and notebooks run by nbval don't either.
"""

import os
import shutil
import tempfile
import textwrap
from operator import itemgetter
from pathlib import Path

import pytest

OWN_PLACES = {
    "HOME": "home",
    "USERPROFILE": "home",
    "OLENB_HOME": "home/olenb",
    "IPYTHONDIR": "ipython",
    "JUPYTER_CONFIG_DIR": "jupyter-config",
    "JUPYTER_DATA_DIR": "jupyter-data",
    "JUPYTER_RUNTIME_DIR": "jupyter-runtime",
    "JUPYTERLAB_SETTINGS_DIR": "lab-settings",
    "JUPYTERLAB_WORKSPACES_DIR": "lab-workspaces",
    "MPLCONFIGDIR": "matplotlib",
}
SET_ELSEWHERE = (
    "OLENB_SAMPLE",
    "OLENB_ROOM",
    "OLENB_TYPED_ONLY",
    "JUPYTER_PATH",
    "JUPYTER_CONFIG_PATH",
    "XDG_CONFIG_HOME",
)
CACHES = {"UV_CACHE_DIR": ".cache/uv", "PIP_CACHE_DIR": ".cache/pip"}

_places: dict[pytest.Config, Path] = {}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switches for the long suites."""
    parser.addoption("--slow", action="store_true", help="also run the tests that take minutes")
    parser.addoption("--faults", action="store_true", help="also run the long tests of faults")


def pytest_configure(config: pytest.Config) -> None:
    """Move every place in the user's home to a temporary one, caches of downloads excepted."""
    for name, below_home in CACHES.items():
        os.environ.setdefault(name, str(Path.home() / below_home))
    _places[config] = Path(tempfile.mkdtemp(prefix="olenb-tests-"))
    for name, folder in OWN_PLACES.items():
        os.environ[name] = str(_places[config] / folder)
    (_places[config] / "home").mkdir()
    # tmp_path stays where it always lies; each worker's uploads are its own.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", tempfile.gettempdir())
    _move_temporary_files(_places[config] / "tmp", pytest.MonkeyPatch())
    for name in SET_ELSEWHERE:
        os.environ.pop(name, None)


def _move_temporary_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let temporary files lie in `folder`, those of processes started from here too."""
    folder.mkdir(exist_ok=True)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the temporary places."""
    shutil.rmtree(_places.pop(config), ignore_errors=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests out unless they are asked for, and mix those that mostly wait."""
    items[:] = _mixed(items)
    for mark in ("slow", "faults"):
        if config.getoption(f"--{mark}"):
            continue
        for item in items:
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=f"takes minutes: run with --{mark}"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell why a walk was walked twice, so that it can be mended."""
    for report in terminalreporter.stats.get("rerun", []):
        why = str(report.longrepr).strip().splitlines()
        said = [line[2:] for line in why if line.startswith("E ")] or why[-1:]
        terminalreporter.write_line(f"WALKED TWICE {report.nodeid}, {report.when}:")
        terminalreporter.write_line(textwrap.indent("\n".join([*said[:6], why[-1]]), "  "))


def _mixed(items: list[pytest.Item]) -> list[pytest.Item]:
    """Spread the walks through a browser among the others: the long ones never come last.

    A browser mostly waits, the other tests mostly count, so side by side they fill two cores.
    """
    modules: dict[str, list[pytest.Item]] = {}
    for item in items:
        modules.setdefault(item.nodeid.split("::")[0], []).append(item)
    walks = [each for each in modules.values() if each[0].get_closest_marker("browser")]
    others = [each for each in modules.values() if not each[0].get_closest_marker("browser")]
    walks.sort(key=len)  # one long walk in a module takes longer than ten small ones
    step = 0.8 * len(others) / max(len(walks), 1)
    placed = [(index * step, each) for index, each in enumerate(walks)]
    placed += [(float(index), each) for index, each in enumerate(others)]
    return [item for _, each in sorted(placed, key=itemgetter(0)) for item in each]


@pytest.fixture
def home(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Return the folder of a workbook that isn't there yet; `olenb` finds it by OLENB_HOME.

    The uploads of an earlier test, whose form may still be in memory, are out of its sight.
    """
    folder = tmp_path / "olenb"
    monkeypatch.setenv("OLENB_HOME", str(folder))
    _move_temporary_files(tmp_path_factory.mktemp("temporary"), monkeypatch)
    return folder
