"""The people you know: added by hand, looked up, found again, changed."""

from collections.abc import Iterable
from numbers import Integral
from typing import Any

from olenb.contacts import affiliations, facts, lines, rows, ties, you
from olenb.contacts.keys import email_key, folded, is_personal, url_key, visible
from olenb.core.change import Change
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store, today
from olenb.core.terms import circle_of

BY_HAND = "by hand"
_FACTS_OF_A_PERSON = frozenset(facts.ABOUT_A_PERSON)
_FACTS_OF_YOUR_TIE = frozenset(facts.ABOUT_YOUR_TIE)


def add_line(store: Store, line: str) -> int:
    """Add somebody from one typed line and return their id.

    Parameters
    ----------
    store
        The open workbook.
    line
        "Ana Ruiz, Mayo Clinic, cousin": a name, where they are, a free word for how the user
        knows them; all but the name may be missing (see `lines.read`).

    Raises
    ------
    NotAllowed
        There is no name.

    """
    said = lines.read(line)
    return add(store, said.name, organization=said.organization, relation=said.relation)


def add(
    store: Store,
    name: str,
    *,
    organization: str = "",
    role: str = "",
    knows_me: bool = True,
    **more: Any,
) -> int:
    """Add somebody and return their id.

    Parameters
    ----------
    store
        The open workbook.
    name
        As the user writes it.
    organization, role
        Where they are now and what they do there.
    knows_me
        False for somebody whom the user has only heard of or looked up.
    **more
        Some of `facts.ABOUT_A_PERSON` and `facts.ABOUT_YOUR_TIE`; a relation that plainly
        names a circle fills in the circle (R6).

    Raises
    ------
    NotAllowed
        The name is empty, a value isn't one that the workbook knows, or somebody else has that
        email address or profile page already.

    """
    about = facts.all_checked("person", _of(more, _FACTS_OF_A_PERSON))
    about["name"] = _name(name)
    if not about.get("circle") and about.get("relation"):
        about["circle"] = circle_of(about["relation"])
    answers = facts.all_checked("tie", _of(more, _FACTS_OF_YOUR_TIE))
    if unknown := set(more) - _FACTS_OF_A_PERSON - _FACTS_OF_YOUR_TIE:
        raise TypeError(f"no such fact: {', '.join(sorted(unknown))}")
    with store.change("Added a person") as change:
        me = you.ego(store, change)
        person = change.insert("person", **{"is_ego": 0, "source": BY_HAND, **about})
        for kind in ("email", "url"):
            _identify(store, change, person, kind, about.get(kind))
        if visible(organization) or visible(role):
            affiliations.begin(store, change, person, organization, role)
        if knows_me or any(v is not None for v in answers.values()):
            ties.with_me(store, change, me, person, answers)
    return person


def look_up(store: Store, name: str, found_where: str, *, found_on: str = "", **more: Any) -> int:
    """Note somebody found on a page, such as a school's directory, and return their id (R10).

    Parameters
    ----------
    store
        The open workbook.
    name
        As the page writes it.
    found_where
        Which page or book.
    found_on
        When, ISO 8601; empty means today.
    **more
        As for `add`: organization, role, shared (what you share), and so on. Nobody who was
        looked up counts as somebody who knows the user, unless `knows_me=True`.

    Raises
    ------
    NotAllowed
        As for `add`.

    """
    more.setdefault("knows_me", False)
    more.setdefault("source", "looked up")
    source = more.pop("source")
    with store.change("Noted somebody you looked up") as change:
        person = add(store, name, found_where=found_where, found_on=found_on or today(), **more)
        change.update("person", person, source=source)
    return person


def edit(store: Store, person: int, column: str, value: Any) -> None:
    """Set one fact about a person; an empty value takes it away.

    Parameters
    ----------
    store
        The open workbook.
    person
        Their id.
    column
        One of `facts.ABOUT_A_PERSON`, `facts.ABOUT_YOUR_TIE` or `facts.ABOUT_A_PLACE`. A new
        organization corrects the old one; for somebody who moved on there is
        `affiliations.move_on`.
    value
        Text, a number or None.

    Raises
    ------
    NotAllowed
        There is no such fact, or the value isn't one that the workbook knows.
    NotFound
        There is no such person.

    """
    person = rows.exists(store, person)
    if column in _FACTS_OF_YOUR_TIE:
        return ties.answer(store, person, **{column: value})
    if column in facts.ABOUT_A_PLACE:
        return affiliations.correct(store, person, column, value)
    if column not in _FACTS_OF_A_PERSON:
        raise NotAllowed("That column can't be changed here. Nothing was changed.")
    new = _name(value) if column == "name" else facts.checked("person", column, value)
    with store.change("Changed a fact about a person") as change:
        _identify(store, change, person, column, new)
        change.update("person", person, **{column: new})
    return None


def find(store: Store, person: int | str) -> int:
    """Return the id of somebody given by id, name, email address or profile page.

    Parameters
    ----------
    store
        The open workbook.
    person
        Names are compared without case, accents and signs that can't be seen.

    Raises
    ------
    NotFound
        There is nobody, or more than one person of that name; no name is repeated.

    """
    if isinstance(person, Integral):
        return rows.exists(store, int(person))
    text = str(person)
    for kind, key in (("url", url_key(text)), ("email", email_key(text))):
        known = store.one("SELECT person FROM identifier WHERE kind = ? AND key = ?", (kind, key))
        if key and known:
            return int(known["person"])
    name = folded(text)
    found = [
        r["id"] for r in store.rows("SELECT id, name FROM person") if folded(r["name"]) == name
    ]
    if not name or not found:
        raise NotFound(
            "Nobody in your workbook has that name, address or page. Nothing was changed. "
            "Please check the spelling, or add the person first."
        )
    if len(found) > 1:
        raise NotFound(
            f"{len(found)} people in your workbook have that name. Nothing was changed. "
            "Please give the email address or the profile page instead."
        )
    return int(found[0])


def _name(name: Any) -> str:
    text = "" if name is None else str(name).strip()
    if not visible(text):
        raise NotAllowed("A person needs a name. Nothing was changed.")
    return text


def _of(more: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: more[name] for name in names if name in more}


def _identify(store: Store, change: Change, person: int, kind: str, value: str | None) -> None:
    """Keep the identifier beside the address or page that is shown."""
    if kind not in ("email", "url"):
        return
    shown = store.one(f"SELECT {kind} FROM person WHERE id = ?", (person,))  # noqa: S608 - two fixed names
    before = _key(kind, shown[kind]) if shown and shown[kind] else ""
    key = _key(kind, value) if value else ""
    taken = store.one("SELECT person FROM identifier WHERE kind = ? AND key = ?", (kind, key))
    if taken and taken["person"] != person:
        what = "email address" if kind == "email" else "profile page"
        raise NotAllowed(
            f"Somebody else in your workbook has that {what} already. Nothing was changed. "
            "If they are one person, say so in the list of people with the same name."
        )
    old = store.one(
        "SELECT id FROM identifier WHERE person = ? AND kind = ? AND key = ?",
        (person, kind, before),
    )
    if old and before != key:
        change.delete("identifier", old["id"])
    if key and not taken:
        change.insert("identifier", person=person, kind=kind, key=key)


def _key(kind: str, value: str) -> str:
    """Return what identifies; an office's mailbox or a company's page identifies nobody."""
    if kind == "url":
        return url_key(value)
    key = email_key(value)
    return key if is_personal(key) else ""
