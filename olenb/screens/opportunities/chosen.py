"""Which plan the page is about: the newest one, until the user chooses another."""

from weakref import WeakKeyDictionary

from olenb.core.errors import NotFound
from olenb.method.opportunities import plans
from olenb.method.opportunities.plans import Plan
from olenb.views.widgets.blocks import Note
from olenb.workbook import Workbook

NO_PLAN = Note("First choose one of the four plans above. Any one is enough.", kind="empty")


class Chosen:
    """The plan that the forms of one page are about."""

    def __init__(self, wb: Workbook) -> None:
        self._wb = wb
        self._number: int | None = None

    def plan(self) -> Plan | None:
        """Return the chosen plan, else the newest one that isn't put away; None without any."""
        every = plans.plans(self._wb.store)
        chosen = next((one for one in every if one.id == self._number), None)
        return chosen or plans.current(self._wb.store)

    def mine(self) -> Plan:
        """Return the chosen plan to write to.

        Raises
        ------
        NotFound
            There is none, or it is an invented one.

        """
        one = None if self._wb.is_example else self.plan()
        if one is None:
            raise NotFound(f"{NO_PLAN.text} Nothing was changed.")
        return one

    def take(self, number: int | None) -> None:
        """Choose a plan; None goes back to the newest."""
        self._number = number


_CHOSEN: WeakKeyDictionary[Workbook, Chosen] = WeakKeyDictionary()


def chosen(wb: Workbook) -> Chosen:
    """Return the choice that all forms over `wb` share."""
    if wb not in _CHOSEN:
        _CHOSEN[wb] = Chosen(wb)
    return _CHOSEN[wb]
