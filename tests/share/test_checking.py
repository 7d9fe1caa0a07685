"""The user's own people are found in any file, however they are written in it."""

import base64
import gzip
import html
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import quote, quote_plus

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.core.errors import WrongFile
from olenb.share import Sought, check
from olenb.share.sought import Kind

PEOPLE = [
    (1, Kind.NAME, "José Ruíz"),
    (1, Kind.EMAIL, "Jose.Ruiz@Example.org"),
    (1, Kind.PHONE, "+1 (507) 555-0142"),
    (1, Kind.PAGE, "https://www.linkedin.com/in/jose-ruiz/"),
    (2, Kind.NAME, "Dr. Ana Maria O'Brien, PhD"),
    (3, Kind.NAME, "田中 さくら"),
    (4, Kind.NAME, "Mom"),
    (5, Kind.NAME, "عبد الله محمد"),
]
SOUGHT = Sought(PEOPLE)
NAME = "José Ruíz"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def found(tmp_path: Path, content: bytes | str, name: str = "file"):
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return check(path, SOUGHT)


def zipped(*files: tuple[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return packed.getvalue()


def sheet(*rows: list[str]) -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def word(*runs: str) -> bytes:
    """Return a Word document whose sentence is cut into runs, as Word likes to do."""
    body = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{run}</w:t></w:r>" for run in runs)
    document = f'<?xml version="1.0"?><w:document><w:body><w:p>{body}</w:p></w:body></w:document>'
    return zipped(("[Content_Types].xml", "<Types/>"), ("word/document.xml", document))


def notebook(**outputs: str) -> str:
    data = [{"output_type": "display_data", "data": outputs, "metadata": {}}]
    cells = [
        {"cell_type": "markdown", "source": ["# Mine\n", "words"], "metadata": {}},
        {"cell_type": "code", "source": "df", "outputs": data, "metadata": {}},
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def b64(content: str | bytes) -> str:
    return base64.b64encode(content.encode() if isinstance(content, str) else content).decode()


HIDDEN = {
    "as it is": f"I spoke to {NAME} today",
    "without its accents": "jose ruiz",
    "in capitals": "JOSÉ RUÍZ",
    "with apart accents": "Jose\u0301 Rui\u0301z",
    "last name first": "Ruíz, José",
    "over two lines": "José\nRuíz",
    "in two cells of a table": "1,José,Ruíz,Mayo",
    "with an initial": "José M. Ruíz",
    "in a file's name": "José_Ruíz-notes.docx",
    "with signs that can't be seen": "Jo\u00adsé\u200b Ru\u200díz",
    "html entities": f"<p>{html.escape(NAME).replace('é', '&eacute;').replace('í', '&#237;')}</p>",
    "html, cut by tags": "<b>Jo</b><i>sé</i> <span>R</span>uíz",
    "html, in two cells": "<tr><td>José</td><td>Ruíz</td></tr>",
    "html, in an attribute": '<img alt="by Jos&eacute; Ru&iacute;z">',
    "html, in a comment": "<p>x</p><!-- José Ruíz -->",
    "html, in a script": r'<script>let x = "Jos\u00e9 Ru\u00edz"</script>',
    "html, escaped twice": "<p>Jos&amp;eacute; Ru&amp;iacute;z</p>",
    "svg, one word to a line": "<svg><text><tspan>José</tspan><tspan>Ruíz</tspan></text></svg>",
    "json": json.dumps({"a": [{"name": NAME}]}),
    "json, as a key": json.dumps({NAME: 1}),
    "json, line by line": f"{json.dumps({'n': 1})}\n{json.dumps({'n': NAME})}",
    "json, with html": json.dumps([f"<b>{html.escape('Jos&eacute;')}</b> <i>Ruíz</i>"]),
    "javascript": r"const x = 'Jos\xe9 Ru\u{ed}z'",
    "an address of the web": f"https://example.org/?q={quote_plus(NAME)}",
    "an address of mail": f"mailto:{quote('jose.ruiz@example.org', safe='')}",
    "quoted for mail": "FN;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9 Ru=C3=ADz",
    "quoted over a line's end": "Jos=C3=A9 Ru=C3=\n=ADz",
    "base64": f"Content-Transfer-Encoding: base64\n\n{b64(f'Hello, it is {NAME}, yes')}",
    "base64, in lines": "\n".join(
        b64(f"So I wrote to {NAME}. " * 9)[n : n + 76] for n in range(0, 300, 76)
    ),
    "a data uri": f'<a href="data:text/plain;base64,{b64(f"a list: {NAME} is in it")}">',
    "a picture in a data uri": f'<img src="data:image/svg+xml;base64,'
    f'{b64(f"<svg><text>{NAME}</text></svg>")}">',
    "a notebook's output": notebook(**{"text/html": "<td>Jos&eacute;</td><td>Ruíz</td>"}),
    "a notebook's picture": notebook(**{"image/svg+xml": f"<svg><title>{NAME}</title></svg>"}),
    "utf-16": f"Name\tWhere\n{NAME}\tMayo".encode("utf-16"),
    "utf-16 without a mark": f"Name,Where,{NAME},Mayo Clinic".encode("utf-16-le"),
    "windows' letters": f"Name;{NAME}".encode("cp1252"),
    "a bom": f"{NAME}".encode("utf-8-sig"),
    "xlsx": sheet(["Name", "Where"], [NAME, "Mayo"]),
    "xlsx, in two columns": sheet(["Ruíz", "x", "x"], ["x", "x", "José"], ["José", "Ruíz", "y"]),
    "docx, cut into runs": word("Talked to Jo", "sé Ru", "íz."),
    "zip": zipped(("a/list.csv", f"1,{NAME}")),
    "zip in a zip": zipped(("inner.zip", zipped(("deep.zip", zipped(("a.txt", NAME)))))),
    "zip, in a name": zipped((f"{NAME}.txt", "nothing")),
    "gzip": gzip.compress(NAME.encode()),
    "a picture's own words": b"\x89PNG\r\n\x1a\n....iTXtTitle\0" + NAME.encode(),
    "an old office file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NAME.encode("utf-16-le") + b"\0",
    "a vcard": f"BEGIN:VCARD\r\nFN:{NAME}\r\nEND:VCARD",
    "email": "write to JOSE.RUIZ@example.ORG!",
    "telephone": "call 507.555.0142 today",
    "telephone, as a number": json.dumps({"phone": 15075550142}),
    "profile page": "see linkedin.com/in/Jose-Ruiz?trk=x",
}


@pytest.mark.parametrize("content", HIDDEN.values(), ids=HIDDEN)
def test_somebody_is_found_however_they_are_written(tmp_path, content):
    findings = found(tmp_path, content)
    assert set(findings.people) == {1}
    assert findings.status == 1
    assert findings.sentence.startswith("1 of your people is in it: 1 by ")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana Maria O'Brien", 2),
        ("Ana Brien", 2),
        ("OʼBRIEN, ANA", 2),
        ("会ったのは田中さくらさん", 3),
        ("مع عبد الله محمد اليوم", 5),
    ],
    ids=ascii,
)
def test_names_of_other_shapes_are_found(tmp_path, text, who):
    assert set(found(tmp_path, text).people) == {who}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "José went to Ruíz street",
        "Joséphine Ruíz",
        "Mom",
        "ana.ruiz@example.org xjose.ruiz@example.org",
        "5550142",
        "1507555014299",
        "linkedin.com/in/jose-ruizo",
        "田中",
    ],
)
def test_somebody_else_is_not_taken_for_one_of_them(tmp_path, text):
    findings = found(tmp_path, text)
    assert findings.people == {}
    assert findings.status == 0
    assert findings.sentence == "None of your 5 people were found in it."


