"""What happened with everybody in one table, to correct in place (R51)."""

from collections.abc import Hashable
from typing import Any, cast

import pandas as pd

from olenb.core.errors import ExampleIsReadOnly
from olenb.core.terms import Channel, Reply, TouchKind
from olenb.screens.base import catch_up, shown
from olenb.views.widgets.table import Column, EditableTable
from olenb.workbook import Workbook

WAYS = {channel.value: channel.label for channel in Channel}
COLUMNS = (
    Column("person", "Who", "readonly"),
    Column("kind", "What happened", "select", [each.value for each in TouchKind]),
    Column("happened_on", "When", "date"),
    Column("channel", "How", "select", list(WAYS.values())),
    Column("reply", "Their answer", "select", [each.value for each in Reply]),
    Column("replied_on", "Answered", "date"),
    Column("far", "How far, what next", "readonly"),
)
INVENTED = "These people are invented, and what happened stays as it is. Your own begins with you."
EMPTY = "Nothing happened yet. When you note that you sent something, it shows up here."


def what_happened(wb: Workbook) -> EditableTable:
    """Show what happened, how far it is and what comes next, in a table that can be edited.

    Parameters
    ----------
    wb
        The workbook.

    """

    def rows() -> pd.DataFrame:
        far = wb.outreach.tracker()[["person_id", "stage", "next"]]
        df = wb.outreach.touches().merge(far, on="person_id", how="left").set_index("id")
        days = {name: _days(df[name]) for name in ("happened_on", "replied_on")}
        now = [": ".join(filter(None, pair)) for pair in zip(df["stage"], df["next"], strict=True)]
        return df.assign(channel=df["channel"].map(WAYS).fillna(""), far=now, **days)

    def edit(touch: Hashable, column: str, value: Any) -> None:
        if wb.is_example:
            raise ExampleIsReadOnly(INVENTED)
        text = "" if value is None else str(value)
        wb.outreach.edit(cast("int", touch), column, text)
        catch_up(wb, but=table)

    def undo() -> str:
        said = f"Taken back: {wb.undo()}."
        catch_up(wb, but=table)
        return said

    table = EditableTable(rows, COLUMNS, edit, undo, caption="What happened", empty=EMPTY)
    return shown(wb, table)


def _days(texts: pd.Series) -> pd.Series:
    """Return whole days; a month or a year alone has no place in a field for a day."""
    return texts.str.slice(0, 10).where(texts.str.len() >= 10, "")
