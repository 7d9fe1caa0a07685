"""Rounds in words, for the counselor's own eyes and for paper."""

from olenb.room.rounds import Plan
from olenb.views.widgets.blocks import Block, TableBlock
from olenb.workbook import Workbook

COUNSELOR = "the counselor"


def pairs_of(wb: Workbook, plan: Plan, number: int) -> list[tuple[str, str]]:
    """Return who talks with whom in a round; whoever would be alone sits with the counselor.

    Parameters
    ----------
    wb
        The counselor's workbook.
    plan
        All rounds.
    number
        Which, 1 for the first.

    """
    one, called = plan.rounds[number - 1], wb.workshop.called
    pairs = [(called(first), called(second)) for first, second in one.pairs]
    return pairs + [(called(code), COUNSELOR) for code in one.resting]


def as_table(wb: Workbook, plan: Plan) -> list[Block]:
    """Return a table for each round.

    Parameters
    ----------
    wb, plan
        As for `pairs_of`.

    """
    columns = ("Whoever tells first", "Talks with")
    return [
        TableBlock(f"Round {one.number}", columns, pairs_of(wb, plan, one.number))
        for one in plan.rounds
    ]
