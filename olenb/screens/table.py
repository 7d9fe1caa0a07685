"""Everybody in one table, to correct in place."""

from collections.abc import Hashable
from typing import Any, cast

import pandas as pd

from olenb.contacts import people
from olenb.core.errors import ExampleIsReadOnly
from olenb.core.terms import Circle, Willingness
from olenb.screens.base import catch_up, shown
from olenb.views.widgets.table import Column, EditableTable
from olenb.workbook import Workbook

CIRCLES = {circle.value: circle.label for circle in Circle}
ANSWERS = {answer.value: answer.label for answer in Willingness}
COLUMNS = (
    Column("name", "Name"),
    Column("organization", "Where"),
    Column("role", "What they do"),
    Column("circle", "Circle", "select", list(CIRCLES.values())),
    Column("relation", "How you know them"),
    Column("confidential", "Between us", "checkbox"),
    Column("email", "Email"),
    Column("willingness", "20 minutes?", "select", list(ANSWERS.values())),
)
INVENTED = (
    "These people are invented, and stay as they are. "
    "Your own begin with the first one whom you add on this page."
)


def everybody(wb: Workbook) -> EditableTable:
    """Show everybody in a table whose cells can be edited; each edit is saved at once.

    Who is ticked as “between us” leaves the workbook by no file (R38).

    Parameters
    ----------
    wb
        The workbook.

    """

    def rows() -> pd.DataFrame:
        df = wb.people.set_index("id")
        return df.assign(
            circle=df["circle"].map(CIRCLES).fillna(""),
            willingness=df["willingness"].map(ANSWERS).fillna(""),
        )

    def edit(person: Hashable, column: str, value: Any) -> None:
        if wb.is_example:
            raise ExampleIsReadOnly(INVENTED)
        with wb.writing() as store:
            people.edit(store, cast("int", person), column, value)
        catch_up(wb, but=table)

    def undo() -> str:
        said = f"Taken back: {wb.undo(table.progress)}."
        catch_up(wb, but=table)
        return said

    table = EditableTable(
        rows, COLUMNS, edit, undo, caption="Your people", empty="Nobody yet. Begin with one name."
    )
    return shown(wb, table)
