"""Cases 11 to 19: a file of people comes in whole, once, counted, and goes again exactly."""

import ast
import io
import pickle
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import olenb
from olenb.contacts.importers import KINDS, parse
from olenb.core import schema
from olenb.core.errors import OlenbError, WrongFile
from olenb.core.store import Store
from olenb.workbook import Workbook

PACKAGE = Path(olenb.__file__).parent
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
HOSTILE = (
    *("NA", "None", "nan", "null", "007", "+14155550100", "$$", "Ke$ha & Ty Dolla $ign", "_x"),
    *("=1+1", "@SUM(A1)", "-2+3", '=HYPERLINK("http://x.example")', "李雷", "🦊 Fuchs", "משה"),
    *("\u202eevil\u202c", "<img src=x onerror=alert(1)>", "{0.__class__}", "O'Hara; DROP TABLE"),
    *('Dwayne "Rock" J', "a\\b", "Ann, Bob", "x" * 300, "{{7*7}}", "%s%n", "José"),
)  # fmt: skip


@pytest.fixture
def wb(home: Path) -> Workbook:
    return olenb.open_workbook(home)


def row(name: str, n: int, company: str = "Elm") -> str:
    first, _, last = name.partition(" ")
    return f"{first},{last},https://www.linkedin.com/in/p{n},,{company},Nurse,12 Mar 2023"


