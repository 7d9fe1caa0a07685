"""How far somebody is, in numbers that follow from what happened (N11).

For a summary without names; on the user's own pages nothing of this is counted out to them.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from olenb.core import rules
from olenb.core.measure_terms import Far
from olenb.core.store import Store
from olenb.core.terms import Reply, TouchKind
from olenb.method import story
from olenb.method.outreach.stages import ASKING


@dataclass(frozen=True)
class Tally:
    """What was done so far.

    Parameters
    ----------
    asked, replied
        Requests, and how many of them were answered.
    held
        Conversations that were held.
    thanked
        Of these, how many were followed by thanks within 48 hours, by the day.
    introductions
        Introductions that somebody agreed to make.
    changed
        Decisions that changed: goals, hunches, plans.
    """

    asked: int = 0
    replied: int = 0
    held: int = 0
    thanked: int = 0
    introductions: int = 0
    changed: int = 0

    @property
    def far(self) -> Far:
        """The furthest step.

        >>> Tally(asked=2).far.label
        'has asked somebody'
        """
        if self.held:
            return Far.TALKED
        return Far.ASKED if self.asked else Far.NOT_YET


def tally(store: Store, now: datetime) -> Tally:
    """Return what was done so far.

    Parameters
    ----------
    store
        The open workbook.
    now
        This moment, with its offset.

    """
    touches = store.rows("SELECT kind, reply FROM touch")
    asks = [row["reply"] for row in touches if row["kind"] in ASKING]
    introduced = (TouchKind.ASKED_INTRODUCTION.value, Reply.YES.value)
    talks = store.rows("SELECT id, person, ended_at FROM conversation WHERE ended_at IS NOT NULL")
    return Tally(
        asked=len(asks),
        replied=sum(reply is not None for reply in asks),
        held=len(talks),
        thanked=sum(_in_time(store, row["person"], row["ended_at"]) for row in talks),
        introductions=sum((row["kind"], row["reply"]) == introduced for row in touches),
        changed=sum(line.decision for line in story.lines(store, now)),
    )


def _in_time(store: Store, person: int, ended_at: str) -> bool:
    """Tell whether thanks went out by the day on which they were due (R34)."""
    try:
        ended = datetime.fromisoformat(ended_at)
    except ValueError:
        return False
    last = (ended + timedelta(hours=rules.THANK_YOU_HOURS.value)).date()
    row = store.one(
        "SELECT min(happened_on) AS first FROM touch WHERE person = ? AND kind IN (?, ?) "
        "AND happened_on >= ?",
        (person, TouchKind.THANKED.value, TouchKind.SENT_CARD.value, f"{ended.date()}"),
    )
    return bool(row and row["first"]) and date.fromisoformat(row["first"][:10]) <= last  # type: ignore[index]
