"""Where people are and were."""

from typing import Any

from olenb.contacts import organizations, rows
from olenb.contacts.keys import visible
from olenb.core.change import Change, Row
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.core.terms import AffiliationKind


def place(store: Store, person: int) -> tuple[str, str]:
    """Return where somebody is now, and their role there; "" for what isn't known."""
    here = _current(store, person)
    return (here["name"], here["role"] or "") if here else ("", "")


def move_on(store: Store, person: int, organization: str, role: str = "") -> None:
    """Say where somebody went; the place before is kept as a past one.

    Parameters
    ----------
    store
        The open workbook.
    person
        Their id.
    organization
        The new place; empty where it isn't known.
    role
        What they do there, or "".

    Raises
    ------
    NotFound
        There is no such person.

    """
    person = rows.exists(store, person)
    with store.change("Changed where a person is") as change:
        begin(store, change, person, organization, role)


def correct(store: Store, person: int, column: str, value: Any) -> None:
    """Correct where somebody is; a typing error doesn't become a place where they once were.

    Parameters
    ----------
    store
        The open workbook.
    person
        Their id.
    column
        "organization" or "role".
    value
        Text; an empty organization takes the place away.

    Raises
    ------
    NotAllowed
        A role without an organization.

    """
    text = "" if value is None else str(value).strip()
    now = _current(store, person)
    with store.change("Changed where a person is") as change:
        if now is None:
            organization, role = (text, "") if column == "organization" else ("", text)
            begin(store, change, person, organization, role)
        elif column == "role":
            change.update("affiliation", now["id"], role=text or None)
        elif not visible(text):
            change.delete("affiliation", now["id"])
            organizations.drop_if_unused(store, change, now["organization"])
        else:
            here = organizations.ensure(store, change, text)
            change.update("affiliation", now["id"], organization=here)
            organizations.drop_if_unused(store, change, now["organization"])


def begin(store: Store, change: Change, person: int, organization: str, role: str) -> None:
    """Make one place the current one; others become past, nothing is forgotten.

    Raises
    ------
    NotAllowed
        A role without an organization.

    """
    if visible(role) and not visible(organization):
        raise NotAllowed(
            "Please fill in the organization first, then the role. Nothing was changed."
        )
    here = organizations.ensure(store, change, organization) if visible(organization) else None
    known = False
    for past in store.rows(
        "SELECT id, organization, role FROM affiliation WHERE person = ? AND kind <> 'study' "
        "AND coalesce(current, 1) = 1",
        (person,),
    ):
        if past["organization"] == here and not known:
            known = True
            change.update("affiliation", past["id"], role=role.strip() or past["role"], current=1)
        else:
            change.update("affiliation", past["id"], current=0)
    if here is not None and not known:
        change.insert(
            "affiliation",
            person=person,
            organization=here,
            role=role.strip() or None,
            current=1,
            kind=AffiliationKind.JOB.value,
        )


def _current(store: Store, person: int) -> Row | None:
    return store.one(
        "SELECT a.id, a.organization, o.name, a.role FROM affiliation AS a "
        "JOIN organization AS o ON o.id = a.organization "
        "WHERE a.person = ? AND coalesce(a.current, 1) = 1 "
        "ORDER BY coalesce(a.current, 0) DESC, a.kind = 'study', a.id DESC LIMIT 1",
        (person,),
    )
