"""What was learned and what changed, the newest first."""

from collections.abc import Sequence

from olenb.core import rules
from olenb.core.spoken import spoken
from olenb.method import review
from olenb.method.review import Part, Told
from olenb.screens.base import screen
from olenb.views.widgets.blocks import Block, Details, Heading, Note, TableBlock
from olenb.views.widgets.screen import Screen
from olenb.workbook import Workbook

PAST = (Part.CHANGED, Part.LEARNED, Part.HELD, Part.PLANS)
BEGINNING = "One conversation is enough to look back on. What you learn in it will stand here."


def so_far(wb: Workbook) -> Screen:
    """Show how many conversations were held and decisions changed, and then each of them (R4).

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        told = wb.review.told()
        says = review.headline(told)
        first = Note(says, kind="good") if says else Note(BEGINNING, kind="empty")
        parts = ([each for each in told if each.part is part] for part in PAST)
        shown = (listed(part, lines) for part, lines in zip(PAST, parts, strict=True))
        return [first, *(block for blocks in shown for block in blocks)]

    return screen(wb, render)


def listed(part: Part, lines: Sequence[Told]) -> list[Block]:
    """Return one part: its newest lines, and the older ones a click away.

    Parameters
    ----------
    part
        Which part.
    lines
        Its lines, in the order in which they are read.

    """
    if not lines:
        return [Heading(part.label), Note(part.empty, kind="empty")]
    few = rules.SHOWN_FIRST.value
    order = "the earliest first" if part is Part.NEXT else "the newest first"
    caption = f"{part.label}, {order}"
    blocks: list[Block] = [Heading(part.label), _table(caption, lines[:few])]
    if more := lines[few:]:
        blocks.append(Details(f"{len(more)} more", [_table(caption, more)], id=part.value))
    return blocks


def _table(caption: str, lines: Sequence[Told]) -> TableBlock:
    rows = [(spoken(one.when), one.words) for one in lines]
    return TableBlock(caption, ["When", "What"], rows)
