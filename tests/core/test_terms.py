"""The words: every choice has one for the screen, and free words find their circle."""

import re
from enum import Enum

import pytest

from olenb.core import terms

WITH_LABELS = [
    choice
    for kind in vars(terms).values()
    if isinstance(kind, type) and issubclass(kind, Enum) and hasattr(kind, "label")
    for choice in kind
]
NEVER_ON_SCREEN = re.compile(r"network|\btie\b|\bego\b|score|rank|weak", re.IGNORECASE)


@pytest.mark.parametrize("choice", WITH_LABELS, ids=repr)
def test_every_choice_has_words_for_the_screen(choice):
    assert choice.label.strip()
    assert not NEVER_ON_SCREEN.search(choice.label)


def test_labels_of_one_kind_are_all_different():
    for kind in {type(choice) for choice in WITH_LABELS}:
        labels = [choice.label for choice in kind]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("circle", terms.Circle)
def test_every_circle_has_a_question_and_an_ease(circle):
    assert circle.prompt.endswith("?")
    assert not NEVER_ON_SCREEN.search(circle.prompt)
    assert 1 <= circle.ease <= 4


@pytest.mark.parametrize("circle", terms.Circle)
def test_a_circles_own_words_mean_it(circle):
    assert terms.circle_of(circle.value) is circle
    assert terms.circle_of(circle.label.upper()) is circle


@pytest.mark.parametrize(
    ("word", "circle"),
    [
        ("cousin", terms.Circle.FAMILY),
        ("my aunt", terms.Circle.FAMILY),
        ("old boss", terms.Circle.FORMER_COWORKER),
        ("mom's colleague", terms.Circle.PARENTS_COWORKER),
        ("dad’s coworker", terms.Circle.PARENTS_COWORKER),
        ("Professor", terms.Circle.PROFESSOR),
        ("choir", terms.Circle.TEAM),
        ("church", terms.Circle.FAITH),
    ],
)
def test_a_plain_word_finds_its_circle(word, circle):
    assert terms.circle_of(word) is circle


@pytest.mark.parametrize("word", ["", "  ", "met on a train", "!!!", "Mayo Clinic"])
def test_a_word_without_a_plain_meaning_finds_none(word):
    assert terms.circle_of(word) is None


def test_every_answer_and_every_evidence_has_a_rank():
    assert set(terms.WILLINGNESS_RANK) == {
        *terms.Willingness,
        None,
    } - {terms.Willingness.RATHER_NOT}
    assert set(terms.EVIDENCE_RANK) == set(terms.Evidence)


def test_an_unanswered_question_ranks_like_unsure_and_not_lower():
    ranks = terms.WILLINGNESS_RANK
    assert ranks[None] == ranks[terms.Willingness.UNSURE] == 1


def test_stronger_evidence_ranks_higher():
    ranks = [terms.EVIDENCE_RANK[evidence] for evidence in terms.Evidence]
    assert ranks == sorted(ranks, reverse=True)
