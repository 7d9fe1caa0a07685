"""The room on the command line; a whole workshop of it is in `test_workshop.py`."""

from pathlib import Path

from click.testing import CliRunner, Result

from olenb.cli import main


def run(folder: Path, home: int | None, *arguments: str) -> Result:
    where = ["--home", str(folder / f"home{home}")] if home is not None else []
    return CliRunner().invoke(main, [*where, *arguments])


def ok(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return result.stdout


def test_without_ticks_it_shows_and_writes_nothing(tmp_path: Path) -> None:
    ok(run(tmp_path, 1, "add", "Ana, Mayo Clinic, cousin"))
    ok(run(tmp_path, 2, "target", "Mayo Clinic"))
    ask, listed = str(tmp_path / "q.json"), str(tmp_path / "l.json")
    ok(run(tmp_path, 2, "room", "ask", "Mayo Clinic", "--session", "SPRING-7", "--out", ask))
    ok(run(tmp_path, None, "room", "gather", ask, "--out", listed))
    before = sorted(tmp_path.rglob("*"))
    shown = ok(run(tmp_path, 1, "room", "answer", listed))
    assert "Ana (Worth asking)" in shown
    assert sorted(tmp_path.rglob("*")) == before
    refused = run(tmp_path, 1, "room", "answer", listed, "--tick", "all")
    assert refused.exit_code == 2
    assert "--out" in refused.stderr
    nobody = ok(run(tmp_path, 3, "room", "answer", listed))
    assert "no lack of yours" in nobody


def test_a_list_that_is_none_is_refused_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "l.json").write_text("{}")
    result = run(tmp_path, 1, "room", "answer", str(tmp_path / "l.json"))
    assert result.exit_code == 2
    assert "isn't a file of the room" in result.stderr
