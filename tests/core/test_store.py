"""The workbook file: one change at a time, all of it or none, each taken back exactly."""

import multiprocessing
import os
import sqlite3
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olenb.core import schema
from olenb.core.errors import (
    ExampleIsReadOnly,
    NotAllowed,
    UndoRefused,
    WorkbookBusy,
    WorkbookDamaged,
    WorkbookMissing,
    WorkbookNewer,
)
from olenb.core.folders import FILE, home_folder, was_here
from olenb.core.store import Store

RECORDED = [name for name, table in schema.TABLES.items() if table.recorded]
SENTINEL = "Zzw Sentinel"


def dump(store: Store) -> dict[str, list[tuple]]:
    return {name: [tuple(r) for r in store.rows(f"SELECT * FROM {name}")] for name in RECORDED}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "olenb")


def add(store: Store, name: str) -> int:
    with store.change("Added a person") as change:
        return change.insert("person", name=name, is_ego=0)


def test_a_new_workbook_is_for_its_user_alone(store):
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


def test_creating_where_a_workbook_is_opens_that_one(store):
    add(store, "Ana")
    assert Store.create(store.folder).rows("SELECT name FROM person")[0]["name"] == "Ana"
    assert not list(store.folder.glob(".workbook*"))


def test_a_missing_file_is_never_made_by_opening(tmp_path):
    with pytest.raises(WorkbookMissing, match="olenb restore"):
        Store.open(tmp_path)
    assert not list(tmp_path.iterdir())


