r"""The text in a text: what markup, escapes and packed data hide from a plain search.

A name may stand in a file as `Jos&eacute; Ruiz`, `Jos\u00e9 Ruiz`, `Jos%C3%A9+Ruiz`,
`Jos=C3=A9 Ruiz`, `<b>José</b> <i>Ruiz</i>`, or in base64. Each layer returns what it reveals,
or None where it has nothing to do; layers are lifted off one after the other.
"""

import base64
import binascii
import html
import quopri
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

ROUNDS = 2
"""One layer may lie under another: markup inside of JSON inside of markup."""

_INSIDE_A_WORD = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "q", "r", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "t", "tspan", "u", "var", "wbr"),
    )
)
"""Tags that may stand in the middle of a word, in pages, drawings and spreadsheets."""

_WORD_PROCESSORS = ("w", "w14", "w15", "a")
_BETWEEN_WORDS = frozenset(("p", "tc", "tr", "br", "cr", "tab"))
"""In a word processor's document a word may be cut anywhere, and only these end one."""

_TAG = re.compile(r"<!--|-->|<[/!?]?([A-Za-z][\w:.-]*)[^<>]*>")
_MARKUP = re.compile(r"<[/!?]?[A-Za-z]")
_ENTITY = re.compile(r"&#?\w{2,12};?")
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([nrt/\"']))"
)
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_QUOTED = re.compile(r"=[0-9A-F]{2}|=\r?\n")
_PACKED = re.compile(r"[A-Za-z0-9+/]{24,}(?:[\r\n]{1,2}[A-Za-z0-9+/]{4,})*={0,2}")
_BLANKS = {"n": " ", "r": " ", "t": " "}


def lifted(text: str) -> Iterator[str]:
    """Yield a text and every text that shows when layers are lifted off it.

    Parameters
    ----------
    text
        Anything; the lines of what is yielded are those of the text.

    >>> list(lifted("Jos&eacute; <b>R</b>uiz"))
    ['Jos&eacute; <b>R</b>uiz', 'José <b>R</b>uiz', 'José  R uiz', 'José Ruiz']
    """
    yield text
    for _ in range(ROUNDS):
        before = text
        for lift in _LAYERS:
            for shown in lift(text):
                if shown != text:
                    yield shown
                    text = shown
        if text == before:
            return


def packed(text: str) -> Iterator[bytes]:
    """Yield what stands in a text in base64, such as the pictures of a page.

    Parameters
    ----------
    text
        Anything.

    >>> list(packed("data:text/plain;base64," + base64.b64encode(b"By Ana Ruiz, 2026.").decode()))
    [b'By Ana Ruiz, 2026.']
    """
    for found in _PACKED.finditer(text):
        digits = re.sub(r"\s", "", found[0]).rstrip("=")
        try:
            yield base64.b64decode(digits + "=" * (-len(digits) % 4), validate=True)
        except binascii.Error:
            continue


def _without_escapes(text: str) -> Iterator[str]:
    """Yield what JSON, JavaScript and Python say with backslashes."""
    if _ESCAPE.search(text):
        raw = _ESCAPE.sub(_unescaped, text)
        yield raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code is None:
        return _BLANKS.get(found[4], found[4])
    return chr(min(int(code, 16), 0x10FFFF))


def _without_entities(text: str) -> Iterator[str]:
    if _ENTITY.search(text):
        yield html.unescape(text)


def _without_tags(text: str) -> Iterator[str]:
    """Yield a page with a blank for each tag, and as it reads, with none inside of words."""
    if _MARKUP.search(text):
        # The second has to be made from the text itself, so it comes last and is built upon.
        yield _TAG.sub(lambda tag: " " + "\n" * tag[0].count("\n"), text)
        yield _TAG.sub(lambda tag: _between(tag) + "\n" * tag[0].count("\n"), text)


def _between(tag: re.Match[str]) -> str:
    family, _, name = (tag[1] or "").lower().rpartition(":")
    if family in _WORD_PROCESSORS:
        return " " if name in _BETWEEN_WORDS else ""
    return "" if name in _INSIDE_A_WORD else " "


def _without_percents(text: str) -> Iterator[str]:
    if _PERCENT.search(text):
        yield unquote(text.replace("+", " "))


def _without_quoting(text: str) -> Iterator[str]:
    """Yield what old mail and address books quote, `=C3=A9` for é."""
    if _QUOTED.search(text):
        yield quopri.decodestring(text.encode("utf-8", "replace")).decode("utf-8", "replace")


_LAYERS: tuple[Callable[[str], Iterator[str]], ...] = (
    _without_escapes,
    _without_entities,
    _without_tags,
    _without_percents,
    _without_quoting,
)
