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

_BITS = 30  # two ids below 2**30 and three bits of facts share one 64-bit number


def _case(column: str, words: Iterable[tuple[str | None, int]], other: int) -> str:
    """Return SQL that turns words of our own into numbers; NULL and the rest are `other`."""
    named = [(word, number) for word, number in words if word and number != other]
    cases = " ".join(f"WHEN '{word}' THEN {number}" for word, number in named)
    return f"CASE {column} {cases} ELSE {other} END"


_EGO = "(SELECT id FROM person WHERE is_ego = 1)"
_EVIDENCE = _case("evidence", EVIDENCE_RANK.items(), 1)
_TIES = f"SELECT (a << {_BITS + 2}) + (b << 2) + {_EVIDENCE} FROM tie"  # noqa: S608
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
_HERE, _LEFT, _WORKS = 1, 2, 4
_STILL = f"CASE current WHEN 0 THEN {_LEFT} ELSE {_HERE} END"
_STATE = (
    f"CASE WHEN stop IS NULL OR stop = '' THEN {_STILL} "
    f"WHEN stop < substr('{{today}}', 1, length(stop)) THEN {_LEFT} "
    f"WHEN current IS NULL THEN 0 ELSE {_STILL} END "
    f"+ CASE kind WHEN '{AffiliationKind.STUDY}' THEN 0 ELSE {_WORKS} END"
)
# Posts with a department and a year may make a team, and are read with both; the others are many.
_ALONE = "department IS NULL OR department = '' OR start IS NULL OR start = ''"
_POSTS = (
    f"SELECT (person << {_BITS + 3}) + (organization << 3) + {_STATE} "  # noqa: S608
    f"FROM affiliation WHERE {_ALONE}"
)
_TEAMS = (
    f"SELECT (person << {_BITS + 3}) + (organization << 3) + {_STATE}, department, "  # noqa: S608
    "CAST(substr(start, 1, 4) AS INTEGER), "
    "CASE WHEN coalesce(stop, '') <> '' THEN CAST(substr(stop, 1, 4) AS INTEGER) "
    "WHEN current IS 1 THEN CAST(substr('{today}', 1, 4) AS INTEGER) ELSE 0 END "
    f"FROM affiliation WHERE NOT ({_ALONE}) ORDER BY id"
)
_SCHOOLS = "SELECT id, school FROM person WHERE school <> ''"
_SAID = {Known.YES: 1, Known.NO: 2}
_YEAR, _ID = 2 * len(CRITERIA), 12 + 2 * len(CRITERIA)  # where a year and an id begin
_CRITERIA = " + ".join(
    f"({_case(name, _SAID.items(), 0)} << {2 * n})" for n, name in enumerate(CRITERIA)
)
_PEOPLE = (
    f"SELECT (id << {_ID}) + (coalesce(class_year, 0) << {_YEAR}) "  # noqa: S608
    f"+ iif(coalesce({', '.join(CRITERIA)}) IS NULL, 0, {_CRITERIA}) FROM person"
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
    return store.kept(("network", day), lambda: fresh(store, day))


def fresh(store: Store, today: str) -> Network:
    """Read the network anew, whatever was kept."""
    row = store.one("SELECT id FROM person WHERE is_ego = 1")
    ego = int(row["id"]) if row else 0
    people = np.sort(_column(store, _PEOPLE))
    ids = people >> _ID
    return build(
        ids,
        ego,
        ties=_ties(store, ego),
        mine=tuple(_rows(store, _MINE, 3)),
        posts=_posts(store, today),
        people=_facts(store, ids, people),
    )


def _ties(store: Store, ego: int) -> tuple[Numbers, Numbers, Numbers]:
    """Return who knows whom and the rank of the evidence, without the user's own ties."""
    packed = _column(store, _TIES)
    a, b = packed >> (_BITS + 2), packed >> 2 & (1 << _BITS) - 1
    others = (a != ego) & (b != ego)
    return a[others], b[others], packed[others] & 3


def _posts(store: Store, today: str) -> dict[str, Numbers]:
    """Return what `build` takes about posts; years only where there is a department."""
    alone = _column(store, _POSTS.format(today=today))
    teams = store.rows(_TEAMS.format(today=today))
    packed = np.concatenate([alone, np.array([row[0] for row in teams], dtype=np.int64)])
    start, stop, department = np.zeros((3, len(packed)), dtype=np.int64)
    rows = slice(len(alone), None)
    start[rows], stop[rows] = [row[2] for row in teams], [row[3] for row in teams]
    department[rows] = _codes(row[1] for row in teams)
    return {
        "person": packed >> (_BITS + 3),
        "organization": packed >> 3 & (1 << _BITS) - 1,
        "here": packed & _HERE,
        "left": packed & _LEFT,
        "works": packed & _WORKS,
        "start": start,
        "stop": stop,
        "department": department,
    }


def _facts(store: Store, ids: Numbers, people: Numbers) -> dict[str, Numbers]:
    """Return what `build` takes about people, by sorted id."""
    asked, count = _rows(store, _OPEN_ASKS, 2)
    open_asks, school = np.zeros((2, len(ids)), dtype=np.int64)
    open_asks[np.searchsorted(ids, asked)] = count
    studied = store.rows(_SCHOOLS)
    school[np.searchsorted(ids, [row[0] for row in studied])] = _codes(row[1] for row in studied)
    said = people[:, None] >> 2 * np.arange(len(CRITERIA)) & 3
    return {
        "school": school,
        "class_year": people >> _YEAR & (1 << _ID - _YEAR) - 1,
        "open_asks": open_asks,
        "criteria": np.where(said == _SAID[Known.NO], -1, said),
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
