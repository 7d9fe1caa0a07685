"""Taking rows out for good: what hangs on them, what they were, and words that name them.

Undo keeps what every row was, so a row that is merely deleted is still in the file. Here the
history goes too, nothing is recorded, and the file is written anew.
"""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from olenb.core import schema
from olenb.core.change import Change, Row
from olenb.core.errors import WorkbookBusy, WorkbookReadOnly
from olenb.core.store import Store

SOMEBODY = "somebody"
"""What stands in the user's own words where a name was."""

GOES_ALONG = frozenset({("draft", "via"), ("draft", "about"), ("permission", "towards")})
"""Optional references without which a row makes no sense, or says too much."""

NO_PROSE = frozenset(
    {
        *(("person", name) for name in ("name", "email", "url", "phone")),
        *((table, name) for table in ("organization", "alias") for name in ("name", "key")),
        ("identifier", "key"),
    }
)
"""Columns whose texts are somebody's or something's own name, and not the user's words."""

Rows = Mapping[str, Collection[int]]


@dataclass(frozen=True)
class Traces:
    """What would go, and what names it elsewhere.

    Attributes
    ----------
    gone : mapping of str to set of int
        Rows by their table.
    words : re.Pattern or None
        What is taken out of the user's own texts.
    mentions : mapping of str to set of int
        Rows that stay, with texts in which the words stand.

    """

    gone: Mapping[str, set[int]]
    words: re.Pattern[str] | None = None
    mentions: Mapping[str, set[int]] = field(default_factory=dict)

    def count(self, *tables: str) -> int:
        """Return how many rows would go, all of them or those of some tables."""
        return sum(len(ids) for name, ids in self.gone.items() if not tables or name in tables)


def traces(store: Store, rows: Rows, texts: Iterable[str] = ()) -> Traces:
    """Find what hangs on some rows, and where in the user's words they are named.

    Parameters
    ----------
    store
        The open workbook.
    rows
        Ids by table; rows that were deleted long ago may be among them.
    texts
        Names and addresses to look for; each is found as a whole, in any case.

    """
    gone = _all_of_it(store, rows)
    words = pattern(texts)
    return Traces(gone, words, _mentions(store, gone, words) if words else {})


def erase(store: Store, found: Traces) -> bool:
    """Take it all out for good, from the tables, from history and from the bytes of the file.

    Returns
    -------
    bool
        Whether the file could be written anew as well. Where another notebook is reading, or
        there is no room, scraps may be left in it until `Store.compact` is called again.

    """
    with store.unrecorded() as change:
        for table, ids in found.gone.items():
            change.run_many(f"DELETE FROM {table} WHERE id = ?", [(number,) for number in ids])
        _clear_references(store, change, found.gone)
        _purge_history(change, found)
        _take_out_words(store, change, found)
        change.run(
            "DELETE FROM change WHERE id < ? AND undoes IS NULL "
            "AND NOT EXISTS (SELECT 1 FROM history WHERE change = change.id) "
            "AND NOT EXISTS (SELECT 1 FROM change AS u WHERE u.undoes = change.id)",
            (change.number,),
        )
    try:
        store.compact()
    except (WorkbookBusy, WorkbookReadOnly):
        return False
    return True


