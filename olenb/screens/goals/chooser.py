"""The exercises, one at a time: nothing is open until the user opens it."""

from collections.abc import Sequence

from olenb.screens.base import screen
from olenb.screens.goals.chances import Chances
from olenb.screens.goals.energy import EnergyLog
from olenb.screens.goals.exercise import Exercise
from olenb.screens.goals.futures import Futures
from olenb.screens.goals.grid import Grid
from olenb.screens.goals.hunches import Hunches
from olenb.screens.goals.if_then import IfThen
from olenb.screens.goals.interests import Interests
from olenb.screens.goals.market import Market
from olenb.screens.goals.moved import Moved
from olenb.screens.goals.stories import Stories
from olenb.screens.goals.why import WhyNow
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Button, Buttons, Heading, Text
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook

GROUPS: dict[str, tuple[str, tuple[type[Exercise], ...]]] = {
    "When you are stuck": (
        "Nothing pulls you, or everything does? One of these, whichever looks easiest.",
        (WhyNow, Interests, EnergyLog, Stories, Chances),
    ),
    "When you want more": (
        "You have a direction, and want to know more before or after you talk with somebody.",
        (Hunches, Market, Grid, Futures, IfThen, Moved),
    ),
}


def exercises(wb: Workbook) -> Screen:
    """Offer the exercises, and open one at a time; none of them is needed to go on.

    Parameters
    ----------
    wb
        The workbook.

    """
    chooser = _Chooser(wb)
    return screen(wb, chooser.render, chooser.actions())


class _Chooser:
    """Which exercise is open."""

    def __init__(self, wb: Workbook) -> None:
        self._groups = {
            heading: (words, [kind(wb) for kind in kinds])
            for heading, (words, kinds) in GROUPS.items()
        }
        self._open: Exercise | None = None
        self._undoing = Undoing(wb)

    def render(self) -> Sequence[Block]:
        """Show the open exercise, or what can be opened."""
        if self._open is None:
            return self._list()
        back = Buttons([Button("close", "Back to all exercises", keeps_typing=True)])
        return [back, *self._open.blocks(), *self._undoing.line()]

    def actions(self) -> dict[str, Action]:
        """Return what the buttons of the list and of every exercise do."""
        named = {name: run for one in self._every() for name, run in one.named().items()}
        return self._undoing.actions({**named, "open": self._open_one, "close": self._close})

    def _every(self) -> list[Exercise]:
        return [one for _, group in self._groups.values() for one in group]

    def _list(self) -> list[Block]:
        blocks: list[Block] = []
        for heading, (words, group) in self._groups.items():
            buttons = [Button("open", one.label, item=one.key, keeps_typing=True) for one in group]
            blocks += [Heading(heading, 3), Text(words), Buttons(buttons)]
        return blocks

    def _open_one(self, event: Event) -> str | None:
        self._open = next((one for one in self._every() if one.key == event.item), None)
        return None

    def _close(self, _event: Event) -> None:
        self._open = None
