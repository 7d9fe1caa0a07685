"""The notebook that the workbook is opened in: what it shows, and what it must not keep.

A notebook's program keeps more than one thinks: what a page showed, in the notebook's file, and
every cell that was ever typed, in a history of its own. On a Jupyter server that has olenb the
first is taken out when the notebook is saved (`olenb.server`); elsewhere nobody does that, and
the user must be told before a name is shown. The second is switched off here, anywhere.
"""

import os
import sys
from contextlib import suppress
from typing import Any

from olenb.core.errors import OlenbError

SAVES_CLEAN = "OLENB_SAVES_CLEAN"
"""What the kernels of a server that takes names out find in their environment."""

KEEPS_NAMES = (
    "The program that you opened this notebook with keeps in its file what the page shows, "
    "names too. Before you give the file to anybody, clear all its outputs and save it. "
    "Opened with the command olenb, a notebook is always saved without names."
)


def settle_in() -> None:
    """Make this notebook a safe place for the workbook; outside of notebooks do nothing.

    Our errors are shown as the sentences that they are, and what is typed from now on, or was
    typed since the notebook's engine was started, is in no history.
    """
    shell = _shell()
    if shell is None:
        return
    shell.set_custom_exc((OlenbError,), _say_it)
    with suppress(Exception):  # a history that IPython can't write either
        _forget_history(shell.history_manager)


def keeps_names() -> bool:
    """Tell whether this is a notebook, in a program that saves what its pages show."""
    return hasattr(_shell(), "kernel") and not os.environ.get(SAVES_CLEAN)


def warn() -> None:
    """Say so where this notebook's program saves what its pages show."""
    if keeps_names():
        print(KEEPS_NAMES)


def _say_it(_shell: Any, _kind: type, error: OlenbError, *_: Any, **__: Any) -> None:
    """Show an error of ours as the sentence that it is: a traceback holds what was typed."""
    print(error)


def _shell() -> Any:
    """Return IPython's shell if this runs in one, else None."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def _forget_history(history: Any) -> None:
    """Take what this session typed so far out of IPython's file, and let nothing more get in."""
    if history is None or not history.enabled:
        return
    history.writeout_cache()  # whatever waits to be written is then where it can be deleted
    history.enabled = False
    with history.db as file:
        file.execute("PRAGMA secure_delete = ON")
        for table in ("history", "output_history"):
            file.execute(f"DELETE FROM {table} WHERE session = ?", (history.session_number,))  # noqa: S608 - two fixed names
