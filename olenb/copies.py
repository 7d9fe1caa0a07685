"""The user's own copies of the notebooks: beside the workbook, and up to date.

`.olenb-notebooks.json` remembers what was last shipped, so that an upgrade replaces what the
user left alone. What they changed is kept beside the new one, under a name that says so.
"""

import hashlib
import json
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from olenb.core.folders import private_folder
from olenb.core.resources import notebooks_dir

MANIFEST = ".olenb-notebooks.json"


class Shipped(NamedTuple):
    """What a notebook was when it came: a digest of its file, and one of its cells' text."""

    file: str
    cells: str | None


def refresh(home: Path) -> None:
    """Bring every notebook in `home` to what is shipped, losing nothing of the user's.

    Parameters
    ----------
    home
        The workbook's folder, which is there.

    Raises
    ------
    ResourceMissing
        The notebooks did not come with the installation.

    """
    shipped, known = notebooks_dir(), _remembered(home)
    for source in sorted(shipped.rglob("*.ipynb")):
        name = source.relative_to(shipped)
        if ".ipynb_checkpoints" in name.parts:
            continue
        new = Shipped(_digest(source.read_bytes()), _cells(source))
        _bring(source, home / name, new, known.get(name.as_posix()))
        known[name.as_posix()] = new
    _write(home / MANIFEST, json.dumps(known, indent=1).encode())


def _bring(source: Path, target: Path, new: Shipped, last: Shipped | None) -> None:
    """Put one notebook in place, unless the one there is of this very version."""
    if target.exists():
        cells = _cells(target)
        if cells and new == last:
            return
        untouched = cells and cells in {one.cells for one in (new, last) if one}
        if not untouched and target.stat().st_size:
            target.replace(_beside(target))
    private_folder(target.parent)
    _write(target, source.read_bytes())


def _cells(notebook: Path) -> str | None:
    """Return a digest of what stands in the cells, or None where the file can't be read.

    Outputs, numbers and folding change by mere use of a notebook, and are left out.
    """
    try:
        cells = json.loads(notebook.read_bytes())["cells"]
        text = [[cell["cell_type"], "".join(cell["source"])] for cell in cells]
    except (ValueError, KeyError, TypeError):
        return None
    return _digest(json.dumps(text).encode())


def _beside(target: Path) -> Path:
    """Return a free name for the user's own version."""
    today = f"{datetime.now().astimezone():%Y-%m-%d}"
    path, n = target.with_name(f"{target.stem} (yours, {today}).ipynb"), 2
    while path.exists():
        path, n = target.with_name(f"{target.stem} (yours, {today}, {n}).ipynb"), n + 1
    return path


def _remembered(home: Path) -> dict[str, Shipped]:
    """Return what was last shipped; nothing when that can't be known."""
    try:
        digests = json.loads((home / MANIFEST).read_bytes())
        return {name: Shipped(*pair) for name, pair in digests.items()}
    except (FileNotFoundError, ValueError, TypeError, AttributeError):
        return {}


def _write(path: Path, content: bytes) -> None:
    """Replace a file whole, so that a crash leaves the old or the new one."""
    draft = path.with_name(f".{path.name}.part")
    draft.write_bytes(content)
    draft.replace(path)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
