"""The due list: what, by when and why, the next three first; one click notes it as done."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

import pandas as pd

from olenb.core import rules
from olenb.core.due_terms import Due
from olenb.method.due.facts import this_moment
from olenb.method.where import zone
from olenb.screens.base import screen
from olenb.screens.follow_up.cards import INVENTED, Cards
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Details, Link, Note, TableBlock
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

NOTHING = (
    "Nothing is due. After your next conversation, what to do and by when shows here by itself."
)
NOTHING_NOW = "Nothing to do for now: you kept your word."
SEPARATOR = "|"
_TWO = {"learned": "One thing", "next_action": "One step, however small,"}


def due_list(wb: Workbook) -> Screen:
    """Show what is due, and take down what was done (R34 to R36).

    Parameters
    ----------
    wb
        The workbook.

    """
    kept = _DueList(wb)
    return screen(wb, kept.render, kept.actions(), says_example=False)


class _DueList:
    """What is due, its words, and what can be done about it."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.undoing = Undoing(wb)

    def render(self) -> Sequence[Block]:
        df = self.wb.follow_up.due()
        now = this_moment(self.wb.store)
        later = df[~df["ready"]]
        cards = self._cards(df[df["ready"]], now)
        few = rules.SHOWN_FIRST.value
        first, rest = cards[:few], cards[few:]
        more = Details(f"{len(rest)} more", rest, id="more")
        return [
            *([Note(INVENTED)] if self.wb.is_example else []),
            *(first or _nothing(later)),
            *([more] if rest else []),
            *_later(later),
            *self.undoing.line(),
        ]

    def _cards(self, rows: pd.DataFrame, now: datetime) -> list[Block]:
        """Return one card for each thing; a card by hand stands beside the thanks it doubles."""
        cards = Cards(self.wb, rows, now)
        thanked = set(rows.loc[rows["action"] == Due.THANK, "conversation"])
        return [
            cards.card(row)
            for row in rows.itertuples(index=False)
            if row.action != Due.CARD or row.conversation not in thanked
        ]

    def actions(self) -> dict[str, Action]:
        actions: dict[str, Action] = {
            "say": self.say,
            "keep": self.keep,
            "done": self.done,
            "another": self.another,
            "held": self.held,
            "did": self.did,
            "later": self.later,
            "leave": self.leave,
            "rest": self.rest,
            "stop": self.stop,
        }
        return self.undoing.actions(actions)

    def say(self, event: Event) -> str:
        """Note the two things that a thank-you says."""
        for name, what in _TWO.items():
            if not event.text(name):
                raise FieldError(name, f"{what} in a few words: it is what they will remember.")
        self.wb.follow_up.say(int(event.item), **{name: event.text(name) for name in _TWO})
        return "Saved. The words to send stand below."

    def keep(self, event: Event) -> str:
        key, channel = event.item.split(SEPARATOR)
        self.wb.follow_up.keep(key, channel, event.text("body"), event.text("subject"))
        return "Kept in your own words. Nothing was sent."

    def done(self, event: Event) -> str:
        key, channel = event.item.split(SEPARATOR)
        self.wb.follow_up.done(key, channel)
        return "Noted. Well done."

    def another(self, event: Event) -> str:
        self.wb.follow_up.done(event.item, event.text("channel"), event.text("on"))
        return "Noted. Well done."

    def held(self, event: Event) -> str:
        meeting, here = int(event.item), zone(self.wb.store)
        try:
            clock = time.fromisoformat(event.text("clock"))
            ended = datetime.combine(datetime.fromisoformat(event.text("on")), clock, here)
        except ValueError:
            raise FieldError("clock", "Please write when it ended, such as 16:20.") from None
        self.wb.follow_up.held(meeting, ended.isoformat())
        return "Noted. The thank-you is counted from that end."

    def did(self, event: Event) -> str:
        if not event.text("did"):
            raise FieldError("did", "A few words are enough. Or leave it out below.")
        self.wb.follow_up.did(int(event.item), event.text("did"))
        return "Saved."

    def later(self, event: Event) -> str:
        if not event.text("until"):
            raise FieldError("until", "Please choose a day.")
        self.wb.follow_up.put_off(event.item, event.text("until"))
        return "Put off until then."

    def leave(self, event: Event) -> str:
        self.wb.follow_up.leave_out(event.item)
        return "Left out."

    def rest(self, event: Event) -> str:
        self.wb.follow_up.park(int(event.item))
        return "It rests now. If they write, go on from there."

    def stop(self, event: Event) -> str:
        self.wb.follow_up.stop(int(event.item))
        return "Noted. Nothing will be due with them again."


def _nothing(later: pd.DataFrame) -> list[Block]:
    """Say warmly that nothing is due, and where something may begin."""
    if len(later):
        return [Note(NOTHING_NOW, "good")]
    return [Note(NOTHING, "empty"), Link("Go to your conversations", "05_conversation.ipynb")]


def _later(rows: pd.DataFrame) -> list[Block]:
    """Return what is further away, as a table."""
    if rows.empty:
        return []
    cells = [(_capital(row.words), row.why) for row in rows.itertuples(index=False)]
    table = TableBlock("What is due later", ("What", "Why"), cells)
    return [Details(f"Later ({len(rows)})", [table], id="later")]


def _capital(words: Any) -> str:
    return f"{words[:1].upper()}{words[1:]}"
