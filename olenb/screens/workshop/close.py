"""Closing a session: what was handed in is deleted the same day; summaries when all is counted."""

from collections.abc import Sequence

from olenb.screens.base import screen
from olenb.views.widgets.blocks import Block, Button, Buttons, Note, Text
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

NOTHING = "No session is open, so nothing is kept here."
SAY = (
    "Delete questions and answers the same day, and shred the paper. The summaries may stay until "
    "the six weeks are counted; then delete them, too."
)
DAY = "Questions, answers, names and the room's folder are emptied."
ALL = "Everything of this session is deleted, the summaries and their figures, too."


def close(wb: Workbook) -> Screen:
    """Delete what was handed in, or everything of the session.

    Parameters
    ----------
    wb
        The counselor's workbook.

    """

    def render() -> Sequence[Block]:
        session = wb.workshop.session
        if not session:
            return [Note(NOTHING, kind="empty")]
        count = len(wb.workshop.binder.files())
        files = f"{count} {'file' if count == 1 else 'files'} of {session} so far. "
        return [
            Text(files + SAY),
            Buttons(
                [
                    Button("day", "Delete the workshop's files", "danger", confirm=files + DAY),
                    Button("all", "Delete all of the session", "danger", confirm=files + ALL),
                ]
            ),
        ]

    def day(_event: Event) -> str:
        return _gone(wb.workshop.close())

    def everything(_event: Event) -> str:
        return _gone(wb.workshop.close(summaries=True))

    return screen(wb, render, {"day": day, "all": everything}, says_example=False)


def _gone(count: int) -> str:
    return f"{count} {'file is' if count == 1 else 'files are'} gone."
