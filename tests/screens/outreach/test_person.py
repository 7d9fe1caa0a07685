"""Whom to write to: what is due first, what happened, what they answered."""

from collections.abc import Callable

from olenb.screens import outreach
from olenb.workbook import Workbook


def card(visitor) -> dict:
    return next(visitor.blocks("card"))


def options(visitor) -> list[str]:
    return [text for _, text in visitor.field("person")["options"]]


def test_without_anybody_the_page_says_where_to_begin(wb: Workbook, visit: Callable) -> None:
    wb.add_target("Halden Energy")
    assert "Add one person whom you know" in visit(outreach.one_person(wb)).text


def test_the_example_can_be_looked_at_and_keeps_nothing(wb: Workbook, visit: Callable) -> None:
    visitor = visit(outreach.one_person(wb))
    assert "invented people" in visitor.text
    assert visitor.buttons("park") == []
    assert "undo" not in [button["action"] for button in visitor.buttons()]


def test_whoever_is_due_and_whoever_was_named_come_first(own: Workbook, visit: Callable) -> None:
    assert options(visit(outreach.one_person(own))) == [
        "Ana Ruiz",
        "Rosa Vik, Halden Energy",
        "Bo Lind",
    ]


def test_the_card_says_how_far_it_is_and_what_comes_next(
    own: Workbook, rosa: int, visit: Callable
) -> None:
    visitor = visit(outreach.one_person(own))
    assert card(visitor)["tag"] == "replied"
    assert "Next: ask them to introduce you." in visitor.text
    visitor.press("choose", person=str(rosa))
    assert card(visitor)["title"] == "Rosa Vik"
    assert "grid planner at Halden Energy" in visitor.text
    assert "Nothing was written to Rosa yet." in visitor.text


def test_somebody_else_is_found_by_name_or_the_sentence_says_so(
    own: Workbook, visit: Callable
) -> None:
    visitor = visit(outreach.one_person(own))
    assert "about Bo Lind now" in visitor.press("take", name="bo lind")
    assert "Nobody in your workbook has that name" in visitor.press("take", name="Zed")
    assert visitor.trouble["field"] == "name"


def test_an_answer_is_noted_where_one_waits_for_it(
    own: Workbook, rosa: int, visit: Callable
) -> None:
    visitor = visit(outreach.one_person(own))
    visitor.press("choose", person=str(rosa))
    assert visitor.buttons("yes") == []
    touch = own.outreach.note(rosa, "asked for a conversation", when="2026-11-02")
    visitor.press("choose", person=str(rosa))
    visitor.press("yes", str(touch), replied_on="2026-11-04")
    assert card(visitor)["tag"] == "replied"
    row = own.outreach.touches().set_index("id").loc[touch]
    assert (row["reply"], row["replied_on"]) == ("yes", "2026-11-04")
    visitor.press("undo")
    assert card(visitor)["tag"] == "asked"


def test_whoever_asked_to_stop_is_left_in_peace(own: Workbook, ana: int, visit: Callable) -> None:
    visitor, words = visit(outreach.one_person(own)), visit(outreach.writing(own))
    assert "won't come up again" in visitor.buttons("stop")[0]["confirm"]
    visitor.press("stop", str(ana))
    assert "That holds" in visitor.text
    assert "That holds" in words.text
    assert words.buttons("kind") == []


def test_two_open_favors_are_said_with_who_else_could_help(
    own: Workbook, ana: int, visit: Callable
) -> None:
    own.add_tie("Bo Lind", "Rosa Vik")
    for kind in ("asked around", "asked for an introduction"):
        own.outreach.note(ana, kind, when="2026-11-02")
    visitor = visit(outreach.one_person(own))
    visitor.press("choose", person=str(ana))
    assert "You're waiting for two answers from Ana." in visitor.text
    assert "Bo could help here, too." in visitor.text


def test_something_else_that_happened_can_be_noted(
    own: Workbook, ana: int, visit: Callable
) -> None:
    visitor = visit(outreach.one_person(own))
    visitor.press("note", str(ana), kind="kept in touch", on="2026-11-03")
    assert own.outreach.touches()["kind"].tolist()[-1] == "kept in touch"
    assert "Please say what happened" in visitor.press("note", str(ana))
