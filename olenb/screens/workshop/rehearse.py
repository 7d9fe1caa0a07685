"""A rehearsal with invented people: any number of them, and always the same ones."""

from collections.abc import Sequence

from olenb.room.rounds import SENTENCE
from olenb.screens.base import screen
from olenb.screens.workshop.numbers import whole_number
from olenb.screens.workshop.pairs import as_table
from olenb.views.widgets.blocks import Block, Button, Details, Field, Form, Note, Row, Text
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

INVENTED = (
    "These people are invented, so they may stand on any wall. They make room on every page as "
    "soon as the first real file is handed in."
)
FEWEST, MOST = 2, 120
REAL = "Real files have been handed in; the other pages show those now."


def rehearse(wb: Workbook) -> Screen:
    """Try the rounds with an invented cohort.

    Parameters
    ----------
    wb
        The counselor's workbook.

    """

    def render() -> Sequence[Block]:
        table = wb.workshop
        people, seed = table.binder.rehearsal
        fields = [
            Field("people", "How many people?", "number", people),
            Field("seed", "Which cohort? Any number", "number", seed),
        ]
        form = Form("cohort", [Row(fields), Button("try", "Invite them")])
        if not table.is_rehearsal:
            return [Note(REAL, kind="good"), form]
        plan = table.plan()
        offers = f"They offered {plan.possible} introductions. "
        heard = f"In {len(plan.rounds)} rounds {plan.covered} of them get talked about. "
        rounds = Details("Who talks with whom", as_table(wb, plan), id="rounds")
        return [Note(INVENTED), form, Text(offers + heard + SENTENCE), rounds]

    def invite(event: Event) -> str:
        numbers = [
            whole_number(event, "people", FEWEST, MOST),
            whole_number(event, "seed", 0, 10**6),
        ]
        wb.workshop.binder.rehearse(*numbers)
        return "They are in the room."

    return screen(wb, render, {"try": invite}, says_example=False)
