"""A LinkedIn archive, from the upload to introductions, in a real JupyterLab and a fresh home."""

import csv
import io
import random
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lab import (
    Lab,
    accessibility_faults,
    follow,
    open_notebook,
    shot,
    switch_theme,
    wait_until_ready,
)
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
REAL = Path(__file__).parents[3] / "shared" / "data" / "linkedin_sample_export.zip"
HEADER = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
LONG = 60_000


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return somebody's archive, or one that is made here, with messages that nobody opens."""
    if REAL.exists():
        return REAL
    lines, chance = io.StringIO(), random.Random(5)
    table = csv.writer(lines)
    table.writerow(HEADER)
    for n in range(2000):
        place = f"{chance.choice(['Harbor', 'Willow', 'Copper'])} {chance.randrange(150)} Hospital"
        page = f"https://www.linkedin.com/in/somebody-{n}"
        table.writerow([f"First{n}", f"Last{n % 900}", page, "", place, "Analyst", "12 Mar 2023"])
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("Connections.csv", 'Notes:\n"When exporting..."\n\n' + lines.getvalue())
        package.writestr("messages.csv", "CONVERSATION ID,CONTENT\n1,private\n")
    return path


def most_frequent_place(archive: Path) -> str:
    """Return the company with the most connections: somebody of the archive is there."""
    with zipfile.ZipFile(archive) as package:
        text = package.read("Connections.csv").decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text[text.index("First Name") :]))
    places = [row["Company"] for row in rows if row["Company"]]
    return max(sorted(set(places)), key=places.count)


def in_file(home: Path, sql: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(f"file:{home / 'workbook.olenb'}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


def test_an_archive_gives_people_to_ask_and_their_answer_a_way(
    lab: Callable[..., Lab], page: Page, tmp_path: Path, archive: Path
) -> None:
    home = tmp_path / "home"
    server = lab(home)
    page.set_viewport_size({"width": 1280, "height": 2400})

    # The archive comes in, previewed first.
    open_notebook(page, server, "02_people")
    wait_until_ready(page)
    page.locator("input[type=file]").first.set_input_files(archive)
    page.get_by_role("button", name="Bring in 2,000 people").click(timeout=LONG)
    expect(page.get_by_text("2,000 rows read; 2,000 new").first).to_be_visible(timeout=LONG)
    assert in_file(home, "SELECT count(*) FROM person WHERE is_ego = 0") == [(2000,)]
    shot(page, "linkedin-people")

    # A cell is edited in the table, and the file has it.
    cell = page.get_by_role("textbox", name="How you know them,").first
    cell.fill("from the robotics club")
    cell.press("Tab")
    expect(page.get_by_text("Saved").first).to_be_visible()
    (found,) = in_file(home, "SELECT count(*) FROM person WHERE relation LIKE 'from the robotics%'")
    assert found == (1,)

    # A target.
    place = most_frequent_place(archive)
    follow(page, "Back: Goals")
    page.get_by_label("A place or kind of work that you're curious about").last.fill(place)
    page.get_by_role("button", name="Put it on my list").first.click()
    expect(page.get_by_text("On your list: 1 now.").first).to_be_visible()

    # Three people to ask, each with a reason, from the archive alone.
    follow(page, "Next: People")
    follow(page, "Next: Introductions")
    page.get_by_role("button", name="I asked", exact=False).first.wait_for()
    assert page.get_by_text("You could say").count() >= 4
    assert page.get_by_text("Works there now.").count()
    expect(page.get_by_text("you know them", exact=True).first).to_be_visible()

    # What one of them answers opens a way.
    page.get_by_text("They answered", exact=True).first.click()
    page.get_by_label("Whom did they name?").first.fill("Rosa Vik")
    page.get_by_role("button", name="Yes, they know somebody").first.click()
    expect(page.get_by_text("could introduce you to Rosa.").first).to_be_visible(timeout=LONG)
    expect(page.get_by_role("heading", name="Rosa Vik")).to_be_visible()

    # The ways and the people, chosen by keyboard.
    ways = page.locator(".olenb-picture").nth(0)
    ways.locator("[role=option]").first.focus()
    page.keyboard.press("Enter")
    expect(ways.locator("[role=option][aria-selected=true]")).to_have_count(1)
    assert [f for f in accessibility_faults(page) if f.startswith(("serious", "critical"))] == []
    shot(page, "linkedin-introductions")
    switch_theme(page, "dark")
    shot(page, "linkedin-introductions-dark")
