"""The table of the thirty cases names tests that exist."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROWS = re.findall(r"^\| (\d+) \|.*\| ([^|]+) \|$", (HERE / "README.md").read_text("utf-8"), re.M)


def test_all_thirty_cases_are_there_in_their_order() -> None:
    assert [int(number) for number, _ in ROWS] == list(range(1, 31))


@pytest.mark.parametrize(("number", "tests"), ROWS)
def test_a_case_names_tests_that_exist(number: str, tests: str) -> None:
    for part in re.split(r"; |, (?=`\.\./)", tests):
        file, *names = re.findall(r"`([^`]+)`", part)
        source = (HERE / file).read_text("utf-8")
        missing = [name for name in names if not re.search(rf"def test_\w*{name}", source)]
        assert not missing, f"case {number}: {file}"
