"""About the file itself: settings, imports, changes and what every row was before."""

from olenb.core.tables.table import ID, Column, Table, when

TABLES = (
    Table(
        "setting",
        "Small facts about this workbook, such as remembered column mappings.",
        (
            ID,
            Column("name", "what", required=True),
            Column("value", "JSON", required=True),
        ),
        unique=(("name",),),
    ),
    Table(
        "import",
        "A file that was brought in; its change can be undone exactly.",
        (
            ID,
            Column("change", "the change that wrote it", "INTEGER", True),
            Column("kind", "which importer", required=True),
            Column("file", "the file's own name, without its folder", required=True),
            Column("sha256", "of what was read from the file", required=True),
            Column("read", "rows read", "INTEGER", True),
            Column("new", "rows that became somebody new", "INTEGER", True),
            Column("merged", "rows that added to somebody known", "INTEGER", True),
            Column("unchanged", "rows that said nothing new", "INTEGER", True),
            Column("skipped", "rows that were left out", "INTEGER", True),
        ),
    ),
    Table(
        "exported",
        "A file that was written for others: to find it again when somebody is forgotten.",
        (
            ID,
            Column("file", "where it was written", required=True),
            Column("kind", "what it is, such as a picture or a calendar", required=True),
            when("at", "when, UTC"),
        ),
        recorded=False,
    ),
    Table(
        "change",
        "A transaction: one thing that the user did.",
        (
            ID,
            Column("label", "what was done, without anybody's name", required=True),
            when("at", "when, UTC"),
            Column("undoes", "the change that this one reversed", "INTEGER", references="change"),
        ),
        recorded=False,
    ),
    Table(
        "history",
        "What a row was before a change.",
        (
            ID,
            Column("change", "which change", "INTEGER", True, references="change"),
            Column("tbl", "table", required=True),
            Column("row", "its id", "INTEGER", True),
            Column("op", "insert, update or delete", required=True),
            Column("was", "the row before, as JSON"),
        ),
        indexes=(("change",), ("tbl", "row")),
        recorded=False,
    ),
)
