"""Names beside the codes, typed by the counselor for the wall alone; leaving them out is fine."""

from collections.abc import Sequence

from olenb.screens.base import screen
from olenb.views.widgets.blocks import Block, Button, Field, Form, Note, Row, TableBlock, Text
from olenb.views.widgets.screen import Event, FieldError, Screen
from olenb.workbook import Workbook

WHY = (
    "On the wall everybody is a code, unless you type a name here and choose names. The names stay "
    "on this computer and go with the other files when you close the session."
)
NOBODY = "When somebody is in, a name can stand beside their code."


def names(wb: Workbook) -> Screen:
    """Type a name beside a code, or take it away again.

    Parameters
    ----------
    wb
        The counselor's workbook.

    """

    def render() -> Sequence[Block]:
        table = wb.workshop
        if table.is_rehearsal or not table.room().people:
            return [Note(NOBODY, kind="empty")]
        known = table.settings.names
        rows = [(code, known.get(code, "")) for code in table.room().people]
        fields = [
            Field("code", "Code", "select", "", table.room().people),
            Field("name", "Name on the wall", help="Empty takes it away."),
        ]
        form = Form("name", [Row(fields), Button("keep", "Keep it", kind="primary")], again=True)
        return [Text(WHY), form, TableBlock("On the wall", ("Code", "Name"), rows)]

    def keep(event: Event) -> str:
        code, name = event.text("code"), event.text("name")[:40]
        if not code:
            raise FieldError("code", "Please choose the code.")
        others = {one: said for one, said in wb.workshop.settings.names.items() if one != code}
        wb.workshop.choose(names={**others, **({code: name} if name else {})})
        return "Kept."

    return screen(wb, render, {"keep": keep}, says_example=False)
