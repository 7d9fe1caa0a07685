"""People of one name: offered as pairs, made one only when the user says so."""

import json
from collections import defaultdict
from itertools import combinations
from typing import Any

import pandas as pd

from olenb.contacts import affiliations, facts, rows, ties
from olenb.contacts.keys import folded, url_key
from olenb.core import backups
from olenb.core.change import Change, Row
from olenb.core.errors import NotAllowed
from olenb.core.links import repoint
from olenb.core.store import Store

SHOWN_OF_A_NAME = 6
"""So many people of one name are compared pair by pair; more of them would be a list of pairs."""

_COLUMNS = ("keep", "other", "name", "about_keep", "about_other")
_FILLED = (*facts.ABOUT_A_PERSON, "source")


def namesakes(store: Store) -> pd.DataFrame:
    """Return pairs of people with the same name whom the user hasn't called different.

    Two people with two profiles on one site are two, and aren't offered.

    Returns
    -------
    DataFrame
        keep, other: ids, the one known first in front. name: theirs. about_keep, about_other:
        what tells them apart (where they are, address, page), "" where nothing does.

    """
    by_name = defaultdict(list)
    for row in store.rows("SELECT * FROM person WHERE is_ego = 0 ORDER BY id"):
        by_name[folded(row["name"])].append(row)
    apart = {(row["a"], row["b"]) for row in store.rows("SELECT a, b FROM namesake")}
    pairs = [
        (a, b)
        for group in by_name.values()
        for a, b in combinations(group[:SHOWN_OF_A_NAME], 2)
        if (a["id"], b["id"]) not in apart and not _have_two_profiles(a, b)
    ]
    said = {row["id"]: _about(store, row) for pair in pairs for row in pair}
    found = [(a["id"], b["id"], a["name"], said[a["id"]], said[b["id"]]) for a, b in pairs]
    return pd.DataFrame(found, columns=list(_COLUMNS)).astype(
        {
            "keep": "int64",
            "other": "int64",
            "name": "str",
            "about_keep": "str",
            "about_other": "str",
        }
    )


def _have_two_profiles(a: Row, b: Row) -> bool:
    """Tell whether each has a profile of their own on the same site."""
    one, other = (url_key(row["url"] or "") for row in (a, b))
    same_site = one.partition("/")[0] == other.partition("/")[0]
    return bool(one and other) and same_site and one != other


def _about(store: Store, row: Row) -> str:
    """Return what tells somebody from a namesake."""
    organization, role = affiliations.place(store, row["id"])
    where = f"{role} at {organization}" if role and organization else organization
    words = (where, row["school"], row["class_year"], row["city"], row["email"], row["url"])
    return ", ".join(str(word) for word in words if word)


def keep_apart(store: Store, a: int, b: int) -> None:
    """Remember that two people of one name are two; they are not offered again.

    Raises
    ------
    NotFound
        One of them isn't there.

    """
    a, b = rows.exists(store, a), rows.exists(store, b)
    pair = {"a": min(a, b), "b": max(a, b)}
    if a == b or store.one("SELECT 1 FROM namesake WHERE a = ? AND b = ?", tuple(pair.values())):
        return
    with store.change("Said that two people of one name are two") as change:
        change.insert("namesake", **pair)


def merge(store: Store, keep: int, other: int) -> int:
    """Make one person of two, after a backup, and return the one kept.

    What `keep` says stays; blanks are filled from `other`, and everything else of `other`
    (addresses, places, ties, what happened with them) moves over.

    Parameters
    ----------
    store
        The open workbook.
    keep, other
        Ids.

    Raises
    ------
    NotAllowed
        One of them is the user.
    NotFound
        One of them isn't there.

    """
    kept, gone = rows.person(store, keep), rows.person(store, other)
    keep, other = int(kept["id"]), int(gone["id"])
    if keep == other:
        return keep
    if kept["is_ego"] or gone["is_ego"]:
        raise NotAllowed("You can't be merged with somebody else. Nothing was changed.")
    backups.make(store, "merge")
    with store.change("Made one person of two") as change:
        _move_rows(store, change, keep, other)
        _move_places(store, change, keep, other)
        _move_ties(store, change, keep, other)
        change.delete("person", other)
        if blanks := _filled(kept, gone):
            change.update("person", keep, **blanks)
    return keep


def _filled(kept: Row, gone: Row) -> dict[str, Any]:
    """Return what `gone` knows and `kept` doesn't."""
    values = {name: gone[name] for name in _FILLED if kept[name] is None and gone[name] is not None}
    if gone["other"]:
        both = {**json.loads(gone["other"]), **json.loads(kept["other"] or "{}")}
        values["other"] = json.dumps(both, ensure_ascii=False)
    return values


def _move_rows(store: Store, change: Change, keep: int, other: int) -> None:
    for row in store.rows("SELECT id FROM namesake WHERE ? IN (a, b)", (other,)):
        change.delete("namesake", row["id"])
    repoint(store, change, "person", other, keep, but=("namesake", "affiliation", "tie"))


def _move_places(store: Store, change: Change, keep: int, other: int) -> None:
    """Move where `other` is and was; a fact that both have isn't doubled."""
    names = ("organization", "role", "department", "start", "stop", "current", "kind")
    sql = "SELECT * FROM affiliation WHERE person = ? ORDER BY id"
    have = {tuple(row[n] for n in names) for row in store.rows(sql, (keep,))}
    for row in store.rows(sql, (other,)):
        if tuple(row[n] for n in names) in have:
            change.delete("affiliation", row["id"])
        else:
            change.update("affiliation", row["id"], person=keep)


def _move_ties(store: Store, change: Change, keep: int, other: int) -> None:
    """Move ties; where both know somebody, the stronger evidence stays, and every answer."""
    for row in store.rows("SELECT * FROM tie WHERE ? IN (a, b) ORDER BY id", (other,)):
        third = row["b"] if row["a"] == other else row["a"]
        twin = None if third == keep else ties.between(store, keep, third)
        if third == keep:
            change.delete("tie", row["id"])
        elif twin is None:
            change.update("tie", row["id"], a=min(keep, third), b=max(keep, third))
        else:
            change.delete("tie", row["id"])
            _join_ties(change, twin, row)


def _join_ties(change: Change, twin: Row, row: Row) -> None:
    new = {
        name: row[name]
        for name in facts.ABOUT_YOUR_TIE
        if twin[name] is None and row[name] is not None
    }
    if ties.STRENGTH[row["evidence"]] > ties.STRENGTH[twin["evidence"]]:
        new |= {"evidence": row["evidence"], "as_of": row["as_of"]}
    if new:
        change.update("tie", twin["id"], **new)
