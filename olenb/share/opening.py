"""The text in a file of any kind, and what in it can't be read.

Whatever a file is called, its first bytes say what it is. Archives are opened, archives in
archives too, but never further than a person's own files reach: a bomb is told about and
left alone.
"""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from olenb.contacts.importers import xlsx
from olenb.contacts.importers.decoding import decoded
from olenb.core.errors import WrongFile
from olenb.share import notebooks
from olenb.share.layers import lifted, packed

MOST_BYTES = 200_000_000
"""What all that is unpacked from one file may come to."""

MOST_TIMES = 200
"""How much larger than itself a packed file may be, and how large one may be in any case."""

ALWAYS_BYTES = 2_000_000

MOST_FILES = 5_000
DEEPEST = 5

_PICTURE = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM.{4}\x00{4}|II\*\x00|MM\x00\*|\x00\x00\x01\x00|"
    rb"RIFF.{4}WEBP|.{4}ftyp(?:hei|avif|mif1)",
    re.DOTALL,
)
_ZIP, _GZIP, _PDF = (b"PK\3\4", b"PK\5\6"), b"\x1f\x8b", b"%PDF"
_OFFICE = {"[Content_Types].xml", "mimetype"}
_DAMAGES = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(NotImplementedError, RuntimeError, EOFError, OSError, ValueError),
)
_BLOCK, _OVERLAP = 4_000_000, 1_000
_LOCKED = 1  # of a zip's flags


class Place(NamedTuple):
    """Where in a file something is: our words for it, or the name that it has there."""

    words: str
    name: str = ""


Places = tuple[Place, ...]


class Text(NamedTuple):
    """A text that was found in a file."""

    where: Places
    text: str
    has_lines: bool = False


class Unread(NamedTuple):
    """Something that could not be read: why, in a word of `REASONS`."""

    where: Places
    why: str


REASONS = {
    "picture": "pictures",
    "pdf": "PDF files",
    "locked": "files with a password",
    "large": "files that unpack to far too much",
    "damaged": "damaged files",
}


class Opening:
    """One file that is being looked through; it counts what it unpacks."""

    def __init__(self) -> None:
        self._bytes = MOST_BYTES
        self._files = MOST_FILES

    def look(
        self, content: bytes, where: Places = (), deep: int = 0, *, has_lines: bool = True
    ) -> Iterator[Text | Unread]:
        """Yield every text in a file, and what can't be read.

        Parameters
        ----------
        content
            The file.
        where
            Where it lies in the files around it.
        deep
            How many files are around it.
        has_lines
            Whether it means anything to its owner on which line something stands.
        """
        self._bytes -= len(content)
        self._files -= 1
        if self._bytes < 0 or self._files < 0 or deep > DEEPEST:
            yield Unread(where, "large")
        elif content.startswith(_ZIP):
            yield from self._archive(content, where, deep)
        elif content.startswith(_GZIP):
            yield from self._squeezed(content, where, deep)
        elif (why := _unreadable(content)) is not None:
            yield Unread(where, why)
            yield from _raw(content, where)  # what it says about itself is text
        else:
            yield from self._text(content, where, deep, has_lines)

    def _text(
        self, content: bytes, where: Places, deep: int, has_lines: bool
    ) -> Iterator[Text | Unread]:
        text = decoded(content)[0]
        if "\0" in text:
            yield from _raw(content, where)
            return
        parts = notebooks.parts(text)
        if parts is None:
            yield from self._layers(text, where, deep, has_lines)
            return
        for words, part in parts:
            yield from self._layers(part, (*where, Place(words)) if words else where, deep, False)

    def _layers(
        self, text: str, where: Places, deep: int, has_lines: bool
    ) -> Iterator[Text | Unread]:
        for shown in lifted(text):
            yield Text(where, shown, has_lines)
        for content in packed(text):
            yield from self.look(content, where, deep + 1, has_lines=False)

    def _squeezed(self, content: bytes, where: Places, deep: int) -> Iterator[Text | Unread]:
        most, opened = self._most(len(content)), zlib.decompressobj(wbits=31)
        try:
            inside = opened.decompress(content, most)
        except zlib.error:
            yield Unread(where, "damaged")
            return
        if len(inside) >= most:
            yield Unread(where, "large")
            return
        if not opened.eof:
            yield Unread(where, "damaged")
        yield from self.look(inside, where, deep + 1)

    def _most(self, packed_bytes: int) -> int:
        """Return how many bytes are taken out of so many."""
        return max(min(self._bytes, max(packed_bytes * MOST_TIMES, ALWAYS_BYTES)), 1)

    def _archive(self, content: bytes, where: Places, deep: int) -> Iterator[Text | Unread]:
        try:
            with zipfile.ZipFile(BytesIO(content)) as archive:
                yield from self._members(archive, where, deep)
                if "xl/workbook.xml" in archive.namelist():
                    yield from _cells(content, where)
        except _DAMAGES:
            yield Unread(where, "damaged")
            yield from _raw(content, where)

    def _members(
        self, archive: zipfile.ZipFile, where: Places, deep: int
    ) -> Iterator[Text | Unread]:
        yield Text(where, archive.comment.decode("utf-8", "replace"))
        is_document = not _OFFICE.isdisjoint(archive.namelist())
        for number, part in enumerate(archive.infolist(), start=1):
            step = () if is_document else (Place(f"file {number} in it", part.filename),)
            inside = (*where, *step)
            yield Text(inside, part.filename)
            if part.is_dir():
                continue
            if part.flag_bits & _LOCKED:
                yield Unread(inside, "locked")
                continue
            most = self._most(part.compress_size)
            try:
                with archive.open(part) as stream:
                    content = stream.read(most)
            except _DAMAGES:
                yield Unread(inside, "damaged")
                continue
            if len(content) >= most:
                yield Unread(inside, "large")
            else:
                yield from self.look(content, inside, deep + 1, has_lines=not is_document)
            if self._files < 0:
                return


def _unreadable(content: bytes) -> str | None:
    if content.startswith(_PDF):
        return "pdf"
    return "picture" if _PICTURE.match(content) else None


def _raw(content: bytes, where: Places) -> Iterator[Text]:
    """Yield what stands in a file of bytes, in the three ways in which programs write words."""
    for start in range(0, len(content), _BLOCK):
        block = content[start : start + _BLOCK + _OVERLAP]
        yield Text(where, block.decode("utf-8", "replace"))
        if b"\0" in block:
            yield from (Text(where, block[at:].decode("utf-16-le", "replace")) for at in (0, 1))


def _cells(content: bytes, where: Places) -> Iterator[Text | Unread]:
    """Yield the rows of a spreadsheet: a first and a last name may stand in two cells."""
    try:
        book = xlsx.open_book(content)
        for number, sheet in enumerate(book.sheets, start=1):
            for row in book.rows(sheet):
                place = (*where, Place(f"sheet {number}, row {row.line}"))
                yield Text(place, " ".join(row.cells))
    except WrongFile:
        yield Unread(where, "damaged")
