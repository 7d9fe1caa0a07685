"""What I decided about things that are due; that they are due follows from what happened."""

from olenb.core.due_terms import Due
from olenb.core.tables.table import ID, Column, Table, link, person, when

TABLES = (
    Table(
        "put_off",
        "Something that is due and that I put off, or leave out; the newest row counts.",
        (
            ID,
            Column("action", "what is due", required=True, allowed=Due),
            person("person", "with whom"),
            link("conversation", "after which conversation"),
            link("meeting", "about which meeting"),
            link("referral", "about which referral"),
            link("touch", "after which touch"),
            when("until", "until which day; empty: I leave it out"),
            when("said_on", "when I decided that"),
        ),
        indexes=(("person",),),
    ),
)
