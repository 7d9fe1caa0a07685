"""JupyterLab's server without what none of ours uses: it is there a second and a half sooner.

    python -m olenb.lean --ServerApp.root_dir=...

takes what `python -m jupyterlab` takes. What is left out matters to whoever builds JupyterLab,
or checks addresses in alphabets that no schema of Jupyter's allows.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

UNUSED = {
    "rfc3987_syntax": "checks international web addresses in schemas; none of ours has one",
}
"""Packages that Jupyter does without where they are missing, and why nobody misses them."""


def leave_out(packages: Mapping[str, str] = UNUSED) -> None:
    """Let some packages be missing in this process; a kernel is a process of its own.

    `sys.modules[name] = None` is Python's way of saying that a package isn't there:
    https://docs.python.org/3/reference/import.html#the-module-cache

    Parameters
    ----------
    packages
        Their names, and why they aren't needed.

    """
    for name in packages:
        sys.modules[name] = None  # type: ignore[assignment]


@contextmanager
def without_node() -> Iterator[None]:
    """Let no Node be found: JupyterLab would ask it how to build itself, while it is imported."""
    if os.name != "posix":  # elsewhere libraries are found by PATH, too
        yield
        return
    path = os.environ.get("PATH")
    os.environ["PATH"] = os.devnull  # none at all, or an empty one, means /bin:/usr/bin
    try:
        yield
    finally:
        del os.environ["PATH"]
        if path is not None:
            os.environ["PATH"] = path


def lab() -> Any:
    """Return JupyterLab's application, imported without what nobody needs here."""
    leave_out()
    with without_node():
        return import_module("jupyterlab.labapp").LabApp


def main(options: Sequence[str]) -> None:
    """Serve until somebody ends it."""
    lab().launch_instance(list(options))


if __name__ == "__main__":
    main(sys.argv[1:])
