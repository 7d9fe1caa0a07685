"""Below the first pass: exercises one at a time, figures, the history, a page to print."""

import re
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lab import (
    CHROMIUM_ARGUMENTS,
    Lab,
    accessibility_faults,
    find_chromium,
    open_notebook,
    shot,
    switch_theme,
    wait_until_ready,
)
from playwright.sync_api import Locator, Page, expect

from olenb.workbook import open_workbook

pytestmark = pytest.mark.browser

HOSTILE = '<img src=x onerror="window.hacked=1"> $$x$$'
EXERCISES = ".olenb-screen:has-text('When you are stuck'), .olenb-screen:has-text('Back to all')"


def saved(home: Path, sql: str) -> list[tuple[object, ...]]:
    """Return what the workbook file holds."""
    with sqlite3.connect(f"file:{home / 'workbook.olenb'}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


def exercises(page: Page) -> Locator:
    """Return the form with the exercises."""
    return page.locator(EXERCISES).first


def look_at(page: Page, part: Locator, name: str) -> None:
    """Take a picture of a part of the page in light and in dark."""
    for theme in ("dark", "light"):
        switch_theme(page, theme)
        part.scroll_into_view_if_needed()
        expect(part).to_be_in_viewport()
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        shot(page, f"goals-{name}-{theme}")


def log_two_things(page: Page) -> None:
    """Put two lines into the energy log, the first with the keyboard alone."""
    form = exercises(page)
    form.get_by_role("button", name="Energy log").focus()
    page.keyboard.press("Enter")
    form.get_by_label("What did you do?").focus()
    page.keyboard.type("helped at the open day")
    page.keyboard.press("Tab")
    page.keyboard.type("explaining")
    page.keyboard.press("Tab")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")  # to the button that takes the answer back
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(form.get_by_label("it gave me a lot of energy")).to_be_checked()
    expect(form.get_by_label("I lost track of time")).to_be_checked()
    form.get_by_label("What did you do?").focus()
    page.keyboard.press("Enter")
    expect(form.get_by_text("In the log.").first).to_be_visible()
    form.get_by_label("What did you do?").fill(HOSTILE)
    form.get_by_label("it drained me").check()
    form.get_by_label("my mind was elsewhere").check()
    form.get_by_role("button", name="Put it in the log").click()
    expect(form.get_by_text("What is in the log")).to_be_visible()
    expect(form.locator("article")).to_have_count(2)
    expect(form.locator(".olenb-drawing img:visible")).to_have_count(1)


def write_a_hunch(page: Page) -> None:
    """Write a hunch, one question at a time."""
    form = exercises(page)
    form.get_by_role("button", name="Back to all exercises").click()
    form.get_by_role("button", name="Hunches to check").click()
    form.get_by_label("What do you believe so far?").fill("Nurses hardly sit down")
    page.keyboard.press("Enter")
    form.get_by_label("a kind of work").check()
    form.get_by_role("button", name="Next").click()
    form.get_by_label("What kind of person would know?").fill("somebody who does it now")
    page.keyboard.press("Enter")
    form.get_by_label("What would you ask them?").fill("When did you last sit yesterday?")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("heading", name="Nurses hardly sit down")).to_be_visible()


def look_up_wages(page: Page) -> None:
    """Look up a kind of work in a state."""
    form = exercises(page)
    form.get_by_role("button", name="Back to all exercises").click()
    form.get_by_role("button", name="What people earn").click()
    form.get_by_label("Which kind of work?").fill("nurse")
    form.get_by_label("Where?").fill("Minnesota")
    page.keyboard.press("Enter")
    expect(form.get_by_text("Registered Nurses in Minnesota", exact=False).first).to_be_visible()
    expect(form.locator(".olenb-drawing img:visible")).to_have_count(1)
    form.get_by_text("The same as a table", exact=False).click()
    expect(form.get_by_role("row").filter(has_text="Minnesota").first).to_be_visible()
    form.get_by_label("What do you take from it?").fill("It is enough to live on")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.get_by_text("Saved.", exact=False).first).to_be_visible()


