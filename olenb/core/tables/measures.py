"""What I said of myself before a workshop, after it and six weeks later."""

from olenb.core import measure_terms
from olenb.core.tables.table import ID, Column, Table, when

TABLES = (
    Table(
        "measure",
        "My answer to one question on one occasion; a newer one takes its place (N11).",
        (
            ID,
            Column("occasion", "when it was asked", required=True, allowed=measure_terms.Occasion),
            Column("item", "which question", required=True, allowed=measure_terms.Item),
            Column("value", "0 to 100", "INTEGER", True, (0, 100)),
            when("said_on", "the day of the answer"),
        ),
        unique=(("occasion", "item"),),
    ),
)
