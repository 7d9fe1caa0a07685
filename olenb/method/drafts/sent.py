"""The note that a draft was sent; sending itself is the user's (N12, R51)."""

from olenb.core.change import Change, Row
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.core.terms import Channel, DraftKind, TouchKind
from olenb.method import days
from olenb.method.drafts import saved
from olenb.method.drafts.scaffold import checked
from olenb.method.due.facts import this_moment
from olenb.network import answers

TOUCHES: dict[DraftKind, TouchKind] = {
    DraftKind.HELLO: TouchKind.SAID_HELLO,
    DraftKind.ASK_AROUND: TouchKind.ASKED_AROUND,
    DraftKind.FIRST: TouchKind.ASKED_CONVERSATION,
    DraftKind.INTRODUCTION: TouchKind.ASKED_INTRODUCTION,
    DraftKind.SCHEDULING: TouchKind.PROPOSED_TIMES,
    DraftKind.CONFIRMATION: TouchKind.CONFIRMED,
    DraftKind.NUDGE: TouchKind.NUDGED,
    DraftKind.ANSWER_TO_NO: TouchKind.ANSWERED_NO,
    DraftKind.THANKS: TouchKind.THANKED,
    DraftKind.THANKS_INTRODUCER: TouchKind.TOLD_INTRODUCER,
    DraftKind.OUTCOME: TouchKind.SENT_OUTCOME,
    DraftKind.UPDATE: TouchKind.KEPT_IN_TOUCH,
}
"""What it is called when a draft of this kind was sent."""

_AFTERWARDS = (
    *(TouchKind.THANKED, TouchKind.SENT_CARD, TouchKind.SENT_OUTCOME, TouchKind.KEPT_IN_TOUCH),
)


def mark_sent(
    store: Store, draft: int, *, when: str = "", channel: str = "", as_it_is: bool = False
) -> int:
    """Note that the user sent a draft, and return the id of what happened (R51).

    Parameters
    ----------
    store
        The open workbook.
    draft
        Its id.
    when
        The day, ISO 8601; empty means today.
    channel
        How it went, where that isn't what the draft says.
    as_it_is
        Whether it was sent though prompts were left in it.

    Raises
    ------
    NotAllowed
        Prompts are left in it, it was noted as sent before, or the day hasn't come.
    NotFound
        There is no such draft.

    """
    row, day = saved.get(store, draft), days.past(when)
    _, way = checked(row["kind"], channel or row["channel"])
    if row["touch"] is not None:
        raise NotAllowed("You noted that already. Nothing was changed.")
    count = len(saved.left(store, row))
    if count and not as_it_is:
        places = "one place" if count == 1 else f"{count} places"
        raise NotAllowed(
            f"In {places} your own words are still missing. Nothing was noted. "
            "Fill them in, or say that you sent it as it is."
        )
    with store.change("Noted that you sent a message") as change:
        touch = _touch(store, change, row, way, day)
        change.update("draft", row["id"], touch=touch, channel=way.value)
        return touch


def _touch(store: Store, change: Change, row: Row, channel: Channel, day: str) -> int:
    """Write down what happened; an answer that is waited for already stays one."""
    kind = TOUCHES[DraftKind(row["kind"])]
    if kind == TouchKind.ASKED_AROUND and row["target"] is not None:
        touch = answers.ask(store, row["person"], row["target"], day)
        change.update("touch", touch, channel=channel.value)
        return touch
    if kind == TouchKind.THANKED and channel == Channel.LETTER:
        kind = TouchKind.SENT_CARD
    talk = store.one(
        "SELECT id FROM conversation WHERE person = ? AND ended_at IS NOT NULL "
        "ORDER BY julianday(ended_at) DESC",
        (row["person"],),
    )
    touch = change.insert(
        "touch",
        person=row["person"],
        target=row["target"],
        kind=kind.value,
        happened_on=day,
        about=row["about"],
        channel=channel.value,
        conversation=talk["id"] if talk and kind in _AFTERWARDS else None,
    )
    if kind == TouchKind.ASKED_CONVERSATION:
        _follow(store, change, row["person"], touch)
    if kind == TouchKind.CONFIRMED:
        _confirm(store, change, row["person"], day)
    return touch


def _follow(store: Store, change: Change, person: int, touch: int) -> None:
    """Note that a referral was followed up: somebody wrote to whom they were sent to (R36)."""
    for row in store.rows(
        "SELECT id FROM referral WHERE referred = ? AND touch IS NULL", (person,)
    ):
        change.update("referral", row["id"], touch=touch)


def _confirm(store: Store, change: Change, person: int, day: str) -> None:
    """Note that the next time with somebody is confirmed."""
    row = store.one(
        "SELECT id FROM meeting WHERE person = ? AND cancelled = 0 AND confirmed_on IS NULL "
        "AND julianday(starts_at) > julianday(?) ORDER BY julianday(starts_at)",
        (person, this_moment(store).isoformat()),
    )
    if row:
        change.update("meeting", row["id"], confirmed_on=day)
