"""A table of people: whether it may be copied, and which column is which."""

from collections.abc import Mapping

from olenb.contacts.importers.table import FIELDS, Preview
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Card,
    Details,
    Field,
    Form,
    Row,
    TableBlock,
    Text,
)
from olenb.views.widgets.screen import Event

FIRST = ("name", "first", "last", "organization", "role", "class_year")
LIST_OF = "The first rows of this table"
SHOWN_ROWS, SHOWN_COLUMNS = 3, 6
MAY_I = (
    "Many directories may be searched and not copied. "
    "If its page, or the office that keeps it, says that you may, go on. "
    "If you aren't sure, ask there first, and keep single people on cards meanwhile."
)
FOUND = (
    "People from a list count as people you found, not as people you know, "
    "unless a column says how you know them."
)


def permission() -> list[Block]:
    """Ask whether the table may be copied."""
    buttons = [Button("may", "Yes, I may copy it", kind="primary"), Button("leave", "No, leave it")]
    return [Card("may", "Am I allowed to copy this?", [MAY_I], buttons, level=3)]


def question(preview: Preview, mapping: Mapping[str, str]) -> list[Block]:
    """Ask which column holds what, the guess or the last answer filled in."""
    every = {
        name: Field(
            name,
            words,
            "select",
            mapping.get(name, ""),
            [("", "not in this table"), *((column, column) for column in preview.columns)],
        )
        for name, words in FIELDS.items()
    }
    first = [every.pop(name) for name in FIRST]
    rest = list(every.values())
    buttons = [Button("columns", "Show what it would do", kind="primary"), _LEAVE]
    form = Form(
        "columns",
        [
            *(Row(first[at : at + 3]) for at in range(0, len(first), 3)),
            Details("More columns", [Row(rest[at : at + 3]) for at in range(0, len(rest), 3)]),
            Text(FOUND, quiet=True),
            Buttons(buttons),
        ],
    )
    return [Text("Which column is which?"), _sample(preview), form]


_LEAVE = Button("leave", "No, leave it")


def answer(event: Event) -> dict[str, str]:
    """Return what was said: field -> column."""
    return {name: event.text(name) for name in FIELDS if event.text(name)}


def _sample(preview: Preview) -> TableBlock:
    columns = preview.columns[:SHOWN_COLUMNS]
    rows = [list(row[: len(columns)]) for row in preview.rows[:SHOWN_ROWS]]
    return TableBlock(LIST_OF, columns, rows)
