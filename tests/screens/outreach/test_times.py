"""A time for both: where they are, times on two clocks, what was agreed on."""

from collections.abc import Callable

import pytest

from olenb.contacts import you
from olenb.screens import outreach
from olenb.workbook import Workbook


@pytest.fixture
def times(own: Workbook, rosa: int, visit: Callable):
    visit(outreach.one_person(own)).press("choose", person=str(rosa))
    return visit(outreach.a_time(own), "America/Denver")


def test_a_city_is_looked_up_and_the_user_says_which(own: Workbook, rosa: int, times) -> None:
    assert "Where is Rosa?" in times.text
    assert "No city or ZIP code" in times.press("look up", city="Nowhere at all")
    times.press("look up", city="Portland")
    assert [text for _, text in times.field("zone")["options"]] == [
        "Portland, Oregon (Los Angeles time)",
        "Portland, Maine (New York time)",
        "Portland, Texas (Chicago time)",
    ]
    assert "Please choose one" in times.press("zone")
    times.press("zone", zone="America/New_York")
    assert own.outreach.zone(rosa) == "America/New_York"
    times.press("elsewhere")
    assert own.outreach.zone(rosa) == ""


def test_three_times_stand_on_both_clocks(rosa_in_new_york: int, times) -> None:
    lines = [block["text"] for block in times.blocks("text") if "your time" in block["text"]]
    assert len(lines) == 3
    assert all("(Chicago)" in line and "theirs (New York)" in line for line in lines)
    assert "Between 8:00 am and 7:00 pm their time" in times.text


def test_the_browsers_zone_serves_where_none_was_said(
    own: Workbook, rosa_in_new_york: int, visit: Callable, times
) -> None:
    with own.writing() as store:
        you.say(store, time_zone="")
    assert "(Denver)" in visit(outreach.a_time(own), "America/Denver").text
    assert "First your own time zone" in visit(outreach.a_time(own), "Mars/Olympus").text


def test_the_times_go_into_a_message(
    own: Workbook, rosa_in_new_york: int, times, visit: Callable
) -> None:
    words = visit(outreach.writing(own))
    times.press("from", first="2026-10-30")
    times.press("offer")
    words.press("way", "email")
    assert (
        "- Mon 2 Nov, 2:00 pm your time (New York) · 1:00 pm mine (Chicago)"
        in words.field("body")["value"]
    )


def test_a_time_outside_decent_hours_is_asked_about(
    own: Workbook, rosa_in_new_york: int, times
) -> None:
    said = times.press("agreed", day="2999-11-05", clock="06:00", channel="phone", place="")
    assert "That is 7:00 am for them" in said
    assert times.trouble["field"] == "clock"
    times.press("agreed", day="2999-11-05", clock="06:00", channel="phone", place="", theirs=True)
    assert own.outreach.meetings()["channel"].tolist() == ["phone"]


def test_an_agreed_time_is_shown_confirmed_and_called_off(
    own: Workbook, rosa_in_new_york: int, times
) -> None:
    said = times.press("agreed", day="2999-11-05", clock="15:00", channel="video", place="link")
    assert "Tue 5 Nov, 3:00 pm your time (Chicago) · 4:00 pm theirs (New York)" in said
    card = next(times.blocks("card"))
    assert (card["title"], card["tag"]) == ("20 minutes with Rosa", "agreed")
    times.press("confirm", card["id"])
    assert next(times.blocks("card"))["tag"] == "confirmed"
    assert "1 time" in times.buttons("cancel")[0]["confirm"]
    times.press("cancel", card["id"])
    assert next(times.blocks("card"))["title"] == "Times for both of you"
    times.press("undo")
    assert next(times.blocks("card"))["tag"] == "confirmed"


@pytest.mark.parametrize(
    ("typed", "field"), [({"clock": "15:00"}, "day"), ({"day": "2999-11-05"}, "clock")]
)
def test_what_is_missing_is_said_beside_its_field(
    rosa_in_new_york: int, times, typed: dict[str, str], field: str
) -> None:
    times.press("agreed", **{"day": "", "clock": "", "channel": "", "place": "", **typed})
    assert times.trouble["field"] == field


def test_an_hour_that_the_clocks_skip_is_refused(rosa_in_new_york: int, times) -> None:
    said = times.press("agreed", day="2027-03-14", clock="02:30", channel="", place="")
    assert "Clocks are put forward" in said


def test_the_example_shows_times_and_changes_nothing(wb: Workbook, visit: Callable) -> None:
    visitor = visit(outreach.a_time(wb))
    assert visitor.buttons("agreed") == []
    assert visitor.buttons("zone") == []
