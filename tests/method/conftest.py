"""A workbook of the user's own, with one person to talk with."""

from pathlib import Path

import pytest

from olenb.contacts import people
from olenb.core.store import Store
from olenb.method import conversations

ENDED = "2026-11-24T16:20:00-06:00"


@pytest.fixture
def store(home: Path) -> Store:
    return Store.create(home)


@pytest.fixture
def maya(store: Store) -> int:
    return people.add(
        store, "Maya Okafor", organization="Tamarind Valley Clinic", role="lab scientist"
    )


@pytest.fixture
def talk(store: Store, maya: int) -> int:
    """A conversation with Maya that was held."""
    return conversations.held(store, maya, ENDED)
