"""Taking oneself out of the room again."""

from collections.abc import Sequence

from olenb.screens.base import screen
from olenb.screens.room.handing_in import hand_in
from olenb.views.widgets.blocks import Block, Button, Note, Text
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

NOTHING = "You aren't in any room, so there is nothing to take out."
MEANS = "Your question and your answers go, from the list and from the wall. You may come back."
CONFIRM = "Your question and your answers are taken out of the room."
CARRY = "Hand this file in, and you are out of the list."


def withdraw(wb: Workbook) -> Screen:
    """Take the question and the answers out of the room, as often as one likes.

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        if not wb.room.session:
            return [Note(NOTHING, kind="empty")]
        label = f"Take me out of {wb.room.session}"
        return [Text(MEANS), Button("withdraw", label, kind="danger", confirm=CONFIRM)]

    def take_out(_event: Event) -> str:
        document = wb.room.withdraw(wb.room.session)
        hand_in(wb, form, document, "withdrawal")
        return "You are out of the room." if wb.room.shares_a_folder else CARRY

    form = screen(wb, render, {"withdraw": take_out}, says_example=False)
    return form