def test_places_are_said_in_words_and_names_are_not_repeated(tmp_path):
    archive = zipped(("list.csv", f"x\n{NAME}\n"), (f"{NAME}.csv", f"{NAME}"), ("b.txt", "x"))
    findings = found(tmp_path, archive, "all.zip")
    assert findings.places == {
        "file 1 in it (list.csv), line 2": 1,
        "file 2 in it": 1,
        "file 2 in it, line 1": 1,
    }
    everything = [repr(findings), *findings.lines, json.dumps(findings.to_json())]
    assert not any("Jos" in line for line in everything)
    assert findings.to_json({1: NAME})["people"] == [{"name": NAME, "by": ["name"]}]


def test_a_notebooks_places_are_its_cells(tmp_path):
    findings = found(tmp_path, notebook(**{"text/plain": NAME, "text/html": f"<b>{NAME}</b>"}))
    assert findings.places == {"cell 2, output": 1}


def test_a_sheets_places_are_its_rows(tmp_path):
    findings = found(tmp_path, sheet(["Name"], [""], ["José", "Ruíz"]))
    assert findings.places == {"sheet 1, row 3": 1}


def test_the_files_own_name_counts(tmp_path):
    findings = found(tmp_path, "nothing", "notes on Jose Ruiz.txt")
    assert findings.places == {"the file's name": 1}


