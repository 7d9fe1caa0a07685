"""One page for a counselor: what goes on it is ticked, seen, and then saved or printed."""

from collections.abc import Sequence

from olenb.core.goal_terms import Moment
from olenb.core.store import today
from olenb.method import summary
from olenb.method.discretion import Discretion
from olenb.method.summary import Part
from olenb.screens.base import screen
from olenb.views.summary_page import fitted, summary_page
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Card,
    Field,
    Form,
    Heading,
    Note,
    Text,
)
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

NOTHING = "There is nothing to put on a page yet. One curiosity, further up, is enough."
SEEN = (
    "You see the page below before you give it to anybody. Nothing leaves this computer by itself."
)
PEOPLE = "With the names of people; who is confidential stays unnamed all the same"
CUT = "What didn't fit on one sheet was left out. Untick something to make room."


def counselor(wb: Workbook) -> Screen:
    """Put one page together for a conversation with a counselor, at one of three moments.

    Parameters
    ----------
    wb
        The workbook.

    """
    page = _Page(wb)
    page.form = screen(wb, page.render, {"change": page.change, "save": page.save})
    return page.form


class _Page:
    """What the user chose for the page so far."""

    form: Screen

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.moment: Moment | None = None
        self.ticked: set[str] | None = None
        self.names = False
        self.question = ""

    def render(self) -> Sequence[Block]:
        """Ask what goes on the page, and show it."""
        to = self._discretion()
        offer = summary.offer(self.wb.store, to)
        if not offer.parts:
            return [Note(NOTHING, kind="empty")]
        asks = to.of(self.question)
        stays = [Note(words) for words in (offer.stays, "" if asks else to.stays) if words]
        return [Text(SEEN), self._choices(offer.parts), *stays, *self._preview(offer.parts, asks)]

    def change(self, event: Event) -> None:
        """Take what was ticked; another moment brings its own ticks."""
        moment = Moment(event.text("moment")) if event.text("moment") else None
        moved = moment is not None and moment is not self._at()
        self.moment = moment or self.moment
        keys = (name.removeprefix("part ") for name in event.values if event.checked(name))
        self.ticked = None if moved else {key for key in keys if key != "names"}
        self.names = event.checked("names")
        self.question = event.text("question")

    def save(self, event: Event) -> str:
        """Save the page as a file, as it is ticked now."""
        self.change(event)
        to = self._discretion()
        asks = to.of(self.question)
        kept = fitted(self._wanted(summary.offer(self.wb.store, to).parts), asks)
        page = summary_page(self._at(), kept, asks, today())
        self.form.download("for-my-counselor.html", page, "page for a counselor")
        return "Saved where your browser keeps its downloads. Open it there to print it."

    def _discretion(self) -> Discretion:
        return Discretion(self.wb.store, with_names=self.names)

    def _at(self) -> Moment:
        return self.moment or summary.moment(self.wb.store)

    def _wanted(self, every: Sequence[Part]) -> list[Part]:
        keys = summary.USUAL[self._at()] if self.ticked is None else self.ticked
        return [part for part in every if part.key in keys]

    def _choices(self, every: Sequence[Part]) -> Form:
        wanted = {part.key for part in self._wanted(every)}
        ticks = [
            Field(f"part {part.key}", part.title, "checkbox", part.key in wanted, action="change")
            for part in every
        ]
        moments = [(each.value, each.label) for each in Moment]
        fields = [
            Field(
                "moment",
                "Where are you?",
                "radio",
                self._at().value,
                moments,
                action="change",
                settled=True,
            ),
            *ticks,
            Field("names", PEOPLE, "checkbox", self.names, action="change"),
            Field(
                "question",
                "What would you like to ask?",
                "textarea",
                self.question,
                help="In your own words. It stands first among what to talk about.",
            ),
        ]
        buttons = [
            Button("save", "Save the page", kind="primary"),
            Button("change", "Show it below"),
        ]
        return Form("counselor", [*fields, Buttons(buttons)])

    def _preview(self, every: Sequence[Part], asks: str) -> list[Block]:
        wanted = self._wanted(every)
        kept = fitted(wanted, asks)
        cards = [Card(f"page {part.key}", part.title, part.lines) for part in kept]
        talk = Card("page talk", "To talk about", [*([asks] if asks else []), *self._at().asks])
        cut = [Note(CUT)] if kept != wanted else []
        return [Heading("The page", 3), *cut, *cards, talk]
