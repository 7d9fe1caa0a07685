"""Rows taken out for good: with all that hangs on them, also from history, whoever names them."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olenb.core import erasing, schema
from olenb.core.errors import UndoRefused
from olenb.core.store import Store

PERSON = schema.references("person")
OPTIONAL = {
    (table, column)
    for table, column in PERSON
    if not any(c.required for c in schema.TABLES[table].columns if c.name == column)
}
CLEARED = {("touch", "about"), ("opportunity", "person"), ("pitch", "person")}


@pytest.fixture
def store(tmp_path):
    store = Store.create(tmp_path / "olenb")
    with store.change("Added two people") as change:
        change.insert_many("person", [{"name": n, "is_ego": 0} for n in ("Ana Ruiz", "Bo Lind")])
    return store


def whole_row(store, change, table, named, other):
    """Insert a row of any table with one column and its value, and `other` where it must be."""
    values = {}
    for each in schema.TABLES[table].columns:
        if each.name == "id":
            continue
        if each.name == named[0]:
            values[each.name] = named[1]
        elif each.references == "person" and each.required:
            values[each.name] = other
        elif each.references and each.required:
            found = store.one(f"SELECT id FROM {each.references}")
            values[each.name] = (
                found["id"]
                if found
                else whole_row(store, change, each.references, ("", None), other)
            )
        elif each.required:
            values[each.name] = a_value(each)
    return change.insert(table, **values)


def a_value(column):
    if isinstance(column.allowed, tuple):
        return column.allowed[0]
    if column.allowed:
        return next(iter(column.allowed)).value
    return 1 if column.sql_type == "INTEGER" else "x"


def test_what_happens_to_each_optional_reference_is_decided():
    assert OPTIONAL == CLEARED | erasing.GOES_ALONG


@pytest.mark.parametrize(("table", "column"), PERSON)
def test_nothing_in_any_table_or_its_history_names_who_was_erased(store, table, column):
    gone, other = (2, 1) if column == "b" else (1, 2)
    with store.change("Noted something") as change:
        row = whole_row(store, change, table, (column, gone), other)
    with store.change("Changed it") as change:
        change.update(table, row, **{column: gone})
    erasing.erase(store, erasing.traces(store, {"person": [gone]}))
    assert [r["id"] for r in store.rows("SELECT id FROM person")] == [other]
    for where, named in PERSON:
        assert not store.rows(f"SELECT 1 FROM {where} WHERE {named} = 1")
        for past in store.rows(
            "SELECT was FROM history WHERE tbl = ? AND was IS NOT NULL", (where,)
        ):
            assert json.loads(past["was"])[named] != 1
    assert bool(store.rows(f"SELECT 1 FROM {table} WHERE id = ?", (row,))) is (
        (table, column) in CLEARED
    )
    assert store.rows("PRAGMA foreign_key_check") == []


def test_it_is_nothing_to_undo_and_undo_goes_on_with_what_is_left(store):
    with store.change("Added a third") as change:
        change.insert("person", name="Cy Oh", is_ego=0)
    with store.change("Changed a fact") as change:
        change.update("person", 1, city="Ulm")
        change.update("person", 2, city="Ulm")
    erasing.erase(store, erasing.traces(store, {"person": [1, 3]}))
    assert store.undo() == "Changed a fact"
    assert store.undo() == "Added two people", "the step of which nothing was left is passed over"
    assert store.rows("SELECT * FROM person") == []
    with pytest.raises(UndoRefused):
        store.undo()


def test_a_row_that_was_deleted_long_ago_and_named_them_never_comes_back(store):
    with store.change("Noted that two know each other") as change:
        tie = change.insert("tie", a=1, b=2, evidence="told")
    with store.change("Took it away") as change:
        change.delete("tie", tie)
    erasing.erase(store, erasing.traces(store, {"person": [1]}))
    while store.last_change():
        store.undo()
    assert store.rows("SELECT * FROM tie") == []


def test_words_of_the_user_that_name_them_say_somebody_today_and_in_history(store):
    with store.change("Wrote a note") as change:
        note = change.insert(
            "note", person=2, kind="advice", words="Ask ana-ruiz; ANA  RUIZ knows", confidential=0
        )
        change.insert("setting", name="x", value='"Ana Ruiz"')
        change.update("person", 2, relation="a friend of Ana Ruiz")
    with store.change("Wrote it anew") as change:
        change.update("note", note, words="Nobody")
    found = erasing.traces(store, {"person": [1]}, ["Ana Ruiz"])
    assert found.mentions == {"setting": {1}, "person": {2}}
    erasing.erase(store, found)
    assert store.rows("SELECT value FROM setting")[0]["value"] == '"somebody"'
    assert store.rows("SELECT relation FROM person")[0]["relation"] == "a friend of somebody"
    store.undo()
    assert store.rows("SELECT words FROM note")[0]["words"] == "Ask somebody; somebody knows"


def test_somebody_else_of_that_name_keeps_it(store):
    with store.change("Added a namesake") as change:
        change.insert("person", name="Ana Ruiz", is_ego=0)
    erasing.erase(store, erasing.traces(store, {"person": [1]}, ["Ana Ruiz"]))
    assert [r["name"] for r in store.rows("SELECT name FROM person")] == ["Ana Ruiz", "Bo Lind"]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Ana Ruiz", True),
        ("Dr. ana\nRUIZ, x", True),
        ("ana_ruiz.vcf", True),
        ("Ana  Ruiz2", False),
        ("Diana Ruiz", False),
        ("a.ruiz@x.example", True),
        ("xa.ruiz@x.example", False),
        ("", False),
    ],
)
def test_a_name_is_found_as_a_whole_and_however_its_parts_are_joined(text, is_found):
    words = erasing.pattern(["Ana Ruiz", "a.ruiz@x.example", " "])
    assert bool(words.search(text)) is is_found


def test_no_texts_find_nothing():
    assert erasing.pattern(["", "  "]) is None


def test_a_name_made_of_signs_is_no_pattern(store):
    words = erasing.pattern([".* (a|b)+$"])
    assert words.search("see .* (a|b)+$ there")
    assert not words.search("anything")


STEP = st.tuples(
    st.sampled_from(["person", "fact", "tie", "untie", "note", "undo", "change"]),
    st.integers(0, 9),
    st.integers(0, 9),
)


@given(st.lists(STEP, max_size=25), st.integers(0, 9))
@settings(max_examples=25, deadline=None)
def test_whatever_happened_before_undoing_all_of_it_never_brings_them_back(
    tmp_path_factory, steps, whom
):
    store = Store.create(tmp_path_factory.mktemp("erasing"))
    store._db.execute("PRAGMA synchronous = OFF")
    names = [f"Sentinel {n} Quill" for n in range(10)]
    for kind, a, b in steps:
        ids = [row["id"] for row in store.rows("SELECT id FROM person ORDER BY id")]
        with store.change(f"A step ({kind})") as change:
            _step(store, change, (kind, a, b), ids, names)
        if kind == "undo" and store.last_change():
            store.undo()
    ids = [row["id"] for row in store.rows("SELECT id FROM person ORDER BY id")]
    if ids:
        gone = ids[whom % len(ids)]
        name = store.rows("SELECT name FROM person WHERE id = ?", (gone,))[0]["name"]
        is_alone = len(store.rows("SELECT 1 FROM person WHERE name = ?", (name,))) == 1
        erasing.erase(store, erasing.traces(store, {"person": [gone]}, [name]))
        assert store.rows("PRAGMA foreign_key_check") == []
        while store.last_change():
            assert not store.rows("SELECT 1 FROM person WHERE id = ?", (gone,))
            store.undo()
            assert store.rows("PRAGMA foreign_key_check") == []
        if is_alone:
            past = store.rows("SELECT was FROM history WHERE tbl <> 'person'")
            assert not [row for row in past if name in (row["was"] or "")]
    store.close()


def _step(store, change, step, ids, names):
    kind, a, b = step
    if kind == "person" or len(ids) < 2:
        change.insert("person", name=names[a], is_ego=0)
        return
    one, other = ids[a % len(ids)], ids[b % len(ids)]
    if kind == "fact":
        change.update("person", one, city=f"city {b}")
    elif kind == "note":
        words = f"{names[b]} said so"
        change.insert("note", person=one, kind="advice", words=words, confidential=0)
    elif kind == "change":
        for row in store.rows("SELECT id FROM note WHERE person = ?", (one,)):
            change.update("note", row["id"], person=other, words=f"so said {names[a]}")
    elif kind == "tie" and one != other:
        pair = sorted((one, other))
        if not store.rows("SELECT 1 FROM tie WHERE a = ? AND b = ?", pair):
            change.insert("tie", a=pair[0], b=pair[1], evidence="told")
    elif kind == "untie":
        for row in store.rows("SELECT id FROM tie WHERE ? IN (a, b)", (one,)):
            change.delete("tie", row["id"])
