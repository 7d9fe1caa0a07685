"""The workbook's folder: which one, whether it was ever used, for whose eyes."""

import os
import stat
from contextlib import suppress
from pathlib import Path

FILE = "workbook.olenb"
FOR_THE_USER_ALONE = 0o600
_OTHERS = 0o077


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


def new_private_file(path: Path) -> int:
    """Open a file that wasn't there, readable by this user alone whatever the umask."""
    path.unlink(missing_ok=True)
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FOR_THE_USER_ALONE)


def make_private(path: Path) -> None:
    """Take a file of the user's away from other eyes; a stick may know no rights."""
    if os.name == "posix" and is_open_to_others(path):
        with suppress(OSError):
            path.chmod(FOR_THE_USER_ALONE)


def is_open_to_others(path: Path) -> bool:
    """Tell whether other users of this computer may look into a file or a folder."""
    return os.name == "posix" and bool(stat.S_IMODE(path.stat().st_mode) & _OTHERS)


def is_writable(path: Path) -> bool:
    """Tell whether a file can be written to; SQLite needs its folder, too."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def place_new(draft: Path, path: Path) -> bool:
    """Give a finished draft its name, too, unless there is a file of that name; tell which."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    except OSError:  # a stick that knows no second names
        if path.exists():
            return False
        draft.replace(path)
    return True


def settle(path: Path) -> None:
    """Wait until a file, or what a folder lists, is really on the disk."""
    with suppress(OSError):  # Windows opens no folders
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
