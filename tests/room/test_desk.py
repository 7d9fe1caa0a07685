"""One's own desk: what is shown to oneself, what leaves, and what a curious person can learn."""

import json
from dataclasses import replace

import pytest

from olenb.core.errors import NotAllowed, NotFound
from olenb.room import desk, documents, table
from olenb.room.documents import Document, Question
from room.conftest import NOW, SESSION, Person

EXPIRES = documents.end_of_session(NOW)


def listed(*questions: Question) -> Document:
    return Document("questions", SESSION, "", EXPIRES, questions)


def test_a_question_is_made_of_a_target_and_nothing_else(person: Person) -> None:
    wb = person("a", "Ana Ruiz, Mayo Clinic, cousin", target="Acme")
    asked = desk.ask(wb.store, "spring-7", "Acme", NOW)
    assert (asked.session, asked.kind) == (SESSION, "question")
    assert asked.questions == (Question(asked.code, 1, "Acme"),)
    assert b"Ana" not in asked.to_bytes()
    assert b"Mayo" not in asked.to_bytes()


def test_a_yes_shows_the_person_behind_it_to_oneself_alone(person: Person) -> None:
    wb = person("a", "Ana Ruiz, Mayo Clinic, cousin", "Bo Lind, Acme, friend")
    wb.add_tie("Ana Ruiz", wb.add("Cy Moss, Birch Bank"), "told")
    yes = desk.could_introduce(
        wb.store,
        listed(Question("ABCD", 1, "Mayo Clinic", "nurse"), Question("EFGH", 1, "Nowhere")),
    )
    assert yes[["question", "asker", "asks", "person", "through"]].values.tolist() == [
        ["ABCD-1", "ABCD", "nurse at Mayo Clinic", "Ana Ruiz", ""]
    ]
    leaving = desk.answer(wb.store, listed(Question("ABCD", 1, "Mayo Clinic")), ["ABCD-1"])
    content = leaving.to_bytes().decode()
    assert not any(name in content for name in ("Ana", "Ruiz", "Mayo", "Bo", "Cy"))
    assert json.loads(content)["answers"] == [
        {"question": "ABCD-1", "asker": "ABCD", "strength": 1, "will_introduce": True}
    ]


def test_somebody_whom_one_would_be_introduced_to_counts_with_the_one_between(
    person: Person,
) -> None:
    wb = person("a", "Ana Ruiz, Acme, cousin")
    wb.import_file(_edges(wb.home.parent, "Ana Ruiz,Cy Moss,told"))
    store = wb.store
    cy = store.one("SELECT id FROM person WHERE name = 'Cy Moss'")["id"]
    place = store.one("SELECT id FROM organization LIMIT 1")["id"]
    with store.change("Wrote where") as change:
        birch = change.insert("organization", name="Birch Bank", key="birch bank")
        change.insert("affiliation", person=cy, organization=birch, current=1, kind="job")
        assert birch != place
    yes = desk.could_introduce(store, listed(Question("ABCD", 1, "Birch Bank")))
    assert yes[["person", "through", "strength"]].values.tolist() == [["Cy Moss", "Ana Ruiz", 1]]


