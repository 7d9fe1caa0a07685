"""Answering the room: every yes with the person behind it, to oneself alone; ticks leave (N1)."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pandas as pd

from olenb.room.documents import Document
from olenb.room.table import read_questions
from olenb.screens.base import screen
from olenb.screens.room.handing_in import hand_in, hand_in_button
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Details,
    Field,
    Form,
    Note,
    Say,
    Text,
    Upload,
)
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook

ALONE = "Only you see this page, and the names stay on it."
LEAVES = (
    "What leaves is what you tick: your code, the question, and how sure it is. No name. An answer "
    "that you don't tick looks like one that you don't have."
)
NOBODY = (
    "None of your people is near what the others ask for. That is no lack of yours. Hand in your "
    "answers all the same: a file without ticks looks like many others."
)
INVENTED = "These questions are invented, so that you see what it looks like in a room."
WAITING = "When the counselor has gathered the questions, their list comes back to everybody."
ON_MEETING = (
    "I may know somebody who can help with your question. I'll ask them first, and tell you what "
    "they say. What would you most like to hear from them?"
)
TICK = "I would ask them"


def answer(wb: Workbook) -> Screen:
    """Bring the list of questions, see whom one could bring together, tick, hand in.

    Parameters
    ----------
    wb
        The workbook.

    """
    answering = _Answering(wb)
    answering.form = screen(wb, answering.render, answering.actions())
    return answering.form


class _Answering:
    """The list, and what is ticked: nothing, until somebody ticks it."""

    form: Screen

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.questions: Document | None = None

    def actions(self) -> dict[str, Action]:
        return {"bring": self.bring, "look": self.look, "save": self.save, "again": self.again}

    def render(self) -> Sequence[Block]:
        if self.questions is not None:
            return self._yes(self.questions)
        look = Button("look", "Fetch the list from the room", kind="primary")
        fetch = [look] if self.wb.room.shares_a_folder else []
        bring = Upload("bring", "Bring the list of questions", ".json", WAITING)
        return [*fetch, bring, *self._rehearsed()]

    def bring(self, event: Event) -> None:
        if event.upload:
            self.questions = read_questions(event.upload.path, datetime.now(UTC))

    def look(self, _event: Event) -> None:
        self.questions = self.wb.room.questions()

    def again(self, _event: Event) -> None:
        self.questions = None

    def save(self, event: Event) -> str:
        if self.questions is None:
            return WAITING
        ticked = [name for name in event.values if event.checked(name)]
        document = self.wb.room.answer(self.questions, ticked)
        said = hand_in(self.wb, self.form, document, "answers")
        return f"{said} {_ticks(len(ticked))}"

    def _yes(self, questions: Document) -> list[Block]:
        df = self.wb.room.could_introduce(questions)
        left_out = [Note(df.attrs["left_out"])] if df.attrs["left_out"] else []
        save = hand_in_button(self.wb, "my answers", "Only what is ticked leaves. No name does.")
        buttons = Buttons([save, Button("again", "Bring another list")])
        if df.empty:
            return [Note(NOBODY, kind="empty"), *left_out, Form("yes", [buttons])]
        fields = [_field(row) for row in df.itertuples(index=False)]
        meeting = Details("What to say when you meet", [Say(ON_MEETING)], id="meeting")
        form = Form("yes", [*fields, Text(LEAVES, quiet=True), buttons])
        return [Text(ALONE), *left_out, form, meeting]

    def _rehearsed(self) -> list[Block]:
        """Show the example what it looks like; nothing of it can be ticked."""
        if not self.wb.is_example:
            return []
        rows: pd.DataFrame = self.wb.room.rehearsed()
        lines = [Text(f"{_asks(row)} {_who(row)}") for row in rows.itertuples(index=False)]
        return [Note(INVENTED), *lines]


def _field(row: object) -> Field:
    question = str(getattr(row, "question", ""))
    return Field(question, f"{_asks(row)} {TICK}.", "checkbox", False, help=_who(row))


def _asks(row: object) -> str:
    return f"{getattr(row, 'asker', '')} asks about {getattr(row, 'asks', '')}."


def _who(row: object) -> str:
    """Say who is behind a yes, and how sure it is; for the user's own eyes."""
    person, through = getattr(row, "person", ""), getattr(row, "through", "")
    sure = str(getattr(row, "how_sure", "")).lower()
    known = f"{through} could introduce {person}" if through else f"You know {person}"
    return f"{known} ({sure})."


def _ticks(count: int) -> str:
    return f"{count} {'answer' if count == 1 else 'answers'} went along."
