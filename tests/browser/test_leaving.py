"""Taking people along, letting somebody go, and a file that broke: what a page shows of it."""

import pytest
from lab import accessibility_faults, open_notebook, shot, switch_theme, wait_until_ready
from playwright.sync_api import expect

from olenb.workbook import open_workbook

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


def test_what_is_shown_leaves_and_what_is_between_us_stays(lab, page, home):
    wb = open_workbook(home)
    wb.add_people(["Ana Ruiz, Mayo Clinic, cousin", "Zzyzx Secret, Halden Energy", "=1+1"])
    open_notebook(page, lab(home), "02_people")
    wait_until_ready(page)
    tick = page.get_by_role("checkbox", name="Between us, Zzyzx Secret")
    tick.scroll_into_view_if_needed()
    tick.check()
    expect(page.get_by_text("Saved").first).to_be_visible()
    shot(page, "leaving-table")

    what = page.get_by_label("What do you want to take along?")
    what.select_option(label="who knows whom, for a graph program")
    kinds = page.get_by_label("As which kind of file?").locator("option")
    expect(kinds.filter(has_text="graphml")).to_have_count(1)
    what.select_option(label="your people")
    expect(kinds.filter(has_text="graphml")).to_have_count(0)
    look = page.get_by_role("button", name="Show what would leave")
    look.scroll_into_view_if_needed()
    page.get_by_text("More about each person").click()
    page.get_by_role("checkbox", name="how you know them").check()
    shot(page, "leaving-choices")
    assert accessibility_faults(page) == []
    look.click()
    save = page.get_by_role("button", name="Save the file")
    expect(page.get_by_text("2 people would leave")).to_be_visible()
    expect(page.get_by_text("Stays behind, because you marked it")).to_be_visible()
    save.scroll_into_view_if_needed()
    shot(page, "leaving-preview")
    assert accessibility_faults(page) == []
    switch_theme(page, "dark")
    shot(page, "leaving-preview-dark")
    assert accessibility_faults(page) == []
    save.click()
    expect(page.get_by_text("2 people leave this workbook in a file.")).to_be_visible()
    shot(page, "leaving-confirm")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save the file").last.click()
    content = coming.value.path().read_bytes().decode("utf-8-sig")
    assert coming.value.suggested_filename.startswith("people-")
    assert "Ana Ruiz" in content
    assert "'=1+1" in content
    assert "Zzyzx" not in content
    page.get_by_text("What left before (1)").click()
    shot(page, "leaving-after")
    assert len(wb.leaving.before()) == 1


def test_somebody_is_let_go_and_a_broken_file_is_brought_back(lab, page, home):
    wb = open_workbook(home)
    wb.add_people(["Ana Ruiz, Mayo Clinic, cousin", "Bo Lind"])
    open_notebook(page, lab(home), "02_people")
    wait_until_ready(page)
    form = page.locator(".olenb-screen").filter(has_text="Look what that means")
    form.get_by_role("combobox").or_(form.get_by_role("textbox")).first.fill("Bo Lind")
    form.get_by_role("button", name="Look what that means").click()
    forget = page.get_by_role("button", name="Forget for good")
    forget.scroll_into_view_if_needed()
    assert accessibility_faults(page) == []
    forget.click()
    shot(page, "forget-confirm")
    page.get_by_role("button", name="Forget for good").last.click()
    expect(page.get_by_text("Undo can't bring them back", exact=False).first).to_be_visible()
    switch_theme(page, "dark")
    shot(page, "forget-after-dark")
    assert accessibility_faults(page) == []
    assert "Bo Lind" not in list(open_workbook(home).people["name"])

    wb.backup()
    (home / "workbook.olenb").write_bytes(b"SQLite format 3\0" + b"broken" * 2000)
    open_notebook(page, lab(home), "00_start_here")
    wait_until_ready(page)
    back = (
        page.get_by_role("button", name="Bring").and_(page.get_by_text("Bring this one back")).first
    )
    expect(back).to_be_visible()
    shot(page, "trouble-dark")
    assert accessibility_faults(page) == []
    switch_theme(page, "light")
    shot(page, "trouble-light")
    assert accessibility_faults(page) == []
    back.click()
    page.get_by_role("button", name="Bring this one back").last.click()
    expect(page.get_by_text("Your workbook is again as it was", exact=False)).to_be_visible()
    shot(page, "trouble-after")
    assert "Ana Ruiz" in list(open_workbook(home).people["name"])
