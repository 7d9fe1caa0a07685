"""A room in a real browser: a participant's page, the counselor's, and the wall."""

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
from playwright.sync_api import Page, expect

from olenb.room import folder
from olenb.workbook import open_workbook

pytestmark = pytest.mark.browser

HOSTILE = "Zzyzx <img src=x onerror=alert(1)> $x$"
WALL_FACTS = """wall => ({
  full: document.fullscreenElement === wall,
  smallest: Math.min(...[...wall.querySelectorAll('li bdi, .olenb-clock, h3')].map(
    one => parseFloat(getComputedStyle(one).fontSize))),
  cut: wall.scrollHeight > wall.clientHeight || wall.scrollWidth > wall.clientWidth,
})"""
FILL = """(wall, count) => {
  const list = wall.querySelector('ul');
  while (list.children.length < count) list.append(list.firstChild.cloneNode(true));
}"""


def look_at_the_wall(page: Page) -> None:
    """Fill a projector's screen with the wall, by day and by night, with all of a full room."""
    wall = page.locator(".olenb-wall")
    page.set_viewport_size({"width": 1280, "height": 720})
    wall.get_by_role("button", name="Start the clock").click()
    expect(wall.get_by_text("First minute", exact=False)).to_be_visible()
    for pairs in (18, 30):
        wall.evaluate(FILL, pairs)
        wall.get_by_role("button", name="Fill the screen").click()
        expect(wall.get_by_role("button", name="Back to the page")).to_be_visible()
        seen = wall.evaluate(WALL_FACTS)
        assert seen["full"]
        assert seen["smallest"] >= 0.04 * 720  # a twenty-fifth of the height: read at eight heights
        assert not seen["cut"], pairs
        for theme in ("light", "dark"):
            switch_theme(page, theme)
            shot(page, f"room-wall-{pairs}-{theme}")
        assert accessibility_faults(page, ".olenb-wall") == []
        wall.get_by_role("button", name="Back to the page").click()
        expect(wall.get_by_role("button", name="Fill the screen")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    switch_theme(page, "light")


def ask(page: Page, session: str) -> None:
    """Look at a question, and put it into the room."""
    form = page.locator(".olenb-screen").filter(has=page.get_by_label("What would you ask about?"))
    form.get_by_label("The session's code").fill(session)
    form.get_by_label("What would you ask about?").select_option(label="Acme")
    form.get_by_role("button", name="Show what the room would see").click()
    expect(page.get_by_text("Who could reach somebody at Acme?")).to_be_visible()
    page.get_by_role("button", name="Put my question into the room").click()
    page.get_by_role("dialog").get_by_role("button", name="Put my question").click()
    expect(page.get_by_role("heading", name="Your code in SPRING-7", exact=False)).to_be_visible()


def answer(page: Page) -> None:
    """Fetch the list, see who is behind a yes, and tick it."""
    page.get_by_role("button", name="Fetch the list from the room").click()
    tick = page.get_by_label("JKMN asks about Mayo Clinic.", exact=False)
    expect(page.get_by_text(f"You know {HOSTILE} (worth asking).")).to_be_visible()
    tick.check()
    assert accessibility_faults(page) == []
    for theme in ("dark", "light"):
        switch_theme(page, theme)
        tick.evaluate("node => node.scrollIntoView({ block: 'center' })")
        shot(page, f"room-mine-{theme}")
    page.get_by_role("button", name="Put my answers into the room").click()
    page.get_by_role("dialog").get_by_role("button", name="Put my answers").click()
    expect(page.get_by_text("1 answer went along.", exact=False).first).to_be_visible()


def test_a_question_goes_round_and_comes_onto_the_wall(
    lab: Callable[..., Lab], page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, shared = tmp_path / "home", tmp_path / "shared"
    monkeypatch.setenv(folder.VARIABLE, str(shared))
    wb = open_workbook(home)
    wb.add(f"{HOSTILE}, Mayo Clinic, cousin")
    wb.add_target("Acme")
    server = lab(home)

    # The counselor's page before anything is handed in: everybody on it is invented.
    open_notebook(page, server, "counselor/room")
    wait_until_ready(page)
    expect(page.get_by_role("heading", name="Round 1 of 2")).to_be_visible()
    assert accessibility_faults(page) == []
    for theme in ("dark", "light"):
        switch_theme(page, theme)
        page.locator(".olenb-wall").evaluate("node => node.scrollIntoView({ block: 'center' })")
        shot(page, f"room-table-{theme}")
    look_at_the_wall(page)

    session = wb.workshop.begin("SPRING-7")
    open_notebook(page, server, "09_room")
    wait_until_ready(page)
    ask(page, session)
    wb.workshop.type_question("JKMN", organization="Mayo Clinic")
    wb.workshop.type_answers("JKMN", [])
    wb.workshop.publish()
    answer(page)
    dropped = [path.read_text("utf-8") for path in (shared / folder.INBOX).iterdir()]
    assert len(dropped) == 2
    assert not any("Zzyzx" in text for text in dropped)

    # Back at the counselor's table: two people, one pair, and whoever offers stands first.
    open_notebook(page, server, "counselor/room")
    wait_until_ready(page)
    expect(page.locator(".olenb-pairs li")).to_have_text([f"{wb.room.last_code} and JKMN"])
    expect(page.get_by_text("2 questions, 2 people answered.")).to_be_visible()
    assert page.get_by_text("Zzyzx").count() == 0
