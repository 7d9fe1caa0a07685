"""Asking, in a real browser: from an introduction to words with two findings fixed, sent, and
a time on two clocks.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from lab import Lab, accessibility_faults, open_notebook, shot, switch_theme, wait_until_ready
from playwright.sync_api import Locator, Page, expect

import olenb

pytestmark = pytest.mark.browser


def saved(home: Path, sql: str) -> list[tuple[object, ...]]:
    """Return what the workbook file holds."""
    with sqlite3.connect(f"file:{home / 'workbook.olenb'}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


def begin(home: Path) -> None:
    """Somebody who was asked around has named Rosa, in another time zone."""
    wb = olenb.open_workbook(home)
    wb.add_people(["Ana Ruiz, Mayo Clinic, cousin", "Bo, , friend"])
    wb.add_target("Mayo Clinic", role="lab scientist")
    wb.record_answer("Ana Ruiz", "Mayo Clinic", "yes", "Rosa Vik")
    with wb.writing() as store, store.change("Said who I am") as change:
        me = store.one("SELECT id FROM person WHERE is_ego = 1")["id"]
        rosa = store.one("SELECT id FROM person WHERE name = 'Rosa Vik'")["id"]
        change.update("person", me, name="Ines Holt", time_zone="America/Chicago")
        change.update("person", rosa, city="New York", email="rosa@example.org")


def screen(page: Page, number: int) -> Locator:
    return page.locator(".olenb-screen").nth(number)


def test_look(lab: Callable[..., Lab], page: Page, tmp_path: Path) -> None:
    home = tmp_path / "home"
    begin(home)
    open_notebook(page, lab(home), "04_outreach")
    wait_until_ready(page)
    page.set_viewport_size({"width": 1280, "height": 3600})
    page.wait_for_timeout(500)
    shot(page, "outreach-1")
    page.get_by_label("Whom?").select_option(label="Rosa Vik, Mayo Clinic")
    page.get_by_role("button", name="Ask for twenty minutes").click()
    page.get_by_role("button", name="By email").click()
    expect(page.get_by_label("Your words")).to_be_visible()
    page.wait_for_timeout(500)
    shot(page, "outreach-2")
    print(accessibility_faults(page))
    switch_theme(page, "dark")
    page.wait_for_timeout(500)
    shot(page, "outreach-3")
