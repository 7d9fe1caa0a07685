"""The conversation, on a fresh home: practice, five questions, twenty minutes, what stays.

The clock is the wall's, so the test moves the wall's clock, as for a laptop whose lid was shut.
Only that: JupyterLab draws a page with the help of timers, which go on as they are.
"""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from lab import Lab, accessibility_faults, open_notebook, shot, switch_theme, wait_until_ready
from playwright.sync_api import Browser, Locator, Page, expect

from olenb.core.terms import Part
from olenb.method import sheet
from olenb.method.runsheet import Clock, Item
from olenb.views import conversation_pages as pages

pytestmark = pytest.mark.browser

NAME = "Maya Okafor <b>"
MINUTE = 60_000
WALL = """
const real = Date.now.bind(Date);
Date.now = () => real() + Number(sessionStorage.getItem("ahead") ?? 0);
"""
CELLS = ".jp-OutputArea-output:has(.olenb)"
REFERRAL = """
SELECT p.name, r.permission, q.answer, q.scope, t.evidence, t.setting, r.touch FROM referral AS r
JOIN person AS p ON p.id = r.referred
JOIN permission AS q ON q.person = r.person AND q.towards = r.referred
JOIN tie AS t ON r.person IN (t.a, t.b) AND r.referred IN (t.a, t.b)
"""


