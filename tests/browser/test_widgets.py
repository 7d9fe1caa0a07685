"""The form and the table in a real JupyterLab: mouse, keyboard, files, names, saved notebooks."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from demo_widgets import NAMES, SENTINEL
from lab import Lab, accessibility_faults, open_notebook, shot, switch_theme, write_notebook
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
DEMO = Path(__file__).with_name("demo_widgets.py")
RUN_ALL = "() => jupyterapp.commands.execute('notebook:run-all-cells')"
IS_IDLE = """() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status
  === 'idle'"""
CELLS = "() => jupyterapp.shell.currentWidget.content.widgets.length"
LISTEN = """() => {
  window.escaped = [];
  for (const kind of ['keydown', 'keyup', 'keypress'])
    document.addEventListener(kind, event => {
      if (event.target.closest('.olenb')) window.escaped.push(event.key);
    });
}"""


@pytest.fixture(scope="module")
def server(lab: Callable[..., Lab], tmp_path_factory: pytest.TempPathFactory) -> Lab:
    home = tmp_path_factory.mktemp("home")
    shutil.copy(DEMO, home)
    cells = {
        name: f"import importlib, demo_widgets\nimportlib.reload(demo_widgets).{name}"
        for name in ("screen", "table")
    }
    title = "#: # A page\n## A step"
    for name, cell in cells.items():
        write_notebook(home / f"{name}.ipynb", title, cell)
    write_notebook(home / "both.ipynb", title, *cells.values())
    return lab(home)


@pytest.fixture(autouse=True)
def no_events(server: Lab) -> None:
    (server.home / "events.jsonl").unlink(missing_ok=True)


def run(page: Page, server: Lab, name: str) -> Locator:
    """Open a notebook, run it anew and return its widgets."""
    open_notebook(page, server, name)
    page.wait_for_function(IS_IDLE, timeout=60_000)
    page.evaluate(RUN_ALL)
    widget = page.locator(".olenb-screen, .olenb-edit")
    widget.locator(".olenb-blocks h3, .olenb-cell").first.wait_for()
    return widget


def events(server: Lab) -> list[dict[str, Any]]:
    """Return what reached Python."""
    file = server.home / "events.jsonl"
    return (
        [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []
    )


def card(screen: Locator, name: str) -> Locator:
    return screen.get_by_role("article", name=name)


def test_a_name_typed_and_entered_is_saved_and_the_next_can_be_typed(page: Page, server: Lab):
    screen = run(page, server, "screen")
    name = screen.get_by_label("Name (needed)")
    screen.get_by_label("An aside").fill("half a thought")
    name.fill("  Dee Roy ")
    screen.get_by_label("How you know them").fill("cousin")
    name.press("Enter")
    expect(card(screen, "Dee Roy")).to_be_visible()
    expect(screen.get_by_role("status")).to_have_text("Saved")
    expect(name).to_be_focused()
    expect(name).to_have_value("")
    expect(screen.get_by_label("How you know them")).to_have_value("")
    expect(screen.get_by_label("An aside")).to_have_value("half a thought")
    assert events(server) == [{"action": "add", "values": {"name": "Dee Roy", "how": "cousin"}}]


def test_what_goes_wrong_is_said_beside_the_field_or_the_button(page: Page, server: Lab):
    screen = run(page, server, "screen")
    name = screen.get_by_label("Name (needed)")
    add = screen.get_by_role("button", name="Add", exact=True)
    screen.get_by_label("How you know them").fill("teacher")
    add.click()
    expect(name).to_be_focused()
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_have_accessible_description("Write a name first. Nothing was lost.")
    expect(screen.get_by_label("How you know them")).to_have_value("teacher")
    name.fill("refuse")
    add.click()
    expect(screen.get_by_role("alert")).to_have_text(
        "The workbook is open elsewhere. Nothing was lost."
    )
    expect(name).to_have_value("refuse")
    expect(name).not_to_have_attribute("aria-invalid", "true")
    name.fill("break")
    add.click()
    expect(screen.get_by_role("alert")).to_contain_text(
        "Something went wrong here. Nothing was lost."
    )
    expect(add).to_be_focused()
    assert "KeyError" not in page.locator("body").inner_text()


def test_a_card_answers_for_itself_and_asks_before_it_goes(page: Page, server: Lab):
    screen = run(page, server, "screen")
    first = card(screen, SENTINEL)
    first.get_by_label("likely").check()
    expect(first.get_by_role("button", name="No answer")).to_be_visible()
    first.get_by_role("button", name="Keep the answer").click()
    expect(first.get_by_text("Saved")).to_be_visible()
    assert events(server) == [{"action": "answer", "item": "p0", "values": {"sure": "likely"}}]
    settled = screen.get_by_role("group", name="Which paper?")
    settled.get_by_label("Letter").check()
    expect(settled.get_by_role("button", name="No answer")).to_be_hidden()

    remove = first.get_by_role("button", name="Remove")
    dialog = screen.get_by_role("dialog")
    remove.click()
    expect(dialog).to_contain_text("This removes 1 person")
    page.keyboard.press("Escape")
    expect(remove).to_be_focused()
    remove.click()
    dialog.get_by_role("button", name="Cancel").click()
    assert len(events(server)) == 1
    remove.click()
    dialog.get_by_role("button", name="Remove").click()
    expect(card(screen, SENTINEL)).to_have_count(0)
    expect(screen.get_by_role("status")).to_have_text("Removed")
    assert page.evaluate("() => document.activeElement.closest('.olenb') !== null")


def test_every_kind_of_field_reaches_python_and_stays_answerable_with_nothing(
    page: Page, server: Lab
):
    screen = run(page, server, "screen")
    save = screen.get_by_role("button", name="Save", exact=True)
    save.click()
    expect(screen.get_by_role("status")).to_have_text("Saved")
    screen.get_by_label("A note").fill("first line\nsecond line")
    screen.get_by_label("When", exact=True).fill("2026-03-01")
    screen.get_by_label("Class year").fill("2024")
    screen.get_by_label("Circle").select_option(label="Family")
    screen.get_by_label("May I say the name").check()
    save.click()
    expect(screen.get_by_label("Class year")).to_have_value("")
    empty, full = (one["values"] for one in events(server))
    assert empty == {"note": "", "when": "", "year": "", "circle": "", "may": False}
    assert full == {
        "note": "first line\nsecond line",
        "when": "2026-03-01",
        "year": "2024",
        "circle": "f",
        "may": True,
    }


def test_long_work_shows_how_far_it_is(page: Page, server: Lab):
    screen = run(page, server, "screen")
    screen.get_by_label("Name (needed)").fill("half a name")
    screen.get_by_role("button", name="Read slowly").click()
    expect(screen.get_by_text("of 20 read")).to_be_visible(timeout=1500)
    expect(screen.get_by_role("status")).to_have_text("All read")
    expect(screen.get_by_text("of 20 read")).to_be_hidden()
    expect(screen.get_by_label("Name (needed)")).to_have_value("half a name")


def test_a_file_of_forty_megabytes_arrives_whole(page: Page, server: Lab, tmp_path: Path):
    large = tmp_path / "../large.bin"
    content = hashlib.shake_256(b"olenb").digest(1024) * 40 * 1024
    large.write_bytes(content)
    small = tmp_path / "small.csv"
    small.write_text("Name\nAna\n")
    screen = run(page, server, "screen")
    screen.get_by_label("Bring a file").set_input_files([large, small])
    expect(screen.get_by_label("How much of the file is here")).to_be_visible()
    expect(screen.get_by_role("status")).to_have_text("Taken in", timeout=60_000)
    page.wait_for_function("() => !document.querySelector('.olenb-news li')", timeout=60_000)
    first, second = events(server)
    assert first["sha"] == hashlib.sha256(content).hexdigest()
    assert (first["name"], second["name"]) == ("large.bin", "small.csv")
    assert first["mode"] == 0o600
    assert not Path(first["path"]).exists()


def test_a_file_can_be_dropped_stopped_or_too_large(page: Page, server: Lab, tmp_path: Path):
    screen = run(page, server, "screen")
    box = screen.locator(".olenb-upload")
    dropped = page.evaluate_handle("""() => {
      const data = new DataTransfer();
      data.items.add(new File(['a,b'], 'dropped.csv'));
      return data;
    }""")
    box.dispatch_event("drop", {"dataTransfer": dropped})
    expect(screen.get_by_role("status")).to_have_text("Taken in")

    huge = tmp_path / "huge.bin"
    with huge.open("wb") as out:
        out.truncate(201 * 1024 * 1024)
    screen.get_by_label("Bring a file").set_input_files(huge)
    expect(box.get_by_role("alert")).to_contain_text("larger than 200 MB")

    with huge.open("wb") as out:
        out.truncate(190 * 1024 * 1024)
    screen.get_by_label("Bring a file").set_input_files(huge)
    box.get_by_role("button", name="Cancel").click()
    expect(screen.get_by_role("status")).to_have_text("Stopped. Nothing was taken in.")
    assert [one["name"] for one in events(server)] == ["dropped.csv"]


def cell(table: Locator, label: str, name: str) -> Locator:
    return table.get_by_label(f"{label}, {name}", exact=True)


def test_cells_of_every_kind_are_saved_with_a_word(page: Page, server: Lab):
    table = run(page, server, "table")
    place = cell(table, "Organization", SENTINEL)
    place.fill("Mayo Clinic")
    place.press("Enter")
    expect(table.get_by_role("status")).to_have_text(f"Saved: Organization, {SENTINEL}")
    expect(table.locator(".olenb-word", has_text="Saved")).to_be_visible()
    cell(table, "Met on", "Person 0").fill("2026-05-06")
    cell(table, "What happened", "Person 0").select_option("met")
    # A closed list waits for the choice that stays, so its word comes later than its event.
    expect(table.get_by_role("status")).to_have_text("Saved: What happened, Person 0")
    cell(table, "May I say the name", "Person 0").check()
    cell(table, "Name", "Person 1").fill("Zoë")
    cell(table, "Name", "Person 1").blur()
    expect(table.get_by_role("status")).to_have_text("Saved: Name, Person 1")
    page.wait_for_timeout(800)
    assert sorted(one["edit"] for one in events(server)) == [
        [1000, "place", "Mayo Clinic"],
        [1004, "may", True],
        [1004, "met", "2026-05-06"],
        [1004, "status", "met"],
        [1005, "name", "Zoë"],
    ]
    table.get_by_role("button", name="Undo last change").click()
    expect(table.get_by_role("status")).to_have_text("Undone: 1 cell")


def test_a_refused_cell_gets_its_value_and_the_reason(page: Page, server: Lab):
    table = run(page, server, "table")
    place = cell(table, "Organization", "Person 3")
    place.fill("refuse")
    place.press("Tab")
    expect(place).to_have_value("Acme")
    expect(place).to_have_accessible_description(
        "That can't be a place. The cell keeps what it was."
    )
    place.fill("half")
    place.press("Escape")
    expect(place).to_have_value("Acme")
    assert len(events(server)) == 1


def test_rows_are_found_sorted_and_turned(page: Page, server: Lab):
    table = run(page, server, "table")
    expect(table.get_by_text("1–50 of 124 rows")).to_be_visible()
    table.get_by_role("button", name="Next").click()
    expect(table.get_by_role("status")).to_have_text("51–100 of 124 rows")
    table.get_by_role("button", name="Places").click()
    expect(table.get_by_role("columnheader", name="Places")).to_have_attribute(
        "aria-sort", "ascending"
    )
    table.get_by_role("button", name="Places").click()
    expect(table.get_by_role("row").nth(1)).to_contain_text("123")
    search = table.get_by_label("Find in this table")
    search.fill("person 11")
    expect(table.get_by_role("status")).to_have_text("11 found among 124 rows")
    expect(search).to_be_focused()
    search.fill("nobody like this")
    expect(table.get_by_text("Nothing here holds “nobody like this”")).to_be_visible()


def test_no_key_leaves_a_widget_so_no_cell_is_deleted(page: Page, server: Lab):
    widgets = run(page, server, "both")
    page.evaluate(LISTEN)
    cells = page.evaluate(CELLS)
    kinds = ["a", "button", "input", "select", "summary", "textarea"]
    kinds += [f"input[type={kind}]" for kind in ("checkbox", "date", "file", "radio", "search")]
    widgets.last.locator("select").first.focus()
    page.keyboard.type("ddb")
    for kind in kinds:
        widgets.locator(f"{kind}:visible").first.focus()
        for key in ("d", "d", "b", "x"):
            page.keyboard.press(key)
    assert page.evaluate(CELLS) == cells
    assert page.evaluate("() => window.escaped") == []


def test_hostile_names_are_text(page: Page, server: Lab):
    widgets = run(page, server, "both")
    for each in NAMES:
        expect(card(widgets, each).get_by_role("heading")).to_have_text(each)
    for each in NAMES[:4]:
        expect(cell(widgets, "Name", each)).to_have_value(each)
    assert page.evaluate("() => window.hacked") is None
    assert widgets.locator("img").count() == 0


def test_axe_finds_nothing_in_light_and_dark(page: Page, server: Lab):
    page.set_viewport_size({"width": 1280, "height": 4500})
    run(page, server, "both")
    for theme in ("light", "dark"):
        switch_theme(page, theme)
        shot(page, f"widgets-{theme}")
        assert accessibility_faults(page, ".olenb") == []


def test_a_saved_page_keeps_no_form_and_shows_it_again_when_it_runs(page: Page, server: Lab):
    screen = run(page, server, "screen")
    screen.get_by_label("Name (needed)").fill("Dee Roy")
    screen.get_by_label("Name (needed)").press("Enter")
    expect(card(screen, "Dee Roy")).to_be_visible()
    page.evaluate("() => jupyterapp.commands.execute('docmanager:save')")
    page.reload()
    page.wait_for_function(IS_IDLE, timeout=60_000)
    expect(page.locator(".olenb-screen")).to_have_count(0)
    page.evaluate(RUN_ALL)
    expect(card(page.locator(".olenb-screen"), SENTINEL)).to_be_visible(timeout=60_000)


def test_a_saved_notebook_holds_no_name_even_with_widget_state(page: Page, server: Lab):
    open_notebook(page, server, "both")
    page.evaluate(
        """() => jupyterapp.serviceManager.settings.save(
          '@jupyter-widgets/jupyterlab-manager:plugin', JSON.stringify({saveState: true}))"""
    )
    widgets = run(page, server, "both")
    expect(card(widgets, SENTINEL)).to_be_visible()
    expect(cell(widgets, "Name", SENTINEL)).to_be_visible()
    page.evaluate("() => jupyterapp.commands.execute('docmanager:save')")
    saved = page.evaluate("() => jupyterapp.shell.currentWidget.context.model.toJSON()")
    assert "widgets" in saved["metadata"]
    assert SENTINEL not in json.dumps(saved)
    assert SENTINEL not in (server.home / "both.ipynb").read_text("utf-8")


def test_a_notebook_executed_without_a_page_holds_no_name(server: Lab, tmp_path: Path):
    convert = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute"]
    target = f"--output={tmp_path / 'done'}.ipynb"
    subprocess.run([*convert, target, "both.ipynb"], cwd=server.home, check=True)
    executed = (tmp_path / "done.ipynb").read_text("utf-8")
    assert executed.count('"application/vnd.jupyter.widget-view+json"') == 2
    assert "application/vnd.jupyter.widget-state+json" in executed
    assert SENTINEL not in executed
