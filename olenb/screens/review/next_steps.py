"""What is next: what is due with people, and the days of the plans."""

from collections.abc import Sequence

from olenb.method.review import Part
from olenb.screens.base import screen
from olenb.screens.review.so_far import listed
from olenb.views.widgets.blocks import Block
from olenb.views.widgets.screen import Screen
from olenb.workbook import Workbook


def next_steps(wb: Workbook) -> Screen:
    """Show what is due and what comes, the earliest first.

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        return listed(Part.NEXT, [one for one in wb.review.told() if one.part is Part.NEXT])

    return screen(wb, render, says_example=False)
