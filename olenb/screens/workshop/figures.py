"""A cohort's figures: nothing is counted before somebody asks, and what was shown stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from olenb.core.errors import OlenbError
from olenb.core.measure_terms import Occasion
from olenb.core.store import today
from olenb.room.cohort import Figures
from olenb.room.cohort_words import Told, tables
from olenb.room.table import LeftOut
from olenb.screens.base import screen
from olenb.views import cohort_page, on_demand
from olenb.views.drawn import drawn
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Details,
    Field,
    Form,
    Heading,
    Note,
    TableBlock,
    Text,
    Upload,
)
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook

if TYPE_CHECKING:
    from olenb.views.canvas import Picture

INVENTED = "Invented people, until the first summary is handed in."
ONCE = (
    "Show the figures when everybody has handed in: what is kept together the first time stays "
    "so, for two summaries could tell who came later. Late ones join when enough of them are in."
)
OCCASIONS = [(one.value, one.label) for one in (Occasion.AFTER, Occasion.LATER)]


def figures(wb: Workbook) -> Screen:
    """Take summaries, and show what may be seen of the cohort.

    Parameters
    ----------
    wb
        The counselor's workbook.

    """
    looking = _Looking(wb)
    looking.form = screen(wb, looking.render, looking.actions(), says_example=False)
    return looking.form


class _Looking:
    """Which occasion is looked at; invented people are shown at once, real ones when asked."""

    form: Screen

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.occasion = Occasion.AFTER
        self.shown: Figures | None = None
        self.refused: list[LeftOut] = []

    def actions(self) -> dict[str, Action]:
        return {
            "bring": self.bring,
            "show": self.show,
            "choose": self.choose,
            "page": self.page,
            "table": self.table,
        }

    def render(self) -> Sequence[Block]:
        table = self.wb.workshop
        if not table.has_summaries:
            self.shown = table.figures(self.occasion)
        note = [] if table.has_summaries else [Note(INVENTED)]
        bring = [Upload("bring", "Bring the summaries", ".json")] if table.session else []
        return [*note, *bring, *self._left_out(), self._choices(), *self._figures()]

    def bring(self, event: Event) -> str:
        if event.upload is None:
            return ""
        try:
            self.wb.workshop.bring(event.upload.name, event.upload.path.read_bytes())
        except OlenbError as error:
            self.refused.append(LeftOut(event.upload.name, str(error)))
            return "One file was left out, and the others go on."
        self.shown = None
        return "It is in."

    def choose(self, event: Event) -> None:
        self.occasion = Occasion(event.text("occasion") or Occasion.AFTER)
        self.shown = None

    def show(self, event: Event) -> str:
        self.choose(event)
        self.shown = self.wb.workshop.figures(self.occasion)
        return "Here they are."

    def page(self, _event: Event) -> str:
        return self._save("cohort.html")

    def table(self, _event: Event) -> str:
        return self._save("cohort.csv")

    def _save(self, name: str) -> str:
        if self.shown is None:
            return ONCE
        session = self.wb.workshop.session or "REHEARSAL"
        make = {
            "cohort.html": lambda seen: cohort_page.cohort_page(seen, session, today()),
            "cohort.csv": cohort_page.cohort_csv,
        }
        self.form.download(name, make[name](self.shown), "figures of a cohort")
        return "Saved where your browser keeps its downloads."

    def _choices(self) -> Form:
        occasion = Field(
            "occasion", "When?", "radio", self.occasion, OCCASIONS, action="choose", settled=True
        )
        if not self.wb.workshop.has_summaries:
            return Form("choices", [occasion])
        count = sum(one.occasion is self.occasion for one in self.wb.workshop.summaries()[0])
        said = Text(f"{count} handed in. {ONCE}")
        return Form("choices", [occasion, said, Button("show", "Show the figures", "primary")])

    def _figures(self) -> list[Block]:
        if self.shown is None:
            return []
        blocks: list[Block] = []
        for told in tables(self.shown):
            blocks += [Heading(told.title), *self._part(told, self.shown)]
        save = [Button("page", "Save the page to print"), Button("table", "Save the table")]
        return [*blocks, Text(cohort_page.FOOT, quiet=True), Buttons(save)]

    def _part(self, told: Told, seen: Figures) -> list[Block]:
        if not told.rows:
            return [Text(told.sentence)]
        if told.columns[0] != "Question":
            return [Text(told.sentence), TableBlock(told.title, told.columns, told.rows)]

        def draw(dark: bool) -> "Picture":
            return on_demand.change_figure(seen.changes, told, dark=dark)

        return drawn(draw, caption=told.title)

    def _left_out(self) -> list[Block]:
        found = [*self.refused, *self.wb.workshop.summaries()[1]]
        if not found:
            return []
        rows = [(one.file, one.reason) for one in found]
        table = TableBlock("What was left out", ("File", "Why"), rows)
        count = f"{len(rows)} {'file' if len(rows) == 1 else 'files'} left out. The others are in."
        return [Note(count, "warning"), Details("Which, and why", [table], id="left out")]
