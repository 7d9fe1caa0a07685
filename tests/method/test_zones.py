"""Somebody's time zone is proposed from where they live and holds once the user confirmed it."""

from pathlib import Path

import pytest

from olenb.contacts import people, you
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.method import zones


@pytest.fixture
def store(home: Path) -> Store:
    return Store.create(home)


def test_a_zone_is_proposed_and_holds_only_once_it_is_confirmed(store: Store) -> None:
    ana = people.add(store, "Ana Ruiz", city="Duluth")
    assert [place.name for place in zones.proposed(store, ana)] == [
        "Duluth, Minnesota",
        "Duluth, Georgia",
    ]
    assert zones.of(store, ana) == ""
    zones.confirm(store, ana, "America/Chicago")
    assert zones.of(store, ana) == "America/Chicago"
    zones.confirm(store, ana, "")
    assert zones.of(store, ana) == ""


def test_my_own_zone_is_the_one_that_i_confirmed(store: Store) -> None:
    assert zones.mine(store) == ""
    you.say(store, time_zone="Europe/Oslo")
    assert zones.mine(store) == "Europe/Oslo"


@pytest.mark.parametrize("name", ["Mars/Olympus", "../etc/passwd", "chicago", " "])
def test_a_zone_that_is_none_is_refused(store: Store, name: str) -> None:
    ana = people.add(store, "Ana Ruiz")
    with pytest.raises(NotAllowed, match="choose a time zone from the list"):
        zones.confirm(store, ana, name)
    with pytest.raises(NotFound):
        zones.proposed(store, 99)
