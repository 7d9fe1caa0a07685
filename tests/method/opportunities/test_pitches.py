"""One outlet at a time, and an offer made only of what the plan says."""

import pytest

from olenb.contacts import people
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.plan_terms import PitchReply
from olenb.method.discretion import Discretion
from olenb.method.opportunities import answers, frames, pitches, plans


@pytest.fixture
def piece(store):
    return answers.begin(store, "article")


def test_a_second_open_offer_of_the_same_piece_is_gently_refused(store, piece):
    pitches.send(store, piece, "The Ledger", "Ines Holm")
    with pytest.raises(NotAllowed, match="with one publication already") as caught:
        pitches.send(store, piece, "The Other")
    assert "note that you took it back" in str(caught.value)
    assert "Ledger" not in str(caught.value)
    assert len(pitches.of(store, piece)) == 1


def test_another_piece_may_be_offered_meanwhile(store, piece):
    pitches.send(store, piece, "The Ledger")
    pitches.send(store, answers.begin(store, "article"), "The Ledger")


@pytest.mark.parametrize("reply", [PitchReply.NO, PitchReply.TAKEN_BACK])
def test_after_a_no_or_taking_it_back_the_next_one_is_free(store, piece, reply):
    first = pitches.send(store, piece, "The Ledger")
    pitches.answer(store, first, reply)
    second = pitches.send(store, piece, "The Other")
    with pytest.raises(NotAllowed, match="with one publication already"):
        pitches.answer(store, first, "")
    pitches.answer(store, second, "yes")
    assert frames.pitches_of(store, piece)["reply"].tolist() == ["yes", str(reply)]


def test_a_piece_that_found_its_place_is_not_offered_again(store, piece):
    pitches.answer(store, pitches.send(store, piece, "The Ledger"), "yes")
    with pytest.raises(NotAllowed, match="found its place already"):
        pitches.send(store, piece, "The Other")


@pytest.mark.parametrize(
    ("kind", "outlet", "words"),
    [("article", " ", "which publication"), ("volunteer", "The Ledger", "Only an article")],
)
def test_an_offer_needs_a_piece_and_a_publication(store, kind, outlet, words):
    with pytest.raises(NotAllowed, match=words):
        pitches.send(store, answers.begin(store, kind), outlet)


def test_a_strange_answer_and_a_lost_offer_are_refused(store, piece):
    with pytest.raises(NotFound, match="no longer in your plan"):
        pitches.answer(store, 9, "yes")
    number = pitches.send(store, piece, "The Ledger")
    with pytest.raises(NotAllowed, match="one of the answers shown"):
        pitches.answer(store, number, "perhaps")


def test_the_offer_holds_the_title_in_its_subject_and_nothing_that_was_not_written(store, piece):
    answers.answer(store, piece, "title", {"title": "One page a month"})
    answers.answer(store, piece, "reader", {"reader": "People who run small charities."})
    answers.answer(store, piece, "size", {"words": "900", "ends_on": "2027-02-01"})
    offer = pitches.words(
        plans.plan(store, piece), "Robin Ellery", Discretion(store, with_names=True)
    )
    assert offer.subject == "Pitch: One page a month"
    assert offer.body.split("\n\n") == [
        "Dear editor,",
        "People who run small charities.",
        "About 900 words, by February 1, 2027.",
        "If it isn't for you, a short no helps me, too.",
        "Robin Ellery",
    ]


def test_braces_and_percent_signs_in_a_pitch_are_only_signs(store, piece):
    hostile = "{one.row} %s %(me)s ${HOME} {0}"
    answers.answer(store, piece, "title", {"title": hostile})
    answers.answer(store, piece, "bio", {"bio": hostile})
    offer = pitches.words(plans.plan(store, piece), hostile, Discretion(store))
    assert offer.subject == f"Pitch: {hostile}"
    assert offer.body.count(hostile) == 2


def test_an_offer_names_nobody_confidential_and_nobody_who_gave_no_yes(store, piece):
    answers.answer(store, piece, "outlet", {"contact": "Zzyzx Holm"})
    answers.answer(store, piece, "sources", {"sources": "what Zzyzx said; my own tables"})
    with store.change("x") as change:
        change.update("person", people.find(store, "Zzyzx Holm"), confidential=1)
    offer = pitches.words(plans.plan(store, piece), "", Discretion(store, with_names=True))
    assert "Zzyzx" not in offer.body
    assert offer.body.startswith("Dear editor,")
