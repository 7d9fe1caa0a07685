"""One person: who they are, how far it is with them, what they answered, what comes next."""

from collections.abc import Sequence
from typing import Any

from olenb.contacts import affiliations, people, rows
from olenb.core.errors import NotFound
from olenb.core.terms import Reply, TouchKind
from olenb.method.outreach import budget
from olenb.method.outreach.stages import ASKING, stages
from olenb.network.words import called, on
from olenb.screens.base import screen
from olenb.screens.outreach.choice import INVENTED, choice, label
from olenb.screens.outreach.words import REPLIES
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
)
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

NOBODY = (
    "Nobody to write to yet. Add one person whom you know, and one place or kind of work "
    "that you're curious about."
)
STOPPED = "They asked you not to write any more. That holds, and it is all right."


def one_person(wb: Workbook) -> Screen:
    """Ask whom the user would like to write to, and say how far it is with them.

    Parameters
    ----------
    wb
        The workbook.

    """
    one = _OnePerson(wb)
    return screen(wb, one.render, one.actions(), says_example=False)


class _OnePerson:
    """The form about the chosen person."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.choice = choice(wb)
        self.undoing = Undoing(wb)

    def actions(self) -> dict[str, Action]:
        answers: dict[str, Action] = {
            each.value: lambda event, each=each: self.answered(event, each)  # type: ignore[misc]
            for each in REPLIES
        }
        return self.undoing.actions(
            {
                "choose": self.choose,
                "take": self.take,
                "park": self.park,
                "stop": self.stop,
                "note": self.note,
                **answers,
            }
        )

    def render(self) -> Sequence[Block]:
        wb, person = self.wb, self.choice.person(self.wb)
        if person is None:
            links = [Link("Your people", "02_people.ipynb"), Link("Your goals", "01_goals.ipynb")]
            return [Note(NOBODY, kind="empty"), Buttons(links)]
        known = list(dict.fromkeys([person, *self.choice.people(wb)]))
        options = [(str(one), label(wb, one)) for one in known]
        asked = Field("person", "Whom?", "select", str(person), options, action="choose")
        return [
            *([Note(INVENTED)] if wb.is_example else []),
            asked,
            Details("Somebody else", [self._somebody()], id="else"),
            self._about(person),
            *self.undoing.line(),
        ]

    def choose(self, event: Event) -> None:
        if event.text("person"):
            self.choice.choose(int(event.text("person")))

    def take(self, event: Event) -> str:
        if not event.text("name"):
            raise FieldError("name", "Please write a name here first. A first name is enough.")
        try:
            self.choice.choose(people.find(self.wb.store, event.text("name")))
        except NotFound as error:
            raise FieldError("name", str(error)) from error
        return f"This page is about {self.choice.name(self.wb)} now."

    def answered(self, event: Event, reply: Reply) -> str:
        self.wb.outreach.answer(int(event.item), reply.value, event.text("replied_on"))
        self.choice.begin_again()
        return "Noted."

    def park(self, event: Event) -> str:
        self.wb.outreach.park(int(event.item))
        self.choice.begin_again()
        return "Noted: it rests until they write."

    def stop(self, event: Event) -> str:
        self.wb.outreach.stop(int(event.item))
        self.choice.begin_again()
        return "Noted, for good."

    def note(self, event: Event) -> str:
        self.wb.outreach.note(int(event.item), event.text("kind"), when=event.text("on"))
        self.choice.begin_again()
        return "Noted."

    def _somebody(self) -> Form:
        names = [row["name"] for row in self.wb.store.rows(_NAMES)]
        name = Field("name", "Their name", "suggest", options=names)
        return Form("somebody", [name, Button("take", "Write to them", "primary")])

    def _about(self, person: int) -> Card:
        """Return the card about them: what happened, what is due, and what they answered."""
        wb = self.wb
        row = rows.person(wb.store, person)
        df = wb.outreach.tracker()
        here = next(df[df["person_id"] == person].itertuples(), None)
        place, role = affiliations.place(wb.store, person)
        at = f"at {place}" if place else ""
        spent = budget.say_if_spent(wb.store, person)
        lines = [
            " ".join(filter(None, (role, at))),
            row["relation"] or "",
            *_how_far(here, called(row["name"])),
        ]
        standing = stages(wb.store).get(person)
        notes: list[Block] = [Note(STOPPED)] if standing and standing.stopped else []
        notes += [Note(spent)] if spent else []
        more = [] if wb.is_example or notes[:1] == [Note(STOPPED)] else self._more(person)
        tag = here.stage if here else ""
        shown = [line for line in lines if line]
        return Card(str(person), row["name"], shown, blocks=[*notes, *more], tag=tag, level=3)

    def _more(self, person: int) -> list[Block]:
        """Return where their answer goes, and the rarer things one click away."""
        waiting = self.wb.store.one(_WAITING, (person, *ASKING))
        buttons = [
            Button("park", "Let it rest", item=str(person)),
            Button("stop", "They asked me to stop", "danger", item=str(person), confirm=_STOP),
        ]
        kinds = [each.value for each in TouchKind]
        happened = Row(
            [Field("kind", "What?", "select", options=kinds), Field("on", "When?", "date")]
        )
        note = Button("note", "Note it", item=str(person))
        rare = [Form("happened", [happened, note]), Buttons(buttons)]
        answer = [_answer(waiting["id"])] if waiting else []
        return [*answer, Details("Something else happened", rare, id="rare")]


_NAMES = "SELECT name FROM person WHERE is_ego = 0 ORDER BY name LIMIT 3000"
_STOP = "This person won't come up again. Are you sure that they asked you to stop?"
_WAITING = f"""
SELECT id FROM touch WHERE person = ? AND kind IN ({", ".join("?" * len(ASKING))})
AND coalesce(reply, 'will ask') = 'will ask' ORDER BY happened_on DESC, id DESC
"""  # noqa: S608 - question marks


def _answer(touch: int) -> Details:
    day = Field("replied_on", "When?", "date", help="Empty means today.")
    buttons = [Button(each.value, words, item=str(touch)) for each, words in REPLIES.items()]
    return Details("They answered", [Form(f"answer-{touch}", [day, Buttons(buttons)])], id="answer")


def _how_far(here: Any, name: str) -> list[str]:
    """Say what happened last, and what comes next and why."""
    if here is None:
        return [f"Nothing was written to {name} yet."]
    last = f"Last: {here.last}{on(here.last_on)}." if here.last else ""
    following = f"Next: {here.next}." if here.next else ""
    return [last, following, here.why]