def linkedin(path: Path, *rows: str, preamble: str = "") -> Path:
    path.write_text(f"{preamble}{HEADER}\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    kept = (name for name, table in schema.TABLES.items() if table.recorded)
    return {name: [tuple(r) for r in store.rows(f"SELECT * FROM {name}")] for name in kept}


def test_the_same_file_a_second_and_a_third_time_adds_nothing(wb: Workbook, tmp_path: Path) -> None:
    file = linkedin(tmp_path / "Connections.csv", *(row(f"Ana P{n}", n) for n in range(50)))
    first = wb.import_file(file)
    before = everything(wb.store)
    for _ in range(2):
        again = wb.import_file(file)
        assert (again.read, again.new, again.merged, again.unchanged) == (50, 0, 0, 50)
    assert (first.read, first.new) == (50, 50)
    assert everything(wb.store) == before


def test_a_wrong_import_is_taken_back_exactly_although_it_met_people_you_had(
    wb: Workbook, tmp_path: Path
) -> None:
    wb.import_file(linkedin(tmp_path / "a.csv", *(row(f"Ana P{n}", n) for n in range(30))))
    wb.add_target("Elm")
    before = everything(wb.store)
    other = [row(f"Ana P{n}", n, "Birch") for n in range(15, 60)]
    report = wb.import_file(linkedin(tmp_path / "b.csv", *other))
    assert (report.new, report.merged) == (30, 15)
    seen: list[float] = []
    report.undo(lambda fraction, _text: seen.append(fraction))
    assert everything(wb.store) == before
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_three_bad_rows_of_1602_are_named_and_1599_come_in(wb: Workbook, tmp_path: Path) -> None:
    rows = [row(f"Ana P{n}", n) for n in range(1_602)]
    rows[99] = ",,,,,,01 Jan 2023"
    rows[499] = rows[499] + ",one,two,three"
    rows[1_600] = f'"{rows[1_600]}'
    report = wb.import_file(linkedin(tmp_path / "Connections.csv", *rows))
    assert report.read == 1_602 == report.new + report.merged + report.unchanged + 3
    assert report.new == 1_599
    assert list(report.skipped["line"]) == [101, 501, 1_602]
    assert all(report.skipped["reason"])


def test_columns_that_are_not_known_are_kept_and_said(wb: Workbook, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Email,Shoe size,Pet\nAna Ruiz,ana@x.example,39,cat\n", encoding="utf-8")
    report = wb.import_file(path)
    other = wb.store.rows("SELECT other FROM person WHERE is_ego = 0")[0]["other"]
    assert pd.io.json.ujson_loads(other) == {"Shoe size": "39", "Pet": "cat"}
    assert "Shoe size" in " ".join(report.notes)


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman")
PREAMBLES = ("", 'Notes:\n"When exporting, see: https://x.example."\n\n', '"Notes:"\n', "\n" * 20)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("preamble", PREAMBLES, ids=["none", "quoted", "short", "blank"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_encoding_preamble_and_delimiter_gives_the_same_person(
    tmp_path: Path, encoding: str, preamble: str, delimiter: str
) -> None:
    line = "José,Peña,https://www.linkedin.com/in/j,,Århus Kommune,Läkare,12 Mar 2023"
    text = f"{preamble}{HEADER}\n{line}\n".replace(",", delimiter)
    path = tmp_path / "Connections.csv"
    path.write_bytes(text.encode(encoding))
    parsed = parse(path)
    assert [record.name for record in parsed.records] == ["José Peña"]
    assert parsed.records[0].posts[0].organization == "Århus Kommune"


def test_nul_characters_and_carriage_returns_cost_nobody(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    lines = [HEADER, row("Ana\0 Ruiz", 1), row("Bo Lind", 2)]
    path.write_bytes("\r".join(lines).encode())
    assert [record.name for record in parse(path).records] == ["Ana Ruiz", "Bo Lind"]


def test_one_value_too_many_on_every_row_is_refused_and_on_one_row_named(tmp_path: Path) -> None:
    every = linkedin(tmp_path / "a.csv", *(f"x,{row(f'Ana P{n}', n)}" for n in range(9)))
    with pytest.raises(WrongFile, match=r"wrong columns.*Nothing was changed"):
        parse(every)
    rows = [row("Ana Ruiz", 1), f"x,{row('Bo Lind', 2)}", row("Cy Oh", 3)]
    one = linkedin(tmp_path / "b.csv", *rows)
    parsed = parse(one)
    assert [record.name for record in parsed.records] == ["Ana Ruiz", "Cy Oh"]
    assert [skip.line for skip in parsed.skipped] == [3]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_comes_through_file_store_table_graph_backup_and_undo_unchanged(
    wb: Workbook, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "list.csv"
    out = io.StringIO()
    pd.DataFrame({"Name": [name, "Bo Lind"], "Organization": [name, "Elm"]}).to_csv(
        out, index=False, quoting=1
    )
    path.write_text(out.getvalue(), encoding="utf-8")
    report = wb.import_file(path)
    assert report.new == 2
    df = wb.people
    assert list(df["name"]) == [name, "Bo Lind"]
    assert df["organization"].iloc[0] in (name, "")
    labels = [data.get("name") for _, data in wb.graph().nodes(data=True)]
    assert name in labels
    again = olenb.open_workbook(wb.home)
    wb.backup()
    again.care.restore()
    assert list(wb.people["name"]) == [name, "Bo Lind"]
    assert wb.import_file(path).unchanged == 2
    wb.undo()
    assert wb.people.empty


BOMBS: dict[str, Callable[[], dict[str, bytes]]] = {
    "an archive of blanks": lambda: {"Connections.csv": b"\0" * 60_000_000},
    "an archive in an archive": lambda: {"Connections.csv": _zip({"a": b"\0" * 30_000_000}) * 3},
    "a giant line": lambda: {"Connections.csv": HEADER.encode() + b"\n" + b"x" * 30_000_000},
    "a name outside": lambda: {"../../Connections.csv": HEADER.encode()},
}


def _zip(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, inside in members.items():
            archive.writestr(member, inside)
    return content.getvalue()


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_and_nothing_is_begun(wb: Workbook, tmp_path: Path, bomb: str) -> None:
    path = tmp_path / "Basic_LinkedInDataExport.zip"
    path.write_bytes(_zip(BOMBS[bomb]()))
    with pytest.raises(OlenbError):
        wb.import_file(path)
    assert wb.is_example
    assert not wb.home.exists()
    assert sorted(each.name for each in tmp_path.iterdir()) == [path.name]


def test_an_external_entity_and_a_thousand_laughs_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    for declaration in (
        f'<!ENTITY x SYSTEM "file://{tmp_path}/secret">',
        '<!ENTITY a "ha"><!ENTITY x "&a;&a;&a;&a;&a;&a;&a;&a;">',
        f'<!ENTITY % p SYSTEM "file://{tmp_path}/secret"> %p;',
    ):
        path = tmp_path / "ties.graphml"
        path.write_text(
            f"<?xml version='1.0'?><!DOCTYPE graphml [{declaration}]>"
            "<graphml><graph><node id='&x;'/></graph></graphml>"
        )
        with pytest.raises(WrongFile):
            parse(path)


class _Canary:
    """Something that leaves a mark when it is loaded."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str, str]]:
        return Path.write_text, (self.mark, "sang")  # type: ignore[return-value]


@pytest.mark.parametrize("ending", ["pickle", "gpickle", "csv", "xlsx", "vcf", "graphml"])
@pytest.mark.parametrize("protocol", [0, 2, 3, 4, 5])
def test_pythons_own_data_is_never_opened(tmp_path: Path, ending: str, protocol: int) -> None:
    mark = tmp_path / "canary"
    path = tmp_path / f"people.{ending}"
    path.write_bytes(pickle.dumps(_Canary(mark), protocol))
    for kind in (None, *KINDS):
        with pytest.raises(OlenbError):
            parse(path, kind)
    assert not mark.exists()


FORBIDDEN = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}
FORBIDDEN_CALLS = {"read_pickle", "to_pickle", "read_gpickle", "eval", "exec", "unsafe_load"}


@pytest.mark.parametrize(
    "module", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix()
)
def test_no_module_knows_how_to_open_what_can_carry_programs(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            found = {alias.name.split(".")[0] for alias in node.names}
            found.add(getattr(node, "module", "") or "")
            assert not found & FORBIDDEN
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            assert called not in FORBIDDEN_CALLS, f"line {node.lineno}"


def test_random_rows_are_always_accounted_for(wb: Workbook, tmp_path: Path) -> None:
    rng = random.Random(5)
    for n in range(20):
        rows = [row(rng.choice(HOSTILE).replace(",", " "), rng.randrange(30)) for _ in range(40)]
        for _ in range(5):
            at = rng.randrange(40)
            rows[at] = rng.choice((rows[at] + ",x,y", rows[at][:20], '"' + rows[at], "", ",,,,,,"))
        before = everything(wb.store) if n else None
        report = wb.import_file(linkedin(tmp_path / f"{n}.csv", *rows))
        total = report.new + report.merged + report.unchanged + len(report.skipped)
        assert report.read == total <= 40
        if n and report.change is not None and n % 3 == 0:
            report.undo()
            assert everything(wb.store) == before
