"""Case 17, 20, 21, 22, 23: hostile names through every way out, and back in where there is one."""

import ast
import csv
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

import olenb
from olenb.contacts.importers.values import tidy
from olenb.screens import everybody, introductions, leaving, people_map, whom_to_ask
from olenb.workbook import Workbook

PACKAGE = Path(olenb.__file__).parent
NAMES = (
    *("NA", "None", "nan", "null", "007", "$$x$$", "a_b $x_$", "Ke$ha & Ty Dolla $ign", "_x"),
    *("=1+1", "+1 507", "-2", "@SUM(A1)", '=HYPERLINK("http://example.org","x")', "_x0041_"),
    *("田中 さくら", "👩‍👩‍👧 Ana 🇫🇷", "عبد الله محمد", "שלום", "\u202eevil\u202c", "Z̷̢a̴l̷g̸o̵"),
    *("<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "<b>bold</b> &amp;"),
    *("Ana\rRuiz", "Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Second", "Ana\r\nBcc: spy@example.org"),
    *("../../etc/passwd", "CON", "{0.__class__}", "%s", "a" * 300, "Ann, Bob <a@example.org>"),
)


@pytest.fixture(scope="module")
def wb(tmp_path_factory) -> Workbook:
    """Return a workbook in which everybody, and every place and word, is called so."""
    from olenb.contacts import people, ties

    wb = olenb.open_workbook(tmp_path_factory.mktemp("home"))
    with wb.writing() as store:
        ids = [
            people.add(
                store, name, organization=name, role=name, relation=name, city=name, shared=name
            )
            for name in NAMES
        ]
        for person, name in zip(ids, NAMES, strict=True):  # everybody knows somebody somewhere
            stranger = people.add(store, f"{name} II", organization=name, knows_me=False)
            ties.add_tie(store, person, stranger, "told", setting=name)
    for name in NAMES[:12]:
        wb.add_target(name, role=name)
    for person, target in zip(ids[:6], list(wb.targets["id"])[:6], strict=True):
        wb.ask(person, target)
    return wb


def same(names) -> list[str]:
    """Return names as every file gives them back: composed, on one line, without controls."""
    return [" ".join(tidy(name).split()) for name in names]


def test_they_are_in_the_tables_as_they_were_given(wb):
    mine = wb.people[wb.people["knows_me"]]
    assert list(mine["name"]) == [name.strip() for name in NAMES]
    assert list(mine["relation"]) == list(NAMES)


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".vcf"])
def test_a_file_brings_them_back_into_another_workbook(wb, tmp_path, ending):
    path = wb.leaving.save(wb.leaving.look("people", ["story"]), tmp_path / f"people{ending}")
    other = olenb.open_workbook(tmp_path / "other")
    report = other.import_file(path)
    assert (report.read, len(report.left_out)) == (len(wb.people), 0)
    assert same(other.people["name"]) == same(wb.people["name"])
    assert other.import_file(path).new == 0


def test_a_graph_brings_them_back(wb, tmp_path):
    path = wb.leaving.save(wb.leaving.look("graph"), tmp_path / "graph.graphml")
    found = nx.read_graphml(path).nodes(data="name")
    said = [name for node, name in found if node.startswith("person:") and name]
    assert set(same(wb.people["name"])) <= set(same(said))


def test_no_cell_of_a_table_is_a_formula(wb):
    for what in ("people", "tracker"):
        leaving = wb.leaving.look(what)
        rows = csv.reader(io.StringIO(leaving.file(".csv").decode("utf-8-sig"), newline=""))
        assert not [cell for row in rows for cell in row if re.match(r"\s*[=+\-@]|[\t\r]", cell)]
        with zipfile.ZipFile(io.BytesIO(leaving.file(".xlsx"))) as archive:
            assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_there_are_as_many_cards_as_people(wb):
    cards = wb.leaving.look("people").file(".vcf").decode()
    assert len(re.findall("^BEGIN:VCARD\r$", cards, re.MULTILINE)) == len(wb.people)


