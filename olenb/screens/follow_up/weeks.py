"""The next two weeks as a picture, a sentence and a table (R52)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from olenb.screens.base import screen
from olenb.views.drawn import drawn
from olenb.views.widgets.blocks import Block
from olenb.views.widgets.screen import Screen
from olenb.workbook import Workbook

if TYPE_CHECKING:
    from olenb.views.canvas import Picture


def weeks(wb: Workbook) -> Screen:
    """Show what is due and agreed on in the next two weeks.

    Parameters
    ----------
    wb
        The workbook.

    """

    def draw(dark: bool) -> "Picture":
        return wb.follow_up.weeks(dark=dark)

    def render() -> Sequence[Block]:
        return drawn(draw, caption="your next two weeks", id="weeks")

    return screen(wb, render, says_example=False)
