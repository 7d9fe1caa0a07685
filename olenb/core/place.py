"""Whose computer this is, and where the workbook lies because of that.

On a borrowed computer the file goes onto a stick, or into a download at the end, and what
was left behind is wiped. A small note in the home folder says where the workbook went.
"""

import os
import shutil
import tempfile
from pathlib import Path

from olenb.core import backups, school
from olenb.core.errors import WorkbookMissing, WorkbookReadOnly
from olenb.core.folders import FILE, new_private_file, private_folder, was_here
from olenb.core.store import Store
from olenb.core.troubles import translated

NOTE = "workbook-is-in.txt"
WHOSE = "whose-computer.txt"
UPLOADS = "olenb-upload-"
"""How the temporary folders of uploaded files begin; a killed kernel leaves them behind."""
_OURS = (school.FILE, "backups", "exports", "inbox", ".ipynb_checkpoints", "counselor", "room")


def is_borrowed(home: Path) -> bool | None:
    """Tell whether the user said that this computer is borrowed; None while nobody asked."""
    note = home / WHOSE
    return note.read_text(encoding="utf-8").strip() == "borrowed" if note.exists() else None


def say_whose(home: Path, borrowed: bool) -> None:
    """Remember whose computer this is: beside the workbook, for the workbook may travel."""
    with translated(home / WHOSE):
        private_folder(home)
        (home / WHOSE).write_text("borrowed" if borrowed else "own", encoding="utf-8")


def workbook_folder(home: Path) -> Path:
    """Return the folder that holds the workbook: `home`, or where its note points to.

    Raises
    ------
    WorkbookMissing
        The note points to a stick that isn't there.

    """
    note = home / NOTE
    if not note.exists():
        return home
    folder = Path(note.read_text(encoding="utf-8").strip())
    if not folder.is_dir():
        raise WorkbookMissing(
            f"Your workbook is in {folder}, and that is not there now. "
            "Nothing is lost: put the stick back in and open the page again."
        )
    return folder


def is_or_was_in(home: Path) -> bool:
    """Tell whether a workbook is or ever was where this home keeps it; a stick may be away."""
    try:
        return was_here(workbook_folder(home))
    except WorkbookMissing:
        return True


def move(home: Path, folder: Path) -> Path:
    """Move the workbook to `folder`, such as a stick, and leave a note of where it is.

    Parameters
    ----------
    home
        The folder that was opened.
    folder
        Where the file should live from now on; an existing workbook there is kept and used.

    Raises
    ------
    WorkbookReadOnly
        `folder` isn't there or can't be written to.

    """
    folder = folder.expanduser()
    if not folder.is_dir():
        raise WorkbookReadOnly(
            "There is no such folder. Nothing was moved. "
            "Open the stick in your file manager and copy its path from there."
        )
    old = workbook_folder(home)
    if folder.resolve() == old.resolve():
        return folder
    if (old / FILE).exists() and was_here(folder):
        raise WorkbookReadOnly(
            "There are two workbooks now: one here and one in that folder. Nothing was moved. "
            "Choose an empty folder, or wipe this one first and go on with the other."
        )
    with translated(folder / FILE):
        if (old / FILE).exists():
            _copy_checked(old, folder)
        if (old / school.FILE).is_file() and not (folder / school.FILE).exists():
            shutil.copyfile(old / school.FILE, folder / school.FILE)
        private_folder(home)
        (home / NOTE).write_text(str(folder), encoding="utf-8")
        if (folder / FILE).exists():
            _remove(old / FILE, old / backups.FOLDER)
    return folder


def _copy_checked(old: Path, folder: Path) -> None:
    """Copy the workbook and open the copy before the original may go."""
    store = Store.open(old)
    try:
        os.close(new_private_file(folder / FILE))
        store.backup_to(folder / FILE)
    finally:
        store.close()
    Store.open(folder).close()


def left_behind(home: Path) -> int:
    """Return how many files `wipe` would remove."""
    return sum(_count(path) for path in _traces(home))


def wipe(home: Path) -> int:
    """Remove everything of the user's from `home`, backups included, and return how many files.

    A workbook that lives on a stick stays on the stick.
    """
    count = left_behind(home)
    with translated(home / FILE):
        _remove(*_traces(home))
    return count


def all_of_it(home: Path) -> int:
    """Return how many files `wipe_all` would remove."""
    return sum(_count(path) for path in _everything(home))


def wipe_all(home: Path) -> int:
    """Remove everything of the user's, the workbook on a stick included; return how many files."""
    count = all_of_it(home)
    with translated(home / FILE):
        _remove(*_everything(home))
    return count


def _everything(home: Path) -> list[Path]:
    traces = _traces(home)
    try:
        folder = workbook_folder(home)
    except WorkbookMissing:  # the stick isn't there, and stays as it is
        return traces
    if folder == home:
        return traces
    beside = [folder / FILE, folder / f"{FILE}-journal", folder / backups.FOLDER]
    return [*traces, *beside, *folder.glob(f".{FILE}*")]


def _traces(home: Path) -> list[Path]:
    ours = [home / name for name in (FILE, f"{FILE}-journal", NOTE, WHOSE, *_OURS)]
    found = [*home.glob("*.ipynb"), *home.glob(f".{FILE}*"), *home.glob(".olenb-*"), *_uploads()]
    return [*ours, *found]


def _uploads() -> list[Path]:
    """Return this user's uploads; on a shared computer the others' lie beside them."""
    found = Path(tempfile.gettempdir()).glob(f"{UPLOADS}*")
    return [path for path in found if _is_mine(path)]


def _is_mine(path: Path) -> bool:
    try:
        return os.name == "nt" or path.stat().st_uid == os.getuid()
    except OSError:  # its kernel cleared it away meanwhile
        return False


def _count(path: Path) -> int:
    return sum(p.is_file() for p in path.rglob("*")) if path.is_dir() else int(path.exists())


def _remove(*paths: Path) -> None:
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
