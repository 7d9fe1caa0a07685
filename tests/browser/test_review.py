"""Looking back in a real browser, and the report as it is printed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lab import (
    SHOTS,
    Lab,
    accessibility_faults,
    open_notebook,
    shot,
    switch_theme,
    wait_until_ready,
)
from playwright.sync_api import Page, expect

from olenb.contacts import people
from olenb.method import goals, notes
from olenb.workbook import open_workbook

pytestmark = pytest.mark.browser

SECRET = "Zzyzx"


def fill(home: Path) -> None:
    """A workbook with something to look back on, and something that must stay."""
    wb = open_workbook(home)
    with wb.writing() as store:
        ana = people.add(store, "Ana Ruiz", organization="Mayo Clinic")
        goals.say_curiosity(store, "labs")
        with store.change("x") as change:
            talk = change.insert(
                "conversation", person=ana, ended_at="2026-11-20T16:00:00-06:00",
                learned="Half of the work is figures", helped="her honesty",
            )  # fmt: skip
        goals.say_curiosity(store, "figures in labs", talk, "she likes them <b>")
        notes.write(store, ana, "quote", f"{SECRET} is for sale", confidential=True)
        hidden = people.add(store, f"{SECRET} Kane")
        with store.change("x") as change:
            change.update("person", hidden, confidential=1)
            change.insert("conversation", person=hidden, ended_at="2026-11-21T16:00:00-06:00")
    day = wb.opportunities.begin("shadowing")
    wb.opportunities.answer(day, "host", contact="Ana Ruiz", place="Mayo Clinic")
    for hour in range(9, 16):
        wb.opportunities.observe(day, f"{hour}", f"task {hour % 4}", energy=hour % 5 - 2)
    wb.opportunities.observe(day, "16", f"{SECRET} leaves", confidential=True)


def test_the_report_is_looked_at_line_by_line_and_prints_as_pages(
    lab: Callable[..., Lab], page: Page, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    fill(home)
    open_notebook(page, lab(home), "08_review")
    wait_until_ready(page)
    expect(page.get_by_text("2 conversations held, 1 decision changed.").first).to_be_visible()
    expect(page.get_by_role("img", name="A line of days").first).to_be_visible()
    assert accessibility_faults(page) == []
    for theme in ("light", "dark"):
        switch_theme(page, theme)
        shot(page, f"review-top-{theme}")
    switch_theme(page, "light")

    report = page.locator(".olenb-screen").filter(has=page.get_by_label("Name the people in it"))
    expect(report.get_by_text("1 conversation held", exact=False)).to_be_visible()
    learned = report.get_by_role("article", name="What you learned")
    learned.get_by_text("Look at each line").click()
    line = learned.get_by_label("Half of the work is figures", exact=False)
    expect(line).to_be_checked()
    expect(report.get_by_text("Ana Ruiz")).to_have_count(0)
    report.get_by_label("Name the people in it").check()
    expect(learned.get_by_text("From talking with Ana Ruiz", exact=False)).to_be_visible()
    line.focus()
    page.keyboard.press("Space")
    expect(line).not_to_be_checked()
    assert accessibility_faults(page) == []
    report.evaluate("node => node.scrollIntoView({ block: 'start' })")
    shot(page, "review-report")
    with page.expect_download() as download:
        report.get_by_role("button", name="Save the page").click()
    kept = tmp_path / download.value.suggested_filename
    download.value.save_as(kept)

    text = kept.read_text("utf-8")
    assert SECRET not in text
    assert "Half of the work is figures" not in text
    page.goto("about:blank")
    page.set_content(text)
    expect(page.get_by_role("heading", name="What I found out so far")).to_be_visible()
    expect(page.get_by_text("she likes them <b>").first).to_be_visible()
    expect(page.get_by_role("img")).to_have_count(2)
    assert accessibility_faults(page, "main") == []
    shot(page, "review-page")
    page.pdf(path=SHOTS / "report.pdf", format="Letter")
    page.emulate_media(media="print")
    cut = page.evaluate(
        "() => [...document.querySelectorAll('img')].filter("
        "one => one.getBoundingClientRect().right > document.documentElement.clientWidth).length"
    )
    assert cut == 0
