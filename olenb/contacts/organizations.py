"""Organizations: one row per place, whatever its spelling; doubtful pairs are asked once."""

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process

from olenb.contacts.keys import visible
from olenb.contacts.organization_keys import loose_key, organization_key
from olenb.core import schema
from olenb.core.change import Change, Row
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.links import repoint
from olenb.core.store import Store

ALIKE = 90  # of 100: at 90, 2.3 % of suggestions are wrong, so they are asked and not made
_CHUNK = 256
_SUGGESTED = ("keep", "keep_name", "other", "other_name", "alike", "reason")


def known(store: Store) -> dict[str, int]:
    """Return every cleaned name that links silently, confirmed spellings included, and its id."""
    aliases = store.rows("SELECT key, organization FROM alias WHERE same = 1")
    keys = {row["key"]: int(row["organization"]) for row in aliases}
    rows = store.rows("SELECT key, id FROM organization")
    return keys | {row["key"]: int(row["id"]) for row in rows}


def find(store: Store, name: str) -> int | None:
    """Return the organization of that cleaned name or confirmed spelling, or None."""
    key = organization_key(name)
    row = store.one("SELECT id FROM organization WHERE key = ?", (key,)) or store.one(
        "SELECT organization AS id FROM alias WHERE key = ? AND same = 1", (key,)
    )
    return int(row["id"]) if row else None


def ensure(store: Store, change: Change, name: str) -> int:
    """Return the organization of that name, added now where it is new.

    Raises
    ------
    NotAllowed
        The name is empty.

    """
    if not visible(name):
        raise NotAllowed("An organization needs a name. Nothing was changed.")
    place = find(store, name)
    if place is not None:
        return place
    return change.insert("organization", name=name.strip(), key=organization_key(name))


def drop_if_unused(store: Store, change: Change, organization: int) -> None:
    """Forget a place that nobody is or was at and nothing else speaks of: a typing error."""
    known = "SELECT 1 FROM organization WHERE id = ? AND coalesce(sector, region, size) IS NOT NULL"
    uses = [
        f"SELECT 1 FROM {table} WHERE {column} = ?"  # noqa: S608 - names from the schema
        for table, column in schema.references("organization")
    ]
    if not any(store.one(sql, (organization,)) for sql in (known, *uses)):
        change.delete("organization", organization)


def edit(store: Store, organization: int, column: str, value: str | None) -> None:
    """Set the name, sector, region or size of an organization.

    Raises
    ------
    NotAllowed
        There is no such column, the name is empty, or another organization has it.
    NotFound
        There is no such organization.

    """
    _row(store, organization)
    text = visible(value or "")
    if column not in ("name", "sector", "region", "size"):
        raise NotAllowed(
            "Only name, field, region and size can be changed here. Nothing was changed."
        )
    values: dict[str, str | None] = {column: (value or "").strip() or None}
    if column == "name":
        if not text:
            raise NotAllowed("An organization needs a name. Nothing was changed.")
        if find(store, text) not in (None, organization):
            raise NotAllowed(
                "Another organization already has that name. Nothing was changed. "
                "If they are the same place, say so in the list of similar names."
            )
        values["key"] = organization_key(text)
    with store.change("Changed an organization") as change:
        change.update("organization", organization, **values)


def suggestions(store: Store) -> pd.DataFrame:
    """Return pairs of names that may be one place, to be confirmed or refused once.

    Returns
    -------
    DataFrame
        keep, keep_name, other, other_name: ids and names; the one with more people first.
        alike: 0 to 100. reason: why the pair is here, in words.

    """
    places = store.rows(
        "SELECT o.id, o.name, o.key, count(a.id) AS people FROM organization AS o "
        "LEFT JOIN affiliation AS a ON a.organization = o.id GROUP BY o.id ORDER BY o.id"
    )
    refused = _refused(store)
    keys = [loose_key(row["name"]) for row in places]
    found = []
    for i, j, alike in _alike(keys):
        pair = sorted((places[i], places[j]), key=lambda row: (-row["people"], row["id"]))
        keep, other = pair
        if frozenset((keep["id"], other["id"])) not in refused:
            reason = "same but for small words" if keys[i] == keys[j] else "spelled nearly alike"
            found.append((keep["id"], keep["name"], other["id"], other["name"], alike, reason))
    found.sort(key=lambda row: (-row[4], row[0], row[2]))
    return pd.DataFrame(found, columns=list(_SUGGESTED)).astype(
        {"keep": "int64", "other": "int64", "alike": "float64"}
    )


