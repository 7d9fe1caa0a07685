"""The questions for one person: hunches first, a bank by topic, five chosen, put into order."""

from collections.abc import Sequence
from typing import Any

from olenb.contacts import you
from olenb.core import rules
from olenb.core.terms import Audience, NoteKind, Part, Topic
from olenb.method import (
    bank,
    notes,
    prepared,
    question_advice,
    question_order,
    questions,
    sheet,
)
from olenb.method.bank_file import Question
from olenb.method.discretion import Own
from olenb.screens.base import screen
from olenb.screens.conversation import question_cards
from olenb.screens.conversation.whom import INVENTED, nobody_yet, whom
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Card,
    Details,
    Field,
    Form,
    Heading,
    Note,
    Row,
    Text,
    WebPage,
)
from olenb.views.widgets.screen import Event, FieldError, Screen
from olenb.workbook import Workbook

THEIR_PATH = (
    "People like to be asked how they got there, and it makes the rest easier. "
    "One question about that comes first."
)
NONE_YET = "None chosen yet. Take one that you'd really like to hear the answer to."
LOOK_UP_FIRST = "Look something up first, so that you can ask this."


def choose_questions(wb: Workbook) -> Screen:
    """Choose five questions, order them, mark the must-asks (R21–R25, R28).

    Parameters
    ----------
    wb
        The workbook.

    """
    choosing = _Choosing(wb)
    actions = {
        "topic": choosing.look,
        "take": choosing.take,
        "hunch": choosing.hunch,
        "own": choosing.own,
        "up": lambda event: choosing.move(event, -1),
        "down": lambda event: choosing.move(event, 1),
        "must": lambda event: choosing.must(event, True),
        "no must": lambda event: choosing.must(event, False),
        "wait": lambda event: choosing.reserve(event, True),
        "ask": lambda event: choosing.reserve(event, False),
        "words": choosing.words,
        "drop": choosing.drop,
    }
    return screen(wb, choosing.render, choosing.undoing.actions(actions), says_example=False)


