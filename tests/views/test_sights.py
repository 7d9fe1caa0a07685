"""A workbook drawn: people by circle, ways to the active targets."""

from pathlib import Path

import pytest

from olenb.core.store import Store
from olenb.core.terms import Band
from olenb.views import sights
from olenb.views.pictures.describe import describe_routes
from olenb.workbook import Workbook, open_workbook


@pytest.fixture
def wb(home: Path) -> Workbook:
    wb = open_workbook(home)
    wb.add_people(["Ana Ruiz, , cousin", "Bo Lind, Halden Energy, friend", "Cem Aydin"])
    wb.add_target("Halden Energy")
    return wb


def rosa(wb: Workbook) -> None:
    """Ana told me that she knows Rosa, who is at the target."""
    from olenb.contacts import people

    people.look_up(wb.store, "Rosa Vik", "directory", organization="Halden Energy")
    wb.add_tie("Ana Ruiz", "Rosa Vik", "told")


def test_everybody_stands_in_one_circle(wb: Workbook) -> None:
    circles = {circle.name: [one.name for one in circle.contacts] for circle in wb.map().circles}
    assert {name: who for name, who in circles.items() if who} == {
        "Family": ["Ana Ruiz"],
        "Friends": ["Bo Lind"],
        "Others": ["Cem Aydin"],
    }


def test_somebody_whom_I_only_looked_up_is_not_on_the_map(wb: Workbook) -> None:
    rosa(wb)
    assert "Rosa Vik" not in [contact.name for contact in wb.map().contacts]


def test_the_number_on_a_dot_is_the_places_that_person_opens(wb: Workbook) -> None:
    rosa(wb)
    reach = {contact.name: contact.reach for contact in wb.map().contacts}
    assert reach == {"Ana Ruiz": 1, "Bo Lind": 0, "Cem Aydin": 0}


def test_a_way_is_an_introduction_or_somebody_who_is_there(wb: Workbook) -> None:
    rosa(wb)
    routes = wb.routes()
    (target,) = routes.targets
    ways = {routes.introducer(way).name: (way.person, way.band) for way in target.ways}
    assert ways == {"Bo Lind": ("", Band.STRONG), "Ana Ruiz": ("Rosa Vik", Band.STRONG)}
    assert all(routes.band(way) == Band.WORTH_ASKING for way in target.ways)  # not asked yet


def test_equal_introducers_each_have_a_way(wb: Workbook) -> None:
    rosa(wb)
    wb.add_tie("Cem Aydin", "Rosa Vik", "told")
    routes = wb.routes()
    names = sorted(routes.introducer(way).name for way in routes.targets[0].ways if way.person)
    assert names == ["Ana Ruiz", "Cem Aydin"]


def test_only_active_targets_are_drawn_while_there_are_any(wb: Workbook) -> None:
    for n in range(5):
        wb.add_target(f"Place {n}")
    assert len(wb.routes().targets) == 5
    with wb.store.change("Let them wait") as change:
        for row in wb.store.rows("SELECT id FROM target"):
            change.update("target", row["id"], active=0)
    assert len(wb.routes().targets) == 6


def test_an_empty_workbook_draws_nothing(home: Path) -> None:
    store = Store.create(home)
    assert sights.map_of(store).size == 0
    assert sights.routes_of(store).targets == ()


def test_somebody_who_is_there_is_not_called_an_introducer(wb: Workbook) -> None:
    said = describe_routes(wb.routes()).sentence
    assert said == "A good start: Bo Lind, whom you know, is at Halden Energy."
