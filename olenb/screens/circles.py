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
            "next": self.go_on,
            "back": lambda _: self.go(self.at - 1),
            "again": lambda _: self.go(0),
        }
        return self.undoing.actions(actions)

    def go(self, at: int) -> None:
        self.at = min(max(at, 0), len(CIRCLES))

    def go_on(self, event: Event) -> str | None:
        said = self.add(event) if event.text("name") else None
        self.go(self.at + 1)
        return said

    def add(self, event: Event) -> str:
        name, circle = named(event), CIRCLES[self.at]
        with self.wb.writing() as store:
            people.add(store, name, organization=event.text("organization"), circle=circle)
        return f"{name} is in."

    def _question(self, circle: Circle) -> Card:
        where = "Where do they work, if you know?"
        fields = [
            Field("name", "Who?"),
            Field("organization", where, kind="suggest", options=places(self.wb)),
        ]
        buttons = [Button("add", "Add", kind="primary"), Button("next", "Next question")]
        back = [Button("back", "Back", keeps_typing=True)] if self.at else []
        form = Form(circle.value, [Row(fields), Buttons([*buttons, *back])], again=True)
        here = self._here(circle)
        blocks = [*([Text(here, quiet=True)] if here else []), form]
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
