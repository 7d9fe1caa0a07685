"""A little more about the few people who matter to the list: one question at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from olenb.contacts import people
from olenb.core import rules
from olenb.core.terms import CRITERIA, Closeness, Kind, Known, Willingness
from olenb.network import asking, reading, routes
from olenb.network.words import called
from olenb.screens.base import screen
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Button, Card, Choice, Field, FieldKind, Note
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook

NOBODY_YET = (
    "Nobody to ask about yet. When your list and your people meet, "
    "a few questions about those who could help come here."
)
DONE = "That was all for now. More may come when your list or your people change."
COUNSELOR = 0  # a row of `asking.candidates` that is nobody in the workbook
MARKS: list[Choice] = [
    (Known.YES.value, "yes"),
    (Known.NO.value, "no"),
    (Known.UNKNOWN.value, "I don't know"),
]


@dataclass(frozen=True)
class Question:
    """One question about somebody; `{name}` stands for what they are called."""

    facts: Mapping[str, str]
    kind: FieldKind = "radio"
    options: Sequence[Choice] = ()
    help: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return next(iter(self.facts))

    def fields(self, name: str) -> list[Field]:
        """Return its fields."""
        return [
            Field(fact, ask.format(name=name), self.kind, options=self.options, help=self.help)
            for fact, ask in self.facts.items()
        ]


QUESTIONS = (
    Question(
        {"willingness": "Would {name} give you 20 minutes?"},
        options=[(each.value, each.label) for each in Willingness],
        help="More people say yes than we expect.",
    ),
    Question(
        {"closeness": "How well do you know each other?"},
        options=[(str(each.value), each.label) for each in Closeness],
    ),
    Question(
        {"last_exchange": "When did you last really talk?"},
        "text",
        help="A year is fine: 2024, or 2024-05. Long ago is no obstacle.",
    ),
    Question(
        {"setting": "Where do you know each other from?"},
        "text",
        help="A class, a team, a town, a summer job.",
    ),
    Question(
        {fact: f"As far as you know, {{name}} {words}:" for fact, words in CRITERIA.items()},
        options=MARKS,
    ),
)


def ties(wb: Workbook) -> Screen:
    """Ask what is still open about the people who could help, everything optional.

    Parameters
    ----------
    wb
        The workbook.

    """
    questions = _Questions(wb)
    return screen(wb, questions.render, questions.actions(), says_example=False)


class _Questions:
    """Who is asked about on this visit, in an order that stays, and what was left out."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.few: list[int] = []
        self.undoing = Undoing(wb)
        self.skipped: set[tuple[int, str]] = set()

    def render(self) -> Sequence[Block]:
        matters = _who_matters(self.wb)
        # An answer may change who comes first; the next question is about the same person.
        self.few = [person for person in self.few if person in matters]
        self.few += [person for person in matters if person not in self.few]
        if not self.few:
            return [Note(NOBODY_YET, kind="empty"), *self.undoing.line()]
        df = self.wb.people.set_index("id")
        for person in self.few[: rules.PEOPLE_TO_ASK.value]:
            for question in QUESTIONS:
                if self._is_open(df.loc[person], person, question):
                    card = _card(person, df.loc[person, "name"], matters[person], question)
                    return [card, *self.undoing.line()]
        again = [Button("again", "Show what I skipped")] if self.skipped else []
        return [Note(DONE, kind="good"), *again, *self.undoing.line()]

    def actions(self) -> dict[str, Action]:
        actions: dict[str, Action] = {
            "save": self.save,
            "skip": self.skip,
            "enough": self.enough,
            "again": lambda _: self.skipped.clear(),
        }
        return self.undoing.actions(actions)

    def save(self, event: Event) -> str | None:
        person, question = _asked(event)
        said = {fact: event.text(fact) for fact in question.facts if event.text(fact)}
        if not said:
            self.skip(event)
            return None
        with self.wb.writing() as store, store.change("Answered a question about somebody") as _:
            for fact, value in said.items():
                people.edit(store, person, fact, value)
        return "Saved."

    def skip(self, event: Event) -> None:
        person, question = _asked(event)
        self.skipped.add((person, question.key))

    def enough(self, event: Event) -> None:
        person, _ = _asked(event)
        self.skipped |= {(person, question.key) for question in QUESTIONS}

    def _is_open(self, row: "pd.Series[Any]", person: int, question: Question) -> bool:
        if (person, question.key) in self.skipped:
            return False
        return all(pd.isna(row[fact]) or row[fact] == "" for fact in question.facts)


def _asked(event: Event) -> tuple[int, Question]:
    person, key = event.item.split()
    return int(person), next(question for question in QUESTIONS if question.key == key)


def _card(person: int, name: str, why: str, question: Question) -> Card:
    buttons = [
        Button("save", "Save and go on", kind="primary"),
        Button("skip", "Skip"),
        Button("enough", f"Nothing more about {called(name)}"),
    ]
    fields = question.fields(called(name))
    return Card(f"{person} {question.key}", name, [why], buttons, fields, level=3)


def _who_matters(wb: Workbook) -> dict[int, str]:
    """Return whom the ways into the list go through, then whom to ask around, and why."""
    if wb.is_example:
        return {}
    network = reading.read(wb.store)
    ways = routes.ask(wb.store, network=network).plain
    ways = ways[ways["kind"].isin([Kind.INTRODUCTION, Kind.DIRECT])]
    few: dict[int, str] = {}
    for way in ways.itertuples(index=False):
        few.setdefault(way.introducer_id or way.person_id, f"Because of {way.target}.")
    for one in asking.candidates(wb.store, network=network).itertuples(index=False):
        few.setdefault(one.person_id, f"Because of {one.target}.")
    few.pop(COUNSELOR, None)
    return few
