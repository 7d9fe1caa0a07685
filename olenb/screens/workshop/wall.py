"""The wall: one round in large type, with a clock; names or codes as the counselor chooses."""

from olenb.core.errors import OlenbError
from olenb.room.binder import Settings
from olenb.room.rounds import SENTENCE, Plan
from olenb.screens.base import screen
from olenb.screens.workshop.numbers import whole_number
from olenb.screens.workshop.pairs import as_table, pairs_of
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Details,
    Field,
    Form,
    Note,
    Row,
    Text,
)
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.views.widgets.wall import Turn, Wall
from olenb.workbook import Workbook

REHEARSAL = "This is a rehearsal: everybody on the wall is invented."
NOT_YET = "Two people are enough for a round. They come with the first files."
FIRST = 60
TURNS = (
    "First minute: the first tells which way there may be. No names.",
    "Now the second of you asks.",
    "Change over: the first of you asks.",
)
LIMITS = (("rounds", 1, 20), ("minutes", 2, 60))


def wall(wb: Workbook) -> Screen:
    """Choose rounds and minutes, show one round on the wall, go on to the next.

    Parameters
    ----------
    wb
        The counselor's workbook.

    """
    return screen(wb, lambda: _render(wb), _actions(wb), says_example=False)


def _render(wb: Workbook) -> list[Block]:
    chosen = wb.workshop.settings
    try:
        plan = wb.workshop.plan()
    except OlenbError:
        return [Note(NOT_YET, kind="empty")]
    number = min(chosen.shown, len(plan.rounds))
    note = [Note(REHEARSAL)] if wb.workshop.is_rehearsal else []
    return [
        *note,
        _choices(chosen),
        _on_the_wall(wb, plan, number, chosen),
        Buttons(_ways(number, len(plan.rounds))),
        Details("All rounds, for you", as_table(wb, plan), id="rounds"),
        Text(_covered(plan), quiet=True),
    ]


def _on_the_wall(wb: Workbook, plan: Plan, number: int, chosen: Settings) -> Wall:
    seconds = chosen.minutes * 60
    moments = (0, FIRST, FIRST + (seconds - FIRST) // 2)
    return Wall(
        title=f"Round {number} of {len(plan.rounds)}",
        pairs=pairs_of(wb, plan, number),
        sentence=SENTENCE,
        seconds=seconds,
        turns=[Turn(at, words) for at, words in zip(moments, TURNS, strict=True)],
        started=chosen.started,
        action="clock",
    )


def _actions(wb: Workbook) -> dict[str, Action]:
    table = wb.workshop

    def choose(event: Event) -> str:
        numbers = {name: whole_number(event, name, low, high) for name, low, high in LIMITS}
        apart = _apart(event.text("apart"))
        names = event.checked("names")
        table.choose(**numbers, with_names=names, apart=apart, shown=1, started=0)
        return "The rounds are made."

    def clock(event: Event) -> None:
        table.choose(started=int(event.item) if event.item.isdecimal() else 0)

    def go(event: Event) -> None:
        table.choose(shown=max(1, table.settings.shown + int(event.item)), started=0)

    return {"choose": choose, "clock": clock, "go": go}


def _choices(chosen: Settings) -> Details:
    apart = ", ".join("+".join(pair) for pair in chosen.apart)
    fields = [
        Field("rounds", "How many rounds?", "number", chosen.rounds),
        Field("minutes", "Minutes for each", "number", chosen.minutes),
    ]
    names = Field("names", "Names on the wall, where you typed them", "checkbox", chosen.with_names)
    pairs = Field("apart", "Who shouldn't meet?", value=apart, help="Such as K7QM+R4XB, W9TD+H2NP.")
    button = Button("choose", "Make the rounds", kind="primary")
    return Details("Rounds and minutes", [Form("choices", [Row(fields), names, pairs, button])])


def _ways(number: int, count: int) -> list[Button]:
    back = [Button("go", "The round before", item="-1")] if number > 1 else []
    return back + ([Button("go", "The next round", item="1")] if number < count else [])


def _apart(text: str) -> list[list[str]]:
    pairs = [one.strip().upper().split("+") for one in text.split(",") if one.strip()]
    if any(len(pair) != 2 for pair in pairs):
        raise FieldError("apart", "Two codes with a + between them, such as K7QM+R4XB.")
    return [[one.strip() for one in pair] for pair in pairs]


def _covered(plan: Plan) -> str:
    return (
        f"{plan.covered} of {plan.possible} offered introductions get talked about in these "
        "rounds. This line isn't on the wall."
    )
