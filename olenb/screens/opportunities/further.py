"""What the chosen plan needs next: a fit, a page, a pitch, or the log of a day."""

from collections.abc import Sequence

from olenb.core.plan_terms import PlanKind
from olenb.method.opportunities.plans import Plan
from olenb.screens.base import screen, shown
from olenb.screens.opportunities.checking import checks
from olenb.screens.opportunities.chosen import NO_PLAN, chosen
from olenb.screens.opportunities.fitting import Fitting
from olenb.screens.opportunities.observing import Observing
from olenb.screens.opportunities.one_page import OnePage
from olenb.screens.opportunities.pitching import Pitching
from olenb.screens.undoing import Undoing
from olenb.views.widgets.base import QuietWidget
from olenb.views.widgets.blocks import Block
from olenb.views.widgets.screen import Screen
from olenb.views.widgets.stack import Stack
from olenb.workbook import Workbook


def further(wb: Workbook) -> Stack:
    """Show what the chosen kind of plan needs next; the other kinds stay out of sight.

    Parameters
    ----------
    wb
        The workbook.

    """
    return _Further(wb).stack()


class _Further:
    """The parts of the four kinds, and which of them are shown."""

    def __init__(self, wb: Workbook) -> None:
        self.wb, self.chosen, self.undoing = wb, chosen(wb), Undoing(wb)
        self.fitting, self.page = Fitting(wb), OnePage(wb)
        self.pitching, self.observing = Pitching(wb), Observing(wb)

    def stack(self) -> Stack:
        actions = self.fitting.actions() | self.pitching.actions() | self.observing.actions()
        pages = self.page.actions()
        before = screen(self.wb, self.before, self.undoing.actions(actions))
        after = screen(self.wb, self.after, pages, says_example=False)
        self.page.form = after
        return shown(self.wb, Stack(lambda: self.widgets(before, after)))

    def widgets(self, before: Screen, after: Screen) -> Sequence[QuietWidget]:
        """Return the forms, with the table of the day between them where there is a day."""
        one = self.chosen.plan()
        is_day = one is not None and one.kind is PlanKind.SHADOWING
        return [before, self.observing.table, after] if is_day else [before, after]

    def before(self) -> Sequence[Block]:
        one = self.chosen.plan()
        return [NO_PLAN] if one is None else [*self._first(one), *self.undoing.line()]

    def after(self) -> Sequence[Block]:
        one = self.chosen.plan()
        if one is None or one.kind is PlanKind.ARTICLE:
            return []
        picture = self.observing.picture(one) if one.kind is PlanKind.SHADOWING else []
        return [*picture, *self.page.blocks(one)]

    def _first(self, one: Plan) -> list[Block]:
        if one.kind is PlanKind.SHADOWING:
            return self.observing.blocks(one)
        if one.kind is PlanKind.ARTICLE:
            return self.pitching.blocks(one)
        extra = checks() if one.kind is PlanKind.INTERNSHIP else []
        return [*self.fitting.blocks(one), *extra]
