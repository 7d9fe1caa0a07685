"""Bringing a backup back; what it replaces is kept, so that this can be taken back as well."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from olenb.core import backups, opening
from olenb.core.errors import OlenbError, WorkbookMissing, WrongFile
from olenb.core.folders import FILE, make_private, new_private_file, private_folder, settle
from olenb.core.troubles import translated

_JOURNAL = "-journal"


@dataclass(frozen=True)
class Restored:
    """Which backup was brought back, and where that is kept which stood in its place."""

    backup: Path
    replaced: Path | None


def restore(folder: Path, backup: Path | None = None) -> Restored:
    """Put a backup in the workbook's place, and keep what stood there among the backups.

    Restoring what was `replaced` takes a restore back, even if it was a damaged file.

    Parameters
    ----------
    folder
        The workbook's folder.
    backup
        Which one; None takes the newest sound one.

    Raises
    ------
    WorkbookMissing
        There is no such backup, or no sound one.
    WrongFile
        The file that was named isn't a sound workbook.
    WorkbookBusy
        Another notebook is saving.
    DiskFull, WorkbookReadOnly
        The folder has no room or can't be written to. Nothing was changed.

    """
    chosen = _chosen(folder, backup)
    path = folder / FILE
    draft = folder / f".{FILE}.restored"
    with translated(path):
        private_folder(folder)
        try:
            _copy(chosen, draft)
            if not _was_replaced(folder, chosen):
                _refuse_no_workbook(draft)
            with _held(path):
                replaced = _put_aside(path)
                draft.replace(path)
            settle(folder)
            if replaced:
                _note_if_sound(replaced)
        finally:
            draft.unlink(missing_ok=True)
    return Restored(chosen, replaced)


def _chosen(folder: Path, backup: Path | None) -> Path:
    if backup is None:
        found = next((b.path for b in backups.listed(folder) if backups.is_sound(b.path)), None)
    else:
        beside = folder / backups.FOLDER / backup.name
        found = backup if backup.exists() else beside if beside.exists() else None
    if found is None:
        what = "no such backup" if backup else "no sound backup"
        raise WorkbookMissing(
            f"There is {what} in {folder / backups.FOLDER}. Nothing was changed. "
            "`olenb restore --list` shows those that are there."
        )
    return found


def _was_replaced(folder: Path, chosen: Path) -> bool:
    """Tell whether this is what an earlier restore put aside, sound or not."""
    ours = chosen.resolve().parent == (folder / backups.FOLDER).resolve()
    return ours and backups.Backup(chosen).reason == backups.REPLACED


def _refuse_no_workbook(draft: Path) -> None:
    try:
        backups.refuse_unsound(draft, draft)
    except OlenbError as error:
        raise WrongFile(
            "That file isn't a sound workbook that this olenb can read. Nothing was changed. "
            "Please choose another one: `olenb restore --list` shows the backups."
        ) from error


def _note_if_sound(replaced: Path) -> None:
    """Vouch for what was replaced where it is whole; what isn't is never offered first."""
    with suppress(OlenbError):
        backups.refuse_unsound(replaced, replaced)
        backups.note_sum(replaced, replaced)


def _copy(source: Path, draft: Path) -> None:
    with os.fdopen(new_private_file(draft), "wb") as file, source.open("rb") as content:
        shutil.copyfileobj(content, file)
    settle(draft)


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Keep others from writing into the file that is about to go aside.

    Taking the lock also finishes or takes back what a crash had left half done, while the
    journal that knows of it still lies beside its file.
    """
    with ExitStack() as stack:
        if path.exists() and path.stat().st_size:
            db = stack.enter_context(closing(sqlite3.connect(path, opening.WAIT_SECONDS)))
            try:
                db.execute("BEGIN EXCLUSIVE")
            except sqlite3.DatabaseError as error:
                # A damaged file has nobody writing into it; one that is being written to waits.
                if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                    raise
        yield


def _put_aside(path: Path) -> Path | None:
    """Keep what stands in the workbook's place among the backups, and return it.

    A journal goes along: beside another file, SQLite would play it into that one.
    """
    replaced = backups.free_name(private_folder(path.parent / backups.FOLDER), backups.REPLACED)
    journal = Path(f"{path}{_JOURNAL}")
    if journal.exists():
        journal.replace(f"{replaced}{_JOURNAL}")
    if not path.exists():
        replaced.with_suffix(".sha256").unlink()
        return None
    make_private(path)
    try:
        os.link(path, replaced)  # so that at no moment there is no workbook
    except OSError:
        path.replace(replaced)
    return replaced
