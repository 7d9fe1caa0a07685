"""The map and the routes in a real JupyterLab: keys, pointer, zoom, themes, screen readers."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from demo_pictures import SENTINEL
from lab import Lab, accessibility_faults, open_notebook, shot, switch_theme, write_notebook
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
DEMO = Path(__file__).with_name("demo_pictures.py")
RUN_ALL = "() => jupyterapp.commands.execute('notebook:run-all-cells')"
IS_IDLE = """() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status
  === 'idle'"""
CELLS = "() => jupyterapp.shell.currentWidget.content.widgets.length"
CENTRE = """e => { const b = e.getBoundingClientRect();
  return [b.x + b.width / 2, b.y + b.height / 2]; }"""


@pytest.fixture(scope="module")
def server(lab: Callable[..., Lab], tmp_path_factory: pytest.TempPathFactory) -> Lab:
    home = tmp_path_factory.mktemp("home")
    shutil.copy(DEMO, home)
    for name in ("map", "routes"):
        cell = f"import importlib, demo_pictures\nimportlib.reload(demo_pictures).{name}_picture"
        write_notebook(home / f"{name}.ipynb", "#: # A page\n## A step", cell)
    return lab(home)


@pytest.fixture(autouse=True)
def no_events(server: Lab) -> None:
    (server.home / "events.jsonl").unlink(missing_ok=True)


def run(page: Page, server: Lab, name: str) -> Locator:
    """Open a notebook, run it anew and return its picture."""
    page.set_viewport_size({"width": page.viewport_size["width"], "height": 1400})
    open_notebook(page, server, name)
    page.wait_for_function(IS_IDLE, timeout=60_000)
    page.evaluate(RUN_ALL)
    picture = page.locator(".olenb-picture")
    picture.locator("[role=option]").first.wait_for()
    return picture


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
    picture = run(page, server, "map")
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


def test_the_picture_is_one_stop_for_the_tab_key(page, server):
    picture = run(page, server, "map")
    assert picture.locator("svg [tabindex='0']").count() == 1
    current(picture).focus()
    page.keyboard.press("Tab")
    expect(picture.locator("summary")).to_be_focused()


def test_keys_in_the_picture_never_reach_the_notebook(page, server):
    picture = run(page, server, "routes")
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
    picture = run(page, server, "map")
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
    picture = run(page, server, "map")
    dot = picture.locator(".olenb-plain[aria-label^='Person 50,']")
    page.mouse.move(*at(dot))
    tip = picture.locator(".olenb-picture-tip")
    expect(tip).to_contain_text("Person 50")
    covered = page.evaluate("""() => { const tip = document.querySelector('.olenb-picture-tip').getBoundingClientRect();
      return [...document.querySelectorAll('.olenb-picture [role=option]')].filter(e => { const b = e.getBoundingClientRect();
        return b.left < tip.right && tip.left < b.right && b.top < tip.bottom && tip.top < b.bottom; }).length; }""")
    assert covered == 0
    page.wait_for_timeout(600)
    assert events(server, "rested")[-1] == ["person", 50]


def test_choosing_a_place_shows_its_ways_and_dims_the_others(page, server):
    picture = run(page, server, "routes")
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


def test_a_plain_wheel_scrolls_the_page_and_buttons_zoom(page, server):
    picture = run(page, server, "map")
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


def test_hostile_names_stay_names(page, server):
    for name in ("map", "routes"):
        picture = run(page, server, name)
        picture.locator("summary").click()
        expect(
            picture.locator("td", has_text='<img src=x onerror="window.hacked=1">').first
        ).to_be_visible()
        assert page.evaluate("() => window.hacked") is None
        assert picture.locator("img").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["map", "routes"])
def test_axe_finds_nothing(page, server, name, theme):
    page.emulate_media(reduced_motion="reduce")
    picture = run(page, server, name)
    switch_theme(page, theme)
    current(picture).focus()
    page.keyboard.press("Enter")
    expect(picture.locator(".olenb-picture-panel")).to_be_visible()
    picture.locator("summary").click()
    expect(picture.locator("td").first).to_be_visible()
    shot(page, f"{name}-{theme}")
    assert accessibility_faults(page, ".olenb-picture") == []


def test_in_a_narrow_cell_words_keep_their_size_and_the_choice_stays(page, server):
    for name in ("map", "routes"):
        picture = run(page, server, name)
        current(picture).focus()
        page.keyboard.press("Enter")
        wide = picture.locator("svg[role=listbox]").evaluate("e => e.clientWidth")
        page.set_viewport_size({"width": 520, "height": 1400})
        page.wait_for_function(
            "wide => document.querySelector('svg[role=listbox]').getAttribute('width') < wide - 300",
            arg=wide,
        )
        svg = picture.locator("svg[role=listbox]")
        assert svg.evaluate("e => e.getScreenCTM().a") == pytest.approx(1, abs=0.01)
        inside = svg.evaluate(
            "e => e.getBoundingClientRect().right <= e.closest('.olenb-picture').getBoundingClientRect().right + 1"
        )
        assert inside
        expect(picture.locator("svg [aria-selected=true]")).to_have_count(1)
        shot(page, f"{name}-narrow")
        page.set_viewport_size({"width": 1280, "height": 1400})


def test_no_word_is_longer_than_the_room_that_was_kept_for_it(page, server):
    for name in ("map", "routes"):
        picture = run(page, server, name)
        longer = picture.evaluate("""e => [...e.querySelectorAll('text[data-room]')]
          .filter(t => t.getBBox().width > Number(t.dataset.room) + 1).map(t => t.textContent)""")
        assert longer == []


def test_both_ways_to_look_at_the_map(page, server):
    picture = run(page, server, "map")
    picture.get_by_role("button", name="By who knows whom").click()
    picture.locator(".olenb-ties").wait_for()
    assert picture.locator("[role=option]").count() == 60
    shot(page, "map-ties")
    assert accessibility_faults(page, ".olenb-picture") == []
    picture.get_by_role("button", name="By circle").click()
    picture.locator(".olenb-sectors path").first.wait_for()
    assert picture.locator("[role=option]").count() == 120


def test_print_is_grey_and_forced_colors_are_the_systems(page, server):
    picture = run(page, server, "map")
    switch_theme(page, "dark")
    page.emulate_media(media="print", color_scheme="dark")
    red, green, blue = picture.locator(".olenb-named").first.evaluate(
        "e => getComputedStyle(e).fill.match(/\\d+/g).map(Number)"
    )
    assert red == green == blue < 100
    page.emulate_media(media="screen", forced_colors="active")
    shot(page, "map-forced")
    expect(picture.locator(".olenb-named").first).to_be_visible()
