"""What a file would do, or did, in numbers that add up, every row left out with its reason."""

from olenb.contacts.importers.loader import Plan
from olenb.contacts.importers.report import Report, Summary
from olenb.views.widgets.blocks import Block, Button, Buttons, Card, Details, Note, TableBlock, Text

ROWS_SHOWN = 100


def preview(plan: Plan) -> list[Block]:
    """Show what bringing a file in would do."""
    count = plan.new + plan.merged
    bring = Button("apply", f"Bring in {_what(plan, count)}", kind="primary")
    buttons = [*([bring] if count else []), Button("leave", "No, leave it")]
    title = "This is what it would do" if count else "Nothing new in this file"
    return [Card("file", title, [plan.file], buttons, _counts(plan), level=3)]


def done(report: Report) -> list[Block]:
    """Show what a file did, with the way back."""
    buttons = [Button("leave", "Bring another file", kind="primary")]
    if report.change is not None:
        buttons.append(Button("take_back", "Take this file back"))
    return [Note(report.sentence, kind="good"), Buttons(buttons), *_left_out(report)]


def _counts(summary: Summary) -> list[Block]:
    rows = [
        ["New", f"{summary.new:,}"],
        ["Added to what you had", f"{summary.merged:,}"],
        ["Known already", f"{summary.unchanged:,}"],
        ["Left out", f"{len(summary.left_out):,}"],
        ["All rows", f"{summary.read:,}"],
    ]
    also = ", ".join(f"{name} ({_rows(n)})" for name, n in summary.also.items() if n)
    said = [f"Also read, for your own past: {also}."] if also else []
    notes = [Text(note, quiet=True) for note in (*said, *summary.notes)]
    table = TableBlock("Rows in this file", ["What", "Rows"], rows)
    return [table, *notes, *_left_out(summary)]


def _left_out(summary: Summary) -> list[Block]:
    skips = summary.left_out
    if not skips:
        return []
    rows = [[f"{skip.line:,}", skip.reason] for skip in skips[:ROWS_SHOWN]]
    more = len(skips) - ROWS_SHOWN
    rest = [Text(f"And {more:,} more.", quiet=True)] if more > 0 else []
    table = TableBlock("Rows left out", ["Line", "Why"], rows)
    return [Details(f"{_rows(len(skips))} left out, and why", [table, *rest], id="left out")]


def _what(plan: Plan, count: int) -> str:
    if plan.parsed.links:
        return _rows(count)
    return "1 person" if count == 1 else f"{count:,} people"


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"
