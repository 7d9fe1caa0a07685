"""A participant's own server: it makes their `~/olenb` ready and opens its first page.

JupyterHub starts this as the participant, so that nobody but they ever writes into their home.
Sixty of these run beside each other on one machine. What none of them uses is left out: see
`UNUSED`, and `server/jupyter_server_config.d/lean.json` for Jupyter's own parts.
"""

import os
import sys
from pathlib import Path

from olenb import launch, lean

UNUSED = {
    "aiodns": "looks up hosts; a server speaks to the hub on its own machine",
    "cryptography": "encrypts what the hub itself keeps; a server keeps nothing of the hub's",
}
"""Packages that a server does without, and why it doesn't miss them; more are in `olenb.lean`.

All of them are 25 MB of each server, and more than half of its start.
"""

HERE = Path(__file__).resolve().parents[1]


def leave_out() -> None:
    """Import JupyterLab without what no server uses."""
    lean.leave_out(UNUSED)
    lean.lab()


def options(first: Path, closed_seconds: int) -> list[str]:
    """Return what a participant's server is told.

    Parameters
    ----------
    first
        The page that opens, in the folder that is all that the server shows.
    closed_seconds
        After which a page that nobody has open lets its memory go.

    """
    return [
        f"--ServerApp.root_dir={first.parent}",
        f"--ServerApp.default_url=/doc/tree/{first.name}",
        "--ServerApp.terminals_enabled=False",
        "--LabApp.extension_manager=readonly",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        # Between the page and its Python nothing crosses the machine on open ports.
        "--KernelManager.transport=ipc",
        f"--MappingKernelManager.cull_idle_timeout={closed_seconds}",
        "--MappingKernelManager.cull_interval=30",
    ]


def main() -> None:
    """Prepare the participant's folder and become their server."""
    os.umask(0o077)
    leave_out()
    from jupyterhub.singleuser.app import main as serve

    home = Path.home() / "olenb"
    first = launch.prepare(home)
    os.environ.update(launch.environment(home))
    os.environ["SHELL"] = "/bin/sh"  # accounts of a workshop have no shell to sign in with
    ours = str(HERE / "server")
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join([ours, os.environ["JUPYTER_CONFIG_PATH"]])
    sys.argv[1:] += options(first, int(os.environ.get("OLENB_CLOSED_SECONDS", "120")))
    serve()


if __name__ == "__main__":
    main()
