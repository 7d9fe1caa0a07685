"""Why now: one of four reasons, and one sentence of the user's own (R1)."""

from collections.abc import Mapping

from olenb.core.goal_terms import GoalKind
from olenb.core.terms import Purpose
from olenb.method import goals
from olenb.screens.goals.exercise import Exercise
from olenb.views.widgets.blocks import Block, Field, Form
from olenb.views.widgets.screen import Action, Event, FieldError

NOTHING = "Choose one, or write a sentence. Or leave it."


class WhyNow(Exercise):
    """Which reason it is, and why it matters just now."""

    key = "why"
    title = "Why now"
    gives = "One sentence about what you'd like to know, and what it is for."
    example = (
        "Robin studies biology and is in the third year.",
        "Reason: learn what a certain job is really like.",
        "“I choose my courses for the last year in spring, and I'd like to know what for.”",
    )

    def ask(self) -> list[Block]:
        """Ask for both; what was said last stands there."""
        said = "" if self.wb.is_example else goals.said(self.wb.store, GoalKind.PURPOSE)
        words = "" if self.wb.is_example else goals.said(self.wb.store, GoalKind.WHY_NOW)
        fields = [
            Field(
                "purpose",
                "I'd like to …",
                "radio",
                said,
                [(each.value, each.label) for each in Purpose],
            ),
            Field(
                "words",
                "Why does it matter now, and not in a year?",
                "textarea",
                words,
                help="A date, a choice that is coming, something that somebody said.",
            ),
        ]
        return [Form("why", [*fields, self.button("save", "Save", kind="primary")])]

    def actions(self) -> Mapping[str, Action]:
        """Save what was said."""
        return {"save": self._save}

    def _save(self, event: Event) -> str:
        purpose, words = event.text("purpose"), event.text("words")
        if not purpose and not words:
            raise FieldError("words", NOTHING)
        with self.wb.writing() as store, store.change("Noted why you explore") as _:
            if purpose:
                goals.say_purpose(store, purpose)
            goals.say(store, GoalKind.WHY_NOW, words)
        return "Saved."
