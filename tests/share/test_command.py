"""`olenb check-share`: counts and places, names only on request, an exit status for scripts."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from olenb.cli import main
from olenb.workbook import open_workbook


@pytest.fixture
def run(home):
    open_workbook(home).add_people(["Ana Ruiz, Mayo Clinic", "Bo Li"])
    return lambda *words: CliRunner().invoke(main, ["check-share", *map(str, words)])


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_somebody_found_is_counted_and_not_named(run, tmp_path):
    done = run(write(tmp_path, "page.html", "<p>x</p>\n<b>Ana</b> Ruiz"))
    assert done.exit_code == 1
    assert done.output.splitlines()[:2] == [
        "page.html: 1 of your people is in it: 1 by name.",
        "  line 2: 1 person",
    ]
    assert "Ana" not in done.output


def test_names_are_shown_on_request(run, tmp_path):
    done = run("--show", write(tmp_path, "list.csv", "Li,Bo"))
    assert done.output.splitlines()[-1] == "  Bo Li"


def test_a_clean_file_ends_well(run, tmp_path):
    done = run(write(tmp_path, "list.csv", "Somebody Else"))
    assert done.exit_code == 0
    assert "None of your 2 people were found in it." in done.output
    assert "look once yourself" in done.output


@pytest.mark.parametrize(("show", "people"), [(False, [{"by": ["name"]}]), (True, "Bo Li")])
def test_json_is_one_document(run, tmp_path, show, people):
    done = run("--json", *(["--show"] if show else []), write(tmp_path, "a", "Bo Li"))
    (found,) = json.loads(done.output)
    assert (found["found"], found["status"]) == (1, 1)
    assert (found["people"][0]["name"] if show else found["people"]) == people


def test_a_file_that_cannot_be_read_is_trouble_unless_somebody_was_found(run, tmp_path):
    pdf, clean = write(tmp_path, "a.pdf", "%PDF-1.7"), write(tmp_path, "b.txt", "x")
    missing, somebody = tmp_path / "missing", write(tmp_path, "c.txt", "Bo Li")
    assert run(clean, pdf).exit_code == 2
    assert run(clean, missing).exit_code == 2
    assert "can't be read" in run(missing).output
    assert run(pdf, missing, somebody).exit_code == 1


def test_without_a_workbook_there_is_nobody_to_look_for(home, tmp_path):
    file = str(write(tmp_path, "a.txt", "x"))
    done = CliRunner().invoke(main, ["check-share", file])
    assert done.exit_code == 2
    assert "nobody to look for" in done.output
    assert CliRunner().invoke(main, ["--sample", "check-share", file]).exit_code == 0
