"""Pages of HTML: whatever a name is, it is text in them, and nothing in them runs or asks."""

from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import HOSTILE

from olenb.views.export import html, paper
from olenb.views.export.legible import legible
from olenb.views.export.markup import Element

PNG = b"\x89PNG\r\n\x1a\n"


class Read(HTMLParser):
    """What a browser would find: the tags, their attributes, and the text in the order of cells."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(content.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.texts.append("")

    def handle_data(self, data: str) -> None:
        if self.texts:
            self.texts[-1] += data


def everything(text: str) -> bytes:
    """Return a page with a text in each of its blocks."""
    return html.page(
        text,
        html.heading(text),
        html.paragraph(text, html.strong(text), html.name(text), quiet=True),
        html.bullets([text]),
        html.numbered([html.name(text)]),
        paper.boxes([text]),
        html.facts([(text, text)]),
        html.table(text, (text, text), [(text, text)]),
        html.grid(html.card(text, text)),
        paper.strips(text),
        paper.lines(text, 2),
        paper.new_sheet(),
        html.picture(PNG, text),
        html.link(text, "https://example.org"),
    )


PLAIN = Read(everything("Ana"))


@pytest.mark.parametrize("name", [*filter(None, HOSTILE)], ids=ascii)
def test_a_hostile_name_is_text_wherever_it_stands(name):
    found = Read(everything(name))
    assert found.tags == PLAIN.tags
    assert [key for key, _ in found.attributes] == [key for key, _ in PLAIN.attributes]
    assert found.texts.count(legible(name)) == PLAIN.texts.count("Ana")


@given(st.text())
def test_no_text_ever_becomes_markup_and_it_comes_back_the_same(text):
    found = Read(html.page("Page", html.paragraph(text), html.paragraph(html.name(text))))
    expected = Read(html.page("Page", html.paragraph("x"), html.paragraph(html.name("x"))))
    assert found.tags == expected.tags
    assert found.texts[-1] == legible(text)


def test_a_page_forbids_itself_scripts_and_other_hosts():
    policy = dict(PLAIN.attributes)
    assert "script" not in PLAIN.tags
    assert ("http-equiv", "Content-Security-Policy") in PLAIN.attributes
    assert any(
        value == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        for _, value in PLAIN.attributes
    )
    assert policy["src"].startswith("data:image/png;base64,")


@pytest.mark.parametrize("tag", ["script", "b onclick=x", "IMG", "p>", ""])
def test_an_element_that_could_run_something_is_refused(tag):
    with pytest.raises(ValueError, match="never a contact's"):
        Element(tag)
    with pytest.raises(ValueError, match="never a contact's"):
        Element("p", attributes=[(tag if tag != "script" else "onclick", "x")])


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://example.org", "data:,x", ""])
def test_a_link_goes_to_an_address_of_our_own(address):
    with pytest.raises(ValueError, match="https://"):
        html.link("Here", address)


def test_a_picture_of_another_kind_is_refused():
    with pytest.raises(ValueError, match="SVG and PNG"):
        html.picture(b"GIF89a", "A picture")


def test_a_row_begins_with_its_heading_and_columns_are_named():
    block = str(html.table("People", ("Name", "Where"), [("Ana", "Mayo")]))
    root = ET.fromstring(block)
    assert root.get("aria-label") == root.findtext("table/caption") == "People"
    assert [th.get("scope") for th in root.iter("th")] == ["col", "col", "row"]
    assert root.findtext("table/tbody/tr/td") == "Mayo"
