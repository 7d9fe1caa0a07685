"""The paper kit of a workshop, to save and to print (R53)."""

from collections.abc import Sequence

from olenb.room.kit import catalogue
from olenb.screens.base import screen
from olenb.views import kit_pages
from olenb.views.kit_pages import Size
from olenb.views.widgets.blocks import Block, Button, Details, Field, Form, Row, Text
from olenb.views.widgets.screen import Event, FieldError, Screen
from olenb.workbook import Workbook

MOST = 300
SIZES = [(Size.LETTER, "US Letter"), (Size.A4, "A4")]
WHAT = (
    "Everything on paper, for those without a screen and for all that goes home. "
    "Nothing of anybody's workbook is on it."
)
SAVED = (
    "Saved where your browser keeps its downloads. Open it and print it, one-sided and at its "
    "real size."
)
CODES = "Each time new codes are made for the strips, so print strips and answer sheets together."


def paper_kit(wb: Workbook) -> Screen:
    """Offer the whole kit as one page to print, or one card of it.

    Parameters
    ----------
    wb
        The workbook; only its school's names and numbers are used.

    """

    def render() -> Sequence[Block]:
        fields = [
            Field("people", "For how many people?", "number", value=catalogue.PEOPLE),
            Field("size", "Which paper?", "radio", kit_pages.usual(), SIZES, settled=True),
        ]
        whole = Button("save", "Save the whole kit", kind="primary")
        return [
            Text(WHAT),
            Form("kit", [Row(fields), whole, Details("One card only", _cards(), id="cards")]),
            Text(CODES, quiet=True),
        ]

    def save(event: Event) -> str:
        names = [event.item] if event.item else []
        made = catalogue.papers(names, _people(event))
        name = f"{event.item or 'paper-kit'}.html"
        size = Size(event.text("size") or kit_pages.usual())
        form.download(name, kit_pages.page(made, size), "page to print")
        return SAVED

    form = screen(wb, render, {"save": save, "one": save}, says_example=False)
    return form


def _cards() -> list[Block]:
    """Return a button for each card; they are in the form, so that its answers hold for them."""
    blocks: list[Block] = []
    for one in catalogue.papers(people=1):
        blocks += [Text(one.use, quiet=True), Button("one", f"Save: {one.title}", item=one.name)]
    return blocks


def _people(event: Event) -> int:
    words = event.text("people")
    if not words.isdecimal() or not 1 <= int(words) <= MOST:
        raise FieldError("people", f"Please write a number from 1 to {MOST}.")
    return int(words)
