"""A workbook with somebody who could introduce the user to somebody else."""

from pathlib import Path

import pytest

from olenb.contacts import people, ties, you
from olenb.core.store import Store
from olenb.method import goals, permissions


@pytest.fixture
def store(home: Path) -> Store:
    store = Store.create(home)
    you.say(store, name="Ines Holt", school="Lakewood State College", class_year="2100")
    goals.add_target(store, "Tamarind Valley Clinic", role="lab scientist")
    return store


@pytest.fixture
def ana(store: Store) -> int:
    return people.add(store, "Ana Ruiz", relation="cousin", willingness="sure")


@pytest.fixture
def rosa(store: Store, ana: int) -> int:
    """Somebody at the target, whom Ana named when she was asked around."""
    rosa = people.add(store, "Rosa Vik", organization="Tamarind Valley Clinic", knows_me=False)
    ties.add_tie(store, ana, rosa, "told", as_of="2026-05-01")
    with store.change("Asked around") as change:
        change.insert(
            "touch",
            person=ana,
            target=1,
            kind="asked around",
            happened_on="2026-05-01",
            reply="yes",
            replied_on="2026-05-02",
            about=rosa,
        )
    return rosa


@pytest.fixture
def ana_agrees(store: Store, ana: int, rosa: int) -> None:
    permissions.record(store, ana, "yes", towards=rosa, given_on="2026-05-02")
