"""How the goals moved, as a line of days."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from olenb.method import goal_history
from olenb.screens.base import screen
from olenb.views import on_demand
from olenb.views.drawn import drawn
from olenb.views.widgets.blocks import Block, Link, Note
from olenb.views.widgets.screen import Screen
from olenb.workbook import Workbook

if TYPE_CHECKING:
    from olenb.views.canvas import Picture


def timeline(wb: Workbook) -> Screen:
    """Show how the goals changed, when, and because of which conversation or plan (R4).

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        history, says = goal_history.history(wb.store), goal_history.sentence(wb.store)
        if history.empty:
            return [Note(says, kind="empty"), Link("Go to your goals", "01_goals.ipynb")]

        def draw(dark: bool) -> "Picture":
            return on_demand.timeline_figure(history, says, dark=dark)

        return drawn(draw, caption="How my goals changed")

    return screen(wb, render, says_example=False)
