"""A workbook of one's own with a conversation in it, and an exercise that is open."""

from collections.abc import Callable

import pytest

from olenb.screens.goals import exercises
from olenb.workbook import Workbook


@pytest.fixture
def own(wb: Workbook) -> Workbook:
    """A workbook that was begun."""
    wb.add_target("Harbor Lab")
    return wb


@pytest.fixture
def talk(own: Workbook) -> int:
    """A conversation that was held with Rosa."""
    with own.store.change("Held") as change:
        person = change.insert("person", name="Rosa Vik", is_ego=0)
        return change.insert("conversation", person=person, ended_at="2026-11-03T16:20:00-06:00")


@pytest.fixture
def opened(visit: Callable) -> Callable:
    """Open one of the exercises."""

    def open_one(wb: Workbook, key: str):
        page = visit(exercises(wb))
        page.press("open", key)
        return page

    return open_one