def test_of_pictures_it_says_that_it_cannot_read_them(tmp_path):
    page = found(tmp_path, notebook(**{"image/png": b64(PNG), "text/plain": "x"}))
    assert page.status == 0
    assert page.unread == {"picture": 1}
    said = "olenb can't read pictures, and this has 1: look at it yourself."
    assert said in page.lines
    alone = found(tmp_path, PNG, "map.png")
    assert (alone.status, said in alone.lines) == (2, True)


def encrypted() -> bytes:
    """Return a zip whose file says that it has a password."""
    content = bytearray(zipped(("list.csv", NAME)))
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(mark) + at] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"%PDF-1.7\n...", "pdf"),
        (encrypted(), "locked"),
        (zipped(("a.txt", "x"))[:-30], "damaged"),
        (gzip.compress(b"x" * 999)[:-20][:12], "damaged"),
        (b"PK\3\4 and then nothing", "damaged"),
    ],
    ids=["pdf", "locked", "cut zip", "cut gzip", "nothing"],
)
def test_what_cannot_be_read_is_never_called_clean(tmp_path, content, why):
    findings = found(tmp_path, content)
    assert findings.unread == {why: 1}
    assert findings.status == 2


def test_a_file_that_is_not_there_is_said_in_words(tmp_path):
    with pytest.raises(WrongFile, match=r"can't be read .*Nothing was changed.*\.zip"):
        check(tmp_path / "Ana Ruiz.csv", SOUGHT)
    with pytest.raises(WrongFile, match=r"a folder has to be packed"):
        check(tmp_path, SOUGHT)


BOMB = """
import gzip, io, resource, sys, zipfile
from pathlib import Path
from olenb.share import Sought, check
from olenb.share.sought import Kind
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
before = peak()
findings = check(Path(sys.argv[1]), Sought([(1, Kind.NAME, "Ana Ruiz")]))
print(findings.status, dict(findings.unread))
print(peak() - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured as Unix does")
@pytest.mark.parametrize("kind", ["zip", "nested", "gzip", "many"])
def test_a_bomb_is_told_about_and_left_alone(tmp_path, kind):
    zeros = b"\0" * 1_000_000
    made = {
        "zip": lambda: zipped(("a", zeros * 60)),
        "nested": lambda: zipped(("x.zip", zipped(("y.zip", zipped(("z", zeros * 60)))))),
        "gzip": lambda: gzip.compress(zeros * 60),
        "many": lambda: zipped(*((str(n), b"x") for n in range(6000))),
    }
    path = tmp_path / "bomb"
    path.write_bytes(made[kind]())
    assert path.stat().st_size < 1_000_000
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", BOMB, str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    said, megabytes = done.stdout.splitlines()
    assert said == "2 {'large': 1}"
    assert int(megabytes) < 300


names = st.text(st.characters(codec="utf-8", categories=["L", "Nd", "Zs", "Mn"]), min_size=3)


@given(names, st.text(max_size=20), st.text(max_size=20))
def test_any_name_of_two_words_is_found_in_any_text_around_it(name, before, after):
    sought = Sought([(1, Kind.NAME, name)])
    text = f"{before} . {name} . {after}"
    assert sought.unseekable or [hit.person for hit in sought.found_in(text)]
    if not sought.unseekable:
        escaped = html.escape(name, quote=True).encode("ascii", "xmlcharrefreplace").decode()
        assert [hit.person for hit in sought.found_in(html.unescape(escaped))]
