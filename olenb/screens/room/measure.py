"""Three minutes about how sure one feels, on three occasions; all of it can be skipped."""

from collections.abc import Sequence

from olenb.core.measure_terms import NO_TEST, UNVALIDATED, Item, Occasion
from olenb.method import measure as measures
from olenb.screens.base import screen
from olenb.views.widgets.blocks import Block, Button, Details, Field, Form, Text
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

WHAT_FOR = (
    f"{UNVALIDATED} {NO_TEST} They stay here, unless you send them with the summary below. "
    "Skip what you like."
)
STEPS = tuple(range(0, 101, 10))


def measure(wb: Workbook) -> Screen:
    """Ask how sure somebody feels, on each of three occasions.

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        said = measures.answers(wb.store)
        forms = [_occasion(one, said.get(one, {})) for one in Occasion]
        return [Text(WHAT_FOR), *forms]

    def save(event: Event) -> str:
        answers = {item.value: event.text(item) for item in Item}
        values = {name: int(value) if value else None for name, value in answers.items()}
        wb.room.say(event.item, values)
        return "Kept."

    return screen(wb, render, {"save": save}, says_example=False)


def _occasion(occasion: Occasion, said: dict[Item, int]) -> Details:
    fields = [_field(item, said.get(item)) for item in Item]
    save = Button("save", "Keep these answers", kind="primary", item=occasion.value)
    form = Form(occasion.value, [*fields, save])
    label = occasion.label[0].upper() + occasion.label[1:]
    return Details(f"{label}: {len(Item)} short questions", [form], id=occasion.value)


def _field(item: Item, value: int | None) -> Field:
    low, high = item.ends
    options = [(str(step), _step(step, low, high)) for step in STEPS]
    known = "" if value is None else str(value)
    if known and int(known) not in STEPS:
        options.append((known, known))
    return Field(item.value, item.words, "select", known, options)


def _step(step: int, low: str, high: str) -> str:
    return {0: f"0: {low}", 100: f"100: {high}"}.get(step, str(step))
