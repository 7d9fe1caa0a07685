"""An empty workbook of one's own."""

from pathlib import Path

import pytest

from olenb.core.store import Store


@pytest.fixture
def store(home: Path) -> Store:
    return Store.create(home)
