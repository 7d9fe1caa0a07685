"""Which conversation something came from: a choice that exercises offer where there is any."""

from olenb.core.spoken import spoken
from olenb.views.widgets.blocks import Field
from olenb.workbook import Workbook


def talk_field(wb: Workbook, label: str, *, required: bool = False) -> list[Field]:
    """Return a choice among the conversations that were held, nothing where there was none.

    Parameters
    ----------
    wb
        The workbook.
    label
        What is asked.
    required
        Says "needed" beside it.

    """
    rows = [] if wb.is_example else wb.store.rows(_HELD)
    options = [(str(row["id"]), f"{row['name']}{_when(row['day'])}") for row in rows]
    return [Field("talk", label, "select", options=options, required=required)] if options else []


_HELD = (
    "SELECT c.id, p.name, substr(coalesce(c.ended_at, c.started_at), 1, 10) AS day "
    "FROM conversation AS c JOIN person AS p ON p.id = c.person ORDER BY c.id DESC"
)


def _when(day: str | None) -> str:
    return f", {spoken(day)}" if day else ""
