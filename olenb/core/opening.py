"""Opening the file of a workbook: what is looked at before anything is believed."""

import os
import sqlite3
from pathlib import Path

from olenb.core import schema
from olenb.core.errors import WorkbookDamaged, WorkbookMissing, WorkbookNewer, WorkbookReadOnly
from olenb.core.folders import make_private
from olenb.core.troubles import damaged

WAIT_SECONDS = 5.0


def connect(address: str) -> sqlite3.Connection:
    """Connect to a file that is there, or to memory, with the settings that we rely on."""
    # JupyterLab may answer a form in another thread than the one that ran the cells.
    db = sqlite3.connect(
        address, WAIT_SECONDS, isolation_level=None, check_same_thread=False, uri=True
    )
    db.row_factory = sqlite3.Row
    for pragma in ("foreign_keys = ON", "secure_delete = ON"):
        db.execute(f"PRAGMA {pragma}")
    return db


def address(path: Path, mode: str = "rw") -> str:
    """Return what SQLite calls a file; in no mode of ours does it make one that is missing."""
    return f"{path.resolve().as_uri()}?mode={mode}"


def opened(path: Path) -> sqlite3.Connection:
    """Connect to a workbook that is sound and of a version that we know.

    Raises
    ------
    WorkbookMissing, WorkbookDamaged, WorkbookNewer
        The file is left as it is.

    """
    refuse_absent(path)
    make_private(path)
    db = connect(address(path))
    try:
        check(db, path)
    except BaseException:
        db.close()
        raise
    return db


def refuse_absent(path: Path) -> None:
    """Refuse a file that isn't there or has nothing in it: SQLite would take both for new."""
    if not path.exists():
        has_backups = any((path.parent / "backups").glob("*.olenb"))
        raise WorkbookMissing(
            f"Your workbook file is not in {path.parent}, "
            f"{'though its backups are' if has_backups else 'where it was until now'}. "
            "Nothing was changed. If you moved it, move it back; "
            "else `olenb restore` brings back the newest backup."
        )
    if path.stat().st_size == 0:
        raise WorkbookDamaged(damaged(path, "is empty"))
    if not os.access(path, os.R_OK):
        raise WorkbookReadOnly(
            f"The workbook {path} is there, but you may not read it: it belongs to another user, "
            "or its rights were changed. Nothing was changed. Ask whoever looks after this "
            "computer, or choose another folder with `--home`."
        )


def check(db: sqlite3.Connection, path: Path, how: str = "quick_check(1)") -> None:
    """Refuse what isn't a sound workbook of a version that we know."""
    if db.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise WorkbookDamaged(damaged(path, "is not an olenb workbook"))
    number = version(db)
    if number > schema.VERSION:
        raise WorkbookNewer(
            f"Your workbook was last opened with a newer olenb (file version {number}, "
            f"this olenb knows {schema.VERSION}). Nothing was changed. Please update olenb."
        )
    if number < 1 or db.execute(f"PRAGMA {how}").fetchone()[0] != "ok":
        raise WorkbookDamaged(damaged(path, "is damaged"))


def version(db: sqlite3.Connection) -> int:
    """Return which version of the tables a file has."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def build(db: sqlite3.Connection) -> None:
    """Make an empty workbook in an empty file."""
    db.execute("BEGIN IMMEDIATE")
    for statement in schema.statements():
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {schema.VERSION}")
    db.execute("COMMIT")
