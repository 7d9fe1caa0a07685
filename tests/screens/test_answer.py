"""Who could introduce you: surest first, questions apart, the same as a table."""

from collections.abc import Callable

import pytest

from olenb.contacts import organizations, people, you
from olenb.screens import introductions, people_map, ways
from olenb.workbook import Workbook


@pytest.fixture
def own(wb: Workbook) -> Workbook:
    wb.add_people(["Ana Ruiz, , cousin", "Bo Lind, Halden Energy, friend", "Cem Aydin"])
    wb.add_target("Halden Energy")
    people.look_up(wb.store, "Rosa Vik", "directory", organization="Halden Energy")
    return wb


def cards(visitor) -> list[tuple[str, str]]:
    return [(block["title"], block["tag"]) for block in visitor.blocks("card")]


def test_without_a_way_the_page_says_where_ways_come_from(own: Workbook, visit: Callable) -> None:
    own.add_target("Tern Robotics")
    visitor = visit(introductions(own))
    visitor.press("choose", target="2")
    assert "that is where everybody begins" in visitor.text


def test_an_introduction_stands_before_whom_I_know_there(own: Workbook, visit: Callable) -> None:
    own.add_tie("Ana Ruiz", "Rosa Vik", "told", as_of="2026-11-02")
    visitor = visit(introductions(own))
    assert cards(visitor) == [("Rosa Vik", "Worth asking"), ("Bo Lind", "you know them")]
    assert "Ana told you on 2 November 2026 that they know Rosa." in visitor.text
    assert "The least certain step: you and Ana: not asked yet." in visitor.text


def test_equal_introducers_are_named_as_equal(own: Workbook, visit: Callable) -> None:
    own.add_tie("Ana Ruiz", "Rosa Vik", "told")
    own.add_tie("Cem Aydin", "Rosa Vik", "told")
    assert "Just as good to ask: Cem Aydin." in visit(introductions(own)).text


def test_the_table_holds_everybody_and_what_is_not_known(own: Workbook, visit: Callable) -> None:
    own.add_tie("Ana Ruiz", "Rosa Vik", "guess")
    visitor = visit(introductions(own))
    (table,) = visitor.blocks("tableblock")
    assert [row[0] for row in table["rows"]] == ["Bo Lind", "Rosa Vik"]
    assert "nobody knows everybody's friends" in visitor.text


def test_a_place_where_hundreds_are_shows_the_best_and_says_how_many_more(
    own: Workbook, visit: Callable
) -> None:
    ana = people.find(own.store, "Ana Ruiz")
    place = organizations.find(own.store, "Halden Energy")
    with own.store.change("Wrote a directory") as change:
        for n in range(230):
            person = change.insert("person", name=f"Rosa {n:03}", is_ego=0)
            change.insert("affiliation", person=person, organization=place, current=1, kind="job")
            change.insert("tie", a=ana, b=person, evidence="told")
        change.update("person", you.ego(own.store, change), school="Lakewood")
        for n in range(40):
            person = change.insert("person", name=f"Old {n:03}", school="Lakewood", is_ego=0)
            change.insert("affiliation", person=person, organization=place, current=1, kind="job")
    visitor = visit(introductions(own))
    (table,) = visitor.blocks("tableblock")
    names = [row[0] for row in table["rows"]]
    assert sum(name.startswith("Rosa 1") for name in names) == 100
    assert sum(name.startswith("Old") for name in names) == 40
    assert "And 223 more. The table below goes on." in visitor.text
    assert "And 30 more, less sure than those above." in visitor.text
    assert "5 more" in [block["summary"] for block in visitor.blocks("details")]


def test_what_would_help_names_the_kind_of_person(own: Workbook, visit: Callable) -> None:
    assert "a good next person is one who can hire" in visit(introductions(own)).text


def test_the_example_shows_questions_and_alumni_apart(wb: Workbook, visit: Callable) -> None:
    text = visit(introductions(wb)).text
    assert "They went to your school: " in text
    assert "Places like it" in text


def test_the_pictures_follow_what_changes(own: Workbook, visit: Callable) -> None:
    shown_map, shown_ways = people_map(own), ways(own)
    assert "Rosa" not in shown_ways.describe().table.to_string()
    own.add_tie("Ana Ruiz", "Rosa Vik", "told")
    own.add("Dee")
    shown_map.refresh()
    shown_ways.refresh()
    assert "Rosa" in shown_ways.describe().table.to_string()
    assert "4 people" in shown_map.title()


def test_a_hostile_name_is_only_a_name(wb: Workbook, visit: Callable) -> None:
    name = "<img src=x onerror=alert(1)> $$ {0} =1+1"
    store = wb.own()
    ana = people.add(store, name, organization="Halden Energy")
    wb.add_target("Halden Energy")
    assert (name, "you know them") in cards(visit(introductions(wb)))
    assert repr(introductions(wb)) == "<olenb form>"
    assert ana
