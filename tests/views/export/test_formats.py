"""Every format gives every name back as it was; none of them becomes anything else."""

import csv
import io
import re
import zipfile
from email.utils import getaddresses
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree as ET

import networkx as nx
import openpyxl
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import lists

from export import hostile
from olenb.contacts.formulas import guarded, unguarded
from olenb.contacts.importers import parse
from olenb.core.errors import NotAllowed
from olenb.views.export import csv as csv_file
from olenb.views.export import graphml, mailto, vcard, xlsx
from olenb.views.export.legible import legible, one_line

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
rows_of_two = lists(st.tuples(hostile.anything, hostile.anything), min_size=1, max_size=5)
each_name = pytest.mark.parametrize("name", hostile.NAMES, ids=ascii)


def imported(folder: Path, name: str, content: bytes) -> list[str]:
    path = folder / name
    path.write_bytes(content)
    return [" ".join(record.name.split()) for record in parse(path).records]


@given(hostile.anything)
def test_a_guard_comes_off_as_it_went_on(text):
    assert unguarded(guarded(text)) == text
    assert not re.match(r"\s*[=+\-@]|[\t\r]", guarded(text))


@given(rows_of_two)
def test_a_csv_file_has_the_same_cells_and_no_formula(rows):
    content = csv_file.table(("A", "B"), rows)
    _, *found = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert [tuple(map(unguarded, row)) for row in found] == [
        tuple(map(legible, row)) for row in rows
    ]
    assert not any(re.match(r"[=+\-@\t\r]", cell) for row in found for cell in row)


@each_name
def test_a_name_comes_back_from_csv_through_our_own_import(tmp_path, name):
    content = csv_file.table(("Name", "Organization"), [(name, "Mayo Clinic")])
    assert imported(tmp_path, "people.csv", content) == [hostile.as_it_comes_back(name)]


@settings(deadline=None)
@given(rows_of_two)
def test_an_excel_file_has_the_same_cells_and_no_formula(rows):
    content = xlsx.table(("A", "B"), rows)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        assert not any("link" in name or "external" in name.lower() for name in archive.namelist())
    assert {cell.get("t") for cell in sheet.iter(f"{MAIN}c")} == {"inlineStr"}  # the header too
    assert not [*sheet.iter(f"{MAIN}f"), *sheet.iter(f"{MAIN}hyperlink")]
    book = openpyxl.load_workbook(io.BytesIO(content))
    _, *found = book.active.iter_rows()
    cells = [[cell.value or "" for cell in row] for row in found]
    escaped = [[excel_reads(cell) for cell in row] for row in cells]
    whole = [[legible(cell) for cell in row] for row in rows]
    assert [row for row in escaped if any(row)] == [row for row in whole if any(row)]
    assert {cell.data_type for row in found for cell in row} <= {"inlineStr", "s", "n"}


