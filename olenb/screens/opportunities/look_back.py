"""Looking back on a plan: what was learned, thanks, and what it changes (R4, R46)."""

from collections.abc import Sequence

from olenb.core.plan_terms import Decision
from olenb.core.terms import TouchKind
from olenb.method import goals
from olenb.method.opportunities import looking_back
from olenb.method.opportunities.looking_back import BECAUSE, QUESTIONS
from olenb.method.opportunities.plans import Plan
from olenb.screens.base import screen
from olenb.screens.opportunities.chosen import NO_PLAN, chosen
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Field,
    Form,
    Heading,
    Note,
    TableBlock,
    Text,
)
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

THANKS = "Thanks within two days, with one thing that you learned, end it well."
CURIOUS = "What are you curious about now?"
STAYS = "Empty, if it stays as it is."


def look_back(wb: Workbook) -> Screen:
    """Note what a plan taught, say thanks, and decide what it changes in the goals.

    Parameters
    ----------
    wb
        The workbook.

    """
    page = _LookBack(wb)
    return screen(wb, page.render, page.actions(), says_example=False)


class _LookBack:
    def __init__(self, wb: Workbook) -> None:
        self.wb, self.chosen, self.undoing = wb, chosen(wb), Undoing(wb)

    def render(self) -> Sequence[Block]:
        one = self.chosen.plan()
        if one is None:
            return [NO_PLAN]
        if self.wb.is_example:
            return [_told(one)]
        return [
            _learned(one),
            *self._thanks(one),
            *self._decision(one),
            *self.undoing.line(),
        ]

    def actions(self) -> dict[str, Action]:
        actions: dict[str, Action] = {
            "note": self.note,
            "thanked": self.thanked,
            "decide": self.decide,
        }
        return self.undoing.actions(actions)

    def note(self, event: Event) -> str:
        words = {name: event.text(name) for name in QUESTIONS}
        if not any(words.values()):
            raise FieldError("learned", "A few words are enough. Or leave it for later.")
        self.wb.opportunities.look_back(self.chosen.mine().id, **words)
        return "Saved."

    def thanked(self, _event: Event) -> str:
        with self.wb.writing() as store:
            looking_back.thank(store, self.chosen.mine().id)
        return "Noted: you said thanks."

    def decide(self, event: Event) -> str:
        if not event.text("decision"):
            raise FieldError("decision", "Choose one of the three. It can change again.")
        words = {name: event.text(name) for name in ("because", "curiosity", "hunch")}
        number = self.chosen.mine().id
        self.wb.opportunities.decide(number, event.text("decision"), **words)
        return "Noted, with today's date."

    def _thanks(self, one: Plan) -> list[Block]:
        if one.row["person"] is None:
            return []
        since = one.text("starts_on") or str(one.row["begun_on"])
        said = self.wb.store.one(
            "SELECT happened_on FROM touch WHERE person = ? AND kind = ? AND happened_on >= ? "
            "ORDER BY happened_on DESC",
            (one.row["person"], TouchKind.THANKED, since),
        )
        title = Heading("Thanks")
        if said:
            return [title, Note(f"You thanked {one.text('contact')}.", kind="good")]
        label = f"I thanked {one.text('contact')}"
        return [title, Text(THANKS), Button("thanked", label)]

    def _decision(self, one: Plan) -> list[Block]:
        now = goals.said(self.wb.store, "curiosity")
        until = [Text(f"Until today: {now}", quiet=True)] if now else []
        choices = [(each.value, each.label) for each in Decision]
        fields = [
            Field("decision", "What do you do with it?", "radio", one.decision or "", choices),
            Field("because", "Because …", "textarea", one.text(BECAUSE)),
            *until,
            Field("curiosity", CURIOUS, help=STAYS),
            Field(
                "hunch",
                "A hunch to check next?",
                help="Something that you believe now, and somebody could tell you.",
            ),
        ]
        save = Button("decide", "Save this", kind="primary")
        return [Heading("Keep, let go, or find out more"), Form("decision", [*fields, save])]


def _learned(one: Plan) -> Form:
    fields = [
        Field(name, question, "textarea", one.text(name)) for name, question in QUESTIONS.items()
    ]
    return Form("learned", [*fields, Button("note", "Save", kind="primary")])


def _told(one: Plan) -> TableBlock:
    """Return what somebody invented said afterwards."""
    said = [(question, one.text(name)) for name, question in QUESTIONS.items()]
    decision = one.decision.label if one.decision else ""
    rows = [*said, ("What do you do with it?", decision), ("Because …", one.text(BECAUSE))]
    return TableBlock("How somebody invented looked back", ["Question", "Answer"], rows)
