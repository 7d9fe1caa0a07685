"""Look for trouble with the installation and the workbook, and say what to do about each.

A check returns what is so in one plain sentence, and what to do where it isn't right. Nothing
is changed by looking, and nothing but Python and olenb's core is needed to look: the doctor
must be able to come when packages are missing.
"""

import json
import os
import re
import shutil
import site
import socket
import stat
import sys
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

from olenb.core.errors import OlenbError
from olenb.core.folders import FILE, home_folder, was_here
from olenb.core.place import workbook_folder
from olenb.core.resources import notebooks_dir, sample_file
from olenb.core.store import Store

OLDEST_PYTHON = (3, 11)
ROOM_NEEDED = 200_000_000  # bytes: backups of a large workbook, pictures, and air
PORTS = range(8888, 8938)  # where JupyterLab looks for a free one first
MOUNTS = Path("/proc/mounts")  # Linux only
NETWORK_DRIVES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"}
SET_UP_AGAIN = "In olenb's folder run `python3 run.py` again, or `pip install .` if you used that."
PAGE_PARTS = {
    "olenb's settings": "share/jupyter/lab/settings/overrides.d/olenb.json",
    "olenb's buttons": "share/jupyter/labextensions/olenb-lab/package.json",
    "olenb's part of the server": "etc/jupyter/jupyter_server_config.d/olenb.json",
    "JupyterLab's own files": "share/jupyter/lab/static/index.html",
}


class Check(NamedTuple):
    """One thing looked at: `ok` is None where it isn't trouble but worth knowing."""

    name: str
    ok: bool | None
    says: str
    do: str = ""


def report(home: str | os.PathLike[str] | None = None) -> tuple[str, bool]:
    """Return all findings as text, and whether there is no trouble.

    Parameters
    ----------
    home
        The workbook's folder; None takes OLENB_HOME, else `~/olenb`.

    """
    found = checks(home)
    signs = {True: "ok", False: "TROUBLE", None: "note"}
    lines = []
    for check in found:
        lines.append(f"{signs[check.ok]:8} {check.name}: {check.says}")
        if check.do:
            lines.append(f"{'':8} {check.do}")
    well = all(check.ok is not False for check in found)
    lines += ["", "All is well." if well else "Please look at the lines marked TROUBLE."]
    return "\n".join(lines), well


def checks(home: str | os.PathLike[str] | None = None) -> list[Check]:
    """Look at everything and return what was found, in the order in which to mend it.

    Parameters
    ----------
    home
        The workbook's folder; None takes OLENB_HOME, else `~/olenb`.

    """
    folder = home_folder(home).absolute()
    installation = [_python(), _packages(), _shipped(), _page(), _port()]
    return [*installation, _folder(folder), _disk(folder), _workbook(folder)]


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= OLDEST_PYTHON:
        return Check("Python", True, f"{version}.")
    return Check(
        "Python",
        False,
        f"{version} is too old.",
        "Install 3.11 or newer from https://www.python.org/downloads/, then set up again.",
    )


def _packages() -> Check:
    """Compare what is installed with what olenb declares to need."""
    needed = metadata.requires("olenb") or []
    lacking = [requirement for requirement in needed if not _is_installed(requirement)]
    if lacking:
        says = f"missing or too old: {', '.join(lacking)}."
        return Check("Packages", False, says, SET_UP_AGAIN)
    return Check("Packages", True, f"all {len(needed)} are there.")


def _is_installed(requirement: str) -> bool:
    """Tell whether a package is there and not older than, say, "name<5,>=4.6" asks for."""
    name, least = re.split(r"[<>=!~;\s\[]", requirement)[0], re.search(r">=([\d.]+)", requirement)
    try:
        installed = metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return least is None or _numbers(installed) >= _numbers(least[1])


def _numbers(version: str) -> list[int]:
    """Return the leading numbers of a version: "4.6.1rc2" is [4, 6, 1]."""
    numbers = []
    for part in version.split("."):
        digits = re.match(r"\d+", part)
        if digits is None:
            break
        numbers.append(int(digits[0]))
    return numbers


