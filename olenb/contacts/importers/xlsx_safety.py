"""Looking over an Excel workbook before anything opens it.

An `.xlsx` is a zip of XML, and a few kilobytes of it can unpack to gigabytes or name one cell
at the far corner of the sheet. So every part is unpacked in a stream, counting real bytes (the
sizes that a zip declares prove nothing), and then it is seen where the filled cells of each
sheet are.
"""

import re
import sys
import zipfile
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

from olenb.core.errors import WrongFile

MAX_UNPACKED = 200_000_000
MAX_RATIO = 200
MAX_COLUMNS = 256
MAX_ROWS = 200_000
MAX_CELLS = 3_000_000
MAX_WORDS = 60_000_000
"""Most bytes of shared texts: they are held in memory whole."""

_CHUNK = 1 << 20
_RATIO_FROM = 1 << 20  # a small file of blanks packs well and harms nobody
_PREFIX = rb"(?:[^\s<>/:\"']{1,100}:)?"
_ATTRIBUTE = rb"\s+(?!r\s*=)[^\s=<>]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')"
_OPEN_TAG = rb"(?>(?:" + _ATTRIBUTE + rb")*)\s*>"
_ADDRESS = rb"\s+r\s*=\s*[\"']([A-Za-z]{0,9})(\d{1,20})[\"']"
_CELL = re.compile(  # with an address, and with something in it: not <c ... />
    rb"<" + _PREFIX + rb"c(?>(?:" + _ATTRIBUTE + rb")*)" + _ADDRESS + _OPEN_TAG
)
_PLAIN_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^<>]*(?<!/)>')
_NOT_PLAIN = re.compile(
    rb"<(?:[^\s<>/:\"']{1,100}:c|"
    rb'c(?! r="[A-Z]{1,3}\d{1,7}"(?: (?!r=)[\w:.\-]+="[^"<>]*")*+ ?/?>))[\s>]'
)
_CELL_WITHOUT_ADDRESS = re.compile(rb"<" + _PREFIX + rb"c" + _OPEN_TAG)
_EMPTY_CELL = re.compile(
    rb"<" + _PREFIX + rb"c(?>(?:" + _ATTRIBUTE + rb"|" + _ADDRESS + rb")*)\s*/>"
)
_ANY_CELL = re.compile(rb"<" + _PREFIX + rb"c[\s/>]")
_ROW = re.compile(rb"<" + _PREFIX + rb"row(?>(?:" + _ATTRIBUTE + rb")*)" + _ADDRESS)

NOTHING_CHANGED = "Nothing was changed."
_TOO_LARGE = (
    f"This workbook unpacks to far more than a list of contacts needs. {NOTHING_CHANGED} "
    "Please copy the rows that you need into a new sheet, save that, and try again."
)
_FAR = (
    "This sheet has something written far outside of any list of contacts (more than "
    f"{MAX_ROWS:,} rows or {MAX_COLUMNS} columns away). {NOTHING_CHANGED} "
    "Please copy the rows that you need into a new sheet, save that, and try again."
)
DAMAGED = (
    f"This Excel file is damaged and can't be opened. {NOTHING_CHANGED} "
    "Please open it in a spreadsheet program, save it again, and try again; or save it as CSV."
)


@dataclass(frozen=True, slots=True)
class _Extent:
    """How far the filled cells of a sheet reach."""

    rows: int = 0
    columns: int = 0

    def reached(self, letters: bytes, row: bytes) -> "_Extent":
        """Return the extent with one more cell in it."""
        column = 0
        for letter in letters.upper():
            column = column * 26 + letter - 64
        return _Extent(max(self.rows, int(row)), max(self.columns, column))


def look_over(archive: zipfile.ZipFile) -> None:
    """Unpack every part without keeping it, and refuse what no list of contacts needs.

    Raises
    ------
    WrongFile
        It is another kind of zip, it unpacks to more than 200 MB or to more than 200 times its
        size, or a filled cell stands beyond 200,000 rows or 256 columns.

    """
    parts = archive.infolist()
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise WrongFile(
            f"This file is a zip, but not an Excel workbook (.xlsx). {NOTHING_CHANGED} "
            "If it comes from another spreadsheet program, please save it there as .xlsx or CSV."
        )
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise WrongFile(_TOO_LARGE)
    left = MAX_UNPACKED
    for part in parts:
        left -= _real_size(archive, part, left)
    for part in parts:
        if _is_sheet(part):
            _measure(archive, part)


def _is_sheet(part: zipfile.ZipInfo) -> bool:
    name = part.filename.lower()
    return "worksheets/" in name and name.endswith(".xml")


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack a part to its real end, whatever size it declares."""
    undeclared = copy(part)
    undeclared.file_size = sys.maxsize
    with archive.open(undeclared) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _real_size(archive: zipfile.ZipFile, part: zipfile.ZipInfo, limit: int) -> int:
    """Return how much a part unpacks to; stop as soon as it, or its cells, are too many."""
    if "sharedstrings" in part.filename.lower():
        limit = min(limit, MAX_WORDS)
    limit = min(limit, max(MAX_RATIO * part.compress_size, _RATIO_FROM))
    size = cells = 0
    for chunk in _chunks(archive, part):
        size += len(chunk)
        cells += chunk.count(b"<v") if _is_sheet(part) else 0
        if size > limit or cells > MAX_CELLS:
            raise WrongFile(_TOO_LARGE)
    return size


def _measure(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse a sheet whose filled cells reach too far."""
    extent, rest = _Extent(), b""
    for chunk in _chunks(archive, part):
        text = rest + chunk
        cut = max(text.rfind(b"<"), 0)  # the last tag may go on in the next chunk
        extent, rest = _reach(text[:cut], extent), text[cut:]
        if len(rest) > _CHUNK:
            raise WrongFile(DAMAGED)
    _reach(rest, extent)


def _reach(text: bytes, extent: _Extent) -> _Extent:
    """Return how far filled cells reach by the end of this text."""
    if b"\0" in text:
        raise WrongFile(DAMAGED)
    plain = _NOT_PLAIN.search(text) is None
    cells = (_PLAIN_CELL if plain else _CELL).findall(text)
    if not plain:
        _refuse_strange_cells(text, len(cells))
    for letters in {letters for letters, _ in cells}:
        extent = extent.reached(letters, b"0")
    extent = extent.reached(b"", max((row for _, row in cells), key=int, default=b"0"))
    if not plain and _CELL_WITHOUT_ADDRESS.search(text):
        extent = _without_addresses(text, extent)
    if extent.rows > MAX_ROWS or extent.columns > MAX_COLUMNS:
        raise WrongFile(_FAR)
    if extent.rows * extent.columns > MAX_CELLS:
        raise WrongFile(_TOO_LARGE)
    return extent


def _refuse_strange_cells(text: bytes, addressed: int) -> None:
    """Refuse a cell that isn't written as any program writes it: it can't be seen where it is."""
    others = (_CELL_WITHOUT_ADDRESS, _EMPTY_CELL)
    known = addressed + sum(len(each.findall(text)) for each in others)
    if known != len(_ANY_CELL.findall(text)):
        raise WrongFile(DAMAGED)


def _without_addresses(text: bytes, extent: _Extent) -> _Extent:
    """Return the extent where cells stand one after another, as some programs write them."""
    rows = [int(number) for _, number in _ROW.findall(text)]
    widest = max(len(_CELL_WITHOUT_ADDRESS.findall(row)) for row in text.split(b"</row"))
    last = max([*rows, extent.rows + text.count(b"</row")])
    return _Extent(last, max(extent.columns, widest))
