"""The questions of a plan, one at a time; each can be passed over and answered later."""

from collections.abc import Sequence

from olenb.core.errors import NotAllowed, NotFound
from olenb.core.plan_terms import PlanKind
from olenb.method.opportunities import fit, shadowing
from olenb.method.opportunities.plans import Plan
from olenb.method.opportunities.steps import Ask, Step
from olenb.method.opportunities.wording import in_words
from olenb.screens.base import screen
from olenb.screens.by_hand import places
from olenb.screens.opportunities.chosen import NO_PLAN, chosen
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Card,
    Details,
    Field,
    FieldKind,
    Link,
    Note,
    Row,
    TableBlock,
    Text,
)
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

DONE = "That was the last question. What you wrote is below; each line can be changed."
A_FEW_WORDS = "A few words are enough. Or pass over it, and come back when you like."
AT_WORK = "Where you work now: tell your own boss first, before they hear of it from others."
_KINDS: dict[str, FieldKind] = {
    "line": "text",
    "text": "textarea",
    "place": "suggest",
    "person": "suggest",
    "day": "date",
    "number": "number",
    "choice": "radio",
}


def questions(wb: Workbook) -> Screen:
    """Ask the questions of the chosen plan, one at a time, and show what was answered.

    Parameters
    ----------
    wb
        The workbook.

    """
    asking = _Asking(wb)
    return screen(wb, asking.render, asking.actions())


class _Asking:
    """The question that is open now: the next one, or one that the user went back to."""

    def __init__(self, wb: Workbook) -> None:
        self.wb, self.chosen, self.undoing = wb, chosen(wb), Undoing(wb)
        self.back_to: str | None = None

    def render(self) -> Sequence[Block]:
        one = self.chosen.plan()
        if one is None:
            return [NO_PLAN, *self.undoing.line()]
        if self.wb.is_example:
            return [_written(one)]
        return [*self._open(one), *self._answers(one), *self.undoing.line()]

    def actions(self) -> dict[str, Action]:
        actions: dict[str, Action] = {
            "save": self.save,
            "pass_over": self.pass_over,
            "change": self.change,
            "leave": self.leave,
        }
        return self.undoing.actions(actions)

    def save(self, event: Event) -> str:
        one = self.chosen.mine()
        step = one.step(event.item)
        said = {ask.name: event.text(ask.name) for ask in step.asks}
        if not any(said.values()) and not one.answered(step):
            raise FieldError(step.asks[0].name, A_FEW_WORDS)
        for ask in step.asks:
            _check(ask, said[ask.name])
        try:
            self.wb.opportunities.answer(one.id, step.name, **said)
        except NotFound as error:  # two people of that name
            raise FieldError("contact", str(error)) from error
        self.back_to = None
        return "Saved."

    def pass_over(self, event: Event) -> str:
        one = self.chosen.mine()
        if self.back_to is None:
            self.wb.opportunities.pass_over(one.id, event.item)
        self.back_to = None
        return "Left for later."

    def change(self, event: Event) -> None:
        self.back_to = event.item

    def leave(self, _event: Event) -> None:
        self.back_to = None

    def _open(self, one: Plan) -> list[Block]:
        names = [step.name for step in one.steps]
        step = one.step(self.back_to) if self.back_to in names else one.next_step()
        if step is None:
            return [Note(DONE, kind="good"), *_missing(one)]
        return [_question(self.wb, one, step, again=self.back_to is not None)]

    def _answers(self, one: Plan) -> list[Block]:
        """Return what was written, and what was passed over, each one click away."""
        written = [step for step in one.steps if one.answered(step)]
        later = [step for step in one.steps if step.name in one.passed]
        blocks: list[Block] = []
        if written:
            cards = [_answer(one, step, "Change") for step in written]
            blocks.append(Details("What you wrote so far", cards, id="written"))
        if later:
            cards = [_answer(one, step, "Answer") for step in later]
            blocks.append(Details("Passed over, for later if you like", cards, id="later"))
        return blocks


def _check(ask: Ask, answer: str) -> None:
    try:
        ask.kept(answer)
    except NotAllowed as error:
        raise FieldError(ask.name, str(error)) from error


def _question(wb: Workbook, one: Plan, step: Step, *, again: bool) -> Card:
    buttons = [
        Button("save", "Save", kind="primary"),
        Button("leave", "Leave it as it is", keeps_typing=True)
        if again
        else Button("pass_over", "Pass over it"),
    ]
    about = [Text(step.question)] if len(step.asks) > 1 else []
    fields = [_field(wb, one, step, ask) for ask in step.asks]
    short = [field for field in fields if field.kind != "textarea"]
    rows: list[Block] = [Row(fields)] if len(short) == len(fields) > 1 else list(fields)
    help = [Text(step.help, quiet=True)] if step.help and len(step.asks) > 1 else []
    example = Details("An invented example", [Text(step.example)], id=f"example {step.name}")
    blocks = [*about, *help, *rows, *_beside(one, step), example]
    return Card(step.name, step.title, [], buttons, blocks, _where(one, step), level=3)


def _field(wb: Workbook, one: Plan, step: Step, ask: Ask) -> Field:
    alone = len(step.asks) == 1
    options = list(ask.choices)
    if ask.kind == "place":
        options = [(name, name) for name in places(wb)]
    elif ask.kind == "person":
        options = [(name, name) for name in _people(wb, one)]
    return Field(
        ask.name,
        step.question if alone else ask.label,
        _KINDS[ask.kind],
        one.text(ask.name),
        options,
        step.help if alone else "",
    )


def _people(wb: Workbook, one: Plan) -> list[str]:
    """Return the names of those who are at the plan's place."""
    rows = wb.store.rows(
        "SELECT DISTINCT p.name FROM affiliation AS a JOIN person AS p ON p.id = a.person "
        "WHERE a.organization = ? AND coalesce(a.current, 1) = 1 AND p.is_ego = 0 ORDER BY p.name",
        (one.row["organization"],),
    )
    return [str(row["name"]) for row in rows]


def _where(one: Plan, step: Step) -> str:
    if step.phase:
        place = shadowing.PHASES.index(step.phase) + 1
        return f"phase {place} of {len(shadowing.PHASES)}: {step.phase.lower()}"
    return f"{one.steps.index(step) + 1} of {len(one.steps)}"


def _beside(one: Plan, step: Step) -> list[Block]:
    """Return what helps with some of the questions."""
    if step.name == "asking":
        return [Link("Who could introduce you", "03_introductions.ipynb")]
    asks_at_work = one.text("at_work") == "1" and step.phase != shadowing.AIM
    if one.kind is PlanKind.SHADOWING and asks_at_work:
        return [Text(AT_WORK, quiet=True)]
    return []


def _missing(one: Plan) -> list[Block]:
    """Ask gently for the one of skill and being seen that isn't said (R44)."""
    missing = fit.missing_side(one)
    if missing is None:
        return []
    step, words = missing
    return [Note(words), Button("change", "Say it in a sentence", item=step)]


def _answer(one: Plan, step: Step, verb: str) -> Card:
    words = in_words(one, step)
    button = Button("change", verb, keeps_typing=True, describe=f"{verb}: {step.title}")
    return Card(step.name, step.title, [words] if words else [step.question], [button], level=3)


def _written(one: Plan) -> TableBlock:
    """Return an invented plan to read."""
    rows = [(step.title, in_words(one, step)) for step in one.steps if one.answered(step)]
    return TableBlock(f"An invented plan: {one.label}", ["Question", "Answer"], rows)
