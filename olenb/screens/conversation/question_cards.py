"""Questions as cards: one of the five, one in reserve, one for the end, one of the bank."""

from typing import Any

from olenb.core.terms import Part
from olenb.method.bank_file import Question
from olenb.method.etiquette import Finding
from olenb.views.widgets.blocks import Button, Buttons, Card, Details, Field, Form


def card(row: Any, *, own: bool, first: bool, advice: Finding | None) -> Card:
    """Return one of the five, with what can be done with it."""
    tags = ["must-ask" if row.must else "", "first" if first and row.part == Part.OPENING else ""]
    must = (
        Button("no must", "No must-ask", describe=f"No must-ask any more: {row.words}")
        if row.must
        else Button("must", "Must-ask", describe=f"Make it a must-ask: {row.words}")
    )
    buttons = [
        must,
        Button("up", "Earlier", describe=f"Ask earlier: {row.words}"),
        Button("down", "Later", describe=f"Ask later: {row.words}"),
    ]
    more = _change(row, Button("wait", "Keep it in reserve", item=f"{row.id}"))
    return Card(
        f"{row.id}",
        row.words,
        [_about(row), *([f"{advice.why} {advice.suggestion}"] if advice else [])],
        buttons if own else [],
        [more] if own else [],
        tag=" · ".join(filter(None, tags)),
    )


def waiting(row: Any, *, own: bool) -> Card:
    """Return one in reserve."""
    buttons = [
        Button("ask", "Take it among the five", describe=f"Take among the five: {row.words}"),
        Button("drop", "Take it away", describe=f"Take away: {row.words}"),
    ]
    return Card(f"{row.id}", row.words, [_about(row)], buttons if own else [], tag="in reserve")


def last(row: Any, *, own: bool) -> Card:
    """Return one for the last five minutes."""
    blocks = [_change(row)] if own else []
    return Card(f"{row.id}", row.words, blocks=blocks, tag="last five minutes")


def _about(row: Any) -> str:
    return f"About {row.minutes} minutes" if row.minutes > 1 else "About a minute"


def _change(row: Any, *buttons: Button) -> Details:
    """Return the form for the words, one click away."""
    item = f"{row.id}"
    form = Form(
        f"words-{item}",
        [
            Field("words", "In your own words", value=row.words),
            Buttons(
                [
                    Button("words", "Save", "primary", item=item),
                    *buttons,
                    Button("drop", "Take it away", item=item),
                ]
            ),
        ],
    )
    return Details("Change it", [form], id=f"change-{item}")


def offered(one: Question, line: str = "") -> Card:
    """Return one of the bank, with a line below it."""
    tag = "last five minutes" if one.part == Part.CLOSING else ""
    button = Button("take", "Take it", item=one.id, describe=f"Take it: {one.words}")
    return Card(f"bank-{one.id}", one.words, [line] if line else [], [button], tag=tag)


def own() -> Details:
    """Return the form for a question of the user's own."""
    parts = [("", "you decide"), *((part.value, part.label) for part in Part)]
    form = Form(
        "own",
        [
            Field("words", "Your own question", placeholder="What do you do when it's quiet?"),
            Field("part", "When?", "radio", options=parts),
            Button("own", "Take it", "primary"),
        ],
        again=True,
    )
    return Details("Write one yourself", [form], id="own")
