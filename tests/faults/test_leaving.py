"""R38: what is confidential leaves by no way out, and every way out is written down."""

import re

import pytest
from click.testing import CliRunner

from olenb.cli import main
from olenb.core import exports
from olenb.share import Sought, check
from olenb.views.export.leaving import ENDINGS, More, What
from olenb.workbook import Workbook, open_workbook

SECRET = "Zzyzx Secret"
WAYS = [(what, ending) for what, endings in ENDINGS.items() for ending in endings]


@pytest.fixture
def wb(home) -> Workbook:
    """Return a workbook in which a confidential person is everywhere: known, asked, on the way."""
    wb = open_workbook(home)
    wb.add_people([f"{SECRET}, Zzyzx Practice, friend of Bo", f"Ana Ruiz, Mayo, with {SECRET}"])
    wb.add_target("Mayo Clinic")
    wb.add_target("Zzyzx Practice")
    for target in ("Mayo Clinic", "Zzyzx Practice"):
        wb.record_answer(SECRET, target, "yes", "Rosa Diaz")
        wb.record_answer("Ana Ruiz", target, "yes", SECRET if "Z" in target else "Bo Li")
    with wb.writing() as store, store.change("Marked") as change:
        secret = store.one("SELECT id FROM person WHERE name = ?", (SECRET,))
        change.update("person", secret["id"], confidential=1)
        ana = store.one("SELECT id FROM person WHERE name = 'Ana Ruiz'")["id"]
        change.insert("note", person=ana, kind="quote", words="Zzyzx quote", confidential=1)
    return wb


@pytest.fixture
def sought(wb) -> Sought:
    """Look for the confidential person, as `olenb check-share` does."""
    ids = [row["id"] for row in wb.store.rows("SELECT id FROM person WHERE confidential = 1")]
    return Sought.of(wb.store, ids)


@pytest.mark.parametrize(("what", "ending"), WAYS, ids=str)
def test_nothing_confidential_is_in_any_file(wb, sought, tmp_path, what, ending):
    leaving = wb.leaving.look(what, list(More))
    path = wb.leaving.save(leaving, tmp_path / f"file{ending}")
    assert check(path, sought).people == {}
    everything = check(path, Sought.of(wb.store))
    assert everything.people  # the others are in it
    assert "Zzyzx quote" not in path.read_bytes().decode("utf-8", "replace")
    assert "1 person and 1 note or plan" in leaving.sentence


@pytest.mark.parametrize("save", ["save_map", "save_routes"])
def test_nobody_confidential_is_in_any_picture(wb, sought, tmp_path, save):
    for ending in (".svg", ".png"):
        getattr(wb, save)(tmp_path / f"picture{ending}")
        assert check(tmp_path / f"picture{ending}", sought).people == {}
    assert SECRET in str(wb.map().circles) + str(wb.routes().introducers)  # on the screen they are


def test_the_pictures_of_the_command_line_go_through_the_same_door(wb, home, sought, tmp_path):
    for command in ("map", "routes"):
        out = tmp_path / f"{command}.svg"
        assert CliRunner().invoke(main, [command, "--out", str(out)]).exit_code == 0
        assert check(out, sought).people == {}


def test_every_file_is_written_down_and_undo_leaves_that_alone(wb, tmp_path):
    newest = wb.store.last_change()["label"]
    wb.save_map(tmp_path / "map.svg")
    wb.leaving.save(wb.leaving.look("people"), tmp_path / "people.csv")
    exports.note(wb.store, "graph-2026-11-25.graphml", "graph")
    left = wb.leaving.before()
    assert set(left["name"]) == {"map.svg", "people.csv", "graph-2026-11-25.graphml"}
    assert set(left["kind"]) == {"picture", "people", "graph"}
    assert wb.undo() == newest
    assert len(wb.leaving.before()) == 3
    assert set(wb.care.exports()["path"].map(lambda path: path.name)) == {"map.svg", "people.csv"}


def test_the_example_leaves_no_trace_in_a_workbook_that_is_not_there(home, tmp_path):
    wb = open_workbook(home)
    wb.save_map(tmp_path / "map.svg")
    assert len(wb.leaving.before()) == 0
    assert not home.exists()


def test_a_dry_run_shows_what_would_leave_and_writes_nothing(wb, home, tmp_path):
    out = tmp_path / "people.csv"
    arguments = ["export", "people", "--out", str(out)]
    done = CliRunner().invoke(main, [*arguments, "--dry-run"])
    assert done.exit_code == 0
    assert re.match(r"4 people would leave, with these columns: Name, Organization", done.output)
    assert "Ana Ruiz · Mayo" in done.output
    assert not out.exists()
    declined = CliRunner().invoke(main, [*arguments, "--ask"], input="n\n")
    assert (declined.exit_code, out.exists()) == (0, False)
    written = CliRunner().invoke(main, arguments)
    assert written.output.startswith(f"4 people written into {out}. Stays behind")
    assert out.exists()


def test_another_ending_is_refused_with_those_that_work(wb, home, tmp_path):
    done = CliRunner().invoke(main, ["export", "graph", "--out", str(tmp_path / "x.csv")])
    assert done.exit_code == 2
    assert "saved as .graphml. Nothing was written" in done.output


def test_each_part_can_be_left_out_of_the_files_or_taken_along(wb):
    with wb.writing() as store, store.change("More") as change:
        change.update(
            "person",
            store.one("SELECT id FROM person WHERE name = 'Bo Li'")["id"],
            relation="cousin",
        )
    plain, full = wb.leaving.look("people"), wb.leaving.look("people", ["story", "answers"])
    assert "How I know them" not in plain.table
    assert set(full.table["How I know them"]) == {"", "cousin"}
    bare, rich = wb.leaving.look("graph").G, wb.leaving.look("graph", list(More)).G
    attributes = [{name for _, about in G.nodes(data=True) for name in about} for G in (bare, rich)]
    assert "relation" not in attributes[0]
    assert "relation" in attributes[1]
    assert What.TRACKER.label
