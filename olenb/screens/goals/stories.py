"""Story prompts: a role model, a story, a motto, then the sentence that runs through them."""

from collections.abc import Mapping

from olenb.core.goal_terms import GoalKind, StoryPrompt
from olenb.method import goals
from olenb.method.exercises import stories
from olenb.screens.goals.exercise import Exercise
from olenb.views.widgets.blocks import Block, Buttons, Details, Field, Form, Text
from olenb.views.widgets.screen import Action, Event, FieldError
from olenb.workbook import Workbook


class Stories(Exercise):
    """One prompt at a time; each can be passed over."""

    key = "stories"
    title = "Stories"
    gives = "One sentence that runs through what you admire, and that may hold for work, too."
    minutes = 20
    example = (
        "Role model: my grandmother. She repaired the radios of the whole street.",
        "Story: a series about a village vet. She listens first, then she gets her hands in.",
        "Motto: “Look again.”",
        "The sentence: “I take apart what others pass by, and then I show them how it works.”",
    )

    def __init__(self, wb: Workbook) -> None:
        super().__init__(wb)
        self.passed: set[str] = set()

    def ask(self) -> list[Block]:
        """Ask for the next of the three, and at the end for the sentence."""
        prompt = self._next()
        if prompt is None:
            return [self._theme()]
        fields = [
            Field("words", prompt.question),
            Field("because", prompt.because, "textarea"),
        ]
        buttons = [
            self.button("tell", "Save", kind="primary", item=prompt.value),
            self.button("skip", "Not this one", item=prompt.value),
        ]
        return [Form(f"stories {prompt.value}", [*fields, Buttons(buttons)])]

    def kept(self) -> list[Block]:
        """Show what was told."""
        df = stories.stories(self.wb.store)
        cards = [
            self.card(row.id, row.words, [row.because], tag=row.prompt)
            for row in df.itertuples(index=False)
        ]
        told: list[Block] = [Details("What you told", cards, open=True, id="told")] if cards else []
        theme = goals.said(self.wb.store, GoalKind.THEME)
        return [*told, Text(f"Your sentence: {theme}")] if theme else told

    def actions(self) -> Mapping[str, Action]:
        """Save a story, pass one over, save the sentence, take one away."""
        return {
            "tell": self._tell,
            "skip": self._skip,
            "theme": self._say_theme,
            "remove": self.remover("story"),
        }

    def _next(self) -> StoryPrompt | None:
        told = set() if self.wb.is_example else set(stories.stories(self.wb.store)["prompt"])
        left = (each for each in StoryPrompt if each.value not in told | self.passed)
        return next(left, None)

    def _theme(self) -> Form:
        said = "" if self.wb.is_example else goals.said(self.wb.store, GoalKind.THEME)
        field = Field(
            "theme",
            "If one sentence ran through all of this, how would it go?",
            "textarea",
            said,
            help="Begin with “I”, and with something that you do.",
        )
        return Form("stories theme", [field, self.button("theme", "Save", kind="primary")])

    def _tell(self, event: Event) -> str:
        if not event.text("words"):
            raise FieldError("words", "A name or a title is enough. Or pass it over.")
        with self.wb.writing() as store:
            stories.tell(store, event.item, event.text("words"), event.text("because"))
        return "Saved."

    def _skip(self, event: Event) -> None:
        self.passed.add(event.item)

    def _say_theme(self, event: Event) -> str:
        if not event.text("theme"):
            raise FieldError("theme", "A few words are enough. Or leave it.")
        with self.wb.writing() as store:
            goals.say(store, GoalKind.THEME, event.text("theme"))
        return "Saved."