def test_exercises_a_hunch_and_the_figures_on_a_fresh_home(
    lab: Callable[..., Lab], page: Page, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    open_notebook(page, lab(home), "01_goals")
    wait_until_ready(page)
    look_at(page, exercises(page), "chooser")
    log_two_things(page)
    assert saved(home, "SELECT what, verb, energy, engagement FROM activity ORDER BY id") == [
        ("helped at the open day", "explaining", 2, 3),
        (HOSTILE, None, -2, 0),
    ]
    look_at(page, exercises(page).locator(".olenb-drawing"), "energy")
    assert accessibility_faults(page) == []
    write_a_hunch(page)
    assert saved(home, "SELECT claim, about, who_knows, question FROM hypothesis") == [
        ("Nurses hardly sit down", "role", "somebody who does it now",
         "When did you last sit yesterday?"),
    ]  # fmt: skip
    look_at(page, exercises(page), "hunches")
    assert accessibility_faults(page) == []
    look_up_wages(page)
    assert saved(home, "SELECT value FROM goal WHERE kind = 'market'") == [
        ("It is enough to live on",)
    ]
    look_at(page, exercises(page).locator(".olenb-drawing"), "market")
    assert accessibility_faults(page) == []
    timeline = page.locator(".olenb-screen").filter(has_text="Take the picture along")
    expect(timeline.locator(".olenb-drawing img:visible")).to_have_attribute(
        "alt", re.compile("A line of days")
    )
    assert page.evaluate("window.hacked") is None


def test_the_page_for_a_counselor_is_one_sheet_and_names_nobody(
    lab: Callable[..., Lab], page: Page, tmp_path: Path
) -> None:
    home = tmp_path / "held"
    wb = open_workbook(home)
    wb.goals.say("curiosity", "labs")
    with wb.store.change("Held") as change:
        person = change.insert("person", name="Rosa Vik", is_ego=0)
        talk = change.insert("conversation", person=person, ended_at="2026-11-03T16:20:00-06:00")
    wb.goals.say("curiosity", "wards", talk, because="Rosa plans one")
    hunch = wb.goals.add_hypothesis("It is quiet there")
    wb.goals.record_finding(hunch, talk, "contradicts", "They sing")
    for n in range(9):
        wb.goals.add_hypothesis(f"{n} " + "and nobody talks there all day long " * 8)
    open_notebook(page, lab(home), "01_goals")
    wait_until_ready(page)
    timeline = page.locator(".olenb-screen").filter(has_text="Take the picture along")
    look_at(page, timeline.locator(".olenb-drawing"), "timeline")
    form = page.locator(".olenb-screen").filter(has_text="What would you like to ask?")
    form.get_by_label("What changed", exact=True).check()
    expect(form.get_by_text("somebody plans one", exact=False).first).to_be_visible()
    form.get_by_label("What would you like to ask?").fill("Whom do you know on a ward?")
    look_at(page, form, "counselor")
    assert accessibility_faults(page) == []
    with page.expect_download() as download:
        form.get_by_role("button", name="Save the page").click()
    path = tmp_path / "page.html"
    download.value.save_as(path)
    text = path.read_text("utf-8")
    assert "Whom do you know on a ward?" in text
    assert "wards" in text
    assert "Rosa" not in text
    page.goto("about:blank")  # the page of JupyterLab goes on asking its server otherwise
    page.set_content(text)
    shot(page, "goals-page")
    assert sheets(path, tmp_path) == 1


def sheets(path: Path, folder: Path) -> int:
    """Return on how many sheets a page prints."""
    pdf = folder / "page.pdf"
    chromium = find_chromium()
    assert chromium
    options = [*CHROMIUM_ARGUMENTS, "--headless", "--no-pdf-header-footer"]
    run = [chromium, *options, f"--print-to-pdf={pdf}", path.as_uri()]
    subprocess.run(run, check=True, capture_output=True, timeout=60)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf.read_bytes()))
