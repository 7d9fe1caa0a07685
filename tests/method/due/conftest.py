"""A workbook of one's own in Chicago, with people in other places, on one known afternoon."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from olenb.contacts import people, you
from olenb.core.store import Store
from olenb.method import conversations
from olenb.method.due import due

ENDED = "2026-11-24T16:20:00-06:00"
NOW = datetime.fromisoformat("2026-11-24T18:00:00-06:00")


@pytest.fixture
def store(home: Path) -> Store:
    store = Store.create(home)
    you.say(store, name="Robin", time_zone="America/Chicago")
    return store


@pytest.fixture
def maya(store: Store) -> int:
    return people.add(store, "Maya Okafor", time_zone="Europe/Oslo")


@pytest.fixture
def joe(store: Store) -> int:
    return people.add(store, "Joe Redfeather")


@pytest.fixture
def talk(store: Store, maya: int) -> int:
    """A conversation with Maya that ended on a Tuesday at 4:20 pm in Chicago."""
    return conversations.held(store, maya, ENDED)


@pytest.fixture
def touch(store: Store) -> Callable[..., int]:
    """Note that something happened."""

    def note(person: int, kind: str, on: str, **more: Any) -> int:
        with store.change("Noted something") as change:
            return change.insert("touch", person=person, kind=kind, happened_on=on, **more)

    return note


@pytest.fixture
def meet(store: Store) -> Callable[..., int]:
    """Agree on a time."""

    def agree(person: int, starts_at: str, **more: Any) -> int:
        values = {"minutes": 20, "my_zone": "America/Chicago", "cancelled": 0, **more}
        with store.change("Agreed on a time") as change:
            return change.insert("meeting", person=person, starts_at=starts_at, **values)

    return agree


@pytest.fixture
def at(store: Store) -> Callable[..., pd.DataFrame]:
    """Look at the list at some moment."""

    def look(moment: str | datetime = NOW) -> pd.DataFrame:
        now = moment if isinstance(moment, datetime) else datetime.fromisoformat(moment)
        return due(store, now)

    return look
