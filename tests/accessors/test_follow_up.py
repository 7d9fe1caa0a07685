"""What a notebook cell can call about what is due."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import olenb
from olenb.core.errors import NotAllowed, NotFound
from olenb.workbook import Workbook


@pytest.fixture
def wb(home: Path) -> Workbook:
    wb = olenb.open_workbook(home)
    wb.add("Maya Okafor, Tamarind Valley Clinic, alum")
    ended = datetime.now(UTC) - timedelta(hours=1)
    wb.conversations.hold("Maya Okafor", ended.isoformat())
    return wb


def test_it_is_shown_without_a_name(wb: Workbook) -> None:
    assert repr(wb.follow_up) == "<what is due in your olenb workbook>"
    assert wb.follow_up is wb.follow_up


def test_due_done_and_undone(wb: Workbook) -> None:
    thank, card = wb.follow_up.due()["key"]
    wb.follow_up.done(thank, "email")
    assert wb.follow_up.due()["key"].tolist() == [card]
    wb.undo()
    wb.follow_up.leave_out(card)
    assert wb.follow_up.due()["key"].tolist() == [thank]


def test_no_words_for_a_thank_you_before_both_things_are_said(wb: Workbook) -> None:
    thank = wb.follow_up.due()["key"].iloc[0]
    with pytest.raises(NotAllowed, match="one thing that you learned and what you do next"):
        wb.follow_up.words(thank)
    wb.follow_up.say(1, learned="labs are quiet", next_action="ask for a tour")
    words = wb.follow_up.words(thank)
    assert words.subject == "Thank you"
    assert "labs are quiet" in words.body
    assert wb.follow_up.keep(thank, "email", "My own words", "Thanks") == 1
    assert wb.follow_up.words(thank).body == "My own words"


def test_a_confidential_note_gets_into_no_words(wb: Workbook) -> None:
    wb.conversations.note(1, "advice", "Zzyzx advice, between us", confidential=True)
    wb.follow_up.say(1, learned="labs are quiet", next_action="ask for a tour")
    for key in wb.follow_up.due()["key"]:
        channel = "letter" if key.startswith("card") else "email"
        assert "Zzyzx" not in wb.follow_up.words(key, channel).body
    with pytest.raises(NotAllowed, match="confidential"):
        wb.follow_up.keep(
            wb.follow_up.due()["key"].iloc[0], "email", "You said: Zzyzx advice, between us"
        )


def test_a_meeting_that_is_not_there_was_not_held(wb: Workbook) -> None:
    with pytest.raises(NotFound, match="no longer in your workbook"):
        wb.follow_up.held(99, "2026-11-24T16:20:00-06:00")


def test_a_calendar_is_saved_where_one_says_or_beside_the_workbook(
    wb: Workbook, tmp_path: Path
) -> None:
    path = wb.follow_up.save_calendar(tmp_path / "mine.ICS")
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert wb.follow_up.save_calendar() == wb.home / "exports" / "calendar.ics"
    with pytest.raises(NotAllowed, match=r"saved as \.ics\. Nothing was written"):
        wb.follow_up.save_calendar(tmp_path / "mine.txt")


def test_the_weeks_are_drawn_with_their_words(wb: Workbook) -> None:
    assert "2 things to do" in wb.follow_up.weeks().description.sentence


def test_the_country_is_said_and_taken_back(wb: Workbook) -> None:
    wb.follow_up.say_country("no")
    assert wb.follow_up.country.code == "NO"
    wb.follow_up.say_country("")
    assert wb.follow_up.country.code == ""
