"""Saving from a real browser: what the page shows stays on the page, and off the disk."""

import json
import time

import pytest
from lab import open_notebook, shot, status, wait_until_ready, write_notebook
from playwright.sync_api import expect

from olenb.notebook import KEEPS_NAMES
from olenb.server.saving import NOT_SAVED
from olenb.workbook import open_workbook

pytestmark = pytest.mark.browser

NAME = "Zzyzx"
CURRENT = "jupyterapp.shell.currentWidget"
TABLE = "import olenb\nwb = olenb.open_workbook()\nwb.people"
FORM = "from olenb import screens\nscreens.everybody(wb)"
HOMEWORK = f"print('{NAME} in a book')"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home")
    open_workbook(folder).add_people([f"{NAME} Ana, {NAME} Energy, cousin", f"{NAME} Bo"])
    (folder / "below").mkdir()
    write_notebook(folder / "homework.ipynb", HOMEWORK)
    return folder


@pytest.fixture(scope="module")
def server(lab, home):
    return lab(home)


def wait_for_its_engine(page):
    page.wait_for_function(
        f"() => {CURRENT}?.sessionContext?.session?.kernel?.status === 'idle'", timeout=60_000
    )


def run_all(page):
    wait_for_its_engine(page)
    page.evaluate("() => jupyterapp.commands.execute('notebook:run-all-cells')")


def save(page, how="jupyterapp.commands.execute('docmanager:save')"):
    """Save as the menu does, and wait until it is done."""
    page.evaluate(f"async () => {{ await {how}; }}")


def eventually(check, seconds=30):
    """Return whether `check()` holds before long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if check():
            return True
        time.sleep(0.2)
    return False


def holding_a_name(folder, beginning=""):
    """Return the files below a folder that hold the name, but for the workbook and its backups."""
    files = [path for path in folder.rglob("*.ipynb") if beginning in path.name]
    assert files
    return [path.name for path in files if NAME in path.read_text("utf-8")]


def test_a_page_of_ours_is_saved_without_what_it_shows(server, page, home):
    open_notebook(page, server, "02_people")
    wait_until_ready(page)
    expect(page.get_by_text(f"{NAME} Ana").first).to_be_visible()
    save(page)
    save(page, f"{CURRENT}.context.createCheckpoint()")
    assert holding_a_name(home, "02_people") == []
    saved = json.loads((home / "02_people.ipynb").read_text("utf-8"))
    assert {str(c.get("execution_count")) for c in saved["cells"]} == {"None"}
    assert "widgets" not in saved["metadata"]
    expect(page.get_by_text(f"{NAME} Ana").first).to_be_visible()


def test_neither_is_a_notebook_of_the_users_own(server, page, home):
    page.expected_errors += ["debugger state", "404"]
    for before in (home / "below").rglob("*.ipynb"):
        before.unlink()
    write_notebook(home / "below" / "mine.ipynb", TABLE, FORM)
    open_notebook(page, server, "below/mine")
    run_all(page)
    expect(page.locator(".jp-RenderedHTMLCommon td").get_by_text(f"{NAME} Ana")).to_be_visible()
    expect(
        page.get_by_role("textbox", name=f"Name, {NAME} Ana")
        .or_(page.locator(f'input[value*="{NAME}"]'))
        .first
    ).to_be_visible()
    # With the state of widgets saved, too: JupyterLab's own switch, off unless somebody sets it.
    page.evaluate(
        "() => jupyterapp.commands.execute('@jupyter-widgets/jupyterlab-manager:saveWidgetState')"
    )
    save(page)
    save(page, f"{CURRENT}.context.save()")  # as it saves by itself, now and then
    assert holding_a_name(home / "below") == []
    shot(page, "scrub-own-notebook")

    page.evaluate(f"() => {{ {CURRENT}.content.widgets[0].model.sharedModel.setSource('x = 1') }}")
    page.evaluate(f"() => {{ {CURRENT}.content.widgets[1].model.sharedModel.setSource('y = 2') }}")
    save(page)
    save(page, f"{CURRENT}.context.save()")
    assert holding_a_name(home / "below") == []

    save(page, f"{CURRENT}.context.rename('renamed.ipynb')")
    save(page)
    assert holding_a_name(home / "below") == []
    page.evaluate(f"() => {{ {CURRENT}.context.saveAs() }}")
    page.locator(".jp-Dialog input").fill("below/another.ipynb")
    page.locator(".jp-Dialog .jp-mod-accept").click()
    assert eventually((home / "below" / "another.ipynb").exists)
    assert holding_a_name(home / "below", "another") == []


def test_somebodys_homework_on_the_same_server_keeps_its_outputs(server, page, home):
    page.expected_errors += ["debugger state", "404"]
    open_notebook(page, server, "homework")
    run_all(page)
    expect(page.locator(".jp-OutputArea").get_by_text(f"{NAME} in a book")).to_be_visible()
    save(page)
    saved = json.loads((home / "homework.ipynb").read_text("utf-8"))
    assert saved["cells"][0]["outputs"][0]["text"] == [f"{NAME} in a book\n"]
    assert saved["cells"][0]["execution_count"] == 1


def test_what_cannot_be_cleaned_is_not_saved_and_the_user_reads_why(server, page, home):
    page.expected_errors += ["debugger state", "500", NOT_SAVED]
    write_notebook(home / "broken.ipynb", "import olenb", "print('shown')")
    open_notebook(page, server, "broken")
    wait_for_its_engine(page)
    page.evaluate(
        f"""() => {{
            const model = {CURRENT}.context.model;
            const toJSON = model.toJSON.bind(model);
            model.toJSON = () => ({{...toJSON(), metadata: ["{NAME}"]}});
        }}"""
    )
    before = (home / "broken.ipynb").read_bytes()
    page.evaluate("() => { jupyterapp.commands.execute('docmanager:save') }")
    dialog = page.locator(".jp-Dialog")
    expect(dialog).to_contain_text(NOT_SAVED)
    shot(page, "scrub-not-saved")
    assert (home / "broken.ipynb").read_bytes() == before
    dialog.get_by_role("button").last.click()


def test_after_all_this_no_name_is_in_the_histories(server, home, tmp_path_factory):
    base = tmp_path_factory.getbasetemp()
    ipython = [path for path in base.rglob("history.sqlite") if "jupyter" in str(path)]
    files = [path for folder in ipython for path in folder.parent.iterdir() if path.is_file()]
    assert files
    assert [path for path in files if f"{NAME} Ana".encode() in path.read_bytes()] == []


def test_where_nobody_takes_the_names_out_the_page_says_so_before_the_first(lab, page, tmp_path):
    page.expected_errors.append("404")  # that server knows nothing of ours
    server = lab(tmp_path, "--ServerApp.jpserver_extensions={'olenb.server': False}")
    open_notebook(page, server, "00_start_here")
    page.locator(".olenb-bar[data-state=changed]").wait_for(timeout=60_000)
    assert "did not run by itself" in status(page)
    wait_for_its_engine(page)
    page.get_by_role("button", name="Run this page").click()
    wait_until_ready(page)
    warning = page.get_by_text(KEEPS_NAMES)
    expect(warning).to_have_count(1)
    expect(warning).to_be_visible()
    shot(page, "scrub-absent")