@pytest.mark.parametrize("what", ["people", "tracker"])
def test_a_page_has_no_element_but_its_own(wb, what):
    page = wb.leaving.look(what).file(".html").decode()
    found = set(re.findall(r"<([a-z0-9]+)", page))
    table = {"table", "caption", "thead", "tbody", "tr", "th", "td", "div"}
    assert found <= {"html", "head", "meta", "title", "style", "body", "main", "h1"} | table


@pytest.mark.parametrize("save", ["save_map", "save_routes"])
def test_a_drawing_holds_them_as_text(wb, tmp_path, save):
    getattr(wb, save)(tmp_path / "drawing.svg")
    root = ET.parse(tmp_path / "drawing.svg").getroot()
    tags = {node.tag.rpartition("}")[2] for node in root.iter()}
    assert not tags & {"script", "a", "image", "foreignObject", "img", "b"}
    shown = " ".join(node.text or "" for node in root.iter())
    assert sum(name in shown for name in NAMES) >= 5
    getattr(wb, save)(tmp_path / "drawing.png")


@pytest.mark.parametrize(
    "form", [everybody, introductions, leaving, people_map, whom_to_ask], ids=lambda f: f.__name__
)
def test_a_form_carries_them_as_plain_values(wb, form):
    shown = form(wb)
    document = json.dumps(shown.first_document())  # text, and nothing that would be executed
    assert json.loads(document)
    assert not any(name in repr(shown) for name in NAMES)
    assert not any(name in str(shown.get_state()) for name in NAMES if len(name) > 4)


def test_what_a_contact_is_called_never_names_a_file(wb, tmp_path):
    wb.leaving.save(wb.leaving.look("people"), tmp_path / "people.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


TREES = {path: ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
SETS_MARKUP = {"HTML", "HTMLMath", "Styler", "display_html"}
WRITES = {"write_text", "write_bytes", "to_csv", "to_excel", "to_html", "savefig", "to_pickle"}
MAY_WRITE = {
    "core": "the user's own file, its backups and notes",
    "copies.py": "the notebooks that came with olenb",
    "views/canvas.py": "a picture in a cell",
    "views/export": "the door",
    "network/office.py": "an office's own answer, in a folder that it names",
}


OUR_OWN_TEMPLATES = {
    "ties.py: ask",  # a question, with somebody's name as its value
    "grid.py: words",  # the same, with a target
    "rules.py: words",  # a rule's help, with numbers
}


def calls(tree: ast.AST) -> set[str]:
    found = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {getattr(each, "attr", getattr(each, "id", "")) for each in found}


def test_nothing_of_ours_sets_markup_from_text():
    guilty = {path.name: calls(tree) & SETS_MARKUP for path, tree in TREES.items()}
    assert not any(guilty.values()), guilty
    scripts = [*(PACKAGE.parent / "js" / "src").rglob("*.js")]
    scripts += (PACKAGE.parent / "labextension").rglob("*.js")
    assert scripts
    banned = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(")
    assert [path.name for path in scripts if banned.search(path.read_text("utf-8"))] == []


def test_only_the_door_writes_files_for_others():
    guilty = [
        path.relative_to(PACKAGE).as_posix()
        for path, tree in TREES.items()
        if calls(tree) & WRITES
        and not path.relative_to(PACKAGE).as_posix().startswith(tuple(MAY_WRITE))
    ]
    assert guilty == []


def test_nothing_formats_a_text_of_the_users_as_a_template():
    """`"{0.__class__}".format(...)` reads Python's insides: only our own texts are templates."""
    found = {
        f"{path.name}: {ast.unparse(template)}"
        for path, tree in TREES.items()
        for template in templates(tree)
        if not (isinstance(template, ast.Constant) or ast.unparse(template).isupper())
    }
    assert found <= OUR_OWN_TEMPLATES


def templates(tree: ast.AST) -> list[ast.expr]:
    """Return what `format` is called on."""
    found = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [f.value for f in found if isinstance(f, ast.Attribute) and f.attr == "format"]
