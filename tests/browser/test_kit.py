"""The paper kit as it is printed, on both papers: as many sheets as it says, nothing cut off."""

import re
from collections.abc import Iterator

import pytest
from lab import accessibility_faults
from playwright.sync_api import Browser

from olenb.core import rules
from olenb.room.kit import catalogue
from olenb.views import kit_pages
from olenb.views.kit_pages import Size

pytestmark = pytest.mark.browser

MARGINS = {Size.A4: 718, Size.LETTER: 740}  # what is between them, in pixels
CUT_OFF = """() => [...document.querySelectorAll('.slip')].filter(
    one => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1
).map(one => one.innerText.slice(0, 60))"""


@pytest.fixture
def in_force() -> Iterator[None]:
    yield
    rules.put_in_force({})


@pytest.mark.parametrize("size", list(Size))
def test_every_card_is_on_as_many_sheets_as_it_says_and_nothing_is_cut_off(
    browser: Browser, size: Size, in_force: None
) -> None:
    rules.put_in_force({"name": "Weatherby-Wimbledon " * 6})  # as long as a name may be
    page = browser.new_page(viewport={"width": MARGINS[size], "height": 900})
    for paper in catalogue.papers(people=4):
        page.set_content(kit_pages.page([paper], size).decode())
        page.emulate_media(media="print")
        assert page.evaluate(CUT_OFF) == [], paper.name
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == len(paper.sheets), paper.name
    page.set_content(kit_pages.page(catalogue.papers(people=2), size).decode())
    page.emulate_media(media="screen")
    assert accessibility_faults(page, "main") == []
    page.close()
