"""A workbook in which one conversation is near."""

from collections.abc import Callable

import pytest

from olenb.screens.conversation.whom import whom
from olenb.workbook import Workbook


@pytest.fixture
def maya(wb: Workbook) -> int:
    """Somebody to talk with, chosen on the page."""
    person = wb.add("Maya Okafor, Tamarind Valley Clinic, met at the fair")
    whom(wb).choose(person)
    return person


@pytest.fixture
def talk(wb: Workbook, maya: int) -> int:
    """A conversation with her that was held."""
    return wb.conversations.hold(maya, "2026-11-24T16:20:00-06:00")


@pytest.fixture
def titles() -> Callable[..., list[str]]:
    """Return the titles of a screen's cards."""
    return lambda visitor: [block["title"] for block in visitor.blocks("card")]
