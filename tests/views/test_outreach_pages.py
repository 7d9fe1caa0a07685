"""Pages of drafts: whatever is written in them stays text."""

from html.parser import HTMLParser

import pytest
from invented import HOSTILE

from olenb.core.terms import Channel, DraftKind
from olenb.method.drafts.scaffold import CHANNELS
from olenb.views.export.legible import legible
from olenb.views.outreach_pages import Draft, draft_page


class Read(HTMLParser):
    """The text and the tags of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.links = "", [], []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_hostile_text_is_only_text(channel: Channel) -> None:
    for words in filter(str.strip, HOSTILE):
        draft = Draft(DraftKind.FIRST, channel, words, words, "rosa@example.org")
        page = Read(draft_page(draft))
        assert legible(words).replace("\r", "") in page.text.replace("\r", "")
        assert not {"img", "script", "b"} & set(page.tags)


def test_the_one_link_opens_a_message_to_one_person() -> None:
    body, subject = "Hi\r\nBcc: eve@example.org\n\n?&=%", "A\nBcc: eve@example.org"
    draft = Draft(DraftKind.FIRST, Channel.EMAIL, body, subject, "a@example.org")
    (link,) = Read(draft_page(draft)).links
    assert link.startswith("mailto:a@example.org?subject=A%20Bcc%3A%20eve%40example.org&body=Hi%0D")
    assert link.count("@") == 1
    assert link.count("&") == 1


def test_a_call_has_its_steps_as_headings() -> None:
    body = "When to call:\nAfter nine\n\nFirst:\nHello\n\nA line of my own"
    page = draft_page(Draft(DraftKind.FIRST, Channel.PHONE, body)).decode()
    assert page.count('class="card"') == 2
    assert ">When to call</h2>" in page
    assert "A line of my own" in page
