"""A calendar file: first what would be in it, then the button (R16, N5)."""

from collections.abc import Sequence

from olenb.screens.base import screen
from olenb.views.widgets.blocks import Block, Button, Note, TableBlock, Text
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

HEADINGS = ("What", "When")
HOLDS = (
    "The file holds with whom, when and where, the days of your plans, and no other names. "
    "Open it with your calendar; a newer one brings it up to date and doubles nothing."
)
INVENTED = "These are invented people. With your own here, you take this to your calendar."
SAVED = (
    "Saved as {name} in the folder “{folder}” beside your workbook, "
    "and in this browser's downloads. Open it with your calendar."
)


def calendar(wb: Workbook) -> Screen:
    """Show what a calendar file would hold, and save it when asked.

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        shown = wb.follow_up.calendar()
        if not shown.lines:
            return [Note(shown.sentence, "empty")]
        table = TableBlock("What the calendar file would hold", HEADINGS, shown.lines)
        end: Block = Button("save", "Save the calendar file", kind="primary")
        return [
            Text(shown.sentence),
            table,
            Text(HOLDS, quiet=True),
            Note(INVENTED) if wb.is_example else end,
        ]

    def save(_event: Event) -> str:
        path = wb.follow_up.save_calendar()
        form.download(path.name, path.read_bytes(), "calendar")
        return SAVED.format(name=path.name, folder=path.parent.name)

    form = screen(wb, render, {"save": save}, says_example=False)
    return form
