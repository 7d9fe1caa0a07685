"""The workbook as tables: fresh DataFrames to filter, join and take anywhere.

Text is `str`, "" where nothing is known; numbers that may be missing are `Int64`. Every table
begins with `id`, and names are joined in so that a row reads as a sentence. Rows come in the
order of their ids. A table is read once for each state of the workbook; pandas copies what
somebody changes, so whoever asks has a table of their own.
"""

from typing import Any

import pandas as pd

from olenb.core.store import Store
from olenb.core.terms import target_label

PEOPLE = (
    *("id", "name", "circle", "relation", "organization", "role", "email", "url", "phone"),
    *("city", "region", "school", "class_year", "major", "can_hire", "knows_field"),
    *("is_connected", "knows_me", "willingness", "closeness", "last_exchange", "setting"),
    *("connected_on", "shared", "found_where", "found_on", "source", "confidential"),
)
ORGANIZATIONS = ("id", "name", "sector", "region", "size", "people", "past_people")
AFFILIATIONS = (
    *("id", "person", "organization", "role", "department", "start", "stop", "current", "kind"),
    *("person_id", "organization_id"),
)
TIES = (
    *("id", "person", "knows", "evidence", "as_of", "setting", "willingness", "closeness"),
    *("last_exchange", "person_id", "knows_id"),
)
TARGETS = (
    *("id", "target", "organization", "role", "industry", "region", "active", "position"),
    *("added_on", "organization_id"),
)
_WHOLE_NUMBERS = ("class_year", "closeness", "organization_id")
_YES_OR_NO = ("knows_me", "active", "confidential")
_ALWAYS_THERE = ("id", "person_id", "knows_id", "people", "past_people", "position")


def people(store: Store, *, with_me: bool = False) -> pd.DataFrame:
    """Return everybody in the workbook, one row each; the user only if `with_me`.

    Returns
    -------
    DataFrame
        id, name, circle and relation (how you know them); organization and role (where they
        are now); email, url, phone, city, region, school, class_year, major; can_hire,
        knows_field, is_connected ("yes", "no", "unknown", "": not said); knows_me (False for
        somebody you only looked up or heard of) and your answers about them: willingness,
        closeness (1 to 5), last_exchange, setting; connected_on, shared, found_where,
        found_on, source; confidential (True: leaves the file by no export).

    """
    return _frame(store, _PEOPLE, PEOPLE, values=(int(with_me),))


# Where somebody is now: known to be there before not known, a job before studies, newest first.
# Two columns joined by UNION, for SQLite makes no index for what an expression returns: each
# person would be looked for among all ties, which takes a minute with 30,000 people.
_PEOPLE = """
WITH ego AS (
  SELECT id FROM person WHERE is_ego = 1
), mine AS (
  SELECT t.*, t.b AS person FROM tie AS t JOIN ego ON ego.id = t.a
  UNION ALL SELECT t.*, t.a FROM tie AS t JOIN ego ON ego.id = t.b
), placed AS (
  SELECT a.person, o.name AS organization, a.role, row_number() OVER (PARTITION BY a.person
    ORDER BY coalesce(a.current, 0) DESC, a.kind = 'study', a.id DESC) AS place
  FROM affiliation AS a JOIN organization AS o ON o.id = a.organization
  WHERE coalesce(a.current, 1) = 1
)
SELECT p.*, mine.id IS NOT NULL AS knows_me, mine.willingness, mine.closeness,
  mine.last_exchange, mine.setting, placed.organization, placed.role
FROM person AS p LEFT JOIN mine ON mine.person = p.id
LEFT JOIN placed ON placed.person = p.id AND placed.place = 1
WHERE p.is_ego <= ? ORDER BY p.id
"""


def organizations(store: Store) -> pd.DataFrame:
    """Return the places, one row each.

    Returns
    -------
    DataFrame
        id, name, sector, region, size; people and past_people: how many of your people are
        there now (or were, where nothing says that they left), and how many left.

    """
    return _frame(
        store,
        "SELECT o.*, "
        "count(DISTINCT CASE WHEN coalesce(a.current, 1) = 1 THEN a.person END) AS people, "
        "count(DISTINCT CASE WHEN a.current = 0 THEN a.person END) AS past_people "
        "FROM organization AS o LEFT JOIN affiliation AS a ON a.organization = o.id "
        "GROUP BY o.id ORDER BY o.id",
        ORGANIZATIONS,
    )


