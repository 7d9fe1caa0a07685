"""A workbook with nothing in it."""

from pathlib import Path

import pytest

from olenb.core.store import Store


@pytest.fixture
def store(home: Path) -> Store:
    return Store.create(home)
