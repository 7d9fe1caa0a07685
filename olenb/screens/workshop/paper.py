"""Typing in what was handed in on paper: a question, or dots on strips."""

from collections.abc import Sequence

from olenb.core.errors import OlenbError
from olenb.core.terms import Band
from olenb.room.documents import ALPHABET, new_code
from olenb.screens.base import screen
from olenb.screens.workshop.gather import NO_SESSION
from olenb.views.widgets.blocks import Block, Button, Details, Field, Form, Note, Row, Text
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

CODE = f"Four of these: {ALPHABET}"
SURE = [(str(band.value), band.label) for band in Band]
FREE = "A code that nobody has: {}. Write it on their card."


def paper(wb: Workbook) -> Screen:
    """Type in a question or answers from paper.

    Parameters
    ----------
    wb
        The counselor's workbook.

    """

    def render() -> Sequence[Block]:
        if not wb.workshop.session:
            return [Note(NO_SESSION, kind="empty")]
        return [
            Text(FREE.format(new_code()), quiet=True),
            Details("A question", [_question()], id="question"),
            Details("Dots on other people's strips", [_dots(wb)], id="dots"),
        ]

    return screen(wb, render, _actions(wb), says_example=False)


def _actions(wb: Workbook) -> dict[str, Action]:
    def question(event: Event) -> str:
        parts = {name: event.text(name) for name in ("organization", "role", "industry", "region")}
        if not any(parts.values()):
            raise FieldError("organization", "A place or a kind of work is needed.")
        _typed(lambda: wb.workshop.type_question(event.text("code"), **parts))
        return "The question is in."

    def dots(event: Event) -> str:
        ids = event.text("questions").replace(",", " ").split()
        yes = [(one, int(event.text("sure") or 1)) for one in ids]
        _typed(lambda: wb.workshop.type_answers(event.text("code"), yes))
        return f"{len(ids)} dots are in."

    return {"question": question, "dots": dots}


def _typed(take: "object") -> None:
    """Take what was typed; whatever is wrong with it is said beside the code."""
    try:
        take()  # type: ignore[operator]
    except OlenbError:
        raise FieldError(
            "code", f"The code, or a question's, isn't one. Nothing was taken. {CODE}"
        ) from None


def _question() -> Form:
    fields = [
        Field("organization", "A place"),
        Field("role", "A kind of work"),
        Field("industry", "A field"),
        Field("region", "Where"),
    ]
    code = Field("code", "The code on the card", help=CODE)
    return Form("question", [code, Row(fields), Button("question", "Take it in", "primary")], True)


def _dots(wb: Workbook) -> Form:
    ids = ", ".join(one.id for one in wb.workshop.gathered().questions.questions[:3])
    return Form(
        "dots",
        [
            Field("code", "The code of whoever stuck the dots", help=CODE),
            Field("questions", "Which questions?", help=f"As on the strips, such as {ids}."),
            Field("sure", "How sure?", "select", "1", SURE),
            Button("dots", "Take them in", kind="primary"),
        ],
        True,
    )