def affiliations(store: Store) -> pd.DataFrame:
    """Return who is or was where, one row each; the user's own places are "you".

    Returns
    -------
    DataFrame
        id, person, organization, role, department; start and stop (ISO 8601, a year or a
        month alone included); current (True: still there, False: left, <NA>: not known);
        kind (job, study, volunteer, member); person_id, organization_id.

    """
    return _frame(
        store,
        "SELECT a.*, a.person AS person_id, a.organization AS organization_id, "
        "iif(p.is_ego, 'you', p.name) AS person_name, o.name AS organization_name "
        "FROM affiliation AS a JOIN person AS p ON p.id = a.person "
        "JOIN organization AS o ON o.id = a.organization "
        "ORDER BY a.id",
        AFFILIATIONS,
        {"person": "person_name", "organization": "organization_name"},
    )


def ties(store: Store) -> pd.DataFrame:
    """Return who knows whom, one row per pair; the user is "you" and stands first.

    Returns
    -------
    DataFrame
        id, person, knows: two names. evidence (told, seen, shared_team, guess) and as_of: how
        you know, since when; setting. For ties with you: willingness, closeness (1 to 5),
        last_exchange. person_id, knows_id.

    """
    return _frame(
        store,
        "SELECT t.*, p.id AS person_id, k.id AS knows_id, "
        "iif(p.is_ego, 'you', p.name) AS person, iif(k.is_ego, 'you', k.name) AS knows "
        "FROM tie AS t JOIN person AS e ON e.id = t.b "
        "JOIN person AS p ON p.id = iif(e.is_ego, t.b, t.a) "
        "JOIN person AS k ON k.id = iif(e.is_ego, t.a, t.b) ORDER BY t.id",
        TIES,
    )


def targets(store: Store) -> pd.DataFrame:
    """Return what the user is curious about, active ones first, in the user's own order.

    Returns
    -------
    DataFrame
        id, target (the words for the screen, such as "data analyst at Mayo Clinic");
        organization, role, industry, region; active, position, added_on; organization_id
        (<NA> where the target isn't a place).

    """
    df = _frame(
        store,
        "SELECT t.*, t.organization AS organization_id, o.name AS organization_name "
        "FROM target AS t LEFT JOIN organization AS o ON o.id = t.organization "
        "ORDER BY t.active DESC, t.position, t.id",
        TARGETS,
        {"organization": "organization_name"},
    )
    words = zip(df["organization"], df["role"], df["industry"], df["region"], strict=True)
    df["target"] = pd.Series([target_label(*each) for each in words], dtype="str")
    return df


def _frame(
    store: Store,
    sql: str,
    columns: tuple[str, ...],
    sources: dict[str, str] | None = None,
    values: tuple[int, ...] = (),
) -> pd.DataFrame:
    """Return the columns of a query, each with its type; `sources` renames."""
    df = store.kept((sql, values), lambda: _read(store, sql, columns, sources, values))
    return df.copy(deep=False)


def _read(
    store: Store,
    sql: str,
    columns: tuple[str, ...],
    sources: dict[str, str] | None,
    values: tuple[int, ...],
) -> pd.DataFrame:
    rows = store.rows(sql, values)
    names = list(rows[0].keys()) if rows else []
    # Where a join brings a name twice, the later one is meant.
    place = {name: number for number, name in enumerate(names)}
    data = {}
    for column in columns:
        number = place.get((sources or {}).get(column, column))
        data[column] = _typed(column, [] if number is None else [row[number] for row in rows])
    return pd.DataFrame(data, columns=list(columns))


def _typed(column: str, values: list[Any]) -> pd.Series:
    if column == "current":
        known = [None if value is None else bool(value) for value in values]
        return pd.Series(known, dtype="boolean")
    if column in _ALWAYS_THERE:
        return pd.Series(values, dtype="int64")
    if column in _WHOLE_NUMBERS:
        return pd.Series(values, dtype="Int64")
    if column in _YES_OR_NO:
        return pd.Series([bool(value) for value in values], dtype="bool")
    return pd.Series([value or "" for value in values], dtype="str")