def excel_reads(cell: str) -> str:
    """Undo the escapes of the format, which openpyxl leaves as they are."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), cell)


@each_name
def test_a_name_comes_back_from_excel_through_our_own_import(tmp_path, name):
    content = xlsx.table(("Name", "Organization"), [(name, "Mayo Clinic")])
    assert imported(tmp_path, "people.xlsx", content) == [hostile.as_it_comes_back(name)]


def test_the_same_table_makes_the_same_excel_file():
    assert xlsx.table(("A",), [("x",)]) == xlsx.table(("A",), [("x",)])


def test_a_cell_too_long_for_excel_is_cut_to_what_it_takes():
    book = openpyxl.load_workbook(io.BytesIO(xlsx.table(("A",), [("x" * 40_000,)])))
    assert len(book.active["A2"].value) == xlsx.LONGEST


@settings(deadline=None)
@given(lists(hostile.anything.filter(str.strip), min_size=1, max_size=4), hostile.anything)
@pytest.mark.parametrize("version", ["4.0", "3.0"])
def test_there_are_as_many_cards_as_people_and_no_property_of_anothers_making(
    version, names, other
):
    people = [
        {"name": name, "organization": other, "role": other, "phone": other} for name in names
    ]
    content = vcard.cards(people, version)
    lines = content.decode().split("\r\n")
    assert lines.count("BEGIN:VCARD") == lines.count("END:VCARD") == len(names)
    assert max(len(line.encode()) for line in lines) <= 75
    begins = {re.match(r"[A-Z]+", line)[0] for line in lines if line and line[0] != " "}
    assert begins <= {"BEGIN", "VERSION", "KIND", "FN", "N", "TEL", "ORG", "TITLE", "END"}


@each_name
@pytest.mark.parametrize("version", ["4.0", "3.0"])
def test_a_name_comes_back_from_a_card(tmp_path, name, version):
    content = vcard.cards([{"name": name, "email": "a@example.org"}], version)
    # A line end of another alphabet becomes one that cards can say, and that is read as a blank.
    expected = hostile.as_it_comes_back(name.replace("\u2028", " "))
    assert imported(tmp_path, "people.vcf", content) == [expected]
    (card,) = vobject.readComponents(content.decode())
    assert card.email.value == "a@example.org"


def test_a_card_holds_what_there_is_and_no_address_that_is_none():
    good = {
        "name": "Ana Ruiz",
        "email": "ana@example.org",
        "phone": "+1 507",
        "url": "https://example.org/a",
        "organization": "Mayo, Clinic; Inc",
        "role": "Nurse",
        "city": "Rochester",
        "region": "MN",
    }
    assert vcard.cards([good]).decode().split("\r\n")[3:-2] == [
        "FN:Ana Ruiz",
        "N:;Ana Ruiz;;;",
        "EMAIL:ana@example.org",
        "TEL;VALUE=text:+1 507",
        "URL:https://example.org/a",
        "ORG:Mayo\\, Clinic\\; Inc",
        "TITLE:Nurse",
        "ADR:;;;Rochester;MN;;",
    ]
    bad = {"name": "A", "email": "not one", "url": "javascript:alert(1)", "role": ""}
    assert vcard.cards([bad]).decode().split("\r\n")[3:-2] == ["FN:A", "N:;A;;;"]


@given(hostile.anything, hostile.anything)
def test_a_graph_comes_back_with_its_names(name, other):
    G = nx.Graph(ego="person:1", note=name)
    G.add_node("person:1", kind="person", name=name, is_ego=1)
    G.add_node("organization:2", kind="organization", name=other)
    G.add_edge("person:1", "organization:2", role=other, rank=2, derived=False)
    found = nx.parse_graphml(graphml.graph(G).decode())
    assert found.nodes["person:1"] == {
        "kind": "person",
        "name": as_xml_reads(name),
        "is_ego": 1,
    }
    assert found.edges["person:1", "organization:2"]["role"] == as_xml_reads(other)


def as_xml_reads(text: str) -> str:
    """Line ends are one kind to XML."""
    return legible(text).replace("\r\n", "\n").replace("\r", "\n")


@given(hostile.anything, hostile.anything)
def test_a_message_goes_to_one_address_and_has_no_header_but_its_subject(subject, body):
    link = urlsplit(mailto.mailto("ana@example.org", subject, body))
    assert (link.scheme, unquote(link.path)) == ("mailto", "ana@example.org")
    said = parse_qs(link.query, strict_parsing=bool(link.query))
    assert set(said) <= {"subject", "body"}
    assert "".join(said.get("subject", "")) == one_line(subject)
    assert "+" not in link.query
    assert not re.search(r"%0[AD]", link.query.partition("&body=")[0].partition("body=")[0])


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ana",
        "Ann, Bob <a@example.org>",
        "ana@example.org,spy@example.org",
        "ana@example.org\nspy@example.org",
        "ana@example.org?bcc=spy@example.org",
        "mailto:ana@example.org",
        "ana@example.org;b@example.org",
        "ana @example.org",
    ],
)
def test_what_is_not_one_address_begins_no_message(address):
    with pytest.raises(NotAllowed, match="isn't one email address") as caught:
        mailto.mailto(address, "Hello")
    assert "ana" not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["a?bcc=s@x.org", "a&b=c@x.org", "a%0Ab@x.org", "josé@exämple.org"]
)
def test_an_odd_address_stays_one_recipient(address):
    link = urlsplit(mailto.mailto(address, "Hello"))
    assert link.query == "subject=Hello"
    assert unquote(link.path) == address
    assert len(getaddresses([unquote(link.path)])) == 1


def test_a_body_too_long_for_mail_programs_is_left_out_whole():
    assert "body" in mailto.mailto("a@example.org", "s", "é" * 200)
    link = mailto.mailto("a@example.org", "s", "é" * 1_500)
    assert link == "mailto:a@example.org?subject=s"
