"""What all screens share: they run on one workbook and stay in step with each other."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar
from weakref import WeakKeyDictionary, WeakSet

from olenb import notebook
from olenb.core import exports
from olenb.core.errors import OlenbError
from olenb.core.opened import TROUBLES
from olenb.screens.bringing_back import BringingBack
from olenb.views.widgets.base import QuietWidget
from olenb.views.widgets.blocks import Block, Note
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook


class Refreshed(Protocol):
    """What can be shown again: a widget, or a stack of them."""

    def refresh(self) -> None:
        """Show what is true now."""


Shown = TypeVar("Shown", bound=Refreshed)
_SHOWN: WeakKeyDictionary[Workbook, WeakSet[Refreshed]] = WeakKeyDictionary()
_ON_TOP: WeakKeyDictionary[Workbook, str] = WeakKeyDictionary()
"""The page's first form: trouble with the file is shown there, and in a line elsewhere."""

EXAMPLE = (
    "You are looking at an example with invented people. "
    "Your own workbook begins with the first thing that you add."
)
STARTED = "This is your own workbook now, in a file on this computer. The example is gone."
UNREADABLE = "This part of your workbook can't be read any more."


def screen(
    wb: Workbook,
    render: Callable[[], Sequence[Block]],
    actions: Mapping[str, Action] | None = None,
    *,
    says_example: bool = True,
) -> Screen:
    """Return a form over `wb`; after each of its actions the page's other forms catch up.

    What it saves through the browser is noted, so that `forget` can name it.

    Where the file is in trouble, the page's first form says so and offers the backups, and each
    form shows what can still be read.

    Parameters
    ----------
    wb
        The workbook.
    render
        Returns the blocks, as in `Screen`.
    actions
        What each button does, as in `Screen`.
    says_example
        Whether it says on top that the people shown are invented, while they are.

    """
    name = getattr(render, "__qualname__", "")
    on_top = _ON_TOP.setdefault(wb, name) == name
    help_ = BringingBack(wb)
    # Where real people are opened, `open_workbook` has said it already.
    warns = on_top and wb.is_example and notebook.keeps_names()

    def blocks() -> Sequence[Block]:
        if wb.trouble is not None and not wb.can_be_read:
            return help_.trouble(on_top=on_top)
        try:
            care = [Note(notebook.KEEPS_NAMES, "warning")] if warns else []
            note = [Note(EXAMPLE)] if says_example and wb.is_example else []
            return [*help_.trouble(on_top=on_top), *care, *note, *render()]
        except TROUBLES:
            if wb.trouble is None:  # it came while the page was open
                wb.reopen()
            return [*help_.trouble(on_top=on_top), Note(UNREADABLE, kind="warning")]

    def in_step(action: Action) -> Action:
        def run(event: Event) -> str | None:
            began = wb.started
            said = action(event)
            catch_up(wb, but=form)
            return " ".join(filter(None, [STARTED if wb.started and not began else "", said]))

        return run

    all_actions = {**help_.actions(), **(actions or {})}
    form = Screen(
        blocks,
        {name: in_step(action) for name, action in all_actions.items()},
        on_download=lambda file, kind: exports.note(wb.store, file, kind),
    )
    return shown(wb, form)


def shown(wb: Workbook, widget: Shown) -> Shown:
    """Keep a widget in step with the other widgets of `wb`, and return it."""
    _SHOWN.setdefault(wb, WeakSet()).add(widget)
    return widget


def catch_up(wb: Workbook, but: Refreshed | None = None) -> None:
    """Show again what every widget of `wb` shows, after a change elsewhere."""
    for widget in list(_SHOWN.get(wb, ())):
        if widget is but:
            continue
        try:
            widget.refresh()
        except OlenbError as error:
            if isinstance(widget, QuietWidget):
                widget.trouble(error, {})
