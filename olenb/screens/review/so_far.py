"""What was learned and what changed, the newest first."""

from collections.abc import Sequence

from olenb.core import rules
from olenb.core.spoken import spoken
from olenb.method import review
from olenb.method.review import Part, Told
from olenb.screens.base import screen
from olenb.views.widgets.blocks import Block, Details, Heading, Note, Text
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
    blocks: list[Block] = [Heading(part.label), *map(_line, lines[:few])]
    if more := lines[few:]:
        blocks.append(Details(f"{len(more)} more", [_line(one) for one in more], id=part.value))
    return blocks


def _line(one: Told) -> Text:
    day = spoken(one.when)
    return Text(f"{day}: {one.words}" if day else one.words)
