"""SQLite's and the system's errors in words, with nobody's data in them."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from olenb.core.errors import (
    DiskFull,
    NotAllowed,
    OlenbError,
    WorkbookBusy,
    WorkbookDamaged,
    WorkbookReadOnly,
    WorkbookReplaced,
)

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_MOVED = sqlite3.SQLITE_READONLY_DBMOVED
_NO_TEXT = "Could not decode to UTF-8"
_NO_ROOM = {
    *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC),
    sqlite3.SQLITE_IOERR_TRUNCATE,
}


@contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """Turn SQLite's and the system's errors into words; row values never get into them."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise NotAllowed(
            "That value doesn't fit into the workbook, so nothing was saved. "
            "Please check what you entered and try again."
        ) from error
    except UnicodeDecodeError:  # the error itself holds what couldn't be read
        raise _unreadable(path) from None
    except sqlite3.Error as error:
        if _NO_TEXT in str(error):
            raise _unreadable(path) from None
        raise _in_words(error, path) from error
    except OSError as error:
        raise _of_the_system(error, path) from error


def _unreadable(path: Path | None) -> OlenbError:
    return WorkbookDamaged(damaged(path, "is damaged")) if path else _no_idea()


def _of_the_system(error: OSError, path: Path | None) -> OlenbError:
    if error.errno in _FULL:
        return disk_full()
    return WorkbookReadOnly(
        f"olenb can't write to {path.parent if path else 'its folder'} "
        f"({error.strerror}). Nothing was changed. Choose another folder with `--home`."
    )


def _in_words(error: sqlite3.Error, path: Path | None) -> OlenbError:
    exact = getattr(error, "sqlite_errorcode", 0)
    if exact == _MOVED:
        return WorkbookReplaced(
            "The workbook file was replaced or moved meanwhile, by a backup that was brought back "
            "or by hand. This step was not saved; everything before it is. Please try again."
        )
    if exact in _NO_ROOM:
        return disk_full()
    return _of_a_kind(exact & 0xFF, path)


def _of_a_kind(code: int, path: Path | None) -> OlenbError:
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return WorkbookBusy(
            "Another notebook is saving right now, and took more than five seconds. "
            "Nothing was changed. Please try again in a moment."
        )
    if code == sqlite3.SQLITE_IOERR:
        return WorkbookReadOnly(
            "The disk did not answer. This step was not saved; everything before it is. "
            "If your workbook is on a stick, put it back in, and try again."
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return read_only(path)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) and path:
        return WorkbookDamaged(damaged(path, "is damaged"))
    return _no_idea()


def _no_idea() -> OlenbError:
    return OlenbError(
        "The workbook could not do that. Nothing was changed. "
        "Please close the other notebooks and try again; `olenb doctor` looks for the cause."
    )


def disk_full() -> DiskFull:
    """Say that there is no room, what is safe, and what to do."""
    return DiskFull(
        "The disk is full or can't be written to. This step was not saved; "
        "everything before it is. Make some room and try again."
    )


def read_only(path: Path | None) -> WorkbookReadOnly:
    """Say that the workbook can be read and not written to."""
    return WorkbookReadOnly(
        f"The workbook {path} can be read but not written to. Nothing was changed. "
        "Check the rights of the file and its folder, or choose another with `--home`."
    )


def damaged(path: Path, what: str) -> str:
    """Say what is wrong with the file, that it was left alone, and what brings it back."""
    return (
        f"The workbook file {path} {what}. It was left exactly as it is. "
        "`olenb restore` brings back the newest backup and keeps this file beside it."
    )
