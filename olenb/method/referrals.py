"""Somebody whom they told me to talk to: at once a person, a tie, a permission, a thing to do.

All of it is one change, so that undo takes all of it back. What is due follows from the row
itself: a referral without a touch is to be followed up on the next business day (R36).
"""

from dataclasses import dataclass

import pandas as pd

from olenb.contacts import affiliations, people, rows, ties
from olenb.contacts.keys import email_key, folded, visible
from olenb.core.change import Row
from olenb.core.errors import NotAllowed
from olenb.core.store import Store, today
from olenb.core.terms import Evidence, Permission
from olenb.method import conversations, permissions
from olenb.method.frames import frame

COLUMNS = {
    "id": "int64",
    "person": "str",
    "referred": "str",
    "permission": "str",
    "scope": "str",
    "given_on": "str",
    "followed": "bool",
    "person_id": "int64",
    "referred_id": "int64",
    "conversation_id": "Int64",
    "target_id": "Int64",
}


@dataclass(frozen=True)
class Referred:
    """Whom they named.

    Parameters
    ----------
    name
        As they said it; a first name is enough.
    organization, role
        Where that person is and what they do there, or "".
    email
        If they gave it, or "".
    setting
        Where the two know each other from, or "".
    """

    name: str
    organization: str = ""
    role: str = ""
    email: str = ""
    setting: str = ""


def refer(
    store: Store,
    conversation: int,
    who: Referred,
    permission: str = Permission.NOT_ASKED,
    scope: str = "",
    *,
    target: int | None = None,
    on: str = "",
) -> int:
    """Keep a referral with all that follows from it, in one change; return its id (R28, R36).

    Somebody of that name at that place, or with that email address, is taken for the same;
    else a new person is added. The two know each other: "told", on that day.

    Parameters
    ----------
    store
        The open workbook.
    conversation
        In which conversation: its id.
    who
        Whom they named.
    permission
        May I say who sent me: "yes", "no" or "not asked" (R29).
    scope
        Their limits, in their words.
    target
        About which target; None takes the one at that organization, else the conversation's.
    on
        The day, ISO 8601; empty takes the day on which the conversation ended.

    Raises
    ------
    NotAllowed
        The name is empty, the answer isn't one, or they named themselves.
    NotFound
        There is no such conversation.

    """
    talk = conversations.get(store, conversation)
    if not visible(who.name):
        raise NotAllowed("Who is it? A first name is enough. Nothing was changed.")
    day = on or min((talk["ended_at"] or talk["started_at"] or today())[:10], today())
    with store.change("Noted somebody whom they told you to talk to") as change:
        referred = _person(store, who)
        if referred == talk["person"]:
            raise NotAllowed("That is the person you talked with. Nothing was changed.")
        ties.add_tie(store, talk["person"], referred, Evidence.TOLD, as_of=day, setting=who.setting)
        about = target if target is not None else _target(store, referred) or talk["target"]
        permissions.record(
            store,
            talk["person"],
            permission,
            towards=referred,
            scope=scope,
            given_on=day,
            conversation=talk["id"],
        )
        return change.insert(
            "referral",
            conversation=talk["id"],
            person=talk["person"],
            referred=referred,
            target=about,
            permission=str(permission),
            given_on=day,
        )


def permit(store: Store, referral: int, permission: str, scope: str = "", *, on: str = "") -> None:
    """Note what they say about their name now; the newest answer counts (R29).

    Raises
    ------
    NotAllowed
        The answer isn't one.
    NotFound
        There is no such referral.

    """
    row = get(store, referral)
    with store.change("Noted whether you may use a name") as change:
        permissions.record(
            store,
            row["person"],
            permission,
            towards=row["referred"],
            scope=scope,
            given_on=on,
            conversation=row["conversation"],
        )
        change.update("referral", row["id"], permission=str(permission))


def get(store: Store, referral: int) -> Row:
    """Return one referral as the table has it.

    Raises
    ------
    NotFound
        There is no such referral.

    """
    return rows.row(store, "referral", referral, "That one")


def referrals(store: Store, conversation: int | None = None) -> pd.DataFrame:
    """Return whom people told the user to talk to, in the order of the ids.

    Parameters
    ----------
    store
        The open workbook.
    conversation
        Only from this one: its id.

    Returns
    -------
    DataFrame
        id; person (who referred) and referred (to whom) by name; permission and scope as last
        said; given_on; followed (bool): whether it was followed up; person_id, referred_id,
        conversation_id, target_id.

    """
    found = store.rows(
        "SELECT r.id, p.name AS person, q.name AS referred, r.permission, "
        "coalesce((SELECT scope FROM permission WHERE person = r.person "
        "AND towards = r.referred ORDER BY id DESC LIMIT 1), '') AS scope, "
        "coalesce(r.given_on, '') AS given_on, r.touch IS NOT NULL AS followed, "
        "r.person AS person_id, r.referred AS referred_id, r.conversation AS conversation_id, "
        "r.target AS target_id FROM referral AS r JOIN person AS p ON p.id = r.person "
        "JOIN person AS q ON q.id = r.referred WHERE ?1 IS NULL OR r.conversation = ?1 "
        "ORDER BY r.id",
        (conversation,),
    )
    return frame(found, COLUMNS)


def _person(store: Store, who: Referred) -> int:
    """Return whom they named: somebody who is there already, or somebody new."""
    key = email_key(who.email)
    by_mail = store.one("SELECT person FROM identifier WHERE kind = 'email' AND key = ?", (key,))
    if key and by_mail:
        return int(by_mail["person"])
    here = store.rows("SELECT id, name FROM person WHERE is_ego = 0")
    for row in here:
        same = folded(row["name"]) == folded(who.name) and visible(who.organization)
        place = affiliations.place(store, row["id"])[0] if same else ""
        if same and folded(place) == folded(who.organization):
            return int(row["id"])
    at = visible(who.organization)
    # Without a place there is nowhere to keep a role but in words.
    more = {"organization": at, "role": who.role} if at else {"relation": who.role}
    return people.add(store, who.name, knows_me=False, email=who.email, **more)


def _target(store: Store, person: int) -> int | None:
    """Return the target at the organization where somebody is now, if there is one."""
    row = store.one(
        "SELECT t.id FROM target AS t JOIN affiliation AS a ON a.organization = t.organization "
        "WHERE a.person = ? AND coalesce(a.current, 1) = 1 ORDER BY t.active DESC, t.position",
        (person,),
    )
    return int(row["id"]) if row else None
