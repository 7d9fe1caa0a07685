"""The list of places and kinds of work that the user is curious about, a few of them active."""

from collections.abc import Sequence
from typing import Any

from olenb.core import rules
from olenb.method import asked, goals
from olenb.screens.base import screen
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Button, Card, Details, Field, Form, Note, Row, Text
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

PLACE, WORK, FIELD, REGION = "organization", "role", "industry", "region"
KINDS = [("", "a place"), (WORK, "a kind of work"), (FIELD, "a field"), (REGION, "a region")]
ONE_IS_ENOUGH = "One is enough: a place, a kind of work, a field or a region."
EMPTY = "Nothing on your list yet. One place or kind of work is enough to go on."


def targets(wb: Workbook) -> Screen:
    """Show the list of places and kinds of work, a few active, the others waiting (R3).

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        return [_add(wb), _add_all_four(), *_listed(wb), *undoing.line()]

    def add(event: Event) -> str:
        words = {event.text("kind") or PLACE: event.text("words")}
        return _save(wb, words, "words")

    def add_all(event: Event) -> str:
        return _save(wb, {name: event.text(name) for name in (PLACE, WORK, FIELD, REGION)}, PLACE)

    def change(active: bool) -> Action:
        def run(event: Event) -> str:
            goals.set_active(wb.own(), int(event.item), active)
            return "Active now." if active else "It waits on your list."

        return run

    def remove(event: Event) -> str:
        goals.remove_target(wb.own(), int(event.item))
        return "Taken off your list."

    actions = {
        "add": add,
        "add_all": add_all,
        "activate": change(True),
        "wait": change(False),
        "remove": remove,
    }
    undoing = Undoing(wb)
    return screen(wb, render, undoing.actions(actions))


def _save(wb: Workbook, words: dict[str, str], field: str) -> str:
    """Put one on the list, or say beside `field` that all four are empty."""
    if not any(words.values()):
        raise FieldError(field, ONE_IS_ENOUGH if field == PLACE else "Please write it here first.")
    before = 0 if wb.is_example else len(wb.targets)
    wb.add_target(words.pop(PLACE, ""), **words)
    count = len(wb.targets)
    if count == before:
        return "That one is on your list already."
    return f"On your list: {count} now."


def _add(wb: Workbook) -> Form:
    """Ask in one line; the curiosity is offered while the list is empty."""
    own = not wb.is_example
    words = goals.said(wb.store, "curiosity") if own and not len(wb.targets) else ""
    return Form(
        "add",
        [
            Field(
                "words",
                "A place or kind of work that you're curious about",
                value=words,
                help="A name that others know: Mayo Clinic, lab manager, health care, Minnesota.",
            ),
            Field("kind", "That is", kind="radio", options=KINDS),
            Button("add", "Put it on my list", kind="primary"),
        ],
        again=True,
    )


def _add_all_four() -> Details:
    parts = asked.TARGET_PARTS.items()
    fields = [Field(name, label, placeholder=example) for name, (label, example) in parts]
    blocks = [
        Text("A kind of work at one place, or a field in a region: fill in what you know."),
        Row(fields[:2]),
        Row(fields[2:]),
        Button("add_all", "Put it on my list"),
    ]
    return Details("Say it more exactly", [Form("all", blocks)])


def _listed(wb: Workbook) -> list[Block]:
    df = wb.targets
    if df.empty:
        return [Note(EMPTY, kind="empty")]
    rows = list(df.itertuples(index=False))
    few = rules.ACTIVE_TARGETS.value
    active = [_card(row, wb) for row in rows if row.active]
    waiting = [_card(row, wb) for row in rows if not row.active]
    shown: list[Block] = [Text(f"Look into a few at a time: {few} at most are active.", quiet=True)]
    shown += active
    if waiting:
        shown.append(Details(f"{len(waiting)} waiting", waiting, id="waiting"))
    return shown


def _card(row: Any, wb: Workbook) -> Card:
    label, item = row.target, str(row.id)
    tag = "active" if row.active else "waiting"
    if wb.is_example:
        return Card(item, label, tag=tag, level=3)
    switch = (
        Button("wait", "Let it wait", describe=f"Let {label} wait")
        if row.active
        else Button("activate", "Make it active", describe=f"Make {label} active")
    )
    remove = Button("remove", "Take it off", describe=f"Take {label} off the list")
    return Card(item, label, buttons=[switch, remove], tag=tag, level=3)
