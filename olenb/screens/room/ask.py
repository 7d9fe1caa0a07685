"""Putting one question to the room, after a look at what the room would see (N1)."""

from collections.abc import Sequence

from olenb.core.errors import OlenbError
from olenb.room.documents import session_code
from olenb.screens.base import screen
from olenb.screens.room.handing_in import hand_in, hand_in_button
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Card,
    Field,
    Form,
    Link,
    Note,
    Say,
    Text,
)
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

EMPTY = "A question is made of a place or kind of work on your list. One is enough."
CARE = (
    "Only if you want to: taking part without a question is fine, and you can help others all the "
    "same. A question can tell something about you, such as a plan to leave a job or something "
    "about your health. Ask what you would say aloud in this room."
)
SEEN = (
    "Everybody in the room sees this sentence, with a code of four letters beside it. No name is "
    "in the file, neither yours nor anybody else's. It is worth nothing after today."
)
EXAMPLE = "This is the example. Your own question is made of your own list."


def ask(wb: Workbook) -> Screen:
    """Choose one target, see what the room would see, and put it to the room.

    Parameters
    ----------
    wb
        The workbook.

    """
    asking = _Asking(wb)
    asking.form = screen(wb, asking.render, asking.actions())
    return asking.form


class _Asking:
    """What is chosen, and whether it is being looked at."""

    form: Screen

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.session = wb.room.session if wb.can_be_read else ""
        self.target: int | None = None

    def actions(self) -> dict[str, Action]:
        return {"look": self.look, "save": self.save, "back": self.back}

    def render(self) -> Sequence[Block]:
        options = [(str(id_), label) for id_, label in _targets(self.wb)]
        if not options:
            return [Note(EMPTY, kind="empty"), Link("Go to your goals", "01_goals.ipynb")]
        known = dict(options)
        if self.target is not None and str(self.target) in known:
            return [*self._code(), *self._preview(self.target)]
        return [*self._code(), self._choices(options)]

    def look(self, event: Event) -> None:
        self.session = _code(event.text("session"))
        if not event.text("target"):
            raise FieldError("target", "Please choose one, or leave it: no question is fine.")
        self.target = int(event.text("target"))

    def save(self, _event: Event) -> str:
        document = self.wb.room.ask(self.session, self.target)
        self.target = None
        said = hand_in(self.wb, self.form, document, "question")
        return f"{said} Your code is {document.code}."

    def back(self, _event: Event) -> None:
        self.target = None

    def _choices(self, options: Sequence[tuple[str, str]]) -> Form:
        board = "As it stands on the board, such as SPRING-7."
        return Form(
            "choices",
            [
                Field("session", "The session's code", value=self.session, help=board),
                Field("target", "What would you ask about?", "select", "", options),
                Text(CARE, quiet=True),
                Button("look", "Show what the room would see", kind="primary"),
            ],
        )

    def _preview(self, target: int) -> list[Block]:
        said = Say(self.wb.room.question(target).words, "What the room would see")
        back = Button("back", "Not now")
        if self.wb.is_example:
            return [said, Text(SEEN), Note(EXAMPLE), Buttons([back])]
        confirm = "1 question leaves your workbook. It says what you are curious about."
        return [said, Text(SEEN), Buttons([hand_in_button(self.wb, "my question", confirm), back])]

    def _code(self) -> list[Block]:
        """Return the user's own code, once they have one; on the wall it stands for them."""
        code, session = self.wb.room.last_code, self.wb.room.session
        if not code:
            return []
        return [Card("code", f"Your code in {session}: {code}", [ON_THE_WALL], level=3)]


ON_THE_WALL = "Look for it on the wall, and tell it only to whom you like."


def _targets(wb: Workbook) -> list[tuple[int, str]]:
    df = wb.targets
    return [(int(row.id), str(row.target)) for row in df.itertuples(index=False)]


def _code(text: str) -> str:
    try:
        return session_code(text)
    except OlenbError as error:
        raise FieldError("session", str(error)) from None
