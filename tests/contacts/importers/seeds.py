"""A small sound file of each kind, to damage: what fuzzing starts from.

A kind whose real file is an archive is given by its inner part; `packed` puts it into one, so
that what is damaged is the part and not the archive around it.
"""

import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl

from olenb.contacts import importers

FIXTURES = Path(__file__).parent / "fixtures"
LINKEDIN = (
    b'Notes:\n"When exporting your data, see: https://x.example."\n\n'
    b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    b"Ida,Ruiz,https://www.linkedin.com/in/ida,ida@x.example,Elm,Nurse,12 Mar 2023\n"
    b'Bo,"Lind, CPA",https://www.linkedin.com/in/bo,,Tern Robotics,Analyst,1 Jan 2022\n'
)
POSITIONS = (
    b"Company Name,Title,Description,Location,Started On,Finished On\n"
    b"Birch,Cook,,Ulm,Oct 2019,01 Oct 2022\n"
)
CARDS = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91;=\r\n=C3;;;\r\n"
    b"ORG:A;B\r\nEMAIL;PREF:a@example.org\r\nPHOTO;BASE64:AAAA\r\n BBBB\r\n\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\nVERSION:4.0\nFN:Ida \\, Ruiz\nitem1.EMAIL:i@x.example\nTITLE:Nurse\n"
    b"ORG:Elm;Lab\n"
    b"ADR:;;1 Way;Ulm;;;DE\nTEL;VALUE=uri:tel:+1-555\nURL:https://x.example\nEND:VCARD\n"
)
GRAPH = (
    b'<?xml version="1.0"?><graphml><key id="d0" attr.name="name" for="node"/><graph>'
    b'<node id="1"><data key="d0">Ida</data></node><node id="2"><data key="d0">Bo</data></node>'
    b'<edge source="1" target="2"/></graph></graphml>'
)
EDGES = b'person,knows,evidence,as of\r\nIda,Bo,told,2024\r\n"Cy, Jr.",Ida,guess,03/04/2020\r\n'
TABLE = (
    b"Name,Class,Past employers,Email,City\n"
    b"Ida,2015,Elm (2015-2019); Analyst at Birch,i@x.example,Ulm\nBo,'16,,,\n"
)

SEEDS: dict[str, tuple[bytes, ...]] = {
    "linkedin": (LINKEDIN,),
    "linkedin in an archive": (LINKEDIN, POSITIONS),
    "google": tuple((FIXTURES / f"google_{age}.csv").read_bytes() for age in ("new", "old")),
    "outlook": tuple(path.read_bytes() for path in sorted(FIXTURES.glob("outlook*.csv"))),
    "thunderbird": ((FIXTURES / "thunderbird.csv").read_bytes(),),
    "vcard": (CARDS,),
    "graph": (GRAPH, EDGES),
    "table": (TABLE, TABLE.replace(b",", b";").decode().encode("utf-16")),
    "sheet": (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c>'
        b'<c r="B1" t="inlineStr"><is><t>Class</t></is></c></row>'
        b'<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>2015</v></c></row>'
        b"</sheetData></worksheet>",
    ),
}
_IMPORTERS = {"linkedin in an archive": "linkedin", "sheet": "table"}


def importer(kind: str) -> str:
    """Return which of `importers.KINDS` reads this kind."""
    return _IMPORTERS.get(kind, kind)


def packed(kind: str, part: bytes) -> bytes:
    """Return the whole file that has `part` in it."""
    packer = _PACKERS.get(kind)
    return packer(part) if packer else part


def _archive(part: bytes) -> bytes:
    """Put a list into LinkedIn's archive: positions where it looks like them."""
    name = "Positions.csv" if part.startswith(b"Company") else "Connections.csv"
    members = {"Connections.csv": LINKEDIN, name: part}
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, inside in members.items():
            archive.writestr(member, inside)
    return content.getvalue()


@cache
def _book() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(("Ida", 2015))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _sheet(part: bytes) -> bytes:
    content = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(_book())) as plain,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in plain.namelist():
            own = part if name == "xl/worksheets/sheet1.xml" else plain.read(name)
            new.writestr(name, own)
    return content.getvalue()


_PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "linkedin in an archive": _archive,
    "sheet": _sheet,
}

assert {importer(kind) for kind in SEEDS} == set(importers.KINDS)
