"""Copies of the workbook: made before anything big, checked, thinned, and told apart."""

import hashlib
import os
import sqlite3
import time
from collections import defaultdict
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Protocol

from olenb.core import opening
from olenb.core.errors import OlenbError
from olenb.core.folders import (
    FILE,
    FOR_THE_USER_ALONE,
    make_private,
    new_private_file,
    private_folder,
    settle,
)
from olenb.core.troubles import translated

FOLDER = "backups"
REPLACED = "replaced"
ROUTINE = "the next step"
ROUTINE_AFTER = timedelta(minutes=30)
_STAMP = "%Y-%m-%d %H-%M-%S"
_STAMP_LENGTH = len("2026-11-25 09-00-00")
_DRAFT_SECONDS = 600
_KEEP_ALL_DAYS, _KEEP_DAILY_DAYS = 2, 30


class Copied(Protocol):
    """The part of a store that is needed to copy it."""

    @property
    def folder(self) -> Path | None:
        """The folder of the file; None for the example."""

    def backup_to(self, path: Path) -> None:
        """Copy the whole file."""


@dataclass(frozen=True)
class Backup:
    """A copy of the workbook in `backups/`, or what stood in its place before a restore."""

    path: Path

    @property
    def made_at(self) -> datetime | None:
        """When, in the user's own time; None for a file that the user put there."""
        try:
            return datetime.strptime(self.path.name[:_STAMP_LENGTH], _STAMP).astimezone()
        except ValueError:
            return None

    @property
    def reason(self) -> str:
        """What it was made before, such as "import", or "replaced"."""
        words = self.path.stem[_STAMP_LENGTH:].strip()
        return words.removeprefix("before ").partition(" (")[0]

    @cached_property
    def people(self) -> int | None:
        """How many people are in it beside the user; None where that can't be read."""
        try:
            with closing(opening.connect(opening.address(self.path, "ro"))) as db:
                found = db.execute("SELECT count(*) FROM person WHERE is_ego = 0").fetchone()
                return int(found[0])
        except sqlite3.Error:
            return None


def make(store: Copied, reason: str) -> Path | None:
    """Copy the workbook into `backups/`, readable by this user alone; None for the example.

    Parameters
    ----------
    store
        The open workbook.
    reason
        One word for the file name, such as "import".

    Raises
    ------
    DiskFull, WorkbookReadOnly
        There is no room for it, or it can't be written there; nothing is left of the attempt.
    WorkbookDamaged
        The copy isn't sound, so neither is the workbook.

    """
    if store.folder is None:
        return None
    with translated(store.folder / FILE):
        folder = private_folder(store.folder / FOLDER)
        final = free_name(folder, f"before {reason}")
        draft = final.with_suffix(".part")
        try:
            os.close(new_private_file(draft))
            store.backup_to(draft)
            refuse_unsound(draft, store.folder / FILE)
            note_sum(draft, final)
            draft.replace(final)
            settle(folder)
        except BaseException:
            draft.unlink(missing_ok=True)
            _note(final).unlink(missing_ok=True)
            raise
    thin(folder)
    return final


def make_if_due(store: Copied, first: str | None, last: str | None) -> Path | None:
    """Copy the workbook if half an hour of changes is in no copy yet; a failure waits its turn.

    Parameters
    ----------
    store
        The open workbook.
    first, last
        When its first and its newest change were made, ISO 8601; None where there is none.

    """
    if store.folder is None or first is None or last is None:
        return None
    made = next((each.made_at for each in listed(store.folder) if each.made_at), None)
    if made and datetime.fromisoformat(last) <= made:
        return None
    if datetime.now().astimezone() - (made or datetime.fromisoformat(first)) < ROUTINE_AFTER:
        return None
    try:
        return make(store, ROUTINE)
    except OlenbError:  # what the user is about to do is tried all the same; the doctor tells
        return None


