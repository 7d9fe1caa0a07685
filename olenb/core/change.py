"""Writing rows; columns go into SQL only if the schema declares them."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from olenb.core import schema

Row = sqlite3.Row
_MANY = 50
"""From this many rows on they are kept in the history by one statement."""


class Change:
    """The writing side of one transaction; see `Store.change`."""

    def __init__(self, db: sqlite3.Connection, number: int):
        self._db = db
        self.number = number

    def insert(self, table: str, **values: Any) -> int:
        """Insert one row and return its id."""
        return self.insert_many(table, [values])[0]

    def insert_many(self, table: str, rows: Sequence[dict[str, Any]]) -> list[int]:
        """Insert rows of one shape in one go and return their ids, in order.

        Parameters
        ----------
        table
            A name in `schema.TABLES`.
        rows
            Dicts with the same keys.

        """
        if not rows:
            return []
        names = known(table, rows[0])
        last = self._db.execute(
            "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0)", (table,)
        ).fetchone()[0]
        ids = range(last + 1, last + 1 + len(rows))
        marks = ", ".join("?" * (len(names) + 1))
        sql = f"INSERT INTO {table} (id, {', '.join(names)}) VALUES ({marks})"
        values = (
            [number, *(row[name] for name in names)] for number, row in zip(ids, rows, strict=True)
        )
        with self._kept_at_once(table, ids):
            self._db.executemany(sql, values)
        return list(ids)

    @contextmanager
    def _kept_at_once(self, table: str, ids: range) -> Iterator[None]:
        """Keep the history of many new rows by one statement: a trigger takes most of their time.

        Where something goes wrong, what was inserted till then is in the history as well.
        """
        name = f"{table}_insert"
        trigger = schema.TABLES[table].triggers.get(name)
        if trigger is None or len(ids) < _MANY:
            yield
            return
        self._db.execute(f"DROP TRIGGER {name}")
        try:
            yield
        finally:
            if self._db.in_transaction:  # else SQLite itself took everything back
                self._db.execute(
                    "INSERT INTO history (change, tbl, row, op) "
                    f"SELECT ?, ?, id, 'insert' FROM {table} WHERE id BETWEEN ? AND ? ORDER BY id",
                    (self.number, table, ids[0], ids[-1]),
                )
                self._db.execute(trigger)

    def update(self, table: str, row: int, **values: Any) -> None:
        """Set columns of one row."""
        names = known(table, values)
        self._db.execute(
            f"UPDATE {table} SET {', '.join(f'{n} = ?' for n in names)} WHERE id = ?",
            (*values.values(), row),
        )

    def delete(self, table: str, row: int) -> None:
        """Delete one row."""
        known(table, {})
        self._db.execute(f"DELETE FROM {table} WHERE id = ?", (row,))

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Run one statement of our own; values are bound, and nothing else comes from outside."""
        self._db.execute(sql, values)

    def run_many(self, sql: str, values: Sequence[Sequence[Any]]) -> None:
        """Run one statement of our own for each of the values."""
        self._db.executemany(sql, values)


def known(table: str, values: Iterable[str]) -> list[str]:
    """Return the column names, which go into SQL, only if the schema declares them."""
    names = list(values)
    unknown = set(names) - set(schema.TABLES[table].names)
    if unknown:
        raise KeyError(f"no such column in {table}: {sorted(unknown)}")
    return names


def insert(db: sqlite3.Connection, table: str, row: dict[str, Any]) -> int:
    """Insert one row as it is and return its id."""
    names = known(table, row)
    marks = ", ".join("?" * len(names))
    sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
    return db.execute(sql, tuple(row.values())).lastrowid or 0