def pattern(texts: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds any of the texts as a whole, however its parts are joined.

    >>> bool(pattern(["Ana Ruiz"]).search("as ANA_RUIZ.vcf says"))
    True
    >>> bool(pattern(["Ana Ruiz"]).search("Diana Ruizé"))
    False
    """
    parts = [r"[\s_.\-]+".join(map(re.escape, text.split())) for text in texts if text.strip()]
    if not parts:
        return None
    longest_first = "|".join(sorted(set(parts), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{longest_first})(?![^\W_])", re.IGNORECASE)


def _all_of_it(store: Store, rows: Rows) -> dict[str, set[int]]:
    """Return these rows and all that can't stand without them."""
    gone: dict[str, set[int]] = defaultdict(set)
    open_ends = [(table, number) for table, ids in rows.items() for number in ids]
    while open_ends:
        table, number = open_ends.pop()
        if number in gone[table]:
            continue
        gone[table].add(number)
        for where, column in schema.references(table):
            if _goes_along(where, column):
                sql = f"SELECT id FROM {where} WHERE {column} = ?"
                open_ends += [(where, row["id"]) for row in store.rows(sql, (number,))]
    return {table: ids for table, ids in gone.items() if ids}


def _goes_along(table: str, column: str) -> bool:
    required = any(c.required for c in schema.TABLES[table].columns if c.name == column)
    return required or (table, column) in GOES_ALONG


def _clear_references(store: Store, change: Change, gone: Rows) -> None:
    """Empty the optional references to what goes."""
    for table, ids in gone.items():
        for where, column in schema.references(table):
            if not _goes_along(where, column):
                sql = f"UPDATE {where} SET {column} = NULL WHERE {column} = ?"
                change.run_many(sql, [(number,) for number in ids])


def _purge_history(change: Change, found: Traces) -> None:
    """Forget what these rows were, and what once named them."""
    change.run("CREATE TEMP TABLE IF NOT EXISTS gone (tbl TEXT, id INTEGER, PRIMARY KEY (tbl, id))")
    change.run("DELETE FROM gone")
    pairs = [(table, number) for table, ids in found.gone.items() for number in ids]
    change.run_many("INSERT INTO gone VALUES (?, ?)", pairs)
    change.run("DELETE FROM history WHERE (tbl, row) IN (SELECT tbl, id FROM gone)")
    for table in found.gone:
        for where, column in schema.references(table):
            named = (
                f"tbl = '{where}' AND was IS NOT NULL AND json_extract(was, '$.{column}') IN "
                f"(SELECT id FROM gone WHERE tbl = '{table}')"
            )
            if _goes_along(where, column):
                change.run(f"DELETE FROM history WHERE {named}")
            else:
                change.run(
                    f"UPDATE history SET was = json_set(was, '$.{column}', NULL) WHERE {named}"
                )
    change.run("DELETE FROM gone")


def _take_out_words(store: Store, change: Change, found: Traces) -> None:
    """Put "somebody" where the user's own words name who goes, today and in history."""
    if found.words is None:
        return
    for table, ids in found.mentions.items():
        for number in ids:
            row = store.rows(f"SELECT * FROM {table} WHERE id = ?", (number,))[0]
            change.update(table, number, **_without(table, row, found.words))
    for past in store.rows("SELECT id, tbl, was FROM history WHERE was IS NOT NULL"):
        if found.words.search(past["was"]) is None:
            continue
        was = json.loads(past["was"])
        was |= _without(past["tbl"], was, found.words)
        said = json.dumps(was, ensure_ascii=False)
        change.run("UPDATE history SET was = ? WHERE id = ?", (said, past["id"]))
    found_in = store.rows("SELECT id, file FROM exported")
    named = [(row["id"],) for row in found_in if found.words.search(row["file"])]
    change.run_many("DELETE FROM exported WHERE id = ?", named)


def _mentions(store: Store, gone: Rows, words: re.Pattern[str]) -> dict[str, set[int]]:
    found = {}
    for table in schema.TABLES.values():
        if not table.recorded or not prose(table.name):
            continue
        ids = {
            row["id"]
            for row in store.rows(f"SELECT * FROM {table.name}")
            if row["id"] not in gone.get(table.name, ()) and _without(table.name, row, words)
        }
        if ids:
            found[table.name] = ids
    return found


def _without(table: str, row: Row | dict[str, object], words: re.Pattern[str]) -> dict[str, str]:
    """Return the texts of a row that change when the words are taken out."""
    texts = {name: row[name] for name in prose(table) if name in row.keys()}  # noqa: SIM118
    new = {name: words.sub(SOMEBODY, text) for name, text in texts.items() if isinstance(text, str)}
    return {name: text for name, text in new.items() if text != texts[name]}


@cache
def prose(table: str) -> tuple[str, ...]:
    """Return the columns of a table that may hold the user's own words.

    Parameters
    ----------
    table
        A name in `schema.TABLES`.

    """
    return tuple(
        column.name
        for column in schema.TABLES[table].columns
        if column.sql_type == "TEXT"
        and column.allowed is None
        and not column.dated
        and (table, column.name) not in NO_PROSE
    )
