"""What a plan brings: people, skills, being seen (R42)."""

from collections.abc import Sequence

from olenb.core.change import Row
from olenb.core.errors import NotFound
from olenb.core.spoken import spoken
from olenb.method.opportunities import harvest
from olenb.method.opportunities.plans import Plan
from olenb.screens.base import screen
from olenb.screens.by_hand import named
from olenb.screens.opportunities.chosen import NO_PLAN, chosen
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Card,
    Field,
    Form,
    Heading,
    Note,
    Text,
)
from olenb.views.widgets.blocks import (
    Row as SideBySide,
)
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

THREE = "A plan like this brings three things: people, skills, and being seen."
NOBODY = "Whom did you meet, or come to know better? A first name is enough."
NO_SKILL = "Which skill did you use there? One is a beginning."
SEEN = "Who has seen it? Say it with the skill below; a skill that is shown once counts twice."


def brings(wb: Workbook) -> Screen:
    """Take down whom a plan let the user meet, what skill it used, and who saw it (R42, R44).

    Parameters
    ----------
    wb
        The workbook.

    """
    page = _Brings(wb)
    return screen(wb, page.render, page.actions(), says_example=False)


class _Brings:
    def __init__(self, wb: Workbook) -> None:
        self.wb, self.chosen, self.undoing = wb, chosen(wb), Undoing(wb)

    def render(self) -> Sequence[Block]:
        one = self.chosen.plan()
        if one is None:
            return [NO_PLAN]
        got = harvest.harvest(self.wb.store, one.id)
        mine = not self.wb.is_example
        people: list[Block] = [_person(row, mine) for row in got.people]
        skills: list[Block] = [_skill(row, mine) for row in got.skills]
        seen: list[Block] = [Text(f"{row['seen_by']} saw: {row['skill']}") for row in got.seen]
        return [
            Text(THREE, quiet=True),
            Heading("People"),
            *(people or [Note(NOBODY, kind="empty")]),
            *([_meet()] if mine else []),
            Heading("Skills"),
            *(skills or [Note(NO_SKILL, kind="empty")]),
            *([_use(one)] if mine else []),
            Heading("Being seen"),
            *(seen or [Note(SEEN, kind="empty")]),
            *self.undoing.line(),
        ]

    def actions(self) -> dict[str, Action]:
        actions: dict[str, Action] = {
            "meet": self.meet,
            "unmeet": self.unmeet,
            "use": self.use,
            "forget": self.forget,
        }
        return self.undoing.actions(actions)

    def meet(self, event: Event) -> str:
        name = named(event)
        try:
            self.wb.opportunities.meet(self.chosen.mine().id, name, event.text("role"))
        except NotFound as error:  # two people of that name
            raise FieldError("name", str(error)) from error
        return f"{name} is among your people now."

    def unmeet(self, event: Event) -> str:
        harvest.unmeet(self.wb.own(), int(event.item))
        return "Off this plan; still among your people."

    def use(self, event: Event) -> str:
        if not event.text("skill"):
            raise FieldError("skill", "A few words are enough: what did you do there?")
        said = (event.text(name) for name in ("skill", "evidence", "seen_by"))
        self.wb.opportunities.use_skill(self.chosen.mine().id, *said)
        return "Noted."

    def forget(self, event: Event) -> str:
        harvest.forget_skill(self.wb.own(), int(event.item))
        return "Taken away."


def _person(row: Row, mine: bool) -> Card:
    button = Button("unmeet", "Take off", item=str(row["id"]), describe=f"Take off {row['name']}")
    when = f"Since {spoken(row['met_on'])}." if row["met_on"] else ""
    lines = [line for line in (row["relation"], when) if line]
    return Card(f"person {row['id']}", row["name"], lines, [button] if mine else [], level=4)


def _skill(row: Row, mine: bool) -> Card:
    item, describe = str(row["id"]), f"Take away {row['skill']}"
    forget = Button("forget", "Take away", item=item, describe=describe)
    lines = [f"What shows it: {row['evidence']}"] if row["evidence"] else []
    return Card(f"skill {row['id']}", row["skill"], lines, [forget] if mine else [], level=4)


def _meet() -> Form:
    fields = [
        Field("name", "Who?", help="They join your people."),
        Field("role", "What do they do there?"),
    ]
    add = Button("meet", "Add them", kind="primary")
    return Form("meet", [SideBySide(fields), add], again=True)


def _use(one: Plan) -> Form:
    aim = one.text("aim")
    said = [Text(f"You wanted to build this: {aim}", quiet=True)] if aim else []
    fields = [
        Field("skill", "Which skill did you use?"),
        Field("evidence", "What shows it?", help="Something that you may keep and show."),
        Field("seen_by", "Who has seen it?"),
    ]
    add = Button("use", "Note this skill", kind="primary")
    return Form("use", [*said, SideBySide(fields), add], again=True)