class _Choosing:
    """The questions for the chosen person, and the part of the bank that is looked at."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.undoing = Undoing(wb)
        self.topic = Topic.PATH
        self.audience: Audience | None = None
        self.open = False

    def render(self) -> Sequence[Block]:
        person = whom(self.wb).person(self.wb)
        if person is None:
            return nobody_yet()
        df = prepared.prepared(self.wb.store, person).set_index("id", drop=False)
        # As they will be asked: their path, the must-asks, the others.
        df = df.loc[[*self._order(person), *df.index[df["part"] == Part.CLOSING]]]
        if self.wb.is_example:
            return [Note(INVENTED), *self._chosen(df)]
        offered = self._path(df, person)
        # The list stays open where it was: five may be chosen, and one for the end still wanted.
        self.open |= len(prepared.chosen(self.wb.store, person)) < rules.QUESTIONS.value
        return [
            *self._chosen(df),
            *([question_cards.offered(offered, THEIR_PATH)] if offered else []),
            *self._hunches(person),
            self._bank({*df["bank"], offered.id if offered else ""}, person),
            question_cards.own(),
            *self._center(),
            *self.undoing.line(),
        ]

    def _order(self, person: int) -> list[int]:
        page = sheet.sheet(self.wb.store, person, Own(self.wb.store))
        return [item.id for item in page.items]

    def _chosen(self, df: Any) -> list[Block]:
        own = not self.wb.is_example
        known = question_advice.facts_about(self.wb.store, whom(self.wb).person(self.wb) or 0)
        few, musts = rules.QUESTIONS.value, rules.MUST_ASKS.value
        closing = df["part"] == Part.CLOSING
        first: list[Block] = [
            question_cards.card(
                row, own=own, first=not place, advice=question_advice.advice(row.words, known)
            )
            for place, row in enumerate(df[~closing & ~df["reserve"]].itertuples())
        ]
        waiting = [question_cards.waiting(row, own=own) for row in df[df["reserve"]].itertuples()]
        last = [question_cards.last(row, own=own) for row in df[closing].itertuples()]
        return [
            Heading(f"Your questions for {whom(self.wb).name(self.wb)}"),
            Text(f"Up to {few} fit. Mark up to {musts} that you must not miss.", quiet=True),
            *(first or [Note(NONE_YET, kind="empty")]),
            *([Details(f"{len(waiting)} in reserve", waiting, id="reserve")] if waiting else []),
            *([Heading("For the last five minutes", 4), *last] if last else []),
        ]

    def _path(self, df: Any, person: int) -> Question | None:
        """Return a question about their own path while none is chosen (R24)."""
        if ((df["part"] == Part.OPENING) & ~df["reserve"]).any():
            return None
        taken, audience = set(df["bank"]), self._audience(person)
        fits = (one for one in bank.load().questions if one.part == Part.OPENING)
        return next(
            (one for one in fits if one.id not in taken and bank.suits(one, audience)), None
        )

    def _hunches(self, person: int) -> list[Block]:
        hunches = prepared.from_hunches(self.wb.store, person)
        cards = [
            Card(
                f"hunch-{row.id}",
                row.question,
                [f"It checks your hunch: {row.claim}"],
                [Button("hunch", "Ask this", item=f"{row.id}", describe=f"Ask: {row.question}")],
            )
            for row in hunches.itertuples()
        ]
        return [Heading("From your hunches", 4), *cards] if cards else []

    def _bank(self, taken: set[str], person: int) -> Details:
        """Return one topic of the bank, without what is on the screen already."""
        audience, now = self._audience(person), bank.load()
        found = notes.notes(self.wb.store)
        mine = found[(found["person_id"] == person) & (found["kind"] == NoteKind.RESEARCH)]
        looked_up = not mine.empty
        fits = [
            one
            for one in now.questions
            if one.topic == self.topic and bank.suits(one, audience) and one.id not in taken
        ]
        cards = [
            question_cards.offered(one, LOOK_UP_FIRST if one.research and not looked_up else "")
            for one in fits
        ]
        topics = [(topic.value, topic.label) for topic in Topic]
        kinds = [(kind.value, kind.label) for kind in Audience]
        choice = Row(
            [
                Field("topic", "About what?", "select", self.topic.value, topics, action="topic"),
                Field("kind", "For whom?", "select", audience.value, kinds, action="topic"),
            ]
        )
        trouble = [Note(now.trouble, "warning")] if now.trouble else []
        blocks = [*trouble, Form("look", [choice]), *cards]
        return Details("Take one from the list", blocks, open=self.open, id="bank")

    def _audience(self, person: int) -> Audience:
        """Return the kind of person that was chosen, else what was said of them."""
        if self.audience is not None:
            return self.audience
        return bank.audience_of(self.wb.store, person, you.facts(self.wb.store)["school"])

    def _center(self) -> list[Block]:
        """Link to the center's own list (R25)."""
        address = rules.QUESTION_PAGE.value or rules.CENTER_PAGE.value
        label = "The career center's own list of questions"
        return [WebPage(label, address)] if address else []

    # What the buttons do.

    def look(self, event: Event) -> None:
        self.topic = Topic(event.text("topic") or self.topic)
        self.audience = Audience(event.text("kind")) if event.text("kind") else None

    def take(self, event: Event) -> str:
        one = bank.load().get(event.item)
        person = whom(self.wb).person(self.wb)
        if one is None or person is None:
            return "That question isn't in the list any more."
        with self.wb.writing() as store:
            number = questions.choose(store, person, one)
        return self._where(number)

    def hunch(self, event: Event) -> str:
        person = whom(self.wb).person(self.wb) or 0
        df = prepared.from_hunches(self.wb.store, person)
        (words,) = df[df["id"] == int(event.item)]["question"]
        with self.wb.writing() as store:
            number = questions.add(store, person, words, hypothesis=int(event.item))
        return self._where(number)

    def own(self, event: Event) -> str:
        if not event.text("words"):
            raise FieldError("words", "Please write the question here first.")
        with self.wb.writing() as store:
            person = whom(self.wb).person(self.wb) or 0
            number = questions.add(store, person, event.text("words"), part=event.text("part"))
        return self._where(number)

    def _where(self, number: int) -> str:
        """Say where a question went."""
        row = prepared.get(self.wb.store, number)
        if row["part"] == Part.CLOSING:
            return "Taken. It waits for the last five minutes: whom else to talk to comes there."
        return "Taken. It waits in reserve." if row["reserve"] else "Taken."

    def move(self, event: Event, places: int) -> str:
        moved = question_order.move(self.wb.own(), int(event.item), places)
        return "Moved." if moved else "It stays: their path comes first, then the must-asks."

    def must(self, event: Event, must: bool) -> str:
        question_order.set_must(self.wb.own(), int(event.item), must)
        return "A must-ask now." if must else "No must-ask any more."

    def reserve(self, event: Event, reserve: bool) -> str:
        question_order.set_reserve(self.wb.own(), int(event.item), reserve)
        return "It waits in reserve." if reserve else "Among your questions now."

    def words(self, event: Event) -> str:
        if not event.text("words"):
            raise FieldError("words", "Please write the question here first.")
        questions.say(self.wb.own(), int(event.item), event.text("words"))
        return "Saved."

    def drop(self, event: Event) -> str:
        questions.remove(self.wb.own(), int(event.item))
        return "Taken away."
