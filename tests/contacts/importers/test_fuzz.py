"""Whatever a file holds, a parser reads it or says in plain words why it can't."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from olenb.contacts.importers import google, graphs, outlook, table, thunderbird, vcard
from olenb.contacts.importers.record import Parsed
from olenb.core.errors import OlenbError

FIXTURES = Path(__file__).parent / "fixtures"
CARDS = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91;=\r\n=C3;;;\r\n"
    b"ORG:A;B\r\nEMAIL;PREF:a@example.org\r\nPHOTO;BASE64:AAAA\r\n BBBB\r\n\r\nEND:VCARD\r\n"
)
GRAPH = (
    b'<?xml version="1.0"?><graphml><key id="d0" attr.name="name" for="node"/><graph>'
    b'<node id="1"><data key="d0">Ida</data></node><node id="2"><data key="d0">Bo</data></node>'
    b'<edge source="1" target="2"/></graph></graphml>'
)
EDGES = b'person,knows,evidence,as of\r\nIda,Bo,told,2024\r\n"Cy, Jr.",Ida,guess,03/04/2020\r\n'
PARSERS: dict[str, tuple[Callable[[Path], Parsed], bytes]] = {
    "google": (google.parse, (FIXTURES / "google_old.csv").read_bytes()),
    "outlook": (outlook.parse, (FIXTURES / "outlook_desktop.csv").read_bytes()),
    "thunderbird": (thunderbird.parse, (FIXTURES / "thunderbird.csv").read_bytes()),
    "vcard": (vcard.parse, CARDS * 2),
    "graphml": (graphs.parse, GRAPH),
    "edges": (graphs.parse, EDGES),
    "table": (table.parse, b"Name,Class,Past employers\nIda,2015,Elm (2015-2019)\nBo,'16,\n"),
}

quick = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def survives(path: Path, parse: Callable[[Path], Parsed], content: bytes) -> None:
    path.write_bytes(content)
    try:
        parsed = parse(path)
    except OlenbError as error:
        trouble = str(error)
    else:
        trouble = ""
    if trouble:
        assert trouble.endswith(".")
        return
    assert parsed.read == len(parsed.records) + len(parsed.links) + len(parsed.skipped)
    assert all("\x00" not in record.name for record in parsed.records)


@st.composite
def mutations(draw: st.DrawFn, whole: bytes) -> bytes:
    """Cut a piece out of a real file, or put another one in its place."""
    start = draw(st.integers(0, len(whole)))
    stop = draw(st.integers(start, min(len(whole), start + 40)))
    piece = draw(st.binary(max_size=12) | st.sampled_from([b'"', b"\0", b"\r", b";", b"=\r\n"]))
    return whole[:start] + piece + whole[stop:]


@pytest.mark.parametrize("kind", PARSERS)
@quick
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_in_words(
    tmp_path: Path, kind: str, data: st.DataObject
) -> None:
    parse, whole = PARSERS[kind]
    survives(tmp_path / "file", parse, data.draw(mutations(whole)))


@pytest.mark.parametrize("kind", PARSERS)
@quick
@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_words(tmp_path: Path, kind: str, content: bytes) -> None:
    survives(tmp_path / "file", PARSERS[kind][0], content)


@cache
def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(("Name", "Class"))
    book.active.append(("Ida", 2015))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


@quick
@given(data=st.data())
def test_a_damaged_workbook_is_read_or_refused_in_words(
    tmp_path: Path, data: st.DataObject
) -> None:
    survives(tmp_path / "file.xlsx", table.parse, data.draw(mutations(workbook())))


@quick
@given(name=st.text(min_size=1, max_size=40), company=st.text(max_size=40))
def test_any_text_in_a_card_is_one_card(tmp_path: Path, name: str, company: str) -> None:
    def escaped(text: str) -> str:
        for plain in ("\\", ",", ";"):
            text = text.replace(plain, f"\\{plain}")
        return "\\n".join(text.splitlines())

    card = f"BEGIN:VCARD\nVERSION:4.0\nFN:{escaped(name)}\nORG:{escaped(company)}\nEND:VCARD\n"
    path = tmp_path / "one.vcf"
    path.write_text(card, encoding="utf-8", errors="replace", newline="")
    assert vcard.parse(path).read == 1
