"""Three futures: one at a time, a title and a day, what to find out, four gauges."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from olenb.core.goal_terms import GAUGE_LEVELS, GAUGES, FutureKind
from olenb.method.exercises import futures
from olenb.screens.goals.exercise import Exercise
from olenb.screens.goals.steps import Answers, Step, Steps
from olenb.views.widgets.blocks import Block, Buttons, Field, TableBlock, Text
from olenb.views.widgets.screen import Action, Event
from olenb.workbook import Workbook


class Futures(Exercise):
    """Three sketches of the life in five years, which must differ."""

    key = "futures"
    title = "Three futures"
    gives = (
        "Three different lives in five years, what you'd have to find out about each, and how "
        "full four gauges are. There is more than one good one."
    )
    minutes = 25
    example = (
        "Going on: “The person who knows where every sample is.” Otherwise: “A museum where "
        "children may touch things.” Unbound: “A boat, a microscope, and letters home.”",
        "To find out about the museum: “Can one live on it?” and “Whom do they trust with such a "
        "table?”",
        "Its gauges: means a quarter full, liking full, confidence half full, fit with myself "
        "full. The first question became a hunch to check.",
    )

    def __init__(self, wb: Workbook) -> None:
        super().__init__(wb)
        self.kind: FutureKind | None = None
        self.steps = Steps(
            self,
            [
                Step(_title, "title", "A title is enough, as of a film. Or go back to the list."),
                Step(_questions),
                Step(_gauges),
            ],
            self._save,
        )

    def ask(self) -> list[Block]:
        """Ask which of the three, then its questions."""
        if self.kind is not None:
            return [Text(self.kind.label), *self.steps.blocks()]
        sketched = set() if self.wb.is_example else set(futures.futures(self.wb.store)["kind"])
        offers = ((Text(f"{each.label}."), self._offer(each, sketched)) for each in FutureKind)
        return [block for offer in offers for block in offer]

    def kept(self) -> list[Block]:
        """Show the sketches side by side in words, and as a table of gauges."""
        df = futures.futures(self.wb.store)
        if df.empty:
            return []
        cards: list[Block] = [
            self.card(row.id, row.title, _lines(row), tag=row.kind)
            for row in df.itertuples(index=False)
        ]
        return [*cards, _table(df)]

    def actions(self) -> Mapping[str, Action]:
        """Begin a sketch, walk through it, take one away."""
        return {
            "begin": self._begin,
            "remove": self.remover("future"),
            **self.steps.actions(),
        }

    def _offer(self, kind: FutureKind, sketched: set[str]) -> Buttons:
        words = "Sketch it anew" if kind.value in sketched else "Sketch it"
        describe = f"{words}: {kind.value}"
        return Buttons([self.button("begin", words, item=kind.value, describe=describe)])

    def _begin(self, event: Event) -> None:
        self.kind = FutureKind(event.item)
        self.steps.begin()

    def _save(self, answers: Answers) -> str:
        kind, self.kind = self.kind, None
        levels = {name: int(answers[name]) for name in GAUGES if answers.get(name)}
        with self.wb.writing() as store:
            futures.sketch(
                store,
                kind or "",
                answers["title"],
                day=answers["day"],
                questions=[answers[name] for name in futures.QUESTIONS],
                gauges=levels,
            )
        return "Saved. What you'd have to find out can become a hunch to check."


def _title(_answers: Answers) -> list[Field]:
    return [
        Field("title", "What is it called, as if it were a film?"),
        Field("day", "A day in it, in a few sentences", "textarea"),
    ]


def _questions(answers: Answers) -> list[Field]:
    about = answers.get("title", "")
    return [
        Field("question_1", f"What would you have to find out about “{about}”?"),
        Field("question_2", "And what else?"),
        Field("question_3", "And a third thing?"),
    ]


def _gauges(_answers: Answers) -> list[Field]:
    levels = [(str(level), words) for level, words in enumerate(GAUGE_LEVELS)]
    return [Field(name, words, "select", options=levels) for name, words in GAUGES.items()]


def _lines(row: Any) -> list[str]:
    asked = [getattr(row, name) for name in futures.QUESTIONS]
    return [row.sketch, *(f"To find out: {words}" for words in asked if words)]


def _table(df: pd.DataFrame) -> TableBlock:
    heads = {"resources": "Means", "liking": "Liking", "confidence": "Confidence"}
    heads["coherence"] = "Fits who I am"
    rows = [
        [row["title"], *(futures.gauge(row[name]) for name in GAUGES)] for _, row in df.iterrows()
    ]
    return TableBlock("The four gauges", ["Future", *(heads[name] for name in GAUGES)], rows)
