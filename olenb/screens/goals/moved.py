"""A goal that moved: the new curiosity, why, and the conversation that moved it (R4)."""

from collections.abc import Mapping

from olenb.core.goal_terms import GoalKind
from olenb.method import goals
from olenb.screens.goals.exercise import Exercise
from olenb.screens.goals.talks import talk_field
from olenb.views.widgets.blocks import Block, Field, Form, Text
from olenb.views.widgets.screen import Action, Event, FieldError


class Moved(Exercise):
    """What the user is curious about now, and what changed it."""

    key = "moved"
    title = "Something moved"
    gives = "A dated line: what you're curious about now, and what changed it."
    minutes = 5
    example = (
        "Before: “what people do all day who work in a lab and like it.”",
        "Now: “who plans a clinic's tests, and how they talk with the doctors.”",
        "Because: “The planning is the part that nobody sees.” After a conversation with Imani.",
    )

    def ask(self) -> list[Block]:
        """Ask for the new line, and say the old one."""
        said = "" if self.wb.is_example else goals.said(self.wb.store, GoalKind.CURIOSITY)
        before: list[Block] = [Text(f"So far: {said}")] if said else []
        fields = [
            Field("words", "What are you curious about now?"),
            Field("because", "What changed it?", "textarea"),
            *talk_field(self.wb, "After a conversation?"),
        ]
        save = self.button("save", "Save", kind="primary")
        return [*before, Form("moved", [*fields, save])]

    def actions(self) -> Mapping[str, Action]:
        """Save the new line."""
        return {"save": self._save}

    def _save(self, event: Event) -> str:
        if not event.text("words"):
            raise FieldError("words", "A few words are enough. Or leave it as it is.")
        talk = event.text("talk")
        with self.wb.writing() as store:
            goals.say_curiosity(
                store, event.text("words"), int(talk) if talk else None, event.text("because")
            )
        return "Saved. It stands in how your goals changed, further down."
