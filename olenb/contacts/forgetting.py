"""Forgetting people for good: what would go, what still holds them elsewhere, and doing it.

Nothing brings back who was forgotten: neither undo nor history knows them any more. Copies
elsewhere are named, and go only if the user says so.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from olenb.contacts import rows
from olenb.contacts.keys import folded
from olenb.core import backups, erasing, exports, schema
from olenb.core.errors import NotAllowed
from olenb.core.store import Store

_NAMES = ("name", "email", "url", "phone", "key")


@dataclass(frozen=True)
class Forgetting:
    """What forgetting some people means, before it is done.

    Attributes
    ----------
    people : tuple of int
        Their ids.
    traces : erasing.Traces
        Rows that go, and texts of the user's that name them.
    exports, inbox : tuple of Path
        Files written for others, and files brought, that may hold them still.
    backups : tuple of Path
        Backups that hold them, or that can't be looked into.
    downloads : tuple of str
        Names of files that left through a browser and may hold them still.

    """

    people: tuple[int, ...]
    traces: erasing.Traces
    exports: tuple[Path, ...] = ()
    inbox: tuple[Path, ...] = ()
    backups: tuple[Path, ...] = ()
    downloads: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What would go, in numbers."""
        people = len(self.people)
        facts = self.traces.count() - self.traces.count("person")
        mentions = sum(map(len, self.traces.mentions.values()))
        who = "1 person" if people == 1 else f"{people:,} people"
        what = f" and {_number(facts, 'fact')} about them" if facts else ""
        named = (
            f" Where you named them in {_number(mentions, 'text')} of yours, "
            f"“{erasing.SOMEBODY}” will stand."
            if mentions
            else ""
        )
        return f"{who}{what} would be gone for good: undo can't bring them back.{named}"


def look(store: Store, people: Sequence[int], home: Path | None = None) -> Forgetting:
    """Say what forgetting these people means; nothing is changed.

    Parameters
    ----------
    store
        The open workbook.
    people
        Ids.
    home
        The folder that was opened, with its inbox and exports; None looks nowhere else.

    Raises
    ------
    NotFound
        One of them isn't there.
    NotAllowed
        One of them is the user.

    """
    wanted = [rows.person(store, number) for number in people]
    if any(row["is_ego"] for row in wanted):
        raise NotAllowed(
            "You can't be forgotten by your own workbook: `olenb forget --everything` wipes it. "
            "Nothing was changed."
        )
    ids = {int(row["id"]) for row in wanted}
    gone, texts = _about(store, ids)
    return Forgetting(
        tuple(sorted(ids)),
        erasing.traces(store, gone, _telling(texts)),
        tuple(path for path, _, _ in exports.still_there(store)),
        tuple(_holding(home / "inbox", texts)) if home else (),
        tuple(_backups_holding(store, texts)),
        tuple(exports.downloaded(store)),
    )


def rows_about(store: Store, people: Collection[int]) -> dict[str, set[int]]:
    """Return all rows that are about some people, by table, and places that nothing else names.

    Parameters
    ----------
    store
        The open workbook.
    people
        Ids.

    """
    return dict(erasing.traces(store, _about(store, set(people))[0]).gone)


def forget(store: Store, what: Forgetting) -> bool:
    """Forget for good what was looked at; tell whether the file was written anew as well."""
    return erasing.erase(store, what.traces)


def remove_backups(store: Store, what: Forgetting) -> int:
    """Delete the backups that hold the forgotten, make one without them; return how many went."""
    for path in what.backups:
        backups.remove(path)
    if what.backups:
        backups.make(store, backups.ROUTINE)
    return len(what.backups)


def _about(store: Store, ids: set[int]) -> tuple[dict[str, Collection[int]], set[str]]:
    """Return the rows that are them or theirs alone, and every text that is known to be them."""
    texts = {text for number in ids for text in _names(rows.person(store, number))}
    texts |= _keys(store, ids) | _once_called(store, ids)
    aliases = _merged_into(store, ids, texts)
    texts |= {text for was in aliases.values() for text in _names(was)}
    gone: dict[str, Collection[int]] = {"person": ids | set(aliases)}
    places = _only_theirs(store, erasing.traces(store, gone))
    return ({**gone, "organization": places} if places else gone), texts


def _names(row: sqlite3.Row | dict[str, object]) -> set[str]:
    texts = (row[name] for name in _NAMES if name in row.keys())  # noqa: SIM118 - a Row has no in
    return {text for text in texts if isinstance(text, str) and text.strip()}


def _keys(store: Store, ids: Iterable[int]) -> set[str]:
    sql = "SELECT key FROM identifier WHERE person IN (SELECT value FROM json_each(?))"
    return {row["key"] for row in store.rows(sql, (json.dumps(list(ids)),))}


