"""The tables: declared once, and kept by the database itself."""

import sqlite3

import pytest

from olenb.core import schema, terms


@pytest.fixture
def db():
    db = sqlite3.connect(":memory:")
    db.execute("PRAGMA foreign_keys = ON")
    for statement in schema.statements():
        db.execute(statement)
    db.execute("INSERT INTO change (label) VALUES ('test')")
    return db


@pytest.mark.parametrize("table", schema.TABLES.values(), ids=lambda table: table.name)
def test_a_table_is_what_its_declaration_says(db, table):
    found = tuple(row[1] for row in db.execute(f"PRAGMA table_info({table.name})"))
    assert found == table.names
    assert found[0] == "id"


@pytest.mark.parametrize("table", schema.TABLES.values(), ids=lambda table: table.name)
def test_every_table_and_column_says_what_it_means(table):
    assert table.means.endswith(".")
    assert all(column.means for column in table.columns)


@pytest.mark.parametrize("table", schema.TABLES.values(), ids=lambda table: table.name)
def test_history_is_kept_of_every_table_but_its_own(db, table):
    triggers = db.execute(
        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table.name,)
    ).fetchone()[0]
    assert triggers == (3 if table.name not in ("change", "history", "exported") else 0)


def test_every_reference_has_an_index(db):
    for table in schema.TABLES.values():
        first = {
            db.execute(f"PRAGMA index_info({row[1]})").fetchone()[2]
            for row in db.execute(f"PRAGMA index_list({table.name})")
        }
        assert {column.name for column in table.columns if column.references} <= first


@pytest.mark.parametrize("circle", terms.Circle)
def test_every_circle_is_accepted(db, circle):
    db.execute("INSERT INTO person (name, is_ego, circle) VALUES ('x', 0, ?)", (circle.value,))


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("person", {"name": "x", "is_ego": 2}),
        ("person", {"name": None, "is_ego": 0}),
        ("person", {"name": "x", "is_ego": 0, "circle": "enemy"}),
        ("person", {"name": "x", "is_ego": 0, "class_year": 27}),
        ("person", {"name": "x", "is_ego": 0, "can_hire": "perhaps"}),
        ("tie", {"a": 2, "b": 1, "evidence": "told"}),
        ("tie", {"a": 1, "b": 1, "evidence": "told"}),
        ("tie", {"a": 1, "b": 2, "evidence": "rumour"}),
        ("tie", {"a": 1, "b": 2, "evidence": "told", "closeness": 6}),
        ("target", {"active": 1, "position": 1}),
        ("affiliation", {"person": 1, "organization": 99, "kind": "job"}),
    ],
)
def test_what_cannot_be_is_refused_by_the_file_itself(db, table, values):
    for name in ("a", "b"):
        db.execute("INSERT INTO person (name, is_ego) VALUES (?, 0)", (name,))
    db.commit()
    names, marks = ", ".join(values), ", ".join("?" * len(values))

    def insert():
        db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))
        db.commit()

    with pytest.raises(sqlite3.IntegrityError):
        insert()


def test_one_address_belongs_to_one_person(db):
    for name in ("a", "b"):
        db.execute("INSERT INTO person (name, is_ego) VALUES (?, 0)", (name,))
    db.execute("INSERT INTO identifier (person, kind, key) VALUES (1, 'email', 'x@y.org')")
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO identifier (person, kind, key) VALUES (2, 'email', 'x@y.org')")


def test_nobody_goes_while_something_refers_to_them(db):
    db.execute("INSERT INTO person (name, is_ego) VALUES ('a', 0)")
    db.execute("INSERT INTO identifier (person, kind, key) VALUES (1, 'email', 'x@y.org')")
    db.commit()
    db.execute("DELETE FROM person")
    with pytest.raises(sqlite3.IntegrityError):
        db.commit()
