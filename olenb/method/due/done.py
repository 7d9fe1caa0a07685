"""What the user did about something that is due: a fact, from which the list follows anew."""

from datetime import date, datetime
from typing import Any

from olenb.contacts import rows
from olenb.core.change import Change
from olenb.core.due_terms import Due
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.core.terms import Channel, TouchKind
from olenb.method.due import drafting
from olenb.method.due.facts import Facts, this_moment
from olenb.method.due.frame import items
from olenb.method.due.item import Item

_TOUCHES = {
    Due.CONFIRM: TouchKind.CONFIRMED,
    Due.THANK: TouchKind.THANKED,
    Due.CARD: TouchKind.SENT_CARD,
    Due.THANK_INTRODUCER: TouchKind.TOLD_INTRODUCER,
    Due.FOLLOW_REFERRAL: TouchKind.FOLLOWED_REFERRAL,
    Due.NUDGE: TouchKind.NUDGED,
    Due.PARK: TouchKind.PARKED,
    Due.OUTCOME: TouchKind.SENT_OUTCOME,
    Due.KEEP_IN_TOUCH: TouchKind.KEPT_IN_TOUCH,
}
_LABELS = {
    Due.CONFIRM: "Confirmed a time",
    Due.THANK: "Thanked somebody",
    Due.CARD: "Posted a card",
    Due.THANK_INTRODUCER: "Thanked somebody for an introduction",
    Due.FOLLOW_REFERRAL: "Followed up a name",
    Due.NUDGE: "Wrote once more",
    Due.PARK: "Let it rest",
    Due.OUTCOME: "Told somebody what came of it",
    Due.KEEP_IN_TOUCH: "Said hello",
}


def done(
    store: Store, key: str, channel: str = "", on: str = "", *, now: datetime | None = None
) -> int:
    """Note that something that was due is done, as the touch that it is; return its id.

    A posted card counts as sent, whenever it arrives (R34, R35).

    Parameters
    ----------
    store
        The open workbook.
    key
        Which row of `due`.
    channel
        How it went: one of `terms.Channel`, or "".
    on
        The day, ISO 8601; "" takes today.
    now
        As for `due`.

    Raises
    ------
    NotAllowed
        The channel or the day isn't one, the day hasn't come yet, or what was heard in a
        conversation is to be written down, which is no touch.
    NotFound
        Nothing of that key is due any more.

    """
    facts = Facts(store, now or this_moment(store))
    item = find(facts, key)
    if item.action is Due.WRITE_DOWN:
        raise NotAllowed(
            "What you heard is written down on the conversation's own page. Nothing was changed."
        )
    values = {"happened_on": _day(facts, on), "channel": _channel(item.action, channel)}
    with store.change(_LABELS[item.action]) as change:
        return _touch(change, store, item, values)


def leave_out(store: Store, key: str, *, now: datetime | None = None) -> None:
    """Note that the user leaves something out; it isn't due any more.

    Raises
    ------
    NotFound
        Nothing of that key is due any more.

    """
    _decide(store, key, None, now, "Left something out")


def put_off(store: Store, key: str, until: str, *, now: datetime | None = None) -> None:
    """Note that the user puts something off until a day that is still to come.

    Parameters
    ----------
    store
        The open workbook.
    key
        Which row of `due`.
    until
        The day, ISO 8601.
    now
        As for `due`.

    Raises
    ------
    NotAllowed
        It isn't a day, or it has passed.
    NotFound
        Nothing of that key is due any more.

    """
    facts = Facts(store, now or this_moment(store))
    day = _parsed(until)
    if day < facts.now.date():
        raise NotAllowed("That day has passed. Nothing was changed. Please choose a later one.")
    _decide(store, key, day.isoformat(), now, "Put something off")


def park(store: Store, person: int, on: str = "") -> int:
    """Let it rest with somebody until they write; return the note's id (R33).

    Raises
    ------
    NotAllowed
        The day isn't one.
    NotFound
        There is no such person.

    """
    return _note(store, person, TouchKind.PARKED, on, "Let it rest with somebody")


def stop(store: Store, person: int, on: str = "") -> int:
    """Note that somebody asked not to be written to any more; nothing is due with them again.

    Raises
    ------
    NotAllowed
        The day isn't one.
    NotFound
        There is no such person.

    """
    return _note(store, person, TouchKind.STOPPED, on, "Noted that somebody asked you to stop")


def find(facts: Facts, key: str) -> Item:
    """Return one thing that is due.

    Raises
    ------
    NotFound
        Nothing of that key is due any more.

    """
    item = next((item for item in items(facts) if item.key == key), None)
    if item is None:
        raise NotFound("That is no longer due. Nothing was changed.")
    return item


def _touch(change: Change, store: Store, item: Item, values: dict[str, Any]) -> int:
    talk = store.one("SELECT person FROM conversation WHERE id = ?", (item.conversation,))
    about = talk["person"] if talk and item.action is Due.THANK_INTRODUCER else None
    touch = change.insert(
        "touch",
        person=item.person,
        target=item.target,
        kind=_TOUCHES[item.action].value,
        about=about,
        conversation=item.conversation,
        **values,
    )
    if item.action is Due.FOLLOW_REFERRAL and item.referral:
        change.update("referral", item.referral, touch=touch)
    if draft := drafting.unsent(store, item, values["channel"] or ""):
        change.update("draft", draft["id"], touch=touch)
    if item.action is Due.CONFIRM and item.meeting:
        change.update("meeting", item.meeting, confirmed_on=values["happened_on"])
    return touch


def _decide(store: Store, key: str, until: str | None, now: datetime | None, label: str) -> None:
    facts = Facts(store, now or this_moment(store))
    item = find(facts, key)
    with store.change(label) as change:
        change.insert(
            "put_off",
            action=item.action.value,
            until=until,
            said_on=facts.now.date().isoformat(),
            **item.subject,
        )


def _note(store: Store, person: int, kind: TouchKind, on: str, label: str) -> int:
    facts = Facts(store, this_moment(store))
    values = {"person": rows.exists(store, person), "happened_on": _day(facts, on)}
    with store.change(label) as change:
        return change.insert("touch", kind=kind.value, **values)


def _day(facts: Facts, on: str) -> str:
    day = _parsed(on) if on else facts.now.date()
    if day > facts.now.date():
        raise NotAllowed("That day hasn't come yet. Nothing was changed. Please look at the date.")
    return day.isoformat()


def _parsed(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotAllowed("Please give a day such as 2026-11-30. Nothing was changed.") from None


def _channel(action: Due, channel: str) -> str | None:
    said = channel or (Channel.LETTER.value if action is Due.CARD else "")
    if said and said not in list(Channel):
        raise NotAllowed(
            f"It went by one of these: {', '.join(each.value for each in Channel)}. "
            "Nothing was changed."
        )
    return said or None
