"""Before the conversation: rehearsal, research, sixty seconds, questions."""

from collections.abc import Callable

import pytest

from olenb.core import rules
from olenb.method import notes
from olenb.screens.conversation import (
    choose_questions,
    interview,
    introduce,
    on_paper,
    rehearse,
    research,
)
from olenb.workbook import Workbook


def test_the_rehearsal_is_there_for_everybody_and_the_card_can_be_saved(
    wb: Workbook, visit: Callable
) -> None:
    page = visit(rehearse(wb))
    assert "Is this still a good time?" in page.text
    assert "Silence is normal" in page.text
    assert "Tell somebody where you will be" in page.text
    assert "downloads" in page.press("friend")
    assert b"You are Imani" in page.downloads["friend-card.html"]


def test_the_interview_page_takes_the_sixty_seconds_along(
    wb: Workbook, maya: int, visit: Callable
) -> None:
    wb.conversations.introduce("I sold bread.")
    page = visit(interview(wb))
    page.press("save")
    assert b"I sold bread." in page.downloads["if-it-turns.html"]
    assert "sent when they ask for it" in page.text


def test_what_was_looked_up_is_kept_and_stands_on_the_sheet(
    wb: Workbook, maya: int, visit: Callable
) -> None:
    page = visit(research(wb))
    assert "A few words" in page.press("keep", words="")
    assert "Kept" in page.press("keep", words="eleven people <b>")
    assert "eleven people <b>" in page.text
    (note,) = wb.conversations.notes["id"]
    page.press("drop", str(note))
    assert notes.notes(wb.store).empty
    page.press("undo")
    assert "eleven people <b>" in page.text


def test_the_sixty_seconds_are_counted(wb: Workbook, maya: int, visit: Callable) -> None:
    page = visit(introduce(wb))
    assert "2 words, about 1 seconds" in page.press("save", words="I bake.")
    assert page.field("words")["value"] == "I bake."


def test_their_own_path_is_offered_first_and_then_no_more(
    wb: Workbook, maya: int, visit: Callable, titles: Callable
) -> None:
    page = visit(choose_questions(wb))
    assert "One question about that comes first" in page.text
    offered = next(block for block in page.blocks("card"))
    assert page.press("take", offered["id"].removeprefix("bank-")) == "Taken."
    assert "One question about that comes first" not in page.text
    assert titles(page)[0] == offered["title"]
    assert next(page.blocks("card"))["tag"] == "first"


def test_the_list_shows_a_topic_for_a_kind_of_person(
    wb: Workbook, maya: int, visit: Callable, titles: Callable
) -> None:
    page = visit(choose_questions(wb))
    assert not [title for title in titles(page) if "our school" in title]
    page.press("topic", topic="culture", kind="recent hire")
    assert "How did people take you in when you were new?" in titles(page)
    assert "Look something up first" in page.text
    wb.conversations.choose(maya, "culture-01")
    wb_notes = research(wb)
    visit(wb_notes).press("keep", words="their site")
    assert "Look something up first" not in page.text
    assert titles(page).count("How do people here disagree with each other?") == 1


def test_a_hunch_is_asked_with_one_click(
    wb: Workbook, maya: int, visit: Callable, titles: Callable
) -> None:
    hunch = wb.goals.add_hypothesis("They work nights", question="How often at night?")
    page = visit(choose_questions(wb))
    assert "It checks your hunch: They work nights" in page.text
    page.press("hunch", str(hunch))
    assert titles(page)[0] == "How often at night?"
    assert "It checks your hunch" not in page.text


def test_whom_else_to_talk_to_goes_to_the_end_and_the_sixth_waits(
    wb: Workbook, maya: int, visit: Callable
) -> None:
    page = visit(choose_questions(wb))
    assert "last five minutes" in page.press("own", words="Who else could I talk to?", part="")
    for n in range(5):
        page.press("own", words=f"Question {n}?", part="middle")
    assert "waits in reserve" in page.press("own", words="One more?", part="")
    assert "For the last five minutes" in page.text
    assert "1 in reserve" in page.text
    assert "Please write the question" in page.press("own", words="", part="")


def test_the_buttons_of_a_question_do_what_they_say(
    wb: Workbook, maya: int, visit: Callable, titles: Callable
) -> None:
    one, two, three = (wb.conversations.ask(maya, f"Question {n}?") for n in (1, 2, 3))
    page = visit(choose_questions(wb))
    assert page.press("must", str(three)) == "A must-ask now."
    assert titles(page)[:3] == ["Question 3?", "Question 1?", "Question 2?"]
    assert page.press("up", str(two)) == "Moved."
    assert titles(page)[1] == "Question 2?"
    assert "It stays" in page.press("up", str(two))
    page.press("down", str(two))
    page.press("no must", str(three))
    page.press("words", str(one), words="Better?")
    assert titles(page)[0] == "Better?"
    assert "Please write" in page.press("words", str(one), words="")
    page.press("wait", str(one))
    assert "1 in reserve" in page.text
    page.press("ask", str(one))
    page.press("drop", str(one))
    assert "Better?" not in titles(page)
    page.press("undo")
    assert "Better?" in titles(page)


def test_a_question_that_the_site_answers_is_pointed_at_and_stays(
    wb: Workbook, maya: int, visit: Callable, titles: Callable
) -> None:
    page = visit(choose_questions(wb))
    page.press("own", words="What does your company do?", part="")
    assert "A public page, or your own notes, answers this already." in page.text
    assert titles(page)[0] == "What does your company do?"


def test_the_centers_own_list_is_linked_and_a_schools_file_with_a_fault_is_told(
    wb: Workbook, maya: int, visit: Callable, tmp_path: object
) -> None:
    path = tmp_path / "questions.csv"
    path.write_text("nonsense\n")
    try:
        rules.put_in_force(
            {"question_page": "https://school.example/list", "question_file": str(path)}
        )
        page = visit(choose_questions(wb))
        (link,) = page.blocks("webpage")
        assert link["address"] == "https://school.example/list"
        assert "None of its questions is used" in page.text
    finally:
        rules.put_in_force({})


def test_the_sheet_is_a_table_and_a_page_to_print(wb: Workbook, maya: int, visit: Callable) -> None:
    wb.conversations.ask(maya, "What about $$ nights?")
    page = visit(on_paper(wb))
    (table,) = page.blocks("tableblock")
    assert table["rows"][0] == ["0:00", "What about $$ nights?", ""]
    assert table["rows"][1][0] == "15:00"
    page.press("save")
    assert list(page.downloads) == ["run-sheet.html"]
    assert b"What about $$ nights?" in page.downloads["run-sheet.html"]


@pytest.mark.parametrize("form", [research, choose_questions])
def test_the_example_shows_how_it_looks_and_takes_nothing(
    wb: Workbook, visit: Callable, form: Callable
) -> None:
    page = visit(form(wb))
    assert "These are invented people" in page.text
    assert page.buttons() == []
    assert list(page.blocks("card"))