def _edges(folder, *lines: str):
    path = folder / "edges.csv"
    path.write_text("person,knows,evidence\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_strength_is_whether_they_would_help_and_a_refusal_is_no_way(person: Person) -> None:
    wb = person("a", "Ana, Mayo Clinic, cousin", "Bo, Acme, friend")
    store = wb.store
    ties = {
        row["name"]: row["id"]
        for row in store.rows(
            "SELECT t.id, p.name FROM tie AS t JOIN person AS p ON p.id IN (a, b) AND NOT p.is_ego"
        )
    }
    with store.change("Said whether") as change:
        change.update("tie", ties["Ana"], willingness="sure")
        change.update("tie", ties["Bo"], willingness="rather not ask")
    questions = listed(Question("ABCD", 1, "Mayo Clinic"), Question("ABCD", 2, "Acme"))
    yes = desk.could_introduce(store, questions)
    assert yes[["question", "strength", "how_sure"]].values.tolist() == [["ABCD-1", 3, "Strong"]]


def test_no_and_an_unticked_yes_leave_identical_files(person: Person) -> None:
    knows = person("knows", "Ana Ruiz, Mayo Clinic, cousin")
    does_not = person("doesn't", "Bo Lind, Acme, friend")
    questions = listed(Question("ABCD", 1, "Mayo Clinic"))
    files = []
    for wb in (knows, does_not):
        document = desk.answer(wb.store, questions, [])
        files.append(replace(document, code="WXYZ").to_bytes())
    assert len(desk.could_introduce(knows.store, questions)) == 1
    assert desk.could_introduce(does_not.store, questions).empty
    assert files[0] == files[1]


def test_only_a_question_that_was_shown_can_be_ticked(person: Person) -> None:
    wb = person("a", "Ana Ruiz, Mayo Clinic, cousin")
    with pytest.raises(NotAllowed, match="1 of the ticks belong to no question"):
        desk.answer(wb.store, listed(Question("ABCD", 1, "Acme")), ["ABCD-1"])


def test_a_curious_person_gets_five_tries_over_any_number_of_lists(person: Person) -> None:
    """The attack: the same code asks on and on, in new lists, under numbers used before."""
    places = [f"Firm {number}" for number in range(20)]
    wb = person("a", *(f"Person {n}, {place}, friend" for n, place in enumerate(places)))
    reached = set()
    for start in range(0, 20, 4):
        tries = [
            Question("ABCD", 1 + n, place) for n, place in enumerate(places[start : start + 4])
        ]
        yes = desk.could_introduce(wb.store, listed(*tries))
        reached |= set(yes["asks"])
        # Even somebody who ticks everything gives away no more than these.
        ticked = desk.answer(wb.store, listed(*tries), list(yes["question"]))
        assert len(ticked.answers) == len(yes)
    assert reached == set(places[:5])
    assert "asked more than five things" in yes.attrs["left_out"]


def test_asking_in_other_words_is_another_try(person: Person) -> None:
    wb = person("a", "Ana, Mayo Clinic, cousin")
    tries = [
        listed(Question("ABCD", 1, "Mayo Clinic", role)) for role in ("a", "b", "c", "d", "e", "f")
    ]
    found = [len(desk.could_introduce(wb.store, one)) for one in tries]
    assert found == [1, 1, 1, 1, 1, 0]
    assert len(desk.could_introduce(wb.store, tries[0])) == 1


def test_another_session_begins_anew_with_another_code(person: Person) -> None:
    wb = person("a", "Ana, Mayo Clinic, cousin", target="Acme")
    first = desk.ask(wb.store, SESSION, "Acme", NOW)
    assert desk.ask(wb.store, SESSION, "Acme", NOW) == first
    assert desk.code(wb.store, SESSION) == first.code
    other = desk.ask(wb.store, "AUTUMN-8", "Acme", NOW)
    assert other.code != first.code


def test_five_questions_are_the_most_that_one_may_ask(person: Person) -> None:
    wb = person("a", "Ana, Mayo Clinic, cousin")
    for number in range(6):
        wb.add_target(f"Firm {number}")
    asked = [desk.ask(wb.store, SESSION, f"Firm {n}", NOW).questions[0] for n in range(5)]
    assert [one.number for one in asked] == [1, 2, 3, 4, 5]
    with pytest.raises(NotAllowed, match="asked 5 things in this session"):
        desk.ask(wb.store, SESSION, "Firm 5", NOW)


def test_without_a_target_there_is_nothing_to_ask(person: Person) -> None:
    with pytest.raises(NotFound, match="nothing on your list to ask about"):
        person("a", "Ana, Mayo Clinic, cousin").room.ask(SESSION)


def test_ones_own_question_is_not_answered(person: Person) -> None:
    wb = person("a", "Ana, Mayo Clinic, cousin", target="Mayo Clinic")
    mine = desk.ask(wb.store, SESSION, "Mayo Clinic", NOW)
    assert desk.could_introduce(wb.store, listed(*mine.questions)).empty


def test_ticks_are_all_none_or_some(person: Person) -> None:
    wb = person("a", "Ana, Mayo Clinic, cousin")
    yes = desk.could_introduce(wb.store, listed(Question("ABCD", 1, "Mayo Clinic")))
    assert table.ticks("all", yes) == ["ABCD-1"]
    assert table.ticks("None", yes) == []
    assert table.ticks(" abcd-1 ,", yes) == ["ABCD-1"]
