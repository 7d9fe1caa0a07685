"""Undo, the same in every form: one button that names the newest change, where it was made."""

from collections.abc import Mapping

from olenb.views.widgets.blocks import Button, Buttons
from olenb.views.widgets.screen import Action, Event
from olenb.workbook import Workbook


class Undoing:
    """Knows which changes a form made; only the newest change of all can be taken back."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self._mine: set[int] = set()

    def line(self) -> list[Buttons]:
        """Return the button, or nothing where the newest change was made elsewhere."""
        number, label = self._newest()
        if number not in self._mine:
            return []
        return [Buttons([Button("undo", f"Undo “{label}”", keeps_typing=True)])]

    def actions(self, actions: Mapping[str, Action]) -> dict[str, Action]:
        """Return the form's actions, each change noted, and the one of the button."""
        noted = {name: self._noted(action) for name, action in actions.items()}
        return {**noted, "undo": lambda event: f"Taken back: {self.wb.undo(event.progress)}."}

    def _noted(self, action: Action) -> Action:
        def run(event: Event) -> str | None:
            before = self._newest()[0]
            said = action(event)
            if self._newest()[0] > before:
                self._mine.add(self._newest()[0])
            return said

        return run

    def _newest(self) -> tuple[int, str]:
        last = None if self.wb.is_example else self.wb.store.last_change()
        return (last["id"], last["label"]) if last else (0, "")
