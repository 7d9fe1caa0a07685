"""Where a text names somebody: by the whole name, the first name, or a title and the last name.

Whoever writes says "Ana told me" of Ana Ruiz, and "May I ask" has nothing to do with May Chen.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

from olenb.contacts.keys import folded, visible
from olenb.network.words import called

Span = tuple[int, int]

_TITLES = r"(?:dr|prof|professor|doctor|mr|mrs|ms|mx|coach|pastor|rabbi|dean)\.?"
_SAYING = (
    r"(?:suggested|suggests|told|tells|said|says|thought|thinks|mentioned|recommended|recommends|"
    r"referred|gave|introduced|introduces|encouraged|pointed|sent|and\s+i|knows|works|worked)"
)
# First names that are words, too: these name somebody only together with what somebody does.
WORDS_TOO = frozenset(
    (
        *("amber", "angel", "april", "art", "august", "autumn", "bay", "bill", "bishop", "blue"),
        *("brook", "buddy", "chance", "charity", "chase", "chip", "christian", "chuck", "clay"),
        *("cliff", "crystal", "daisy", "dale", "dawn", "dean", "destiny", "drew", "duke", "earl"),
        *("eve", "faith", "fern", "forest", "frank", "gene", "ginger", "glen", "grace", "grant"),
        *("guy", "happy", "harmony", "hazel", "heather", "her", "holly", "honor", "hope", "hunter"),
        *("iris", "ivy", "jack", "jasmine", "jay", "jewel", "joy", "july", "june", "justice"),
        *("king", "lane", "lily", "long", "love", "major", "mark", "mason", "max", "may", "melody"),
        *("mercy", "miles", "nick", "olive", "page", "pat", "patience", "pearl", "penny", "pete"),
        *("pierce", "pip", "poppy", "precious", "prince", "ray", "rich", "river", "rob", "robin"),
        *("rocky", "rose", "ruby", "rusty", "sage", "sandy", "scout", "skip", "sky", "sonny"),
        *("star", "sterling", "storm", "sue", "summer", "sun", "sunny", "true", "van", "victor"),
        *("wade", "ward", "west", "will", "winter", "woods", "wren", "young"),
    )
)


def mention(text: str, name: str, besides: Collection[str] = ()) -> Span | None:
    """Return where `text` names somebody first, or None.

    Parameters
    ----------
    text
        What somebody writes.
    name
        The whole name, as the workbook has it.
    besides
        Names of others in the text, such as the reader's; a first name that one of them has
        too doesn't count alone.

    Returns
    -------
    tuple of int, or None
        Start and end, counted in characters of `text`.

    >>> mention("Ana told me about your lab.", "Ana Ruiz")
    (0, 3)
    >>> mention("May I ask you something?", "May Chen") is None
    True
    >>> mention("Dear Ana Holm,", "Ana Ruiz", besides=["Ana Holm"]) is None
    True

    """
    found = _mentions(text, name, besides)
    return min(found, key=lambda span: (span[0], -span[1]), default=None)


def whole(text: str, name: str) -> Iterator[Span]:
    """Yield where a text holds a whole name, of a person or a place.

    >>> list(whole("At the Mayo  Clinic.", "mayo clinic"))
    [(7, 19)]
    """
    if words := _plain(visible(name)):
        yield from _spans(_plain(text), _pattern(words))


def _mentions(text: str, name: str, besides: Collection[str]) -> Iterator[Span]:
    plain, whole = _plain(text), _plain(visible(name))
    if not whole:
        return
    yield from _spans(plain, _pattern(whole))
    first, last = _plain(called(visible(name))), whole.split()[-1]
    if last != whole and len(last) > 1:
        yield from _spans(plain, rf"\b{_TITLES}\s+(?:\w+\s+)?{_pattern(last)}")
    others = {_plain(called(visible(other))) for other in besides}
    if first == whole or first in others:
        return
    if len(first) < 3 or first in WORDS_TOO:
        yield from _spans(plain, rf"{_pattern(first)}(?=\s+(?:has\s+|had\s+|also\s+)?{_SAYING}\b)")
        return
    yield from _spans(plain, _pattern(first))


def _spans(plain: str, pattern: str) -> Iterator[Span]:
    return (found.span() for found in re.finditer(pattern, plain))


@lru_cache(maxsize=1024)
def _pattern(name: str) -> str:
    """Return a pattern for a name with any blanks between its words, and nothing glued to it."""
    inner = r"\s+".join(re.escape(word) for word in name.split())
    # Scripts that write no blanks between words have no edges to look for.
    before = r"(?<!\w)" if _has_edges(name[0]) else ""
    after = r"(?!\w)" if _has_edges(name[-1]) else ""
    return f"{before}{inner}{after}"


def _has_edges(char: str) -> bool:
    return char.isalnum() and unicodedata.east_asian_width(char) not in "WF"


def _plain(text: str) -> str:
    """Return `text` in small letters without accents, each character in its place."""
    return "".join(_letter(char) for char in text)


@lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    if char == "’":
        return "'"
    small = folded(char)
    return small if len(small) == 1 else char
