"""An office's question out of files: in blocks, stopped and gone on, onto the screen."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import duckdb
import networkx as nx
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from network.test_engines import PLACES, definition
from olenb.cli import main
from olenb.core.errors import WrongFile
from olenb.network import office
from olenb.network.office import Question


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Any]:
    """Write the three files, and keep what is in them."""
    G = nx.gnm_random_graph(50, 200, seed=5)
    edges = [(a, b, 1 + (a + b) % 3) for a, b in G.edges]
    ties = pd.DataFrame(
        [*edges, *((b, a, s) for a, b, s in edges)], columns=["person", "knows", "strength"]
    )
    at = pd.DataFrame([(n, PLACES[n % 3]) for n in G], columns=["person", "organization"])
    ties.to_parquet(tmp_path / "ties.parquet")
    at.to_parquet(tmp_path / "affiliations.parquet")
    (tmp_path / "egos.csv").write_text("name,ego\n" + "".join(f"x,{n}\n" for n in range(7)))
    return {"folder": tmp_path, "ties": ties, "at": at}


def question(folder: Path, targets: tuple[str, ...] = (PLACES[0], PLACES[2])) -> Question:
    names = ("ties.parquet", "affiliations.parquet", "egos.csv")
    return Question(*(folder / name for name in names), targets)


def run(folder: Path, *arguments: str) -> Result:
    names = ("ties.parquet", "affiliations.parquet", "egos.csv")
    options = zip(("--ties", "--affiliations", "--egos"), names, strict=True)
    given = [part for option, name in options for part in (option, str(folder / name))]
    return CliRunner().invoke(main, ["introductions", *given, *arguments])


def expected(files: dict[str, Any], targets: tuple[str, ...]) -> list[tuple[Any, ...]]:
    return sorted(definition(files["ties"], files["at"], list(range(7)), list(targets)))


def test_the_answer_is_printed_as_one_document(files: dict[str, Any]) -> None:
    result = run(files["folder"], PLACES[0], PLACES[2], "--json")
    assert result.exit_code == 0
    rows = [tuple(row.values()) for row in json.loads(result.stdout)]
    assert rows == expected(files, (PLACES[0], PLACES[2]))


def test_without_json_each_row_is_a_line(files: dict[str, Any]) -> None:
    lines = run(files["folder"], PLACES[0], "--limit", "3").stdout.splitlines()
    ego, target, person, introducer, _ = expected(files, (PLACES[0],))[0]
    assert len(lines) == 3
    assert lines[0].startswith(f"{ego}, {target}: {person} through {introducer} (")


def test_a_folder_is_filled_block_by_block_and_a_stopped_run_goes_on(
    files: dict[str, Any], tmp_path: Path
) -> None:
    asked, out, told = question(files["folder"]), tmp_path / "answer", []
    with duckdb.connect() as connection:
        done = office.in_blocks(connection, asked, out, lambda *step: told.append(step), block=3)
        assert done == 3
        parts = sorted(out.glob("part-*.parquet"))
        parts[1].unlink()
        (out / "part-00002.unfinished").write_bytes(b"half of it")
        assert office.in_blocks(connection, asked, out, block=3) == 1
        assert office.in_blocks(connection, asked, out, block=3) == 0
        rows = connection.read_parquet(str(out / "part-*.parquet")).fetchall()
    assert sorted(rows) == expected(files, asked.targets)
    assert [fraction for fraction, _ in told] == sorted(fraction for fraction, _ in told)
    assert told[-1] == (1.0, "7 egos")


def test_a_block_that_is_too_large_is_answered_in_halves_and_stays_so(
    files: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb = pytest.importorskip("duckdb")
    folder, out = files["folder"], tmp_path / "answer"
    question = office.Question(
        folder / "ties.parquet", folder / "affiliations.parquet", folder / "egos.csv", (PLACES[0],)
    )
    egos = office.read_egos(question.egos)
    answer, most = office.on_duckdb, [len(egos) // 3]

    def small(connection: Any, question: office.Question, egos: list[str]) -> Any:
        if len(egos) > most[0]:
            raise duckdb.OutOfMemoryException("failed to allocate")
        return answer(connection, question, egos)

    monkeypatch.setattr(office, "on_duckdb", small)
    connection = duckdb.connect()
    assert office.in_blocks(connection, question, out) == 1
    parts = sorted(path.name for path in out.glob("*.parquet"))
    assert parts[0] == "part-00000-1-1.parquet"
    assert len(parts) == 4

    # With more memory than before, what is missing is worked out and nothing twice.
    (out / parts[0]).unlink()
    most[0] = len(egos)
    assert office.in_blocks(connection, question, out) == 1
    assert sorted(path.name for path in out.glob("*.parquet")) == parts
    rows = connection.read_parquet(str(out / "part-*.parquet")).fetchall()
    assert sorted(rows) == sorted(expected(files, (PLACES[0],)))


def test_not_even_one_ego_fits(
    files: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb = pytest.importorskip("duckdb")

    def none(*_: Any) -> Any:
        raise duckdb.OutOfMemoryException("failed to allocate")

    monkeypatch.setattr(office, "on_duckdb", none)
    result = run(files["folder"], PLACES[0], "--out", str(tmp_path / "answer"))
    assert result.exit_code == 2
    assert "of memory is not enough" in result.stderr


def test_a_folder_with_another_answer_is_left_alone(files: dict[str, Any], tmp_path: Path) -> None:
    out = str(tmp_path / "answer")
    first = run(files["folder"], PLACES[0], "--out", out)
    assert first.exit_code == 0, first.output
    assert first.stdout == f"The answer is in answer: {len(expected(files, (PLACES[0],)))} rows.\n"
    other = run(files["folder"], PLACES[1], "--out", out)
    assert other.exit_code == 2
    assert "holds the answer to another question" in other.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "name at least one organization"),
        (("X", "--egos", "nowhere.csv"), "There is no file nowhere.csv here"),
        (("X", "--memory", "1kB"), "of memory is not enough|engine refused"),
    ],
)
def test_what_is_wrong_is_said(
    files: dict[str, Any], arguments: tuple[str, ...], says: str
) -> None:
    result = run(files["folder"], *arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr
    assert re.search(says, result.stderr)


def test_a_file_that_is_no_table_is_refused_without_its_contents(files: dict[str, Any]) -> None:
    (files["folder"] / "ties.parquet").write_bytes(b"Ana Ruiz, ana@example.org")
    result = run(files["folder"], "X")
    assert result.exit_code == 2
    assert "Parquet files with the columns" in result.stderr
    assert "Ana" not in result.stderr


def test_the_three_files_belong_together(files: dict[str, Any]) -> None:
    ties = str(files["folder"] / "ties.parquet")
    result = CliRunner().invoke(main, ["introductions", "X", "--ties", ties])
    assert result.exit_code == 2
    assert "belong together" in result.stderr


@pytest.mark.parametrize(
    ("text", "egos"),
    [
        ("ego\n1\n2\n1\n", ["1", "2"]),
        ("name,Person\nAna, 7\nBo,\n", ["7"]),
        ("\ufeffid\nx\n", ["x"]),
        ("4\n5\n", ["4", "5"]),
        ("", []),
    ],
)
def test_egos_are_read_from_a_column_of_that_name_or_the_only_one(
    tmp_path: Path, text: str, egos: list[str]
) -> None:
    (tmp_path / "egos.csv").write_text(text, encoding="utf-8")
    assert office.read_egos(tmp_path / "egos.csv") == egos


def test_several_columns_of_other_names_are_not_guessed_between(tmp_path: Path) -> None:
    (tmp_path / "egos.csv").write_text("a,b\n1,2\n")
    with pytest.raises(WrongFile, match="needs a column called ego or person or id"):
        office.read_egos(tmp_path / "egos.csv")


@pytest.mark.filterwarnings("ignore::FutureWarning")
@pytest.mark.slow
def test_spark_answers_the_same_question(files: dict[str, Any], tmp_path: Path) -> None:
    pytest.importorskip("pyspark.sql", reason="PySpark is not installed: olenb[spark]")
    if shutil.which("java") is None:
        pytest.skip("Spark needs a Java runtime, and there is none on this machine")
    result = run(files["folder"], PLACES[0], "--engine", "spark", "--json")
    assert result.exit_code == 0, result.output
    rows = [tuple(row.values()) for row in json.loads(result.stdout)]
    assert rows == expected(files, (PLACES[0],))
