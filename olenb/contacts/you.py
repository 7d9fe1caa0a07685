"""The user: who they are, and where they were before. What others share with them starts here."""

import re
from collections.abc import Mapping
from zoneinfo import available_timezones

from olenb.contacts import organizations
from olenb.core.change import Change, Row
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.core.terms import AffiliationKind

FACTS = ("name", "school", "class_year", "city", "time_zone")
_YEARS = range(1900, 2101)
_YEAR_OR_MONTH = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?")


def ego(store: Store, change: Change) -> int:
    """Return the user's own id; a new workbook gets them now, still without a name."""
    row = store.one("SELECT id FROM person WHERE is_ego = 1")
    return int(row["id"]) if row else change.insert("person", name="", is_ego=1)


def facts(store: Store) -> dict[str, str]:
    """Return what the user said of themselves: `FACTS` as text, "" where they said nothing."""
    row = store.one(f"SELECT {', '.join(FACTS)} FROM person WHERE is_ego = 1")  # noqa: S608 - fixed names
    return {name: str(row[name] or "") if row else "" for name in FACTS}


def say(store: Store, **words: str) -> None:
    """Note who the user is; a fact that isn't named stays, an empty one is taken back.

    Parameters
    ----------
    store
        The open workbook.
    **words
        Some of `FACTS`.

    Raises
    ------
    NotAllowed
        The class year isn't a year, or the time zone isn't one.

    """
    values = {name: words[name].strip() or None for name in FACTS if name in words}
    if "name" in values:
        values["name"] = values["name"] or ""
    year, zone = values.get("class_year"), values.get("time_zone")
    if year and not (year.isdecimal() and int(year) in _YEARS):
        raise NotAllowed("Please write the class year with four digits, such as 2027.")
    if zone and zone not in available_timezones():
        raise NotAllowed("Please choose a time zone from the list, such as America/Chicago.")
    with store.change("Noted who you are") as change:
        _update(change, ego(store, change), values, facts(store))


def _update(change: Change, row: int, new: Mapping[str, str | None], old: dict[str, str]) -> None:
    changed = {name: value for name, value in new.items() if (value or "") != old[name]}
    if year := changed.get("class_year"):
        changed = {**changed, "class_year": int(year)}  # type: ignore[dict-item]
    if changed:
        change.update("person", row, **changed)


def past(store: Store) -> list[Row]:
    """Return where the user is and was, newest first: id, organization, role, start, stop."""
    return store.rows(
        "SELECT a.id, o.name AS organization, a.role, a.start, a.stop FROM affiliation AS a "
        "JOIN organization AS o ON o.id = a.organization JOIN person AS p ON p.id = a.person "
        "WHERE p.is_ego = 1 AND a.kind <> 'study' ORDER BY a.stop IS NOT NULL, a.stop DESC, a.id"
    )


def add_past(store: Store, organization: str, role: str, start: str, stop: str) -> int:
    """Note a place where the user is or was; return the row's id.

    Parameters
    ----------
    store
        The open workbook.
    organization
        The place.
    role
        What they did there, or "".
    start, stop
        A year or a month ("2024", "2024-06"), or "".

    Raises
    ------
    NotAllowed
        The place is empty, or a year isn't one.

    """
    if not organization.strip():
        raise NotAllowed("Please write the name of the place. Nothing was added yet.")
    for when in (start, stop):
        if when and not _YEAR_OR_MONTH.fullmatch(when):
            raise NotAllowed("Please write a year such as 2024, or a month such as 2024-06.")
    # A year and a month of it are the same time as far as both go.
    if stop and stop[: len(start)] < start[: len(stop)]:
        raise NotAllowed("The end is before the beginning. Please look at the two years again.")
    with store.change("Noted a place where you were") as change:
        return change.insert(
            "affiliation",
            person=ego(store, change),
            organization=organizations.ensure(store, change, organization),
            role=role or None,
            start=start or None,
            stop=stop or None,
            current=0 if stop else 1 if start else None,
            kind=AffiliationKind.JOB.value,
        )


def remove_past(store: Store, row: int) -> None:
    """Take such a place away again.

    Raises
    ------
    NotFound
        It is gone already.

    """
    if not any(each["id"] == row for each in past(store)):
        raise NotFound("That one is gone already. Nothing was changed.")
    with store.change("Took away a place where you were") as change:
        change.delete("affiliation", row)
