"""How well a place fits: three questions apart, with a small picture of the three (R41, R44)."""

from typing import TYPE_CHECKING

from olenb.core.plan_terms import FIT, Level
from olenb.method.opportunities import fit
from olenb.method.opportunities.plans import Plan, plans
from olenb.screens.opportunities.chosen import chosen
from olenb.views import on_demand
from olenb.views.drawn import drawn
from olenb.views.fit_words import Fit
from olenb.views.widgets.blocks import Block, Field, Form, Heading, Note, Text
from olenb.views.widgets.screen import Action, Event
from olenb.workbook import Workbook

if TYPE_CHECKING:
    from olenb.views.canvas import Picture

APART = "Three things, each by itself: a fine purpose doesn't make up for work that nobody sees."
QUESTIONS = {
    "skill_match": "How much of the work is the skill that you want to build?",
    "visibility": "Who would see your work?",
    "mission": "How much does their purpose mean to you?",
}


class Fitting:
    """The three sides of the chosen plan, and of the others beside it."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb

    def actions(self) -> dict[str, Action]:
        """Return what its buttons do."""
        return {"fit": self.say}

    def say(self, event: Event) -> str:
        """Note one side."""
        levels = {name: event.text(name) for name in QUESTIONS}
        self.wb.opportunities.say_fit(chosen(self.wb).mine().id, **levels)
        return "Noted."

    def blocks(self, one: Plan) -> list[Block]:
        """Return what it shows of a plan."""
        title = Heading("How well it fits")
        asked = [] if self.wb.is_example else [Text(APART, quiet=True), _form(one)]
        others = [each for each in plans(self.wb.store) if each.id != one.id]
        shown = [each for each in (one, *others) if fit.sentence(each)]
        if not shown:
            return [title, *asked]

        def draw(dark: bool) -> "Picture":
            places = [Fit(each.label, fit.fit(each)) for each in shown]
            return on_demand.fit_figure(places, fit.sentence(shown[0]), dark=dark)

        more = fit.next_question(one)
        talk = [Note(f"Something to talk about with them: {more}")] if more else []
        return [title, *asked, *drawn(draw, caption="How well it fits", id="fit"), *talk]


def _form(one: Plan) -> Form:
    sides = fit.fit(one)
    fields = [
        Field(
            name,
            QUESTIONS[name],
            "radio",
            _value(sides[name]),
            [(str(int(level)), level.label) for level in levels],
            action="fit",
        )
        for name, (_, levels) in FIT.items()
    ]
    return Form("fit", fields)


def _value(level: Level | None) -> str:
    return "" if level is None else str(int(level))
