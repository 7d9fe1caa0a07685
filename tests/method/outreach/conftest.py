"""A workbook of one's own with a few people, and short ways to note what happened with them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from olenb.contacts import people, ties, you
from olenb.core.store import Store
from olenb.method import goals


@pytest.fixture
def store(home: Path) -> Store:
    store = Store.create(home)
    you.say(store, name="Robin", time_zone="America/Chicago")
    goals.add_target(store, "Tamarind Valley Clinic")
    return store


@pytest.fixture
def ana(store: Store) -> int:
    return people.add(store, "Ana Ruiz", willingness="sure")


@pytest.fixture
def rosa(store: Store, ana: int) -> int:
    rosa = people.add(store, "Rosa Vik", organization="Tamarind Valley Clinic", knows_me=False)
    ties.add_tie(store, ana, rosa, "told")
    return rosa


@pytest.fixture
def touch(store: Store) -> Callable[..., int]:
    def note(person: int, kind: str, on: str, **more: Any) -> int:
        with store.change("Noted something") as change:
            return change.insert("touch", person=person, kind=kind, happened_on=on, **more)

    return note


@pytest.fixture
def meet(store: Store) -> Callable[..., int]:
    def agree(person: int, starts_at: str, **more: Any) -> int:
        values = {"minutes": 20, "my_zone": "America/Chicago", "cancelled": 0, **more}
        with store.change("Agreed on a time") as change:
            return change.insert("meeting", person=person, starts_at=starts_at, **values)

    return agree
