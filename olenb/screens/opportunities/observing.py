"""The day of shadowing: a moment at a time, all moments in a table, and the day as a picture."""

from collections.abc import Hashable
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

import pandas as pd

from olenb.core import rules
from olenb.core.errors import ExampleIsReadOnly, NotAllowed
from olenb.core.goal_terms import Energy
from olenb.method.opportunities import frames, log, shadowing
from olenb.method.opportunities.clock import clock
from olenb.method.opportunities.log import ENERGY_LABELS
from olenb.method.opportunities.plans import Plan
from olenb.method.opportunities.spans import spans_of
from olenb.screens.base import catch_up, shown
from olenb.screens.opportunities.chosen import chosen
from olenb.views import on_demand
from olenb.views.drawn import drawn
from olenb.views.widgets.blocks import Block, Button, Field, Form, Heading, Row, Text
from olenb.views.widgets.screen import Action, Event, FieldError
from olenb.views.widgets.table import Column, EditableTable
from olenb.workbook import Workbook

if TYPE_CHECKING:
    from olenb.views.canvas import Picture

BETWEEN = "Between us: it leaves this workbook by no way"
INVENTED = "This day is invented, and stays as it is. Your own begins with a plan of yours."
ARTICLE = f"Others cut it differently: “{shadowing.ARTICLE}”, on the site {shadowing.ARTICLE_SITE}."
COLUMNS = (
    Column("time", "Time"),
    Column("task", "What was done"),
    Column("people", "With whom"),
    Column("tools", "With what"),
    Column("energy", "My energy", "select", list(ENERGY_LABELS)),
    Column("confidential", "Between us", "checkbox"),
    Column("day", "Day", "date"),
)


class Observing:
    """The moments of the chosen day."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.table = self._table()

    def actions(self) -> dict[str, Action]:
        """Return what its buttons do."""
        return {"observe": self.observe}

    def observe(self, event: Event) -> str:
        """Note a moment."""
        said = {name: event.text(name) for name in log.WORDS}
        try:
            clock(event.text("time"))
        except NotAllowed as error:
            raise FieldError("time", str(error)) from error
        if not any(said.values()):
            raise FieldError("task", "What is being done? A few words are enough.")
        self.wb.opportunities.observe(
            chosen(self.wb).mine().id,
            event.text("time"),
            energy=event.text("energy"),
            confidential=event.checked("confidential"),
            **said,
        )
        return "Noted."

    def blocks(self, one: Plan) -> list[Block]:
        """Return the form for the next moment."""
        title = Heading("The day, moment by moment")
        every = rules.SHADOW_SAMPLE.value
        how = Text(
            f"Look up every {every} minutes or so, and note what is going on just then. "
            "The quiet hours count, too.",
            quiet=True,
        )
        if self.wb.is_example:
            return [title]
        time = log.next_time(self.wb.store, one, datetime.now())
        energies = [(str(int(energy)), energy.label) for energy in reversed(Energy)]
        first = [
            Field("time", "Time", value=time),
            Field("task", "What is being done?"),
        ]
        second = [Field("people", "With whom?"), Field("tools", "With what?")]
        third = [
            Field("energy", "What does it do to your own energy?", "select", options=energies),
            Field("confidential", BETWEEN, "checkbox"),
        ]
        add = Button("observe", "Note this moment", kind="primary")
        form = Form("moment", [Row(first), Row(second), *third, add], again=True)
        return [title, how, form, Text(ARTICLE, quiet=True)]

    def picture(self, one: Plan) -> list[Block]:
        """Return the day as a picture, once there is something to see."""
        spans = spans_of(log.moments(self.wb.store, one.id))
        if not spans:
            return []

        def draw(dark: bool) -> "Picture":
            return on_demand.day_figure(spans, dark=dark)

        return drawn(draw, caption="The day, moment by moment", id="day")

    def _table(self) -> EditableTable:
        def rows() -> pd.DataFrame:
            one = chosen(self.wb).plan()
            df = frames.log_of(self.wb.store, one.id if one else 0).set_index("id")
            words = [Energy(e).label if e is not pd.NA else "" for e in df["energy"]]
            return df.assign(energy=pd.Series(words, index=df.index, dtype="str"))

        def edit(moment: Hashable, column: str, value: Any) -> None:
            if self.wb.is_example:
                raise ExampleIsReadOnly(INVENTED)
            with self.wb.writing() as store:
                log.edit(store, cast("int", moment), column, value)
            catch_up(self.wb, but=table)

        def undo() -> str:
            said = f"Taken back: {self.wb.undo()}."
            catch_up(self.wb, but=table)
            return said

        table = EditableTable(
            rows,
            COLUMNS,
            edit,
            undo,
            caption="Every moment of the day",
            empty="No moment yet. Note the first one above; on the day itself, or from memory.",
        )
        return shown(self.wb, table)
