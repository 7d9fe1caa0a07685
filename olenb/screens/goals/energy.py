"""The energy log: what the user did, what it gave or took, and the picture of it."""

from collections.abc import Mapping
from datetime import date, timedelta

from olenb.core.goal_terms import Energy, Engagement
from olenb.method.exercises import energy
from olenb.screens.goals.exercise import Exercise
from olenb.views import on_demand
from olenb.views.drawn import drawn
from olenb.views.widgets.blocks import Block, Details, Field, Form
from olenb.views.widgets.screen import Action, Event, FieldError

BOTH = "Please choose one: it may be a guess."


class EnergyLog(Exercise):
    """Seven to ten things that the user did lately, one after the other."""

    key = "energy"
    title = "Energy log"
    gives = (
        "Which doings to look for in a job, and which to leave to others. Seven to ten things of "
        "the last days are enough; they may be small."
    )
    minutes = 20
    example = (
        "“Helped at the open day”: explaining; a lot of energy; lost track of time.",
        "“Filled in the forms for my scholarship”: filling in; it drained me; mind elsewhere.",
        "After eight lines Robin's log says: more of explaining, singing together and counting; "
        "less of filling in.",
    )

    def ask(self) -> list[Block]:
        """Ask for one thing that the user did."""
        fields = [
            Field("what", "What did you do?", placeholder="helped at the open day"),
            Field(
                "verb",
                "What were you really doing?",
                help="In a word that ends in -ing: explaining, sorting, waiting.",
            ),
            Field(
                "energy",
                "And your energy?",
                "radio",
                options=[(str(each.value), each.label) for each in Energy],
            ),
            Field(
                "engagement",
                "How much were you in it?",
                "radio",
                options=[(str(each.value), each.label) for each in Engagement],
            ),
            Field("day", "When?", "date", date.today() - timedelta(days=1)),
        ]
        add = self.button("add", "Put it in the log", kind="primary")
        return [Form("energy add", [*fields, add], again=True)]

    def kept(self) -> list[Block]:
        """Show the picture, and the lines."""
        df = energy.activities(self.wb.store)
        if df.empty:
            return []
        rows = list(df.itertuples(index=False))[::-1]
        cards = [
            self.card(
                row.id,
                row.what,
                [
                    ", ".join(filter(None, [row.verb, Energy(row.energy).label])),
                    Engagement(row.engagement).label,
                ],
            )
            for row in rows
        ]
        picture = drawn(
            lambda dark: on_demand.energy_figure(df, dark=dark),
            caption="What I did, and what it did to me",
            id="energy",
        )
        return [*picture, Details("What is in the log", cards, id="energy log")]

    def actions(self) -> Mapping[str, Action]:
        """Add a line, or take one away."""
        return {"add": self._add, "remove": self.remover("activity")}

    def _add(self, event: Event) -> str:
        if not event.text("what"):
            raise FieldError("what", "A few words are enough.")
        for name in ("energy", "engagement"):
            if not event.text(name):
                raise FieldError(name, BOTH)
        with self.wb.writing() as store:
            energy.note(
                store,
                event.text("what"),
                event.text("verb"),
                energy=int(event.text("energy")),
                engagement=int(event.text("engagement")),
                done_on=event.text("day"),
            )
        return "In the log."
