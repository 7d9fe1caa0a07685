"""Typing in what was handed in on paper: a question, or dots on strips."""

from collections.abc import Callable, Sequence

from olenb.core.errors import OlenbError
from olenb.room.documents import ALPHABET, new_code
from olenb.screens.base import screen
from olenb.screens.workshop.gather import NO_SESSION
from olenb.views.widgets.blocks import Block, Button, Details, Field, Form, Note, Row, Text
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

CODE = f"Four of these: {ALPHABET}"
EXAMPLE = "K7QM-1:3, R4XB-1:1"
HOW = "As on the strips, with 1 to 3 for how sure, such as {}. What you typed before stays."
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
        yes = [_dot(one) for one in event.text("questions").replace(",", " ").split()]
        _typed(lambda: wb.workshop.type_answers(event.text("code"), yes))
        return "1 dot is in." if len(yes) == 1 else f"{len(yes)} dots are in."

    return {"question": question, "dots": dots}


def _dot(text: str) -> tuple[str, int]:
    """Return which question a dot is on, and how sure it is; 1 where nothing says so."""
    question, _, sure = text.partition(":")
    if sure not in ("", "1", "2", "3"):
        raise FieldError("questions", f"How sure goes from 1 to 3, such as {EXAMPLE}.")
    return question, int(sure or 1)


def _typed(take: Callable[[], object]) -> None:
    """Take what was typed; whatever is wrong with it is said beside the code."""
    try:
        take()
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
    asked = wb.workshop.gathered().questions.questions[:2]
    ids = ", ".join(f"{one.id}:{sure}" for one, sure in zip(asked, (3, 1), strict=False))
    return Form(
        "dots",
        [
            Field("code", "The code of whoever stuck the dots", help=CODE),
            Field("questions", "Which questions, and how sure?", help=HOW.format(ids or EXAMPLE)),
            Button("dots", "Take them in", kind="primary"),
        ],
        True,
    )
