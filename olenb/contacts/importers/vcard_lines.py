"""The outer form of vCard files: cards, folded lines, encodings and character sets.

Cards are cut apart first, so that a broken card never costs its neighbours, and then read
line by line. A general vCard library was measured at 15 s for 30,000 cards of ten lines and
gives up on a whole card for one odd line; this reading takes the lines that it understands.
"""

import binascii
import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from olenb.contacts.importers.decoding import decoded

_FRAME = re.compile(rb"(BEGIN|END)[ \t]*:[ \t]*([\w-]+)[ \t]*$", re.IGNORECASE)
_PROPERTY = re.compile(rb"((?:[\w-]+\.)?[A-Za-z][\w-]*(?:;(?:\"[^\"\n]*\"|[^\":\n])*)?):")
_MEDIA = re.compile(rb"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]", re.IGNORECASE)
_BLANKS = (b" ", b"\t")
_FRAME_STARTS = (b"B", b"E", b"b", b"e")
_TOKEN = re.compile(r"\\.|\\$|[^\\,;]+|[,;]", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\,;:nN])")
_DROPPED = frozenset(
    (
        *("PHOTO", "LOGO", "SOUND", "KEY", "VERSION", "PRODID", "PROFILE", "REV", "UID", "CLASS"),
        *("MAILER", "SOURCE", "LABEL", "SORT-STRING", "X-ABLABEL", "X-ABADR"),
        *("X-MS-OL-DESIGN", "X-MS-CARDPICTURE"),
    )
)


@dataclass(frozen=True, slots=True)
class Card:
    """The lines between one BEGIN:VCARD and its END, with the number of the first."""

    line: int
    lines: list[bytes] = field(default_factory=list)
    kind: str = "VCARD"


