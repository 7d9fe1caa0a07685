"""The market check: what people earn in a kind of work, where, and how many do it (R1)."""

from collections.abc import Mapping

from olenb.contacts import you
from olenb.core.goal_terms import GoalKind
from olenb.method import goals, market
from olenb.screens.goals.exercise import Exercise
from olenb.screens.goals.own_table import OwnTable
from olenb.views import on_demand
from olenb.views.drawn import drawn
from olenb.views.wages_words import Wages
from olenb.views.widgets.blocks import Block, Buttons, Choice, Field, Form, Note
from olenb.views.widgets.screen import Action, Event, FieldError
from olenb.workbook import Workbook

MOST_AREAS = 4
NOT_FOUND = (
    "No kind of work is called like that in these figures. Try a plainer word, or a wider one: "
    "“nurse”, “editor”, “data”."
)
NO_AREA = "No place is called like that in these figures. A state or a larger city may be there."


class Market(Exercise):
    """A kind of work looked up in public figures."""

    key = "market"
    title = "What people earn"
    gives = "How many people do a kind of work, where, and what they earn: a first look, no more."
    minutes = 15
    example = (
        "Robin looked up “lab scientist” in Minnesota and in the whole country.",
        "What Robin took from it: “Half of them earn enough to live in Duluth, so money needn't "
        "decide this.”",
        "The figures didn't say what a night shift is like. That became a question to ask.",
    )

    def __init__(self, wb: Workbook) -> None:
        super().__init__(wb)
        self.table = OwnTable(self, self.forget)
        self.found: dict[str, str] = {}
        self.occupation = ""
        self.areas: list[str] = []

    def ask(self) -> list[Block]:
        """Ask for a kind of work and an area; where several are meant, which one."""
        figures = self.table.figures()
        fields = [
            Field("work", "Which kind of work?", placeholder="lab manager"),
            Field(
                "area",
                "Where?",
                "suggest",
                self._home(),
                list(figures.areas.values()),
                help="A country, a state or a city. More can be added afterwards.",
            ),
        ]
        look = self.button("look", "Look it up", kind="primary")
        blocks: list[Block] = [*self.table.choice(), Form("market look", [*fields, look])]
        if len(self.found) > 1:
            options: list[Choice] = list(self.found.items())
            label = "In these figures it may be called"
            action = self.name("which")
            which = Field("which", label, "radio", self.occupation, options, action=action)
            blocks.append(Form("market which", [which]))
        return blocks

    def kept(self) -> list[Block]:
        """Show the figures that were asked for, what they can't say, and how to bring others."""
        return [*self._figures(), *self.table.blocks()]

    def actions(self) -> Mapping[str, Action]:
        """Look up, choose, add an area, note what one takes from it, bring a table."""
        return {
            "look": self._look,
            "which": self._which,
            "area": self._add_area,
            "save": self._save,
            **self.table.actions(),
        }

    def forget(self) -> None:
        """Let go of what was looked up: other figures are asked from now on."""
        self.found, self.occupation, self.areas = {}, "", []

    def _figures(self) -> list[Block]:
        figures = self.table.figures()
        if self.occupation not in figures.titles:
            return []
        shown = Wages(
            figures,
            figures.titles[self.occupation],
            figures.figures(self.occupation, self.areas),
        )
        picture = drawn(
            lambda dark: on_demand.wages_figure(shown, dark=dark),
            caption=f"What {shown.title} earn",
            id="market",
        )
        return [*picture, Note(market.LIMITS), *self._add(figures), self._take_away()]

    def _add(self, figures: market.Market) -> list[Block]:
        if len(self.areas) >= MOST_AREAS:
            return []
        options = list(figures.areas.values())
        field = Field("area", "Beside another place", "suggest", options=options)
        return [Form("market area", [field, Buttons([self.button("area", "Show it, too")])])]

    def _take_away(self) -> Form:
        said = "" if self.wb.is_example else goals.said(self.wb.store, GoalKind.MARKET)
        field = Field(
            "words",
            "What do you take from it?",
            "textarea",
            said,
            help="One sentence. What the figures can't say may become a hunch to check.",
        )
        return Form("market words", [field, self.button("save", "Save")])

    def _home(self) -> str:
        """Return the user's own city where it is known and in the figures."""
        city = "" if self.wb.is_example else you.facts(self.wb.store)["city"]
        found = market.areas(self.table.figures(), city, 1)
        return next(iter(found.values()), "")

    def _look(self, event: Event) -> str | None:
        figures = self.table.figures()
        if not event.text("work"):
            raise FieldError("work", "A word or two are enough.")
        found = market.occupations(figures, event.text("work"))
        if not found:
            raise FieldError("work", NOT_FOUND)
        places = market.areas(figures, event.text("area"), 1)
        if event.text("area") and not places:
            raise FieldError("area", NO_AREA)
        self.found, self.occupation = found, next(iter(found))
        self.areas = market.around(figures, next(iter(places), next(iter(figures.areas))))
        return f"{figures.titles[self.occupation]}: the figures are below."

    def _which(self, event: Event) -> str | None:
        if event.text("which") in self.found:
            self.occupation = event.text("which")
        return None

    def _add_area(self, event: Event) -> str:
        found = market.areas(self.table.figures(), event.text("area"), 1)
        if not found:
            raise FieldError("area", NO_AREA)
        self.areas = list(dict.fromkeys([*self.areas, *found]))
        return f"{next(iter(found.values()))} is in the picture."

    def _save(self, event: Event) -> str:
        if not event.text("words"):
            raise FieldError("words", "A few words are enough. Or leave it.")
        with self.wb.writing() as store:
            goals.say(store, GoalKind.MARKET, event.text("words"))
        return "Saved."
