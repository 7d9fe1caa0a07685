"""What a table is: its columns, what may stand in them, and the SQL that follows from it."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True)
class Column:
    """One column: its SQL type, what may stand in it, and what it means.

    A `dated` one says when something happened, so that it can be seen what lies long ago.
    """

    name: str
    means: str
    sql_type: str = "TEXT"
    required: bool = False
    allowed: type[StrEnum] | tuple[int, int] | None = None
    references: str | None = None
    dated: bool = False

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
            for index in self._all_indexes()
        ]
        return [*statements, *self.triggers.values()]

    def _all_indexes(self) -> list[tuple[str, ...]]:
        """Return an index for each reference too: without one, a row is slow to take away."""
        have = {index[0] for index in (*self.indexes, *self.unique)}
        named = (column.name for column in self.columns if column.references)
        return [*self.indexes, *((name,) for name in named if name not in have)]

    @property
    def triggers(self) -> dict[str, str]:
        """What keeps how every row was before, so that undo is exact: names and statements."""
        if not self.recorded:
            return {}
        was = ", ".join(f"'{name}', OLD.{name}" for name in self.names)
        newest = "(SELECT max(id) FROM change)"
        return {
            f"{self.name}_{op}": f"CREATE TRIGGER {self.name}_{op} AFTER {op.upper()} "
            f"ON {self.name} BEGIN INSERT INTO history (change, tbl, row, op, was) "
            f"VALUES ({newest}, '{self.name}', {row}.id, '{op}', {before}); END"
            for op, row, before in (
                ("insert", "NEW", "NULL"),
                ("update", "OLD", f"json_object({was})"),
                ("delete", "OLD", f"json_object({was})"),
            )
        }


ID = Column("id", "number of the row, never used twice", "INTEGER")


def person(name: str, means: str, *, required: bool = True) -> Column:
    """Return a column that names a person."""
    return Column(name, means, "INTEGER", required=required, references="person")


def organization(*, required: bool) -> Column:
    """Return the column that names an organization."""
    return Column(
        "organization", "which one", "INTEGER", required=required, references="organization"
    )


def link(table: str, means: str, *, required: bool = False) -> Column:
    """Return the column that names a row of another table, called like it."""
    return Column(table, means, "INTEGER", required=required, references=table)


def when(name: str, means: str) -> Column:
    """Return a column for a day or a moment."""
    return Column(name, f"{means}, ISO 8601; a year or a month alone is fine", dated=True)
