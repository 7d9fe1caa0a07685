"""Copies of the workbook: made before anything big, checked, thinned, brought back."""

import hashlib
import os
from datetime import datetime, timedelta
from pathlib import Path

from olenb.core.errors import WorkbookMissing
from olenb.core.folders import FILE, private_folder
from olenb.core.store import Store
from olenb.core.troubles import translated

FOLDER = "backups"
_STAMP = "%Y-%m-%d %H-%M-%S"
_KEEP_ALL_DAYS, _KEEP_DAILY_DAYS = 2, 30


def make(store: Store, reason: str) -> Path | None:
    """Copy the workbook into `backups/`, readable by this user alone; None for the example.

    Parameters
    ----------
    store
        The open workbook.
    reason
        One word for the file name, such as "import".

    """
    if store.folder is None:
        return None
    folder = private_folder(store.folder / FOLDER)
    final = _free_name(folder, f"{datetime.now().astimezone():{_STAMP}} before {reason}")
    draft = final.with_suffix(".part")
    with translated(final):
        draft.unlink(missing_ok=True)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        store.backup_to(draft)
        digest = hashlib.sha256(draft.read_bytes()).hexdigest()
        draft.replace(final)
        final.with_suffix(".sha256").write_text(f"{digest}  {final.name}\n", encoding="utf-8")
    thin(folder)
    return final


def _free_name(folder: Path, stem: str) -> Path:
    """Two backups within a second must not overwrite each other."""
    path, n = folder / f"{stem}.olenb", 2
    while path.exists():
        path, n = folder / f"{stem} ({n}).olenb", n + 1
    return path


def listed(folder: Path) -> list[Path]:
    """Return the backups of the workbook in `folder`, newest first."""
    return sorted((folder / FOLDER).glob("*.olenb"), reverse=True)


def is_sound(backup: Path) -> bool:
    """Tell whether a backup still is what was written, by its SHA-256."""
    note = backup.with_suffix(".sha256")
    if not note.exists():
        return False
    digest = note.read_text(encoding="utf-8").split()[0]
    return hashlib.sha256(backup.read_bytes()).hexdigest() == digest


def restore(folder: Path, backup: Path | None = None) -> Path:
    """Put a backup in the workbook's place, keep what stood there beside it, return the backup.

    Parameters
    ----------
    folder
        The workbook's folder.
    backup
        Which one; None takes the newest sound one.

    Raises
    ------
    WorkbookMissing
        There is no sound backup.

    """
    chosen = backup or next(filter(is_sound, listed(folder)), None)
    if chosen is None or not chosen.exists():
        raise WorkbookMissing(
            f"There is no sound backup in {folder / FOLDER}. Nothing was changed."
        )
    path = folder / FILE
    with translated(path):
        draft = folder / f".{FILE}.restored"
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(chosen.read_bytes())
        if path.exists():
            stamp = f"{datetime.now().astimezone():{_STAMP}}"
            path.replace(_free_name(private_folder(folder / FOLDER), f"{stamp} replaced"))
        draft.replace(path)
    return chosen


def thin(folder: Path) -> None:
    """Keep everything of two days, one a day for a month, and one a month before that."""
    today = datetime.now().astimezone().date()
    kept: set[str] = set()
    for path in sorted(folder.glob("*.olenb"), reverse=True):
        try:
            day = datetime.strptime(path.name[:10], "%Y-%m-%d").date()
        except ValueError:
            continue  # a file that the user put there
        age = today - day
        if age < timedelta(days=_KEEP_ALL_DAYS):
            continue
        slot = f"{day:%Y-%m-%d}" if age < timedelta(days=_KEEP_DAILY_DAYS) else f"{day:%Y-%m}"
        if slot in kept:
            path.unlink()
            path.with_suffix(".sha256").unlink(missing_ok=True)
        kept.add(slot)
