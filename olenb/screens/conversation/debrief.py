"""Afterwards, one question at a time: what was heard, whom they named, what changes (R4, R28–R31).

Each step asks for one thing, can be skipped, and shows what is kept already. The steps themselves
are in `facts_after` (one answer each), `lists_after` and `notes_after` (as many as there are).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from olenb.core.change import Row
from olenb.method import conversations, times
from olenb.screens.base import screen
from olenb.screens.conversation import facts_after, lists_after, notes_after
from olenb.screens.conversation.step import Asked, Step
from olenb.screens.conversation.whom import INVENTED, whom
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Field,
    Heading,
    Note,
    Progress,
    Text,
)
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

FIRST = "First choose whom you talked with, at the top of this page."
RUNS = "The clock is still running. “We're done” ends it; or say here when it ended."
NEW = "new"
STEPS: tuple[Step, ...] = (
    facts_after.ENDED,
    facts_after.LEARNED,
    lists_after.REFERRALS,
    lists_after.PLACES,
    notes_after.ADVICE,
    lists_after.HUNCHES,
    notes_after.NOTES,
    facts_after.TALKED,
    facts_after.HELPED,
    facts_after.GOALS,
)
DONE = (
    "That is all of it. The thank-you is next, while it is fresh. What they said between the two "
    "of you stays in your file: no page, message or summary takes it along."
)


def debrief(wb: Workbook) -> Screen:
    """Ask what stays of a conversation, one thing at a time.

    Parameters
    ----------
    wb
        The workbook.

    """
    after = _After(wb)
    form = screen(wb, after.render, after.undoing.actions(after.actions()), says_example=False)
    after.zone = lambda: form.time_zone
    return form


@dataclass
class _After:
    """The conversation that is looked back at, and the step that is asked."""

    wb: Workbook
    at: int = 0
    chosen: int | str | None = None
    zone: Callable[[], str] = field(default=lambda: "")

    def __post_init__(self) -> None:
        self.undoing = Undoing(self.wb)

    def actions(self) -> dict[str, Callable[[Event], str | None]]:
        """Return what the buttons do, those of every step among them."""
        special = {name: self._doing(act) for step in STEPS for name, act in step.actions.items()}
        return {**special, "save": self.save, "go": self.go, "talk": self.choose}

    def render(self) -> Sequence[Block]:
        talk = self.talk()
        person = whom(self.wb).person(self.wb)
        if person is None and talk is None:
            return [Note(FIRST, kind="empty")]
        is_over = talk is not None and talk["ended_at"]
        if not is_over:
            self.at = 0
        blocks = [*self._which(talk), Progress(self.at / len(STEPS), self._place())]
        if self.at == len(STEPS):
            return [*blocks, Note(DONE, "good"), self._way(), *self.undoing.line()]
        step = STEPS[self.at]
        own = not self.wb.is_example
        # One's own single answers stand in the fields already.
        kept = step.kept(self.wb, talk) if talk and (step.many or not own) else []
        asked = step.form(self.wb, talk, self.zone()) if own else [Note(INVENTED)]
        why = [Text(step.why, quiet=True)] if step.why else []
        runs = [Note(RUNS)] if talk and not is_over else []
        asking = [*runs, Heading(step.title), *why, *kept, *asked]
        return [*blocks, *asking, self._way(), *self.undoing.line()]

    def talk(self) -> Row | None:
        """Return the conversation: the chosen one, else the newest with the person."""
        store = self.wb.store
        if self.chosen == NEW:
            return None
        if self.chosen is not None:
            return store.one("SELECT * FROM conversation WHERE id = ?", (self.chosen,))
        person = whom(self.wb).person(self.wb)
        row = None
        if person:
            row = conversations.running(store, person) or conversations.newest(store, person)
        if row or not self.wb.is_example:
            return row
        return store.one("SELECT * FROM conversation WHERE ended_at IS NOT NULL ORDER BY id")

    def choose(self, event: Event) -> None:
        said = event.text("talk")
        self.chosen = NEW if said == NEW else int(said) if said else None
        self.at = 0

    def go(self, event: Event) -> None:
        """Go to the next or the step before; nothing is saved."""
        self.at = min(max(self.at + (1 if event.item == "on" else -1), 0), len(STEPS))

    def save(self, event: Event) -> str | None:
        """Keep the answer of this step; a single answer leads on to the next step."""
        step, talk = STEPS[self.at], self.talk()
        with self.wb.writing() as store:
            said = step.save(store, talk, event, self._asked())
        if self.chosen == NEW:
            self.chosen = self.wb.store.rows("SELECT max(id) FROM conversation")[0][0]
        if not step.many:
            self.at += 1
        return said

    def _asked(self) -> Asked:
        return Asked(whom(self.wb).person(self.wb) or 0, self.zone())

    def _doing(self, act: Callable[..., str]) -> Callable[[Event], str]:
        def run(event: Event) -> str:
            with self.wb.writing() as store:
                return act(store, event)

        return run

    def _which(self, talk: Row | None) -> list[Block]:
        """Ask which conversation, where there is more than one, or a new one to note."""
        held = self.wb.conversations.held
        name = whom(self.wb).name(self.wb)
        new = [(NEW, f"Another one with {name}")] if name and not self.wb.is_example else []
        options = [
            (f"{row.id}", f"{row.person}, {_day(row.ended_at)}") for row in held.itertuples()
        ]
        if len(options) + len(new) < 2:
            return []
        runs = [(f"{talk['id']}", f"{name}, now")] if talk and not talk["ended_at"] else []
        value = f"{talk['id']}" if talk else NEW
        choice = [*runs, *options, *new]
        return [Field("talk", "Which conversation?", "select", value, choice, action="talk")]

    def _place(self) -> str:
        if self.at == len(STEPS):
            return "All steps"
        return f"Step {self.at + 1} of {len(STEPS)}"

    def _way(self) -> Buttons:
        """Return the buttons to the step before and to the next, nothing saved."""
        back = [Button("go", "Back", item="back")] if self.at else []
        talk = self.talk()
        if self.at == len(STEPS) or talk is None or not talk["ended_at"]:
            return Buttons(back)
        step = STEPS[self.at]
        label = "Go on" if step.many or self.wb.is_example else "Skip this"
        return Buttons([Button("go", label, item="on"), *back])


def _day(moment: str) -> str:
    return times.day_words(datetime.fromisoformat(moment).date())