def _shipped() -> Check:
    """Look for the notebooks and the invented people that come with olenb."""
    try:
        notebooks = list(notebooks_dir().glob("*.ipynb"))
        sample_file()
    except OlenbError as error:
        return Check("Notebooks", False, str(error))
    if not notebooks:
        return Check("Notebooks", False, "none came with olenb.", SET_UP_AGAIN)
    return Check("Notebooks", True, f"{len(notebooks)} came with olenb, and the invented people.")


def _page() -> Check:
    """Look for what makes JupyterLab's page the workbook's, and whether it was switched off."""
    prefixes = [Path(sys.prefix), Path(site.getuserbase())]
    lacking = [
        part
        for part, file in PAGE_PARTS.items()
        if not any((prefix / file).is_file() for prefix in prefixes)
    ]
    if lacking:
        return Check("Page", False, f"not found: {', '.join(lacking)}.", SET_UP_AGAIN)
    own = Path(os.environ.get("JUPYTER_CONFIG_DIR") or Path.home() / ".jupyter")
    for folder in (own, *(prefix / "etc" / "jupyter" for prefix in prefixes)):
        lab = _settings(folder / "labconfig" / "page_config.json")
        server = _settings(folder / "jupyter_server_config.json").get("ServerApp", {})
        if lab.get("disabledExtensions", {}).get("olenb-lab") or (
            server.get("jpserver_extensions", {}).get("olenb.server") is False
        ):
            says = f"olenb's part of JupyterLab is switched off in {folder}."
            return Check("Page", False, says, "Run: jupyter labextension enable olenb-lab")
    return Check("Page", True, "JupyterLab and olenb's parts of it are there.")


def _settings(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _port() -> Check:
    """Look for a port where JupyterLab can listen on this computer."""
    for port in PORTS:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return Check("Port", True, f"{port} is free.")
    return Check(
        "Port",
        False,
        f"none is free from {PORTS[0]} to {PORTS[-1]}.",
        "Close other JupyterLab windows, or start the computer again.",
    )


def _folder(folder: Path) -> Check:
    """Look at the folder's rights, for olenb and for others."""
    if not folder.exists():
        return Check("Folder", None, f"{folder} isn't there yet; olenb makes it.")
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return Check(
            "Folder",
            False,
            f"olenb can't write to {folder}.",
            "Make it yours in the file manager, or choose another with `olenb --home FOLDER`.",
        )
    if os.name == "posix" and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        return Check(
            "Folder",
            None,
            f"other users of this computer may look into {folder}.",
            f'To keep them out: chmod 700 "{folder}". On a stick this can\'t be done.',
        )
    return Check("Folder", True, f"{folder} is yours alone.")


def _disk(folder: Path) -> Check:
    """Look for room, and for a folder that is really on another computer."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    if _file_system(there) in NETWORK_DRIVES:
        return Check(
            "Disk",
            None,
            f"{folder} is on a network drive, where two programs can damage a file.",
            "Better keep it on this computer or on a stick: `olenb --home FOLDER`.",
        )
    free = shutil.disk_usage(there).free
    if free < ROOM_NEEDED:
        return Check(
            "Disk",
            False,
            f"only {free // 1_000_000} MB are free.",
            f"Make room for {ROOM_NEEDED // 1_000_000} MB, so that nothing stays unsaved.",
        )
    return Check("Disk", True, f"{free / 1e9:.1f} GB are free.")


def _file_system(place: Path) -> str:
    """Return the kind of file system as Linux names it; nothing where that can't be known."""
    try:
        mounts = [line.split() for line in MOUNTS.read_text("utf-8").splitlines()]
    except OSError:
        return ""
    holding = [
        (len(where), kind) for _, where, kind, *_ in mounts if place.resolve().is_relative_to(where)
    ]
    return max(holding, default=(0, ""))[1]


def _workbook(home: Path) -> Check:
    """Open the workbook, where there is one."""
    try:
        folder = workbook_folder(home)
        if not was_here(folder):
            return Check("Workbook", None, "you have none yet; what you add first starts it.")
        Store.open(folder).close()
    except OlenbError as error:
        return Check("Workbook", False, str(error))
    return Check("Workbook", True, f"{folder / FILE} opens.")
