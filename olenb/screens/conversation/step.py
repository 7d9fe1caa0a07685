"""One step of the debrief: what it asks, what is kept already, what saving does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from olenb.core.change import Row
from olenb.core.store import Store
from olenb.views.widgets.blocks import Block
from olenb.views.widgets.screen import Event
from olenb.workbook import Workbook


@dataclass(frozen=True)
class Asked:
    """Whom the page is about, and the time zone of its browser."""

    person: int
    zone: str


@dataclass(frozen=True)
class Step:
    """One step.

    Parameters
    ----------
    title, why
        What it asks, and a line below.
    kept
        Returns what is kept already, from the workbook and the conversation.
    form
        Returns the question, from the workbook, the conversation (None before it is noted) and
        the browser's time zone.
    save
        Keeps an answer and says so.
    many
        Whether there may be more than one answer; else saving leads to the next step.
    actions
        What other buttons of the step do.
    """

    title: str
    why: str
    kept: Callable[[Workbook, Row], list[Block]]
    form: Callable[[Workbook, Row | None, str], list[Block]]
    save: Callable[[Store, Row | None, Event, Asked], str]
    many: bool = False
    actions: Mapping[str, Callable[[Store, Event], str]] = field(default_factory=dict)
