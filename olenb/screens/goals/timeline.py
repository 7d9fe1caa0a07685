"""How the goals changed: the picture, the sentence, the table, and the picture as a file (R4)."""

from collections.abc import Sequence

from olenb.method.goal_history import NOTHING
from olenb.screens.base import screen
from olenb.views import export
from olenb.views.drawn import drawn
from olenb.views.widgets.blocks import Block, Button, Details, Field, Form, Note, Text
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

LEFT_OUT = (
    "The picture leaves out what is between you and somebody, and names nobody unless you tick it."
)


def timeline(wb: Workbook) -> Screen:
    """Show how the goals changed, when, and because of which conversation.

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        if wb.goals.history.empty:
            return [Note(NOTHING, kind="empty")]
        shown = drawn(
            lambda dark: wb.goals.timeline_figure(dark=dark), caption="What changed", id="goals"
        )
        fields = [
            Text(LEFT_OUT, quiet=True),
            Field("names", "With the names of people", "checkbox", False),
            Button("save", "Save the picture"),
        ]
        return [*shown, Details("Take the picture along", [Form("picture", fields)], id="save")]

    def save(event: Event) -> str:
        figure = wb.goals.timeline_to_share(names=event.checked("names"))
        form.download("my-goals.svg", export.svg(figure), "picture")
        return "Saved where your browser keeps its downloads."

    form = screen(wb, render, {"save": save})
    return form
