"""The workbook's folder: which one, whether it was ever used, for whose eyes."""

import os
from pathlib import Path

FILE = "workbook.olenb"


def home_folder(home: str | os.PathLike[str] | None = None) -> Path:
    """Return the folder of the workbook: `home`, else OLENB_HOME, else `~/olenb`.

    >>> home_folder("somewhere").name
    'somewhere'
    """
    return Path(home or os.environ.get("OLENB_HOME") or Path.home() / "olenb").expanduser()


def was_here(folder: Path) -> bool:
    """Tell whether a workbook is, or ever was, in `folder`.

    Backups without a workbook mean that it went missing, which is trouble and not a beginning.
    """
    return (folder / FILE).exists() or any((folder / "backups").glob("*.olenb"))


def private_folder(folder: Path) -> Path:
    """Make `folder` for this user alone; a stick that knows no rights is accepted as it is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
