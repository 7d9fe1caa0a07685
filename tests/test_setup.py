"""run.py sets up what is missing and says what to do; the locks follow from pyproject.toml."""

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from collections import namedtuple
from itertools import chain
from pathlib import Path
from types import ModuleType

import lock
import pytest

ROOT = Path(__file__).parents[1]
Version = namedtuple("Version", "major minor micro")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return run.py as a module, working in a small checkout of its own."""
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    venv = tmp_path / ".venv"
    python = venv / module.PYTHON.relative_to(module.VENV)
    for name, value in {"ROOT": tmp_path, "VENV": venv, "PYTHON": python}.items():
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(module, "STAMP", venv / ".olenb-setup")
    for name in ("pyproject.toml", "uv.lock", *module.LOCKS, "labextension/static/plugin.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return module


@pytest.fixture
def installs(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Collect the installations that run.py asks for; each leaves a Python behind."""
    asked: list[bool] = []

    def install(_uv: str, tests: bool) -> None:
        asked.append(tests)
        run.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        run.PYTHON.touch()

    monkeypatch.setattr(run, "find_uv", lambda: "uv")
    monkeypatch.setattr(run, "install_with_uv", install)
    monkeypatch.setattr(run, "follow", lambda *_: None)
    return asked


def test_an_old_python_can_read_run_py() -> None:
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_where_to_get_a_newer_one(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, 9, 2))
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert run.main([]) == 2
    said = capsys.readouterr().err
    assert "This is Python 3.9, and the workbook needs Python 3.11 or newer" in said
    assert "https://www.python.org/downloads/" in said
    assert "sudo apt install python3 python3-venv" in said


def test_an_old_python_goes_on_with_a_newer_one_of_the_same_computer(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, 9, 2))
    places = {"python3.12": "/usr/bin/python3.12"}
    monkeypatch.setattr(shutil, "which", places.get)
    monkeypatch.setattr(run, "runs", lambda _command: True)
    monkeypatch.setattr(run, "hand_over", lambda command: command)
    command = run.main(["import", "people.csv"])
    assert command == ["/usr/bin/python3.12", str(ROOT / "run.py"), "import", "people.csv"]


def test_a_python_without_ensurepip_is_told_which_package_to_install(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(run, "find_uv", lambda: None)
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find_spec(name)
    )
    assert run.main([]) == 2
    version = "{}.{}".format(*sys.version_info)
    said = capsys.readouterr().err
    assert "without its module ensurepip" in said
    assert f"sudo apt install python{version}-venv" in said


@pytest.mark.parametrize(
    "line",
    [
        "cause: error sending request for url (https://pypi.org/simple/anyio/)",
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(...)'",
        "error: dns error: failed to lookup address information: Name or service not known",
    ],
)
def test_without_a_network_it_says_to_connect(run: ModuleType, line: str) -> None:
    with pytest.raises(run.Trouble, match=r"(?s)Nothing was lost.*Connect, and run this again"):
        run.follow("Fetching ...", [sys.executable, "-c", f"print({line!r}); raise SystemExit(1)"])


def test_with_a_full_disk_it_says_to_make_room(run: ModuleType) -> None:
    line = "ERROR: Could not install packages due to an OSError: No space left on device"
    with pytest.raises(run.Trouble, match=r"(?s)disk is full.*Make some room"):
        run.follow("Fetching ...", [sys.executable, "-c", f"print({line!r}); raise SystemExit(1)"])


def test_in_a_folder_that_cannot_be_written_to_it_says_to_move(
    run: ModuleType, installs: list[bool], capsys: pytest.CaptureFixture[str]
) -> None:
    run.VENV.touch()
    assert run.main([]) == 2
    said = capsys.readouterr().err
    assert f"can't work in {run.ROOT}" in said
    assert "Move this folder to a place of your own" in said


