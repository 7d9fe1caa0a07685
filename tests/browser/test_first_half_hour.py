"""The first half hour alone, on a fresh home: from the first question to the first way."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lab import Lab, accessibility_faults, follow, open_notebook, shot, wait_until_ready
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

FIVE = (
    ("Ana Ruiz", "cousin", "Mayo Clinic"),
    ("Bo", "friend", ""),
    ("Prof. Haddad", "professor", "Lakeview College"),
    ("Chidi <b>", "former coworker", "City Library"),
    ("Đặng Thu", "my neighbor", ""),
)


ROSAS_TIES = (
    "SELECT evidence, as_of FROM tie JOIN person AS p ON p.id IN (a, b) WHERE p.name = 'Rosa Vik'"
)


def saved(home: Path, sql: str) -> list[tuple[object, ...]]:
    """Return what the workbook file holds."""
    with sqlite3.connect(f"file:{home / 'workbook.olenb'}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


def form(page: Page, label: str) -> Locator:
    """Return the form that asks for `label`."""
    return page.locator(".olenb-screen").filter(has=page.get_by_label(label, exact=True)).first


def add_person(people: Locator, name: str, relation: str, place: str) -> None:
    """Type one person, with the keyboard alone once the first field has the focus."""
    keyboard = people.page.keyboard
    expect(people.get_by_label("Who comes to mind?")).to_be_focused()
    for words in (name, relation, place):
        keyboard.type(words)
        keyboard.press("Tab" if words is not place else "Enter")
    expect(people.get_by_text(f"{name} is in.").first).to_be_visible()


def begin(page: Page, home: Path) -> None:
    """First of all: whose computer is it? Then an example, and who you are."""
    page.get_by_role("button", name="Yes, it's mine").click()
    expect(page.get_by_text("This is your own computer.", exact=False)).to_be_visible()
    assert not (home / "workbook.olenb").exists()
    expect(page.get_by_text("could introduce you.").first).to_be_visible()
    you = form(page, "Your name")
    you.get_by_label("Your name").fill("Ines")
    you.get_by_role("button", name="Save").click()
    expect(you.get_by_text("This is your own workbook now", exact=False).first).to_be_visible()
    assert saved(home, "SELECT name FROM person WHERE is_ego = 1") == [("Ines",)]
    assert accessibility_faults(page) == []
    shot(page, "half-hour-start")


def say_what_you_want(page: Page, home: Path) -> None:
    """One curiosity, one reason, one target."""
    page.get_by_label("What are you curious about right now?").fill("what nurses do all day")
    page.keyboard.press("Enter")
    expect(page.get_by_label("A place or kind of work")).to_have_value("what nurses do all day")
    page.get_by_label("learn what a certain job is really like").check()
    page.get_by_label("A place or kind of work").fill("Mayo Clinic")
    page.get_by_role("button", name="Put it on my list").first.click()
    expect(page.get_by_text("On your list: 1 now.").first).to_be_visible()
    expect(page.get_by_role("heading", name="Mayo Clinic")).to_be_visible()
    assert saved(home, "SELECT value FROM goal ORDER BY id")[1:] == [("role",)]
    assert accessibility_faults(page) == []
    shot(page, "half-hour-goals")


def type_five_names(page: Page, home: Path) -> None:
    """Five people, and one taken back and written again."""
    people = form(page, "Who comes to mind?")
    people.get_by_label("Who comes to mind?").focus()
    for person in FIVE:
        add_person(people, *person)
    expect(people.get_by_text("5 people: that's enough to go on.")).to_be_visible()
    people.get_by_role("button", name="Undo “Added a person”").click()
    expect(people.get_by_text("Taken back: Added a person.").first).to_be_visible()
    people.get_by_label("Who comes to mind?").focus()
    add_person(people, *FIVE[-1])
    names = saved(home, "SELECT name FROM person WHERE is_ego = 0 ORDER BY id")
    assert names == [(name,) for name, _, _ in FIVE]
    expect(page.get_by_text("5 people, 1 target: ready.")).to_be_visible()
    assert accessibility_faults(page) == []
    shot(page, "half-hour-people")


def ask_around(page: Page, home: Path) -> None:
    """Three people to ask and the counselor, each with a reason and a sentence."""
    asking = page.locator(".olenb-screen").first
    expect(asking.get_by_text("You could say").locator("visible=true")).to_have_count(4)
    first = asking.get_by_role("heading").first.inner_text()
    assert first in {"Ana Ruiz", "Bo"}
    shot(page, "half-hour-asking")

    # What one of them answers is a dated tie, and its way is seen in words and in the picture.
    asking.get_by_text("They answered", exact=True).first.click()
    asking.get_by_label("Whom did they name?").first.fill("Rosa Vik")
    asking.get_by_label("What does that person do?").first.fill("lab services")
    asking.get_by_role("button", name="Yes, they know somebody").first.click()
    expect(page.get_by_text("could introduce you to Rosa.").first).to_be_visible()
    assert saved(home, ROSAS_TIES) == [("told", f"{date.today()}")]
    expect(page.get_by_role("heading", name="Rosa Vik")).to_be_visible()
    ways = page.locator(".olenb-picture").first
    ways.locator("[role=option]").first.focus()
    page.keyboard.type("mayo")
    page.keyboard.press("Enter")
    expect(ways.get_by_text("Rosa Vik", exact=False).locator("visible=true").first).to_be_visible()
    assert accessibility_faults(page) == []
    shot(page, "half-hour-way")


def test_five_typed_names_give_three_people_to_ask_and_a_way(
    lab: Callable[..., Lab], page: Page, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    open_notebook(page, lab(home), "00_start_here")
    wait_until_ready(page)
    begin(page, home)
    follow(page, "Next: Goals")
    say_what_you_want(page, home)
    follow(page, "Next: People")
    type_five_names(page, home)
    follow(page, "Next: Introductions")
    ask_around(page, home)


def test_a_borrowed_computer_is_left_without_a_trace_and_the_work_goes_on_elsewhere(
    lab: Callable[..., Lab], page: Page, tmp_path: Path
) -> None:
    home = tmp_path / "borrowed"
    open_notebook(page, lab(home), "00_start_here")
    wait_until_ready(page)
    page.get_by_role("button", name="It's borrowed or shared").click()
    you = form(page, "Your name")
    you.get_by_label("Your name").fill("Ines")
    you.get_by_role("button", name="Save").click()
    expect(you.get_by_text("Saved.", exact=False).first).to_be_visible()

    with page.expect_download() as download:
        page.get_by_role("button", name="Take my workbook along").click()
    carried = tmp_path / download.value.suggested_filename
    download.value.save_as(carried)
    page.get_by_role("button", name="I'm done here: wipe it").click()
    shot(page, "borrowed-leave")
    page.get_by_role("dialog").get_by_role("button", name="I'm done here: wipe it").click()
    expect(page.get_by_text("gone from this computer", exact=False).first).to_be_visible()
    assert not [path for path in home.rglob("*") if path.is_file()]

    there = tmp_path / "another"
    open_notebook(page, lab(there), "00_start_here")
    wait_until_ready(page)
    page.get_by_role("button", name="It's borrowed or shared").click()
    page.locator("input[type=file]").set_input_files(carried)
    expect(page.get_by_text("Welcome back.", exact=False).first).to_be_visible()
    expect(form(page, "Your name").get_by_label("Your name")).to_have_value("Ines")
