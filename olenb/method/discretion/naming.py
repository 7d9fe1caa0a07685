"""Where a text names somebody, read so that rather a word too many is taken for a name."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator

from olenb.contacts.keys import folded, visible
from olenb.method.mentions import WORDS_TOO, Span, mention, whole
from olenb.network.words import called

Places = Callable[[str], Collection[str]]
"""Gives the places in whose name of several words a word stands, as “Mayo” in “Mayo Clinic”."""

WORD = re.compile(r"\w+")
_SENTENCE_BEGINS = re.compile(r"(^|[.!?:;“\"(\n]\s*)$")


def first_and_last(name: str) -> set[str]:
    """Return by which words somebody is looked up; "" where that can't be done by a word."""
    words = WORD.findall(folded(name))
    if not words or any(unicodedata.east_asian_width(char) in "WF" for char in name):
        return {""}
    return {words[0], words[-1], *WORD.findall(folded(called(name)))[:1]}


def every_word(name: str) -> set[str]:
    """Return every word that may name somebody; "" where that can't be said by a word."""
    return first_and_last(name) | set(WORD.findall(folded(name)))


def mentions(text: str, name: str, besides: Collection[str]) -> Iterator[Span]:
    """Yield every mention; a whole name that is one small word is left to `alone`."""
    if folded(name) in WORDS_TOO or len(visible(name)) < 2:
        return
    start = 0
    while span := mention(text[start:], name, besides):
        yield start + span[0], start + span[1]
        start += max(span[1], 1)


def alone(text: str, name: str, besides: Collection[str], places: Places) -> Iterator[Span]:
    """Yield where one word of a name stands alone with a capital.

    “May I” names nobody, and neither does “Mayo Clinic” for being called Mayo.
    """
    mine = {word for each in besides for word in folded(each).split()}
    words = {folded(word) for word in visible(name).split()} - mine
    for found in WORD.finditer(text):
        word = found.group()
        if len(word) < 2 or not word[0].isupper() or folded(word) not in words:
            continue
        if folded(word) in WORDS_TOO and _SENTENCE_BEGINS.search(text[: found.start()]):
            continue
        if not any(_holds(text, place, found.span()) for place in places(folded(word))):
            yield found.span()


def named(text: str, name: str, besides: Collection[str], places: Places) -> Iterator[Span]:
    """Yield where a text names somebody, with one word of the name even."""
    yield from mentions(text, name, besides)
    yield from alone(text, name, besides, places)


def replaced(text: str, spans: Iterable[Span], by: str) -> str:
    """Return a text with a word in place of each span; spans may touch and overlap."""
    said, done = [], 0
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if start >= done:
            said += [text[done:start], by]
        done = max(done, end)
    return "".join([*said, text[done:]])


def _holds(text: str, place: str, inner: Span) -> bool:
    return any(start <= inner[0] and inner[1] <= end for start, end in whole(text, place))
