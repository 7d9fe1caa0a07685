"""The board on the page, and what is shown only to whoever asks for it."""

from collections.abc import Sequence

from olenb.method.outreach.rate import TOO_FEW
from olenb.screens.base import screen
from olenb.views import on_demand
from olenb.views.drawn import drawn
from olenb.views.widgets.blocks import Block, Button, Details, Note, TableBlock, Text
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

NOTHING = "Nothing here yet. When you note that you sent something, it shows up here."
FILE = "asking.csv"
CAPTION = "Everybody by how far it is"


def board(wb: Workbook) -> Screen:
    """Show everybody by how far it is, as a picture, a sentence and a table (R51, R52).

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        shown = wb.outreach.board()
        if not shown.size:
            return [Note(NOTHING, kind="empty")]
        picture = drawn(lambda dark: on_demand.board_figure(shown, dark=dark), caption=CAPTION)
        return [*picture, Button("save", "Save it as a table for a spreadsheet")]

    def save(_event: Event) -> str:
        form.download(FILE, wb.outreach.tracker_file(), "tracker")
        return "Saved. Whom you marked as confidential isn't in it."

    form = screen(wb, render, {"save": save}, says_example=False)
    return form


def small_doses(wb: Workbook) -> Screen:
    """Show whom the user waits to hear from, whose names are free, and looks back on request.

    Questions beside favors and the rate of answers stand there only when asked for (N2, N3).

    Parameters
    ----------
    wb
        The workbook.

    """
    asked: set[str] = set()

    def render() -> Sequence[Block]:
        back = Details("Look back", _looking_back(wb, asked), id="back")
        return [*_waiting(wb), *_names(wb), back]

    def ask(event: Event) -> None:
        asked.add(event.item)

    return screen(wb, render, {"ask": ask}, says_example=False)


def _waiting(wb: Workbook) -> list[Block]:
    df = wb.outreach.open_asks()
    if df.empty:
        return [Text("You aren't waiting to hear from anybody about a favor.")]
    rows = [(row.person, f"{row.open_asks}", row.since) for row in df.itertuples()]
    return [TableBlock("You're waiting to hear from", ["Who", "Favors", "Since"], rows)]


def _names(wb: Workbook) -> list[Block]:
    """Return whose name may be used, how far, and since when (N2)."""
    df = wb.outreach.permissions()
    if df.empty:
        return []
    rows = [
        (row.person, row.answer, row.towards or "anybody", row.scope, row.given_on)
        for row in df.itertuples()
    ]
    headings = ["Whose name", "They said", "Towards", "Their limits", "When"]
    table = TableBlock("What people said about their names", headings, rows)
    return [Details("Whose name you may use", [table], id="names")]


def _looking_back(wb: Workbook, asked: set[str]) -> list[Block]:
    """Return what was asked to be shown, else the buttons to ask for it."""
    blocks: list[Block] = []
    if "balance" in asked:
        df = wb.outreach.balance()
        rows = [(row.month, f"{row.questions}", f"{row.favors}") for row in df.itertuples()]
        caption = "Questions and favors, month by month"
        blocks.append(TableBlock(caption, ["Month", "Questions", "Favors"], rows))
    else:
        blocks.append(Button("ask", "Show questions beside favors", item="balance"))
    if "rate" in asked:
        rate = wb.outreach.reply_rate()
        blocks.append(Text(rate.sentence if rate else TOO_FEW))
    else:
        blocks.append(Button("ask", "Show how many answered", item="rate"))
    return blocks
