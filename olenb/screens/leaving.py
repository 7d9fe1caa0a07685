"""Taking people along in a file: what would leave is looked at first, then it leaves."""

from collections.abc import Sequence
from datetime import date

from olenb.core.store import today
from olenb.screens.base import screen
from olenb.views.export.leaving import ENDINGS, Leaving, More, What
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Details,
    Field,
    Form,
    Note,
    TableBlock,
    Text,
)
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook

KINDS = {
    ".csv": "a table for any program (.csv)",
    ".xlsx": "a table for Excel (.xlsx)",
    ".vcf": "contact cards for a phone or an address book (.vcf)",
    ".html": "a page to read or print (.html)",
    ".graphml": "a graph for a graph program (.graphml)",
}
CARE = (
    "These are other people's details. Give the file only to somebody who needs it, "
    "and delete it when it has done its work."
)
SAVED = "It is in this browser's downloads: {name}. {care}"
SHOWN, COLUMNS = 10, 6


def leaving(wb: Workbook) -> Screen:
    """Let the user take their people along, after a look at what exactly would leave (R38).

    Parameters
    ----------
    wb
        The workbook.

    """
    door = _Door(wb)
    door.form = screen(wb, door.render, door.actions(), says_example=False)
    return door.form


class _Door:
    """What is chosen, what was looked at, and what left before."""

    form: Screen

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.choice = (What.PEOPLE, ".csv")
        self.more: list[More] = []
        self.looked_at: Leaving | None = None

    def render(self) -> Sequence[Block]:
        shown = [self._choices()] if self.looked_at is None else self._preview(self.looked_at)
        return [*shown, *self._before()]

    def actions(self) -> dict[str, Action]:
        return {"choose": self.choose, "look": self.look, "save": self.save, "back": self.back}

    def choose(self, event: Event) -> None:
        what = What(event.text("what") or What.PEOPLE)
        ending = event.text("ending")
        self.choice = what, ending if ending in ENDINGS[what] else ENDINGS[what][0]
        self.more = [kind for kind in More if event.checked(kind)]

    def look(self, event: Event) -> None:
        self.choose(event)
        self.looked_at = self.wb.leaving.look(self.choice[0], self.more)

    def save(self, _event: Event) -> str:
        what, ending = self.choice
        # Looked at once more: another page may have changed something meanwhile.
        leaving = self.wb.leaving.look(what, self.more)
        name = f"{what.value}-{date.fromisoformat(today())}{ending}"
        self.form.download(name, leaving.file(ending), what.value)
        self.looked_at = None
        return SAVED.format(name=name, care=CARE)

    def back(self, _event: Event) -> None:
        self.looked_at = None

    def _choices(self) -> Form:
        what, ending = self.choice
        kinds = [(one, KINDS[one]) for one in ENDINGS[what]]
        fields = [
            Field(
                "what",
                "What do you want to take along?",
                "select",
                what,
                [(one, one.label) for one in What],
                action="choose",
            ),
            Field("ending", "As which kind of file?", "select", ending, kinds),
        ]
        more = [Field(kind, kind.label, "checkbox", kind in self.more) for kind in More]
        return Form(
            "choices",
            [
                *fields,
                Details("More about each person", more, id="more"),
                Button("look", "Show what would leave", kind="primary"),
            ],
        )

    def _preview(self, leaving: Leaving) -> list[Block]:
        back = Button("back", "Not now")
        if leaving.table.empty:
            return [Note("There is nothing to take along yet.", "empty"), Buttons([back])]
        columns = list(leaving.table.columns)[:COLUMNS]
        rows = [row[:COLUMNS] for row in leaving.first_rows()]
        confirm = f"{leaving.count} leave this workbook in a file. {CARE}"
        save = Button("save", "Save the file", kind="primary", confirm=confirm)
        return [
            Text(leaving.sentence),
            TableBlock("The first rows, as they would leave", columns, rows),
            Buttons([save, back]),
        ]

    def _before(self) -> list[Block]:
        df = self.wb.leaving.before().head(SHOWN)
        if df.empty:
            return []
        rows = [[row.name, row.kind, row.at[:10]] for row in df.itertuples(index=False)]
        table = TableBlock("What left before", ["File", "What", "When"], rows)
        return [Details(f"What left before ({len(df)})", [table], id="before")]
