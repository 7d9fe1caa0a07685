"""Which target a page is about: the first active one, until the user chooses another."""

from weakref import WeakKeyDictionary

from olenb.network.targets import Target, targets
from olenb.views.widgets.blocks import Block, Field, Link, Note
from olenb.views.widgets.screen import Event
from olenb.workbook import Workbook

NO_TARGET = "First one place or kind of work that you're curious about. Any one is enough to go on."


class Choosing:
    """The target that the forms of one page are about."""

    def __init__(self) -> None:
        self._chosen: int | None = None

    def target(self, wb: Workbook) -> Target | None:
        """Return the chosen target, else the first one; None where there is none."""
        every = targets(wb.store)
        chosen = (target for target in every if target.id == self._chosen)
        return next(chosen, every[0] if every else None)

    def question(self, wb: Workbook) -> list[Block]:
        """Ask which one, where there are more."""
        every = targets(wb.store)
        target = self.target(wb)
        if target is None or len(every) == 1:
            return []
        options = [(str(one.id), one.label) for one in every]
        label = "Which place or kind of work?"
        return [Field("target", label, "select", str(target.id), options, action="choose")]

    def choose(self, event: Event) -> None:
        """Take the target that was picked from the list."""
        self._chosen = int(event.text("target") or 0) or None


_CHOICES: WeakKeyDictionary[Workbook, Choosing] = WeakKeyDictionary()


def choosing(wb: Workbook) -> Choosing:
    """Return the choice that all forms over `wb` share."""
    return _CHOICES.setdefault(wb, Choosing())


def no_target() -> list[Block]:
    """Say what to do while there is no target."""
    return [Note(NO_TARGET, kind="empty"), Link("Go to your goals", "01_goals.ipynb", "primary")]
