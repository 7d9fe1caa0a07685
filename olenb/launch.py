"""Open the workbook: make its folder ready and start JupyterLab there.

JupyterLab listens on this computer only, at a port that is free, asks for its token, and
asks nobody on the internet for news or updates.
"""

import os
import sys
from pathlib import Path

import zmq

from olenb import copies, lean
from olenb.core import resources
from olenb.core.folders import home_folder, private_folder
from olenb.core.troubles import translated

FIRST_NOTEBOOK = "00_start_here.ipynb"
FORGOTTEN_SECONDS = 600
FOLDERS = ("backups", "exports", "inbox")

OPENING = """\
The workbook opens in your browser now. Everything that you enter stays in {home}.
Leave this window open while you work; when you are done, press Ctrl+C here."""


def prepare(home: str | os.PathLike[str] | None = None) -> Path:
    """Make the workbook's folder ready and return its first notebook.

    Parameters
    ----------
    home
        The folder; None takes OLENB_HOME, else `~/olenb`. A new one is for this user alone;
        one that was there keeps its rights, and a stick that knows none is accepted.

    Raises
    ------
    WorkbookReadOnly
        The folder can't be written to.
    ResourceMissing
        The notebooks did not come with the installation.

    """
    folder = home_folder(home).absolute()
    with translated(folder / FIRST_NOTEBOOK):
        for name in ("", *FOLDERS):
            private_folder(folder / name)
        copies.refresh(folder)
    return folder / FIRST_NOTEBOOK


def command(
    home: str | os.PathLike[str] | None = None,
    *,
    open_browser: bool = True,
    port: int | None = None,
) -> list[str]:
    """Return the command that opens the workbook in JupyterLab, one notebook in the window.

    Parameters
    ----------
    home
        The folder, as for `prepare`.
    open_browser
        Whether a browser is opened as well.
    port
        Exactly this port; None takes the first free one from 8888 on.

    >>> "--ServerApp.ip=127.0.0.1" in command("somewhere")
    True
    """
    options = [
        f"--ServerApp.root_dir={home_folder(home).absolute()}",
        f"--LabApp.default_url=/doc/tree/{FIRST_NOTEBOOK}",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.answer_yes=True",
        "--Application.log_level=ERROR",
        "--LabApp.extension_manager=readonly",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        # A window that was closed leaves its kernel; one that is open keeps it, however idle.
        f"--MappingKernelManager.cull_idle_timeout={FORGOTTEN_SECONDS}",
        "--MappingKernelManager.cull_interval=60",
    ]
    if zmq.has("curve"):  # what goes to and from the notebook's kernel is then encrypted
        options.append("--MappingKernelManager.transport_encryption=auto")
    if port is not None:
        options += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if not open_browser:
        options.append("--ServerApp.open_browser=False")
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # a container's only user, mostly
        options.append("--allow-root")
    return [sys.executable, "-m", "olenb.lean", *options]


def environment(
    home: str | os.PathLike[str] | None = None, *, sample: bool = False
) -> dict[str, str]:
    """Return what the notebooks are told through the environment.

    Parameters
    ----------
    home
        The folder, as for `prepare`.
    sample
        Whether they show the invented people.

    >>> environment("somewhere", sample=True)["OLENB_SAMPLE"]
    '1'
    """
    told = {"OLENB_HOME": str(home_folder(home).absolute())}
    # An older kernel in the user's own folder must not stand in for this installation's.
    told["JUPYTER_PREFER_ENV_PATH"] = "1"
    # What nobody needs here costs the start, and the debugger complains on every new kernel.
    beside = filter(None, [str(resources.own_server_dir()), os.environ.get("JUPYTER_CONFIG_PATH")])
    told["JUPYTER_CONFIG_PATH"] = os.pathsep.join(beside)
    return {**told, "OLENB_SAMPLE": "1"} if sample else told


def start(home: str | os.PathLike[str] | None = None, sample: bool = False) -> int:
    """Open the workbook in JupyterLab, and return the exit status when it was closed.

    Parameters
    ----------
    home
        The folder, as for `prepare`.
    sample
        Whether the notebooks show the invented people.

    """
    first = prepare(home)
    os.environ.update(environment(home, sample=sample))
    print(OPENING.format(home=first.parent), flush=True)
    lean.main(command(home)[3:])
    return 0
