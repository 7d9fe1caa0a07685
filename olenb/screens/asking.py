"""Whom to ask, what to say, and what they answered: two clicks, and a way opens."""

from collections.abc import Sequence
from typing import Any

from olenb.core import rules
from olenb.core.terms import Circle, Reply
from olenb.network import asking
from olenb.screens.base import screen
from olenb.screens.choosing import choosing, no_target
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Card,
    Details,
    Field,
    Form,
    Link,
    Note,
    Row,
    Say,
)
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

NOBODY = "First one person whom you know. A first name is enough."
EVERYBODY_ANSWERED = (
    "Everybody whom you could ask has answered. Add one more person when somebody comes to mind."
)
INVENTED = (
    "These are invented people: look around as you like. "
    "With your own people here, you note what they answered."
)
WHO = "Who is it? A first name is enough, and you can correct it later."
WAITING = "waiting to hear from"
ASKED = "Noted that you asked. When they answer, write it down on their card, further down."


def whom_to_ask(wb: Workbook) -> Screen:
    """Show three people to ask about a target, easiest first, and take down what they say (R8).

    Parameters
    ----------
    wb
        The workbook.

    """
    around = _AskingAround(wb)
    return screen(wb, around.render, around.actions(), says_example=False)


class _AskingAround:
    """Asking around about the target that is being looked at."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.undoing = Undoing(wb)
        self.choosing = choosing(wb)
        self.news = ""
        self._shown: list[str] = []
        self._at = 0

    def actions(self) -> dict[str, Action]:
        actions: dict[str, Action] = {
            "choose": self.choose,
            "asked": self.asked,
            "yes": self.yes,
            "will ask": lambda event: self.answered(event, Reply.WILL_ASK),
            "no": lambda event: self.answered(event, Reply.NO),
        }
        noted = self.undoing.actions(actions)
        return {**noted, "undo": self.undo(noted["undo"])}

    def undo(self, take_back: Action) -> Action:
        """Take back the newest change, and the news of it."""

        def run(event: Event) -> str | None:
            self.news = ""
            return take_back(event)

        return run

    def render(self) -> Sequence[Block]:
        target = self.choosing.target(self.wb)
        if target is None:
            return no_target()
        *rows, counselor = asking.candidates(self.wb.store, target.id).itertuples(index=False)
        people = [self._card(row) for row in rows if not row.waiting]
        first, more = people[: rules.SHOWN_FIRST.value], people[rules.SHOWN_FIRST.value :]
        self._shown = [card.id for card in first]
        waiting = [row for row in rows if row.waiting]
        return [
            *([Note(INVENTED)] if self.wb.is_example else []),
            *self.choosing.question(self.wb),
            *self._with_news(first or ([] if waiting else self._nobody_left())),
            *([Details(f"{len(more)} more to ask", more, id="more")] if more else []),
            *self._waiting_for(waiting),
            self._card(counselor),
            *self.undoing.line(),
        ]

    def _with_news(self, cards: Sequence[Block]) -> list[Block]:
        """Say what the last answer led to where its card was, since that is where one looks."""
        news = [Note(self.news, "good")] if self.news else []
        return [*cards[: self._at], *news, *cards[self._at :]]

    def _waiting_for(self, rows: Sequence[Any]) -> list[Block]:
        names = ", ".join(row.person for row in rows)
        cards = [self._card(row) for row in rows]
        return [Details(f"Waiting to hear from {names}", cards, id="waiting")] if rows else []

    def _nobody_left(self) -> list[Block]:
        note = EVERYBODY_ANSWERED if len(self.wb.people) else NOBODY
        return [Note(note, "empty"), Link("Go to your people", "02_people.ipynb")]

    def choose(self, event: Event) -> None:
        self.news = ""
        self.choosing.choose(event)

    def asked(self, event: Event) -> str:
        self.wb.ask(int(event.item), self._about())
        return self._tell(event, ASKED)

    def yes(self, event: Event) -> str:
        if not event.text("named"):
            raise FieldError("named", WHO)
        return self.answered(event, Reply.YES, event.text("named"), event.text("role"))

    def answered(self, event: Event, reply: Reply, named: str = "", role: str = "") -> str:
        opened = self.wb.record_answer(int(event.item), self._about(), reply, named, role)
        return self._tell(event, opened.sentence)

    def _tell(self, event: Event, news: str) -> str:
        self.news = news
        self._at = self._shown.index(event.item) if event.item in self._shown else 0
        return news

    def _about(self) -> int:
        target = self.choosing.target(self.wb)
        return target.id if target else 0

    def _card(self, row: Any) -> Card:
        """Return whom to ask, why them, what to say, and where their answer goes."""
        tag = WAITING if row.waiting else Circle(row.circle).label if row.circle else ""
        why = f"{row.reason[:1].upper()}{row.reason[1:]}."
        blocks: list[Block] = [Say(row.sentence)]
        if not self.wb.is_example:
            asked = Button("asked", "I asked", describe=f"I asked {row.person}")
            blocks += [*([] if row.waiting else [asked]), _reply(row)]
        return Card(str(row.person_id), row.person, [why], blocks=blocks, tag=tag, level=3)


def _reply(row: Any) -> Details:
    """Return the form for an answer: whom they named, or one click for the other two."""
    named = Row(
        [
            Field("named", "Whom did they name?"),
            Field("role", "What does that person do?", help="If they said."),
        ]
    )
    buttons = [
        Button("yes", "Yes, they know somebody", "primary", item=str(row.person_id)),
        Button("will ask", "They will ask", item=str(row.person_id)),
        Button("no", "No, nobody", item=str(row.person_id)),
    ]
    form = Form(f"answer-{row.person_id}", [named, Buttons(buttons)])
    return Details("They answered", [form], open=row.waiting, id=f"answered-{row.person_id}")
