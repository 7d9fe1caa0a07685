"""The page for a counselor is one file that needs nothing else, and fits on one sheet."""

from html.parser import HTMLParser

import pytest

from olenb.core.goal_terms import Moment
from olenb.method.summary import Part
from olenb.views import summary_page as pages

HOSTILE = '<img src=x onerror="window.hacked=1"> $$x$$ {braces} \u202eمريم'


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.mark.parametrize("moment", Moment)
def test_the_page_says_what_was_ticked_and_what_to_talk_about(moment: Moment) -> None:
    part = Part("hunches", "Hunches to check", ("It is quiet", "It pays"))
    html = pages.summary_page(moment, [part], "Whom do you know?", "2026-11-25").decode()
    for words in ("Hunches to check", "It is quiet\nIt pays", "Whom do you know?", *moment.asks):
        assert words.replace("'", "&#x27;") in html
    assert "November 25, 2026" in html


def test_the_page_needs_nothing_and_runs_nothing() -> None:
    part = Part("curiosity", HOSTILE, (HOSTILE,))
    tags = _Tags()
    tags.feed(pages.summary_page(Moment.AFTER_GOALS, [part], HOSTILE).decode())
    names = {tag for tag, _ in tags.seen}
    assert not names & {"script", "img", "link", "iframe", "a"}
    assert not any(key in attributes for _, attributes in tags.seen for key in ("src", "href"))


def test_what_does_not_fit_is_left_out_from_the_longest_part_and_the_draft_goes_last() -> None:
    draft = Part("draft", "What I'd like to send", tuple(f"line {n}" for n in range(20)))
    changes = Part("changes", "What changed", tuple("x" * 100 for _ in range(6)))
    kept = pages.fitted([draft, changes])
    assert [len(part.lines) for part in kept] == [20, 2]
    assert pages.rows(kept) <= pages.SHEET
    only = pages.fitted([Part("draft", "Draft", tuple("x" for _ in range(99)))])
    assert 20 <= len(only[0].lines) <= pages.SHEET


def test_what_fits_is_left_as_it_is() -> None:
    parts = [Part("me", "Who I am", ("Robin",)), Part("curiosity", "Curious", ("labs",))]
    assert pages.fitted(parts, "What do you hear?") == parts
