"""What a plan brings goes where everything goes."""

import pytest

from olenb.contacts import people, ties, you
from olenb.core.errors import NotAllowed, NotFound
from olenb.method.opportunities import answers, frames, harvest


@pytest.fixture
def helping(store):
    number = answers.begin(store, "volunteer")
    answers.answer(store, number, "place", {"place": "Hearth Shelter"})
    return number


def me(store):
    with store.change("x") as change:
        return you.ego(store, change)


def test_somebody_new_becomes_a_person_at_the_place_who_knows_me(store, helping):
    selam = harvest.meet(store, helping, "Selam Appiah", "coordinator", "2027-01-11")
    row = store.one("SELECT relation FROM person WHERE id = ?", (selam,))
    assert row["relation"] == "we met when I volunteered"
    there = store.one(
        "SELECT o.name, a.role FROM affiliation AS a JOIN organization AS o "
        "ON o.id = a.organization WHERE a.person = ?",
        (selam,),
    )
    assert tuple(there) == ("Hearth Shelter", "coordinator")
    tie = ties.between(store, me(store), selam)
    assert (tie["evidence"], tie["last_exchange"]) == ("told", "2027-01-11")


def test_somebody_known_keeps_what_is_known_and_gets_the_newer_day(store, helping):
    ana = people.add(store, "Ana Ruiz", organization="Mayo Clinic", role="nurse", relation="cousin")
    people.edit(store, ana, "last_exchange", "2028")
    harvest.meet(store, helping, "ana ruiz", "helper", "2027-01-11")
    harvest.meet(store, helping, "Ana Ruiz", "", "2027-01-12")
    row = store.one("SELECT relation FROM person WHERE id = ?", (ana,))
    assert row["relation"] == "cousin"
    assert ties.between(store, me(store), ana)["last_exchange"] == "2028"
    places = store.rows("SELECT organization FROM affiliation WHERE person = ?", (ana,))
    assert len(places) == 1
    assert frames.people_of(store, helping)["person"].tolist() == ["Ana Ruiz"]


def test_meeting_somebody_is_one_step_that_can_be_undone(store, helping):
    harvest.meet(store, helping, "Selam Appiah", "coordinator")
    assert store.undo() == "Noted somebody whom you met"
    assert store.rows("SELECT 1 FROM person WHERE is_ego = 0") == []
    assert store.rows("SELECT 1 FROM plan_person") == []


def test_taking_somebody_off_the_plan_keeps_the_person(store, helping):
    harvest.meet(store, helping, "Selam Appiah")
    (row,) = harvest.harvest(store, helping).people
    harvest.unmeet(store, row["id"])
    assert harvest.harvest(store, helping).people == []
    assert people.find(store, "Selam Appiah")


def test_a_skill_is_kept_with_what_shows_it_and_who_saw_it(store, helping):
    first = harvest.use_skill(store, helping, "plain figures", "the page", "the board")
    harvest.use_skill(store, helping, "patience")
    found = harvest.harvest(store, helping)
    assert [row["skill"] for row in found.skills] == ["plain figures", "patience"]
    assert [row["seen_by"] for row in found.seen] == ["the board"]
    harvest.forget_skill(store, first)
    assert frames.skills_of(store, helping)["skill"].tolist() == ["patience"]


def test_nobody_and_nothing_are_refused(store, helping):
    with pytest.raises(NotAllowed, match="A first name is enough"):
        harvest.meet(store, helping, " ")
    with pytest.raises(NotAllowed, match="name the skill"):
        harvest.use_skill(store, helping, " ")
    for act in (harvest.unmeet, harvest.forget_skill):
        with pytest.raises(NotFound, match="no longer in your plan"):
            act(store, 9)


def test_a_place_that_a_plan_names_is_not_forgotten_with_its_last_person(store, helping):
    ana = people.add(store, "Ana Ruiz", organization="Hearth Shelter")
    people.edit(store, ana, "organization", "Mayo Clinic")
    names = [row["name"] for row in store.rows("SELECT name FROM organization ORDER BY id")]
    assert names == ["Hearth Shelter", "Mayo Clinic"]
