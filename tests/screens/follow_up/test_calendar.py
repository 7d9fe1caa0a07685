"""The calendar file, the picture of two weeks, and whose holidays count."""

from collections.abc import Callable
from datetime import UTC, datetime

import icalendar
import pytest

from olenb.contacts import people
from olenb.core.errors import ExampleIsReadOnly
from olenb.method import conversations
from olenb.screens import follow_up
from olenb.workbook import Workbook


@pytest.fixture
def own(wb: Workbook) -> Workbook:
    one = people.add(wb.own(), "Maya Okafor")
    conversations.held(wb.store, one, datetime.now(UTC).isoformat())
    return wb


def test_the_preview_comes_before_the_button_and_says_the_same_as_the_file(
    own: Workbook, visit: Callable
) -> None:
    visitor = visit(follow_up.calendar(own))
    assert "2 things to do." in visitor.text
    (table,) = visitor.blocks("tableblock")
    said = visitor.press("save")
    content = visitor.downloads["calendar.ics"]
    tasks = icalendar.Calendar.from_ical(content).walk("VTODO")
    assert [row[0] for row in table["rows"]] == [str(task["SUMMARY"]) for task in tasks]
    assert (own.home / "exports" / "calendar.ics").read_bytes() == content
    assert "in the folder “exports” beside your workbook" in said


def test_the_file_is_for_its_owner_alone(own: Workbook, visit: Callable) -> None:
    visit(follow_up.calendar(own)).press("save")
    path = own.home / "exports" / "calendar.ics"
    assert path.stat().st_mode & 0o077 == 0


def test_invented_people_go_into_no_calendar(wb: Workbook, visit: Callable) -> None:
    visitor = visit(follow_up.calendar(wb))
    assert "Talk with Rosa Whitehorse (20 minutes)" in visitor.text
    assert "These are invented people" in visitor.text
    assert not visitor.buttons("save")
    with pytest.raises(ExampleIsReadOnly, match="nothing for your calendar yet"):
        wb.follow_up.save_calendar()


def test_an_empty_calendar_offers_no_file(home, wb: Workbook, visit: Callable) -> None:
    wb.add("Ana Ruiz")
    visitor = visit(follow_up.calendar(wb))
    assert "Nothing to put into a calendar yet." in visitor.text
    assert not visitor.buttons("save")


def test_the_two_weeks_are_a_picture_a_sentence_and_a_table(own: Workbook, visit: Callable) -> None:
    visitor = visit(follow_up.weeks(own))
    assert "In the next two weeks: 2 things to do. First: thank Maya" in visitor.text
    (drawing,) = visitor.blocks("drawing")
    assert drawing["alt"] == "A calendar of two weeks with 2 things to do on 1 day."
    (table,) = visitor.blocks("tableblock")
    assert [row[1] for row in table["rows"]] == ["Thank Maya", "Post a card to Maya"]


def test_two_empty_weeks_say_so(wb: Workbook, visit: Callable) -> None:
    wb.add("Ana Ruiz")
    assert "Nothing is due in the next two weeks." in visit(follow_up.weeks(wb)).text


def test_the_country_can_be_chosen_and_taken_back(own: Workbook, visit: Callable) -> None:
    visitor = visit(follow_up.days_off(own))
    assert "Which country you live in isn't noted yet" in visitor.text
    visitor.press("save", country="US", region="mn")
    assert "public holidays: United States (MN)." in visitor.text
    visitor.press("undo")
    assert "isn't noted yet" in visitor.text
