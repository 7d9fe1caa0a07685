"""The tables of a workbook as arrays, in one SELECT per table.

SQLite joins each table into one text of numbers, which numpy reads at once: at 100,000 ties several
times as fast as fetching rows. All SQL in here is made of words and numbers of our own.
"""

from collections.abc import Iterable

import numpy as np

from olenb.contacts.keys import folded
from olenb.core import store as stores
from olenb.core.store import Store
from olenb.core.terms import (
    CRITERIA,
    EVIDENCE_RANK,
    WILLINGNESS_RANK,
    AffiliationKind,
    Known,
    Reply,
    Willingness,
)
from olenb.network.arrays import UNKNOWN_CLOSENESS, Network, build
from olenb.network.ragged import Numbers

_BITS = 30  # two ids below 2**30 and two bits of evidence share one 64-bit number


def _case(column: str, words: Iterable[tuple[str | None, int]], other: int) -> str:
    """Return SQL that turns words of our own into numbers."""
    cases = " ".join(f"WHEN '{word}' THEN {number}" for word, number in words if word)
    return f"CASE coalesce({column}, '') {cases} ELSE {other} END"


_EGO = "(SELECT id FROM person WHERE is_ego = 1)"
_EVIDENCE = _case("evidence", EVIDENCE_RANK.items(), 1)
_TIES = (
    f"SELECT (a << {_BITS + 2}) + (b << 2) + {_EVIDENCE} AS packed FROM tie "  # noqa: S608
    f"WHERE a IS NOT {_EGO} AND b IS NOT {_EGO}"
)
_WILLING = _case(
    "willingness",
    [*WILLINGNESS_RANK.items(), (Willingness.RATHER_NOT, 0)],
    WILLINGNESS_RANK[None],
)
_MINE = (
    f"SELECT a + b - {_EGO}, {_WILLING}, coalesce(closeness, {UNKNOWN_CLOSENESS}) "  # noqa: S608
    f"FROM tie WHERE a = {_EGO} OR b = {_EGO}"
)
_OPEN_ASKS = (
    "SELECT person, count(*) FROM touch "  # noqa: S608
    f"WHERE reply IS NULL OR reply = '{Reply.WILL_ASK}' GROUP BY person"
)
_OVER = "(coalesce(stop, '') <> '' AND stop < substr('{today}', 1, length(stop)))"
_POSTS = (
    "SELECT person, organization, "  # noqa: S608
    f"(current IS 1 OR (current IS NULL AND coalesce(stop, '') = '')) AND NOT {_OVER}, "
    f"current IS 0 OR {_OVER}, "
    "coalesce(CAST(substr(start, 1, 4) AS INTEGER), 0), "
    "CASE WHEN coalesce(stop, '') <> '' THEN CAST(substr(stop, 1, 4) AS INTEGER) "
    "WHEN current IS 1 THEN CAST(substr('{today}', 1, 4) AS INTEGER) ELSE 0 END, "
    f"dense_rank() OVER (ORDER BY department) - 1, kind <> '{AffiliationKind.STUDY}' "
    "FROM affiliation ORDER BY id"
)
_STUDIES = "SELECT id, dense_rank() OVER (ORDER BY school) - 1, coalesce(class_year, 0) FROM person"
_SAID = "SELECT id, {} FROM person WHERE coalesce({}) IS NOT NULL".format(  # noqa: S608
    ", ".join(_case(name, [(Known.YES, 1), (Known.NO, -1)], 0) for name in CRITERIA),
    ", ".join(CRITERIA),
)
_POST_COLUMNS = (
    *("person", "organization", "here", "left", "start", "stop", "department", "works"),
)


def read(store: Store, today: str | None = None) -> Network:
    """Read the network out of a workbook.

    Parameters
    ----------
    store
        The open workbook.
    today
        The date, ISO 8601, that decides what is over; None takes the user's own date.

    """
    ego = store.one("SELECT id FROM person WHERE is_ego = 1")
    ids = np.sort(_column(store, "SELECT id FROM person"))
    packed = _column(store, _TIES)
    person, willingness, closeness = _rows(store, _MINE, 3)
    below = (1 << _BITS) - 1
    posts = _rows(store, _POSTS.format(today=today or stores.today()), len(_POST_COLUMNS))
    by_name = dict(zip(_POST_COLUMNS, posts, strict=True))
    by_name["department"] = _codes(store, "affiliation", "department")[by_name["department"]]
    return build(
        ids,
        int(ego["id"]) if ego else 0,
        ties=(packed >> (_BITS + 2), (packed >> 2) & below, packed & 3),
        mine=(person, willingness, closeness),
        posts=by_name,
        people=_facts(store, ids),
    )


def _facts(store: Store, ids: Numbers) -> dict[str, Numbers]:
    """Return what `build` takes about people, by sorted id."""
    studies = _rows(store, _STUDIES, 3)
    _, school, class_year = studies[:, np.argsort(studies[0])]
    asked, count = _rows(store, _OPEN_ASKS, 2)
    open_asks = np.zeros(len(ids), dtype=np.int64)
    open_asks[np.searchsorted(ids, asked)] = count
    said = _rows(store, _SAID, 1 + len(CRITERIA))
    criteria = np.zeros((len(ids), len(CRITERIA)), dtype=np.int64)
    criteria[np.searchsorted(ids, said[0])] = said[1:].T
    return {
        "school": _codes(store, "person", "school")[school],
        "class_year": class_year,
        "open_asks": open_asks,
        "criteria": criteria,
    }


def _codes(store: Store, table: str, column: str) -> Numbers:
    """Return a code per spelling of a column, in the order of dense_rank(); blank ones get 0."""
    rows = store.rows(f"SELECT DISTINCT {column} AS word FROM {table} ORDER BY 1")  # noqa: S608
    codes: dict[str, int] = {"": 0}
    words = (folded(row["word"] or "") for row in rows)
    return np.array([codes.setdefault(word, len(codes)) for word in words], dtype=np.int64)


def _rows(store: Store, sql: str, width: int) -> Numbers:
    """Return the columns of a SELECT of numbers, one row of the array each."""
    names = [f"c{n}" for n in range(width)]
    both = " || ' ' || ".join(names)
    select = f"SELECT group_concat({both}, ' ') FROM t"  # noqa: S608
    text = store.rows(f"WITH t({', '.join(names)}) AS ({sql}) {select}")
    return _parsed(text[0][0]).reshape(-1, width).T


def _column(store: Store, sql: str) -> Numbers:
    """Return the only column of a SELECT of numbers."""
    return _parsed(store.rows(f"WITH t(c) AS ({sql}) SELECT group_concat(c, ' ') FROM t")[0][0])  # noqa: S608


def _parsed(text: str | None) -> Numbers:
    return np.fromstring(text, dtype=np.int64, sep=" ") if text else np.zeros(0, dtype=np.int64)
