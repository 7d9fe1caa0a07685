"""What people answered when they were asked around, and the route that it opened (R8)."""

from dataclasses import dataclass

import pandas as pd

from olenb.contacts import people, ties, you
from olenb.contacts.keys import folded, visible
from olenb.core import store as stores
from olenb.core.change import Change, Row
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.core.terms import Evidence, Kind, Reply, TouchKind
from olenb.network import counselor, routes, words
from olenb.network.targets import Target, chosen


@dataclass(frozen=True, repr=False)
class Opened:
    """What an answer led to.

    Parameters
    ----------
    sentence
        What to show.
    route
        The row of `routes.answer` that it opened, or an empty frame.
    person
        The id of whom they named; None where they named nobody.
    """

    sentence: str
    route: pd.DataFrame
    person: int | None = None

    def __repr__(self) -> str:
        return "<an answer, noted>"  # a saved notebook holds no names


def ask(store: Store, person: int | str, target: int | str, today: str | None = None) -> int:
    """Note that the user asked somebody around about a target; return the touch's id.

    Asking again while the answer is awaited adds nothing.

    Parameters
    ----------
    store
        The open workbook.
    person
        Id, name, email address or profile page; 0 for the counselor, whoever they are.
    target
        Id, label or name of an organization.
    today
        The date, ISO 8601; None takes the user's own date.

    Raises
    ------
    NotFound
        There is no such person or target.

    """
    about = _one(store, target)
    with store.change("Noted that you asked somebody") as change:
        who = _whom(store, person)
        row = _waiting(store, who, about)
        return int(row["id"]) if row else _touch(change, who, about, today)


def record_answer(
    store: Store,
    person: int | str,
    target: int | str,
    reply: str,
    named: str | None = None,
    *,
    named_role: str | None = None,
    today: str | None = None,
) -> Opened:
    """Note what somebody answered; with a name it becomes a dated tie and opens a route.

    All of it is one change.

    Parameters
    ----------
    store, person, target, today
        As for `ask`.
    reply
        "yes", "no" or "will ask".
    named
        With "yes": whom they know there. Somebody of that name who is at the target already is
        taken for the same; else a new person is added, at the target's organization if it has one.
    named_role
        What that person does there.

    Returns
    -------
    Opened
        A sentence, and the row of the route.

    Raises
    ------
    NotAllowed
        It isn't one of the answers.
    NotFound
        There is no such person or target.

    """
    if reply not in [answer.value for answer in Reply]:
        raise NotAllowed("An answer is yes, no or will ask. Nothing was changed.")
    about, day = _one(store, target), today or stores.today()
    whom = visible(named or "").strip() if reply == Reply.YES else ""
    with store.change("Noted an answer") as change:
        who = _whom(store, person)
        found = _named(store, change, about, whom, named_role or "") if whom else None
        row = _waiting(store, who, about)
        touch = int(row["id"]) if row else _touch(change, who, about, day)
        change.update("touch", touch, reply=reply, replied_on=day, about=found)
        if found not in (None, who, you.ego(store, change)):
            ties.add_tie(store, who, found, Evidence.TOLD, as_of=day)
    return _opened(store, who, about, found, reply)


def _whom(store: Store, person: int | str) -> int:
    is_counselor = person in (counselor.UNKNOWN, counselor.NAME)
    return counselor.ensure(store) if is_counselor else people.find(store, person)


def _one(store: Store, target: int | str) -> Target:
    return chosen(store, target)[0]


def _waiting(store: Store, person: int, target: Target) -> Row | None:
    """Return the touch about a target that waits for an answer."""
    return store.one(
        "SELECT id FROM touch WHERE person = ? AND target = ? AND kind = ? "
        "AND (reply IS NULL OR reply = ?) ORDER BY id DESC",
        (person, target.id, TouchKind.ASKED_AROUND.value, Reply.WILL_ASK.value),
    )


def _touch(change: Change, person: int, target: Target, today: str | None) -> int:
    return change.insert(
        "touch",
        person=person,
        target=target.id,
        kind=TouchKind.ASKED_AROUND.value,
        happened_on=today or stores.today(),
    )


def _named(store: Store, change: Change, target: Target, name: str, role: str) -> int:
    """Return whom they named: the one of that name at the target, or somebody new."""
    rows = store.rows(
        "SELECT DISTINCT p.id, p.name FROM person AS p LEFT JOIN affiliation AS a "
        "ON a.person = p.id LEFT JOIN touch AS t ON t.about = p.id "
        "WHERE p.is_ego = 0 AND (a.organization = ? AND a.current IS NOT 0 OR t.target = ?)",
        (target.organization, target.id),
    )
    same = [int(row["id"]) for row in rows if folded(row["name"]) == folded(name)]
    if same:
        return same[0]
    if target.organization is None:
        # Without a place there is nowhere to keep a role but in words.
        return people.add(store, name, knows_me=False, relation=role)
    person = people.add(store, name, knows_me=False)
    change.insert(
        "affiliation",
        person=person,
        organization=target.organization,
        role=role.strip() or None,
        current=1,
        kind="job",
    )
    return person


def _opened(store: Store, person: int, target: Target, named: int | None, reply: str) -> Opened:
    rows = routes.answer(store, [target.id])
    name = words.called(_name(store, person))
    if named is None or reply != Reply.YES:
        return Opened(words.answered(name, reply), rows.head(0))
    route = rows[rows["person_id"] == named]
    kind = route["kind"].iloc[0] if len(route) else None
    other = words.called(_name(store, named))
    return Opened(words.opened(name, other, kind == Kind.INTRODUCTION), route, named)


def _name(store: Store, person: int) -> str:
    row = store.one("SELECT name FROM person WHERE id = ?", (person,))
    return str(row["name"]) if row else ""
