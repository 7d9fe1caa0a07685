"""What an exercise is on the page: what it gives, an example, one question, what is kept."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from olenb.method.exercises import rows
from olenb.views.widgets.blocks import Block, Button, Card, Details, Heading, Link, Text
from olenb.views.widgets.screen import Action, Event
from olenb.workbook import Workbook

CAN_STOP = "You can stop at any time. What you saved stays, and everything can be left out."


class Exercise:
    """One exercise; a subclass says what it asks and what it keeps.

    Attributes
    ----------
    key
        What its buttons' actions begin with.
    title, gives
        What it is called, and what one has afterwards.
    minutes
        How long it takes.
    example
        A worked one, invented, in a few lines.
    """

    key: ClassVar[str]
    title: ClassVar[str]
    gives: ClassVar[str]
    minutes: ClassVar[int] = 15
    example: ClassVar[Sequence[str]]

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb

    @property
    def label(self) -> str:
        """What the button says that opens it."""
        return f"{self.title} ({self.minutes} min)"

    def blocks(self) -> list[Block]:
        """Return the whole exercise."""
        example = [Text(line) for line in self.example]
        return [
            Heading(self.title, 3),
            Text(self.gives),
            Details("See an example", example, id=f"example {self.key}"),
            *self.ask(),
            *self.kept(),
            Text(CAN_STOP, quiet=True),
        ]

    def ask(self) -> list[Block]:
        """Return the question, or the form, that comes next."""
        raise NotImplementedError

    def kept(self) -> list[Block]:
        """Return what was saved so far."""
        return []

    def actions(self) -> Mapping[str, Action]:
        """Return what its buttons do, by names without the key."""
        raise NotImplementedError

    def named(self) -> dict[str, Action]:
        """Return the actions by the names under which `button` finds them."""
        return {self.name(action): run for action, run in self.actions().items()}

    def name(self, action: str) -> str:
        """Return the name of one of its actions."""
        return f"{self.key} {action}"

    def button(self, action: str, label: str, **look: Any) -> Button:
        """Return a button of this exercise."""
        return Button(self.name(action), label, **look)

    # What the lists of several exercises do alike.

    def card(
        self,
        row: int,
        title: str,
        lines: Sequence[str],
        *buttons: Button | Link,
        tag: str = "",
        blocks: Sequence[Block] = (),
    ) -> Card:
        """Return a line that was kept, with a button that takes it away unless it is invented."""
        taken = self.button("remove", "Take it away", describe=f"Take away: {title}")
        offered = [] if self.wb.is_example else [*buttons, taken]
        inside = [] if self.wb.is_example else blocks
        shown = [line for line in lines if line]
        return Card(f"{self.key} {row}", title, shown, offered, inside, tag=tag)

    def remover(self, table: str) -> Action:
        """Return the action of the button that takes a line of `table` away."""

        def remove(event: Event) -> str:
            rows.remove(self.wb.own(), table, self.row(event))
            return "Taken away."

        return remove

    def row(self, event: Event) -> int:
        """Return the id of the line whose card a button was in."""
        return int(event.item.rpartition(" ")[2])
