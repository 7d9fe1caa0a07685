"""Undo, the same in every form: one button that names the newest change."""

from olenb.views.widgets.blocks import Button, Buttons
from olenb.views.widgets.screen import Action
from olenb.workbook import Workbook


def undo_line(wb: Workbook) -> list[Buttons]:
    """Return the undo button, or nothing while nothing was changed."""
    last = None if wb.is_example else wb.store.last_change()
    if last is None:
        return []
    return [Buttons([Button("undo", f"Undo “{last['label']}”", keeps_typing=True)])]


def undo(wb: Workbook) -> Action:
    """Return the action of the undo button."""
    return lambda _event: f"Taken back: {wb.undo()}."
