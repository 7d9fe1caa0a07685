"""Look for trouble with the installation and the workbook, and say what to do about each.

A check returns what is so in one plain sentence, and what to do where it isn't right. Nothing
is changed by looking, and nothing but Python and olenb's core is needed to look: the doctor
must be able to come when packages are missing.
"""

import json
import os
import re
import site
import socket
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from olenb.core import examination
from olenb.core.errors import OlenbError
from olenb.core.examination import Check
from olenb.core.folders import home_folder
from olenb.core.resources import notebooks_dir, sample_file

OLDEST_PYTHON = (3, 11)
PORTS = range(8888, 8938)  # where JupyterLab looks for a free one first
SET_UP_AGAIN = "In olenb's folder run `python3 run.py` again, or `pip install .` if you used that."
PAGE_PARTS = {
    "olenb's settings": "share/jupyter/lab/settings/overrides.d/olenb.json",
    "olenb's buttons": "share/jupyter/labextensions/olenb-lab/package.json",
    "olenb's part of the server": "etc/jupyter/jupyter_server_config.d/olenb.json",
    "JupyterLab's own files": "share/jupyter/lab/static/index.html",
}


def report(
    home: str | os.PathLike[str] | None = None, more: Sequence[Check] = ()
) -> tuple[str, bool]:
    """Return all findings as text, and whether there is no trouble.

    Parameters
    ----------
    home
        The workbook's folder; None takes OLENB_HOME, else `~/olenb`.
    more
        What else was looked at, such as `olenb.preflight.checks`; it stands at the end.

    """
    found = [*checks(home), *more]
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
    return [*installation, *examination.checks(folder)]


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
    needed = [each for each in metadata.requires("olenb") or [] if "extra ==" not in each]
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
