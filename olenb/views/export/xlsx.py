"""Tables as Excel workbooks in which every cell is text: no formula, no link, no date guessed.

The file is written by hand, for it needs one sheet of texts and nothing else: each cell holds its
own text (`inlineStr`), a kind of cell that can't hold a formula.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from olenb.views.export.legible import legible

LONGEST = 32_767
"""Characters that Excel takes in one cell; it calls a file with longer ones damaged."""

_MOST_ROWS = 1_048_576
_WIDEST, _NARROWEST = 60, 8
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ANY_DAY = (1980, 1, 1, 0, 0, 0)  # the same table makes the same file

_OFFICE = "http://schemas.openxmlformats.org"
_MAIN = f'xmlns="{_OFFICE}/spreadsheetml/2006/main"'
_RELATED = f"{_OFFICE}/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_OFFICE}/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATED}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELATED}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f"<styleSheet {_MAIN}>"
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" '
        'applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" '
        'applyFont="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    ),
}


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str = "People") -> bytes:
    """Return a table as an `.xlsx` file.

    Parameters
    ----------
    columns
        The headings.
    rows
        The cells, each row as long as `columns`; longer ones than `LONGEST` are cut.
    title
        What the sheet is called, in our own words: at most 31 letters and blanks.
    """
    whole = [list(columns), *(list(row) for row in rows)][:_MOST_ROWS]
    book = (
        f'<workbook {_MAIN} xmlns:r="{_RELATED}"><sheets>'
        f'<sheet name="{escape(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    parts = {**_PARTS, "xl/workbook.xml": book, "xl/worksheets/sheet1.xml": _sheet(whole)}
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            about = zipfile.ZipInfo(name, _ANY_DAY)
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, (_HEAD + content).encode())
    return file.getvalue()


def _sheet(rows: list[list[str]]) -> str:
    """Return the sheet: its first row bold and always in sight, columns as wide as their words."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    columns = "".join(
        f'<col min="{n}" max="{n}" customWidth="1" '
        f'width="{min(max(width + 2, _NARROWEST), _WIDEST)}"/>'
        for n, width in enumerate(widths, start=1)
    )
    view = (
        '<sheetViews><sheetView workbookViewId="0" tabSelected="1">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        "</sheetView></sheetViews>"
    )
    body = "".join(_row(number, row) for number, row in enumerate(rows, start=1))
    return (
        f"<worksheet {_MAIN}>{view}<cols>{columns}</cols><sheetData>{body}</sheetData></worksheet>"
    )


def _row(number: int, cells: list[str]) -> str:
    style = 1 if number == 1 else 0
    said = "".join(
        f'<c r="{column}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
        f"{_text(cell)}</t></is></c>"
        for column, cell in zip(_letters(), cells, strict=False)
        if cell
    )
    return f'<row r="{number}">{said}</row>'


def _text(cell: str) -> str:
    """Return a cell's text as XML; `_x0041_` would else be read as the sign that it stands for."""
    text = legible(cell)[:LONGEST]
    return escape(_LOOKS_ESCAPED.sub("_x005F_", text)).replace("\r", "_x000D_")


def _letters() -> Iterator[str]:
    """Yield A to Z, then AA to ZZ."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    yield from alphabet
    yield from (first + second for first in alphabet for second in alphabet)
