"""The first pass at goals: one curiosity and one reason."""

from collections.abc import Sequence

from olenb.core.terms import Purpose
from olenb.method import asked, goals
from olenb.screens.base import screen
from olenb.views.widgets.blocks import Block, Button, Field, Form
from olenb.views.widgets.screen import Event, FieldError, Screen
from olenb.workbook import Workbook


def curiosity(wb: Workbook) -> Screen:
    """Ask for one thing that the user is curious about.

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        question = Field(
            "words",
            asked.CURIOUS,
            value="" if wb.is_example else goals.said(wb.store, "curiosity"),
            help=asked.CURIOUS_HELP,
            placeholder=asked.CURIOUS_EXAMPLE,
        )
        return [Form("curiosity", [question, Button("save", "Save", kind="primary")])]

    def save(event: Event) -> str:
        if not event.text("words"):
            raise FieldError("words", "A few words are enough. Or leave it, and go on below.")
        with wb.writing() as store:
            goals.say_curiosity(store, event.text("words"))
        return "Saved."

    return screen(wb, render, {"save": save}, says_example=False)


def purpose(wb: Workbook) -> Screen:
    """Ask which of the four reasons it is (R1).

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        question = Field(
            "purpose",
            asked.REASON,
            kind="radio",
            options=[(each.value, each.label) for each in Purpose],
            value="" if wb.is_example else goals.said(wb.store, "purpose"),
            action="save",
        )
        return [Form("purpose", [question])]

    def save(event: Event) -> str | None:
        if not event.text("purpose"):
            return None
        with wb.writing() as store:
            goals.say_purpose(store, event.text("purpose"))
        return "Saved."

    return screen(wb, render, {"save": save}, says_example=False)
