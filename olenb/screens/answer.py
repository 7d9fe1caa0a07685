"""Who could introduce you: one place at a time, the surest first, the rest one click away."""

from collections.abc import Sequence
from typing import Any

from olenb.core import rules
from olenb.core.terms import Band, Kind
from olenb.network import openings, routes
from olenb.network.routes import Answer
from olenb.network.rows import OPEN_HERE
from olenb.screens.base import screen
from olenb.screens.choosing import choosing, no_target
from olenb.views.widgets.blocks import Block, Card, Details, Note, TableBlock, Text
from olenb.views.widgets.screen import Screen
from olenb.workbook import Workbook

NO_ROUTE = (
    "No introduction here yet, and that is where everybody begins. Ask one of the people above "
    "whether they know somebody there; what they say shows up here."
)
UNKNOWN = "What isn't written down here may well be so: nobody knows everybody's friends."
_TABLE = 200
"""Rows of a kind, as many as a page still scrolls through without a wait."""
HEADINGS = ("Who", "What they do", "Who could introduce you", "How sure", "Why")


def introductions(wb: Workbook) -> Screen:
    """Show who could introduce the user at one target: how sure that is, and why (R8, N7).

    Parameters
    ----------
    wb
        The workbook.

    """
    answer = _Answer(wb)
    return screen(wb, answer.render, {"choose": answer.choosing.choose}, says_example=False)


class _Answer:
    """The answer for the target that is being looked at."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.choosing = choosing(wb)

    def render(self) -> Sequence[Block]:
        target = self.choosing.target(self.wb)
        if target is None:
            return no_target()
        answer = routes.ask(self.wb.store, target.id)
        # An introduction is what this page is about; whom you know already comes after it.
        cards = _cards(answer, Kind.INTRODUCTION, Kind.DIRECT)
        few = rules.SHOWN_FIRST.value
        first, more = cards[:few], cards[few:]
        others = sum(isinstance(one, Card) for one in more)
        return [
            *self.choosing.question(self.wb),
            *(first or [Note(NO_ROUTE, kind="empty")]),
            *([Details(f"{others} more", more, id="more")] if more else []),
            *_questions(answer),
            *self._beside(target.id),
            *_equal_table(answer),
        ]

    def _beside(self, target: int) -> list[Block]:
        """Return places like the target, and what would open it (R9, N8, N9)."""
        similar = openings.similar_organizations(self.wb.store, target)
        places: list[Block] = [Text(_alike(row)) for row in similar.itertuples()]
        gap = openings.criteria_gap(self.wb.store, target)
        doors = openings.open_doors(self.wb.store).head(rules.SHOWN_FIRST.value)
        helps = [*gap["sentence"], *doors["sentence"]]
        return [
            *([Details("Places like it", places, id="similar")] if places else []),
            Details("What would help most", [Text(line) for line in helps], id="doors"),
        ]


def _alike(row: Any) -> str:
    """Say why a place is like the target, and whom the user knows there."""
    known = f" You know {', '.join(row.you_know)} there." if row.you_know else ""
    return f"{row.organization}: {row.why}.{known}"


def _cards(answer: Answer, *kinds: Kind) -> list[Block]:
    """Return the best rows of some kinds as cards, and how many there are besides."""
    rows, most = answer.of(*kinds), rules.PEOPLE_TO_ASK.value
    cards: list[Block] = [_card(row) for row in answer.worded(rows[:most]).itertuples()]
    left = f"And {len(rows) - most} more. The table below goes on."
    return [*cards, *([Text(left, quiet=True)] if len(rows) > most else [])]


def _card(row: Any) -> Card:
    """Return one route: the person, the way, the reason, the least certain step."""
    lines = [row.role, f"Ask {row.introducer} to introduce you." if row.introducer else ""]
    if row.also_through:
        lines.append(f"Just as good to ask: {', '.join(row.also_through)}.")
    lines.append(row.reasons)
    if row.weakest_leg:
        lines.append(f"The least certain step: {row.weakest_leg}.")
    if row.open_asks:
        waiting = "one answer" if row.open_asks == 1 else f"{row.open_asks} answers"
        lines.append(f"You are waiting for {waiting} from {row.introducer or row.person}.")
    said = row.criteria.partition(OPEN_HERE)[0].rstrip("; ")
    if said:
        lines.append(f"You said: {said}.")
    sentences = tuple(line for line in lines if line)
    return Card(f"{row.person_id}-{row.kind}", row.person, sentences, tag=_how_sure(row), level=3)


def _how_sure(row: Any) -> str:
    return Band(row.band).label if row.kind == Kind.INTRODUCTION else Kind(row.kind).label


def _questions(answer: Answer) -> list[Block]:
    """Return what is only a question, or only a shared school, kept apart from routes."""
    return [
        Details(f"{summary}: {len(answer.of(kind))}", cards, id=kind.value)
        for kind, summary in (
            (Kind.QUESTION, "Questions worth asking"),
            (Kind.ALUMNI, "They went to your school"),
        )
        if (cards := _cards(answer, kind))
    ]


def _equal_table(answer: Answer) -> list[Block]:
    """Return all of it again as a table, with the sentence that no table shows."""
    if not len(answer):
        return []
    best = sorted(at for kind in Kind for at in answer.of(kind)[:_TABLE])
    rows = [
        (row.person, row.role, row.introducer, _how_sure(row), row.reasons)
        for row in answer.worded(best).itertuples()
    ]
    caption = "Everybody who has to do with this place" if len(rows) == len(answer) else "The best"
    table = TableBlock(caption, HEADINGS, rows)
    left = len(answer) - len(rows)
    more = [Text(f"And {left} more, less sure than those above.")] if left else []
    return [Details("The same as a table", [table, *more, Text(UNKNOWN, quiet=True)], id="table")]
