"""Taking a change back: its rows in the reverse order, many of a kind in one go."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby

from olenb.core import schema
from olenb.core.change import Row, known
from olenb.core.errors import UndoRefused
from olenb.core.progress import Tell, silent

TOUCHED = (
    "Something that you did later builds on this, so taking it back would take more with it. "
    "Nothing was changed. Undo the later steps first."
)
_CHUNK = 2_000
_SAYS = "Taking it back"


def reverse(db: sqlite3.Connection, number: int, by: int, tell: Tell = silent) -> None:
    """Take back change `number` as a part of the open change `by`.

    What an undo does is noted without the rows' contents: nobody redoes it, and what was taken
    back would stay in the file.

    Raises
    ------
    UndoRefused
        A newer change touches the same rows.

    """
    _refuse_if_touched_later(db, number)
    past = db.execute(
        "SELECT tbl, row, op, was FROM history WHERE change = ? ORDER BY id DESC", (number,)
    ).fetchall()
    with unrecorded(db, {row["tbl"] for row in past}):
        done = 0
        for rows in _alike(past):
            _put_back(db, rows)
            done += len(rows)
            tell(done / len(past), _SAYS)
    db.execute("UPDATE change SET undoes = ? WHERE id = ?", (number, by))
    db.execute(
        "INSERT INTO history (change, tbl, row, op) SELECT ?, tbl, row, CASE op "
        "WHEN 'insert' THEN 'delete' WHEN 'delete' THEN 'insert' ELSE op END "
        "FROM history WHERE change = ? ORDER BY id DESC",
        (by, number),
    )


@contextmanager
def unrecorded(db: sqlite3.Connection, tables: set[str]) -> Iterator[None]:
    """Leave out the history of some tables for a part of the open transaction.

    If anything goes wrong, the transaction brings the triggers back with all the rest.
    """
    triggers = {k: v for name in sorted(tables) for k, v in schema.TABLES[name].triggers.items()}
    for name in triggers:
        db.execute(f"DROP TRIGGER {name}")
    yield
    for statement in triggers.values():
        db.execute(statement)


def _alike(past: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows in their order, in runs that one statement puts back."""
    for _, group in groupby(past, key=lambda row: (row["tbl"], row["op"])):
        rows = list(group)
        yield from (rows[start : start + _CHUNK] for start in range(0, len(rows), _CHUNK))


def _put_back(db: sqlite3.Connection, rows: list[Row]) -> None:
    """Reverse one run of rows of one table; columns go into SQL only if declared."""
    table, op = rows[0]["tbl"], rows[0]["op"]
    if op == "insert":
        ids = [(row["row"],) for row in rows]
        db.executemany(f"DELETE FROM {table} WHERE id = ?", ids)
        return
    befores = [json.loads(row["was"]) for row in rows]
    names = known(table, befores[0])
    if op == "delete":
        marks = ", ".join("?" * len(names))
        sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
        db.executemany(sql, [[was[name] for name in names] for was in befores])
        return
    sql = f"UPDATE {table} SET {', '.join(f'{n} = ?' for n in names)} WHERE id = ?"
    pairs = zip(befores, rows, strict=True)
    db.executemany(sql, [[*(was[name] for name in names), row["row"]] for was, row in pairs])


def _refuse_if_touched_later(db: sqlite3.Connection, number: int) -> None:
    touched = db.execute(
        "SELECT 1 FROM history AS mine JOIN history AS later "
        "ON later.tbl = mine.tbl AND later.row = mine.row AND later.change > mine.change "
        "JOIN change AS c ON c.id = later.change WHERE mine.change = ? AND c.undoes IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM change AS u WHERE u.undoes = c.id) LIMIT 1",
        (number,),
    ).fetchone()
    if touched:
        raise UndoRefused(TOUCHED)
