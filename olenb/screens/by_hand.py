"""The first people, by hand: a name and how you know them."""

from collections.abc import Sequence

from olenb.contacts import people
from olenb.core import rules
from olenb.core.terms import Circle
from olenb.method import asked
from olenb.screens.base import screen
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Button, Field, Form, Note, Row, TableBlock
from olenb.views.widgets.screen import Event, FieldError, Screen
from olenb.workbook import Workbook

LATEST = 5
HOW = [circle.value for circle in Circle if circle is not Circle.OTHER]


def five_people(wb: Workbook) -> Screen:
    """Ask for people one at a time; five are enough (R6).

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        return [_ask(wb), *_so_far(wb), *undoing.line()]

    def add(event: Event) -> str:
        name = named(event)
        where, how = event.text("organization"), event.text("relation")
        with wb.writing() as store:
            people.add(store, name, organization=where, relation=how)
        return f"{name} is in. That makes {len(wb.people):,}."

    undoing = Undoing(wb)
    return screen(wb, render, undoing.actions({"add": add}))


def named(event: Event) -> str:
    """Return the name that was typed.

    Raises
    ------
    FieldError
        There is none.

    """
    name = event.text("name")
    if not name:
        raise FieldError("name", "A first name is enough, or a word that only you understand.")
    return name


def places(wb: Workbook) -> list[str]:
    """Return the names of places to suggest; none of the invented ones."""
    return [] if wb.is_example else sorted(wb.organizations["name"])


def _ask(wb: Workbook) -> Form:
    fields = [
        Field("name", asked.WHO, help=asked.WHO_HELP),
        Field("relation", asked.HOW_KNOWN, kind="suggest", options=HOW, help="Any words."),
        Field(
            "organization",
            asked.WHERE,
            kind="suggest",
            options=places(wb),
            help=asked.WHERE_HELP,
        ),
    ]
    return Form("person", [Row(fields), Button("add", "Add", kind="primary")], again=True)


def _so_far(wb: Workbook) -> list[Block]:
    """Show who was added last, and say when it is enough."""
    if wb.is_example:
        return []
    df = wb.people
    latest = df.sort_values("id").tail(LATEST).iloc[::-1]
    rows = [
        [row.name, row.relation or "", row.organization or ""]
        for row in latest[["name", "relation", "organization"]].itertuples(index=False)
    ]
    shown: list[Block] = []
    if rows:
        shown.append(TableBlock("Added last", ["Who", "How you know them", "Where"], rows))
    if len(df) >= rules.FIRST_PEOPLE.value:
        shown.insert(0, Note(f"{len(df):,} people: that's enough to go on.", kind="good"))
    return shown
