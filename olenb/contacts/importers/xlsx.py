"""Excel workbooks as rows of text."""

import datetime
import zipfile
from collections.abc import Iterator
from pathlib import Path

import python_calamine as calamine

from olenb.contacts.importers.reading import Row, file_bytes
from olenb.contacts.importers.values import tidy
from olenb.contacts.importers.xlsx_safety import DAMAGED, NOTHING_CHANGED, look_over
from olenb.core.errors import NotFound, WrongFile

_BLANK_ROWS = 500
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sheets(path: Path) -> tuple[str, ...]:
    """Return the names of a workbook's sheets, in order, once it was found to be safe.

    Raises
    ------
    WrongFile
        The file isn't an `.xlsx`, has a password, is damaged, or is a trap.

    """
    with _opened(path) as book:
        return tuple(book.sheet_names)


def rows(path: Path, sheet: str | None = None) -> Iterator[Row]:
    """Yield the rows of a sheet that aren't blank, every cell as text, each with its number.

    Dates come as ISO, whole numbers without a point. Reading ends after 500 blank rows.

    Parameters
    ----------
    path
        An `.xlsx` file.
    sheet
        The sheet's name; None takes the first one.

    Raises
    ------
    WrongFile
        As for `sheets`.
    NotFound
        There is no such sheet.

    """
    with _opened(path) as book:
        if sheet is not None and sheet not in book.sheet_names:
            raise NotFound(
                f"There is no sheet of that name in this workbook. {NOTHING_CHANGED} "
                ""
                f"It has: {', '.join(book.sheet_names)}."
            )
        yield from _rows(book, sheet or book.sheet_names[0])


def _opened(path: Path) -> calamine.CalamineWorkbook:
    """Open a workbook after looking it over."""
    _name_other_kinds(file_bytes(path))
    try:
        with zipfile.ZipFile(path) as archive:
            look_over(archive)
        return calamine.CalamineWorkbook.from_path(str(path))
    except (
        zipfile.BadZipFile,
        calamine.CalamineError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
    ) as error:
        raise WrongFile(DAMAGED) from error


def _name_other_kinds(content: bytes) -> None:
    """Refuse what isn't a zip, saying what it looks like."""
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise WrongFile(
                f"This Excel file has a password. {NOTHING_CHANGED} "
                "Please open it in Excel, save a copy "
                "without the password, import that, and then delete the copy."
            )
        raise WrongFile(
            f"This is an Excel file of the old kind (.xls). {NOTHING_CHANGED} "
            "Please open it, choose "
            "Save As, pick .xlsx or CSV, and try again."
        )
    if not content.startswith(b"PK"):
        raise WrongFile(
            f"This isn't an Excel workbook (.xlsx), whatever its name says. {NOTHING_CHANGED} "
            "If it is a "
            "table of text, please give it the ending .csv and try again."
        )


def _rows(book: calamine.CalamineWorkbook, sheet: str) -> Iterator[Row]:
    """Yield the rows that aren't blank, as text, up to a long blank stretch."""
    try:
        page = book.get_sheet_by_name(sheet)
    except calamine.CalamineError as error:
        raise WrongFile(DAMAGED) from error
    blank = 0
    for number, cells in enumerate(page.iter_rows(), start=1):
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
