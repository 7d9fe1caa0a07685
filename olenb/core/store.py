"""The workbook file: open, check, change, undo.

One SQLite file in the user's own folder. A change is one transaction with a number and a
label; triggers keep what every row was, so the newest change can be taken back from any
notebook, and an import exactly. Two notebooks open at once is the normal case: a change
takes the write lock at its beginning and waits up to five seconds for it.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from olenb.core import schema
from olenb.core.change import Change, Row, insert, put_back
from olenb.core.errors import (
    ExampleIsReadOnly,
    NotAllowed,
    UndoRefused,
    WorkbookDamaged,
    WorkbookMissing,
    WorkbookNewer,
)
from olenb.core.folders import FILE, private_folder
from olenb.core.troubles import damaged, translated

WAIT_SECONDS = 5.0


def now() -> str:
    """Return this moment in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def today() -> str:
    """Return the user's own date, ISO 8601."""
    return datetime.now().astimezone().date().isoformat()


class Store:
    """An open workbook file, or the invented example in memory."""

    def __init__(self, db: sqlite3.Connection, path: Path | None):
        self._db = db
        self._open: Change | None = None
        self._changing = threading.RLock()
        self._sealed = False
        self._taken_back = 0
        self.path = path
        db.row_factory = sqlite3.Row

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """Open the workbook in `folder`.

        Raises
        ------
        WorkbookMissing, WorkbookDamaged, WorkbookNewer, WorkbookBusy, WorkbookReadOnly
            The file is left as it is.

        """
        path = folder / FILE
        if not path.exists():
            raise WorkbookMissing(
                f"Your workbook file is not in {folder}, though its backups are. "
                "Nothing was changed. If you moved it, move it back; "
                "else `olenb restore` brings back the newest backup."
            )
        if path.stat().st_size == 0:
            raise WorkbookDamaged(damaged(path, "is empty"))
        with translated(path):
            db = _connect(f"{path.resolve().as_uri()}?mode=rw")
            _check(db, path)
        return cls(db, path)

    @classmethod
    def create(cls, folder: Path) -> "Store":
        """Make an empty workbook in `folder` and open it; an existing one is opened as it is."""
        path = folder / FILE
        with translated(path):
            private_folder(folder)
            draft = folder / f".{FILE}.{os.getpid()}"
            draft.unlink(missing_ok=True)
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            db = _connect(f"{draft.resolve().as_uri()}?mode=rw")
            _build(db)
            db.close()
            # Another notebook may have started the workbook meanwhile: theirs stands.
            if path.exists():
                draft.unlink()
            else:
                draft.replace(path)
        return cls.open(folder)

    @classmethod
    def example(cls, tables: dict[str, list[dict[str, Any]]]) -> "Store":
        """Return a store in memory that holds `tables` and refuses every change."""
        db = _connect(":memory:")
        _build(db)
        store = cls(db, None)
        with store.change("The invented example"):
            for table, rows in tables.items():
                for row in rows:
                    insert(db, table, row)
        db.execute("PRAGMA query_only = ON")
        store._sealed = True
        return store

    @property
    def is_example(self) -> bool:
        """Whether this is the invented example."""
        return self.path is None

    @property
    def folder(self) -> Path | None:
        """The folder of the file; None for the example."""
        return self.path.parent if self.path else None

    @property
    def version(self) -> tuple[int, int]:
        """Two numbers that differ after any change, here or elsewhere, failed ones too."""
        elsewhere = self._db.execute("PRAGMA data_version").fetchone()[0]
        return elsewhere, self._db.total_changes + self._taken_back

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of a SELECT."""
        with translated(self.path):
            return self._db.execute(sql, values).fetchall()

    def one(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a SELECT, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    @contextmanager
    def change(self, label: str) -> Iterator[Change]:
        """Make one transaction: all of it happens, or none.

        A change inside a change belongs to the outer one. One that writes nothing leaves no
        trace, so undo always takes back something that the user saw happen.

        Parameters
        ----------
        label
            What is done, in the user's words and without anybody's name ("Added 5 people").

        """
        with self._changing:
            if self._open:
                yield self._open
                return
            yield from self._transaction(label)

    def _transaction(self, label: str) -> Iterator[Change]:
        if self._sealed:
            raise ExampleIsReadOnly(
                "This is the example with invented people, and it stays as it is. "
                "Close it and open your own workbook to add something."
            )
        with translated(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                number = insert(self._db, "change", {"label": label, "at": now()})
                self._open = Change(self._db, number)
                yield self._open
                wrote = self._db.execute("SELECT 1 FROM history WHERE change = ?", (number,))
                self._db.execute("COMMIT" if wrote.fetchone() else "ROLLBACK")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                self._taken_back += 1  # SQLite goes on counting what was rolled back
                raise
            finally:
                self._open = None

    def last_change(self) -> Row | None:
        """Return the newest change that can be undone: its `id`, `label` and `at`."""
        return self.one(
            "SELECT id, label, at FROM change AS c WHERE undoes IS NULL "
            "AND NOT EXISTS (SELECT 1 FROM change WHERE undoes = c.id) ORDER BY id DESC LIMIT 1"
        )

    def undo(self) -> str:
        """Take back the newest change, whichever notebook made it, and return its label.

        Raises
        ------
        UndoRefused
            There is nothing to undo.

        """
        last = self.last_change()
        if last is None:
            raise UndoRefused("There is nothing to undo: nothing was changed yet.")
        self._reverse(last["id"], last["label"])
        return str(last["label"])

    def undo_change(self, number: int) -> str:
        """Take back one change exactly, or refuse and change nothing.

        Raises
        ------
        UndoRefused
            It was undone already, or something newer touches its rows.

        """
        row = self.one("SELECT label FROM change WHERE id = ?", (number,))
        undone = self.one("SELECT 1 FROM change WHERE undoes = ?", (number,))
        if row is None or undone:
            raise UndoRefused("That was undone already. Nothing was changed.")
        self._reverse(number, row["label"])
        return str(row["label"])

    def _reverse(self, number: int, label: str) -> None:
        try:
            with self.change(f"Undid: {label}") as change:
                self._refuse_if_touched_later(number)
                self._db.execute(
                    "UPDATE change SET undoes = ? WHERE id = ?", (number, change.number)
                )
                for past in self._db.execute(
                    "SELECT tbl, row, op, was FROM history WHERE change = ? ORDER BY id DESC",
                    (number,),
                ).fetchall():
                    put_back(self._db, past)
        except NotAllowed as error:  # a newer row refers to one that would go
            raise UndoRefused(_TOUCHED) from error

    def _refuse_if_touched_later(self, number: int) -> None:
        touched = self._db.execute(
            "SELECT 1 FROM history AS mine JOIN history AS later "
            "ON later.tbl = mine.tbl AND later.row = mine.row AND later.change > mine.change "
            "JOIN change AS c ON c.id = later.change WHERE mine.change = ? AND c.undoes IS NULL "
            "AND NOT EXISTS (SELECT 1 FROM change AS u WHERE u.undoes = c.id) LIMIT 1",
            (number,),
        ).fetchone()
        if touched:
            raise UndoRefused(_TOUCHED)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def backup_to(self, path: Path) -> None:
        """Copy the whole file to `path`, also while others write."""
        with translated(path):
            copy = sqlite3.connect(path)
            try:
                self._db.backup(copy)
            finally:
                copy.close()


_TOUCHED = (
    "Something that you did later builds on this, so taking it back would take more with it. "
    "Nothing was changed. Undo the later steps first."
)


def _connect(address: str) -> sqlite3.Connection:
    # JupyterLab may answer a form in another thread than the one that ran the cells.
    db = sqlite3.connect(
        address, WAIT_SECONDS, isolation_level=None, check_same_thread=False, uri=True
    )
    for pragma in ("foreign_keys = ON", "secure_delete = ON"):
        db.execute(f"PRAGMA {pragma}")
    return db


def _build(db: sqlite3.Connection) -> None:
    db.execute("BEGIN IMMEDIATE")
    for statement in schema.statements():
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {schema.VERSION}")
    db.execute("COMMIT")


def _check(db: sqlite3.Connection, path: Path) -> None:
    """Refuse what isn't a sound workbook of a version that we know."""
    if db.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        db.close()
        raise WorkbookDamaged(damaged(path, "is not an olenb workbook"))
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > schema.VERSION:
        db.close()
        raise WorkbookNewer(
            f"Your workbook was last opened with a newer olenb (file version {version}, "
            f"this olenb knows {schema.VERSION}). Nothing was changed. Please update olenb."
        )
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        db.close()
        raise WorkbookDamaged(damaged(path, "is damaged"))
