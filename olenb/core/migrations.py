"""Bringing a workbook of an older olenb up to date: after a backup, all of it or nothing.

A step takes the file from one version to the next. To add one:

1. raise `schema.VERSION` and declare the tables as they are to be,
2. write a function of a connection that gets an older file there with plain statements, and
   put it into `STEPS` under the version that it starts from,
3. where a column was renamed or taken away, do the same to `was` in `history`: undo reads it.

The triggers that keep history are put aside meanwhile, so a step isn't something to undo.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from olenb.core import backups, opening, schema
from olenb.core.errors import OlenbError, UpdateFailed, WorkbookBusy, WorkbookReadOnly
from olenb.core.troubles import translated

STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {}


class Opened(backups.Copied, Protocol):
    """The part of a store that is needed here."""

    path: Path | None
    sealed: OlenbError | None


def bring_up_to_date(store: Opened, db: sqlite3.Connection) -> None:
    """Take an older file through all the steps to the version that we know.

    Parameters
    ----------
    store, db
        The open workbook and its connection, which is in no transaction.

    Raises
    ------
    UpdateFailed
        It could not be done; the file is as it was.

    """
    if opening.version(db) == schema.VERSION:
        return
    if store.sealed:
        raise UpdateFailed(
            "Your workbook was made by an older olenb and has to be brought up to date, but it "
            "can't be written to where it lies. Nothing was changed. "
            "Please check the rights of the file and its folder, and open it again."
        )
    backups.make(store, "update")
    db.execute("PRAGMA foreign_keys = OFF")  # tables are made anew; it is checked at the end
    try:
        with translated(store.path):
            _all_or_nothing(db)
    except (WorkbookBusy, WorkbookReadOnly):
        raise
    except Exception as error:
        raise UpdateFailed(
            "Your workbook was made by an older olenb and could not be brought up to date. "
            "It is exactly as it was, and a copy is in the folder “backups”. "
            "Please install the olenb that you had before, and tell us about it."
        ) from error
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def _all_or_nothing(db: sqlite3.Connection) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        # Another notebook may have done it while we waited.
        for version in range(opening.version(db), schema.VERSION):
            _put_triggers_aside(db)
            STEPS[version](db)
        _put_triggers_back(db)
        _refuse_what_is_not_declared(db)
        db.execute(f"PRAGMA user_version = {schema.VERSION}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _put_triggers_aside(db: sqlite3.Connection) -> None:
    names = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        db.execute(f"DROP TRIGGER {name}")


def _put_triggers_back(db: sqlite3.Connection) -> None:
    _put_triggers_aside(db)
    for table in schema.TABLES.values():
        for statement in table.triggers.values():
            db.execute(statement)


def _refuse_what_is_not_declared(db: sqlite3.Connection) -> None:
    """Hold the outcome to the schema: every column, and every reference."""
    for table in schema.TABLES.values():
        found = {row[1] for row in db.execute(f"PRAGMA table_info({table.name})")}
        if found != set(table.names):
            raise UpdateFailed(f"the table {table.name} isn't as it is declared")
    if db.execute("PRAGMA foreign_key_check").fetchone():
        raise UpdateFailed("a row names one that isn't there")
