"""The facilitator's guide: its minutes add up, and all that it names is there."""

import re
from pathlib import Path

import pytest
from reading import NEVER, NINTH, grade

from olenb.cli import COMMANDS
from olenb.room.kit import catalogue

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "workshop" / "README.md").read_text("utf-8")
AGENDAS = (ROOT / "docs" / "workshop" / "agendas.md").read_text("utf-8")
COLUMNS = ("from", "minutes", "what", "where", "say", "see", "stuck", "cut")
PEOPLE = 30


def agenda(minutes: int) -> list[dict[str, str]]:
    """Return the rows of one agenda."""
    part = AGENDAS.split(f"## {minutes} minutes")[1].split("\n## ")[0]
    rows = [line for line in part.splitlines() if re.match(r"\| \d", line)]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in rows]
    return [dict(zip(COLUMNS, row, strict=True)) for row in cells]


def marked(text: str) -> list[str]:
    """Return what stands between backticks."""
    return re.findall(r"`([^`]+)`", text)


@pytest.mark.parametrize("minutes", [50, 75, 120])
def test_the_minutes_of_each_agenda_add_up(minutes: int) -> None:
    at = 0
    for row in agenda(minutes):
        assert int(row["from"]) == at
        at += int(row["minutes"])
    assert at == minutes


@pytest.mark.parametrize("minutes", [50, 75, 120])
def test_every_row_says_what_to_say_what_to_see_and_what_to_cut(minutes: int) -> None:
    rows = agenda(minutes)
    assert all(all(row.values()) for row in rows)
    said = [row["say"] for row in rows]
    assert all(re.fullmatch("“.+”", one) for one in said)
    assert grade(said) <= NINTH
    assert not NEVER.search(" ".join(said))


def test_what_is_said_in_the_guide_is_plain() -> None:
    said = re.findall("“([^”]+)”", GUIDE.replace("\n> ", " "))
    assert len(said) > 10
    assert grade(said) <= NINTH
    assert not NEVER.search(" ".join(said))


def test_every_notebook_that_is_named_is_there() -> None:
    pages = set(re.findall(r"`((?:counselor/[a-z_]+)|(?:\d\d_[a-z_]+))`", GUIDE + AGENDAS))
    assert {"00_start_here", "04_outreach", "counselor/room"} <= pages
    if not (ROOT / "notebooks" / "counselor").is_dir():
        pages = {one for one in pages if not one.startswith(("counselor/", "09_room"))}
    assert [one for one in pages if not (ROOT / "notebooks" / f"{one}.ipynb").exists()] == []


def test_every_card_and_every_command_that_is_named_is_there() -> None:
    commands = {command.name for command in COMMANDS}
    for row in (row for minutes in (50, 75, 120) for row in agenda(minutes)):
        for one in marked(row["where"]):
            if one.startswith("olenb "):
                assert one.split()[1] in commands
            elif "/" not in one and not one[0].isdigit():
                assert one in catalogue.NAMES


def test_what_to_print_is_the_whole_kit_and_the_sheets_are_right() -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", GUIDE, re.MULTILINE))
    assert list(rows) == list(catalogue.NAMES)
    for paper in catalogue.papers(people=PEOPLE):
        if paper.name == "question-strips":
            assert int(rows[paper.name]) == len(paper.sheets)
        elif len(paper.cards) == 1 and paper.name not in ("data-sheet", "dots", "room-answers"):
            assert int(rows[paper.name]) * paper.across * paper.down == PEOPLE
