"""With whom: the nearest conversation first, one choice for the whole page."""

from collections.abc import Callable

from olenb.screens.conversation import on_paper, with_whom
from olenb.screens.conversation.whom import whom
from olenb.workbook import Workbook


def test_nobody_yet_says_what_to_do(wb: Workbook, visit: Callable) -> None:
    wb.add_target("Moss Clinic")
    assert "First somebody to talk with" in visit(with_whom(wb)).text
    assert "First choose whom" in visit(on_paper(wb)).text


def test_a_new_name_becomes_a_person_and_the_page_is_about_them(
    wb: Workbook, visit: Callable
) -> None:
    wb.add_target("Moss Clinic")
    page, paper = visit(with_whom(wb)), visit(on_paper(wb))
    assert "about Bo now" in page.press("take", name="Bo")
    assert wb.people.set_index("name").loc["Bo", "knows_me"] == False  # noqa: E712
    assert "Your sheet" in paper.text


def test_a_known_name_is_found_whatever_its_case(wb: Workbook, maya: int, visit: Callable) -> None:
    page = visit(with_whom(wb))
    page.press("take", name="MAYA okafor")
    assert whom(wb).person(wb) == maya
    assert len(wb.people) == 1


def test_two_of_one_name_are_asked_about(wb: Workbook, maya: int, visit: Callable) -> None:
    wb.add("Maya Okafor, elsewhere")
    page = visit(with_whom(wb))
    assert "More than one person" in page.press("take", name="Maya Okafor")
    assert "Please write a name" in page.press("take", name="")


def test_the_nearest_conversation_comes_first(wb: Workbook, visit: Callable) -> None:
    ana, bo, cy = wb.add_people(["Ana", "Bo", "Cy"])
    wb.conversations.hold(ana, "2026-11-20T16:20:00-06:00")
    wb.conversations.ask(bo, "Why?")
    assert whom(wb).near(wb) == [bo, ana]
    with wb.store.change("test") as change:
        change.insert(
            "meeting", person=cy, minutes=20, my_zone="America/Chicago", cancelled=0,
            starts_at="2026-12-01T15:00:00-06:00",
        )  # fmt: skip
    page = visit(with_whom(wb))
    assert page.field("person")["value"] == str(cy)
    assert "You are meeting Tue 1 Dec, 3:00 pm" in page.text
    page.press("choose", person=str(ana))
    assert whom(wb).name(wb) == "Ana"


def test_somebody_who_is_gone_is_no_longer_chosen(wb: Workbook, maya: int) -> None:
    wb.undo()
    assert whom(wb).person(wb) is None


def test_the_example_has_somebody_to_look_at(wb: Workbook) -> None:
    assert whom(wb).name(wb) == "Rosa Whitehorse"
