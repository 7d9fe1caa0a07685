"""A file of people: first what it would do, then one click, and a way back."""

from collections.abc import Sequence
from pathlib import Path

from olenb.contacts.importers.loader import Plan
from olenb.contacts.importers.report import Report, Summary
from olenb.core import place
from olenb.screens.base import screen
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Card,
    Details,
    Note,
    TableBlock,
    Text,
    Upload,
)
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook

ENDINGS = ".csv,.zip,.vcf,.xlsx,.graphml"
ROWS_SHOWN = 100
LINKEDIN = (
    "In LinkedIn, open Settings, then “Data privacy”, then “Get a copy of your data”.\n"
    "Choose Connections, and ask for the file; LinkedIn writes to you when it is ready.\n"
    "Bring the .zip or “Connections.csv” here just as it came."
)
HOMEWORK = (
    "This is a borrowed computer: leave your LinkedIn file for your own one. "
    "The names that you write by hand are just as good."
)
OTHERS = (
    "Google Contacts, Outlook, Thunderbird and most phones can save contacts as .csv or .vcf. "
    "A list of alumni may be a table (.csv or .xlsx)."
)


def files(wb: Workbook) -> Screen:
    """Bring a file of people: show what it would do, bring it in, take it back.

    Parameters
    ----------
    wb
        The workbook.

    """
    bringing = _Bringing(wb)
    bringing.form = screen(wb, bringing.render, bringing.actions(), says_example=False)
    return bringing.form


class _Bringing:
    """One file on its way in: shown first, then brought in, or left."""

    form: Screen

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.plan: Plan | None = None
        self.report: Report | None = None

    def render(self) -> Sequence[Block]:
        if self.report is not None:
            return _done(self.report)
        if self.plan is not None:
            return [_preview(self.plan)]
        return _ask(self.wb.home)

    def actions(self) -> dict[str, Action]:
        return {
            "bring": self.bring,
            "inbox": self.take_newest,
            "apply": self.apply,
            "leave": self.leave,
            "take_back": self.take_back,
        }

    def bring(self, event: Event) -> None:
        if event.upload is not None:
            self.look_at(event.upload.path)

    def take_newest(self, _event: Event) -> None:
        newest = _newest(self.wb.home)
        if newest is not None:
            self.look_at(newest)

    def look_at(self, path: Path) -> None:
        self.report = None
        self.plan = self.wb.plan_import(path)

    def apply(self, _event: Event) -> None:
        if self.plan is not None:
            self.report = self.wb.apply_import(self.plan, self.form.progress)
            self.plan = None

    def leave(self, _event: Event) -> str | None:
        said = "Left out. Nothing was changed." if self.plan else None
        self.plan = self.report = None
        return said

    def take_back(self, _event: Event) -> str:
        if self.report is None:
            return ""
        self.report.undo()
        self.report = None
        return "Taken back, exactly as it was before."


def _ask(home: Path) -> list[Block]:
    newest = _newest(home)
    blocks: list[Block] = [Note(HOMEWORK)] if place.is_borrowed(home) else []
    blocks += [
        Details("How do I get my LinkedIn file?", [Text(LINKEDIN)], id="linkedin"),
        Details("Which other files can I bring?", [Text(OTHERS)], id="others"),
        Upload("bring", "Bring a file of people", accept=ENDINGS),
    ]
    if newest is not None:
        blocks.append(Button("inbox", f"Look at “{newest.name}” from the inbox folder"))
    return blocks


def _newest(home: Path) -> Path | None:
    """Return the newest file in the inbox, whatever it is; hidden ones are the system's."""
    found = [p for p in (home / "inbox").glob("*") if p.is_file() and not p.name.startswith(".")]
    return max(found, key=lambda path: path.stat().st_mtime, default=None)


def _preview(plan: Plan) -> Card:
    count = plan.new + plan.merged
    bring = Button("apply", f"Bring in {_rows(count)}", kind="primary")
    buttons = [*([bring] if count else []), Button("leave", "No, leave it")]
    title = "This is what it would do" if count else "Nothing new in this file"
    return Card("file", title, [plan.file], buttons, [*_counts(plan)], level=3)


def _counts(summary: Summary) -> list[Block]:
    """Return the four counts that make up all rows, and every row that was left out."""
    rows = [
        ["New", f"{summary.new:,}"],
        ["Added to what you had", f"{summary.merged:,}"],
        ["Known already", f"{summary.unchanged:,}"],
        ["Left out", f"{len(summary.left_out):,}"],
        ["All rows", f"{summary.read:,}"],
    ]
    notes = [Note(note) for note in summary.notes]
    also = [Text(f"Also: {n:,} {name}.", quiet=True) for name, n in summary.also.items() if n]
    return [TableBlock("Rows in this file", ["What", "Rows"], rows), *notes, *also, *_left(summary)]


def _left(summary: Summary) -> list[Block]:
    skips = summary.left_out
    if not skips:
        return []
    rows = [[f"{skip.line:,}", skip.reason] for skip in skips[:ROWS_SHOWN]]
    table = TableBlock("Rows left out", ["Line", "Why"], rows)
    more = len(skips) - ROWS_SHOWN
    rest = [Text(f"And {more:,} more.", quiet=True)] if more > 0 else []
    return [Details(f"{_rows(len(skips))} left out, and why", [table, *rest], id="left")]


def _done(report: Report) -> list[Block]:
    buttons = [Button("leave", "Bring another file", kind="primary")]
    if report.change is not None:
        buttons.append(Button("take_back", "Take this file back"))
    return [Note(report.sentence, kind="good"), Buttons(buttons), *_left(report)]


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"
