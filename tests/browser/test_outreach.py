"""Asking in a real browser: words with two findings fixed, sent, and a time on two clocks."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from lab import Lab, accessibility_faults, open_notebook, shot, switch_theme, wait_until_ready
from playwright.sync_api import Locator, Page, expect

import olenb

pytestmark = pytest.mark.browser

WORDS = """\
Dear Rosa Vik,

I read your page on winter samples. I'm Ines Holt, a student. I'd like to understand what it is \
like to work as a lab scientist at Mayo Clinic. What surprised you most in your first winter?

Could we talk for {how long}, by phone or by video? {more}If it isn't a good time, that's fine.

Thank you,
Ines Holt"""
HASTY = WORDS.replace("{how long}", "half an hour").replace("{more}", "Is your team hiring? ")
GOOD = WORDS.replace("{how long}", "20 minutes").replace("{more}", "")
BOTH_CLOCKS = "Noted: Thu 5 Nov, 3:00 pm your time (Chicago) · 4:00 pm theirs (New York)"


def saved(home: Path, sql: str) -> list[tuple[object, ...]]:
    """Return what the workbook file holds."""
    with sqlite3.connect(f"file:{home / 'workbook.olenb'}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


def begin(home: Path) -> None:
    """Ana was asked around and has named Rosa, who lives by another clock."""
    wb = olenb.open_workbook(home)
    wb.add_people(["Ana Ruiz, , cousin", "Bo, , friend"])
    wb.add_target("Mayo Clinic", role="lab scientist")
    wb.record_answer("Ana Ruiz", "Mayo Clinic", "yes", "Rosa Vik")
    with wb.writing() as store, store.change("Said who I am") as change:
        me = store.one("SELECT id FROM person WHERE is_ego = 1")["id"]
        rosa = store.one("SELECT id FROM person WHERE name = 'Rosa Vik'")["id"]
        change.update("person", me, name="Ines Holt", time_zone="America/Chicago")
        change.update("person", rosa, city="New York", email="rosa@example.org")


def form(page: Page, heading: str) -> Locator:
    """Return the form that has this heading."""
    found = page.get_by_role("heading", name=heading, exact=True)
    return page.locator(".olenb-screen").filter(has=found).first


def press(button: Locator) -> None:
    """Press a button with the keyboard alone."""
    button.focus()
    button.press("Enter")


def come_to_the_words(page: Page) -> None:
    """Choose Rosa, the step and the way: one question at a time, by keyboard."""
    page.get_by_label("Whom?").select_option(label="Rosa Vik, Mayo Clinic")
    expect(page.get_by_text("Nothing was written to Rosa yet.")).to_be_visible()
    press(page.get_by_role("button", name="Ask for twenty minutes"))
    press(page.get_by_role("button", name="By email"))
    expect(page.get_by_text("4 places left for you", exact=False)).to_be_visible()
    assert "Ana" not in page.get_by_label("Your words").input_value()
    shot(page, "outreach-begun")


def fix_two_findings(page: Page, home: Path) -> None:
    """A hasty wording shows two findings; a better one shows none and is kept."""
    words, look = page.get_by_label("Your words"), page.get_by_role("button", name="Save and look")
    words.fill(HASTY)
    press(look)
    expect(page.get_by_role("heading", name="It asks for work")).to_be_visible()
    expect(page.get_by_role("heading", name="It asks for a long time")).to_be_visible()
    expect(page.get_by_text("“half an hour”")).to_be_visible()
    assert accessibility_faults(page) == []
    shot(page, "outreach-findings")
    words.fill(GOOD)
    press(look)
    expect(page.get_by_text("Nothing to add.", exact=False)).to_be_visible()
    assert saved(home, "SELECT body FROM draft") == [(GOOD,)]


def name_ana_only_with_her_yes(page: Page, home: Path) -> None:
    """A referrer's name is refused, and what was typed stays; with a yes it is kept."""
    words, look = page.get_by_label("Your words"), page.get_by_role("button", name="Save and look")
    named = GOOD.replace("I read", "My cousin Ana told me about you. I read")
    words.fill(named)
    press(look)
    expect(page.get_by_text("Nothing was saved", exact=False).first).to_be_visible()
    expect(words).to_have_value(named)
    assert saved(home, "SELECT body FROM draft") == [(GOOD,)]
    press(page.get_by_role("button", name="Yes, they said so"))
    expect(page.get_by_text("You may name Ana Ruiz.", exact=False)).to_be_visible()
    expect(page.get_by_role("button", name="Undo “Noted whether")).to_be_visible()
    press(look)
    expect(page.get_by_role("button", name="Undo “Saved a draft”")).to_be_visible()
    assert saved(home, "SELECT body FROM draft") == [(named,)]


