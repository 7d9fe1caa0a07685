"""The facade: the example gives way to the user's own file, once and whole."""

from datetime import timedelta
from pathlib import Path

import pandas as pd
import pytest

import olenb
from olenb.core import backups, carry
from olenb.core.errors import (
    ExampleIsReadOnly,
    NotAllowed,
    NotFound,
    UndoRefused,
    WorkbookMissing,
    WrongFile,
)
from olenb.workbook import Workbook, open_workbook


@pytest.fixture
def wb(home: Path) -> Workbook:
    return open_workbook(home)


def test_the_example_shows_where_no_workbook_ever_was(wb: Workbook, home: Path) -> None:
    assert wb.is_example
    assert len(wb.introductions())
    assert not home.exists()


def test_the_home_is_the_one_that_the_environment_names(home: Path) -> None:
    assert olenb.open_workbook().home == home


def test_the_first_addition_begins_the_users_own_workbook(wb: Workbook, home: Path) -> None:
    wb.add("Ana Ruiz, Mayo Clinic, cousin")
    assert wb.started
    assert not wb.is_example
    assert list(wb.people["name"]) == ["Ana Ruiz"]
    assert (home / "workbook.olenb").stat().st_mode & 0o777 == 0o600
    assert list(open_workbook(home).people["name"]) == ["Ana Ruiz"]


def test_another_notebook_that_showed_the_example_catches_up(wb: Workbook, home: Path) -> None:
    other = open_workbook(home)
    wb.add("Ana Ruiz")
    assert list(other.people["name"]) == ["Ana Ruiz"]


@pytest.mark.parametrize("step", ["target", "person", "file"])
def test_a_first_step_that_fails_begins_no_workbook(
    wb: Workbook, home: Path, tmp_path: Path, step: str
) -> None:
    wrong = tmp_path / "cv.csv"
    wrong.write_bytes(b"%PDF-1.7")
    steps = {
        "target": lambda: wb.add_target(" "),
        "person": lambda: wb.add(" , Mayo Clinic"),
        "file": lambda: wb.import_file(wrong),
    }
    with pytest.raises((NotAllowed, WrongFile)):
        steps[step]()
    assert wb.is_example
    assert not wb.started
    assert not list(home.glob("workbook*")) if home.exists() else True


def test_the_example_on_purpose_is_never_written_to(home: Path) -> None:
    open_workbook(home).add("Ana Ruiz")
    example = open_workbook(home, sample=True)
    assert example.is_example
    with pytest.raises(ExampleIsReadOnly, match="stays as it is"):
        example.add("Bo")
    assert list(open_workbook(home).people["name"]) == ["Ana Ruiz"]


def test_backups_without_a_workbook_are_trouble_and_not_the_example(
    wb: Workbook, home: Path
) -> None:
    wb.add("Ana Ruiz")
    wb.backup()
    (home / "workbook.olenb").unlink()
    for each in (wb, open_workbook(home)):
        assert isinstance(each.trouble, WorkbookMissing)
        assert repr(each) == "<your workbook, in trouble>"
        assert not each.is_example
        with pytest.raises(WorkbookMissing, match="Nothing was changed"):
            _ = each.people
        with pytest.raises(WorkbookMissing, match="Nothing was changed"):
            each.add("Bo")
    assert not (home / "workbook.olenb").exists()


def test_the_tables_are_fresh_copies(wb: Workbook) -> None:
    wb.add("Ana Ruiz")
    df = wb.people
    df["name"] = "nobody"
    assert list(wb.people["name"]) == ["Ana Ruiz"]
    for df in (wb.people, wb.organizations, wb.affiliations, wb.ties, wb.targets):
        assert isinstance(df, pd.DataFrame)


def test_several_people_are_one_step_and_one_undo(wb: Workbook) -> None:
    wb.add_people(["Ana", "Bo", "Cem"])
    assert wb.undo() == "Added 3 people"
    assert wb.people.empty


def test_undo_in_another_notebook_takes_back_the_newest(wb: Workbook, home: Path) -> None:
    wb.add("Ana")
    other = open_workbook(home)
    other.add("Bo")
    assert wb.undo() == "Added a person"
    assert list(other.people["name"]) == ["Ana"]


def test_nobody_of_the_example_gets_a_tie_in_the_users_own_workbook(wb: Workbook) -> None:
    one, other = wb.people["name"].drop_duplicates(keep=False)[:2]
    with pytest.raises(NotFound, match="add the person first"):
        wb.add_tie(one, other)
    assert wb.is_example
    assert not (wb.home / "workbook.olenb").exists()


def test_the_example_has_nothing_to_undo(wb: Workbook) -> None:
    with pytest.raises(UndoRefused, match="nothing to undo"):
        wb.undo()


