"""A summary without names for the cohort's figures: all of it is seen before it leaves (N11)."""

from collections.abc import Sequence

from olenb.core.errors import OlenbError
from olenb.core.measure_terms import Occasion
from olenb.room.documents import session_code
from olenb.room.own_summary import guess
from olenb.room.summary import SECTORS, Summary
from olenb.screens.base import screen
from olenb.screens.room.handing_in import hand_in, hand_in_button
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Field,
    Form,
    Note,
    TableBlock,
    Text,
)
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

WHAT_FOR = (
    "Your counselor counts these together with the others'. Nobody is named, no words of yours go "
    "along, and a count under five people is never shown. You need not send one."
)
CARE = "A college that keeps such files keeps them as records, under your code of four letters."
EXAMPLE = "This is the example. Nothing of it can be sent."
OCCASIONS = [(one.value, one.label) for one in (Occasion.AFTER, Occasion.LATER)]


def summary(wb: Workbook) -> Screen:
    """Choose what goes into a summary, see all of it, and hand it in.

    Parameters
    ----------
    wb
        The workbook.

    """
    choosing = _Choosing(wb)
    choosing.form = screen(wb, choosing.render, choosing.actions(), says_example=False)
    return choosing.form


class _Choosing:
    """What goes along, and whether it is being looked at."""

    form: Screen

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.session = ""
        self.occasion = Occasion.AFTER
        self.sector: str | None = None
        self.counts = self.answers = True
        self.looking = False

    def actions(self) -> dict[str, Action]:
        return {"look": self.look, "save": self.save, "back": self.back}

    def render(self) -> Sequence[Block]:
        return self._preview(self._made()) if self.looking else [Text(WHAT_FOR), self._choices()]

    def look(self, event: Event) -> None:
        try:
            self.session = session_code(event.text("session"))
        except OlenbError as error:
            raise FieldError("session", str(error)) from None
        self.occasion = Occasion(event.text("occasion") or Occasion.AFTER)
        self.sector = event.text("sector")
        self.counts, self.answers = event.checked("counts"), event.checked("answers")
        self.looking = True

    def save(self, _event: Event) -> str:
        made = self._made()
        self.looking = False
        return hand_in(self.wb, self.form, made, "summary")

    def back(self, _event: Event) -> None:
        self.looking = False

    def _made(self) -> Summary:
        return self.wb.room.summary(
            self.session,
            self.occasion,
            sector=self.sector,
            with_counts=self.counts,
            with_answers=self.answers,
        )

    def _choices(self) -> Form:
        sector = guess(self.wb.store) if self.sector is None else self.sector
        session = self.session or self.wb.room.session
        return Form(
            "choices",
            [
                Field("session", "The session's code", value=session),
                Field("occasion", "When is this?", "radio", self.occasion, OCCASIONS, settled=True),
                Field(
                    "sector", "The field of what you are curious about", "select", sector, SECTORS
                ),
                Field("counts", "How often you asked, met and thanked", "checkbox", self.counts),
                Field("answers", "How sure you feel", "checkbox", self.answers),
                Button("look", "Show what would leave", kind="primary"),
            ],
        )

    def _preview(self, made: Summary) -> list[Block]:
        table = TableBlock("All that is in the file", ("What", "Said"), made.lines())
        back = Button("back", "Not now")
        if self.wb.is_example:
            return [table, Note(EXAMPLE), Buttons([back])]
        confirm = f"{len(made.lines())} lines leave your workbook, and no name."
        save = hand_in_button(self.wb, "my summary", confirm)
        return [table, Text(CARE, quiet=True), Buttons([save, back])]
