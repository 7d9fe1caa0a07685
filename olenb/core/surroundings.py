"""Where a workbook lies: on which kind of disk, whose it is, who else may look into it."""

import os
import re
import shutil
from pathlib import Path

from olenb.core.folders import FILE, is_open_to_others

MOUNTS = Path("/proc/mounts")  # Linux only
MEMORY = Path("/proc/meminfo")  # Linux only
NETWORK_DRIVES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"}


def notices(folder: Path) -> list[str]:
    """Return what the user should know about the place of a workbook, one sentence each.

    Parameters
    ----------
    folder
        The workbook's folder; one that isn't there yet has nothing to tell.

    """
    there = next(place for place in (folder, *folder.parents) if place.exists())
    found = []
    if is_on_network(there):
        found.append(
            f"{folder} is on a network drive, where two programs at once can damage a file. "
            "Better keep your workbook on this computer or on a stick."
        )
    if folder.exists() and belongs_to_another(folder):
        found.append(
            "This workbook belongs to another user of this computer, who can read and change it. "
            "If you don't know who that is, keep yours in a folder of your own."
        )
    if folder.exists() and is_open_to_others(folder):
        found.append(
            f"Other users of this computer may look into {folder}. "
            "Your workbook in it can be read by you alone."
        )
    return found


def is_on_network(place: Path) -> bool:
    """Tell whether a place is really on another computer."""
    return file_system(place) in NETWORK_DRIVES


def file_system(place: Path) -> str:
    """Return the kind of file system as Linux names it; nothing where that can't be known."""
    try:
        mounts = [line.split() for line in MOUNTS.read_text("utf-8").splitlines()]
    except OSError:
        return ""
    holding = [
        (len(where), kind) for _, where, kind, *_ in mounts if place.resolve().is_relative_to(where)
    ]
    return max(holding, default=(0, ""))[1]


def belongs_to_another(folder: Path) -> bool:
    """Tell whether the workbook, or its folder, is another user's."""
    if not hasattr(os, "geteuid"):
        return False
    ours = os.geteuid()
    return any(place.stat().st_uid != ours for place in (folder, folder / FILE) if place.exists())


def free_memory() -> int | None:
    """Return how many bytes programs can still take; None where that can't be known."""
    try:
        found = re.search(r"MemAvailable:\s+(\d+) kB", MEMORY.read_text("ascii"))
    except (OSError, UnicodeDecodeError):
        return None
    return int(found[1]) * 1024 if found else None


def free_disk(folder: Path) -> int:
    """Return how many bytes are free where a folder is or would be made."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    return shutil.disk_usage(there).free
