"""The map and the routes in a real JupyterLab: keys, pointer, zoom, themes, screen readers."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from demo_pictures import SENTINEL
from lab import Lab, accessibility_faults, open_notebook, shot, switch_theme, write_notebook
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser
DEMO = Path(__file__).with_name("demo_pictures.py")
RUN_ALL = "() => jupyterapp.commands.execute('notebook:run-all-cells')"
IS_IDLE = """() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status
  === 'idle'"""
WIDE = {"width": 1280, "height": 1900}
CELLS = "() => jupyterapp.shell.currentWidget.content.widgets.length"
COVERED = """root => {
  const tip = root.querySelector('.olenb-picture-tip').getBoundingClientRect();
  return [...root.querySelectorAll('[role=option]')].map(e => e.getBoundingClientRect()).filter(
    b => b.left < tip.right && tip.left < b.right && b.top < tip.bottom && tip.top < b.bottom
  ).length;
}"""
SPILLED = """root => root.querySelector('svg[role=listbox]').getBoundingClientRect().right
  - root.getBoundingClientRect().right"""
CENTRE = """e => { const b = e.getBoundingClientRect();
  return [b.x + b.width / 2, b.y + b.height / 2]; }"""


@pytest.fixture(scope="module")
def server(lab: Callable[..., Lab], tmp_path_factory: pytest.TempPathFactory) -> Lab:
    home = tmp_path_factory.mktemp("home")
    shutil.copy(DEMO, home)
    again = "import importlib, demo_pictures\nimportlib.reload(demo_pictures).map_picture"
    write_notebook(home / "pictures.ipynb", "#: # A page", again, "demo_pictures.routes_picture")
    return lab(home)


@pytest.fixture(scope="module")
def window(browser: Browser, server: Lab) -> Iterator[Page]:
    """One window for the whole module: opening JupyterLab takes longer than all the tests."""
    context = browser.new_context(viewport=WIDE)
    window, errors = context.new_page(), []
    window.on("pageerror", lambda error: errors.append(str(error)))
    window.on("console", lambda said: said.type == "error" and errors.append(said.text))
    open_notebook(window, server, "pictures")
    window.wait_for_function(IS_IDLE, timeout=90_000)
    yield window
    context.close()
    assert errors == []


@pytest.fixture
def page(window: Page, server: Lab) -> Page:
    """The window with new pictures, nothing chosen, light and wide."""
    window.set_viewport_size(WIDE)
    window.emulate_media(media="screen", forced_colors="none", reduced_motion="reduce")
    switch_theme(window, "light")
    window.evaluate("() => document.querySelectorAll('.olenb-picture').forEach(e => e.remove())")
    window.evaluate(RUN_ALL)
    for kind in ("map", "routes"):
        picture_of(window, kind).locator("[role=option]").first.wait_for(timeout=60_000)
    (server.home / "events.jsonl").unlink(missing_ok=True)
    return window


def picture_of(page: Page, kind: str) -> Locator:
    """Return the map or the routes."""
    return page.locator(".olenb-picture").nth(["map", "routes"].index(kind))


def events(server: Lab, what: str) -> list[Any]:
    """Return the kinds and ids that reached Python."""
    file = server.home / "events.jsonl"
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return [event[1:] for event in map(json.loads, lines) if event[0] == what]


def current(picture: Locator) -> Locator:
    """Return the mark that Tab comes to."""
    return picture.locator("[role=option][tabindex='0']")


def at(mark: Locator) -> tuple[float, float]:
    """Return the middle of a mark on the screen."""
    x, y = mark.evaluate(CENTRE)
    return x, y


def test_somebody_is_found_and_chosen_by_keys_alone(page, server):
    picture = picture_of(page, "map")
    picture.get_by_role("button", name="Show everything again").focus()
    page.keyboard.press("Tab")
    expect(current(picture)).to_be_focused()
    expect(current(picture)).to_have_attribute(
        "aria-label", f"{SENTINEL}, Halden Energy, Family, could introduce you at 3 places"
    )
    page.keyboard.press("ArrowDown")
    first = current(picture).get_attribute("aria-label")
    page.keyboard.press("ArrowRight")
    assert current(picture).get_attribute("aria-label") != first
    page.keyboard.type("zz")
    expect(current(picture)).to_have_attribute(
        "aria-label", f"{SENTINEL}, Halden Energy, Family, could introduce you at 3 places"
    )
    page.keyboard.press("Enter")
    expect(picture.locator(".olenb-picture-panel")).to_contain_text(SENTINEL)
    expect(current(picture)).to_have_attribute("aria-selected", "true")
    assert events(server, "chosen") == [["person", 1000]]
    page.keyboard.press("Escape")
    expect(picture.locator(".olenb-picture-panel")).to_be_hidden()
    page.wait_for_timeout(300)
    assert events(server, "chosen") == [["person", 1000], [None, None]]
    page.keyboard.press("End")
    last = picture.locator("[role=option]").last
    expect(last).to_be_focused()


def test_the_picture_is_one_stop_for_the_tab_key(page):
    picture = picture_of(page, "map")
    assert picture.locator("svg [tabindex='0']").count() == 1
    current(picture).focus()
    page.keyboard.press("Tab")
    expect(picture.locator("summary")).to_be_focused()


def test_keys_in_the_picture_never_reach_the_notebook(page):
    picture = picture_of(page, "routes")
    cells = page.evaluate(CELLS)
    for place in (
        current(picture),
        picture.get_by_role("button", name="Zoom in"),
        picture.locator("summary"),
    ):
        place.focus()
        for key in ("d", "d", "b", "a", "x"):
            page.keyboard.press(key)
    assert page.evaluate(CELLS) == cells


def test_a_click_near_a_small_dot_or_on_a_name_means_that_person(page, server):
    picture = picture_of(page, "map")
    dot = picture.locator(".olenb-named[aria-label^='Person 11,']")
    x, y = at(dot)
    page.mouse.click(x + 10, y + 6)
    expect(dot).to_have_attribute("aria-selected", "true")
    name = picture.locator(".olenb-words text", has_text="Person 22")
    page.mouse.click(*at(name))
    expect(picture.locator("[aria-selected=true]")).to_have_attribute(
        "aria-label", "Person 22, Mayo Clinic, Friends, could introduce you at 1 place"
    )
    page.wait_for_timeout(300)
    assert events(server, "chosen") == [["person", 11], ["person", 22]]


def test_the_tip_names_a_dot_and_covers_no_other(page, server):
    picture = picture_of(page, "map")
    dot = picture.locator(".olenb-plain[aria-label^='Person 50,']")
    page.mouse.move(*at(dot))
    tip = picture.locator(".olenb-picture-tip")
    expect(tip).to_contain_text("Person 50")
    covered = picture.evaluate(COVERED)
    assert covered == 0
    page.wait_for_timeout(600)
    assert events(server, "rested")[-1] == ["person", 50]


def test_choosing_a_place_shows_its_ways_and_dims_the_others(page, server):
    picture = picture_of(page, "routes")
    picture.locator("[aria-label^='Place 0,']").click()
    panel = picture.locator(".olenb-picture-panel")
    expect(panel).to_contain_text(f"through {SENTINEL}: you would meet Rosa Diaz")
    lit = picture.locator("svg[role=listbox] .olenb-leg:not(.olenb-dim)")
    expect(lit).to_have_count(4)
    shot(page, "routes-chosen")
    page.wait_for_timeout(300)
    assert events(server, "chosen") == [["target", 100]]
    current(picture).focus()
    page.keyboard.press("ArrowLeft")
    expect(current(picture)).to_have_attribute(
        "aria-label", f"{SENTINEL}, Family, could introduce you at Place 0, worth asking"
    )


def test_a_plain_wheel_scrolls_the_page_and_buttons_zoom(page):
    picture = picture_of(page, "map")
    view = picture.locator("svg[role=listbox] > g")
    x, y = at(picture.locator("svg[role=listbox]"))
    page.mouse.move(x, y)
    page.mouse.wheel(0, 60)
    page.wait_for_timeout(300)
    assert view.get_attribute("transform") in (None, "translate(0,0) scale(1)")
    picture.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(400)
    assert "scale(1.5)" in view.get_attribute("transform")
    picture.get_by_role("button", name="Show everything again").click()
    page.wait_for_timeout(400)
    assert "scale(1)" in view.get_attribute("transform")


def test_hostile_names_stay_names(page):
    for name in ("map", "routes"):
        picture = picture_of(page, name)
        picture.locator("summary").click()
        expect(
            picture.locator("td", has_text='<img src=x onerror="window.hacked=1">').first
        ).to_be_visible()
        assert page.evaluate("() => window.hacked") is None
        assert picture.locator("img").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["map", "routes"])
def test_axe_finds_nothing(page, name, theme):
    picture = picture_of(page, name)
    switch_theme(page, theme)
    current(picture).focus()
    page.keyboard.press("Enter")
    expect(picture.locator(".olenb-picture-panel")).to_be_visible()
    picture.locator("summary").click()
    expect(picture.locator("td").first).to_be_visible()
    shot(page, f"{name}-{theme}")
    assert accessibility_faults(page, ".olenb-picture") == []


@pytest.mark.parametrize("name", ["map", "routes"])
def test_in_a_narrow_cell_words_keep_their_size_and_the_choice_stays(page, name):
    picture = picture_of(page, name)
    svg = picture.locator("svg[role=listbox]")
    current(picture).focus()
    page.keyboard.press("Enter")
    page.set_viewport_size({"width": 520, "height": 1900})
    expect(svg).to_have_attribute("width", re.compile(r"^[345]\d\d$"))
    assert svg.evaluate("e => e.getScreenCTM().a") == pytest.approx(1, abs=0.01)
    assert picture.evaluate(SPILLED) <= 1
    expect(picture.locator("svg [aria-selected=true]")).to_have_count(1)
    shot(page, f"{name}-narrow")


def test_no_word_is_longer_than_the_room_that_was_kept_for_it(page):
    for name in ("map", "routes"):
        picture = picture_of(page, name)
        longer = picture.evaluate("""e => [...e.querySelectorAll('text[data-room]')]
          .filter(t => t.getBBox().width > Number(t.dataset.room) + 1).map(t => t.textContent)""")
        assert longer == []


def test_both_ways_to_look_at_the_map(page):
    picture = picture_of(page, "map")
    picture.get_by_role("button", name="By who knows whom").click()
    picture.locator(".olenb-ties").wait_for()
    assert picture.locator("[role=option]").count() == 60
    shot(page, "map-ties")
    assert accessibility_faults(page, ".olenb-picture") == []
    picture.get_by_role("button", name="By circle").click()
    picture.locator(".olenb-sectors path").first.wait_for()
    assert picture.locator("[role=option]").count() == 120


def test_print_is_grey_and_forced_colors_are_the_systems(page):
    picture = picture_of(page, "map")
    switch_theme(page, "dark")
    page.emulate_media(media="print", color_scheme="dark")
    expect(picture.locator(".olenb-named").first).to_have_css("fill", "rgb(26, 26, 26)")
    page.emulate_media(media="screen", forced_colors="active")
    shot(page, "map-forced")
    expect(picture.locator(".olenb-named").first).to_be_visible()
