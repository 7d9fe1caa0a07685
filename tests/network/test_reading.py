"""The network is read once, and again after any change, whoever makes it."""

from pathlib import Path

import pytest

from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.network import reading
from olenb.workbook import open_workbook


def test_nothing_is_read_again_while_nothing_changes(home: Path) -> None:
    wb = open_workbook(home)
    wb.add("Ana Ruiz, Halden Energy")
    assert reading.read(wb.store) is reading.read(wb.store)


def test_a_change_here_or_in_another_notebook_is_seen(home: Path) -> None:
    wb = open_workbook(home)
    wb.add("Ana Ruiz")
    before = reading.read(wb.store).size
    wb.add("Bo Lind")
    assert reading.read(wb.store).size == before + 1
    open_workbook(home).add("Cem Aydin")
    assert reading.read(wb.store).size == before + 2
    wb.undo()
    assert reading.read(wb.store).size == before + 1


def test_a_change_that_failed_leaves_what_was_read(home: Path) -> None:
    store = Store.create(home)
    with store.change("Added") as change:
        change.insert("person", name="You", is_ego=1)
    before = reading.read(store).size
    with pytest.raises(NotAllowed), store.change("Added") as change:
        change.insert_many("person", [{"name": "Ana", "is_ego": 0}, {"name": "Bo", "is_ego": 7}])
    assert reading.read(store).size == before


def test_another_day_is_another_network(home: Path) -> None:
    wb = open_workbook(home)
    wb.add("Ana Ruiz")
    today = reading.read(wb.store, "2026-01-01")
    assert reading.read(wb.store, "2027-01-01") is not today


def test_what_was_read_inside_a_change_that_failed_is_forgotten(home: Path) -> None:
    wb = open_workbook(home)
    wb.add("Ana Ruiz")
    before = reading.read(wb.store).size
    with pytest.raises(KeyError):
        _fail_after_reading(wb.store, before + 1)
    assert reading.read(wb.store).size == before


def _fail_after_reading(store: Store, size: int) -> None:
    with store.change("Added") as change:
        change.insert("person", name="Bo", is_ego=0)
        assert reading.read(store).size == size
        change.insert("person", shoe_size=40)