def _refused(store: Store) -> set[frozenset[int]]:
    rows = store.rows(
        "SELECT a.organization AS one, o.id AS two FROM alias AS a "
        "JOIN organization AS o ON o.key = a.key WHERE a.same = 0"
    )
    return {frozenset((int(row["one"]), int(row["two"]))) for row in rows}


def _alike(keys: list[str]) -> list[tuple[int, int, float]]:
    """Return pairs of positions whose keys are alike; words in any order.

    Two texts can be 90 of 100 alike only if their lengths are: sorted by length, each chunk is
    compared with the ones just above it.
    """
    words = np.array([" ".join(sorted(key.split())) for key in keys], dtype=object)
    lengths = np.array([len(w) for w in words], dtype=np.int64)
    order = np.argsort(lengths, kind="stable")
    reach = lengths[order] * (200 - ALIKE) / ALIKE
    pairs = []
    for start in range(0, len(order), _CHUNK):
        rows = order[start : start + _CHUNK]
        stop = int(np.searchsorted(lengths[order], reach[start + len(rows) - 1], side="right"))
        columns = order[start:stop]
        scores = process.cdist(words[rows], words[columns], scorer=fuzz.ratio, score_cutoff=ALIKE)
        for i, j in zip(*np.nonzero(scores), strict=True):
            if i < j:
                pairs.append((int(rows[i]), int(columns[j]), float(scores[i, j])))
    return pairs


def same(store: Store, keep: int, other: int) -> int:
    """Make one organization of two, remember the other spelling, and return the one kept.

    Parameters
    ----------
    store
        The open workbook.
    keep, other
        Ids; people, targets and spellings of `other` move to `keep`.

    Raises
    ------
    NotFound
        One of them isn't there.

    """
    if keep == other:
        return keep
    kept, gone = _row(store, keep), _row(store, other)
    with store.change("Said that two names are one organization") as change:
        _move_facts(store, change, keep, other)
        _move_spellings(store, change, keep, gone)
        blanks = {c: gone[c] for c in ("sector", "region", "size") if gone[c] and not kept[c]}
        change.delete("organization", other)
        if blanks:
            change.update("organization", keep, **blanks)
    return keep


def _move_facts(store: Store, change: Change, keep: int, other: int) -> None:
    """Move affiliations and targets; a fact that is there already isn't doubled."""
    facts = "person, role, department, start, stop, current, kind"
    mine = store.rows(f"SELECT {facts} FROM affiliation WHERE organization = ?", (keep,))  # noqa: S608 - fixed names
    have = {tuple(row) for row in mine}
    for row in store.rows(f"SELECT id, {facts} FROM affiliation WHERE organization = ?", (other,)):  # noqa: S608 - fixed names
        if tuple(row)[1:] in have:
            change.delete("affiliation", row["id"])
        else:
            change.update("affiliation", row["id"], organization=keep)
    repoint(store, change, "organization", other, keep, but=("affiliation", "alias"))


def _move_spellings(store: Store, change: Change, keep: int, gone: Row) -> None:
    """Remember how the other one was written, and what was remembered about it."""
    change_key = {
        row["key"]: row["id"]
        for row in store.rows("SELECT id, key FROM alias WHERE organization = ?", (keep,))
    }
    if gone["key"] in change_key:
        change.update("alias", change_key[gone["key"]], same=1)
    else:
        change.insert("alias", organization=keep, name=gone["name"], key=gone["key"], same=1)
    for row in store.rows("SELECT id, key FROM alias WHERE organization = ?", (gone["id"],)):
        if row["key"] in change_key or row["key"] == gone["key"]:
            change.delete("alias", row["id"])
        else:
            change.update("alias", row["id"], organization=keep)


def different(store: Store, one: int, other: int) -> None:
    """Remember that two organizations are not the same; they are not suggested again.

    Raises
    ------
    NotFound
        One of them isn't there.

    """
    first, second = _row(store, one), _row(store, other)
    pair = (first["id"], second["key"])
    if store.one("SELECT 1 FROM alias WHERE organization = ? AND key = ?", pair):
        return
    with store.change("Said that two names are two organizations") as change:
        change.insert(
            "alias", organization=first["id"], name=second["name"], key=second["key"], same=0
        )


def _row(store: Store, organization: int) -> Row:
    row = store.one("SELECT * FROM organization WHERE id = ?", (int(organization),))
    if row is None:
        raise NotFound("That organization is no longer in your workbook. Nothing was changed.")
    return row
