"""More people, one question for each circle; every one can be skipped."""

from collections.abc import Sequence

from olenb.contacts import people
from olenb.core.terms import Circle
from olenb.screens.base import screen
from olenb.screens.by_hand import named, places
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Button, Buttons, Card, Field, Form, Note, Row, Text
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook

CIRCLES = list(Circle)
HERE_ALREADY = 6
DONE = "That was the last question. Nobody knows people everywhere, and nobody has to."


def circles(wb: Workbook) -> Screen:
    """Ask for people circle by circle (R6).

    Parameters
    ----------
    wb
        The workbook.

    """
    prompts = _Prompts(wb)
    return screen(wb, prompts.render, prompts.actions(), says_example=False)


class _Prompts:
    """Where the user is in the round of questions."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.at = 0
        self.undoing = Undoing(wb)

    def render(self) -> Sequence[Block]:
        if self.at == len(CIRCLES):
            again = Button("again", "Go round again")
            return [Note(DONE, kind="good"), again, *self.undoing.line()]
        return [self._question(CIRCLES[self.at]), *self.undoing.line()]

    def actions(self) -> dict[str, Action]:
        actions: dict[str, Action] = {
            "add": self.add,
            "next": lambda _: self.go(self.at + 1),
            "back": lambda _: self.go(self.at - 1),
            "again": lambda _: self.go(0),
        }
        return self.undoing.actions(actions)

    def go(self, at: int) -> None:
        self.at = min(max(at, 0), len(CIRCLES))

    def add(self, event: Event) -> str:
        name, circle = named(event), CIRCLES[self.at]
        with self.wb.writing() as store:
            people.add(store, name, organization=event.text("organization"), circle=circle)
        return f"{name} is in. Who else?"

    def _question(self, circle: Circle) -> Card:
        fields = [
            Field("name", "Who?"),
            Field(
                "organization",
                "Where do they work?",
                kind="suggest",
                options=places(self.wb),
                help="If you know it.",
            ),
        ]
        form = Form(circle.value, [Row(fields), Button("add", "Add", kind="primary")], again=True)
        back = [Button("back", "Back")] if self.at else []
        ways = Buttons([Button("next", "Next question"), *back])
        here = self._here(circle)
        blocks = [*([Text(here, quiet=True)] if here else []), form, ways]
        tag = f"{self.at + 1} of {len(CIRCLES)}"
        return Card("circle", circle.label, [circle.prompt], blocks=blocks, tag=tag, level=3)

    def _here(self, circle: Circle) -> str:
        """Say who is there already, so that nobody is written twice; nothing where nobody is."""
        if self.wb.is_example:
            return ""
        df = self.wb.people
        names = list(df.loc[df["circle"] == circle.value, "name"])
        if not names:
            return ""
        more = f", and {len(names) - HERE_ALREADY} more" if len(names) > HERE_ALREADY else ""
        return f"Here already: {', '.join(names[:HERE_ALREADY])}{more}."
