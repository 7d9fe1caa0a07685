"""The days of a plan: check-ins and what is to be ready."""

from collections.abc import Sequence
from datetime import date

from olenb.core.change import Row
from olenb.core.errors import NotAllowed
from olenb.core.spoken import spoken
from olenb.core.store import today
from olenb.method.opportunities import milestones
from olenb.method.opportunities.milestones import PlanDay
from olenb.method.opportunities.plans import Plan
from olenb.screens.base import screen
from olenb.screens.opportunities.chosen import NO_PLAN, chosen
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Card,
    Details,
    Field,
    Form,
    Note,
    Text,
)
from olenb.views.widgets.blocks import (
    Row as SideBySide,
)
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

EMPTY = "No day yet. A first check-in after two weeks is a good beginning."


def days(wb: Workbook) -> Screen:
    """Show the days of the chosen plan that come, and take down new ones.

    Parameters
    ----------
    wb
        The workbook.

    """
    page = _Days(wb)
    return screen(wb, page.render, page.actions(), says_example=False)


class _Days:
    def __init__(self, wb: Workbook) -> None:
        self.wb, self.chosen, self.undoing = wb, chosen(wb), Undoing(wb)

    def render(self) -> Sequence[Block]:
        one = self.chosen.plan()
        if one is None:
            return [NO_PLAN]
        coming = [
            day
            for day in milestones.upcoming(self.wb.store, date.fromisoformat(today()))
            if day.plan.id == one.id
        ]
        done = [row for row in milestones.of(self.wb.store, one.id) if row["done_on"]]
        cards: list[Block] = [self._card(day) for day in coming]
        return [
            *(cards or [Note(EMPTY, kind="empty")]),
            *([] if self.wb.is_example else [_add(one)]),
            *_done(done),
            *self.undoing.line(),
        ]

    def actions(self) -> dict[str, Action]:
        actions: dict[str, Action] = {
            "add": self.add,
            "done": self.done,
            "undone": self.undone,
            "remove": self.remove,
        }
        return self.undoing.actions(actions)

    def add(self, event: Event) -> str:
        try:
            number = self.chosen.mine().id
            self.wb.opportunities.add_day(number, event.text("what"), event.text("due_on"))
        except NotAllowed as error:
            raise FieldError("due_on" if event.text("what") else "what", str(error)) from error
        return "Written down."

    def done(self, event: Event) -> str:
        milestones.done(self.wb.own(), int(event.item))
        return "Done."

    def undone(self, event: Event) -> str:
        milestones.done(self.wb.own(), int(event.item), False)
        return "Open again."

    def remove(self, event: Event) -> str:
        milestones.remove(self.wb.own(), int(event.item))
        return "Taken away."

    def _card(self, day: PlanDay) -> Card:
        when = spoken(day.on.isoformat())
        if day.milestone is None or self.wb.is_example:
            return Card(f"own {day.on} {day.what}", day.what, [when], level=3)
        item = str(day.milestone)
        buttons = [
            Button("done", "Done", item=item, describe=f"Done: {day.what}"),
            Button("remove", "Take it away", item=item, describe=f"Take away: {day.what}"),
        ]
        return Card(f"day {item}", day.what, [when], buttons, level=3)


def _add(one: Plan) -> Form:
    agreed = one.text("checkins")
    said = [Text(f"You agreed on this: {agreed}", quiet=True)] if agreed else []
    fields = [
        Field("what", "What happens?", placeholder="first check-in"),
        Field("due_on", "On which day?", "date"),
    ]
    add = Button("add", "Write it down", kind="primary")
    return Form("day", [*said, SideBySide(fields), add], again=True)


def _done(rows: Sequence[Row]) -> list[Block]:
    if not rows:
        return []
    cards: list[Block] = [
        Card(
            f"done {row['id']}",
            row["what"],
            [f"Done {spoken(row['done_on'])}."],
            [Button("undone", "It isn't done", item=str(row["id"]), keeps_typing=True)],
            level=3,
        )
        for row in rows
    ]
    return [Details(f"Done: {len(cards)}", cards, id="done")]
