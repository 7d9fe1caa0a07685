"""Interests: the six themes sorted one after the other, or a code from a test."""

from collections.abc import Mapping

from olenb.core.goal_terms import Interest, InterestSource
from olenb.core.spoken import spoken
from olenb.method.exercises import interests
from olenb.screens.goals.exercise import Exercise
from olenb.views.widgets.blocks import Block, Buttons, Details, Field, Form
from olenb.views.widgets.screen import Action, Event, FieldError
from olenb.workbook import Workbook

ASKS = (
    "Which of these sounds most like you on a good day?",
    "And which comes next?",
    "And which comes third?",
)
CHOOSE = "Please choose one first. Or go back to the list: none of this is needed."


class Interests(Exercise):
    """One theme, then the next, with a sentence where it shows."""

    key = "interests"
    title = "Interests"
    gives = "Two or three themes that sound like you, and where each of them shows."
    example = (
        "Robin chose “Finding out”: “I want to know why the count was off.”",
        "Then “Helping”: “At the open day I forgot to have lunch.”",
        "Then “Making”, without a sentence. The three letters are I, S, R: counselors know them "
        "as a Holland code.",
    )

    def __init__(self, wb: Workbook) -> None:
        super().__init__(wb)
        self.themes: list[str] = []
        self.words: list[str] = []

    def ask(self) -> list[Block]:
        """Ask for the next theme, and offer to bring a code."""
        place = len(self.themes)
        left = [theme for theme in Interest if theme not in self.themes]
        fields = [
            Field("theme", ASKS[place], "radio", "", [(each.value, each.label) for each in left]),
            Field("words", "Where does it show? One sentence, if you like."),
        ]
        last = place == len(ASKS) - 1
        buttons = [self.button("next", "Save" if last else "Next", kind="primary")]
        if place:
            buttons.append(self.button("enough", "That's enough: save"))
        form = Form(f"interests {place}", [*fields, Buttons(buttons)])
        return [form] if place else [form, self._code()]

    def kept(self) -> list[Block]:
        """Show the newest sort."""
        df = interests.interests(self.wb.store)
        if df.empty:
            return []
        last = df.iloc[-1]
        lines = [
            ": ".join(filter(None, [last[place], last[f"{place}_words"]]))
            for place in interests.PLACES
            if last[place]
        ]
        return [self.card(int(last["id"]), f"{last['code']}, {spoken(last['said_on'])}", lines)]

    def actions(self) -> Mapping[str, Action]:
        """Take the next theme, save, or take a code."""
        return {
            "next": self._next,
            "enough": lambda _event: self._save(),
            "code": self._take_code,
            "remove": self.remover("interest"),
        }

    def _code(self) -> Details:
        field = Field(
            "code", "Your code", help="One to three of the letters R, I, A, S, E, C, such as SIA."
        )
        form = Form("interests code", [field, self.button("code", "Use this code")])
        return Details("I have a code from a test", [form], id="interests code")

    def _next(self, event: Event) -> str | None:
        if not event.text("theme"):
            raise FieldError("theme", CHOOSE)
        self.themes.append(event.text("theme"))
        self.words.append(event.text("words"))
        return self._save() if len(self.themes) == len(ASKS) else None

    def _save(self) -> str:
        themes, words = self.themes, self.words
        self.themes, self.words = [], []
        with self.wb.writing() as store:
            interests.sort(store, themes, words)
        return "Saved."

    def _take_code(self, event: Event) -> str:
        with self.wb.writing() as store:
            interests.sort(store, interests.code(event.text("code")), source=InterestSource.TYPED)
        return "Saved."
