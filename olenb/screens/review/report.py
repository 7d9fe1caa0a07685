"""The report: looked at line by line, with a tick for each, and then saved to be printed."""

from collections.abc import Sequence

from olenb.core.spoken import spoken
from olenb.method import review
from olenb.method.review import Part
from olenb.screens.base import screen
from olenb.views import report as page
from olenb.views.report import Draft
from olenb.views.widgets.blocks import Block, Button, Card, Details, Field, Note, Text
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook

FILE = "report.html"
NAMES = "Name the people in it"
LOOK = "This is all that the page will hold. Take out the tick where something is to stay here."
EMPTY = "When there is something to look back on, you can print it here."
SAVED = "Saved. Open it in your browser, and print it there; the browser can make a PDF of it, too."
PICTURES = "Pictures, each with its table"
NOT_NAMED = "said no, or haven't been asked yet whether you may use their name: they aren't named."


def report(wb: Workbook) -> Screen:
    """Look at a report, take out what is to stay, and save it as a page that prints well (R38).

    Parameters
    ----------
    wb
        The workbook.

    """
    choice = _Choice(wb)
    choice.form = screen(wb, choice.render, choice.actions(), says_example=False)
    return choice.form


class _Choice:
    """What is ticked; everything is, until a tick is taken out."""

    form: Screen

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.with_names = False
        self.unticked: set[str] = set()

    def actions(self) -> dict[str, Action]:
        return {"tick": self.tick, "names": self.tick_names, "save": self.save}

    def render(self) -> Sequence[Block]:
        draft = self.wb.review.draft(with_names=self.with_names)
        if not draft.lines and not draft.pictures:
            return [Note(EMPTY, kind="empty")]
        names = Field("names", NAMES, "checkbox", self.with_names, action="names")
        parts = [self._part(part, draft) for part in Part]
        return [
            names,
            *_left_unnamed(draft),
            Text(LOOK, quiet=True),
            *(block for block in parts if block),
            *self._pictures(draft),
            Text(page.STAYS, quiet=True),
            Text(self._says(draft)),
            Button("save", "Save the page", kind="primary"),
        ]

    def tick(self, event: Event) -> None:
        for key, value in event.values.items():
            if isinstance(value, bool):
                self.unticked.discard(key)
                self.unticked |= set() if value else {key}

    def tick_names(self, event: Event) -> None:
        self.with_names = event.checked("names")

    def save(self, _event: Event) -> str:
        content = self.wb.review.report(with_names=self.with_names, left_out=self.unticked)
        self.form.download(FILE, content, "report")
        return SAVED

    def _part(self, part: Part, draft: Draft) -> Card | None:
        """Return a part with a tick for all of it, and one for each line a click away."""
        lines = [line for line in draft.lines if line.part is part]
        if not lines:
            return None
        whole = self._field(part, f"{part.mine}: {_lines(len(lines))}")
        each = [self._field(line.key, _words(line.when, line.words)) for line in lines]
        blocks = [whole, Details("Look at each line", each, id=part.value)]
        return Card(f"part {part}", part.label, blocks=blocks, level=3)

    def _pictures(self, draft: Draft) -> list[Block]:
        if not draft.pictures:
            return []
        fields = [self._field(shown.key, shown.title) for shown in draft.pictures]
        return [Card("pictures", PICTURES, blocks=fields, level=3)]

    def _field(self, key: str, label: str) -> Field:
        return Field(key, label, "checkbox", key not in self.unticked, action="tick")

    def _says(self, draft: Draft) -> str:
        return review.headline(draft.without(self.unticked).lines)


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count:,} lines"


def _words(when: str, words: str) -> str:
    day = spoken(when, short=True)
    said = " ".join(words.split())
    return f"{day}: {said}" if day else said


def _left_unnamed(draft: Draft) -> list[Block]:
    if not draft.left_unnamed:
        return []
    count = draft.left_unnamed
    who = "1 person" if count == 1 else f"{count:,} people"
    return [Note(f"{who} {NOT_NAMED}")]