def free_name(folder: Path, words: str) -> Path:
    """Take a name that says when and why, for this caller alone, by beginning the note beside it.

    Two notebooks may need one within the same second.
    """
    stem, n = f"{datetime.now().astimezone():{_STAMP}} {words}", 1
    while True:
        path = folder / f"{stem}{f' ({n})' if n > 1 else ''}.olenb"
        n += 1
        try:
            note = os.open(_note(path), os.O_CREAT | os.O_EXCL | os.O_WRONLY, FOR_THE_USER_ALONE)
        except FileExistsError:
            continue
        os.close(note)
        if not path.exists():
            return path
        _note(path).unlink()


def _note(backup: Path) -> Path:
    return backup.with_suffix(".sha256")


def refuse_unsound(copy: Path, of: Path) -> None:
    """Refuse a copy that isn't a sound workbook through and through.

    Raises
    ------
    WorkbookDamaged, WorkbookNewer
        The copy isn't one.

    """
    with translated(of), closing(opening.connect(opening.address(copy, "ro"))) as db:
        opening.check(db, of, "integrity_check(1)")


def note_sum(content: Path, name: Path) -> None:
    """Keep the SHA-256 of a file beside it, under its final name: a flipped bit is seen by it."""
    digest = hashlib.sha256(content.read_bytes()).hexdigest()
    _note(name).write_text(f"{digest}  {name.name}\n", encoding="utf-8")
    _note(name).chmod(FOR_THE_USER_ALONE)


def listed(folder: Path) -> list[Backup]:
    """Return the backups of the workbook in `folder`, newest first."""
    found = [Backup(path) for path in (folder / FOLDER).glob("*.olenb")]
    return sorted(found, key=_age, reverse=True)


def _age(backup: Backup) -> tuple[float, int, str]:
    """Return what backups are sorted by; of two within a second the file system knows more."""
    made = backup.made_at.timestamp() if backup.made_at else 0.0
    return made, backup.path.stat().st_mtime_ns, backup.path.name


def sound(folder: Path) -> list[Backup]:
    """Return those backups that still are what was written, newest first."""
    return [backup for backup in listed(folder) if is_sound(backup.path)]


def is_sound(path: Path) -> bool:
    """Tell whether a backup still is what was written, by its SHA-256."""
    try:
        said = _note(path).read_text(encoding="utf-8").split()
        return said[:1] == [hashlib.sha256(path.read_bytes()).hexdigest()]
    except (OSError, UnicodeDecodeError):
        return False


def remove(backup: Path) -> None:
    """Delete a backup and the sum beside it."""
    with translated(backup):
        backup.unlink(missing_ok=True)
        for beside in (_note(backup), Path(f"{backup}-journal")):
            beside.unlink(missing_ok=True)


def thin(folder: Path) -> None:
    """Keep everything of two days, one a day for a month, and one a month before that.

    Of each day or month the newest sound copy stays; those in between made by routine go after
    the first day.
    """
    _sweep(folder)
    today = datetime.now().astimezone().date()
    slots: dict[str, list[Backup]] = defaultdict(list)
    for backup in listed(folder.parent):
        make_private(backup.path)
        if backup.made_at is None:
            continue
        day = backup.made_at.date()
        age = today - day
        if age < timedelta(days=1 if backup.reason == ROUTINE else _KEEP_ALL_DAYS):
            continue
        daily = age < timedelta(days=_KEEP_DAILY_DAYS)
        slots[f"{day:%Y-%m-%d}" if daily else f"{day:%Y-%m}"].append(backup)
    for slot in slots.values():
        _keep_one(slot)


def _sweep(folder: Path) -> None:
    """Remove the drafts that a killed program left behind, here and beside the workbook."""
    notes = [note for note in folder.glob("*.sha256") if not note.with_suffix(".olenb").exists()]
    for draft in [*folder.glob("*.part"), *notes, *folder.parent.glob(f".{FILE}.*")]:
        with suppress(FileNotFoundError):
            if time.time() - draft.stat().st_mtime > _DRAFT_SECONDS:
                draft.unlink()


def _keep_one(slot: list[Backup]) -> None:
    """Keep the newest sound one of a few; where none is sound, there is nothing to choose by."""
    if len(slot) < 2:
        return
    kept = next((backup for backup in slot if is_sound(backup.path)), None)
    for backup in slot:
        if kept is not None and backup is not kept:
            remove(backup.path)
