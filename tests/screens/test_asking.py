"""Asking around: three people and a sentence each; an answer opens a way."""

from collections.abc import Callable

import pytest

from olenb.screens import introductions, whom_to_ask
from olenb.workbook import Workbook

FIVE = ["Ana Ruiz, , cousin", "Bo, , friend", "Cem, , professor", "Dee, , neighbor", "Eli"]


@pytest.fixture
def own(wb: Workbook) -> Workbook:
    wb.add_people(FIVE)
    wb.add_target("Halden Energy", role="analyst")
    return wb


def titles(visitor) -> list[str]:
    return [block["title"] for block in visitor.blocks("card")]


def test_without_a_target_the_page_says_where_to_begin(own: Workbook, visit: Callable) -> None:
    with own.store.change("Took it off") as change:
        change.delete("target", 1)
    visitor = visit(whom_to_ask(own))
    assert "Any one is enough" in visitor.text


def test_without_people_the_page_says_where_to_begin(wb: Workbook, visit: Callable) -> None:
    wb.add_target("Halden Energy")
    visitor = visit(whom_to_ask(wb))
    assert "First one person" in visitor.text
    assert titles(visitor) == ["Your counselor"]


def test_three_people_are_shown_the_others_one_click_away(own: Workbook, visit: Callable) -> None:
    visitor = visit(whom_to_ask(own))
    assert titles(visitor)[-1] == "Your counselor"
    (more,) = [block for block in visitor.blocks("details") if block["id"] == "more"]
    assert more["summary"] == "2 more to ask"
    assert len(titles(visitor)) == 6
    assert titles(visitor)[0] == "Ana Ruiz"


def test_each_comes_with_a_sentence_that_asks_for_no_job(own: Workbook, visit: Callable) -> None:
    said = [block["text"] for block in visit(whom_to_ask(own)).blocks("say")]
    assert len(said) == 6
    for sentence in said:
        assert "an analyst at Halden Energy" in sentence
        assert "job" not in sentence
        assert "network" not in sentence.lower()


def test_an_answer_with_a_name_shows_the_way_it_opened(own: Workbook, visit: Callable) -> None:
    visitor = visit(whom_to_ask(own))
    answer = visit(introductions(own))
    ana = str(own.people.set_index("name").loc["Ana Ruiz", "id"])
    visitor.press("yes", ana, named="Rosa Vik", role="lab services")
    assert "Ana could introduce you to Rosa." in visitor.text
    assert titles(answer) == ["Rosa Vik"]
    assert "Ask Ana Ruiz to introduce you." in answer.text
    assert "not asked yet" in answer.text


def test_a_yes_needs_a_name_and_says_so_beside_the_field(own: Workbook, visit: Callable) -> None:
    visitor = visit(whom_to_ask(own))
    ana = str(own.people.set_index("name").loc["Ana Ruiz", "id"])
    assert "A first name is enough" in visitor.press("yes", ana)
    assert visitor.trouble["field"] == "named"
    assert own.store.last_change()["label"] != "Noted an answer"


def test_a_no_is_one_click_and_the_next_person_moves_up(own: Workbook, visit: Callable) -> None:
    visitor = visit(whom_to_ask(own))
    first = titles(visitor)[0]
    visitor.press("no", str(own.people.set_index("name").loc[first, "id"]))
    assert first not in titles(visitor)


def test_whom_I_asked_is_shown_as_waiting(own: Workbook, visit: Callable) -> None:
    visitor = visit(whom_to_ask(own))
    ana = str(own.people.set_index("name").loc["Ana Ruiz", "id"])
    visitor.press("asked", ana)
    (card,) = [block for block in visitor.blocks("card") if block["title"] == "Ana Ruiz"]
    assert card["tag"] == "waiting to hear from"


def test_the_counselor_can_answer_too(own: Workbook, visit: Callable) -> None:
    visitor = visit(whom_to_ask(own))
    counselor = next(b for b in visitor.blocks("card") if b["title"] == "Your counselor")["id"]
    visitor.press("yes", counselor, named="Rosa Vik")
    assert "Your counselor could introduce you to Rosa." in visitor.text
    assert titles(visitor).count("Your counselor") <= 1


def test_an_answer_can_be_taken_back(own: Workbook, visit: Callable) -> None:
    visitor = visit(whom_to_ask(own))
    before = titles(visitor)
    visitor.press("no", next(b["id"] for b in visitor.blocks("card") if b["title"] == before[0]))
    visitor.press("undo")
    assert titles(visitor) == before


def test_the_invented_people_take_no_answers(wb: Workbook, visit: Callable) -> None:
    visitor = visit(whom_to_ask(wb))
    assert not visitor.buttons("yes")
    assert "invented" in visitor.text


def test_both_forms_of_a_page_are_about_one_target(own: Workbook, visit: Callable) -> None:
    second = own.add_target("Tern Robotics")
    visitor, answer = visit(whom_to_ask(own)), visit(introductions(own))
    visitor.press("choose", target=str(second))
    assert visitor.field("target")["value"] == answer.field("target")["value"] == str(second)


def test_whom_I_asked_stands_aside_by_name_and_the_news_stands_where_the_card_was(
    own: Workbook, visit: Callable
) -> None:
    visitor = visit(whom_to_ask(own))
    before = list(visitor.blocks("card"))
    second = before[1]
    assert "Noted that you asked" in visitor.press("asked", second["id"])
    order = [block["type"] for block in visitor.blocks() if block["type"] in ("card", "note")]
    assert order[:3] == ["card", "note", "card"]
    assert titles(visitor)[0] == before[0]["title"]
    (waiting,) = [block for block in visitor.blocks("details") if block["id"] == "waiting"]
    assert waiting["summary"] == f"Waiting to hear from {second['title']}"


def test_when_all_were_asked_nobody_is_said_to_have_answered(
    own: Workbook, visit: Callable
) -> None:
    visitor = visit(whom_to_ask(own))
    for person in own.people["id"]:
        visitor.press("asked", str(person))
    assert "has answered" not in visitor.text
    assert titles(visitor)[-1] == "Your counselor"


def test_undo_takes_the_news_back_too(own: Workbook, visit: Callable) -> None:
    visitor = visit(whom_to_ask(own))
    visitor.press("asked", next(visitor.blocks("card"))["id"])
    visitor.press("undo")
    assert not list(visitor.blocks("note"))
