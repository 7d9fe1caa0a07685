"""Names that may hold anything, made fit to draw: cleaned, measured, cut to a width.

There is no font here, so widths are estimates that err on the wide side: DejaVu Sans, which
matplotlib draws with, is wider than what browsers use.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

ELLIPSIS = "…"
NO_NAME = "(no name yet)"

_BOLD = 1.13  # DejaVu Sans Bold against the regular cut
_MARKS = 4  # more accents than this on one letter climb over the lines above and below
_ZWJ = "\u200d"

# Advance widths in ems, by groups of like width.
_EMS = {
    char: ems
    for chars, ems in (
        (" '.,:;|/\\ijlIJ", 0.34),
        ("f-()[]t!r", 0.44),
        ('"*_`szc?LF', 0.58),
        ("kvxyPTYoaeEhnuSbdgpq$0123456789{}·", 0.64),
        ("KAVXZBRC", 0.70),
        ("UNHDGOQ&", 0.79),
        ("w#+<=>^~", 0.87),
        ("mWM%@…", 1.0),
    )
    for char in chars
}
_WIDE = 1.3  # emoji and the fallback font's boxes are wider than a CJK square
_HUGE = 12.0  # cuneiform and the like: a single sign as long as a word


def clean(text: str) -> str:
    r"""Return text on one line, without what can't be drawn or would turn its neighbours around.

    >>> clean("  Ana\n\u202eRuiz\x00 ")
    'Ana Ruiz'
    """
    kept = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        if category in ("Cc", "Zs", "Zl", "Zp"):
            kept.append(" ")
            continue
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks <= _MARKS and not _is_hidden(char, category):
            kept.append(char)
    return " ".join("".join(kept).split())


def shown_name(name: str) -> str:
    """Return a name fit to draw, and a stand-in for one that is blank."""
    return clean(name) or NO_NAME


def whole(text: str) -> str:
    r"""Return text that a table can hold: half characters, which are none, as question marks.

    >>> whole("Ana \ud800")
    'Ana ?'
    """
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _is_hidden(char: str, category: str) -> bool:
    """Lone surrogates, non-characters, and controls of direction."""
    if category == "Cs" or ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF:
        return True
    # Joiners shape Persian, Hindi and family emoji; every other format character is noise.
    return category == "Cf" and char not in "\u200c\u200d" and not 0xE0020 <= ord(char) <= 0xE007F


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide text is at most, in the unit of `size`.

    >>> width("mm", 10) > width("ii", 10)
    True
    """
    return sum(map(_ems, text)) * size * (_BOLD if bold else 1.0)


def fit(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return text cut to `room`, with an ellipsis where something was cut.

    >>> fit("Ana Ruiz", 200, 14), fit("Ana Ruiz", 50, 14)
    ('Ana Ruiz', 'Ana…')
    """
    if width(text, size, bold=bold) <= room:
        return text
    room -= width(ELLIPSIS, size, bold=bold)
    kept = ""
    for letter in _letters(text):
        if width(kept + letter, size, bold=bold) > room:
            break
        kept += letter
    return kept.rstrip() + ELLIPSIS


def wrap(
    text: str, room: float, size: float, *, bold: bool = False, lines: int = 2
) -> tuple[str, ...]:
    """Return text on as many lines as allowed, broken between words, the last one cut to fit.

    >>> wrap("Children's Hospital of Philadelphia", 160, 14)
    ("Children's Hospital", 'of Philadelphia')
    """
    if lines == 1 or width(text, size, bold=bold) <= room:
        return (fit(text, room, size, bold=bold),)
    words = text.split(" ")
    head = 1
    while head < len(words) and width(" ".join(words[: head + 1]), size, bold=bold) <= room:
        head += 1
    first, rest = " ".join(words[:head]), " ".join(words[head:])
    if not rest or width(first, size, bold=bold) > room:
        return (fit(text, room, size, bold=bold),)
    return first, *wrap(rest, room, size, bold=bold, lines=lines - 1)


@lru_cache(maxsize=4096)
def _ems(char: str) -> float:
    """Return one character's width."""
    if char in _EMS:
        return _EMS[char]
    base = unicodedata.normalize("NFD", char)[0]
    if base in _EMS:
        return _EMS[base]
    if _joins(char):
        return 0.0
    if 0x12000 <= ord(char) <= 0x1254F or char == "\ufdfd":
        return _HUGE
    if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF:
        return _WIDE
    return 0.75 if char.islower() else 1.1


def _joins(char: str) -> bool:
    """Whether a character is drawn on the one before it."""
    return unicodedata.category(char) in ("Mn", "Me", "Cf") or 0x1F3FB <= ord(char) <= 0x1F3FF


def _letters(text: str) -> Iterator[str]:
    """Yield what a reader sees as one letter: a base with its accents, a joined emoji, a flag."""
    letter = ""
    for char in text:
        flag = _is_flag(char) and len(letter) == 1 and _is_flag(letter)
        if letter and not (flag or _joins(char) or letter.endswith(_ZWJ)):
            yield letter
            letter = ""
        letter += char
    if letter:
        yield letter


def _is_flag(char: str) -> bool:
    """Whether this is half of a flag."""
    return 0x1F1E6 <= ord(char) <= 0x1F1FF
