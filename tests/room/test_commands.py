"""A whole workshop on the command line: twelve homes, three bad files, one late, one leaving."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from olenb.cli import main

SENTINEL = "Zzprobe"
HOMES = 12


def run(folder: Path, home: int | None, *arguments: str) -> Result:
    where = ["--home", str(folder / f"home{home}")] if home is not None else []
    return CliRunner().invoke(main, [*where, *arguments])


def ok(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_workshop_of_twelve(tmp_path: Path) -> None:
    for home in range(HOMES):
        person = f"{SENTINEL} {home}, Firm {home}, friend"
        ok(run(tmp_path, home, "add", person))
        ok(run(tmp_path, home, "target", f"Firm {(home + 1) % HOMES}"))
        out = str(tmp_path / f"ask{home}.json")
        ok(run(tmp_path, home, "room", "ask", "--session", "spring-7", "--out", out))
    for name, content in (("x", b"{}"), ("y", b"\xff"), ("z", b'{"olenb-room": 9}')):
        (tmp_path / f"bad-{name}.json").write_bytes(content)
    early = [str(tmp_path / f"ask{home}.json") for home in range(HOMES - 1)]
    bad = [str(path) for path in sorted(tmp_path.glob("bad-*.json"))]
    first, second = str(tmp_path / "list1.json"), str(tmp_path / "list2.json")
    gathered = run(tmp_path, None, "room", "gather", *bad, *early, "--out", first)
    assert ok(gathered) == "11 questions, 3 left out.\n"
    assert gathered.stderr.count("It was left out, and the others go on.") == 3
    late = str(tmp_path / f"ask{HOMES - 1}.json")
    gone = str(tmp_path / "gone.json")
    ok(run(tmp_path, 3, "room", "withdraw", "--session", "SPRING-7", "--out", gone))
    ok(run(tmp_path, None, "room", "gather", first, late, gone, "--out", second))

    answers = []
    for home in range(HOMES):
        if home == 3:
            continue
        shown = json.loads(ok(run(tmp_path, home, "room", "answer", second, "--json")))
        assert [row["person"] for row in shown] == [f"{SENTINEL} {home}"] * len(shown)
        out = str(tmp_path / f"answer{home}.json")
        ok(run(tmp_path, home, "room", "answer", second, "--tick", "all", "--out", out))
        answers.append(out)
    leaving = [Path(one).read_text("utf-8") for one in (*early, first, second, *answers)]
    assert not any(SENTINEL in text for text in leaving)

    arguments = ("room", "rounds", *answers, "--rounds", "3", "--minutes", "5", "--json")
    plan = json.loads(ok(run(tmp_path, None, *arguments)))
    assert len(plan["rounds"]) == 3
    # Everybody knows the firm of the one before: eleven in a row, the one who left missing.
    assert plan["possible"] == 10
    assert plan["covered"] == 10


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
