"""One plan of four; the others are out of sight until they are asked for."""

from collections.abc import Sequence

from olenb.core.plan_terms import PlanKind
from olenb.method.opportunities.plans import EXAMPLES, Plan, plans
from olenb.screens.base import screen
from olenb.screens.opportunities.chosen import chosen
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Button, Card, Details, Field, Text
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook

ONE = "Which one would you like to try? One is enough, and you can change your mind."
PRIVATE = "Keep this plan to myself: on no page and in no report"


def choose(wb: Workbook) -> Screen:
    """Choose one of the four plans, or go on with one that was begun (R41–R46).

    Parameters
    ----------
    wb
        The workbook.

    """
    choice = _Choice(wb)
    return screen(wb, choice.render, choice.actions(), says_example=False)


class _Choice:
    """The four plans, or the one that was chosen."""

    def __init__(self, wb: Workbook) -> None:
        self.wb, self.chosen, self.undoing = wb, chosen(wb), Undoing(wb)
        self.browsing = False

    def render(self) -> Sequence[Block]:
        mine = None if self.wb.is_example else self.chosen.plan()
        if mine is None or self.browsing:
            return [*self._four(mine), *self.undoing.line()]
        return [_plan(mine), *self.undoing.line()]

    def actions(self) -> dict[str, Action]:
        actions: dict[str, Action] = {
            "begin": self.begin,
            "go_on": self.go_on,
            "browse": self.browse,
            "back": self.back,
            "private": self.keep_private,
        }
        return self.undoing.actions(actions)

    def begin(self, event: Event) -> str:
        self.chosen.take(self.wb.opportunities.begin(event.item))
        self.browsing = False
        return "Begun. The first question is below."

    def go_on(self, event: Event) -> str:
        number = int(event.item)
        self.wb.opportunities.put_away(number, away=False)
        self.chosen.take(number)
        self.browsing = False
        return "Here it is again, as you left it."

    def browse(self, _event: Event) -> None:
        self.browsing = True

    def back(self, _event: Event) -> None:
        self.browsing = False

    def keep_private(self, event: Event) -> str:
        private = event.checked("private")
        self.wb.opportunities.keep_private(self.chosen.mine().id, private)
        return "It stays in this workbook." if private else "It may be shown again."

    def _four(self, mine: Plan | None) -> list[Block]:
        """Return the four plans, and those that were begun before."""
        back = [Button("back", "Go back to my plan", keeps_typing=True)] if mine else []
        begun = [] if self.wb.is_example else plans(self.wb.store)
        others = [one for one in begun if mine is None or one.id != mine.id]
        cards = [_begun(one) for one in others]
        summary = f"Plans that you began before: {len(cards)}"
        before = [Details(summary, cards, id="before")] if cards else []
        return [Text(ONE), *(_offer(kind) for kind in PlanKind), *before, *back]


def _offer(kind: PlanKind) -> Card:
    example = Details("An invented example", [Text(EXAMPLES[kind])], id=f"example {kind}")
    button = Button("begin", "This one", kind="plain", describe=f"This one: {kind.label}")
    return Card(kind.value, kind.label, [kind.promise], [button], [example], level=3)


def _begun(one: Plan) -> Card:
    button = Button("go_on", "Go on with it", describe=f"Go on with {one.label}")
    return Card(str(one.id), one.label, buttons=[button], level=3)


def _plan(one: Plan) -> Card:
    private = Field("private", PRIVATE, "checkbox", bool(one.row["confidential"]), action="private")
    another = Button("browse", "Look at the other plans", keeps_typing=True)
    return Card(
        str(one.id), one.label, [one.kind.promise], [another], [private], "your plan", level=3
    )
