"""The command line: one JSON document, plain words, and status 2 for what went wrong."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from olenb.cli import main
from olenb.contacts import you
from olenb.core.store import Store, now

CONNECTIONS = """\
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,ana@example.org,Halden Energy,Engineer,12 Mar 2023
Bo,Lind,https://www.linkedin.com/in/bo-lind,,Tern Robotics,Analyst,1 Jan 2022
,,,,,,01 Jan 2023
"""


def run(home: Path, *arguments: str, **options: str) -> Result:
    return CliRunner().invoke(main, ["--home", str(home), *arguments], **options)


@pytest.fixture
def connections(tmp_path: Path) -> Path:
    path = tmp_path / "Connections.csv"
    path.write_text(CONNECTIONS, encoding="utf-8")
    return path


def test_an_import_prints_one_json_document_with_every_row_accounted_for(
    home: Path, connections: Path
) -> None:
    result = run(home, "import", str(connections), "--json")
    (report,) = json.loads(result.stdout)
    assert result.exit_code == 0
    assert report["file"] == "Connections.csv"
    assert report["kind"] == "linkedin"
    assert [report[k] for k in ("read", "new", "merged", "unchanged")] == [3, 2, 0, 0]
    assert [skip["line"] for skip in report["skipped"]] == [4]


def test_a_report_in_json_has_these_keys_and_no_others(home: Path, connections: Path) -> None:
    (report,) = json.loads(run(home, "import", str(connections), "--json").output)
    counts = ["read", "new", "merged", "unchanged"]
    assert list(report) == ["file", "kind", *counts, "skipped", "also"]


def test_the_first_thing_added_says_that_the_own_workbook_begins(
    home: Path, connections: Path
) -> None:
    assert "your own workbook now" in run(home, "import", str(connections)).stdout
    assert "your own workbook now" not in run(home, "add", "Ana Ruiz").stdout
    assert "your own workbook now" in run(home / "other", "add", "Ana Ruiz").stdout
    assert "your own workbook now" in run(home / "third", "target", "--role", "nurse").stdout


def test_a_guessed_encoding_is_said(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "kontakte.csv"
    path.write_bytes("Vorname,Nachname,Firma\nJörg,Müller,Siemens\n".encode("cp1252"))
    assert "Western Europe" in run(home, "import", str(path)).stdout


def test_the_same_file_again_adds_nothing(home: Path, connections: Path) -> None:
    run(home, "import", str(connections))
    (report,) = json.loads(run(home, "import", str(connections), "--json").stdout)
    assert (report["new"], report["merged"], report["unchanged"]) == (0, 0, 2)


def test_a_dry_run_starts_no_workbook(home: Path, connections: Path) -> None:
    (report,) = json.loads(run(home, "import", str(connections), "--dry-run", "--json").stdout)
    assert report["new"] == 2
    assert not home.exists() or not list(home.glob("*.olenb"))


def test_a_wrong_file_is_named_on_standard_error_and_its_neighbour_comes_in(
    home: Path, connections: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "cv.csv"
    wrong.write_bytes(b"%PDF-1.7 not a table")
    result = run(home, "import", str(wrong), str(connections), "--json")
    assert result.exit_code == 2
    assert "cv.csv" in result.stderr
    assert "PDF" in result.stderr
    assert "Traceback" not in result.output
    assert [report["new"] for report in json.loads(result.stdout)] == [2]


def test_people_and_a_target_on_the_command_line_give_introductions(home: Path) -> None:
    assert run(home, "add", "Ana Ruiz, Halden Energy, cousin", "Bo Lind").exit_code == 0
    assert run(home, "target", "Halden Energy", "--role", "analyst").exit_code == 0
    rows = json.loads(run(home, "introductions", "--json").stdout)
    assert [(row["person"], row["kind"], row["band"]) for row in rows] == [
        ("Ana Ruiz", "direct", None)
    ]


def test_the_example_has_every_kind_of_row(home: Path) -> None:
    rows = json.loads(run(home, "introductions", "--json").stdout)
    assert {row["kind"] for row in rows} == {"direct", "introduction", "alumni", "question"}
    assert {row["band"] for row in rows if row["kind"] == "introduction"} <= {1, 2, 3}
    assert list(rows[0]) == [
        "target",
        "person",
        "role",
        "introducer",
        "also_through",
        "kind",
        "band",
        "reasons",
        "weakest_leg",
        "criteria",
        "open_asks",
    ]


def test_the_limit_is_a_limit(home: Path) -> None:
    assert len(json.loads(run(home, "introductions", "--limit", "3", "--json").stdout)) == 3


def test_an_empty_target_is_refused_in_plain_words(home: Path) -> None:
    result = run(home, "target")
    assert result.exit_code == 2
    assert "one of them is enough" in result.stderr
    assert not list(home.glob("*.olenb")) if home.exists() else True


def test_undo_names_what_it_took_back(home: Path) -> None:
    run(home, "add", "Ana Ruiz")
    result = run(home, "undo")
    assert result.output == "Taken back: Added a person.\n"
    assert run(home, "undo").exit_code == 2


def test_the_example_has_nothing_to_undo_and_starts_no_workbook(home: Path) -> None:
    result = run(home, "undo")
    assert result.exit_code == 2
    assert "nothing to undo" in result.stderr
    assert not list(home.glob("*.olenb")) if home.exists() else True


@pytest.mark.parametrize("picture", ["map", "routes"])
@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_pictures_are_written_and_described(
    home: Path, tmp_path: Path, picture: str, suffix: str
) -> None:
    out = tmp_path / f"picture{suffix}"
    result = run(home, picture, "--out", str(out))
    assert result.exit_code == 0, result.output
    assert out.stat().st_size > 5_000
    assert len(result.output.split()) > 5


def test_a_picture_of_an_unknown_kind_is_refused(home: Path, tmp_path: Path) -> None:
    result = run(home, "map", "--out", str(tmp_path / "map.bmp"))
    assert result.exit_code == 2
    assert ".svg" in result.stderr


def test_a_missing_workbook_is_trouble_and_restore_brings_it_back(home: Path) -> None:
    run(home, "add", "Ana Ruiz")
    (home / "backups").mkdir()
    from olenb.workbook import open_workbook

    open_workbook(home).backup()
    (home / "workbook.olenb").unlink()
    missing = run(home, "introductions")
    assert missing.exit_code == 2
    assert "olenb restore" in missing.stderr
    assert run(home, "restore").exit_code == 0
    assert list(open_workbook(home).people["name"]) == ["Ana Ruiz"]


def test_nothing_is_saved_when_nobody_answers_the_question(home: Path, connections: Path) -> None:
    result = run(home, "import", str(connections), "--ask", input="")
    assert result.exit_code == 2
    assert "nothing was saved" in result.stderr
    assert not list(home.glob("*.olenb")) if home.exists() else True


def test_a_school_sees_every_key_and_what_it_set(home: Path) -> None:
    home.mkdir()
    (home / "school.toml").write_text("[rules]\nminutes_asked = 15\n", encoding="utf-8")
    shown = run(home, "school")
    assert "* minutes_asked = 15  (R13; a whole number from 10 to 30)" in shown.stdout
    assert "  thank_you_hours = 48" in shown.stdout
    rows = {row["key"]: row for row in json.loads(run(home, "school", "--json").stdout)}
    assert (rows["minutes_asked"]["value"], rows["minutes_asked"]["set"]) == (15, True)
    assert (rows["country"]["value"], rows["country"]["set"]) == ("", False)


def test_a_schools_file_is_checked_before_it_is_handed_out(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('[school]\nname = "Lakewood"\n', encoding="utf-8")
    assert "ours.toml is in order and sets 1 of" in run(home, "school", str(file)).stdout
    file.write_text("[rules]\nminutes_asked = 200\n", encoding="utf-8")
    result = run(home, "school", str(file))
    assert result.exit_code == 2
    assert "“minutes_asked” must be a whole number from 10 to 30" in result.stderr
    assert not home.exists()


def test_a_faulty_school_file_is_said_and_stops_nothing(home: Path) -> None:
    home.mkdir()
    (home / "school.toml").write_text("[rules]\nnonsense = 1\n", encoding="utf-8")
    assert run(home, "school").exit_code == 2
    result = run(home, "add", "Ana Ruiz")
    assert result.exit_code == 0
    assert "olenb knows no key “nonsense”" in result.stderr


def held(home: Path) -> None:
    """Let a conversation with somebody in Oslo have ended just now."""
    run(home, "add", "Maya Okafor")
    store = Store.open(home)
    you.say(store, time_zone="America/Chicago")
    with store.change("Held") as change:
        person = store.one("SELECT id FROM person WHERE is_ego = 0")["id"]
        change.update("person", person, time_zone="Europe/Oslo")
        change.insert("conversation", person=person, ended_at=now())
    store.close()


def test_what_is_due_is_said_in_lines_or_in_one_json_document(home: Path) -> None:
    run(home, "target", "Mayo Clinic")
    assert "Nothing is due" in run(home, "due").stdout
    held(home)
    first = run(home, "due").stdout.splitlines()[0]
    assert first.startswith("thank Maya ")
    assert "their time (Oslo)) · You talked" in first
    row = json.loads(run(home, "due", "--json").stdout)[0]
    assert (row["action"], row["row"], row["overdue"]) == ("thank", "R34", False)
    assert row["due_at"].endswith(("-06:00", "-05:00"))


def test_a_calendar_is_looked_at_before_it_is_saved(home: Path, tmp_path: Path) -> None:
    held(home)
    out = tmp_path / "mine.ics"
    looked = run(home, "calendar", "--dry-run", "--out", str(out))
    assert "2 things to do." in looked.stdout
    assert "  Thank Maya Okafor · " in looked.stdout
    assert not out.exists()
    assert run(home, "calendar", "--out", str(out)).stdout == "2 things to do.\n"
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_calendar_of_another_ending_is_refused(home: Path, tmp_path: Path) -> None:
    result = run(home, "calendar", "--out", str(tmp_path / "mine.txt"))
    assert result.exit_code == 2
    assert "A calendar is saved as .ics. Nothing was written." in result.stderr
    assert "--out FILE.ics" in run(home, "calendar").stderr


def test_a_draft_is_begun_as_text_or_as_one_document(home: Path) -> None:
    run(home, "add", "Rosa Vik, Halden Energy")
    text = run(home, "draft", "Rosa Vik").stdout
    assert text.startswith("Subject: A question about")
    assert "Hi Rosa," in text
    begun = json.loads(run(home, "draft", "Rosa Vik", "--channel", "phone", "--json").stdout)
    assert list(begun) == [
        *("to", "kind", "channel", "subject", "body", "left", "refused", "allowed"),
    ]
    assert begun["kind"] == "first message"
    assert "Is this a good time" in begun["body"]
    result = run(home, "draft", "Rosa Vik", "--kind", "love letter")
    assert result.exit_code == 2
    assert "Please choose one of" in result.stderr


def test_how_far_it_is_prints_one_json_document(home: Path) -> None:
    run(home, "add", "Ana Ruiz")
    assert "Nothing here yet" in run(home, "outreach").stdout
    assert json.loads(run(home, "outreach", "--json").stdout) == []
    rows = json.loads(run(home, "--sample", "outreach", "--json").stdout)
    assert {row["stage"] for row in rows} >= {"asked", "replied", "scheduled", "held", "parked"}
    assert rows[0]["due_at"].startswith("2026-")
    assert "Joe Redfeather · asked" in run(home, "--sample", "outreach").stdout


def test_backups_are_made_listed_and_brought_back_and_that_is_taken_back(home: Path) -> None:
    run(home, "add", "Ana Ruiz")
    assert "Copied to " in run(home, "backup").stdout
    run(home, "add", "Bo Lind")
    listed = run(home, "restore", "--list")
    assert "before asked.olenb: 1 people" in listed.stdout
    said = run(home, "restore").stdout
    assert "Your workbook is again as it was in" in said
    back = said.partition('To take this back: olenb restore "')[2].partition('"')[0]
    assert run(home, "restore", back).exit_code == 0
    assert json.loads(run(home, "restore", "--json").stdout)[0]["people"] == 1
    assert "Added 1. 3 people" in run(home, "add", "Cy Oh").stdout


def test_without_backups_the_list_says_how_to_make_one(home: Path) -> None:
    assert "To make one: olenb backup" in run(home, "restore", "--list").stdout
    assert "there is nothing to copy" in run(home, "backup").stdout


def test_what_can_only_be_read_is_read_and_said(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(home, "add", "Ana Ruiz, Halden Energy")
    run(home, "target", "Halden Energy")
    monkeypatch.setattr("olenb.core.store.is_writable", lambda _path: False)
    result = run(home, "introductions", "--json")
    assert json.loads(result.stdout)[0]["person"] == "Ana Ruiz"
    assert "can be read but not written to" in result.stderr
    assert run(home, "add", "Bo").exit_code == 2
