"""Before a current coworker is asked: a few questions, and the user's own decision."""

import pytest

from olenb.contacts import people, you
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.method.outreach import coworkers


def test_a_coworker_by_circle_or_by_employer_needs_the_check(store: Store, ana: int) -> None:
    bo = people.add(store, "Bo", circle="coworker")
    cem = people.add(store, "Cem", organization="Plumwell Bakery")
    assert not coworkers.needs_check(store, ana)
    assert coworkers.needs_check(store, bo)
    assert not coworkers.needs_check(store, cem)
    you.add_past(store, "Plumwell Bakery", "baker", "2025", "")
    assert coworkers.needs_check(store, cem)


def test_a_former_employer_makes_nobody_a_coworker(store: Store) -> None:
    cem = people.add(store, "Cem", organization="Plumwell Bakery")
    you.add_past(store, "Plumwell Bakery", "baker", "2024", "2025")
    assert not coworkers.is_coworker(store, cem)


def test_the_decision_is_the_users_and_the_newest_counts(store: Store) -> None:
    bo = people.add(store, "Bo", circle="coworker")
    coworkers.decide(store, bo, "not now", "My manager would hear of it.")
    assert not coworkers.needs_check(store, bo)
    assert coworkers.decision(store, bo)["decision"] == "not now"
    coworkers.decide(store, bo, "go ahead")
    assert coworkers.decision(store, bo)["decision"] == "go ahead"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"trust": "no", "boss": "yes"}, "Take care: what you tell them may travel further"),
        ({"harm": "yes"}, "cost you something at work"),
        ({"trust": "yes", "boss": "no", "harm": "no", "outside": "yes"}, "speaks against it"),
        ({"trust": "", "boss": "perhaps"}, "You decide"),
    ],
)
def test_what_speaks_for_care_is_said_and_nothing_is_decided(
    answers: dict[str, str], said: str
) -> None:
    assert said in coworkers.advice(answers)


def test_an_unknown_decision_or_person_is_refused(store: Store, ana: int) -> None:
    with pytest.raises(NotAllowed, match="go ahead, or not now"):
        coworkers.decide(store, ana, "maybe")
    with pytest.raises(NotFound):
        coworkers.decide(store, 99, "go ahead")
