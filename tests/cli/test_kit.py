"""`olenb kit`: pages to print, and nothing of anybody's workbook."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from olenb.cli import main
from olenb.room.kit import catalogue


def run(*arguments: str, status: int = 0) -> str:
    ran = CliRunner().invoke(main, ["kit", *arguments])
    assert ran.exit_code == status, ran.output
    return ran.output


def test_the_whole_kit_is_a_page_for_each_card_and_one_with_all(home: Path, tmp_path: Path) -> None:
    said = run("--out", str(tmp_path / "kit"), "--people", "3")
    files = {path.name for path in (tmp_path / "kit").iterdir()}
    assert files == {f"{name}.html" for name in (*catalogue.NAMES, "whole-kit")}
    assert f"{len(catalogue.NAMES)} pages are in" in said
    assert "for letter paper" in said
    assert not home.exists()


def test_some_cards_are_written_and_told_of_as_json(home: Path, tmp_path: Path) -> None:
    rows = json.loads(run("exit-ticket", "goal-card", "--json", "--paper", "a4", "--out",
                          str(tmp_path)))  # fmt: skip
    assert [row["card"] for row in rows] == ["goal-card", "exit-ticket"]
    assert {Path(row["file"]).name for row in rows} == {path.name for path in tmp_path.iterdir()}


def test_a_schools_file_is_kept_to(home: Path, tmp_path: Path) -> None:
    home.mkdir()
    (home / "school.toml").write_text('[school]\nname = "Lake <b>"\n[rules]\nminutes_asked = 15\n')
    run("ask-card", "--out", str(tmp_path))
    page = (tmp_path / "ask-card.html").read_text("utf-8")
    assert "15 minutes of your time" in page
    assert "Lake &lt;b&gt;" in page


def test_listing_writes_nothing(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "exit-ticket: A third of a sheet" in run("--list")
    assert list(tmp_path.iterdir()) == []


def test_a_card_that_there_is_not_is_said_in_words(home: Path, tmp_path: Path) -> None:
    assert "no card" in run("score-card", "--out", str(tmp_path), status=2)
    (tmp_path / "file").write_text("")
    assert "Nothing was written" in run("--out", str(tmp_path / "file"), status=2)
