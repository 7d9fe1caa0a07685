"""The pages to print: whole, escaped, with their minutes, and without what is confidential."""

import re
from html.parser import HTMLParser

import pytest

from olenb.core.terms import Part
from olenb.method import sheet as sheets
from olenb.method.runsheet import Clock, Item
from olenb.method.sheet import Sheet
from olenb.views import conversation_pages as pages

HOSTILE = [
    '<img src=x onerror="alert(1)">',
    "$$x$$ {0.__class__}",
    "مريم الخطيب",
    "&amp; <b>",
    "=1+1",
]
CLOCK = Clock(15, 5)


class Reader(HTMLParser):
    """Collects what is to be read, and which elements there are."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.words, self.tags = [], set()
        self.feed(page.decode())

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def sheet(*items: Item, **more: object) -> Sheet:
    values = {
        "name": "Maya Okafor",
        "place": "lab scientist, Moss Clinic",
        "when": "",
        "clock": CLOCK,
    }
    values |= {"items": items, "steps": sheets.steps(CLOCK), "research": ()}
    return Sheet(**values | more)


def test_the_sheet_shows_each_question_with_its_minute_and_how_to_close() -> None:
    items = [Item(1, 1, 4, part=Part.OPENING, words="Where does it begin?"),
             Item(2, 2, 3, must=True, words="What about nights?"),
             Item(3, 3, 9, reserve=True, words="And Fridays?")]  # fmt: skip
    text = Reader(pages.run_sheet(sheet(*items, when="Tue 24 Nov, 4:00 pm"))).text
    assert "Your conversation with Maya Okafor" in text
    assert "0:00 Where does it begin?" in text
    assert "4:00 · must-ask What about nights?" in text
    assert "If there is time: And Fridays?" in text
    assert "15:00 to 20:00: close" in text
    closing = [step.title for step in sheets.steps(CLOCK)]
    assert [text.index(title) for title in closing] == sorted(text.index(t) for t in closing)
    assert "Tue 24 Nov, 4:00 pm" in text


@pytest.mark.parametrize("words", HOSTILE)
def test_every_text_stays_text(words: str) -> None:
    page = pages.run_sheet(
        sheet(Item(1, 1, words=words), name=words, place=words, when=words, research=(words,))
    )
    read = Reader(page)
    assert read.text.count(words) >= 5
    assert "img" not in read.tags
    assert b"script" not in page.lower().replace(b"description", b"")


def test_nobody_is_named_where_the_sheet_names_nobody() -> None:
    text = Reader(pages.run_sheet(sheet(name="", place=""))).text
    assert text.startswith("Your conversation")
    assert "with" not in text.split("0:00")[0]


def test_an_empty_sheet_has_lines_to_write_on() -> None:
    assert "My questions" in Reader(pages.run_sheet(sheet())).text


def test_a_long_question_is_cut_where_the_sheet_would_end() -> None:
    text = Reader(pages.run_sheet(sheet(Item(1, 1, words="x" * 1000)))).text
    assert "x" * 299 + "…" in text
    assert "x" * 300 not in text


def test_more_is_set_smaller() -> None:
    def size(*items: Item) -> str:
        page = pages.run_sheet(sheet(*items)).decode()
        return re.search(r'class="one-sheet (\w+)"', page)[1]

    assert size(Item(1, 1, words="Why?")) == "large"
    assert size(*(Item(n, n, words="why " * 75) for n in range(1, 9))) in ("small", "tiny")


def test_the_friends_card_and_the_interview_page_say_what_they_are_for() -> None:
    card = Reader(pages.friend_card()).text
    assert "You are Imani" in card
    assert "Choose one surprise" in card
    page = Reader(pages.interview_page("I sold bread.")).text
    assert "If it turns into a job interview" in page
    assert "My sixty seconds I sold bread." in page
    assert "My sixty seconds I" not in Reader(pages.interview_page()).text
