"""The kit's pages: whole, for both papers, asking nobody for anything, and all text as text."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from olenb.core import rules
from olenb.room.kit import catalogue
from olenb.views import kit_pages
from olenb.views.kit_pages import Size

HOSTILE = '<img src=x onerror="x"> $$x$$ {0.__class__} مريم &amp;'


class Reader(HTMLParser):
    """Collects what is to be read, which elements there are and how deep the headings go."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def levels(self) -> list[int]:
        return [int(tag[1]) for tag in self.tags if re.fullmatch(r"h[1-6]", tag)]


@pytest.fixture
def school() -> Iterator[None]:
    rules.put_in_force({"name": HOSTILE, "directory": "https://x.example/<b>", "country": "NO"})
    yield
    rules.put_in_force({})


@pytest.mark.parametrize("name", catalogue.NAMES)
def test_a_hostile_school_stays_text_on_every_card(name: str, school: None) -> None:
    made = catalogue.papers([name], people=2)
    page = kit_pages.page(made, Size.A4)
    read = Reader(page)
    titled = sum(bool(card.title) for one in made for sheet in one.sheets for card in sheet)
    assert read.words.count(HOSTILE) == titled
    assert not {"img", "script", "b", "link", "iframe"} & set(read.tags)
    assert read.levels[0] == 1
    assert all(
        after <= before + 1 for before, after in zip(read.levels, read.levels[1:], strict=False)
    )


def test_the_paper_is_that_of_the_country_or_the_one_that_was_asked_for(school: None) -> None:
    assert kit_pages.usual() is Size.A4
    rules.put_in_force({})
    assert kit_pages.usual() is Size.LETTER
    made = catalogue.papers(["goal-card"])
    assert b"size: a4;" in kit_pages.page(made, Size.A4)
    assert b"size: letter;" in kit_pages.page(made, Size.LETTER)


def test_the_whole_kit_names_each_card_and_its_use() -> None:
    made = catalogue.papers(people=3)
    read = Reader(kit_pages.page(made, Size.LETTER))
    assert [read.words.count(one.use) for one in made] == [1] * len(made)
    assert kit_pages.WHOLE in read.words