def test_backups_without_a_file_mean_that_a_workbook_was_here(tmp_path):
    assert not was_here(tmp_path)
    (tmp_path / "backups").mkdir()
    assert not was_here(tmp_path)
    (tmp_path / "backups" / "old.olenb").touch()
    assert was_here(tmp_path)


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>not a workbook</html>" * 99, b"\0" * 8192],
    ids=["empty", "a page", "zeros"],
)
def test_a_file_that_is_no_workbook_is_refused_and_left_alone(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(WorkbookDamaged, match="left exactly as it is"):
        Store.open(tmp_path)
    assert (tmp_path / FILE).read_bytes() == content


def test_another_programs_database_is_refused(tmp_path):
    sqlite3.connect(tmp_path / FILE).execute("CREATE TABLE person (id)")
    with pytest.raises(WorkbookDamaged, match="not an olenb workbook"):
        Store.open(tmp_path)


def test_a_file_cut_in_half_is_refused_and_left_alone(store):
    for n in range(300):
        add(store, f"Person {n} " + "x" * 200)
    store.close()
    half = store.path.read_bytes()[: store.path.stat().st_size // 2]
    store.path.write_bytes(half)
    with pytest.raises(WorkbookDamaged):
        Store.open(store.folder)
    assert store.path.read_bytes() == half


def test_a_newer_workbook_is_refused_and_left_alone(store):
    store.close()
    db = sqlite3.connect(store.path)
    db.execute("PRAGMA user_version = 999")
    db.close()
    before = store.path.read_bytes()
    with pytest.raises(WorkbookNewer, match="version 999"):
        Store.open(store.folder)
    assert store.path.read_bytes() == before


def test_a_change_that_fails_leaves_nothing_behind(store):
    add(store, "Ana")
    before = dump(store)

    def half_a_step():
        with store.change("Half a step") as change:
            change.insert("person", name="Bo", is_ego=0)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_a_step()
    assert dump(store) == before
    assert store.last_change()["label"] == "Added a person"


def test_a_change_inside_a_change_belongs_to_the_outer_one(store):
    with store.change("Added two people"):
        add(store, "Ana")
        add(store, "Bo")
    assert store.undo() == "Added two people"
    assert store.rows("SELECT * FROM person") == []


def test_a_change_that_writes_nothing_leaves_no_trace(store):
    add(store, "Ana")
    with store.change("Looked around"):
        pass
    assert store.undo() == "Added a person"


def test_undo_goes_back_step_by_step_and_then_says_there_is_nothing(store):
    states = [dump(store)]
    for name in ("Ana", "Bo", "Cy"):
        add(store, name)
        states.append(dump(store))
    for state in reversed(states[:-1]):
        store.undo()
        assert dump(store) == state
    with pytest.raises(UndoRefused, match="nothing to undo"):
        store.undo()


def test_undo_works_from_another_notebook(store):
    add(store, "Ana")
    other = Store.open(store.folder)
    assert other.undo() == "Added a person"
    assert store.rows("SELECT * FROM person") == []


def test_one_change_is_undone_alone_where_nothing_newer_touches_it(store):
    first = add(store, "Ana")
    number = store.last_change()["id"]
    add(store, "Bo")
    store.undo_change(number)
    assert [row["name"] for row in store.rows("SELECT name FROM person")] == ["Bo"]
    with pytest.raises(UndoRefused, match="undone already"):
        store.undo_change(number)
    assert add(store, "Cy") > first, "a number is never used twice"


def test_undoing_a_change_that_newer_ones_build_on_is_refused_and_changes_nothing(store):
    ana = add(store, "Ana")
    number = store.last_change()["id"]
    with store.change("Changed a fact") as change:
        change.update("person", ana, city="Rochester")
    before = dump(store)
    with pytest.raises(UndoRefused, match="Nothing was changed"):
        store.undo_change(number)
    assert dump(store) == before


def test_undoing_is_refused_where_a_newer_row_refers_to_one_that_would_go(store):
    ana = add(store, "Ana")
    number = store.last_change()["id"]
    with store.change("Added an address") as change:
        change.insert("identifier", person=ana, kind="email", key="ana@example.org")
    before = dump(store)
    with pytest.raises(UndoRefused, match="later"):
        store.undo_change(number)
    assert dump(store) == before


def test_undoing_works_again_once_the_later_step_is_undone(store):
    ana = add(store, "Ana")
    number = store.last_change()["id"]
    with store.change("Changed a fact") as change:
        change.update("person", ana, city="Rochester")
    store.undo()
    store.undo_change(number)
    assert store.rows("SELECT * FROM person") == []


STEP = st.tuples(
    st.sampled_from(["insert", "update", "delete", "undo"]), st.integers(0, 9), st.text(max_size=5)
)


@given(st.lists(STEP, max_size=12))
@settings(max_examples=40, deadline=None)
def test_undoing_everything_ends_where_it_began(tmp_path_factory, steps):
    store = Store.create(tmp_path_factory.mktemp("store"))
    store._db.execute("PRAGMA synchronous = OFF")
    empty = dump(store)
    for kind, which, text in steps:
        ids = [row["id"] for row in store.rows("SELECT id FROM person ORDER BY id")]
        if kind == "undo" and store.last_change():
            store.undo()
            continue
        with store.change("A step") as change:
            if kind == "insert" or not ids:
                change.insert("person", name=text, is_ego=0)
            elif kind == "update":
                change.update("person", ids[which % len(ids)], city=text)
            elif kind == "delete":
                change.delete("person", ids[which % len(ids)])
    while store.last_change():
        store.undo()
    assert dump(store) == empty
    store.close()


def test_a_value_that_does_not_fit_is_refused_without_repeating_it(store):
    with pytest.raises(NotAllowed) as caught, store.change("Added a person") as change:
        change.insert("person", name=SENTINEL, is_ego=0, circle=SENTINEL)
    assert SENTINEL not in str(caught.value)
    assert "nothing was saved" in str(caught.value)
    assert store.rows("SELECT * FROM person") == []


def test_a_column_that_is_not_declared_never_reaches_sql(store):
    with pytest.raises(KeyError), store.change("A trick") as change:
        change.insert("person", **{"name) VALUES ('x'); --": 1})


def test_text_is_bound_and_never_run(store):
    name = "Robert'); DROP TABLE person;--"
    add(store, name)
    assert store.rows("SELECT name FROM person")[0]["name"] == name


def test_the_example_refuses_changes_and_undo(tmp_path):
    example = Store.example({"person": [{"id": 7, "name": "Invented", "is_ego": 0}]})
    assert example.is_example
    assert example.folder is None
    assert example.rows("SELECT id, name FROM person")[0]["id"] == 7
    with pytest.raises(ExampleIsReadOnly, match="your own workbook"):
        add(example, "Ana")


def test_the_version_differs_after_a_change_of_this_or_another_notebook(store):
    versions = {store.version}
    add(store, "Ana")
    versions.add(store.version)
    other = Store.open(store.folder)
    add(other, "Bo")
    versions.add(store.version)
    assert len(versions) == 3


def test_many_rows_get_their_ids_in_order(store):
    with store.change("Added people") as change:
        ids = change.insert_many("person", [{"name": f"P{n}", "is_ego": 0} for n in range(50)])
        assert change.insert_many("person", []) == []
    rows = store.rows("SELECT id, name FROM person ORDER BY id")
    assert [(row["id"], row["name"]) for row in rows] == [(i, f"P{n}") for n, i in enumerate(ids)]


def everything(store: Store) -> list[list[tuple[object, ...]]]:
    """Return the history of each change, and the triggers, as plain values."""
    history = store.rows("SELECT change, tbl, row, op, was FROM history ORDER BY id")
    triggers = store.rows(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    )
    return [[tuple(row) for row in rows] for rows in (history, triggers)]


def test_many_rows_leave_the_same_history_as_one_by_one(store, tmp_path):
    other = Store.create(tmp_path / "other")
    people = [{"name": f"P{n}", "is_ego": 0} for n in range(120)]
    with store.change("Added people") as change:
        change.insert_many("person", people)
        change.update("person", 7, name="Q")
    with other.change("Added people") as change:
        for one in people:
            change.insert_many("person", [one])
        change.update("person", 7, name="Q")
    assert everything(store) == everything(other)
    store.undo()
    assert store.rows("SELECT count(*) FROM person")[0][0] == 0


def test_what_was_written_before_a_refused_row_is_in_the_history(store):
    people = [{"name": f"P{n}", "is_ego": 0} for n in range(60)] + [{"name": "X", "is_ego": 5}]
    before = everything(store)[1]
    with store.change("Added people") as change:
        with pytest.raises(sqlite3.IntegrityError):
            change.insert_many("person", people)
        written = store.rows("SELECT id FROM person ORDER BY id")
    assert [row[2] for row in everything(store)[0]] == [row["id"] for row in written]
    assert everything(store)[1] == before


def test_a_lock_that_is_held_too_long_is_said_in_one_sentence(store, monkeypatch):
    holder = sqlite3.connect(store.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    store._db.execute("PRAGMA busy_timeout = 50")
    with pytest.raises(WorkbookBusy, match="Another notebook"):
        add(store, "Ana")
    holder.execute("ROLLBACK")
    add(store, "Ana")


def _write(folder: Path, name: str, times: int) -> None:
    store = Store.open(folder)
    for n in range(times):
        add(store, f"{name} {n}")


def test_two_notebooks_write_and_nothing_is_lost(store):
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "fork")
    writers = [context.Process(target=_write, args=(store.folder, n, 40)) for n in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert store.rows("SELECT count(*) FROM person")[0][0] == 80


def _write_and_die(folder: Path) -> None:
    store = Store.open(folder)
    with store.change("Added people") as change:
        change.insert_many("person", [{"name": f"P{n}", "is_ego": 0} for n in range(2000)])
        os._exit(9)


def test_a_process_killed_in_the_middle_leaves_all_or_nothing(store):
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "fork")
    writer = context.Process(target=_write_and_die, args=(store.folder,))
    writer.start()
    writer.join()
    again = Store.open(store.folder)
    assert again.rows("SELECT count(*) FROM person")[0][0] == 0
    assert again.rows("PRAGMA integrity_check")[0][0] == "ok"


def test_a_deleted_name_is_gone_from_the_file_once_its_history_is(store):
    person = add(store, SENTINEL)
    with store.change("Forgot a person") as change:
        change.delete("person", person)
    store._db.execute("DELETE FROM history")
    store.close()
    assert SENTINEL.encode() not in store.path.read_bytes()


def test_the_home_folder_is_the_argument_then_the_environment_then_the_users_own(monkeypatch):
    monkeypatch.setenv("OLENB_HOME", "/somewhere")
    assert home_folder("here") == Path("here")
    assert home_folder() == Path("/somewhere")
    monkeypatch.delenv("OLENB_HOME")
    assert home_folder() == Path.home() / "olenb"


def test_what_is_kept_is_made_anew_after_a_change_here_elsewhere_or_taken_back(tmp_path):
    store = Store.create(tmp_path)
    made = []

    def count():
        made.append(store.rows("SELECT count(*) FROM person")[0][0])
        return made[-1]

    before = store.kept("people", count)
    assert store.kept("people", count) == before
    with store.change("One more") as change:
        change.insert("person", name="Ana", is_ego=0)
        assert store.kept("people", count) == before + 1
    other = Store.open(tmp_path)
    with other.change("Another") as change:
        change.insert("person", name="Bo", is_ego=0)
    assert store.kept("people", count) == before + 2

    def fail():
        with store.change("Failed") as change:
            change.insert("person", name="Cy", is_ego=0)
            assert store.kept("people", count) == before + 3
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert store.kept("people", count) == before + 2
    assert len(made) == 5
