"""The target grid: one square at a time, then the whole list side by side (R3)."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from olenb.core import rules
from olenb.method import grid
from olenb.screens.goals.exercise import Exercise
from olenb.views.widgets.blocks import Block, Buttons, Field, Form, Note, TableBlock, Text
from olenb.views.widgets.screen import Action, Event, FieldError
from olenb.workbook import Workbook

SQUARES = {
    "motivation": ("How much would you like it: {label}?", grid.MOTIVATION),
    "posting": ("How often have you seen it posted: {label}?", grid.POSTING),
}
NO_LIST = "Your list is empty. Put two or three places or kinds of work on it first, above."
ALL_SAID = "Every square says something. You can change one below by asking for it again."


class Grid(Exercise):
    """The whole list side by side."""

    key = "grid"
    title = "The whole list"
    gives = (
        "Your list in an order: what you'd like most, what you see posted, and where your people "
        "could open a door. The first few become the active ones, if you want that."
    )
    minutes = 15
    example = (
        "Robin's list has twelve. The clinic: I'd love it, posted now and then, four people.",
        "The museum: I'd love it, never posted, nobody yet. So it stands after the clinic.",
        "Kestrelmoor: I'd like it, posted now and then.",
    )

    def __init__(self, wb: Workbook) -> None:
        super().__init__(wb)
        self.passed: set[tuple[int, str]] = set()

    def ask(self) -> list[Block]:
        """Ask for the next square that says nothing yet."""
        df = grid.grid(self.wb.store)
        if df.empty:
            return [Note(NO_LIST, kind="empty")]
        if self.wb.is_example:
            return []
        square = self._next(df)
        if square is None:
            return [Text(ALL_SAID, quiet=True), self._again(df)]
        row, name = square
        words, levels = SQUARES[name]
        options = [(str(level), text) for level, text in enumerate(levels)]
        item = f"{name} {row['id']}"
        field = Field("level", words.format(label=row["target"]), "radio", options=options)
        buttons = [
            self.button("rate", "Save", kind="primary", item=item),
            self.button("skip", "I can't say", item=item),
        ]
        return [Form(f"grid {item}", [field, Buttons(buttons)])]

    def kept(self) -> list[Block]:
        """Show the list in its order, and offer to make the first few the active ones."""
        df = grid.grid(self.wb.store)
        if df.empty:
            return []
        columns = ["Place or kind of work", "I'd like it", "Seen posted", "People", "Active"]
        table = TableBlock(
            "Your list side by side", columns, [_cells(row) for _, row in df.iterrows()]
        )
        few = rules.ACTIVE_TARGETS.value
        if self.wb.is_example or len(df) <= few:
            return [table]
        first = self.button("activate", f"Make the first {few} the active ones")
        return [table, Buttons([first])]

    def actions(self) -> Mapping[str, Action]:
        """Fill in a square, pass one over, ask again, or take the first few."""
        return {
            "rate": self._rate,
            "skip": self._skip,
            "again": self._ask_again,
            "activate": self._activate,
        }

    def _next(self, df: pd.DataFrame) -> tuple[pd.Series, str] | None:
        squares = (
            (row, name)
            for name in SQUARES
            for _, row in df.sort_values("id").iterrows()
            if pd.isna(row[name]) and (row["id"], name) not in self.passed
        )
        return next(squares, None)

    def _again(self, df: pd.DataFrame) -> Form:
        options = [(str(row.id), row.target) for row in df.itertuples(index=False)]
        field = Field("target", "Which one do you see differently now?", "select", options=options)
        return Form("grid again", [field, self.button("again", "Ask me again")])

    def _rate(self, event: Event) -> str:
        name, _, target = event.item.rpartition(" ")
        if not event.text("level"):
            raise FieldError("level", "Please choose one. Or pass it over.")
        grid.rate(self.wb.own(), int(target), **{name: int(event.text("level"))})
        return "Saved."

    def _skip(self, event: Event) -> None:
        name, _, target = event.item.rpartition(" ")
        self.passed.add((int(target), name))

    def _ask_again(self, event: Event) -> None:
        if event.text("target"):
            target = int(event.text("target"))
            self.passed -= {(target, name) for name in SQUARES}
            grid.rate(self.wb.own(), target, **dict.fromkeys(SQUARES))

    def _activate(self, _event: Event) -> str:
        return f"{grid.activate_first(self.wb.own())} are active now. The others wait."


def _cells(row: Any) -> list[str]:
    said = [
        "" if pd.isna(row[name]) else levels[int(row[name])]
        for name, (_, levels) in SQUARES.items()
    ]
    people = f"{row['people']:,}" if row["people"] else ""
    return [row["target"], *said, people, "active" if row["active"] else ""]
