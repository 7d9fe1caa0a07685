"""The board in values and in words: everybody by how far it is (R51, R52)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from olenb.core.terms import Stage
from olenb.method.times import day_words
from olenb.views.pictures.describe import Description
from olenb.views.pictures.text import whole
from olenb.views.pictures.words import counted

EMPTY = "Nothing here yet. When you have written to somebody, they show up here."


@dataclass(frozen=True)
class Card:
    """One person on the board: their name, and by when something is due."""

    name: str
    due: str = ""
    next: str = ""


@dataclass(frozen=True)
class Board:
    """Everybody by stage, what is due first on top, and what comes first of all in words."""

    columns: Mapping[Stage, Sequence[Card]]
    first: str = ""

    @property
    def size(self) -> int:
        """How many people are on it."""
        return sum(map(len, self.columns.values()))


def board_of(tracker: pd.DataFrame) -> Board:
    """Return the board of a tracker; see `olenb.method.outreach.tracker`.

    Parameters
    ----------
    tracker
        What is due first stands on top.

    """
    columns: dict[Stage, list[Card]] = {stage: [] for stage in Stage}
    first = ""
    for row in tracker.itertuples(index=False):
        due = "" if pd.isna(row.due_at) else day_words(row.due_at.date())
        due = "today" if row.overdue else due
        columns[Stage(row.stage)].append(Card(row.person, due, row.next))
        first = first or (row.next if due else "")
    return Board({stage: tuple(cards) for stage, cards in columns.items()}, first)


def describe_board(board: Board) -> Description:
    """Return the board in words; the table has a row for each person.

    Its columns are `How far`, `Who`, `By when` and `What comes next`.
    """
    rows = [
        (stage.value, whole(card.name), card.due, whole(card.next))
        for stage, cards in board.columns.items()
        for card in cards
    ]
    table = pd.DataFrame(rows, columns=["How far", "Who", "By when", "What comes next"])
    if not rows:
        return Description(f"An empty board. {EMPTY}", EMPTY, table.astype("str"))
    held = [f"{stage.value} {len(cards)}" for stage, cards in board.columns.items() if cards]
    people = counted(board.size, "person", "people")
    alt = f"A board of {people} in columns by how far it is: {', '.join(held)}."
    first = f"First of all: {board.first}." if board.first else "Nothing is due by a certain day."
    return Description(alt, first, table.astype("str"))