def test_in_unknown_trouble_it_shows_what_was_said_last(run: ModuleType) -> None:
    with pytest.raises(run.Trouble, match=r"(?s)the wheel was square.*delete the folder"):
        run.follow(
            "Fetching ...", [sys.executable, "-c", "raise SystemExit('the wheel was square')"]
        )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Downloading pandas (10.7MiB)", "fetching pandas, 10.7MiB"),
        (
            "Using cached numpy-2.4.6-cp311-cp311-manylinux.whl (16.9 MB)",
            "fetching numpy-2.4.6-cp311-cp311-manylinux.whl, 16.9 MB",
        ),
        ("Installing collected packages: pytz, six", "putting the packages in place"),
        ("Installed 115 packages in 752ms", "Installed 115 packages"),
    ],
)
def test_it_shows_progress_in_plain_words(
    run: ModuleType, capsys: pytest.CaptureFixture[str], line: str, words: str
) -> None:
    run.show(line)
    assert capsys.readouterr().out.startswith("   " + words)


def test_what_pip_mutters_is_not_shown(run: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    run.show("Collecting anyio==4.16.0 (from -r requirements.lock (line 2))")
    assert capsys.readouterr().out == ""


def test_the_second_time_nothing_is_installed(run: ModuleType, installs: list[bool]) -> None:
    run.set_up(tests=False)
    run.set_up(tests=False)
    assert installs == [False]


@pytest.mark.parametrize(
    "changed", ["pyproject.toml", "uv.lock", "requirements.lock", "labextension/static/plugin.js"]
)
def test_what_changed_is_installed_again(
    run: ModuleType, installs: list[bool], changed: str
) -> None:
    run.set_up(tests=False)
    (run.ROOT / changed).write_text("something newer")
    run.set_up(tests=False)
    assert installs == [False, False]


def test_another_python_is_set_up_again(run: ModuleType, installs: list[bool]) -> None:
    run.set_up(tests=False)
    run.PYTHON.unlink()
    run.PYTHON.symlink_to(sys.executable)
    assert not run.is_set_up(tests=False)


def test_the_tests_need_more_than_the_workbook(run: ModuleType, installs: list[bool]) -> None:
    for tests in (False, True, False):
        run.set_up(tests)
    assert installs == [False, True]


def test_an_interrupted_set_up_never_looks_complete(
    run: ModuleType,
    installs: list[bool],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run.set_up(tests=False)

    def interrupted(_uv: str, _tests: bool) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "install_with_uv", interrupted)
    assert run.main(["test"]) == 130
    assert "Run this again" in capsys.readouterr().err
    assert not run.is_set_up(tests=False)


def test_bytecode_is_written_although_the_environment_forbids_it(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (run.ROOT / "noun.py").touch()
    run.follow("Compiling ...", [sys.executable, "-c", "import noun"])
    assert list((run.ROOT / "__pycache__").glob("noun.*.pyc"))


def test_uv_leaves_the_test_packages_out_of_a_workbook(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(run, "follow", lambda _says, command: commands.append(command))
    run.install_with_uv("uv", False)
    run.install_with_uv("uv", True)
    assert ["--no-dev" in command for command in commands] == [True, False]
    assert all("--frozen" in command and "--compile-bytecode" in command for command in commands)


def test_pip_installs_only_what_the_locks_vouch_for(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(run, "follow", lambda _says, command: commands.append(command))
    run.install_with_pip(True)
    make, fetch, install = commands
    assert make[1:3] == ["-m", "venv"]
    assert "--require-hashes" in fetch
    assert fetch[-4:] == ["-r", "requirements.lock", "-r", "requirements-dev.lock"]
    assert install[-3:] == ["--no-deps", "-e", "."]


def test_the_exit_status_is_passed_through() -> None:
    program = (
        "import importlib.util, sys\n"
        f"spec = importlib.util.spec_from_file_location('run', {str(ROOT / 'run.py')!r})\n"
        "run = importlib.util.module_from_spec(spec); spec.loader.exec_module(run)\n"
        "sys.exit(run.hand_over([sys.executable, '-c', 'raise SystemExit(7)']))\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 7


def test_all_tests_run_two_at_a_time_and_chosen_ones_as_asked(run: ModuleType) -> None:
    two = ["-n", "2", "--dist", "loadscope", "--no-loadscope-reorder"]
    assert run.pytest_options(["--slow"]) == ["--slow", *two]
    assert run.pytest_options(["tests/core", "-x"]) == ["tests/core", "-x"]


# The files that are derived


def _pinned(name: str) -> dict[tuple[str, str], set[str]]:
    """Return the packages of a requirements file with their checksums."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    pins = re.findall(r"^([\w.-]+)==(\S+)(.*)$", text, re.MULTILINE)
    return {(n, version): set(re.findall(r"sha256:\w+", rest)) for n, version, rest in pins}


def _uv_lock() -> list[dict]:
    return tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]


def _checksums(package: dict) -> set[str]:
    files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
    return {file["hash"] for file in files}


def _reached(packages: list[dict], wanted: list[dict]) -> dict[tuple[str, str], set[str]]:
    """Follow the dependencies in uv.lock, and return what is reached with its checksums."""
    reached: dict[tuple[str, str], set[str]] = {}
    seen: set[tuple[str, str, str]] = set()
    waiting = list(wanted)
    while waiting:
        one = waiting.pop()
        for package in packages:
            version = package["version"]
            if package["name"] != one["name"] or one.get("version", version) != version:
                continue
            reached[package["name"], version] = _checksums(package)
            for extra in ("", *one.get("extra", [])):
                if (package["name"], version, extra) not in seen:
                    seen.add((package["name"], version, extra))
                    more = package.get("optional-dependencies", {}).get(extra, [])
                    waiting += more if extra else package.get("dependencies", [])
    return reached


def _olenb(packages: list[dict]) -> dict:
    return next(package for package in packages if package["name"] == "olenb")


def test_requirements_lock_holds_what_uv_lock_reaches() -> None:
    packages = _uv_lock()
    assert _pinned("requirements.lock") == _reached(packages, _olenb(packages)["dependencies"])


def test_requirements_dev_lock_holds_what_uv_lock_reaches_for_the_tests() -> None:
    packages = _uv_lock()
    wanted = _olenb(packages)["dev-dependencies"]["dev"]
    assert _pinned("requirements-dev.lock") == _reached(packages, wanted)


def test_requirements_spark_lock_holds_what_uv_lock_reaches_for_spark() -> None:
    packages = _uv_lock()
    wanted = _olenb(packages)["dev-dependencies"]["spark"]
    assert _pinned("requirements-spark.lock") == _reached(packages, wanted)


def _normal(requirement: str) -> tuple[str, frozenset[str]]:
    name, bounds = re.match(r"([\w.-]+)\s*(.*)", requirement).groups()
    return name, frozenset(bounds.replace(" ", "").split(","))


def test_uv_lock_was_made_from_these_requirements() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    locked = _olenb(_uv_lock())["metadata"]
    extras = declared["project"]["optional-dependencies"].values()
    for ours, theirs in (
        ([*declared["project"]["dependencies"], *chain(*extras)], locked["requires-dist"]),
        (declared["dependency-groups"]["dev"], locked["requires-dev"]["dev"]),
    ):
        as_locked = {_normal(one["name"] + one.get("specifier", "")) for one in theirs}
        assert {_normal(one) for one in ours} == as_locked


@pytest.mark.parametrize("name", lock.EXPORTS)
@pytest.mark.skipif(shutil.which("uv") is None, reason="uv is not on this machine")
def test_uv_exports_the_same_requirements(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == lock.exported(lock.EXPORTS[name])


def test_environment_yml_follows_from_pyproject() -> None:
    assert (ROOT / "environment.yml").read_text("utf-8") == lock.environment()
    assert "  - pip:\n      - -e ." in lock.environment()


def test_there_is_no_binder_folder() -> None:
    assert not (ROOT / "binder").exists()


@pytest.mark.parametrize(
    ("source", "installed"),
    [
        ("labextension", "share/jupyter/labextensions/olenb-lab"),
        ("jupyter/overrides.d", "share/jupyter/lab/settings/overrides.d"),
        ("jupyter/jupyter_server_config.d", "etc/jupyter/jupyter_server_config.d"),
    ],
)
def test_jupyterlab_runs_what_this_checkout_holds(source: str, installed: str) -> None:
    stale = [
        str(file.relative_to(ROOT))
        for file in (ROOT / source).rglob("*")
        if file.is_file()
        and not _is_same(file, Path(sys.prefix) / installed / file.relative_to(ROOT / source))
    ]
    assert not stale, f"installed before these changed, run `uv sync` or `python3 run.py`: {stale}"


def _is_same(file: Path, copy: Path) -> bool:
    return copy.is_file() and copy.read_bytes() == file.read_bytes()
