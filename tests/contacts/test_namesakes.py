"""People of one name."""

import pytest

from olenb.contacts import frames, namesakes, people, ties
from olenb.core import backups
from olenb.core.errors import NotAllowed, NotFound


@pytest.fixture
def two(store):
    first = people.add(store, "José Ruiz", organization="Acme", email="jose@x.org")
    second = people.add(store, "jose ruiz", organization="Mayo Clinic", phone="007")
    return first, second


def test_a_pair_is_offered_with_what_tells_them_apart(store, two):
    pair = namesakes.namesakes(store).iloc[0]
    assert (pair["keep"], pair["other"]) == two
    assert "Acme" in pair["about_keep"]
    assert "Mayo Clinic" in pair["about_other"]


def test_people_kept_apart_are_not_offered_again(store, two):
    namesakes.keep_apart(store, *reversed(two))
    namesakes.keep_apart(store, *two)
    assert namesakes.namesakes(store).empty


def test_two_profiles_on_one_site_are_two_people(store, two):
    keep, other = two
    people.edit(store, keep, "url", "https://www.linkedin.com/in/jose-ruiz-1")
    assert len(namesakes.namesakes(store)) == 1
    people.edit(store, other, "url", "https://de.linkedin.com/in/jose-ruiz-2/")
    assert namesakes.namesakes(store).empty


def test_two_become_one_with_everything_that_either_had(store, two):
    keep, other = two
    bo = people.add(store, "Bo")
    ties.add_tie(store, keep, bo, "guess")
    ties.add_tie(store, other, bo, "told")
    ties.answer(store, other, willingness="sure")
    namesakes.merge(store, keep, other)
    df = frames.people(store).set_index("id")
    assert df.index.tolist() == [keep, bo]
    assert df.loc[keep, ["name", "phone", "willingness"]].tolist() == ["José Ruiz", "007", "sure"]
    assert people.find(store, "jose@x.org") == keep
    assert frames.affiliations(store)["organization"].tolist() == ["Acme", "Mayo Clinic"]
    assert ties.between(store, keep, bo)["evidence"] == "told"
    assert namesakes.namesakes(store).empty


def test_merging_makes_a_backup_and_is_undone_in_one_step(store, two, dump):
    before = dump(store)
    namesakes.merge(store, *two)
    assert len(backups.listed(store.folder)) == 1
    assert store.undo() == "Made one person of two"
    assert dump(store) == before


def test_two_who_knew_each_other_keep_no_tie_to_themselves(store, two):
    ties.add_tie(store, *two)
    namesakes.merge(store, *two)
    assert frames.ties(store)["person"].tolist() == ["you"]


def test_the_user_is_merged_with_nobody(store, two):
    me = store.one("SELECT id FROM person WHERE is_ego = 1")["id"]
    with pytest.raises(NotAllowed, match="Nothing was changed"):
        namesakes.merge(store, two[0], me)


def test_somebody_who_is_gone_cannot_be_merged(store, two):
    with pytest.raises(NotFound):
        namesakes.merge(store, two[0], 99)
    assert namesakes.merge(store, two[0], two[0]) == two[0]