@dataclass(frozen=True, slots=True)
class Header:
    """What stands before the colon of a property."""

    name: str
    marks: frozenset[str] = frozenset()
    encoding: str = ""
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a card: what it is, and its text, escapes still in it."""

    name: str
    marks: frozenset[str]
    value: str
    garbled: bool = False


def as_bytes(data: bytes) -> bytes:
    r"""Return the same text in UTF-8 where it came in UTF-16, with or without its mark.

    >>> as_bytes("BEGIN:VCARD\n".encode("utf-16-be"))
    b'BEGIN:VCARD\n'
    """
    wide = data.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)) or b"\0" in data[:200]
    return decoded(data)[0].encode() if wide else data.removeprefix(codecs.BOM_UTF8)


def cards(data: bytes) -> list[Card]:
    r"""Cut a file into its cards, in order; a card whose END is missing counts too.

    >>> found = cards(b"BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\n")
    >>> [(card.line, card.lines) for card in found]
    [(1, [b'FN:Ana']), (3, [b'FN:Bo'])]
    """
    opened: list[Card] = []
    done: list[Card] = []
    media = False
    for number, line in _lines(data):
        frame = _FRAME.match(line) if line[:1] in _FRAME_STARTS else None
        if frame is None:
            media = _is_media(line, media)
            if opened and not media:
                opened[-1].lines.append(line)
            continue
        kind = frame[2].decode().upper()
        if frame[1].upper() == b"BEGIN":
            opened.append(Card(number, kind=kind))
        elif any(card.kind == kind for card in opened):
            done += _close(opened, kind)
    return sorted(
        (card for card in done + opened if card.kind == "VCARD"), key=lambda card: card.line
    )


def properties(card: Card) -> Iterator[Property]:
    r"""Yield a card's properties, unfolded and decoded; pictures, sounds and keys left out.

    >>> list(properties(Card(1, [b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=", b"=A9"])))
    [Property(name='FN', marks=frozenset(), value='José', garbled=False)]
    """
    for start, value in _unfold(card.lines):
        header = _header(start)
        text, garbled = _decode(value, header)
        yield Property(header.name, header.marks, text, garbled)


def split(value: str, separator: str) -> list[str]:
    r"""Split a value at separators that aren't escaped, and take the escapes out.

    >>> split(r"Ruiz\; Sons;Sales, North", ";")
    ['Ruiz; Sons', 'Sales, North']
    """
    if "\\" not in value:
        return value.split(separator)
    parts = [""]
    for token in _TOKEN.findall(value):
        if token == separator:
            parts.append("")
        else:
            parts[-1] += token
    return [unescape(part) for part in parts]


def unescape(value: str) -> str:
    r"""Return a value without vCard's escapes.

    >>> unescape(r"http\://x.org\, or\nhere")
    'http://x.org, or\nhere'
    """
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda hit: "\n" if hit[1] in "nN" else hit[1], value)


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the numbered lines of a file, whichever way its lines end; blank ones too."""
    data = data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    for number, line in enumerate(BytesIO(data), start=1):
        yield number, line.removesuffix(b"\n")


def _is_media(line: bytes, media: bool) -> bool:
    """Tell whether a line begins or goes on with a picture, a sound or a key."""
    if media and (line[:1] in _BLANKS or b":" not in line):
        return True
    return _MEDIA.match(line) is not None


def _close(opened: list[Card], kind: str) -> Iterator[Card]:
    """Take frames off the stack up to and including the newest of a kind."""
    while opened:
        card = opened.pop()
        yield card
        if card.kind == kind:
            return


def _unfold(lines: list[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Yield header and value of every wanted property, its continuation lines joined."""
    start: bytes | None = None
    parts: list[bytes] = []
    soft = False
    for line in lines:
        if soft:
            parts[-1] = parts[-1].rstrip(b" \t")[:-1]
            parts.append(line)
            soft = line.rstrip(b" \t").endswith(b"=")
        elif line[:1] in _BLANKS:
            parts.append(line[1:])
        elif found := _PROPERTY.match(line):
            if start is not None:
                yield start, b"".join(parts)
            start = None if _header(found[1]).name in _DROPPED else found[1]
            parts = [line[found.end() :]]
            soft = _header(found[1]).encoding == "QUOTED-PRINTABLE" and parts[0].rstrip(
                b" \t"
            ).endswith(b"=")
        elif parts and parts[-1].endswith(b"\\"):
            parts.append(line)
    if start is not None:
        yield start, b"".join(parts)


@lru_cache(maxsize=2_048)
def _header(start: bytes) -> Header:
    """Read `item1.TEL;TYPE=CELL;PREF` and the like."""
    name, *params = start.decode("utf-8", "replace").upper().split(";")
    values = dict(param.split("=", 1) for param in params if "=" in param)
    marks = [param for param in params if "=" not in param]
    marks += [value for key, value in values.items() if key in ("TYPE", "PREF", "VALUE")]
    encoding = values.get("ENCODING", "")
    if "QUOTED-PRINTABLE" in marks:
        encoding = "QUOTED-PRINTABLE"
    words = frozenset(word for mark in marks for word in mark.strip('"').split(","))
    return Header(name.rpartition(".")[2], words, encoding, values.get("CHARSET", "").strip('"'))


def _decode(value: bytes, header: Header) -> tuple[str, bool]:
    """Return the text of a value, and whether some of its letters couldn't be read."""
    if header.encoding == "QUOTED-PRINTABLE":
        value = binascii.a2b_qp(value)
    elif header.encoding in ("B", "BASE64"):
        value = _from_base64(value)
    try:
        return value.decode(header.charset or "utf-8"), False
    except (LookupError, ValueError):
        pass
    try:
        return value.decode(), False
    except UnicodeDecodeError:
        pass
    try:
        return value.decode(header.charset, "replace"), True
    except (LookupError, ValueError):
        return decoded(value)[0], True


def _from_base64(value: bytes) -> bytes:
    """Return decoded bytes, or none where the block is broken."""
    try:
        return binascii.a2b_base64(value)
    except binascii.Error:
        return b""