def _once_called(store: Store, ids: Iterable[int]) -> set[str]:
    """Return the names and addresses that they had before they were corrected."""
    sql = (
        "WITH them AS MATERIALIZED (SELECT value FROM json_each(?)) "
        "SELECT was FROM history WHERE was IS NOT NULL AND (tbl = 'person' AND row IN them "
        "OR tbl = 'identifier' AND json_extract(was, '$.person') IN them)"
    )
    found = (json.loads(row["was"]) for row in store.rows(sql, (json.dumps(list(ids)),)))
    return {text for was in found for text in _names(was)}


def _telling(texts: Iterable[str]) -> set[str]:
    """Return the texts that can only be about them: a single short word may be any word."""
    return {text for text in texts if len(text.split()) > 1 or len(text) > 7 or "@" in text}


def _merged_into(store: Store, ids: set[int], texts: set[str]) -> dict[int, dict[str, object]]:
    """Return people who are no longer there and were the same: by name, address or a merge."""
    rows_of_theirs = erasing.traces(store, {"person": ids}).gone
    said = {folded(text) for text in texts}
    found: dict[int, dict[str, object]] = {}
    for past in store.rows(
        "SELECT row, was FROM history WHERE tbl = 'person' AND op = 'delete' "
        "AND was IS NOT NULL AND row NOT IN (SELECT id FROM person)"
    ):
        was = json.loads(past["was"])
        is_same = {folded(text) for text in _names(was)} & said
        if is_same or _named_by(store, past["row"], rows_of_theirs):
            found[int(past["row"])] = was
    return found


def _named_by(store: Store, person: int, theirs: erasing.Rows) -> bool:
    """Tell whether a row that is theirs today once named this person."""
    return any(
        past["row"] in theirs.get(table, ())
        for table, column in schema.references("person")
        for past in store.rows(
            f"SELECT row FROM history WHERE tbl = ? AND json_extract(was, '$.{column}') = ?",  # noqa: S608 - names from the schema
            (table, person),
        )
    )


def _only_theirs(store: Store, found: erasing.Traces) -> set[int]:
    """Return the places that nothing else names: they would tell where somebody was."""
    places = {
        row["organization"]
        for number in found.gone.get("affiliation", ())
        for row in store.rows("SELECT organization FROM affiliation WHERE id = ?", (number,))
    }
    return {place for place in places if not _is_named_elsewhere(store, place, found.gone)}


def _is_named_elsewhere(store: Store, place: int, gone: erasing.Rows) -> bool:
    return any(
        row["id"] not in gone.get(table, ())
        for table, column in schema.references("organization")
        if table != "alias"
        for row in store.rows(f"SELECT id FROM {table} WHERE {column} = ?", (place,))  # noqa: S608 - names from the schema
    )


def _holding(folder: Path, texts: Iterable[str]) -> list[Path]:
    """Return the files below a folder in whose bytes one of the texts stands."""
    needles = {
        text.encode(code)
        for text in texts
        for code in ("utf-8", "utf-16-le", "cp1252")
        if _fits(text, code)
    }
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if _stands_in(path, needles)]


def _fits(text: str, code: str) -> bool:
    try:
        return bool(text.encode(code))
    except UnicodeEncodeError:
        return False


def _stands_in(path: Path, needles: Collection[bytes]) -> bool:
    content = path.read_bytes()
    return content[:2] == b"PK" or any(needle in content for needle in needles)


def _backups_holding(store: Store, texts: set[str]) -> list[Path]:
    """Return the backups with one of these names or addresses, or that can't be looked into."""
    if store.folder is None:
        return []
    return [each.path for each in backups.listed(store.folder) if _holds(each.path, texts)]


def _holds(backup: Path, texts: set[str]) -> bool:
    marks = ", ".join("?" * len(texts))
    looks = (
        f"SELECT 1 FROM person WHERE name IN ({marks})",  # noqa: S608 - only marks
        f"SELECT 1 FROM identifier WHERE key IN ({marks})",  # noqa: S608
        f"SELECT 1 FROM history WHERE json_extract(was, '$.name') IN ({marks})",  # noqa: S608
        f"SELECT 1 FROM history WHERE json_extract(was, '$.key') IN ({marks})",  # noqa: S608
    )
    try:
        with closing(sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)) as db:
            return any(db.execute(sql, tuple(texts)).fetchone() for sql in looks)
    except sqlite3.Error:
        return True


def _number(n: int, one: str) -> str:
    return f"{n:,} {one if n == 1 else one + 's'}"