def send_it(page: Page, home: Path) -> None:
    """It is copied, printed, and noted as sent; then the answer is noted."""
    with page.expect_download() as download:
        press(page.get_by_role("button", name="Save it as a page"))
    assert download.value.suggested_filename == "first-message-email.html"
    assert "mailto:rosa@example.org?subject=" in download.value.path().read_text("utf-8")
    press(page.get_by_role("button", name="I sent it"))
    expect(page.get_by_text("Noted as sent.", exact=False).first).to_be_visible()
    assert saved(home, "SELECT channel FROM touch ORDER BY id DESC")[0] == ("email",)
    page.get_by_text("They answered", exact=True).click()
    press(page.get_by_role("button", name="They said yes"))
    expect(page.get_by_text("replied", exact=True).first).to_be_visible()


def agree_on_a_time(page: Page, home: Path) -> None:
    """Their zone is confirmed; three times stand on both clocks; one is agreed on."""
    where = form(page, "Where is Rosa?")
    press(where.get_by_role("button", name="That's right"))
    expect(page.get_by_role("heading", name="Times for both of you")).to_be_visible()
    expect(page.get_by_text("theirs (New York)", exact=False)).to_have_count(3)
    times = form(page, "Times for both of you")
    times.get_by_text("We agreed on a time").click()
    times.get_by_label("Which day?").fill("2099-11-05")
    times.get_by_label("When, on your clock (Chicago)?").select_option(label="6:00 am")
    press(times.get_by_role("button", name="We agreed on this"))
    expect(times.get_by_text("That is 7:00 am for them.", exact=False)).to_be_visible()
    times.get_by_label("When, on your clock (Chicago)?").select_option(label="3:00 pm")
    press(times.get_by_role("button", name="We agreed on this"))
    expect(page.get_by_text(BOTH_CLOCKS, exact=False).first).to_be_visible()
    assert saved(home, "SELECT starts_at, my_zone, their_zone FROM meeting") == [
        ("2099-11-05T15:00:00-06:00", "America/Chicago", "America/New_York")
    ]


def see_how_far_it_is(page: Page) -> None:
    """The table and the board followed by themselves; the picture has its words and table."""
    rows = page.locator(".olenb-table-widget tbody tr, .olenb table tbody tr")
    expect(rows.filter(has_text="scheduled").first).to_be_visible()
    board = page.get_by_role("img", name="A board of 2 people", exact=False).first
    expect(board).to_be_visible()


def keep_keys_off_the_cells(page: Page) -> None:
    """A button that has the focus lets no key reach JupyterLab, where "d, d" deletes a cell."""
    cells = page.locator(".jp-Cell").count()
    for key in ("d", "d", "b", "x"):
        page.get_by_role("button", name="Ask them to introduce me").press(key)
    assert page.locator(".jp-Cell").count() == cells


def test_from_an_introduction_to_a_time_on_two_clocks(
    lab: Callable[..., Lab], page: Page, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    begin(home)
    open_notebook(page, lab(home), "04_outreach")
    wait_until_ready(page)
    keep_keys_off_the_cells(page)
    come_to_the_words(page)
    fix_two_findings(page, home)
    name_ana_only_with_her_yes(page, home)
    send_it(page, home)
    agree_on_a_time(page, home)
    see_how_far_it_is(page)
    assert accessibility_faults(page) == []
    for theme in ("light", "dark"):
        switch_theme(page, theme)
        page.set_viewport_size({"width": 1280, "height": 3000})
        page.get_by_role("heading", name="Times for both of you").scroll_into_view_if_needed()
        shot(page, f"outreach-{theme}")
