"""After a conversation: thanks in both zones, sent by email and by card, and into the calendar."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import vobject
from lab import Lab, accessibility_faults, open_notebook, shot, switch_theme, wait_until_ready
from playwright.sync_api import Locator, Page, expect

import olenb
from olenb.contacts import people, you

pytestmark = pytest.mark.browser

LEARNED, NEXT = "labs are quiet at night", "ask for a tour of the night shift"


def a_conversation_ended(home: Path) -> None:
    """Let one have ended an hour ago, and another be agreed on for next week."""
    wb = olenb.open_workbook(home)
    wb.add_people(["Maya Okafor, Tamarind Valley Clinic, alum", "Joe <b>, , friend"])
    you.say(wb.store, name="Robin Ellery", time_zone="America/Chicago")
    maya, joe = (people.find(wb.store, name) for name in ("Maya Okafor", "Joe <b>"))
    people.edit(wb.store, maya, "time_zone", "Europe/Oslo")
    ended = datetime.now(UTC) - timedelta(hours=1)
    wb.conversations.hold(maya, ended.isoformat(timespec="seconds"))
    starts = (datetime.now(UTC) + timedelta(days=7)).isoformat(timespec="seconds")
    with wb.store.change("Agreed on a time") as change:
        change.insert(
            "meeting", person=joe, starts_at=starts, minutes=20, my_zone="America/Chicago",
            their_zone="Asia/Kathmandu", place="by phone; 555 0100", cancelled=0,
        )  # fmt: skip
    wb.store.close()


def saved(home: Path, sql: str) -> list[tuple[object, ...]]:
    """Return what the workbook file holds."""
    with sqlite3.connect(f"file:{home / 'workbook.olenb'}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


def screen_with(page: Page, words: str) -> Locator:
    """Return the form that says `words`."""
    return page.locator(".olenb-screen").filter(has=page.get_by_text(words)).first


def say_two_things(due: Locator) -> None:
    """Write what was learned and what comes next, with the keyboard alone."""
    keyboard = due.page.keyboard
    due.get_by_label("One thing that you learned from them").first.focus()
    keyboard.type(LEARNED)
    keyboard.press("Tab")
    keyboard.type(NEXT)
    due.get_by_role("button", name="Save these two").first.focus()
    keyboard.press("Enter")
    expect(due.get_by_text("Saved. The words to send stand below.").first).to_be_visible()


def send_both(page: Page, due: Locator, home: Path) -> None:
    """Note the email with the keyboard, undo it, note it again, and then the card."""
    email = due.get_by_role("button", name="I thanked them by email")
    email.focus()
    page.keyboard.press("Enter")
    expect(due.get_by_role("heading", name="Post a card to Maya")).to_be_visible()
    due.get_by_role("button", name="Undo “Thanked somebody”").click()
    expect(due.get_by_role("heading", name="Thank Maya")).to_be_visible()
    assert saved(home, "SELECT kind FROM touch") == []
    due.get_by_role("button", name="I thanked them by email").click()
    expect(due.get_by_role("heading", name="Post a card to Maya")).to_be_visible()
    due.get_by_role("button", name="I posted the card").click()
    expect(due.get_by_text("Nothing to do for now: you kept your word.")).to_be_visible()
    sent = saved(home, "SELECT kind, channel, conversation FROM touch ORDER BY id")
    assert sent == [("thanked", "email", 1), ("sent a card", "letter", 1)]


def into_the_calendar(page: Page, home: Path, place: Path) -> None:
    """Look at what the file would hold, save it, and read it with two libraries."""
    form = screen_with(page, "What the calendar file would hold")
    expect(form.get_by_role("rowheader", name="Talk with Joe <b> (20 minutes)")).to_be_visible()
    with page.expect_download() as download:
        form.get_by_role("button", name="Save the calendar file").click()
    assert download.value.suggested_filename == "calendar.ics"
    download.value.save_as(place)
    expect(form.get_by_text("Saved as calendar.ics in the folder “exports”").first).to_be_visible()
    content = place.read_bytes()
    assert (home / "exports" / "calendar.ics").read_bytes() == content
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert event.end - event.start == timedelta(minutes=20)
    assert event["DTSTART"].params["TZID"] == "America/Chicago"
    notes = str(event["DESCRIPTION"])
    assert "(Chicago)" in notes
    assert "(Kathmandu)" in notes
    assert vobject.readOne(content.decode("utf-8")).validate(raiseException=True)


def test_thanks_are_due_sent_noted_and_the_rest_goes_into_the_calendar(
    lab: Callable[..., Lab], page: Page, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    a_conversation_ended(home)
    open_notebook(page, lab(home), "06_follow_up")
    wait_until_ready(page)
    due = page.locator(".olenb-screen").first
    expect(due.get_by_role("heading", name="Thank Maya")).to_be_visible()
    expect(due.get_by_text("their time (Oslo)", exact=False).first).to_be_visible()
    expect(due.get_by_text("your time ·", exact=False).first).to_be_visible()
    assert accessibility_faults(page) == []
    shot(page, "follow-up-due")

    say_two_things(due)
    due.get_by_text("Words for an email", exact=True).click()
    words = due.get_by_label("The words", exact=False).first
    assert LEARNED in words.input_value()
    assert NEXT in words.input_value()
    words.fill(f"Thank you! What stays with me: {LEARNED}. I will {NEXT}. Can you get me a job?")
    due.get_by_role("button", name="Keep these words").first.click()
    expect(due.get_by_role("heading", name="It asks for work").first).to_be_visible()
    due.get_by_text("Another way, or not now").first.click()
    # In command mode these two keys would delete the cell.
    due.get_by_role("button", name="Put it off").first.focus()
    page.keyboard.press("d")
    page.keyboard.press("d")
    expect(due.get_by_role("heading", name="Thank Maya")).to_be_visible()
    assert accessibility_faults(page) == []
    shot(page, "follow-up-words")

    send_both(page, due, home)
    into_the_calendar(page, home, tmp_path / "mine.ics")
    weeks = screen_with(page, "In the next two weeks")
    weeks.scroll_into_view_if_needed()
    expect(weeks.locator("img").first).to_be_visible()
    shot(page, "follow-up-weeks")
    switch_theme(page, "dark")
    shot(page, "follow-up-weeks-dark")
    due.scroll_into_view_if_needed()
    shot(page, "follow-up-done-dark")
    assert accessibility_faults(page) == []


def test_the_example_shows_what_is_due_by_day_and_by_night(
    lab: Callable[..., Lab], page: Page, tmp_path: Path
) -> None:
    open_notebook(page, lab(tmp_path / "example"), "06_follow_up")
    wait_until_ready(page)
    expect(page.get_by_role("heading", name="Thank Dana tomorrow by 3:20 pm")).to_be_visible()
    assert accessibility_faults(page) == []
    shot(page, "follow-up-example")
    switch_theme(page, "dark")
    shot(page, "follow-up-example-dark")
    page.get_by_text("Talk with Rosa Whitehorse (20 minutes)").scroll_into_view_if_needed()
    shot(page, "follow-up-calendar-dark")
    assert accessibility_faults(page) == []
