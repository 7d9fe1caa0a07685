"""The tables of the workbook, declared once: SQL, checks and documentation come from here.

>>> TABLES["person"].names[:3]
('id', 'name', 'is_ego')
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from olenb.core import terms

APPLICATION_ID = 0x4F4C4E42  # "OLNB"
VERSION = 1


@dataclass(frozen=True)
class Column:
    """One column: its SQL type, what may stand in it, and what it means."""

    name: str
    means: str
    sql_type: str = "TEXT"
    required: bool = False
    allowed: type[StrEnum] | tuple[int, int] | None = None
    references: str | None = None

    @property
    def sql(self) -> str:
        """The column's line in CREATE TABLE."""
        parts = [self.name, self.sql_type]
        if self.name == "id":
            return "id INTEGER PRIMARY KEY AUTOINCREMENT"
        if self.required:
            parts.append("NOT NULL")
        if self.references:
            # A person takes their own facts along, and nothing of anybody else's.
            parts.append(f"REFERENCES {self.references}(id) DEFERRABLE INITIALLY DEFERRED")
        if check := self._check():
            parts.append(f"CHECK ({check})")
        return " ".join(parts)

    def _check(self) -> str:
        if isinstance(self.allowed, tuple):
            low, high = self.allowed
            return f"{self.name} BETWEEN {low} AND {high}"
        if self.allowed:
            values = ", ".join("'" + v.value.replace("'", "''") + "'" for v in self.allowed)
            return f"{self.name} IN ({values})"
        return ""


