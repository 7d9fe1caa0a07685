"""An answer becomes a touch, a dated tie and a route, in one change."""

from pathlib import Path

import pytest

from olenb.contacts import people
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.network.answers import ask, record_answer
from olenb.network.asking import candidates
from olenb.network.routes import answer

DAY = "2026-05-03"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.create(tmp_path)
    people.add_line(store, "Ana Ruiz, , cousin")
    with store.change("Set up") as change:
        clinic = change.insert("organization", name="Moss Clinic", key="moss clinic")
        change.insert("target", organization=clinic, active=1, position=1)
        change.insert("target", role="nurse", active=1, position=2)
    return store


def test_yes_with_a_name_opens_a_route_that_is_dated(store: Store) -> None:
    opened = record_answer(
        store, "Ana Ruiz", "Moss Clinic", "yes", "Rosa", named_role="lab services", today=DAY
    )
    assert opened.sentence == "Ana could introduce you to Rosa."
    row = opened.route.iloc[0]
    assert (row.person, row.role, row.introducer) == ("Rosa", "lab services", "Ana Ruiz")
    assert row.reasons == "Ana told you on 3 May 2026 that they know Rosa."
    touch = store.rows("SELECT * FROM touch")[0]
    assert (touch["reply"], touch["replied_on"], touch["about"]) == ("yes", DAY, opened.person)


def test_all_of_an_answer_is_one_change(store: Store) -> None:
    record_answer(store, "Ana Ruiz", "Moss Clinic", "yes", "Rosa")
    assert store.undo() == "Noted an answer"
    assert store.one("SELECT 1 FROM person WHERE name = 'Rosa'") is None
    assert not store.rows("SELECT 1 FROM touch UNION ALL SELECT 1 FROM affiliation")
    assert answer(store).empty


def test_an_answer_about_a_role_opens_a_route_as_well(store: Store) -> None:
    opened = record_answer(store, "Ana Ruiz", "nurse", "yes", "Rosa", named_role="school nurse")
    assert opened.route["person"].tolist() == ["Rosa"]
    assert opened.sentence == "Ana could introduce you to Rosa."


def test_the_same_name_at_the_target_is_the_same_person(store: Store) -> None:
    people.add_line(store, "Bo Lee, , friend")
    first = record_answer(store, "Ana Ruiz", "Moss Clinic", "yes", "Rosa Vega")
    second = record_answer(store, "Bo Lee", "Moss Clinic", "yes", " ROSA VEGA ")
    assert first.person == second.person
    assert second.route.iloc[0]["also_through"] == ["Bo Lee"]


def test_somebody_known_already_is_no_introduction(store: Store) -> None:
    people.add_line(store, "Rosa Vega, Moss Clinic, friend")
    opened = record_answer(store, "Ana Ruiz", "Moss Clinic", "yes", "Rosa Vega")
    assert opened.sentence == "Noted: Ana knows Rosa."
    assert opened.route["kind"].tolist() == ["direct"]


def test_an_answer_closes_the_ask_that_waited_for_it(store: Store) -> None:
    touch = ask(store, "Ana Ruiz", "Moss Clinic", today="2026-05-01")
    assert ask(store, "Ana Ruiz", "Moss Clinic") == touch
    record_answer(store, "Ana Ruiz", "Moss Clinic", "will ask", today="2026-05-02")
    record_answer(store, "Ana Ruiz", "Moss Clinic", "no", today=DAY)
    rows = store.rows("SELECT happened_on, reply, replied_on FROM touch")
    assert [tuple(row) for row in rows] == [("2026-05-01", "no", DAY)]


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ("yes", "Add the name when you have it"),
        ("no", "The next person may"),
        ("will ask", "will ask"),
    ],
)
def test_an_answer_without_a_name_opens_nothing(store: Store, reply: str, words: str) -> None:
    opened = record_answer(store, "Ana Ruiz", "Moss Clinic", reply, "")
    assert words in opened.sentence
    assert opened.route.empty
    assert opened.person is None


def test_a_name_that_comes_with_a_no_is_not_kept(store: Store) -> None:
    assert record_answer(store, "Ana Ruiz", "Moss Clinic", "no", "Rosa").person is None


def test_other_answers_and_strangers_are_refused(store: Store) -> None:
    with pytest.raises(NotAllowed, match="yes, no or will ask"):
        record_answer(store, "Ana Ruiz", "Moss Clinic", "maybe")
    with pytest.raises(NotFound, match="Nothing was changed"):
        record_answer(store, "Nobody", "Moss Clinic", "no")
    with pytest.raises(NotFound, match="isn't on your list"):
        ask(store, "Ana Ruiz", "Elsewhere")
    assert not store.rows("SELECT 1 FROM touch")


def test_the_counselor_can_be_asked_and_waited_for(store: Store) -> None:
    ask(store, 0, "Moss Clinic")
    row = candidates(store, "Moss Clinic").iloc[-1]
    assert (row["person"], row["waiting"], row["open_asks"]) == ("Your counselor", True, 1)
    opened = record_answer(store, 0, "Moss Clinic", "yes", "Rosa")
    assert opened.route["introducer"].tolist() == ["Your counselor"]
    names = candidates(store, "Moss Clinic")["person"].tolist()
    assert names.count("Your counselor") == 1
