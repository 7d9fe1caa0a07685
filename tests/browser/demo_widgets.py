"""A screen with every block and a table with every kind of cell, for the browser tests.

It is copied beside a test's notebook. What reaches Python is written to events.jsonl there.
"""

import hashlib
import json
import stat
import time
from pathlib import Path
from typing import Any

import pandas as pd

from olenb.core.errors import OlenbError
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Card,
    Details,
    Field,
    Form,
    Heading,
    Link,
    Note,
    Progress,
    Row,
    Say,
    TableBlock,
    Text,
    Upload,
)
from olenb.views.widgets.screen import Event, FieldError, Screen
from olenb.views.widgets.table import Column, EditableTable

PAPERS = ("A4", "Letter")
SENTINEL = "Zzprobe Sentinel"
NAMES = [
    SENTINEL,
    '<img src=x onerror="window.hacked=1">',
    "$$x^2$$ _under {braces} =1+1",
    "مريم الخطيب",
    "N" * 300,
]
EVENTS = Path("events.jsonl")


def log(**event: Any) -> None:
    """Write down what reached Python."""
    with EVENTS.open("a", encoding="utf-8") as out:
        out.write(json.dumps(event, default=str) + "\n")


people = list(NAMES)


def render() -> list[Block]:
    """Return every kind of block."""
    return [
        Heading("Who do you know?"),
        Text("Five are enough. Everything else can wait."),
        Form(
            "add",
            [
                Row(
                    [
                        Field("name", "Name", required=True, placeholder="Ana Ruiz"),
                        Field("how", "How you know them", kind="suggest", options=["cousin"]),
                    ]
                ),
                Buttons(
                    [
                        Button("add", "Add", kind="primary"),
                        Button("slow", "Read slowly", keeps_typing=True),
                        Link("Next: introductions", "next.ipynb"),
                    ]
                ),
            ],
            again=True,
        ),
        Form("other", [Field("aside", "An aside")]),
        Form("settled", [Field("paper", "Which paper?", "radio", "A4", PAPERS, settled=True)]),
        *[Note(f"A remark: {kind}", kind=kind) for kind in ("info", "good", "warning", "error")],
        *[_card(number, name) for number, name in enumerate(people)],
        Say("Hi Ana, do you still know somebody at the clinic?\nThank you!"),
        Details("All the fields", [_every_field()], open=True),
        TableBlock("The same as a table", ["Person", "Where"], [[each, "Acme"] for each in people]),
        Upload("file", "Bring a file", accept=".csv,.zip,.bin"),
        Progress(0.4, "40 of 100 read"),
        Note("Nothing here yet. Write a name above.", kind="empty"),
    ]


def _card(number: int, name: str) -> Card:
    sure = Field("sure", "How sure?", kind="radio", options=["sure", "likely"])
    drop = Button("drop", "Remove", kind="danger", confirm=f"This removes 1 person: {name}.")
    buttons = [Button("answer", "Keep the answer"), drop]
    return Card(f"p{number}", name, ["Nurse, Mayo Clinic"], buttons, [sure], tag="Likely")


def _every_field() -> Form:
    return Form(
        "all",
        [
            Field("note", "A note", kind="textarea", help="Only you see it."),
            Field("when", "When", kind="date"),
            Field("year", "Class year", kind="number"),
            Field("circle", "Circle", kind="select", options=[("f", "Family"), "Class", "beds"]),
            Field("may", "May I say the name", kind="checkbox"),
            Button("save", "Save", kind="primary"),
        ],
    )


def add(event: Event) -> str:
    """Add a name; some names are there to fail."""
    log(action="add", values=dict(event.values))
    if not event.text("name"):
        raise FieldError("name", "Write a name first. Nothing was lost.")
    if event.text("name") == "refuse":
        raise OlenbError("The workbook is open elsewhere. Nothing was lost.")
    if event.text("name") == "break":
        raise KeyError(SENTINEL)
    people.insert(0, event.text("name"))
    return "Saved"


def slow(event: Event) -> str:
    """Take two seconds and say how far it is."""
    for step in range(20):
        screen.progress(step / 20, f"{step} of 20 read")
        time.sleep(0.1)
    return "All read"


def remember(event: Event) -> str:
    """Write the event down."""
    log(action=event.action, item=event.item, values=dict(event.values))
    return "Saved"


def drop(event: Event) -> str:
    """Remove a person."""
    people.pop(int(event.item[1:]))
    log(action="drop", item=event.item)
    return "Removed"


def take(event: Event) -> str:
    """Write down what arrived."""
    path = event.upload.path
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    mode = stat.S_IMODE(path.stat().st_mode)
    log(action="file", name=event.upload.name, sha=digest, mode=mode, path=path)
    return "Taken in"


ACTIONS = {
    "add": add,
    "slow": slow,
    "answer": remember,
    "save": remember,
    "drop": drop,
    "file": take,
}
screen = Screen(render, ACTIONS)

frame = pd.DataFrame(
    {
        "name": [*NAMES[:4], *[f"Person {number}" for number in range(120)]],
        "place": "Acme",
        "met": pd.to_datetime(["2026-01-02", *[None] * 123]),
        "status": ["sent", *[None] * 123],
        "may": False,
        "targets": range(124),
    },
    index=range(1000, 1124),
)
before: list[pd.DataFrame] = []


def edit(row: int, column: str, value: Any) -> None:
    """Save a cell; one value is there to fail."""
    log(edit=[row, column, value])
    if value == "refuse":
        raise OlenbError("That can't be a place. The cell keeps what it was.")
    before.append(frame.copy())
    frame[column] = [value if at == row else old for at, old in frame[column].items()]


def undo() -> str:
    """Bring the newest change back."""
    if not before:
        return "Nothing to undo"
    frame[:] = before.pop()
    return "Undone: 1 cell"


COLUMNS = [
    Column("name", "Name"),
    Column("place", "Organization"),
    Column("met", "Met on", "date"),
    Column("status", "What happened", "select", ["sent", "met", "beds"]),
    Column("may", "May I say the name", "checkbox"),
    Column("targets", "Places", "readonly"),
]
table = EditableTable(lambda: frame, COLUMNS, edit, undo, caption="Your people")
