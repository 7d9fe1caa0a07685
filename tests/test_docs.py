"""What the pages for people say of files and commands is so."""

import re
from pathlib import Path

import pytest

from olenb.cli import COMMANDS

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "deploy").rglob("*.md")]
)
NAMES = {command.name for command in COMMANDS}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_to_a_file_leads_to_one(page):
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
    places = [link.partition("#")[0] for link in links if "://" not in link]
    assert [one for one in places if one and not (page.parent / one).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_that_is_named_is_there(page):
    named = re.findall(r"`olenb ([a-z][a-z-]+)", page.read_text("utf-8"))
    assert [one for one in named if one not in NAMES] == []


@pytest.mark.parametrize("page", ["own-computer", "borrowed-computer", "hub", "room"])
def test_each_way_of_hosting_answers_the_same_questions(page):
    text = (ROOT / "docs" / "privacy-officer" / f"{page}.md").read_text("utf-8")
    for question in ("Who holds what?", "How long?", "How is it deleted?", "Incidents"):
        assert f"| {question}" in text
    assert "| Accessibility |" in text
    assert re.search("administrator see|counselor see", text)
