"""How far you are, and the way on."""

from collections.abc import Sequence

from olenb.screens.base import screen
from olenb.views.widgets.blocks import Block, Link, Note
from olenb.views.widgets.screen import Screen
from olenb.workbook import Workbook


def checkpoint(wb: Workbook, step: str = "", page: str = "") -> Screen:
    """Say in one sentence how far you are, with a link to the next page.

    Parameters
    ----------
    wb
        The workbook.
    step
        What the next page is about, such as "your people"; empty on the last one.
    page
        Its notebook, such as "02_people.ipynb".

    """

    def render() -> Sequence[Block]:
        note = Note(wb.checkpoint(), "info" if wb.is_example else "good")
        trouble = [Note(wb.school.trouble, "warning")] if wb.school.trouble else []
        onward = [Link(f"Next: {step}", page, kind="primary")] if page else []
        return [note, *trouble, *onward]

    return screen(wb, render, says_example=False)
