"""The tables of a workbook as arrays, in one SELECT per table.

SQLite joins each table into one text of numbers, which numpy reads at once: at 100,000 ties several
times as fast as fetching rows. All SQL in here is made of words and numbers of our own.
"""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

import numpy as np

from olenb.contacts.keys import folded
from olenb.core import store as stores
from olenb.core.store import Store
from olenb.core.terms import (
    ASKS,
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
    f"WHERE kind IN ({', '.join(repr(each.value) for each in ASKS)}) "
    f"AND (reply IS NULL OR reply = '{Reply.WILL_ASK}') GROUP BY person"
)
_OVER = "(coalesce(stop, '') <> '' AND stop < substr('{today}', 1, length(stop)))"
_POSTS = (
    "SELECT id, person, organization, "  # noqa: S608
    f"((current IS 1 OR (current IS NULL AND coalesce(stop, '') = '')) AND NOT {_OVER}) "
    f"+ 2 * (current IS 0 OR {_OVER}) + 4 * (kind <> '{AffiliationKind.STUDY}') FROM affiliation"
)
_HERE, _LEFT, _WORKS = 1, 2, 4
_TEAMS = (
    "SELECT id, department, CAST(substr(start, 1, 4) AS INTEGER), "
    "CASE WHEN coalesce(stop, '') <> '' THEN CAST(substr(stop, 1, 4) AS INTEGER) "
    "WHEN current IS 1 THEN CAST(substr(?, 1, 4) AS INTEGER) ELSE 0 END "
    "FROM affiliation WHERE department <> '' AND start <> ''"
)
_SCHOOLS = "SELECT id, school FROM person WHERE school <> ''"
_YEARS = "SELECT id, class_year FROM person WHERE class_year > 0"
_SAID = "SELECT id, {} FROM person WHERE coalesce({}) IS NOT NULL".format(  # noqa: S608
    ", ".join(_case(name, [(Known.YES, 1), (Known.NO, -1)], 0) for name in CRITERIA),
    ", ".join(CRITERIA),
)


def read(store: Store, today: str | None = None) -> Network:
    """Read the network out of a workbook; it is kept until somebody changes the workbook.

    Parameters
    ----------
    store
        The open workbook.
    today
        The date, ISO 8601, that decides what is over; None takes the user's own date.

    """
    day = today or stores.today()
    state = (*store.version, day)
    kept = _KEPT.get(store)
    if kept is None or kept[0] != state:
        kept = _KEPT[store] = (state, fresh(store, day))
    return kept[1]


_KEPT: WeakKeyDictionary[Store, tuple[tuple[int, int, str], Network]] = WeakKeyDictionary()


def fresh(store: Store, today: str) -> Network:
    """Read the network anew, whatever was kept."""
    ego = store.one("SELECT id FROM person WHERE is_ego = 1")
    ids = np.sort(_column(store, "SELECT id FROM person"))
    packed = _column(store, _TIES)
    person, willingness, closeness = _rows(store, _MINE, 3)
    below = (1 << _BITS) - 1
    return build(
        ids,
        int(ego["id"]) if ego else 0,
        ties=(packed >> (_BITS + 2), (packed >> 2) & below, packed & 3),
        mine=(person, willingness, closeness),
        posts=_posts(store, today),
        people=_facts(store, ids),
    )


def _posts(store: Store, today: str) -> dict[str, Numbers]:
    """Return what `build` takes about posts; years only where there is a department."""
    posts = _rows(store, _POSTS.format(today=today), 4)
    ids, person, organization, flags = posts[:, np.argsort(posts[0])]
    teams = store.rows(_TEAMS, (today,))
    rows = np.searchsorted(ids, [row[0] for row in teams])
    start, stop, department = np.zeros((3, len(ids)), dtype=np.int64)
    start[rows], stop[rows] = [row[2] for row in teams], [row[3] for row in teams]
    department[rows] = _codes(row[1] for row in teams)
    return {
        "person": person,
        "organization": organization,
        "here": flags & _HERE,
        "left": flags & _LEFT,
        "works": flags & _WORKS,
        "start": start,
        "stop": stop,
        "department": department,
    }


def _facts(store: Store, ids: Numbers) -> dict[str, Numbers]:
    """Return what `build` takes about people, by sorted id."""
    asked, count = _rows(store, _OPEN_ASKS, 2)
    open_asks = np.zeros(len(ids), dtype=np.int64)
    open_asks[np.searchsorted(ids, asked)] = count
    school, class_year = np.zeros((2, len(ids)), dtype=np.int64)
    studied = store.rows(_SCHOOLS)
    school[np.searchsorted(ids, [row[0] for row in studied])] = _codes(row[1] for row in studied)
    person, year = _rows(store, _YEARS, 2)
    class_year[np.searchsorted(ids, person)] = year
    said = _rows(store, _SAID, 1 + len(CRITERIA))
    criteria = np.zeros((len(ids), len(CRITERIA)), dtype=np.int64)
    criteria[np.searchsorted(ids, said[0])] = said[1:].T
    return {
        "school": school,
        "class_year": class_year,
        "open_asks": open_asks,
        "criteria": criteria,
    }


def _codes(words: Iterable[str]) -> list[int]:
    """Return a code per word, the same for the same word; 0 for a blank one."""
    codes: dict[str, int] = {"": 0}
    return [codes.setdefault(folded(word), len(codes)) for word in words]


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
