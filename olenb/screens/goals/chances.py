"""The chance log: what came unplanned, what the user did that let it come, what next."""

from collections.abc import Mapping
from datetime import date

from olenb.core.spoken import spoken
from olenb.method.exercises import chances
from olenb.screens.goals.exercise import Exercise
from olenb.views.widgets.blocks import Block, Field, Form
from olenb.views.widgets.screen import Action, Event, FieldError


class Chances(Exercise):
    """Something unplanned, and the next step."""

    key = "chances"
    title = "Chance log"
    gives = "What you did that let a chance come, so that you can do it again."
    example = (
        "What happened: “The lab's door stood open, and somebody waved me in.”",
        "What I did: “I asked what the blinking light meant.”",
        "Next: “Ask Imani who plans the night shift.”",
    )

    def ask(self) -> list[Block]:
        """Ask for one chance."""
        fields = [
            Field("what", "What came unplanned, and helped?"),
            Field(
                "skill",
                "What did you do that let it happen?",
                help="Asked, stayed, said yes, tried again, told somebody.",
            ),
            Field("next_step", "What do you do next because of it?"),
            Field("day", "When was it?", "date", date.today()),
        ]
        add = self.button("add", "Save", kind="primary")
        return [Form("chances add", [*fields, add], again=True)]

    def kept(self) -> list[Block]:
        """Show the log, the newest first."""
        rows = list(chances.chances(self.wb.store).itertuples(index=False))[::-1]
        return [
            self.card(
                row.id,
                row.what,
                [row.skill, f"Next: {row.next_step}" if row.next_step else ""],
                *([self.button("done", "I did that")] if row.next_step and not row.done_on else []),
                tag="done" if row.done_on else spoken(row.happened_on),
            )
            for row in rows
        ]

    def actions(self) -> Mapping[str, Action]:
        """Add a line, tick its next step, or take it away."""
        return {"add": self._add, "done": self._done, "remove": self.remover("chance")}

    def _add(self, event: Event) -> str:
        if not event.text("what"):
            raise FieldError("what", "A few words are enough.")
        with self.wb.writing() as store:
            chances.note(
                store,
                event.text("what"),
                event.text("skill"),
                event.text("next_step"),
                event.text("day"),
            )
        return "Saved."

    def _done(self, event: Event) -> str:
        chances.done(self.wb.own(), self.row(event))
        return "Good. That was a whole step."
