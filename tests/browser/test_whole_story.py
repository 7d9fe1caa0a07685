"""The whole way on a fresh home: from a first curiosity to goals that a conversation changed.

Each step is walked on its own page, one after the other, as somebody does who starts with nothing:
asking around, words with two findings fixed, a time on two clocks, twenty minutes, a referral,
thanks, and a report. The clock on the wall is moved by the test.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import test_conversation as talking
import test_first_half_hour as half_hour
import test_outreach as asking
from lab import Lab, accessibility_faults, follow, open_notebook, shot, wait_until_ready
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

NAME = "Rosa Vik"
saved = half_hour.saved


def start(page: Page, home: Path) -> None:
    """From nothing to a first way: goals, five people, one answer."""
    half_hour.begin(page, home)
    you = half_hour.form(page, "Your name")
    you.get_by_label("Your time zone").fill("America/Chicago")
    you.get_by_role("button", name="Save").click()
    expect(you.get_by_text("Saved.", exact=False).first).to_be_visible()
    follow(page, "Next: Goals")
    half_hour.say_what_you_want(page, home)
    follow(page, "Next: People")
    half_hour.type_five_names(page, home)
    follow(page, "Next: Introductions")
    half_hour.ask_around(page, home)


def ask_for_twenty_minutes(page: Page, home: Path) -> None:
    """Words with two findings fixed, sent and answered, and a time on two clocks."""
    page.get_by_label("Whom?").select_option(label=f"{NAME}, Mayo Clinic")
    expect(page.get_by_text("Nothing was written to Rosa yet.")).to_be_visible()
    asking.press(page.get_by_role("button", name="Ask for twenty minutes"))
    asking.press(page.get_by_role("button", name="By email"))
    asking.fix_two_findings(page, home)
    asking.press(page.get_by_role("button", name="I sent it"))
    expect(page.get_by_text("Noted as sent.", exact=False).first).to_be_visible()
    page.get_by_text("They answered", exact=True).click()
    asking.press(page.get_by_role("button", name="They said yes"))
    where = asking.form(page, "Where is Rosa?")
    where.get_by_label("Their city or ZIP code").fill("10001")
    asking.press(where.get_by_role("button", name="Look it up"))
    asking.press(where.get_by_role("button", name="That's right"))
    times = asking.form(page, "Times for both of you")
    times.get_by_text("We agreed on a time").click()
    times.get_by_label("Which day?").fill("2099-11-05")
    times.get_by_label("When, on your clock (Chicago)?").select_option(label="3:00 pm")
    asking.press(times.get_by_role("button", name="We agreed on this"))
    expect(page.get_by_text(asking.BOTH_CLOCKS, exact=False).first).to_be_visible()
    assert saved(home, "SELECT my_zone, their_zone FROM meeting") == [
        ("America/Chicago", "America/New_York")
    ]


def talk(page: Page, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two questions, twenty minutes, a referral, and what changes in the goals."""
    monkeypatch.setattr(talking, "NAME", NAME)
    questions = talking.form(page, "Your questions for")
    expect(questions.get_by_role("heading", name=f"Your questions for {NAME}")).to_be_visible()
    talking.press(questions.get_by_role("button", name="Take it: If you told the story").first)
    clock = talking.timer(page)
    expect(clock.get_by_text(f"With {NAME}", exact=True)).to_be_visible()
    talking.press(clock.get_by_role("button", name="Start the clock"))
    expect(clock.locator(".olenb-question")).to_have_text(re.compile("^If you told"))
    talking.later(page, 16)
    closing = clock.get_by_role("heading", name="The last five minutes: time to close")
    expect(closing).to_be_visible()
    talking.press(clock.get_by_role("button", name="We're done"))
    expect(clock.get_by_role("heading", name="The conversation is over")).to_be_visible()
    talking.write_down(page, home)
    after = page.locator(".olenb-screen").filter(has_text=re.compile(r"Step \d+ of")).first
    step = after.get_by_role("heading", name="Does it change what you want to find out?")
    while not step.is_visible():
        before = after.get_by_text(re.compile(r"Step \d+ of")).first.inner_text()
        talking.press(after.get_by_role("button", name=re.compile("Skip this|Go on")).first)
        expect(after.get_by_text(before, exact=True)).to_have_count(0)
    after.get_by_label("What are you curious about now?").fill("figures behind the care")
    after.get_by_label("Why, in a few words?").fill("in a lab one counts")
    talking.press(after.get_by_role("button", name="Save").first)
    expect(page.get_by_text("Noted, with what changed it.").first).to_be_visible()
    assert saved(home, "SELECT value FROM goal WHERE conversation IS NOT NULL") == [
        ("figures behind the care",)
    ]


def keep_your_word(page: Page, home: Path) -> None:
    """The thank-you is due in both zones, and the referral; one click notes the thanks."""
    due = page.locator(".olenb-screen").first
    expect(due.get_by_role("heading", name="Thank Rosa", exact=False).first).to_be_visible()
    expect(due.get_by_text("Lena", exact=False).first).to_be_visible()
    due.get_by_role("button", name="I thanked them by email").first.click()
    expect(due.get_by_role("heading", name="Post a card to Rosa", exact=False)).to_be_visible()
    assert accessibility_faults(page) == []
    shot(page, "story-due")


def look_back(page: Page, place: Path) -> None:
    """One conversation held, one decision changed; a report without a name."""
    expect(page.get_by_text("1 conversation held, 1 decision changed.").first).to_be_visible()
    report = page.locator(".olenb-screen").filter(has=page.get_by_label("Name the people in it"))
    with page.expect_download() as download:
        report.get_by_role("button", name="Save the page").click()
    download.value.save_as(place)
    text = place.read_text("utf-8")
    assert "figures behind the care" in text
    assert "Rosa" not in text
    assert accessibility_faults(page) == []
    shot(page, "story-report")


def test_from_a_first_curiosity_to_goals_that_a_conversation_changed(
    lab: Callable[..., Lab], page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    page.add_init_script(talking.WALL)
    server = lab(home)
    open_notebook(page, server, "00_start_here")
    wait_until_ready(page)
    start(page, home)
    follow(page, "Next: Outreach")
    ask_for_twenty_minutes(page, home)
    follow(page, "Next: Conversation")
    talk(page, home, monkeypatch)
    follow(page, "Next: Follow up")
    keep_your_word(page, home)
    open_notebook(page, server, "08_review")
    wait_until_ready(page)
    look_back(page, tmp_path / "report.html")