@dataclass(frozen=True)
class Table:
    """One table: what a row is, its columns, and the pairs that stand only once."""

    name: str
    means: str
    columns: tuple[Column, ...]
    unique: tuple[tuple[str, ...], ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    checks: tuple[str, ...] = ()
    recorded: bool = True

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The column names in order, `id` first."""
        return tuple(column.name for column in self.columns)

    @property
    def sql(self) -> list[str]:
        """The statements that create the table, its indexes and its history triggers."""
        lines = [column.sql for column in self.columns]
        lines += [f"UNIQUE ({', '.join(pair)})" for pair in self.unique]
        lines += [f"CHECK ({check})" for check in self.checks]
        statements = [f"CREATE TABLE {self.name} (\n  " + ",\n  ".join(lines) + "\n) STRICT"]
        statements += [
            f"CREATE INDEX {self.name}_{'_'.join(index)} ON {self.name} ({', '.join(index)})"
            for index in self.indexes
        ]
        return statements + (self._triggers() if self.recorded else [])

    def _triggers(self) -> list[str]:
        """Return triggers that keep what every row was before, so that undo is exact."""
        was = ", ".join(f"'{name}', OLD.{name}" for name in self.names)
        newest = "(SELECT max(id) FROM change)"
        return [
            f"CREATE TRIGGER {self.name}_{op} AFTER {op.upper()} ON {self.name} BEGIN "
            f"INSERT INTO history (change, tbl, row, op, was) "
            f"VALUES ({newest}, '{self.name}', {row}.id, '{op}', {before}); END"
            for op, row, before in (
                ("insert", "NEW", "NULL"),
                ("update", "OLD", f"json_object({was})"),
                ("delete", "OLD", f"json_object({was})"),
            )
        ]


_ID = Column("id", "number of the row, never used twice", "INTEGER")


def _person(name: str, means: str, *, required: bool = True) -> Column:
    return Column(name, means, "INTEGER", required=required, references="person")


def _organization(*, required: bool) -> Column:
    return Column(
        "organization", "which one", "INTEGER", required=required, references="organization"
    )


def _when(name: str, means: str) -> Column:
    return Column(name, f"{means}, ISO 8601; a year or a month alone is fine")


_CRITERIA = tuple(
    Column(name, f"R5: {words}, as the user said", allowed=terms.Known)
    for name, words in terms.CRITERIA.items()
)

_ALL = (
    Table(
        "person",
        "Somebody, the user included (is_ego = 1).",
        (
            _ID,
            Column("name", "the name as it was given", required=True),
            Column("is_ego", "1 for the user", "INTEGER", required=True, allowed=(0, 1)),
            Column("circle", "how I know them (R6)", allowed=terms.Circle),
            Column("relation", "how I know them, in my own words"),
            Column("email", "first email address"),
            Column("url", "profile page, http(s) only"),
            Column("phone", "as it was given"),
            Column("city", "where they live or work"),
            Column("region", "state, province or country"),
            Column("time_zone", "IANA name"),
            Column("school", "where they studied, if it is one I care about"),
            Column("class_year", "year of graduation", "INTEGER", allowed=(1900, 2100)),
            Column("major", "what they studied"),
            Column("connected_on", "when we got connected, as the export says"),
            *_CRITERIA,
            Column("shared", "what we share, in my own words (R10)"),
            Column("found_where", "where I found them (R10)"),
            _when("found_on", "when I found them"),
            Column("source", "what brought them in: by hand, or the kind of file"),
            Column("other", "columns that we don't know, kept as JSON"),
        ),
        indexes=(("name",),),
    ),
    Table(
        "identifier",
        "An email address or a profile page, in the form that is compared; people merge on it.",
        (
            _ID,
            _person("person", "whose"),
            Column("kind", "email or url", required=True),
            Column("key", "the cleaned form", required=True),
        ),
        unique=(("kind", "key"),),
        indexes=(("person",),),
    ),
    Table(
        "organization",
        "A place to work, study or serve.",
        (
            _ID,
            Column("name", "the name as it was given first", required=True),
            Column("key", "the cleaned name that links silently", required=True),
            Column("sector", "field of work"),
            Column("region", "where it is"),
            Column("size", "how big it is, in words"),
        ),
        unique=(("key",),),
    ),
    Table(
        "alias",
        "Another spelling: linked where the user said so, kept apart where they refused.",
        (
            _ID,
            _organization(required=True),
            Column("name", "the other spelling", required=True),
            Column("key", "its cleaned form", required=True),
            Column("same", "1: the same; 0: the user said it isn't", "INTEGER", True, (0, 1)),
        ),
        unique=(("key", "organization"),),
    ),
    Table(
        "namesake",
        "Two people of one name whom the user called different; never offered again.",
        (_ID, _person("a", "the lower number"), _person("b", "the higher number")),
        unique=(("a", "b"),),
        checks=("a < b",),
    ),
    Table(
        "affiliation",
        "A person at an organization, with years where they are known.",
        (
            _ID,
            _person("person", "who"),
            _organization(required=True),
            Column("role", "title or role"),
            Column("department", "department, team or program"),
            _when("start", "since when"),
            _when("stop", "until when; empty with current = 1 means today"),
            Column(
                "current", "1: still there; 0: left; empty: not known", "INTEGER", False, (0, 1)
            ),
            Column("kind", "what they do there", required=True, allowed=terms.AffiliationKind),
        ),
        indexes=(("organization",), ("person",)),
    ),
    Table(
        "tie",
        "Two people who know each other, with how I know that and since when.",
        (
            _ID,
            _person("a", "the lower number"),
            _person("b", "the higher number"),
            Column("evidence", "how I know (N7)", required=True, allowed=terms.Evidence),
            Column(
                "willingness",
                "ties with me: would they give me 20 minutes",
                allowed=terms.Willingness,
            ),
            Column("closeness", "ties with me: five described levels", "INTEGER", allowed=(1, 5)),
            _when("last_exchange", "ties with me: when we last really talked"),
            Column("setting", "where they know each other from"),
            _when("as_of", "when I learned of it"),
        ),
        unique=(("a", "b"),),
        indexes=(("b",),),
        checks=("a < b",),
    ),
    Table(
        "target",
        "A place, role, industry or region that I'm curious about; one of them is enough (R3).",
        (
            _ID,
            _organization(required=False),
            Column("role", "the kind of work"),
            Column("industry", "the field"),
            Column("region", "where"),
            Column("active", "1: among my active few (R3)", "INTEGER", True, (0, 1)),
            Column("position", "my own order", "INTEGER", True),
            _when("added_on", "when it came onto the list"),
        ),
        checks=("coalesce(organization, role, industry, region) IS NOT NULL",),
    ),
    Table(
        "goal",
        "One dated line about what I want to find out (R1, R4).",
        (
            _ID,
            Column("kind", "curiosity or purpose", required=True),
            Column("value", "the words, or a purpose's name", required=True),
            _when("said_on", "when"),
        ),
    ),
    Table(
        "touch",
        "Something that happened with a person: whom I asked, about what, what they said.",
        (
            _ID,
            _person("person", "with whom"),
            Column("target", "about which target", "INTEGER", references="target"),
            Column("kind", "what it was", required=True, allowed=terms.TouchKind),
            _when("happened_on", "when"),
            Column("reply", "what they answered; empty while I wait", allowed=terms.Reply),
            _when("replied_on", "when they answered"),
            _person("about", "whom they named", required=False),
        ),
        indexes=(("person",),),
    ),
    Table(
        "conversation",
        "A conversation that was held.",
        (
            _ID,
            _person("person", "with whom"),
            Column("target", "about which target", "INTEGER", references="target"),
            _when("ended_at", "when it ended, with its offset from UTC"),
        ),
    ),
    Table(
        "setting",
        "Small facts about this workbook, such as remembered column mappings.",
        (
            _ID,
            Column("name", "what", required=True),
            Column("value", "JSON", required=True),
        ),
        unique=(("name",),),
    ),
    Table(
        "import",
        "A file that was brought in; its change can be undone exactly.",
        (
            _ID,
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
        "change",
        "A transaction: one thing that the user did.",
        (
            _ID,
            Column("label", "what was done, without anybody's name", required=True),
            _when("at", "when, UTC"),
            Column("undoes", "the change that this one reversed", "INTEGER", references="change"),
        ),
        recorded=False,
    ),
    Table(
        "history",
        "What a row was before a change.",
        (
            _ID,
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

TABLES: dict[str, Table] = {table.name: table for table in _ALL}


def statements() -> Iterable[str]:
    """Yield the statements that make an empty workbook."""
    for table in _ALL:
        yield from table.sql
