"""Excel workbooks: what people save, and what is meant to do harm."""

import datetime
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from olenb.contacts.importers import xlsx
from olenb.core.errors import NotFound, OlenbError, WrongFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LIMIT = 300_000_000
ATTEMPT = """
import re, resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (900_000_000, 900_000_000))
from olenb.contacts.importers import xlsx
from olenb.core.errors import WrongFile
begun = time.process_time()
try:
    print("read", sum(1 for _ in xlsx.open_book(Path(sys.argv[1]).read_bytes()).rows()))
except WrongFile as error:
    print(error)
print(time.process_time() - begun)
print(re.search("VmHWM:.*?([0-9]+)", Path("/proc/self/status").read_text())[1])
"""
needs_linux = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="memory is measured by Linux's /proc"
)


def saved(tmp_path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path = tmp_path / "list.xlsx"
    book.save(path)
    return path


def made(tmp_path: Path, sheet: bytes, more: dict[str, bytes] | None = None) -> Path:
    """Write a workbook whose first sheet is these bytes."""
    plain = saved(tmp_path, ("Name",))
    path = tmp_path / "made.xlsx"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            own = sheet if part == "xl/worksheets/sheet1.xml" else old.read(part)
            new.writestr(part, own)
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return path


def sheet_of(cells: str) -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'.encode()


def attempt(path: Path) -> str:
    """Read a file in a child process that has little memory, and return what it says."""
    done = subprocess.run(
        [sys.executable, "-c", ATTEMPT, str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-500:]
    said, seconds, kilobytes = done.stdout.splitlines()
    assert float(seconds) < 2
    assert int(kilobytes) * 1024 < LIMIT
    return said


def test_cells_become_text_as_somebody_would_type_it(tmp_path: Path) -> None:
    path = saved(
        tmp_path,
        ("Name", "Year", "Since", "Phone", "Member", "At", "Share"),
        (
            "Zoë\x07"[:3],
            2015.0,
            datetime.date(2020, 1, 2),
            14155550100,
            True,
            datetime.time(9),
            0.5,
        ),
    )
    assert [row.cells for row in xlsx.open_book(path.read_bytes()).rows()][1] == [
        *("Zoë", "2015", "2020-01-02", "14155550100", "TRUE", "09:00:00", "0.5")
    ]


def test_blank_rows_are_passed_over_and_the_rest_keep_their_numbers(tmp_path: Path) -> None:
    path = saved(tmp_path, (), ("Name", "Class"), (), ("Ida", 2015))
    assert [row.line for row in xlsx.open_book(path.read_bytes()).rows()] == [2, 4]


def test_the_sheets_are_named_and_one_can_be_chosen(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.create_sheet("Alumni").append(["Name"])
    path = tmp_path / "two.xlsx"
    book.save(path)
    assert xlsx.open_book(path.read_bytes()).sheets == ("Notes", "Alumni")
    assert [row.cells for row in xlsx.open_book(path.read_bytes()).rows("Alumni")] == [["Name"]]
    assert list(xlsx.open_book(path.read_bytes()).rows()) == []
    with pytest.raises(NotFound, match="It has: Notes, Alumni"):
        list(xlsx.open_book(path.read_bytes()).rows("Alumnae"))


@needs_linux
def test_a_million_empty_formatted_rows_do_no_harm(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(2, 1_000_000, 5))
    first = '<row r="1"><c r="A1" t="inlineStr"><is><t>Ida</t></is></c></row>'
    assert attempt(made(tmp_path, sheet_of(first + empty))) == "read 1"


@pytest.mark.parametrize(
    "cell",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="XFD1"><v>1</v></c></row>',
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        "<row r='1048576'><c t='n' s=\"0\" r = 'A1048576' ><v>1</v></c></row>",
        '<row r="1"><c t="n" cm=" r=\'A1\'" r="XFD1"><v>1</v></c></row>',
        '<row r="1048576"><c><v>1</v></c></row>',
        '<row r="1">' + "<c><v>1</v></c>" * 300 + "</row>",
        '<a-b:row r="1"><a-b:c r="XFD1048576"><a-b:v>1</a-b:v></a-b:c></a-b:row>',
    ],
)
@needs_linux
def test_a_cell_at_the_far_corner_is_refused(tmp_path: Path, cell: str) -> None:
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    assert "far outside" in attempt(made(tmp_path, sheet_of(first + cell)))


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A201501501501501501501"A2"A2" t="s"><v>1</v></c>',
        '<c r="XFD1048576" x><v>1</v></c>',
        "<c r=XFD1048576><v>1</v></c>",
        '<c r="A1" x"" r="XFD1048576"><v>1</v></c>',
        '<c r="XFD1&#48;48576"><v>1</v></c>',
        '<c\n/ r="XFD1048576"><v>1</v></c>',
    ],
)
@needs_linux
def test_a_cell_whose_place_cannot_be_seen_is_refused(tmp_path: Path, cell: str) -> None:
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    said = attempt(made(tmp_path, sheet_of(f'{first}<row r="2">{cell}</row>')))
    assert said.startswith("This Excel file is damaged")


@needs_linux
def test_two_cells_that_span_a_huge_area_are_refused(tmp_path: Path) -> None:
    cells = (
        '<row r="1"><c r="IV1"><v>1</v></c></row><row r="199999"><c r="A199999"><v>1</v></c></row>'
    )
    assert "far more than" in attempt(made(tmp_path, sheet_of(cells)))


@needs_linux
def test_a_sheet_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    assert "far more than" in attempt(made(tmp_path, sheet_of(row * 6_000_000)))


@needs_linux
def test_a_bomb_that_declares_a_small_size_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path, sheet_of('<row r="1"><c r="A1"><v>1</v></c></row>' * 1_000_000))
    with zipfile.ZipFile(path) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
        real = part.file_size.to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(real, (10_000).to_bytes(4, "little")))
    assert "far more than" in attempt(path)


@needs_linux
def test_a_part_beside_the_sheets_counts_too(tmp_path: Path) -> None:
    path = made(tmp_path, sheet_of(""), {"xl/sharedStrings.xml": b" " * 80_000_000})
    assert "far more than" in attempt(path)


@needs_linux
def test_a_tag_without_an_end_does_not_take_long(tmp_path: Path) -> None:
    said = attempt(made(tmp_path, sheet_of("<c " + ' r="A1" x="y"' * 50_000)))
    assert "damaged" in said


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (xlsx._OLE + "EncryptedPackage".encode("utf-16-le"), "has a password"),
        (xlsx._OLE + b"\x00" * 600, "of the old kind"),
        (b"PK\x03\x04 cut short", "damaged"),
        (b"name,email\n", "isn't an Excel workbook"),
    ],
)
def test_what_is_no_xlsx_is_named(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    with pytest.raises(WrongFile, match=says):
        xlsx.open_book(path.read_bytes())


def test_another_zip_is_named(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Connections.csv", "First Name")
    with pytest.raises(WrongFile, match="a zip, but not an Excel workbook"):
        xlsx.open_book(path.read_bytes())


def test_a_workbook_that_was_cut_short_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = made(tmp_path, b"<worksheet><sheetData><row><c")
    with pytest.raises(OlenbError):
        list(xlsx.open_book(path.read_bytes()).rows())
