"""`olenb check`: the JSON of the check, plain words, and status 0 while it only advises."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from olenb.cli import letters, main
from olenb.method import etiquette
from olenb.workbook import open_workbook

ASKED = "Dear Ms. Lee,\n\nAre you hiring? Could I have half an hour?\n"


def run(home: Path, *arguments: str, **options: str | bytes) -> Result:
    return CliRunner().invoke(main, ["--home", str(home), "check", *arguments], **options)


@pytest.fixture
def message(tmp_path: Path) -> Path:
    path = tmp_path / "message.txt"
    path.write_text(ASKED, encoding="utf-8")
    return path


def test_findings_are_one_json_document_the_most_important_first(home: Path, message: Path) -> None:
    result = run(home, str(message), "--json")
    findings = json.loads(result.stdout)
    assert result.exit_code == 0
    assert [f["rule"] for f in findings] == ["asks-for-job", "over-20-minutes"]
    assert [list(f) for f in findings] == [["rule", "row", "why", "suggestion", "start", "end"]] * 2
    assert [ASKED[f["start"] : f["end"]] for f in findings] == ["Are you hiring", "half an hour"]


def test_without_json_it_is_said_in_words(home: Path, message: Path) -> None:
    result = run(home, str(message))
    assert result.exit_code == 0
    assert "line 3  asks-for-job (R2)" in result.output
    assert etiquette.RULES["asks-for-job"].help in result.output


def test_nothing_found_is_an_empty_list_or_a_sentence(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "fine.txt"
    path.write_text("Thank you for today.", encoding="utf-8")
    assert json.loads(run(home, str(path), "--kind", "thanks", "--json").stdout) == []
    assert run(home, str(path), "--kind", "thanks").output == "Nothing to suggest.\n"


def test_the_first_message_is_asked_for_its_parts(home: Path, message: Path) -> None:
    without = {f["rule"] for f in json.loads(run(home, str(message), "--json").stdout)}
    first = {f["rule"] for f in json.loads(run(home, str(message), "--first", "--json").stdout)}
    assert first - without == {"no-why-you", "no-easy-out"}


def test_standard_input_is_fine_with_windows_lines_and_a_mark(home: Path) -> None:
    typed = "\ufeffDear Ms. Lee,\r\n\r\nAre you hiring?\r\n".encode()
    (finding,) = json.loads(run(home, "-", "--json", input=typed).stdout)
    assert (finding["start"], finding["end"]) == (15, 29)


def test_people_come_from_the_workbook(home: Path, tmp_path: Path) -> None:
    wb = open_workbook(home)
    ana = wb.add("Ana Ruiz, Halden Energy")
    rosa = wb.add("Rosa Delgado, Tern Robotics")
    with wb.store.change("Wrote an address") as change:
        change.insert("identifier", person=rosa, kind="email", key="rosa@people.example")
    path = tmp_path / "message.txt"
    path.write_text("Ana told me about you.", encoding="utf-8")
    for to in ("Rosa Delgado", "rosa@people.example", str(rosa)):
        (finding,) = json.loads(
            run(home, str(path), "--to", to, "--via", "ana ruiz", "--json").stdout
        )
        assert finding["rule"] == "name-without-permission"
    with wb.store.change("Noted a yes") as change:
        change.insert("permission", person=ana, answer="yes", towards=rosa)
    allowed = run(home, str(path), "--to", str(rosa), "--via", str(ana), "--json")
    assert json.loads(allowed.stdout) == []


@pytest.mark.parametrize("option", ["--to", "--via"])
def test_somebody_unknown_is_refused_without_repeating_the_name(
    home: Path, message: Path, option: str
) -> None:
    result = run(home, str(message), option, "Zelda Zorn", "--json")
    assert result.exit_code == 2
    assert "Nobody in your workbook" in result.stderr
    assert "Zelda" not in result.output
    assert result.stdout == ""


def test_a_missing_file_and_a_folder_are_refused_in_plain_words(home: Path, tmp_path: Path) -> None:
    for place in (tmp_path / "missing.txt", tmp_path):
        result = run(home, str(place))
        assert result.exit_code == 2
        assert "can't be read" in result.stderr
        assert "Traceback" not in result.output


def test_what_is_no_text_or_no_message_is_refused(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"PK\x03\x04\xff\xfe\x00")
    assert "isn't plain text" in run(home, str(path)).stderr
    path.write_bytes(b"a" * (letters.LONGEST + 1))
    assert "far too long" in run(home, str(path)).stderr


def test_an_unknown_kind_names_the_kinds(home: Path, message: Path) -> None:
    result = run(home, str(message), "--kind", "fax")
    assert result.exit_code == 2
    assert "ask-around" in result.stderr
    assert tuple(etiquette.Kind) == letters.KINDS


def test_looking_starts_no_workbook(home: Path, message: Path) -> None:
    run(home, str(message), "--json")
    assert not home.exists() or not list(home.glob("*.olenb"))
