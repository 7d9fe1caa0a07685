"""A workbook of one's own in which Ana was asked around and named Rosa."""

import pytest

from olenb.contacts import people, you
from olenb.method import zones
from olenb.workbook import Workbook


@pytest.fixture
def own(wb: Workbook) -> Workbook:
    wb.add_people(["Ana Ruiz, , cousin", "Bo Lind, , friend"])
    wb.add_target("Halden Energy", role="analyst")
    wb.record_answer("Ana Ruiz", "Halden Energy", "yes", "Rosa Vik", "grid planner")
    with wb.writing() as store:
        you.say(store, name="Ines Holt", time_zone="America/Chicago")
    return wb


@pytest.fixture
def rosa(own: Workbook) -> int:
    return people.find(own.store, "Rosa Vik")


@pytest.fixture
def ana(own: Workbook) -> int:
    return people.find(own.store, "Ana Ruiz")


@pytest.fixture
def rosa_in_new_york(own: Workbook, rosa: int) -> int:
    with own.writing() as store:
        zones.confirm(store, rosa, "America/New_York")
    return rosa
