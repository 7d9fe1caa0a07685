"""Who knows whom."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olenb.contacts import frames, people, ties
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.core.terms import Evidence


@pytest.fixture
def pair(store):
    return people.add(store, "Ana", knows_me=False), people.add(store, "Bo", knows_me=False)


def test_a_tie_is_dated_and_says_how_it_is_known(store, pair):
    ties.add_tie(store, *pair, "told", as_of="2026-05-01", setting="choir")
    row = frames.ties(store).iloc[0]
    assert (row["person"], row["knows"], row["evidence"]) == ("Ana", "Bo", "told")
    assert (row["as_of"], row["setting"]) == ("2026-05-01", "choir")


def test_two_people_have_one_tie_whichever_is_named_first(store, pair):
    assert ties.add_tie(store, *pair) == ties.add_tie(store, *reversed(pair))
    assert len(frames.ties(store)) == 1


def test_stronger_evidence_stays_with_its_date(store, pair):
    ties.add_tie(store, *pair, "seen", as_of="2024")
    ties.add_tie(store, *pair, "guess", as_of="2025")
    assert frames.ties(store)[["evidence", "as_of"]].values.tolist() == [["seen", "2024"]]
    ties.add_tie(store, *pair, "told", as_of="2026")
    assert frames.ties(store)[["evidence", "as_of"]].values.tolist() == [["told", "2026"]]


@given(st.lists(st.sampled_from(list(Evidence)), min_size=1, max_size=4))
@settings(max_examples=20, deadline=None)
def test_the_order_in_which_evidence_comes_never_matters(tmp_path_factory, evidence):
    store = Store.create(tmp_path_factory.mktemp("ties"))
    a, b = people.add(store, "Ana"), people.add(store, "Bo")
    for each in evidence:
        ties.add_tie(store, a, b, each)
    found = ties.between(store, a, b)["evidence"]
    assert found == min(evidence, key=list(Evidence).index)
    store.close()


@pytest.mark.parametrize("evidence", ["rumour", "", None])
def test_an_evidence_that_is_none_is_refused(store, pair, evidence):
    with pytest.raises(NotAllowed, match="Nothing was changed"):
        ties.add_tie(store, *pair, evidence)
    assert frames.ties(store).empty


def test_nobody_is_tied_to_themselves_or_to_nobody(store, pair):
    with pytest.raises(NotAllowed, match="two people"):
        ties.add_tie(store, pair[0], pair[0])
    with pytest.raises(NotFound):
        ties.add_tie(store, pair[0], 99)


def test_answers_stand_on_the_tie_with_you(store, pair):
    ties.answer(store, pair[0], willingness="likely", closeness=3)
    ties.answer(store, pair[0], last_exchange="2025-06", closeness=None)
    row = frames.ties(store).iloc[0]
    assert row["person"] == "you"
    assert (row["willingness"], row["last_exchange"]) == ("likely", "2025-06")
    assert frames.people(store)["closeness"].isna().all()


def test_the_user_is_not_asked_about_themselves(store, pair):
    ties.answer(store, pair[0], willingness="sure")
    me = store.one("SELECT id FROM person WHERE is_ego = 1")["id"]
    with pytest.raises(NotAllowed, match="somebody else"):
        ties.answer(store, me, willingness="sure")


def test_a_tie_can_be_taken_away_once(store, pair):
    tie = ties.add_tie(store, *pair)
    ties.remove(store, tie)
    with pytest.raises(NotFound, match="gone already"):
        ties.remove(store, tie)
