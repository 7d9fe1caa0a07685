"""What `olenb doctor` looks at around the workbook file: its folder, its disk, its backups."""

import os
from pathlib import Path
from typing import NamedTuple

from olenb.core import backups, school
from olenb.core.errors import OlenbError
from olenb.core.folders import FILE, is_open_to_others, was_here
from olenb.core.place import workbook_folder
from olenb.core.store import Store
from olenb.core.surroundings import belongs_to_another, free_disk, is_on_network

ROOM_NEEDED = 200_000_000  # bytes: backups of a large workbook, pictures, and air


class Check(NamedTuple):
    """One thing looked at: `ok` is None where it isn't trouble but worth knowing."""

    name: str
    ok: bool | None
    says: str
    do: str = ""


def checks(home: Path) -> list[Check]:
    """Look at the folder that was opened and at the workbook, wherever it lies."""
    return [_folder(home), _disk(home), *_workbook(home), *_school(home)]


def _folder(folder: Path) -> Check:
    """Look at the folder's rights, for olenb and for others."""
    if not folder.exists():
        return Check("Folder", None, f"{folder} isn't there yet; olenb makes it.")
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return Check(
            "Folder",
            False,
            f"olenb can't write to {folder}.",
            "Make it yours in the file manager, or choose another with `olenb --home FOLDER`.",
        )
    if belongs_to_another(folder):
        return Check(
            "Folder",
            None,
            f"{folder} belongs to another user of this computer, who can read all of it.",
            "If you don't know who that is, choose another with `olenb --home FOLDER`.",
        )
    if is_open_to_others(folder):
        return Check(
            "Folder",
            None,
            f"other users of this computer may look into {folder}.",
            f'To keep them out: chmod 700 "{folder}". On a stick this can\'t be done.',
        )
    return Check("Folder", True, f"{folder} is yours alone.")


def _disk(folder: Path) -> Check:
    """Look for room, and for a folder that is really on another computer."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    if is_on_network(there):
        return Check(
            "Disk",
            None,
            f"{folder} is on a network drive, where two programs can damage a file.",
            "Better keep it on this computer or on a stick: `olenb --home FOLDER`.",
        )
    free = free_disk(folder)
    if free < ROOM_NEEDED:
        return Check(
            "Disk",
            False,
            f"only {free // 1_000_000} MB are free.",
            f"Make room for {ROOM_NEEDED // 1_000_000} MB, so that nothing stays unsaved.",
        )
    return Check("Disk", True, f"{free / 1e9:.1f} GB are free.")


def _workbook(home: Path) -> list[Check]:
    """Open the workbook, where there is one, and look at its backups."""
    try:
        folder = workbook_folder(home)
    except OlenbError as error:
        return [Check("Workbook", False, str(error))]
    if not was_here(folder):
        return [Check("Workbook", None, "you have none yet; what you add first starts it.")]
    return [_file(folder), _backups(folder)]


def _school(home: Path) -> list[Check]:
    """Read a school's own names and numbers, where there are any."""
    try:
        holds = school.apply(workbook_folder(home))
    except OlenbError:  # said above: the workbook's folder isn't there
        return []
    if holds.trouble:
        do = "Mend the file, and look at it with: olenb school FILE"
        return [Check("School", False, holds.trouble, do)]
    if not holds.files:
        return []
    files = ", ".join(map(str, holds.files))
    keys = "1 key" if len(holds.values) == 1 else f"{len(holds.values)} keys"
    return [Check("School", True, f"{files} is in order and sets {keys}.")]


def _file(folder: Path) -> Check:
    try:
        store = Store.open(folder)
    except OlenbError as error:
        return Check("Workbook", False, str(error))
    store.close()
    path = folder / FILE
    if store.sealed:
        return Check("Workbook", False, str(store.sealed))
    if is_open_to_others(path):
        says = f"{path} opens, but others may read it, and this disk doesn't let olenb change that."
        return Check("Workbook", None, says, "Better keep it on another disk, or take the stick.")
    return Check("Workbook", True, f"{path} opens.")


def _backups(folder: Path) -> Check:
    found = backups.listed(folder)
    unsound = [b for b in found if b.reason != backups.REPLACED and not backups.is_sound(b.path)]
    newest = next((b.made_at for b in found if b.made_at and b not in unsound), None)
    if newest is None:
        says = "there is none yet; one is made before anything big, and every half hour."
        return Check("Backups", None, says, "To make one now: olenb backup")
    says = f"{len(found) - len(unsound)}, the newest of {newest:%d %B %Y, %H:%M}."
    if unsound:
        return Check(
            "Backups",
            None,
            f"{says} {len(unsound)} more can't be relied on.",
            f"They are in {folder / backups.FOLDER}; `olenb restore --list` names them.",
        )
    return Check("Backups", True, says)
