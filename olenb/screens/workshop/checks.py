"""What to have ready a week before, a day before, and when the doors open."""

from collections.abc import Sequence
from pathlib import Path

from olenb.room import folder
from olenb.screens.base import screen
from olenb.views.widgets.blocks import Block, Button, Details, Note, TableBlock, Text
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

DAYS = (
    (
        "A week before",
        (
            "Choose how files go round: a shared folder, upload, or paper alone.",
            "Read the page for the privacy officer, and settle when everything is deleted.",
            "Invite people to bring five names, on paper. A LinkedIn file is never needed.",
            "Rehearse on this page, with as many invented people as will come.",
        ),
    ),
    (
        "The day before",
        (
            "Look over the computer that you will use: `olenb doctor --room` says what is missing.",
            "Print the cards, strips and sheets for everybody, and five more.",
            "Look at the wall from the back row of the very room.",
        ),
    ),
    (
        "When the doors open",
        (
            "Write the session's code on the board.",
            "Say what travels, who sees it, when it is gone, and that saying no is fine.",
            "Have paper on every table: a laptop that fails goes on with a pen.",
        ),
    ),
)
READY = "Ready: a session is open, and files can go round."
AGAIN = "Look again"


def checks(wb: Workbook) -> Screen:
    """Say what is ready and what is still to be done.

    Parameters
    ----------
    wb
        The counselor's workbook.

    """

    def render() -> Sequence[Block]:
        missing = _missing(wb)
        said = Note(" ".join(missing), "warning") if missing else Note(READY, "good")
        lists = [
            Details(when, [TableBlock(when, ("To do",), [(one,) for one in what])], id=when)
            for when, what in DAYS
        ]
        quiet = Text("The facilitator's guide says what to say, minute by minute.", quiet=True)
        return [said, Button("again", AGAIN), *lists, quiet]

    def again(_event: Event) -> str:
        return "Looked."

    return screen(wb, render, {"again": again}, says_example=False)


def _missing(wb: Workbook) -> list[str]:
    shared: Path | None = folder.shared()
    found = []
    if not wb.workshop.session:
        found.append("No session is open yet: choose its code above.")
    if shared is not None and not folder.is_there(shared):
        found.append("The room's folder isn't there yet: opening a session makes it.")
    return found
