"""One plan of four in a real browser: two questions, the log of a day, a page to hand over."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from lab import (
    Lab,
    accessibility_faults,
    open_notebook,
    shot,
    switch_theme,
    wait_until_ready,
)
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

NAME = 'Imani <img src=x onerror="hacked=1"> $$x$$'


def saved(home: Path, sql: str) -> list[tuple[object, ...]]:
    """Return what the workbook file holds."""
    with sqlite3.connect(f"file:{home / 'workbook.olenb'}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


def card(page: Page, title: str) -> Locator:
    """Return the card of that title."""
    return page.get_by_role("article", name=title, exact=True)


def answer(page: Page, title: str, label: str, words: str) -> None:
    """Answer one question; the next one follows."""
    question = card(page, title)
    question.get_by_label(label).fill(words)
    question.get_by_role("button", name="Save", exact=True).click()
    expect(question).to_have_count(0)


def in_view(page: Page, part: Locator, name: str) -> None:
    """Take a picture with `part` at the top of the window, by day and by night."""
    for theme in ("light", "dark"):
        switch_theme(page, theme)
        part.scroll_into_view_if_needed()
        part.evaluate("node => node.scrollIntoView({ block: 'start' })")
        shot(page, f"{name}-{theme}")
    switch_theme(page, "light")


def choose(page: Page, title: str) -> None:
    """Choose a plan, whatever was chosen before."""
    others = page.get_by_role("button", name="Look at the other plans")
    if others.count():
        others.click()
    card(page, title).get_by_role("button", name="This one").click()
    expect(page.get_by_text("Begun. The first question is below.").first).to_be_visible()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("plans") / "home"


@pytest.fixture
def plans(lab: Callable[..., Lab], page: Page, home: Path) -> Page:
    """The page of the plans."""
    open_notebook(page, lab(home), "07_volunteer_and_shadow")
    wait_until_ready(page)
    return page


def test_a_day_of_shadowing_from_the_choice_to_the_log(plans: Page, home: Path) -> None:
    # Before anything is begun, an invented day can be looked at.
    expect(plans.get_by_role("img", name="A line of my energy").first).to_be_visible()
    expect(plans.get_by_text("An invented plan: Shadowing at", exact=False).first).to_be_visible()
    assert accessibility_faults(plans) == []
    in_view(plans, plans.locator("h1").first, "plans-example-top")
    assert not (home / "workbook.olenb").exists()
    choose(plans, "Shadow somebody at work")
    expect(card(plans, "Volunteer with a skill")).to_have_count(0)

    # Two questions, one at a time; the second is passed over and found again.
    answer(plans, "Aim", "What do you want to see", "how much of the day is people")
    watch = card(plans, "What I watch for")
    watch.get_by_text("An invented example").click()
    expect(watch.get_by_text("When somebody laughs.", exact=False)).to_be_visible()
    watch.get_by_role("button", name="Pass over it").click()
    expect(card(plans, "Where it is")).to_be_visible()
    card(plans, "Where it is").get_by_label("somewhere new").check()
    card(plans, "Where it is").get_by_role("button", name="Save", exact=True).click()
    host = card(plans, "Whom I'd shadow")
    host.get_by_label("Whom", exact=True).fill(NAME)
    host.get_by_label("Where", exact=True).fill("Tamarind Clinic")
    host.get_by_role("button", name="Save", exact=True).click()
    expect(card(plans, "Shadowing at Tamarind Clinic")).to_be_visible()
    assert saved(home, "SELECT name, words FROM plan_step ORDER BY id") == [
        ("aim", "how much of the day is people"),
        ("watch", None),
    ]

    # The log: a moment by keyboard alone, then a cell of the table, then its picture.
    log = plans.locator(".olenb-screen").filter(has=plans.get_by_label("With whom?")).first
    time = log.get_by_label("Time", exact=True)
    time.fill("9:30")
    time.press("Tab")
    plans.keyboard.type("counts missed appointments")
    plans.keyboard.press("Enter")
    expect(plans.get_by_text("Noted.", exact=True).first).to_be_visible()
    expect(time).to_be_focused()
    cell = plans.locator(".olenb-edit").get_by_label("What was done", exact=False).first
    cell.fill("counts missed appointments, and why")
    cell.press("Tab")
    expect(plans.get_by_text("Saved", exact=True).first).to_be_visible()
    rows = "SELECT seen_at LIKE '%T09:30', task FROM observation"
    assert saved(home, rows) == [(1, "counts missed appointments, and why")]
    expect(plans.get_by_role("img", name="1 moment on 1 day").first).to_be_visible()
    assert accessibility_faults(plans) == []
    assert plans.evaluate("window.hacked") is None
    in_view(plans, log, "plans-log")
    in_view(plans, plans.locator(".olenb-drawing").first, "plans-day")


def press_d_twice(page: Page) -> None:
    """What deletes a cell elsewhere only types here."""
    place = card(page, "The place").get_by_label("Which organization would it be?")
    radio = page.get_by_label("I like what they do")
    radio.check()
    cells = page.locator(".jp-Cell").count()
    for control in (place, radio, page.get_by_role("button", name="Pass over it")):
        control.focus()
        page.keyboard.press("d")
        page.keyboard.press("d")
    assert page.locator(".jp-Cell").count() == cells
    expect(place).to_have_value("dd")


def test_a_fit_shows_three_sides_and_a_proposal_is_looked_at_before_it_is_saved(
    plans: Page, tmp_path: Path
) -> None:
    choose(plans, "Make your own internship")
    press_d_twice(plans)
    answer(plans, "The place", "Which organization would it be?", "Kestrel <b> Diagnostics")
    answer(plans, "What they gain", "What would they gain?", "Reruns sorted by cause.")
    answer(plans, "Why this place", "Why there, of all places?", "A private reason.")
    plans.get_by_label("most of the work is the skill I want to build").check()
    plans.get_by_label("a few people there would see my work").check()
    plans.get_by_label("what they do matters a lot to me").check()
    expect(plans.get_by_role("img", name="Three levels each").first).to_be_visible()
    in_view(plans, plans.get_by_role("heading", name="How well it fits").first, "plans-fit")
    plans.get_by_text("Pay, visa, credit: before you say yes").click()
    expect(plans.get_by_text("it isn't advice", exact=False)).to_be_visible()

    plans.get_by_text("Look at it as one page").click()
    plans.get_by_label("Why your organization: A private reason.").uncheck()
    assert accessibility_faults(plans) == []
    in_view(plans, plans.get_by_text("Look at it as one page"), "plans-page")
    with plans.expect_download() as download:
        plans.get_by_role("button", name="Save the page").click()
    kept = tmp_path / download.value.suggested_filename
    download.value.save_as(kept)
    assert kept.name == "plan.html"
    plans.goto("about:blank")
    plans.set_content(kept.read_text("utf-8"))
    expect(plans.get_by_role("heading", name="Proposal for an internship")).to_be_visible()
    expect(plans.get_by_text("Kestrel <b> Diagnostics")).to_be_visible()
    expect(plans.get_by_text("A private reason.")).to_have_count(0)
    assert accessibility_faults(plans, "main") == []
    pdf = plans.pdf(format="Letter")
    assert pdf.count(b"/Type /Page\n") == 1, "one page is one page"
    shot(plans, "plans-proposal")
