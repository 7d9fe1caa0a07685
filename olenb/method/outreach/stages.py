"""How far it is with somebody, worked out anew from what happened (R51)."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from olenb.core.change import Row
from olenb.core.store import Store, today
from olenb.core.terms import Reply, Stage, TouchKind

ASKING = (
    *(TouchKind.ASKED_AROUND, TouchKind.ASKED_INTRODUCTION, TouchKind.ASKED_CONVERSATION),
    TouchKind.FOLLOWED_REFERRAL,
)
"""What somebody may answer with yes or no."""

_STAGES: dict[str, tuple[int, Stage]] = {
    **{kind.value: (1, Stage.ASKED) for kind in (*ASKING, TouchKind.NUDGED)},
    TouchKind.PARKED.value: (6, Stage.PARKED),
    TouchKind.ANSWERED_NO.value: (5, Stage.PARKED),
    TouchKind.THANKED.value: (5, Stage.THANKED),
    TouchKind.SENT_CARD.value: (5, Stage.THANKED),
}
# On one day, what is asked comes before what is answered, then a time, a talk, thanks, rest.
_AGAIN, _ANSWERED, _AGREED, _HELD = 0, 2, 3, 4


@dataclass(frozen=True)
class Standing:
    """How far it is with one person.

    Parameters
    ----------
    stage
        Where it stands.
    what
        What happened last, in words; "" where nothing did.
    on
        On which day, ISO 8601, or "".
    stopped
        Whether they asked not to be written to any more.
    reply, to
        Their newest answer and the kind of message that it was to, or "".
    waiting
        Whether the user waits for an answer.
    target
        What it was about last: an id, or None.
    """

    stage: Stage
    what: str = ""
    on: str = ""
    stopped: bool = False
    reply: str = ""
    to: str = ""
    waiting: bool = False
    target: int | None = None


@dataclass(frozen=True, order=True)
class _Event:
    """Something that moved it on: the day and what comes first on a day, then what it led to."""

    day: str
    rank: int
    number: int
    stage: Stage


def stages(store: Store) -> dict[int, Standing]:
    """Return how far it is with everybody with whom something happened or is meant to.

    Parameters
    ----------
    store
        The open workbook.

    Returns
    -------
    dict
        By the person's id. To ask: a draft, a referral or a hello, and nothing since.

    """
    touched = _by_person(store.rows("SELECT * FROM touch ORDER BY happened_on, id"))
    events: dict[int, list[_Event]] = defaultdict(list)
    for person, rows in touched.items():
        events[person] += [event for row in rows for event in _of_touch(row, rows)]
    for person, event in (*_agreed(store), *_held(store)):
        events[person].append(event)
    meant = {row["person"] for row in store.rows(_MEANT)}
    everybody = sorted(meant | set(touched) | set(events))
    return {one: _standing(touched.get(one, []), events.get(one, [])) for one in everybody}


_MEANT = """
SELECT person FROM draft WHERE touch IS NULL
UNION SELECT referred FROM referral WHERE touch IS NULL
"""


def _by_person(rows: list[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["person"]].append(row)
    return found


def _of_touch(row: Row, rows: list[Row]) -> Iterator[_Event]:
    """Yield what a touch and the answer to it led to."""
    on, number = row["happened_on"] or "", row["id"]
    if row["kind"] in _STAGES:
        rank, stage = _STAGES[row["kind"]]
        if stage == Stage.PARKED and any(map(_asked_after(row), rows)):
            rank = _AGAIN
        yield _Event(on[:10], rank, number, stage)
    if row["reply"] and row["kind"] in ASKING:
        yield _Event((row["replied_on"] or on)[:10], _ANSWERED, number, Stage.REPLIED)


def _asked_after(rest: Row) -> Callable[[Row], bool]:
    """Return what tells a request that was noted on the same day, after it was to rest."""
    return lambda row: (
        row["kind"] in ASKING
        and row["happened_on"] == rest["happened_on"]
        and row["id"] > rest["id"]
    )


def _agreed(store: Store) -> Iterator[tuple[int, _Event]]:
    """Yield the times that were agreed on; one without a day counts from today or its own day."""
    for row in store.rows("SELECT * FROM meeting WHERE cancelled = 0"):
        day = row["agreed_on"] or min(row["starts_at"] or today(), today())
        yield row["person"], _Event(day[:10], _AGREED, row["id"], Stage.SCHEDULED)


def _held(store: Store) -> Iterator[tuple[int, _Event]]:
    for row in store.rows("SELECT * FROM conversation WHERE ended_at IS NOT NULL"):
        yield row["person"], _Event(row["ended_at"][:10], _HELD, row["id"], Stage.HELD)


def _standing(touches: list[Row], events: list[_Event]) -> Standing:
    last = touches[-1] if touches else None
    replies = sorted(_replied(touches), key=lambda row: (row["replied_on"] or "", row["id"]))
    reply = replies[-1] if replies else None
    about = [row["target"] for row in touches if row["target"] is not None]
    stopped = any(row["kind"] == TouchKind.STOPPED or row["reply"] == Reply.STOP for row in touches)
    newest = max(events, default=None)
    stage = Stage.PARKED if stopped else newest.stage if newest else Stage.TO_ASK
    return Standing(
        stage,
        what=last["kind"] if last else "",
        on=(last["happened_on"] or "")[:10] if last else "",
        stopped=stopped,
        reply=reply["reply"] if reply else "",
        to=reply["kind"] if reply else "",
        waiting=stage == Stage.ASKED,
        target=about[-1] if about else None,
    )


def _replied(touches: list[Row]) -> list[Row]:
    return [row for row in touches if row["reply"]]
