"""A plan on one page, to hand to the people it is with: first looked at, then saved (R43)."""

from olenb.method.opportunities.plans import Plan
from olenb.screens.opportunities.chosen import chosen
from olenb.views import plan_page
from olenb.views.plan_page import Entry
from olenb.views.widgets.blocks import Block, Button, Details, Field, Form, Heading, Note, Text
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook

FILE = "plan.html"
LOOK = "This is all that the page will hold. Take out the tick where something is to stay here."
EMPTY = "Answer a question or two above, and the page can be looked at here."
KEPT = "You keep this plan to yourself, so it has no page."
SAVED = "Saved as a page. Open it in your browser to print it; the lines below are to sign on."


class OnePage:
    """What stands on the page, with a tick for each thing."""

    form: Screen

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.unticked: set[tuple[int, str]] = set()

    def actions(self) -> dict[str, Action]:
        """Return what its buttons do."""
        return {"tick": self.tick, "page": self.save}

    def tick(self, event: Event) -> None:
        """Remember a tick."""
        self._take(event)

    def save(self, event: Event) -> str:
        """Save the page through the browser."""
        self._take(event)
        number = chosen(self.wb).mine().id
        left_out = {key for plan, key in self.unticked if plan == number}
        self.form.download(FILE, self.wb.opportunities.page(number, left_out), "plan")
        return SAVED

    def blocks(self, one: Plan) -> list[Block]:
        """Return what it shows of a plan."""
        title = Heading(plan_page.TITLES[one.kind])
        if one.row["confidential"]:
            return [title, Note(KEPT)]
        to = plan_page.discretion(self.wb.store, one)
        shown = plan_page.entries(self.wb.store, one.id, to)
        stays = [Note(to.stays)] if to.stays else []
        if not shown:
            return [title, *stays, Note(EMPTY, kind="empty")]
        fields = [self._field(one, entry) for entry in shown]
        save = [] if self.wb.is_example else [Button("page", "Save the page", kind="primary")]
        form = Form("page", [Text(LOOK, quiet=True), *stays, *fields, *save])
        return [title, Details("Look at it as one page", [form], id="page")]

    def _field(self, one: Plan, entry: Entry) -> Field:
        ticked = (one.id, entry.key) not in self.unticked
        words = " ".join(entry.words.split())
        return Field(entry.key, f"{entry.title}: {words}", "checkbox", ticked, action="tick")

    def _take(self, event: Event) -> None:
        number = chosen(self.wb).mine().id
        for key, value in event.values.items():
            if isinstance(value, bool):
                self.unticked.discard((number, key))
                self.unticked |= set() if value else {(number, key)}
