"""Choosing the session's code, and how files go round."""

from collections.abc import Sequence

from olenb.core.errors import OlenbError
from olenb.room import folder
from olenb.screens.base import screen
from olenb.views.widgets.blocks import Block, Button, Card, Field, Form, Text
from olenb.views.widgets.screen import Event, FieldError, Screen
from olenb.workbook import Workbook

BOARD = "Write it on the board. Everybody types it once; files of another session are refused."
CARRIED = (
    "This computer knows no folder that the room shares. Files go round by upload, by stick, or "
    "through the school's own drive; paper works, too."
)


def session(wb: Workbook) -> Screen:
    """Choose the session's code and open its binder.

    Parameters
    ----------
    wb
        The counselor's workbook; nothing of it is used but its folder.

    """
    suggested = wb.workshop.suggest()

    def render() -> Sequence[Block]:
        code = wb.workshop.session
        shared = folder.shared()
        ways = f"Files go round by the folder {shared}." if shared else CARRIED
        card = [Card("code", f"The code is {code}", [BOARD, ways], level=3)] if code else []
        label = "Another session" if code else "The session's code"
        field = Field("session", label, value="" if code else suggested)
        button = Button("begin", "Open this session", kind="plain" if code else "primary")
        return [*card, Form("session", [field, button]), *([] if code else [Text(ways)])]

    def begin(event: Event) -> str:
        try:
            return f"Session {wb.workshop.begin(event.text('session'))} is open."
        except OlenbError as error:
            raise FieldError("session", str(error)) from None

    return screen(wb, render, {"begin": begin}, says_example=False)
