"""The paper kit: the words and numbers of the screens, plain, and no place for a name to leave."""

import re
from collections.abc import Iterator

import pytest
from reading import NEVER, NINTH, grade

from olenb.core import rules
from olenb.core.errors import NotFound
from olenb.core.measure_terms import Item, Occasion
from olenb.core.terms import Band, Circle, Purpose, Topic
from olenb.method import bank, sheet
from olenb.method.asked import CURIOUS, WHO
from olenb.method.runsheet import Clock
from olenb.room.documents import ALPHABET, Question
from olenb.room.kit import catalogue
from olenb.room.kit.parts import Card, Choose, Group, Paper, Table, words

PAPERS = catalogue.papers(people=3)


def text(paper: Paper) -> str:
    return " ".join(each for card in paper.cards for each in words(card))


def paper(name: str) -> Paper:
    return catalogue.papers([name])[0]


@pytest.fixture
def in_force() -> Iterator[None]:
    yield
    rules.put_in_force({})


def test_the_measure_of_reading_tells_plain_words_from_others() -> None:
    assert grade(["Ask one person. They may know somebody."]) < 6
    assert (
        grade(["Institutional stakeholders systematically operationalize interpersonal capital"])
        > 14
    )


@pytest.mark.parametrize("one", PAPERS, ids=lambda one: one.name)
def test_every_card_is_plain_to_read_and_says_nothing_that_it_must_not(one: Paper) -> None:
    said = [each for card in one.cards for each in words(card) if each]
    assert grade([*said, one.use]) <= NINTH
    assert not NEVER.search(" ".join([*said, one.use]))
    assert one.title
    assert one.use.endswith(".")


def test_the_kit_has_every_card_and_no_other() -> None:
    assert [one.name for one in PAPERS] == list(catalogue.NAMES)
    with pytest.raises(NotFound, match="Nothing was written"):
        catalogue.papers(["goal-card", "score card"])


def test_the_cards_ask_what_the_screens_ask() -> None:
    goal, people = text(paper("goal-card")), text(paper("people-sheet"))
    assert CURIOUS in goal
    assert all(purpose.label in goal for purpose in Purpose)
    assert WHO in people
    assert all(circle.prompt in people for circle in Circle if circle is not Circle.OTHER)
    closing, run_sheet = sheet.steps(Clock.usual()), text(paper("run-sheet"))
    assert all(step.title in run_sheet and f"“{step.say[0]}”" in run_sheet for step in closing)
    ours = {one.words for one in bank.ours()}
    chosen = [each for topic in paper("question-sheet").cards[0].parts[1].parts
              for each in topic.parts[0].options]  # fmt: skip
    assert len(chosen) == 3 * len(Topic)
    assert set(chosen) <= ours


def test_what_a_draft_leaves_open_is_a_line_to_write_on() -> None:
    around, first = (" ".join(words(card)) for card in paper("ask-card").cards)
    assert "Do you know somebody who could tell me about it" in around
    assert "Your one question, the one that they can answer and no website can" in first
    assert not re.search(r"[\[\]]", around + first + text(paper("thank-you-card")))


def test_a_schools_own_numbers_stand_on_the_cards(in_force: None) -> None:
    rules.put_in_force(
        {"minutes_asked": 15, "thank_you_hours": 36, "questions": 4, "must_asks": 2,
         "directory": "https://alumni.lakewood.example/"}
    )  # fmt: skip
    assert "15 minutes of your time" in text(paper("ask-card"))
    assert "for 15 minutes" in text(paper("ask-card"))
    assert "within 36 hours" in text(paper("thank-you-card"))
    assert "0:00 to 10:00: your questions" in text(paper("run-sheet"))
    assert text(paper("run-sheet")).count("must-ask") == 2
    assert "Tick 4, and mark 2" in text(paper("question-sheet"))
    assert "https://alumni.lakewood.example/" in text(paper("people-sheet"))


def test_each_strip_has_a_code_of_its_own_and_asks_as_the_rooms_files_do() -> None:
    strips = catalogue.papers(["question-strips"], 60)[0]
    said = [" ".join(words(card)) for card in strips.cards]
    codes = {re.search(rf"([{ALPHABET}]{{4}})-1", each)[1] for each in said}
    assert len(codes) == 60
    blank = Question("ABCD", 1, organization="@", role="@", region="@").words
    assert all(re.search(blank.replace("@", "_+").replace("?", r"\?"), each) for each in said)
    assert len(strips.sheets) == 20
    assert [len(sheet) for sheet in catalogue.papers(["question-strips"], 1)[0].sheets] == [1]


def test_the_counselors_sheet_has_the_fields_of_an_answer_and_none_for_a_name() -> None:
    answers = paper("room-answers")
    table = next(part for part in answers.cards[0].parts if isinstance(part, Table))
    assert table.columns[:2] == ("Question", "Place, kind of work, field, region")
    assert all(f"{band.value} {band.label.lower()}" in text(answers) for band in Band)
    assert not any("name" in column.lower() for column in table.columns)


def test_the_counselors_sheets_have_the_codes_of_the_strips_that_are_printed_with_them() -> None:
    strips, answers = catalogue.papers(["room-answers", "question-strips"], 30)
    rows = [row[0] for card in answers.cards for row in card.parts[2].rows]
    assert len(answers.sheets) == 3
    assert len(rows) == 30
    assert all(f"{row} · for the wall" in text(strips) for row in rows)
    assert "____ - __" in text(paper("room-answers"))


def test_what_is_handed_in_asks_for_nobodys_name() -> None:
    card: Card = paper("exit-ticket").cards[0]
    halves = card.parts[0]
    assert isinstance(halves, Group)
    keep, hand_in = halves.parts
    assert "Whom I will ask" in list(words(keep))
    assert list(words(hand_in))[:2] == ["To hand in: no name, please", "I know whom I will ask"]
    assert [part.options for part in hand_in.parts if isinstance(part, Choose)] == [
        ("yes", "not yet"),
        ("yes", "no"),
    ]


def test_the_three_minutes_on_paper_ask_what_the_page_asks_on_the_same_occasions() -> None:
    tables = [part for part in paper("three-minutes").cards[0].parts if isinstance(part, Table)]
    asked = [row[0] for table in tables for row in table.rows]
    assert len(asked) == len(Item)
    for item in Item:
        question = next(one for one in asked if one.startswith(item.words))
        said = (
            question if item in {Item.CLARITY, Item.DISCOMFORT, Item.SUPPORT} else tables[0].caption
        )
        assert all(end in said for end in item.ends)
    assert all(table.columns[1:] == tuple(each.label for each in Occasion) for table in tables)
    assert "stays with its owner" in paper("three-minutes").use