def test_the_checkpoint_says_how_far_and_what_next(wb: Workbook) -> None:
    assert wb.checkpoint().startswith("This is the example, all invented.")
    wb.add_target("Mayo Clinic")
    assert wb.checkpoint() == "1 target. Next: one person you know, in “Your people”."
    wb.add("Ana")
    assert wb.checkpoint() == "1 person, 1 target: ready."


def test_a_file_is_compared_with_nobody_invented(wb: Workbook, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Halden Energy,Engineer,12 Mar 2023\n",
        encoding="utf-8",
    )
    report = wb.import_file(path)
    assert (report.read, report.new, report.merged, report.unchanged) == (1, 1, 0, 0)
    assert list(wb.people["organization"]) == ["Halden Energy"]
    report.undo()
    assert wb.people.empty


def test_a_workbook_moved_to_another_home_loses_nothing(
    wb: Workbook, home: Path, tmp_path: Path
) -> None:
    wb.add("Ana Ruiz, Mayo Clinic, cousin")
    wb.add_target("Mayo Clinic")
    before = wb.introductions()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (home / "workbook.olenb").rename(elsewhere / "workbook.olenb")
    pd.testing.assert_frame_equal(open_workbook(elsewhere).introductions(), before)


def test_leaving_wipes_the_file_and_shows_the_example_again(wb: Workbook, home: Path) -> None:
    wb.add("Ana")
    wb.backup()
    assert wb.leave() >= 2
    assert wb.is_example
    assert not list(home.rglob("*.olenb"))


def test_a_file_that_goes_away_while_it_is_open_is_trouble_and_not_the_example(
    wb: Workbook, home: Path
) -> None:
    wb.add("Ana")
    (home / "workbook.olenb").unlink()
    assert isinstance(wb.trouble, WorkbookMissing)
    assert not wb.is_example


def test_a_backup_that_is_brought_back_elsewhere_shows_here_at_once(
    wb: Workbook, home: Path
) -> None:
    wb.add("Ana")
    wb.backup()
    wb.add("Bo")
    other = open_workbook(home)
    done = other.care.restore()
    assert list(wb.people["name"]) == ["Ana"]
    wb.add("Cy")
    other.care.restore(done.replaced)
    assert list(wb.people["name"]) == ["Ana", "Bo"]


def test_half_an_hour_of_changes_is_backed_up_before_the_next_one(
    wb: Workbook, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wb.add("Ana")
    monkeypatch.setattr(backups, "ROUTINE_AFTER", timedelta(0))
    wb.add("Bo")
    (backup,) = backups.listed(home)
    assert (backup.reason, backup.people) == (backups.ROUTINE, 1)


def test_the_workbook_has_a_neutral_repr(wb: Workbook) -> None:
    wb.add("Ana Ruiz")
    assert repr(wb) == "<your olenb workbook>"


def test_a_workbook_that_was_taken_along_is_gone_on_with(
    wb: Workbook, home: Path, tmp_path: Path
) -> None:
    wb.add("Ana Ruiz")
    carried = tmp_path / "carried.olenb"
    carried.write_bytes(carry.packed(wb.store))
    there = olenb.open_workbook(tmp_path / "there")
    there.bring_again(carried)
    assert list(there.people["name"]) == ["Ana Ruiz"]
    wb.bring_again(carried)
    assert wb.undo() == "Added a person"


def test_in_a_notebook_an_error_is_its_sentence_and_no_traceback(home: Path) -> None:
    from nbclient import NotebookClient
    from nbformat.v4 import new_code_cell, new_notebook

    open_workbook(home).add("Ana Ruiz")
    open_workbook(home).backup()
    (home / "workbook.olenb").unlink()
    code = f"import olenb\nolenb.open_workbook({str(home)!r}, sample=False).people"
    cell = new_code_cell(code)
    NotebookClient(new_notebook(cells=[cell]), allow_errors=True).execute()
    assert {output.get("name") for output in cell.outputs} == {"stdout"}
    said = "".join(output["text"] for output in cell.outputs)
    assert "`olenb restore` brings back" in said
    assert "Traceback" not in said


def test_the_checkpoint_counts_whom_you_know_and_not_whom_you_looked_up(wb: Workbook) -> None:
    from olenb.contacts import people

    wb.add_target("Halden Energy")
    wb.add("Ana Ruiz")
    people.look_up(wb.store, "Rosa Vik", "directory", organization="Halden Energy")
    assert wb.checkpoint() == "1 person, 1 target: ready."


def test_an_alumni_list_without_a_school_is_of_your_own(wb: Workbook, tmp_path: Path) -> None:
    from olenb.contacts import you

    you.say(wb.own(), school="Lakewood State College")
    path = tmp_path / "alumni.csv"
    path.write_text(
        "Full name,Class year,Major,Employer\nRosa Vik,2014,Biology,Halden Energy\n",
        encoding="utf-8",
    )
    wb.import_file(path)
    wb.add_target("Halden Energy")
    assert list(wb.people["school"]) == ["Lakewood State College"]
    assert list(wb.introductions()["kind"]) == ["alumni"]
