"""A card for somebody whom the user found and doesn't know yet (R10)."""

from collections.abc import Sequence

from olenb.contacts import people
from olenb.core.store import today
from olenb.screens.base import screen
from olenb.screens.by_hand import named, places
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Button, Details, Field, Form, Row
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

WHERE = ["the alumni directory", "LinkedIn", "the organization's page", "somebody told me"]
FACTS = ("role", "organization", "shared", "found_where", "found_on", "school", "class_year", "url")


def look_up(wb: Workbook) -> Screen:
    """Keep somebody found in a directory or on a page, with what is shared and where it stood.

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        return [_card(wb), *undoing.line()]

    def save(event: Event) -> str:
        name = named(event)
        about = {fact: event.text(fact) for fact in FACTS}
        with wb.writing() as store:
            people.look_up(store, name, **about)
        return f"{name} is kept."

    undoing = Undoing(wb)
    return screen(wb, render, undoing.actions({"save": save}), says_example=False)


def _card(wb: Workbook) -> Form:
    who = [
        Field("name", "Who?"),
        Field("role", "What do they do?"),
        Field("organization", "Where?", kind="suggest", options=places(wb)),
    ]
    found = [
        Field("found_where", "Where did you find them?", kind="suggest", options=WHERE),
        Field("found_on", "When?", kind="date", value=today()),
    ]
    more = [
        Field("school", "Their school"),
        Field("class_year", "Their class"),
        Field("url", "Their page"),
    ]
    shared = Field("shared", "What do you share?", help="A school, a team, a town, a question.")
    save = Button("save", "Keep this card", kind="primary")
    extra = Details("More about them", [Row(more)])
    return Form("found", [Row(who), shared, Row(found), extra, save], again=True)
