"""Case 28: who was forgotten is in no byte any more, and copies elsewhere are named."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import olenb
from olenb.cli import main
from olenb.contacts import namesakes, people, ties
from olenb.core import backups, exports, place
from olenb.core.store import Store
from olenb.workbook import Workbook

from .conftest import Child, needs_posix

S = "Zzyzxia"
NAME = f"{S} Quill"
MAIL, PAGE = f"{S}@mail.example".lower(), f"https://www.linkedin.com/in/{S}".lower()


def files_with(folder: Path, text: str = S) -> list[str]:
    """Return the files below a folder in whose bytes a text stands, in any case."""
    needle = text.lower().encode()
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in files if needle in path.read_bytes().lower())


@pytest.fixture
def wb(home: Path, tmp_path: Path) -> Workbook:
    """A workbook in which somebody left traces everywhere."""
    wb = olenb.open_workbook(home)
    rows = [f"P{n},Person{n},,p{n}@x.example,Elm,Cook,12 Mar 2023" for n in range(300)]
    rows[150] = f"{S},Quill,{PAGE},{MAIL},{S} Labs,{S} analyst,12 Mar 2023"
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    file = tmp_path / "Connections.csv"
    file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    wb.import_file(file)
    store, her = wb.store, people.find(wb.store, MAIL)
    for column, value in (("city", f"{S} City"), ("relation", f"{S} cousin"), ("name", NAME)):
        people.edit(store, her, column, value)
    twin = people.add(store, f"{S} Quill-Twin", organization=f"{S} Club", phone=f"{S}-555")
    namesakes.merge(store, her, twin)
    bo = people.find(store, "P7 Person7")
    wb.add_tie(her, bo, setting=f"{S} choir")
    ties.answer(store, her, willingness="sure", setting=f"{S} gym")
    people.edit(store, bo, "relation", f"a friend of {NAME}, of {NAME.upper()}")
    wb.add_target(f"{S} Labs")
    wb.undo()
    with store.change("Wrote things") as change:
        change.insert(
            "draft",
            person=bo,
            via=her,
            kind="first message",
            channel="email",
            body=f"{S} sent me",
            saved_at="2026-11-25",
        )
        change.insert("note", person=her, kind="advice", words=f"{S} said", confidential=1)
        change.insert("touch", person=bo, about=her, kind="asked around", happened_on="2026")
    with store.change("Changed a fact") as change:
        change.update("person", her, shared=f"{S} lake " * 900)  # more than a page of the file
        change.update("person", her, shared=None)
    return wb


def forget(wb: Workbook) -> None:
    what = wb.care.look([people.find(wb.store, MAIL)])
    assert wb.care.forget(what)
    wb.care.remove_backups(what)


def test_no_byte_of_the_folder_holds_them_any_more(wb: Workbook) -> None:
    assert "workbook.olenb" in files_with(wb.home)
    assert len(files_with(wb.home)) >= 2, "a backup holds them, too"
    forget(wb)
    assert files_with(wb.home) == []
    assert files_with(wb.home, "Quill") == []
    assert len(wb.people) == 299


def test_nothing_that_is_undone_afterwards_brings_them_back(wb: Workbook) -> None:
    forget(wb)
    while wb.store.last_change():
        wb.undo()
        assert files_with(wb.home) == []
    assert wb.people.empty


@pytest.mark.parametrize("secure", ["ON", "OFF"])
def test_their_bytes_go_with_the_page_or_at_the_latest_with_the_file_written_anew(
    wb: Workbook, secure: str
) -> None:
    wb.store._db.execute(f"PRAGMA secure_delete = {secure}")
    forget(wb)
    assert files_with(wb.home) == []


def test_a_file_in_the_writing_ahead_mode_of_another_program_is_cleaned_as_well(
    wb: Workbook,
) -> None:
    wb.store._db.execute("PRAGMA journal_mode = WAL")
    people.edit(wb.store, people.find(wb.store, MAIL), "city", f"{S} Harbour")
    assert "workbook.olenb-wal" in files_with(wb.home)
    forget(wb)
    wb.close()
    assert files_with(wb.home) == []


@needs_posix
def test_a_crash_while_forgetting_forgets_all_or_nothing(wb: Workbook) -> None:
    her = people.find(wb.store, MAIL)
    home = wb.home
    wb.close()
    for point in range(1, 200, 23):

        def die(point: int = point) -> bool:
            mine = olenb.open_workbook(home)
            count = 0

            def step(_statement: str) -> None:
                nonlocal count
                count += 1
                if count == point:
                    os._exit(9)

            mine.store._db.set_trace_callback(step)
            mine.care.forget(mine.care.look([her]))
            return True

        child = Child(die).begun()
        os.waitpid(child.pid, 0)
        store = Store.open(home)
        left = store.rows("SELECT count(*) FROM person WHERE id = ?", (her,))[0][0]
        named = store.rows(f"SELECT count(*) FROM history WHERE was LIKE '%{S}%'")[0][0]
        assert store.rows("PRAGMA foreign_key_check") == []
        assert bool(left) is bool(named)
        store.close()


def run(home: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--home", str(home), *arguments])


def test_the_command_says_first_what_would_go_and_does_it_when_told(wb: Workbook) -> None:
    before = wb.store.version
    said = run(wb.home, "forget", MAIL)
    assert said.exit_code == 0
    assert "would be gone for good: undo can't bring them back." in said.stdout
    assert "Nothing was changed. If that is what you want, add --yes." in said.stdout
    assert "Backups that still hold them (--backups removes them):" in said.stdout
    assert wb.store.version == before
    done = run(wb.home, "forget", MAIL, "--yes", "--backups", "--json")
    document = json.loads(done.stdout)
    assert (document["people"], document["forgotten"], document["written_anew"]) == (1, True, True)
    assert document["backups"] == []
    assert files_with(wb.home) == []
    assert run(wb.home, "forget", MAIL, "--yes").exit_code == 2


def test_exports_that_were_made_are_named(wb: Workbook, tmp_path: Path) -> None:
    picture = tmp_path / "map.svg"
    wb.save_map(picture)
    exports.note(wb.store, picture, "picture")
    said = run(wb.home, "forget", MAIL, "--yes").stdout
    assert f"This file may still hold them: {picture}" in said


def test_whom_a_year_says_nothing_of_are_listed_and_stay_until_told(wb: Workbook) -> None:
    assert "nobody of whom a whole year" in run(wb.home, "forget", "--untouched", "--yes").stdout
    wb.store._db.execute("UPDATE change SET at = '2020-01-01T00:00:00+00:00' WHERE id < 3")
    wb.store._db.execute("UPDATE tie SET as_of = '2020-01-01'")
    wb.store._db.execute("DELETE FROM history WHERE change = (SELECT max(id) FROM change)")
    said = run(wb.home, "forget", "--untouched").stdout
    assert "P8 Person8 (last: 2020-01-01)" in said
    assert "would be gone" in said
    assert len(wb.people) == 300
    run(wb.home, "forget", "--untouched", "--yes")
    assert len(wb.people) < 10


@pytest.mark.parametrize("on_a_stick", [False, True])
def test_everything_is_everything_wherever_it_lies(
    wb: Workbook, tmp_path: Path, on_a_stick: bool
) -> None:
    (wb.home / "inbox").mkdir()
    (wb.home / "inbox" / f"{S}.csv").write_text(S)
    (wb.home / ".workbook.olenb.restored").write_text(S)
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "holiday.jpg").write_text("not ours")
    if on_a_stick:
        wb.move_to(stick)
        wb.backup()
    elsewhere = tmp_path / "map.svg"
    wb.save_map(elsewhere)
    exports.note(wb.store, elsewhere, "picture")
    would = run(wb.home, "forget", "--everything").stdout
    assert "add --yes" in would
    assert files_with(wb.home)
    count = would.split()[0]
    said = run(wb.home, "forget", "--everything", "--yes").stdout
    assert said.startswith(f"{count} files removed.")
    assert f"Saved elsewhere, and still there: {elsewhere}" in said
    assert [path for path in wb.home.rglob("*") if path.is_file()] == []
    assert [path.name for path in stick.rglob("*")] == ["holiday.jpg"]


def test_leaving_a_borrowed_computer_says_how_much_and_wipes_it(wb: Workbook) -> None:
    count = place.left_behind(wb.home)
    assert f"{count} files would be removed" in run(wb.home, "leave").stdout
    assert files_with(wb.home)
    assert f"{count} files removed" in run(wb.home, "leave", "--yes").stdout
    assert files_with(wb.home) == []
    assert not backups.listed(wb.home)


@pytest.mark.parametrize("arguments", [(), ("Ana", "--untouched"), ("--everything", "--untouched")])
def test_whom_to_forget_must_be_plain(home: Path, arguments: tuple[str, ...]) -> None:
    assert run(home, "forget", *arguments).exit_code == 2
