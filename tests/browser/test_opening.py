"""Opening a page of the workbook: what runs by itself, what must not, and how one gets on."""

import json
import time
from pathlib import Path

import psutil
import pytest
from lab import (
    accessibility_faults,
    follow,
    open_notebook,
    shot,
    status,
    switch_theme,
    wait_until_ready,
    write_notebook,
)
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

BAR = ".olenb-bar:visible"
FORM = """\
import os
import ipywidgets as widgets
from pathlib import Path
name = widgets.Text(description="Name")
name.observe(lambda change: Path("typed.txt").write_text(change["new"]), "value")
kind = widgets.Dropdown(description="Kind", options=["apple", "banana", "date"])
display(name, kind)"""
RAN = "from pathlib import Path\nPath('ran.txt').write_text('ran')"
LETTERS = ["d", "d", "b", "a", "x", "y", "m", "1", "v", "z"]
KEYS = [*LETTERS, "Escape", *LETTERS, "Shift+Enter", "Alt+Enter", "Control+v", "Control+s"]
PAGES = {
    "11_first": (
        ["#: # First\nSome words.", FORM, "#: ## Then", "print('six', 6)  # idea"],
        {"next": "12_second"},
    ),
    "12_second": (["#: # Second", "print(2 + 2)"], {"back": "11_first"}),
    "13_third": (["#: # Third", RAN, "1 / 0", "print('never')"], {"back": "12_second"}),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def server(lab, folder, tmp_path_factory):
    """JupyterLab where the three small pages above count as ours."""
    shipped = tmp_path_factory.mktemp("shipped")
    for name, (cells, links) in PAGES.items():
        for place in (shipped, folder):
            write_notebook(place / f"{name}.ipynb", *cells, olenb={"page": name, **links})
    return lab(folder, f"--OlenbServer.notebooks_dir={shipped}")


def eventually(check, seconds=30):
    """Return whether `check()` holds before long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if check():
            return True
        time.sleep(0.2)
    return False


def cells_of(page):
    """Return each cell's kind and text, as JupyterLab holds them."""
    return page.evaluate(
        """() => [...jupyterapp.shell.currentWidget.content.model.cells].map(
            (cell) => [cell.type, cell.sharedModel.getSource()])"""
    )


def test_a_page_runs_by_itself_and_shows_no_cells(server, page):
    open_notebook(page, server, "11_first")
    wait_until_ready(page)
    assert status(page) == "Ready"
    expect(page.get_by_label("Name")).to_be_visible()
    expect(page.get_by_text("six 6")).to_be_visible()
    expect(page.get_by_text("print('six', 6)")).to_be_visible()
    expect(page.get_by_text("import ipywidgets")).to_be_hidden()
    for part in ("#jp-menu-panel", ".jp-InputPrompt", ".jp-Toolbar", "#jp-bottom-panel"):
        assert not page.locator(f"{part}:visible").count(), part
    shot(page, "opening-light")
    assert accessibility_faults(page) == []
    switch_theme(page, "dark")
    assert accessibility_faults(page) == []
    shot(page, "opening-dark")


def test_the_first_tab_reaches_the_first_thing_to_fill_in(server, page):
    open_notebook(page, server, "11_first")
    wait_until_ready(page)
    page.keyboard.press("Tab")
    expect(page.get_by_label("Name")).to_be_focused()


def test_no_key_and_no_click_turns_the_page_back_into_cells(server, page):
    open_notebook(page, server, "11_first")
    wait_until_ready(page)
    before = cells_of(page)
    places = {
        page.locator(".jp-MarkdownCell").first.click: KEYS,
        page.get_by_text("print('six', 6)").click: KEYS,
        page.get_by_label("Kind").focus: KEYS,
        page.locator(BAR).get_by_role("button", name="Run again").focus: LETTERS,
    }
    for go_there, keys in places.items():
        go_there()
        for key in keys:
            page.keyboard.press(key)
    assert cells_of(page) == before
    page.get_by_role("heading", name="First").dblclick()
    page.get_by_role("heading", name="First").click(button="right")
    expect(page.get_by_role("heading", name="First")).to_be_visible()
    assert not page.locator(".lm-Menu:visible").count()


def test_show_code_brings_everything_back_and_saves_nothing(server, page, folder):
    file = folder / "11_first.ipynb"
    as_written = file.read_bytes()
    open_notebook(page, server, "11_first")
    wait_until_ready(page)
    switch = page.locator(BAR).get_by_role("switch", name="Show code")
    switch.focus()
    page.keyboard.press("Space")
    expect(switch).to_have_attribute("aria-checked", "true")
    for part in ("#jp-menu-panel", ".jp-InputPrompt", ".jp-NotebookPanel-toolbar"):
        expect(page.locator(part).first).to_be_visible()
    expect(page.get_by_text("import ipywidgets")).to_be_visible()
    assert accessibility_faults(page, ".olenb-bar") == []
    shot(page, "opening-code")
    page.keyboard.press("Space")
    expect(page.get_by_text("import ipywidgets")).to_be_hidden()
    expect(page.locator("#jp-menu-panel")).to_be_hidden()
    assert not page.evaluate("() => jupyterapp.status.isDirty")
    assert file.read_bytes() == as_written


def test_next_and_back_keep_one_kernel_and_what_was_typed_last(server, page, folder):
    open_notebook(page, server, "11_first")
    wait_until_ready(page)
    page.get_by_label("Name").fill("typed a moment before")
    follow(page, "Next: Second")
    expect(page.get_by_text("4", exact=True)).to_be_visible()
    assert eventually(lambda: len(server.kernels()) == 1)
    assert (folder / "typed.txt").read_text() == "typed a moment before"
    follow(page, "Back: First")
    expect(page.get_by_label("Name")).to_be_visible()
    assert eventually(lambda: len(server.kernels()) == 1)
    page.go_back()  # the browser's own button
    expect(page.get_by_role("heading", name="Second")).to_be_visible()


def test_a_link_inside_the_page_opens_the_other_page_in_the_same_window(server, page):
    open_notebook(page, server, "11_first")
    wait_until_ready(page)
    page.evaluate("() => (window.sameWindow = true)")
    taken = page.get_by_label("Name").evaluate(
        """(node) => !node.dispatchEvent(new CustomEvent("olenb:open",
            {bubbles: true, cancelable: true, detail: {path: "12_second.ipynb"}}))"""
    )
    assert taken
    expect(page.get_by_role("heading", name="Second")).to_be_visible()
    assert page.evaluate("() => window.sameWindow")


def test_a_page_runs_again_when_it_is_opened_again(server, page):
    page.expected_errors += ["debugger state", "Canceled future"]  # of the kernel replaced
    open_notebook(page, server, "11_first")
    wait_until_ready(page)
    page.get_by_label("Name").fill("before")
    page.reload()
    wait_until_ready(page)
    expect(page.get_by_label("Name")).to_have_value("")
    page.locator(BAR).get_by_role("button", name="Run again").focus()
    page.get_by_label("Name").fill("again")
    page.locator(BAR).get_by_role("button", name="Run again").press("Enter")
    expect(page.get_by_label("Name")).to_have_value("", timeout=60_000)
    wait_until_ready(page)
    assert eventually(lambda: len(server.kernels()) == len(server.api("sessions")))


def test_a_page_that_fails_says_so_and_goes_no_further(server, page):
    open_notebook(page, server, "13_third")
    page.locator(".olenb-bar[data-state=failed]").wait_for(timeout=60_000)
    assert "Your work is saved" in status(page)
    expect(page.get_by_text("ZeroDivisionError").first).to_be_visible()
    expect(page.locator(".jp-OutputArea").get_by_text("never")).to_have_count(0)


STRANGERS = {
    "a letter changed": ("14_changed", [RAN.replace("'ran')", "'Ran')")]),
    "named as ours": ("12_second", [RAN]),
    "more than ours": ("15_more", ["print(2 + 2)", RAN]),
}


@pytest.mark.parametrize(("name", "cells"), STRANGERS.values(), ids=STRANGERS)
def test_a_strangers_page_never_runs_by_itself(server, page, folder, name, cells):
    below = folder / "elsewhere"
    below.mkdir(exist_ok=True)
    write_notebook(below / f"{name}.ipynb", *cells, olenb={"page": name, "next": "12_second"})
    ran = below / "ran.txt"
    ran.unlink(missing_ok=True)
    open_notebook(page, server, f"elsewhere/{name}")
    page.locator(".olenb-bar[data-state=changed]").wait_for(timeout=60_000)
    assert "did not run by itself" in status(page)
    expect(page.get_by_text("write_text")).to_be_visible()
    page.wait_for_function(
        "() => jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'"
    )
    page.wait_for_timeout(1500)
    assert not ran.exists()
    assert accessibility_faults(page, ".olenb-bar") == []
    shot(page, "opening-stranger")
    expect(page.locator(BAR).get_by_role("button", name="Run this page")).to_be_focused()
    page.keyboard.press("Enter")
    wait_until_ready(page)
    assert ran.exists()


def test_a_notebook_that_is_no_page_is_left_alone(server, page, folder):
    write_notebook(folder / "plain.ipynb", "#: # Plain", RAN)
    (folder / "ran.txt").unlink(missing_ok=True)
    open_notebook(page, server, "plain")
    expect(page.locator(".jp-NotebookPanel-toolbar")).to_be_visible()
    expect(page.get_by_text("write_text")).to_be_visible()
    page.wait_for_timeout(3000)
    assert not page.locator(".olenb-bar").count()
    assert not (folder / "ran.txt").exists()


def test_an_output_that_came_with_the_file_is_dropped_before_our_code_is_trusted(
    server, page, folder
):
    trap = "<img src='data:,' onerror='window.trapped = true'>"
    cells, links = PAGES["12_second"]
    path = write_notebook(folder / "16_trap.ipynb", *cells, olenb={"page": "16_trap", **links})
    notebook = json.loads(path.read_text())
    output = {"output_type": "display_data", "data": {"text/html": trap}, "metadata": {}}
    notebook["cells"][1]["outputs"] = [output]
    path.write_text(json.dumps(notebook))
    open_notebook(page, server, "16_trap")
    wait_until_ready(page)
    expect(page.get_by_text("4", exact=True)).to_be_visible()
    assert page.evaluate("() => window.trapped") is None


def test_whoever_presses_run_before_the_engine_is_there_waits_for_it(server, page, folder):
    write_notebook(folder / "15_own.ipynb", "print(2 + 3)", olenb={"page": "15_own"})
    held = []

    def hold_new_ones(route):
        held.append(route) if route.request.method == "POST" else route.continue_()

    page.route("**/api/sessions**", hold_new_ones)
    open_notebook(page, server, "15_own")
    page.locator(BAR).get_by_role("button", name="Run this page").click()
    assert status(page) == "Getting ready…"
    while held:
        held.pop().continue_()
    page.unroute("**/api/sessions**")
    wait_until_ready(page)
    expect(page.locator(".jp-OutputArea-output").get_by_text("5")).to_have_count(1)


def test_when_the_engine_stops_the_page_says_so_and_starts_again(server, page):
    open_notebook(page, server, "11_first")
    wait_until_ready(page)
    page.get_by_label("Name").focus()
    page.expected_errors += ["debugger state", "undefined", "Canceled future"]  # of the killed one
    kernels = [
        child
        for child in psutil.Process(server.process.pid).children(recursive=True)
        if any("ipykernel" in word for word in child.cmdline())
    ]
    for kernel in kernels:
        kernel.kill()
    page.locator(".olenb-bar[data-state=stopped]").wait_for(timeout=60_000)
    assert status(page) == "The engine stopped. Your work is saved. Press Start again."
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    start = page.locator(BAR).get_by_role("button", name="Start again")
    expect(start).to_be_focused()
    assert page.get_by_label("Name").evaluate("(node) => node.closest('[inert]') !== null")
    assert accessibility_faults(page, ".olenb-bar") == []
    shot(page, "opening-stopped")
    page.keyboard.press("Enter")
    wait_until_ready(page)
    typed = Path(server.home) / "typed.txt"
    page.get_by_label("Name").fill("back again")
    assert eventually(lambda: typed.exists() and typed.read_text() == "back again")


def test_the_bar_makes_room_in_a_narrow_window(server, page):
    page.set_viewport_size({"width": 400, "height": 700})
    open_notebook(page, server, "12_second")
    wait_until_ready(page)
    bar = page.locator(BAR).bounding_box()
    notebook = page.locator(".jp-Notebook:visible").bounding_box()
    assert bar["y"] + bar["height"] <= notebook["y"] + 1
    assert bar["x"] + bar["width"] <= 400
    shot(page, "opening-narrow")


def test_when_olenb_itself_was_closed_the_page_does_not_pretend_to_run(lab, page, tmp_path):
    write_notebook(tmp_path / "11_first.ipynb", "print(2 + 2)", olenb={"page": "11_first"})
    server = lab(tmp_path, f"--OlenbServer.notebooks_dir={tmp_path}")
    open_notebook(page, server, "11_first")
    wait_until_ready(page)
    page.expected_errors.append("")  # JupyterLab on everything that it can't reach
    server.stop()
    page.locator(BAR).get_by_role("button", name="Run again").press("Enter")
    page.locator(".olenb-bar[data-state=stopped]").wait_for(timeout=90_000)
    assert "Your work is saved" in status(page)
