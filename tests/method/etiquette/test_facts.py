"""What the workbook knows for a message: permissions, coworkers, confidences, research."""

from pathlib import Path
from typing import Any

import pytest

from olenb.contacts import people, you
from olenb.core.store import Store
from olenb.method import etiquette


@pytest.fixture
def store(home: Path) -> Store:
    return Store.create(home)


def put(store: Store, table: str, **values: Any) -> int:
    with store.change("Wrote a fact") as change:
        return change.insert(table, **values)


def rules(store: Store, text: str, **ids: int) -> set[str]:
    facts = etiquette.facts_for(store, **ids)
    return {finding.rule for finding in etiquette.check(text, facts=facts)}


@pytest.fixture
def ana(store: Store) -> int:
    return people.add(store, "Ana Ruiz", organization="Halden Energy", role="engineer")


@pytest.fixture
def rosa(store: Store) -> int:
    return people.add(store, "Rosa Delgado", organization="Tern Robotics", knows_me=False)


NAMED = "Ana Ruiz suggested that I write to you."
ASKED = "Could I ask you about your years at the paper?"


def test_without_an_answer_a_name_may_not_be_used(store: Store, ana: int, rosa: int) -> None:
    assert rules(store, NAMED, to=rosa) == {"name-without-permission"}
    assert rules(store, NAMED, to=rosa, via=ana) == {"name-without-permission"}
    assert rules(store, NAMED) == {"name-without-permission"}


def test_a_yes_towards_anybody_holds_for_everybody(store: Store, ana: int, rosa: int) -> None:
    put(store, "permission", person=ana, answer="yes", given_on="2026-11-01")
    assert rules(store, NAMED, to=rosa, via=ana) == set()
    assert rules(store, NAMED) == set()


def test_a_yes_towards_one_holds_for_that_one(store: Store, ana: int, rosa: int) -> None:
    other = people.add(store, "Gil Moran")
    put(store, "permission", person=ana, answer="yes", towards=rosa, given_on="2026-11-01")
    assert rules(store, NAMED, to=rosa) == set()
    assert rules(store, NAMED, to=other) == {"name-without-permission"}
    assert rules(store, NAMED) == {"name-without-permission"}


@pytest.mark.parametrize("later", ["no", "not asked"])
def test_the_newest_word_counts_by_its_date(store: Store, ana: int, rosa: int, later: str) -> None:
    put(store, "permission", person=ana, answer=later, given_on="2026-11-20")
    put(store, "permission", person=ana, answer="yes", given_on="2026-11-01")
    assert rules(store, NAMED, to=rosa) == {"name-without-permission"}
    put(store, "permission", person=ana, answer="yes", towards=rosa, given_on="2026-11-21")
    assert rules(store, NAMED, to=rosa) == set()


def test_a_referral_carries_its_own_permission(store: Store, ana: int, rosa: int) -> None:
    referral = {"person": ana, "referred": rosa, "given_on": "2026-11-01"}
    put(store, "referral", permission="not asked", **referral)
    assert rules(store, NAMED, to=rosa) == {"name-without-permission"}
    put(store, "referral", permission="yes", **(referral | {"given_on": "2026-11-02"}))
    assert rules(store, NAMED, to=rosa) == set()


def test_of_two_people_of_one_name_both_must_agree(store: Store, ana: int, rosa: int) -> None:
    put(store, "permission", person=ana, answer="yes")
    people.add(store, "ANA RUÍZ")
    assert rules(store, NAMED, to=rosa) == {"name-without-permission"}


def test_whoever_reads_it_may_be_named_and_so_may_the_writer(
    store: Store, ana: int, rosa: int
) -> None:
    you.say(store, name="Robin Ellery")
    assert rules(store, NAMED, to=ana) == set()
    assert rules(store, "I was referred by Robin Ellery.", to=rosa) == set()


def test_somebody_at_the_writers_own_place_is_a_coworker(store: Store, ana: int) -> None:
    you.add_past(store, "Halden Energy", "intern", "2026", "")
    assert etiquette.facts_for(store, ana).coworker == ""
    assert rules(store, ASKED, to=ana) == {"coworker-unchecked"}


def test_the_circle_says_coworker_too(store: Store) -> None:
    jamie = people.add(store, "Jamie Fox", circle="coworker")
    assert rules(store, ASKED, to=jamie) == {"coworker-unchecked"}


def test_a_former_place_or_a_school_makes_no_coworker(store: Store, ana: int, rosa: int) -> None:
    you.add_past(store, "Halden Energy", "intern", "2024", "2025")
    assert etiquette.facts_for(store, ana).coworker is None
    assert etiquette.facts_for(store, rosa).coworker is None


def test_the_newest_decision_about_a_coworker_counts(store: Store) -> None:
    jamie = people.add(store, "Jamie Fox", circle="coworker")
    put(store, "coworker_check", person=jamie, decision="not now", decided_on="2026-11-01")
    assert rules(store, ASKED, to=jamie) == {"coworker-unchecked"}
    put(store, "coworker_check", person=jamie, decision="go ahead", decided_on="2026-11-02")
    assert rules(store, ASKED, to=jamie) == set()


def test_confidential_notes_and_people_stay_here(store: Store, ana: int, rosa: int) -> None:
    note = {"person": ana, "kind": "other"}
    put(store, "note", words="The lab will close in May", confidential=1, **note)
    put(store, "note", words="Ana plays the cello at home", confidential=0, **note)
    with store.change("Marked a person") as change:
        change.update("person", rosa, confidential=1)
    assert rules(store, "I heard that the lab will close in May.") == {"confidential"}
    assert rules(store, "Somebody plays the cello at home.") == set()
    assert rules(store, "I met Rosa Delgado.") == {"confidential"}
    assert rules(store, "Dear Rosa Delgado, thank you.", to=rosa) == set()


def test_research_on_them_or_on_their_place_is_known(store: Store, ana: int, rosa: int) -> None:
    words = "Founded in 2011, builds arms for greenhouses"
    put(store, "note", person=rosa, kind="research", words=words, confidential=0)
    question = "Does it build arms for greenhouses?"
    assert rules(store, question, to=rosa) == {"site-answers"}
    beside = people.add(store, "Gil Moran", organization="Tern Robotics")
    assert rules(store, question, to=beside) == {"site-answers"}
    assert rules(store, question, to=ana) == set()


def test_zones_come_from_both_people(store: Store, ana: int) -> None:
    you.say(store, time_zone="America/Chicago")
    people.edit(store, ana, "time_zone", "America/Winnipeg")
    words = "Would Tuesday at 3 pm work?"
    assert rules(store, words, to=ana) == set()
    assert rules(store, words) == {"one-zone"}
    people.edit(store, ana, "time_zone", "America/New_York")
    assert rules(store, words, to=ana) == {"one-zone"}


def test_a_zone_that_nobody_knows_is_compared_by_its_name() -> None:
    assert etiquette.Facts(my_zone="Mars/Base", their_zone="Mars/Base").one_zone
    assert not etiquette.Facts(my_zone="Mars/Base", their_zone="../../etc").one_zone


def test_an_empty_workbook_knows_nothing(store: Store) -> None:
    assert etiquette.facts_for(store) == etiquette.Facts()
