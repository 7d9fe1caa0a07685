"""Set up the workbook and open it. Needs Python 3.11 or newer, and the internet once.

    python3 run.py                 set up what is missing, then open the workbook
    python3 run.py test            run all the tests (with --slow or --faults the long ones too)
    python3 run.py import FILE     everything else goes to olenb, here its command import

On Windows write py instead of python3. Everything goes into the folder .venv beside this file;
nothing else on the computer is changed. uv is used where there is one, else pip with the
versions and checksums of requirements.lock.
"""
# Older Pythons must be able to read this file, to be told politely that they are too old.

import collections
import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / ".olenb-setup"
LOCKS = ("requirements.lock", "requirements-dev.lock")
DECIDES = ("pyproject.toml", "uv.lock", *LOCKS, "jupyter", "labextension")

TOO_OLD = """\
This is Python {version}, and the workbook needs Python {oldest} or newer. Nothing was changed.
  Windows or Mac: install the newest from https://www.python.org/downloads/
  Debian 12, Ubuntu 24.04 or newer: sudo apt install python3 python3-venv
Then run this again with it, for example: python{oldest} run.py"""

NO_VENV = """\
This Python comes without its module {module}, which the set-up needs. Nothing was changed.
  Debian, Ubuntu: sudo apt install python{version}-venv
  Elsewhere: install Python from https://www.python.org/downloads/
Then run this again."""

NO_NETWORK = """\
The packages could not be fetched: this computer doesn't reach the package index.
Nothing was lost, and what was already fetched is kept.
  Not online? Connect, and run this again. It is needed this once only.
  In a school or company? Its proxy may have to be named: set HTTPS_PROXY, and run this again."""

NO_SPACE = """\
The disk is full. The workbook needs about 700 MB for its packages. Nothing was lost.
Make some room, and run this again."""

NO_WRITING = """\
The set-up can't work in {folder} ({why}). Nothing was lost.
Move this folder to a place of your own, with 700 MB of room, and run this again there."""

STOPPED = """\
The set-up stopped here. Nothing was lost. Run this again; if it stops at the same place,
delete the folder {venv} and run it once more."""

NETWORK_SIGNS = re.compile(
    "NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|name resolution|dns error"
    "|error sending request|Connection refused|[Nn]etwork is unreachable|Failed to fetch",
)
SPACE_SIGNS = re.compile("No space left|not enough space|os error 28")
IN_PLAIN_WORDS = (
    (r"(?:Downloading|Using cached) (\S+) \(([\d.]+ ?Mi?B)\)", r"fetching \1, \2"),
    (r"Installing collected packages.*", "putting the packages in place; this takes longest"),
    (r"(Prepared|Installed) (\d+) packages? .*", r"\1 \2 packages"),
    (r"Bytecode compiled .*", "made them quick to start"),
)


class Trouble(Exception):
    """Something that keeps the workbook from being set up, in words for its user."""


def main(arguments: list) -> int:
    """Set up what is missing and hand over to pytest or olenb; return the exit status."""
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    tests = arguments[:1] == ["test"]
    try:
        if sys.version_info < OLDEST and not find_uv():
            return go_on_with_a_newer_python(arguments)
        set_up(tests)
    except (Trouble, OSError, KeyboardInterrupt) as problem:
        return explain(problem)
    if tests:
        os.chdir(str(ROOT))
        return hand_over([str(PYTHON), "-m", "pytest", *pytest_options(arguments[1:])])
    return hand_over([str(PYTHON), "-m", "olenb", *arguments])


def explain(problem: BaseException) -> int:
    """Say in words why the set-up ended, and return the exit status for it."""
    words, status = str(problem), 2
    if isinstance(problem, OSError):
        words = NO_WRITING.format(folder=ROOT, why=problem.strerror)
    elif isinstance(problem, KeyboardInterrupt):
        words, status = "Stopped. Run this again, and it goes on from here.", 130
    print("\n" + words, file=sys.stderr)
    return status


def set_up(tests: bool) -> None:
    """Install the packages into .venv, unless that was done for these very files."""
    if is_set_up(tests):
        return
    print(f"Setting up in {VENV}. This takes some minutes, once.", flush=True)
    with contextlib.suppress(FileNotFoundError):
        STAMP.unlink()
    uv = find_uv()
    if uv:
        install_with_uv(uv, tests)
    else:
        install_with_pip(tests)
    follow("Getting olenb ready ...", [str(PYTHON), "-m", "compileall", "-q", "olenb"])
    # Written last and at once: an interrupted set-up never looks complete.
    draft = STAMP.with_name(STAMP.name + ".part")
    draft.write_text("\n".join([fingerprint(), "tests" if tests else "workbook"]))
    draft.replace(STAMP)
    print("Ready.", flush=True)


