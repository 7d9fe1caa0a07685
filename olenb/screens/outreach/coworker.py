"""The check before a current coworker is asked: four questions, then the user decides (R7)."""

from olenb.core.terms import CoworkerDecision
from olenb.method.outreach import coworkers
from olenb.network.words import called
from olenb.views.widgets.blocks import Block, Button, Card, Field, Note
from olenb.views.widgets.screen import Event
from olenb.workbook import Workbook

ABOUT = (
    "You work with {name} now. Four short questions help to think it over; skip what you like. "
    "You decide."
)
NOT_NOW = "You decided not to ask them for now. That may change."


class CoworkerCheck:
    """The questions about one coworker at a time, as far as they were answered."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self._answers: dict[int, dict[str, str]] = {}
        self._passed: set[int] = set()

    def stands_before(self, person: int) -> bool:
        """Tell whether the check or its outcome is shown instead of a message."""
        if person in self._passed or not coworkers.is_coworker(self.wb.store, person):
            return False
        row = coworkers.decision(self.wb.store, person)
        return row is None or row["decision"] == CoworkerDecision.NOT_NOW

    def blocks(self, person: int, name: str) -> list[Block]:
        """Return the questions, or what was decided."""
        anew = Button("think again", "Think again", item=str(person))
        if coworkers.decision(self.wb.store, person) and person not in self._answers:
            return [Note(NOT_NOW), anew]
        given = self._answers.get(person, {})
        fields = [
            Field(one.key, one.words, "radio", given.get(one.key, ""), list(coworkers.ANSWERS))
            for one in coworkers.QUESTIONS
        ]
        buttons = [Button("weigh", "What speaks for and against it?", "primary")]
        blocks: list[Block] = list(fields)
        if given:
            blocks += [Note(coworkers.advice(given)), Field("why", "In your own words, why?")]
            buttons = [
                Button("go ahead", "I'll ask them", "primary"),
                Button("not now", "Not now"),
                Button("weigh", "Look at it again"),
            ]
        skip = Button("skip check", "Skip this")
        said = ABOUT.replace("{name}", called(name))
        return [
            Card(str(person), "Is it all right to ask?", [said], [*buttons, skip], blocks, level=3)
        ]

    def weigh(self, event: Event) -> str:
        """Keep the answers on this page, and say what speaks for care."""
        self._answers[int(event.item)] = {
            one.key: event.text(one.key) for one in coworkers.QUESTIONS
        }
        return "This is what they mean."

    def decide(self, event: Event, decided: CoworkerDecision) -> str:
        """Note the decision."""
        self.wb.outreach.coworker_check(int(event.item), decided.value, event.text("why"))
        self._answers.pop(int(event.item), None)
        return "Noted."

    def skip(self, event: Event) -> None:
        """Go on without it, on this visit."""
        self._passed.add(int(event.item))

    def think_again(self, event: Event) -> None:
        """Ask the questions anew."""
        self._answers[int(event.item)] = {}
