"""The words, one question at a time: which step, which way, then the draft with what to mind."""

from collections.abc import Sequence

import pandas as pd

from olenb.contacts import rows
from olenb.core.terms import Channel, CoworkerDecision, DraftKind
from olenb.method.drafts.scaffold import BY_HAND
from olenb.method.drafts.steps import WAYS, next_kinds
from olenb.method.outreach.stages import stages
from olenb.screens.base import screen
from olenb.screens.outreach.choice import NOBODY, choice
from olenb.screens.outreach.coworker import CoworkerCheck
from olenb.screens.outreach.editor import Editor
from olenb.screens.outreach.person import STOPPED
from olenb.screens.outreach.words import CARD, KINDS
from olenb.screens.outreach.words import WAYS as WAY_WORDS
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Button, Buttons, Card, Details, Field, Note, Text
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook

WHICH = "What would you like to write?"
HOW = "How will it go?"
SOMETHING_ELSE = "Something else"


def writing(wb: Workbook) -> Screen:
    """Begin a message to the chosen person, look it over, and note that it was sent (R12, N6).

    Parameters
    ----------
    wb
        The workbook.

    """
    words = _Writing(wb)
    words.editor.form = form = screen(wb, words.render, words.actions(), says_example=False)
    return form


class _Writing:
    """The message to the chosen person, as far as it has come."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.choice = choice(wb)
        self.undoing = Undoing(wb)
        self.coworker = CoworkerCheck(wb)
        self.editor = Editor(wb, self.choice)

    def actions(self) -> dict[str, Action]:
        check = self.coworker
        noted = self.undoing.actions(
            {
                "kind": self.kind,
                "way": self.way,
                "go on": self.go_on,
                "back": lambda _: self.choice.begin_again(),
                "weigh": check.weigh,
                "go ahead": lambda event: check.decide(event, CoworkerDecision.GO_AHEAD),
                "not now": lambda event: check.decide(event, CoworkerDecision.NOT_NOW),
                "skip check": check.skip,
                "think again": check.think_again,
                **self.editor.actions(),
            }
        )
        return {**noted, "undo": self.undo(noted["undo"])}

    def undo(self, take_back: Action) -> Action:
        """Take back the newest change, and show the words as they are kept now."""

        def run(event: Event) -> str | None:
            self.editor.begin_again()
            return take_back(event)

        return run

    def render(self) -> Sequence[Block]:
        person = self.choice.person(self.wb)
        if person is None:
            return [Note(NOBODY, kind="empty")]
        return [*self.editor.news_for(person), *self._step(person), *self.undoing.line()]

    def _step(self, person: int) -> list[Block]:
        """Return the one question that comes now."""
        standing = stages(self.wb.store).get(person)
        if standing and standing.stopped:
            return [Note(STOPPED)]
        if self.coworker.stands_before(person):
            return self.coworker.blocks(person, self.choice.name(self.wb))
        if self.choice.kind is None:
            return self._which(person)
        if self.choice.channel is None:
            return self._how(person, self.choice.kind)
        return self.editor.blocks(person)

    def kind(self, event: Event) -> None:
        said = event.item if event.item in list(DraftKind) else event.text("kind")
        self.choice.begin_again()
        self.choice.kind = DraftKind(said) if said in list(DraftKind) else None
        self.editor.begin_again()

    def way(self, event: Event) -> None:
        self.choice.channel = Channel(event.item)

    def go_on(self, event: Event) -> None:
        """Take up a draft that was saved and not sent."""
        df = self.wb.outreach.drafts()
        row = next(df[df["id"] == int(event.item)].itertuples())
        self.choice.begin_again()
        self.choice.kind, self.choice.channel = DraftKind(row.kind), Channel(row.channel)
        self.choice.draft = int(row.id)
        for name in ("target", "about"):
            number = getattr(row, f"{name}_id")
            setattr(self.choice, name, None if pd.isna(number) else int(number))
        self.editor.begin_again()

    def _which(self, person: int) -> list[Block]:
        """Ask which step it is, the likeliest ones first, drafts before them."""
        likely = next_kinds(self.wb.store, person)
        buttons = [
            Button("kind", KINDS[kind], "plain" if number else "primary", item=kind.value)
            for number, kind in enumerate(likely)
        ]
        rest = [(kind.value, words) for kind, words in KINDS.items() if kind not in likely]
        other = Field("kind", SOMETHING_ELSE, "select", options=rest, action="kind")
        card = Card(f"which-{person}", WHICH, blocks=[Buttons(buttons)], level=3)
        return [*self._drafts(person), card, Details(SOMETHING_ELSE, [other], id="else")]

    def _drafts(self, person: int) -> list[Block]:
        df = self.wb.outreach.drafts(person)
        return [
            Card(
                f"draft-{row.id}",
                "A draft of yours",
                [f"{KINDS[DraftKind(row.kind)]}. {WAY_WORDS[Channel(row.channel)]}."],
                blocks=[Buttons([Button("go on", "Go on with it", item=str(row.id))])],
                level=3,
            )
            for row in df[df["touch_id"].isna()].itertuples()
        ]

    def _how(self, person: int, kind: DraftKind) -> list[Block]:
        """Ask which way it goes, the likeliest first."""
        ways = list(WAYS[kind])
        if not rows.person(self.wb.store, person)["email"]:
            ways.sort(key=lambda way: way == Channel.EMAIL)
        by_hand = {Channel.LETTER: CARD} if kind in BY_HAND else {}
        buttons = [
            Button(
                "way",
                {**WAY_WORDS, **by_hand}[way],
                "plain" if number else "primary",
                item=way.value,
            )
            for number, way in enumerate(ways)
        ]
        said = Text(f"{KINDS[kind]}.")
        back = Button("back", "Back")
        return [Card(f"how-{person}", HOW, blocks=[said, Buttons([*buttons, back])], level=3)]
