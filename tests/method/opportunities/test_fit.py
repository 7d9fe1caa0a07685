"""Skill, being seen and purpose stand apart; a plan that has only one of the first two is asked."""

import itertools

import pytest

from olenb.core.errors import NotAllowed
from olenb.core.plan_terms import FIT
from olenb.method.opportunities import answers, fit, plans


@pytest.fixture
def helping(store):
    return answers.begin(store, "volunteer")


def test_the_three_sides_are_said_back_and_never_summed(store, helping):
    fit.say(store, helping, {"skill_match": "3", "visibility": "1", "mission": "2"})
    said = fit.sentence(plans.plan(store, helping))
    assert said == (
        "Most of the work is the skill you want to build, you'd work mostly by yourself, "
        "and you like what they do."
    )
    assert not any(sign.isdigit() for sign in said)


def test_no_column_holds_a_sum_and_no_two_fits_share_a_sentence(store, helping):
    sentences = set()
    for levels in itertools.product("123", repeat=3):
        fit.say(store, helping, dict(zip(FIT, levels, strict=True)))
        sentences.add(fit.sentence(plans.plan(store, helping)))
    assert len(sentences) == 27


def test_nothing_said_is_nothing_and_one_side_alone_is_a_sentence(store, helping):
    assert fit.sentence(plans.plan(store, helping)) == ""
    fit.say(store, helping, {"mission": "3"})
    assert fit.sentence(plans.plan(store, helping)) == "What they do matters a lot to you."
    fit.say(store, helping, {"mission": ""})
    assert fit.fit(plans.plan(store, helping)) == dict.fromkeys(FIT)


def test_saying_the_same_again_changes_nothing(store, helping):
    fit.say(store, helping, {"mission": "3"})
    before = store.last_change()["id"]
    fit.say(store, helping, {"mission": "3"})
    assert store.last_change()["id"] == before


def test_a_fourth_level_is_refused(store, helping):
    with pytest.raises(NotAllowed, match="one of the three answers"):
        fit.say(store, helping, {"mission": "4"})


def test_a_low_side_gives_a_question_to_talk_about(store, helping):
    fit.say(store, helping, {"skill_match": "3", "visibility": "1", "mission": "3"})
    assert "see your work" in fit.next_question(plans.plan(store, helping))
    fit.say(store, helping, {"visibility": "2"})
    assert fit.next_question(plans.plan(store, helping)) == ""


@pytest.mark.parametrize(("kind", "skill"), [("volunteer", "aim"), ("own internship", "goal_1")])
def test_a_plan_that_says_only_one_of_skill_and_being_seen_is_gently_asked(store, kind, skill):
    number = answers.begin(store, kind)
    assert fit.missing_side(plans.plan(store, number)) is None
    answers.answer(store, number, skill, {skill: "figures"})
    assert fit.missing_side(plans.plan(store, number)) == ("seen", fit.ASK_SEEN)
    answers.answer(store, number, "seen", {"seen": "the board"})
    assert fit.missing_side(plans.plan(store, number)) is None
    answers.answer(store, number, skill, {skill: ""})
    assert fit.missing_side(plans.plan(store, number)) == (skill, fit.ASK_SKILL)


def test_an_article_is_not_asked_for_it(store):
    number = answers.begin(store, "article")
    assert fit.missing_side(plans.plan(store, number)) is None
