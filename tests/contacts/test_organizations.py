"""One row per place; doubtful pairs are asked once."""

import pytest

from olenb.contacts import frames, organizations, people
from olenb.core.errors import NotAllowed, NotFound
from olenb.method import goals


def names(store):
    return frames.organizations(store)["name"].tolist()


def pairs(store):
    df = organizations.suggestions(store)
    return {frozenset(pair) for pair in df[["keep_name", "other_name"]].values.tolist()}


def add(store, *organization_names):
    for name in organization_names:
        people.add(store, "Somebody", organization=name)


def test_spellings_of_one_name_are_one_place_with_the_first_spelling(store):
    add(store, "Acme, Inc.", "ACME", "acme inc")
    assert names(store) == ["Acme, Inc."]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Home Depot", "Home Depot"),
        ("Mayo Clinic", "Mayo Clinc"),
        ("University of Minnesota", "Minnesota, University of"),
        ("Boston Consulting Group (BCG)", "Boston Consulting"),
    ],
)
def test_doubtful_names_are_two_places_and_asked_about(store, one, other):
    add(store, one, other)
    assert len(names(store)) == 2
    assert pairs(store) == {frozenset((one, other))}


@pytest.mark.parametrize(("one", "other"), [("X", "X Capital"), ("Mayo", "Mayo Clinic")])
def test_a_name_inside_another_is_not_asked_about(store, one, other):
    add(store, one, other)
    assert pairs(store) == set()


def test_the_place_with_more_people_is_the_one_to_keep(store):
    add(store, "Mayo Clinc", "Mayo Clinic", "Mayo Clinic")
    assert organizations.suggestions(store)["keep_name"].tolist() == ["Mayo Clinic"]


def test_confirming_moves_people_and_targets_and_remembers_the_spelling(store):
    add(store, "Mayo Clinic", "Mayo Clinc")
    goals.add_target(store, "Mayo Clinc")
    pair = organizations.suggestions(store).iloc[0]
    organizations.same(store, int(pair["keep"]), int(pair["other"]))
    assert names(store) == ["Mayo Clinic"]
    assert frames.targets(store)["organization"].tolist() == ["Mayo Clinic"]
    add(store, "MAYO CLINC")
    assert frames.organizations(store)["people"].tolist() == [3]
    assert organizations.suggestions(store).empty


def test_confirming_is_undone_in_one_step(store, dump):
    add(store, "Mayo Clinic", "Mayo Clinc")
    before = dump(store)
    organizations.same(store, 1, 2)
    store.undo()
    assert dump(store) == before


def test_a_fact_that_both_places_have_is_not_doubled(store):
    ana = people.add(store, "Ana", organization="Mayo Clinic")
    with store.change("The same once more") as change:
        other = organizations.ensure(store, change, "Mayo Clinc")
        change.insert("affiliation", person=ana, organization=other, current=1, kind="job")
    organizations.same(store, 1, other)
    assert len(frames.affiliations(store)) == 1


def test_a_refusal_is_remembered_in_both_directions(store):
    add(store, "Mayo Clinic", "Mayo Clinc")
    organizations.different(store, 2, 1)
    assert organizations.suggestions(store).empty
    last = store.last_change()["id"]
    organizations.different(store, 2, 1)
    assert store.last_change()["id"] == last


def test_a_chain_of_confirmed_names_ends_in_one_place(store):
    add(store, "Mayo Clinic", "Mayo Clinc", "Mayo Clnic")
    organizations.same(store, 2, 3)
    organizations.same(store, 1, 2)
    add(store, "Mayo Clnic", "Mayo Clinc")
    assert names(store) == ["Mayo Clinic"]


def test_saying_same_after_different_is_possible(store):
    add(store, "Mayo Clinic", "Mayo Clinc")
    organizations.different(store, 1, 2)
    organizations.same(store, 1, 2)
    add(store, "Mayo Clinc")
    assert names(store) == ["Mayo Clinic"]


def test_a_place_is_renamed_unless_another_has_the_name(store):
    add(store, "Acme", "Mayo Clinic")
    organizations.edit(store, 1, "name", "Acme Labs")
    organizations.edit(store, 1, "sector", "health")
    assert names(store) == ["Acme Labs", "Mayo Clinic"]
    with pytest.raises(NotAllowed, match="already has that name"):
        organizations.edit(store, 1, "name", "MAYO clinic")
    with pytest.raises(NotAllowed, match="needs a name"):
        organizations.edit(store, 1, "name", " ")
    with pytest.raises(NotFound):
        organizations.edit(store, 99, "name", "x")


def test_every_pair_that_is_alike_is_found_across_chunks(store):
    letters = "abcdefghijklmnopqrstuvwxyz"
    with store.change("Many places") as change:
        for n in range(600):
            name = f"{letters[n % 26] * 6}{letters[n // 26] * 6}{letters[(n * 7) % 26] * 6}"
            organizations.ensure(store, change, name)
        for name in ("Zebra Research Works", "Zebra Reserch Works"):
            organizations.ensure(store, change, name)
    assert frozenset(("Zebra Research Works", "Zebra Reserch Works")) in pairs(store)
