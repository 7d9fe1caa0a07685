"""A workbook to write into, and a way to compare all of it."""

from pathlib import Path

import pytest

from olenb.core import schema
from olenb.core.store import Store

RECORDED = [name for name, table in schema.TABLES.items() if table.recorded]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return an empty workbook."""
    return Store.create(tmp_path / "olenb")


@pytest.fixture
def dump():
    """Return a function that gives every row of a workbook but the history."""

    def all_rows(store: Store) -> dict[str, list[tuple]]:
        return {name: [tuple(r) for r in store.rows(f"SELECT * FROM {name}")] for name in RECORDED}

    return all_rows
