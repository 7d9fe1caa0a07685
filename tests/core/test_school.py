"""A school sets its own names and numbers in one file; a fault is one sentence and no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from olenb.core import resources, rules, school
from olenb.core.errors import SchoolFault

GOOD = """
[school]
name = "Lakewood State College"
directory = "https://alumni.example.edu/search"
country = "NO"

[rules]
minutes_asked = 15
thank_you_hours = 36
"""


@pytest.fixture(autouse=True)
def usual_numbers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(school.VARIABLE, raising=False)
    monkeypatch.setattr(resources, "school_file", lambda: None)
    yield
    rules.put_in_force({})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / school.FILE
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def test_without_a_file_the_usual_numbers_hold(folder: Path) -> None:
    assert school.apply(folder) == school.School({})
    assert school.apply(folder / "not there yet") == school.School({})
    assert rules.THANK_YOU_HOURS.value == 48


def test_a_file_in_the_workbooks_folder_holds_from_then_on(folder: Path) -> None:
    path = written(folder, GOOD)
    holds = school.apply(folder)
    assert holds.files == (path,)
    assert holds.trouble == ""
    assert rules.SCHOOL_NAME.value == "Lakewood State College"
    assert (rules.MINUTES_ASKED.value, rules.THANK_YOU_HOURS.value) == (15, 36)
    assert rules.COUNTRY.value == "NO"
    assert rules.REFERRAL_DAYS.value == 1, "what it doesn't say stays as it was"


def test_another_workbook_without_a_file_has_the_usual_numbers_again(folder: Path) -> None:
    written(folder, GOOD)
    school.apply(folder)
    school.apply(folder / "other")
    assert rules.MINUTES_ASKED.value == 20


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[rules]\nminutes_askd = 9", "“minutes_askd” under [rules] (did you mean “minutes_asked”"),
        ("[school]\nminutes_asked = 20", "“minutes_asked” under [school]"),
        ("[rules]\nminutes_asked = 45", "“minutes_asked” must be a whole number from 10 to 30"),
        ("[rules]\nminutes_asked = '20'", "“minutes_asked” must be a whole number from 10 to 30"),
        ("[rules]\nminutes_asked = true", "“minutes_asked” must be a whole number from 10 to 30"),
        ("[rules]\nminutes_asked = 20.5", "“minutes_asked” must be a whole number from 10 to 30"),
        ("[rules]\nthank_you_hours = 12", "“thank_you_reminder_hours” is 24"),
        ("[school]\nname = 5", "“name” must be a text of one line"),
        ("[school]\nname = 'a\tb'", "“name” must be a text of one line"),
        ("[school]\nname = ' '", "“name” must be a text of one line"),
        (f"[school]\nname = '{'x' * 121}'", "“name” must be a text of one line"),
        ("[school]\ndirectory = 'javascript:alert(1)'", "“directory” must be a web address"),
        ("[school]\ndirectory = 'http://[bad'", "“directory” must be a web address"),
        ("[school]\ncountry = 'Norway'", "“country” must be a country as two capital letters"),
        ("[school]\nquestion_file = 'none.toml'", "“question_file” must be the name of a file"),
        ("[school]\nquestion_file = '../x'", "“question_file” must be the name of a file"),
        ("name = 'A school'", "“name” stands outside of [school] and [rules]"),
        ("school = 5", "“school” must be a heading in square brackets: [school]"),
        ("[rules]\nminutes_asked = \n", "it isn't TOML near line 2"),
        (b"[school]\nname = '\xff\xfe'", "it isn't saved as UTF-8"),
        ("[rules]\nminutes_asked = " + "[" * 9_000, "it isn't TOML"),
        ("[rules]\nminutes_asked = " + "9" * 9_000, "it isn't TOML"),
        (b"#" * 100_001, "larger than 100,000 bytes"),
    ],
)
def test_a_fault_is_one_sentence_that_names_the_key_and_what_is_allowed(
    folder: Path, text: str | bytes, names: str
) -> None:
    written(folder, text)
    holds = school.apply(folder)
    assert names in holds.trouble
    assert "Nothing of that file is used" in holds.trouble
    assert "the usual numbers hold" in holds.trouble
    assert holds.values == {}
    assert rules.MINUTES_ASKED.value == 20
    assert rules.THANK_YOU_HOURS.value == 48


def test_one_fault_keeps_the_whole_file_out(folder: Path) -> None:
    written(folder, GOOD + "nonsense = 1\n")
    assert "“nonsense”" in school.apply(folder).trouble
    assert rules.SCHOOL_NAME.value == ""


def test_a_file_that_may_not_be_read_is_said_without_a_traceback(folder: Path) -> None:
    (folder / school.FILE).mkdir()
    assert "it can't be read" in school.apply(folder).trouble


def test_a_long_key_full_of_surprises_is_shown_short_and_plain(folder: Path) -> None:
    path = written(folder, '[rules]\n"\\u202e' + "x" * 300 + '" = 1')
    with pytest.raises(SchoolFault) as caught:
        school.read(path)
    assert "\u202e" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_a_file_that_a_hub_names_holds_for_everybody_and_the_own_one_goes_first(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = tmp_path / "hub.toml"
    hub.write_text('[school]\nname = "The hub"\n[rules]\nminutes_asked = 15\n', encoding="utf-8")
    monkeypatch.setenv(school.VARIABLE, str(hub))
    own = written(folder, '[school]\nname = "Mine"\n')
    assert school.apply(folder).files == (hub, own)
    assert (rules.SCHOOL_NAME.value, rules.MINUTES_ASKED.value) == ("Mine", 15)


def test_a_fault_in_the_own_file_leaves_the_hubs_in_use(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = tmp_path / "hub.toml"
    hub.write_text("[rules]\nminutes_asked = 15\n", encoding="utf-8")
    monkeypatch.setattr(resources, "school_file", lambda: hub)
    written(folder, "[rules]\nminutes_asked = 99\n")
    assert "school.toml" in school.apply(folder).trouble
    assert rules.MINUTES_ASKED.value == 15


def test_a_hubs_file_that_is_not_there_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(school.VARIABLE, str(folder / "gone.toml"))
    assert "In the school's file gone.toml, it can't be read" in school.apply(folder).trouble


def test_a_question_file_is_found_beside_its_file(folder: Path) -> None:
    (folder / "questions.toml").touch()
    written(folder, "[school]\nquestion_file = 'questions.toml'")
    school.apply(folder)
    assert Path(rules.QUESTION_FILE.value) == folder / "questions.toml"


def test_a_byte_order_mark_does_no_harm(folder: Path) -> None:
    written(folder, b"\xef\xbb\xbf" + GOOD.encode("utf-8"))
    assert school.apply(folder).trouble == ""


def test_the_page_about_it_names_every_key_with_what_is_allowed() -> None:
    page = (Path(__file__).parents[2] / "docs" / "school.md").read_text("utf-8")
    for key, rule in rules.BY_KEY.items():
        (line,) = [line for line in page.splitlines() if line.startswith(f"| `{key}` |")]
        if isinstance(rule.allowed, tuple):
            low, high = rule.allowed
            assert line.endswith(f"| {rule.default} | {low} to {high} |")


def test_the_example_on_that_page_is_in_order(folder: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "school.md").read_text("utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    assert school.read(written(folder, example))["thank_you_hours"] == 36
