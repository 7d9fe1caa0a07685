"""One card for each thing that is due: why, the words to send, what can be done about it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from olenb.core.due_terms import Due
from olenb.core.errors import NotAllowed
from olenb.core.terms import Channel, NoteKind
from olenb.method import conversations
from olenb.method.due import words
from olenb.method.due.drafting import KINDS
from olenb.method.due.facts import Facts
from olenb.screens.outreach import beside
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Card,
    Details,
    Field,
    Form,
    Link,
    Note,
    Row,
    Say,
)
from olenb.workbook import Workbook

INVENTED = (
    "These are invented people: look around as you like. "
    "With your own people here, one click notes what you did."
)
BRACKETS = "Put your own words where the brackets are."
LEARNED = "One thing that you learned from them"
NEXT = "What you do next because of it"
BY_HAND = "Words for a card"
_DONE = {
    Due.CONFIRM: "I wrote to them",
    Due.THANK: "I thanked them by email",
    Due.CARD: "I posted the card",
    Due.THANK_INTRODUCER: "I thanked them",
    Due.FOLLOW_REFERRAL: "I wrote to them",
    Due.NUDGE: "I wrote once more",
    Due.PARK: "Let it rest",
    Due.OUTCOME: "I told them",
    Due.KEEP_IN_TOUCH: "I said hello",
}
_CHANNELS = [(each.value, each.label) for each in Channel]
_REST = (Due.NUDGE, Due.KEEP_IN_TOUCH)


class Cards:
    """The cards of one list at one moment.

    Parameters
    ----------
    wb
        The workbook.
    rows
        What is due, as `wb.follow_up.due()` returns it.
    now
        This moment.

    """

    def __init__(self, wb: Workbook, rows: pd.DataFrame, now: datetime) -> None:
        self.wb = wb
        self.facts = Facts(wb.store, now)
        self.count = rows["person_id"].value_counts()
        by_hand = rows[rows["action"] == Due.CARD]
        self.by_hand = dict(zip(by_hand["conversation"], by_hand["key"], strict=True))

    def card(self, row: Any) -> Card:
        """Return what is due, with everything that belongs to it."""
        action = Due(row.action)
        title = f"{row.words[:1].upper()}{row.words[1:]}"
        lines = [line for line in (self._clocks(row), row.why) if line]
        blocks = [*self._before(row), *self._words(row)]
        if not self.wb.is_example:
            blocks += [*self._done(row, action), self._otherwise(row, action)]
        return Card(row.key, title, lines, blocks=blocks, tag=action.label, level=3)

    def _clocks(self, row: Any) -> str:
        """Return the deadline on both clocks, where they differ."""
        if not row.theirs:
            return ""
        return f"{words.at(row.due_at, self.facts.now).capitalize()} your time · {row.theirs}"

    def _before(self, row: Any) -> list[Block]:
        """Ask for what the words need first (R34), or for what came of it."""
        if row.action in (Due.THANK, Due.CARD):
            return [] if self.wb.is_example else [self._two_things(row)]
        if row.action == Due.OUTCOME and not self.wb.is_example:
            return self._advice(row)
        return [self._it_happened(row)] if row.action == Due.WRITE_DOWN else []

    def _two_things(self, row: Any) -> Block:
        talk = conversations.get(self.wb.store, int(row.conversation))
        said = {name: talk[name] or "" for name in ("learned", "next_action")}
        fields = [
            Field("learned", LEARNED, value=said["learned"]),
            Field("next_action", NEXT, value=said["next_action"]),
        ]
        save = Button("say", "Save these two", item=str(row.conversation))
        form = Form(f"both-{row.conversation}", [*fields, save])
        if all(said.values()):
            return Details("What you learned, and what you do next", [form], id=f"two-{row.key}")
        return form

    def _advice(self, row: Any) -> list[Block]:
        """Ask what came of advice that nothing is noted of yet."""
        notes = self.wb.store.rows(
            "SELECT id, words FROM note WHERE conversation = ? AND kind = ? AND done IS NULL",
            (int(row.conversation), NoteKind.ADVICE.value),
        )
        return [
            Form(
                f"advice-{note['id']}",
                [
                    Field("did", "What did you do with it?", help=f"They said: {note['words']}"),
                    Button("did", "Save", item=str(note["id"])),
                ],
            )
            for note in notes
        ]

    def _it_happened(self, row: Any) -> Block:
        (meeting,) = [each for each in self.facts.meetings if each["id"] == row.meeting]
        starts = self.facts.moment(meeting["starts_at"]) or self.facts.now
        ends = starts + timedelta(minutes=meeting["minutes"])
        fields = [
            Field("on", "The day", "date", ends.date()),
            Field("clock", "When did it end?", value=f"{ends:%H:%M}", help="On your clock: 16:20."),
        ]
        held = Button("held", "It happened", kind="primary", item=str(row.meeting))
        onward = Link("Write down what they said", "05_conversation.ipynb")
        return Form(f"held-{row.meeting}", [Row(fields), Buttons([held, onward])])

    def _words(self, row: Any) -> list[Block]:
        """Return the words to begin with; for thanks those of an email and of a card (R35)."""
        if row.action not in KINDS:
            return []
        if row.action == Due.CARD:
            return self._draft(row.key, Channel.LETTER, BY_HAND)
        found = self._draft(row.key, Channel.EMAIL, "Words for an email")
        key = self.by_hand.get(row.conversation) if row.action == Due.THANK else None
        return [*found, *(self._draft(key, Channel.LETTER, BY_HAND) if key else [])]

    def _draft(self, key: str, channel: Channel, summary: str) -> list[Block]:
        try:
            found = self.wb.follow_up.words(key, channel.value)
        except NotAllowed:  # a thank-you still lacks one of its two things, which are asked above
            return []
        name = f"{key}-{channel.value}"
        if self.wb.is_example:
            return [Details(summary, [Say(found.body)], id=name)]
        reasons = dict.fromkeys([*found.refused, *found.held_back])
        refused: list[Block] = [Note(reason, "warning") for reason in reasons]
        ready: list[Block] = [Say(found.body, "Ready to send")]
        if found.left or found.held_back:
            ready = []
        by_email = channel is Channel.EMAIL
        subject = [Field("subject", "Subject", value=found.subject)] if by_email else []
        body = Field(
            "body", "The words", "textarea", found.body, help=BRACKETS if found.left else ""
        )
        keep = Button("keep", "Keep these words", item=f"{key}|{channel.value}")
        form = Form(f"words-{name}", [*subject, body, keep])
        mind = beside.findings(
            found.body, list(found.findings), is_whole=not found.left, draft=f"-{name}"
        )
        looked_over = Form(f"beside-{name}", mind)
        return [Details(summary, [*refused, *ready, Row([form, looked_over])], id=name)]

    def _done(self, row: Any, action: Due) -> list[Block]:
        """Return the one click that notes it as done."""
        if action is Due.WRITE_DOWN:
            return []
        by_hand = self.by_hand.get(row.conversation) if action is Due.THANK else None
        ways = [(row.key, action, Channel.LETTER if action is Due.CARD else Channel.EMAIL)]
        ways += [(by_hand, Due.CARD, Channel.LETTER)] if by_hand else []
        buttons = [
            Button(
                "done",
                _DONE[each],
                kind="plain" if place else "primary",
                item=f"{key}|{'' if each is Due.PARK else channel.value}",
                describe=f"{_DONE[each]}: {row.person}",
            )
            for place, (key, each, channel) in enumerate(ways)
        ]
        return [Buttons(buttons)]

    def _otherwise(self, row: Any, action: Due) -> Block:
        """Return what else can be done: another way, later, not at all, rest, stop."""
        blocks: list[Block] = []
        if action not in (Due.PARK, Due.WRITE_DOWN):
            way = Field("channel", "How did it go?", "select", "", _CHANNELS)
            on = Field("on", "When?", "date", self.facts.now.date())
            note = Button("another", "Note it")
            blocks.append(Form(f"another-{row.key}", [Row([way, on]), note]))
        until = Field("until", "Not before", "date", self.facts.now.date() + timedelta(days=7))
        blocks.append(Form(f"later-{row.key}", [until, Button("later", "Put it off")]))
        blocks.append(Buttons(list(self._ends(row, action))))
        return Details("Another way, or not now", blocks, id=f"else-{row.key}")

    def _ends(self, row: Any, action: Due) -> Sequence[Button]:
        person, count = str(row.person_id), int(self.count[row.person_id])
        things = "1 thing" if count == 1 else f"{count} things"
        stop = (
            f"This takes {things} off your list, and nothing will be due with them again. "
            "You can still undo it."
        )
        leave = "It didn't happen" if action is Due.WRITE_DOWN else "Leave it out"
        rest = Button("rest", "Let it rest with them", item=person)
        return [
            Button("leave", leave),
            *([rest] if action in _REST else []),
            Button("stop", "They asked me to stop", item=person, confirm=stop),
        ]
