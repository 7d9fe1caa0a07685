"""The workbook file: open, change, undo.

One SQLite file in the user's own folder. A change is one transaction with a number and a
label; triggers keep what every row was, so the newest change can be taken back from any
notebook, and an import exactly. Two notebooks open at once is the normal case: a change
takes the write lock at its beginning and waits up to five seconds for it.
"""

import os
import sqlite3
import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from olenb.core import migrations, opening, undoing
from olenb.core.change import Change, Row, insert
from olenb.core.errors import (
    ExampleIsReadOnly,
    NotAllowed,
    OlenbError,
    UndoRefused,
    WorkbookDamaged,
)
from olenb.core.folders import FILE, is_writable, new_private_file, place_new, private_folder
from olenb.core.progress import Tell, silent
from olenb.core.troubles import read_only, translated


def now() -> str:
    """Return this moment in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def today() -> str:
    """Return the user's own date, ISO 8601."""
    return datetime.now().astimezone().date().isoformat()


_Made = TypeVar("_Made")


class Store:
    """An open workbook file, or the invented example in memory.

    Attributes
    ----------
    path : Path or None
        The file; None for the example.
    sealed : OlenbError or None
        Why nothing can be changed in it, where that is so.

    """

    def __init__(self, db: sqlite3.Connection, path: Path | None):
        self._db = db
        self._open: Change | None = None
        self._changing = threading.RLock()
        self._taken_back = 0
        self._kept_of: tuple[int, int] | None = None
        self._kept: dict[Hashable, Any] = {}
        self.path = path
        self._file = _identity(path)
        self.sealed: OlenbError | None = None

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """Open the workbook in `folder`; where it can only be read, `sealed` says why.

        Raises
        ------
        WorkbookMissing, WorkbookDamaged, WorkbookNewer, WorkbookBusy, WorkbookReadOnly
            The file is left as it is.
        UpdateFailed
            An older olenb wrote it, and it could not be brought up to date.

        """
        path = folder / FILE
        with translated(path):
            store = cls(opening.opened(path), path)
            try:
                if not is_writable(path):
                    store.sealed = read_only(path)
                migrations.bring_up_to_date(store, store._db)
            except BaseException:
                store.close()
                raise
        return store

    @classmethod
    def open_damaged(cls, folder: Path, trouble: WorkbookDamaged) -> "Store":
        """Open a damaged workbook to read what can still be read; nothing is written to it.

        Raises
        ------
        WorkbookDamaged
            Nothing can be read.

        """
        path = folder / FILE
        opening.refuse_absent(path)
        with translated(path):
            db = opening.connect(opening.address(path, "ro"))
            store = cls(db, path)
            store.sealed = trouble
            if not store.rows("SELECT 1 FROM sqlite_master WHERE name = 'person'"):
                store.close()
                raise trouble
        return store

    @classmethod
    def create(cls, folder: Path) -> "Store":
        """Make an empty workbook in `folder` and open it; an existing one is opened as it is."""
        path = folder / FILE
        with translated(path):
            private_folder(folder)
            draft = folder / f".{FILE}.{os.getpid()}"
            try:
                os.close(new_private_file(draft))
                with closing(opening.connect(opening.address(draft))) as db:
                    opening.build(db)
                # Another notebook may have started the workbook meanwhile: theirs stands.
                place_new(draft, path)
            finally:
                draft.unlink(missing_ok=True)
        return cls.open(folder)

    @classmethod
    def example(cls, tables: dict[str, list[dict[str, Any]]]) -> "Store":
        """Return a store in memory that holds `tables` and refuses every change."""
        db = opening.connect(":memory:")
        opening.build(db)
        store = cls(db, None)
        with store.change("The invented example"):
            for table, rows in tables.items():
                for row in rows:
                    insert(db, table, row)
        db.execute("PRAGMA query_only = ON")
        store.sealed = ExampleIsReadOnly(
            "This is the example with invented people, and it stays as it is. "
            "Close it and open your own workbook to add something."
        )
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
    def is_replaced(self) -> bool:
        """Whether the file in its place is another one by now, or none at all."""
        return _identity(self.path) != self._file

    @property
    def version(self) -> tuple[int, int]:
        """Two numbers that differ after any change, here or elsewhere, failed ones too."""
        elsewhere = self._db.execute("PRAGMA data_version").fetchone()[0]
        return elsewhere, self._db.total_changes + self._taken_back

    def kept(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what `make` made, until somebody changes the workbook; then it is made anew.

        Parameters
        ----------
        key
            What it is called; the same for everybody who means the same.
        make
            Works it out of the workbook.

        """
        if self._kept_of != self.version:
            self._kept_of, self._kept = self.version, {}
        kept = self._kept  # should somebody change the workbook meanwhile, this one is let go
        if key not in kept:
            kept[key] = make()
        made: _Made = kept[key]
        return made

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
            with self._transaction():
                number = insert(self._db, "change", {"label": label, "at": now()})
                self._open = Change(self._db, number)
                try:
                    yield self._open
                finally:
                    self._open = None
                if not self.one("SELECT 1 FROM history WHERE change = ?", (number,)):
                    self._db.execute("ROLLBACK")

    @contextmanager
    def unrecorded(self) -> Iterator[Change]:
        """Make one transaction of which nothing is kept: what it changes can't be taken back.

        For what the user can't see, and for what must be gone for good.
        """
        with self._changing, self._transaction():
            number = insert(self._db, "change", {"label": "", "at": now()})
            yield Change(self._db, number)
            self._db.execute("DELETE FROM history WHERE change = ?", (number,))
            self._db.execute("DELETE FROM change WHERE id = ?", (number,))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self.sealed:
            raise type(self.sealed)(str(self.sealed))
        with translated(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                if self._db.in_transaction:
                    self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                self._taken_back += 1  # SQLite goes on counting what was rolled back
                raise

    def last_change(self) -> Row | None:
        """Return the newest change that can be undone: its `id`, `label` and `at`."""
        return self.one(
            "SELECT id, label, at FROM change AS c WHERE undoes IS NULL "
            "AND NOT EXISTS (SELECT 1 FROM change WHERE undoes = c.id) ORDER BY id DESC LIMIT 1"
        )

    def undo(self, tell: Tell = silent) -> str:
        """Take back the newest change, whichever notebook made it, and return its label.

        Parameters
        ----------
        tell
            Called with a fraction from 0 to 1 and a few words while it takes its time.

        Raises
        ------
        UndoRefused
            There is nothing to undo.

        """
        last = self.last_change()
        if last is None:
            raise UndoRefused("There is nothing to undo: nothing was changed yet.")
        return self.undo_change(last["id"], tell)

    def undo_change(self, number: int, tell: Tell = silent) -> str:
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
        try:
            with self.change(f"Undid: {row['label']}") as change:
                undoing.reverse(self._db, number, change.number, tell)
        except NotAllowed as error:  # a newer row refers to one that would go
            raise UndoRefused(undoing.TOUCHED) from error
        return str(row["label"])

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def backup_to(self, path: Path) -> None:
        """Copy the whole file to `path`, also while others write."""
        with translated(path), self._changing:
            copy = sqlite3.connect(path)
            begun = not self._db.in_transaction
            try:
                if begun:  # wait for a lock as long as anywhere, and not for ever
                    self._db.execute("BEGIN")
                    self._db.execute("SELECT 1 FROM sqlite_master").fetchone()
                self._db.backup(copy)
            finally:
                copy.close()
                if begun and self._db.in_transaction:
                    self._db.execute("ROLLBACK")

    def in_memory(self) -> "Store":
        """Return a copy that is in no file: rows can be taken out of it, and nothing is kept."""
        db = opening.connect(":memory:")
        with translated(self.path), self._changing:
            self._db.backup(db)
        return Store(db, None)

    def compact(self) -> None:
        """Write the file anew without its empty places, so that nothing deleted stays in it."""
        with self._changing, translated(self.path):
            self._db.execute("VACUUM")


def _identity(path: Path | None) -> tuple[int, int] | None:
    """Return what tells a file from another one that was put in its place."""
    try:
        found = path.stat() if path else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None