def saved(home: Path, sql: str) -> list[tuple[object, ...]]:
    """Return what the workbook file holds."""
    with sqlite3.connect(f"file:{home / 'workbook.olenb'}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


def later(page: Page, minutes: float) -> None:
    """Move the clock on the wall."""
    page.evaluate(
        "by => sessionStorage.setItem('ahead', Number(sessionStorage.getItem('ahead') ?? 0) + by)",
        int(minutes * MINUTE),
    )


def timer(page: Page) -> Locator:
    """Return the clock."""
    return page.locator(".olenb-timer")


def form(page: Page, words: str) -> Locator:
    """Return the form that says these words."""
    return page.locator(".olenb-screen").filter(has_text=words).first


def press(button: Locator) -> None:
    """Press a button by keyboard alone."""
    button.focus()
    button.page.keyboard.press("Enter")


def practice_on_the_example(page: Page, home: Path) -> None:
    """The invented people can be practiced with, and no workbook begins."""
    clock = timer(page)
    expect(clock.get_by_role("heading", name="Ready when you both are")).to_be_visible()
    press(clock.get_by_role("button", name="Practice first"))
    expect(clock.get_by_text("practice: nothing is kept")).to_be_visible()
    press(clock.get_by_role("button", name="We're done"))
    press(clock.get_by_role("button", name="Back to the sheet"))
    expect(clock.get_by_role("heading", name="Ready when you both are")).to_be_visible()
    assert not (home / "workbook.olenb").exists()
    assert accessibility_faults(page) == []


def choose_five(page: Page) -> None:
    """Somebody new, their own path first, questions by topic, one must-ask, one for the end."""
    whom = form(page, "Somebody else")
    press(whom.get_by_text("Somebody else"))
    whom.get_by_label("Their name").focus()
    page.keyboard.type(NAME)
    page.keyboard.press("Enter")
    asking = form(page, "Your questions for")
    expect(asking.get_by_role("heading", name=f"Your questions for {NAME}")).to_be_visible()
    expect(asking.get_by_text("One question about that comes first", exact=False)).to_be_visible()
    press(asking.get_by_role("button", name="Take it: If you told the story").first)
    expect(asking.get_by_text("One question about that comes first", exact=False)).to_have_count(0)
    for topic, words in (
        ("week", "What did you do yesterday"), ("skills", "What does one need to be good at"),
        ("culture", "What happens when somebody makes"), ("trends", "What has changed most"),
        ("fit", "How would I notice early"), ("next", "Who sees this work"),
    ):  # fmt: skip
        asking.get_by_label("About what?").select_option(topic)
        button = asking.get_by_role("button", name=f"Take it: {words}")
        press(button)
        expect(button).to_have_count(0)
    expect(asking.get_by_text("1 in reserve")).to_be_visible()
    press(asking.get_by_role("button", name="Make it a must-ask: What happens"))
    expect(asking.get_by_role("button", name="No must-ask any more: What happens")).to_be_visible()
    assert accessibility_faults(page) == []


def ask_by_the_clock(page: Page, home: Path) -> None:
    """Fifteen minutes of questions, with a reload in between."""
    clock = timer(page)
    expect(clock.get_by_text(f"With {NAME}", exact=True)).to_be_visible()
    press(clock.get_by_role("button", name="Start the clock"))
    expect(clock.get_by_role("heading", name="Time for questions")).to_be_visible()
    expect(clock.locator(".olenb-question")).to_have_text(re.compile("^If you told"))
    later(page, 3)
    press(clock.get_by_role("button", name="Next question"))
    expect(clock.locator(".olenb-question")).to_have_text(re.compile("^What happens"))
    expect(clock.get_by_role("status")).to_have_text(re.compile("^What happens"))
    shot(page, "conversation-questions")

    # In JupyterLab "d, d" would delete a cell.
    cells = page.locator(".jp-Cell").count()
    page.keyboard.press("d")
    page.keyboard.press("d")
    assert page.locator(".jp-Cell").count() == cells

    # A question that runs over lets the least essential one go.
    going = clock.get_by_role("list").filter(has_text="What has changed most")
    expect(clock.get_by_text("No time for these")).to_be_visible()
    later(page, 6)
    expect(going.filter(has_text="What does one need")).to_be_visible()
    ((started,),) = saved(home, "SELECT started_at FROM conversation")
    page.reload()
    wait_until_ready(page)
    clock = timer(page)
    expect(clock.locator(".olenb-question")).to_have_text(re.compile("^What happens"))
    expect(clock.get_by_role("timer")).to_have_text(re.compile(r"^[45]:\d\d$"))
    assert saved(home, "SELECT started_at FROM conversation") == [(started,)]
    assert accessibility_faults(page) == []


def close(page: Page, home: Path) -> None:
    """The last five minutes are seen and heard; over-time is only theirs to offer."""
    clock = timer(page)
    page.emulate_media(reduced_motion="reduce")
    later(page, 6)
    heading = clock.get_by_role("heading", name="The last five minutes: time to close")
    expect(heading).to_be_visible()
    heard = clock.get_by_role("alert")
    expect(heard.filter(has_text="The last five minutes have begun")).to_have_count(1)
    bell = clock.locator(".olenb-bell")
    expect(bell).to_be_visible()
    assert bell.evaluate("bell => getComputedStyle(bell).animationName") == "none"
    for step in ("Name the time", "Whom else", "May I use your name?", "Thank them", "Say what"):
        expect(clock.get_by_text(step, exact=False).first).to_be_visible()
    expect(clock.get_by_text("Who sees this work", exact=False)).to_be_visible()
    expect(clock.get_by_role("button", name="Next question")).to_be_hidden()
    clock.get_by_label("Name the time").focus()
    page.keyboard.press("Space")
    expect(clock.get_by_label("Name the time")).to_be_checked()
    assert accessibility_faults(page) == []
    shot(page, "conversation-closing")
    later(page, 5)
    expect(clock.get_by_role("heading", name="Twenty minutes are over")).to_be_visible()
    expect(heard.filter(has_text="unless they offer more")).to_have_count(1)
    switch_theme(page, "dark")
    assert accessibility_faults(page) == []
    shot(page, "conversation-over-dark")
    clock.get_by_label("They offered more time").focus()
    page.keyboard.press("Space")
    expect(clock.locator(".olenb-question")).to_have_text(re.compile("^What happens"))
    page.keyboard.press("Space")
    expect(clock.get_by_role("heading", name="Twenty minutes are over")).to_be_visible()
    switch_theme(page, "light")
    press(clock.get_by_role("button", name="We're done"))
    expect(clock.get_by_role("heading", name="The conversation is over")).to_be_visible()
    expect(form(page, "When did it end?")).to_be_visible()
    ((ended, extended),) = saved(home, "SELECT ended_at, extended FROM conversation")
    assert ended
    assert extended == 0


def write_down(page: Page, home: Path) -> None:
    """What stays, one thing at a time, by keyboard."""
    after = page.locator(".olenb-screen").filter(has_text=re.compile(r"Step \d+ of")).first
    press(after.get_by_role("button", name="Skip this"))
    after.get_by_label("One thing that you learned").focus()
    page.keyboard.type("in a lab one counts")
    page.keyboard.press("Tab")
    page.keyboard.type("write to Lena")
    page.keyboard.press("Enter")
    expect(after.get_by_role("heading", name="Whom did they tell you")).to_be_visible()
    for label, words in (
        ("Whom did they name?", "Lena Vang"), ("What does that person do?", "analyst"),
        ("Where?", "Moss Clinic"), ("How far?", "by email only"),
    ):  # fmt: skip
        after.get_by_label(label, exact=True).focus()
        page.keyboard.type(words)
    after.get_by_label("yes", exact=True).focus()
    page.keyboard.press("Space")
    press(after.get_by_role("button", name="Keep them"))
    expect(after.get_by_role("heading", name="Lena Vang")).to_be_visible()
    expect(after.get_by_text("You may say who sent you: by email only.")).to_be_visible()
    assert saved(home, REFERRAL) == [
        ("Lena Vang", "yes", "yes", "by email only", "told", None, None)
    ]
    assert saved(home, "SELECT learned, next_action FROM conversation") == [
        ("in a lab one counts", "write to Lena")
    ]
    assert accessibility_faults(page) == []
    shot(page, "conversation-referral")


def test_five_questions_twenty_minutes_and_what_stays(
    lab: Callable[..., Lab], page: Page, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    page.add_init_script(WALL)
    open_notebook(page, lab(home), "05_conversation")
    wait_until_ready(page)
    practice_on_the_example(page, home)
    choose_five(page)
    ask_by_the_clock(page, home)
    close(page, home)
    write_down(page, home)


@pytest.mark.parametrize("letters", [20, 150, 300])
@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_every_sheet_prints_on_one_page(browser: Browser, letters: int, paper: str) -> None:
    words = ("a question with a few words in it " * 9)[:letters]
    clock = Clock(15, 5)
    items = tuple(Item(n, n, 3, part=Part.MIDDLE, words=words) for n in range(1, 9))
    full = sheet.Sheet(
        name="N" * 60, place="P " * 60, when="Tue 3 Nov, 3:00 pm your time (Chicago)", clock=clock,
        items=items, steps=sheet.steps(clock, [words] * 2), research=(words,) * 5,
    )  # fmt: skip
    made = (pages.run_sheet(full), pages.friend_card(), pages.interview_page(words * 3))
    page = browser.new_page()
    for content in made:
        page.set_content(content.decode())
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper))) == 1
    page.close()
