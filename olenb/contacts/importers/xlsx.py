"""Excel workbooks as rows of text."""

import datetime
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice

import python_calamine as calamine

from olenb.contacts.importers.reading import HEADER_WITHIN, IsHeader, Row, Table
from olenb.contacts.importers.values import tidy
from olenb.contacts.importers.xlsx_safety import DAMAGED, NOTHING_CHANGED, look_over
from olenb.core.errors import NotFound, WrongFile

_BLANK_ROWS = 500
_TROUBLES = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, calamine.CalamineError, struct.error),
    *(NotImplementedError, RuntimeError, EOFError, OSError, ValueError),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, repr=False)
class Book:
    """An Excel workbook that was looked over: the names of its sheets, and their rows."""

    sheets: tuple[str, ...]
    inner: calamine.CalamineWorkbook

    def rows(self, sheet: str | None = None) -> Iterator[Row]:
        """Yield the rows of a sheet that aren't blank, as text, each with its number.

        Dates come as ISO, whole numbers without a point. Reading ends after 500 blank rows.

        Parameters
        ----------
        sheet
            One of `sheets`; None takes the first.

        Raises
        ------
        NotFound
            There is no such sheet.
        WrongFile
            The sheet is damaged.

        """
        name = next(iter(self.sheets), None) if sheet is None else sheet
        if name not in self.sheets:
            raise NotFound(
                f"There is no sheet of that name in this workbook. {NOTHING_CHANGED} "
                f"It has: {', '.join(self.sheets)}."
            )
        try:
            page = self.inner.get_sheet_by_name(name)
        except _TROUBLES as error:
            raise WrongFile(DAMAGED) from error
        return _filled(page.iter_rows())


def is_excel(content: bytes) -> bool:
    """Tell whether a file begins as Excel's do, new or old, with a password or without."""
    return content.startswith((b"PK", _OLE))


def open_book(content: bytes) -> Book:
    """Open an `.xlsx` after looking it over.

    Raises
    ------
    WrongFile
        It isn't an `.xlsx`, has a password, is damaged, or unpacks to far too much.

    """
    _name_other_kinds(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            look_over(archive)
        inner = calamine.CalamineWorkbook.from_filelike(BytesIO(content))
    except _TROUBLES as error:
        raise WrongFile(DAMAGED) from error
    tables = calamine.SheetTypeEnum.WorkSheet
    return Book(tuple(s.name for s in inner.sheets_metadata if s.typ == tables), inner)


def table(rows: Iterable[Row], *tests: IsHeader) -> Table | None:
    """Return a sheet from its header on, passing over title rows; None where it has none.

    Parameters
    ----------
    rows
        What `Book.rows` gave.
    *tests
        Tell whether a row is the header; the first test that one of the first rows passes wins.

    """
    every = iter(rows)
    first = list(islice(every, HEADER_WITHIN))
    hits = (place for test in tests for place, row in enumerate(first) if test(row.cells))
    start = next(hits, None)
    if start is None:
        return None
    header = first[start].cells
    kept = [*first[start + 1 :], *every]
    width = max(
        (place for row in [first[start], *kept] for place, text in enumerate(row.cells, 1) if text),
        default=0,
    )
    for row in kept:
        row.cells[:] = [*row.cells, *[""] * width][:width]
    return Table([*header, *[""] * width][:width], kept)


def _name_other_kinds(content: bytes) -> None:
    """Refuse what isn't a zip, saying what it looks like."""
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise WrongFile(
                f"This Excel file has a password. {NOTHING_CHANGED} "
                "Please open it in Excel, save a copy without the password, import that, and then "
                "delete the copy."
            )
        raise WrongFile(
            f"This is an Excel file of the old kind (.xls). {NOTHING_CHANGED} "
            "Please open it, choose "
            "Save As, pick .xlsx or CSV, and try again."
        )
    if not content.startswith(b"PK"):
        raise WrongFile(
            f"This isn't an Excel workbook (.xlsx), whatever its name says. {NOTHING_CHANGED} "
            "If it is a table of text, please give it the ending .csv and try again."
        )


def _filled(every: Iterable[Sequence[object]]) -> Iterator[Row]:
    """Yield the rows that aren't blank, up to a long blank stretch."""
    blank = 0
    for number, cells in enumerate(every, start=1):
        texts = [_text(cell) for cell in cells]
        blank = 0 if any(texts) else blank + 1
        if blank > _BLANK_ROWS:
            return
        if not blank:
            yield Row(number, texts)


def _text(value: object) -> str:
    """Return a cell as somebody would type it."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)