def is_set_up(tests: bool) -> bool:
    """Tell whether .venv was completed from these files, for this place and this Python."""
    try:
        made_from, made_for = STAMP.read_text().split("\n")
    except (OSError, ValueError):
        return False
    enough = made_for == "tests" or not tests
    return enough and PYTHON.exists() and made_from == fingerprint()


def fingerprint() -> str:
    """Return a digest of all that decides what .venv holds."""
    digest = hashlib.sha256()
    digest.update(f"{ROOT}\n{os.path.realpath(str(PYTHON))}\n".encode())
    for path in map(ROOT.joinpath, DECIDES):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(str(file.relative_to(ROOT)).encode() + b"\n" + file.read_bytes())
    return digest.hexdigest()


def find_uv():
    """Return the path of a uv that runs, or None."""
    uv = shutil.which("uv")
    return uv if uv and runs([uv, "--version"]) else None


def runs(command: list) -> bool:
    """Tell whether a command ends well."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        return subprocess.call(command, **quiet) == 0
    except OSError:
        return False


def install_with_uv(uv: str, tests: bool) -> None:
    """Let uv make .venv as uv.lock says; what the user added to it stays."""
    options = ["--frozen", "--inexact", "--compile-bytecode"]
    if not tests:
        options.append("--no-dev")
    if not PYTHON.exists() and sys.version_info >= OLDEST:
        options += ["--python", sys.executable]
    follow("Fetching the packages with uv ...", [uv, "sync", *options])


def install_with_pip(tests: bool) -> None:
    """Make .venv with Python's own means, and fill it as requirements.lock says."""
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            version = "{}.{}".format(*sys.version_info)
            raise Trouble(NO_VENV.format(module=module, version=version))
    if not runs([str(PYTHON), "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]):
        follow("Making a place for them ...", [sys.executable, "-m", "venv", "--clear", str(VENV)])
    install = [str(PYTHON), "-m", "pip", "install", "--no-input", "--compile"]
    locks = [option for lock in LOCKS[: 1 + tests] for option in ("-r", lock)]
    follow("Fetching the packages with pip ...", [*install, "--require-hashes", *locks])
    follow("Installing olenb itself ...", [*install, "--no-deps", "-e", "."])


def follow(says: str, command: list) -> None:
    """Run a step of the set-up, tell how it goes, and what to do when it fails."""
    print(says, flush=True)
    last = collections.deque(maxlen=200)
    with subprocess.Popen(
        command,
        cwd=str(ROOT),
        env=calm_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        for raw in process.stdout:
            line = raw.decode("utf-8", "replace").strip()
            last.append(line)
            show(line)
    if process.returncode:
        raise Trouble(what_to_do(list(last)))


def show(line: str) -> None:
    """Print what pip or uv says, in plain words, where it tells of progress."""
    for pattern, words in IN_PLAIN_WORDS:
        found = re.match(pattern, line)
        if found:
            print("   " + found.expand(words), flush=True)


def calm_environment() -> dict:
    """Return the environment without what would send the packages elsewhere."""
    disturbing = ("PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in disturbing}
    quiet = {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_PROGRESS_BAR": "off"}
    return dict(kept, UV_PROJECT_ENVIRONMENT=str(VENV), UV_NO_PROGRESS="1", **quiet)


def what_to_do(lines: list) -> str:
    """Return advice for the trouble that the last lines of a failed step show."""
    output = "\n".join(lines)
    if SPACE_SIGNS.search(output):
        return NO_SPACE
    if NETWORK_SIGNS.search(output):
        return NO_NETWORK
    return "\n".join([*lines[-12:], "", STOPPED.format(venv=VENV)])


def go_on_with_a_newer_python(arguments: list) -> int:
    """Start again with a newer Python of this computer, or tell where to get one."""
    for minor in range(14, OLDEST[1] - 1, -1):
        python = shutil.which(f"python3.{minor}")
        if python and runs([python, "-c", ""]):
            return hand_over([python, str(Path(__file__).resolve()), *arguments])
    version = "{}.{}".format(*sys.version_info)
    raise Trouble(TOO_OLD.format(version=version, oldest="{}.{}".format(*OLDEST)))


def pytest_options(wanted: list) -> list:
    """Run everything two at a time; what somebody picked runs as they asked for it."""
    everything = not set(wanted) - {"--slow", "--faults", "-q", "-v"}
    together = ["-n", "2", "--dist", "loadscope", "--no-loadscope-reorder"]
    return [*wanted, *together] if everything else wanted


def hand_over(command: list) -> int:
    """Become the command, so that Ctrl+C and its exit status are its own."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(command[0], command)
    # Windows can't replace a process: wait for it, and leave Ctrl+C to it.
    signal.signal(signal.SIGINT, lambda *_: None)
    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
