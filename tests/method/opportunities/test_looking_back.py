"""Looking back: what was learned, thanks, and a dated change in the goals with its reason."""

import pytest

from olenb.core.errors import NotAllowed
from olenb.core.plan_terms import Decision
from olenb.method import goals
from olenb.method.opportunities import answers, looking_back, plans


@pytest.fixture
def day(store):
    target = goals.add_target(store, "Tamarind Clinic")
    return answers.begin(store, "shadowing", target)


def test_a_decision_changes_the_goal_and_says_why_and_through_which_plan(store, day):
    goals.say_curiosity(store, "coordinating a clinic")
    looking_back.decide(
        store, day, "test", because="I liked the figures", curiosity="figures of a clinic",
        hunch="Analysts talk with the front desk",
    )  # fmt: skip
    goal = store.rows("SELECT * FROM goal ORDER BY id DESC LIMIT 1")[0]
    assert (goal["value"], goal["because"]) == ("figures of a clinic", "I liked the figures")
    assert goal["opportunity"] == day
    one = plans.plan(store, day)
    assert one.decision is Decision.TEST
    assert one.row["decided_on"]
    hunch = store.one("SELECT claim, target FROM hypothesis")
    assert tuple(hunch) == ("Analysts talk with the front desk", one.row["target"])
    assert store.undo() == "Decided what a plan changes"
    assert goals.said(store, "curiosity") == "coordinating a clinic"


@pytest.mark.parametrize("decision", Decision)
def test_each_decision_can_stand_alone_and_be_changed(store, day, decision):
    looking_back.decide(store, day, "keep")
    looking_back.decide(store, day, decision, because="")
    assert plans.plan(store, day).decision is decision
    assert store.rows("SELECT 1 FROM goal") == []


def test_another_decision_is_refused(store, day):
    with pytest.raises(NotAllowed, match="keep, let go, or find out more"):
        looking_back.decide(store, day, "quit")


def test_what_was_learned_is_kept_beside_the_plans_own_answers(store, day):
    looking_back.note(store, day, learned="every six minutes a question", surprised="")
    assert plans.plan(store, day).said["learned"] == "every six minutes a question"
    looking_back.note(store, day, learned="")
    assert "learned" not in plans.plan(store, day).said


def test_thanks_are_a_touch_with_the_person(store, day):
    with pytest.raises(NotAllowed, match="names nobody to thank"):
        looking_back.thank(store, day)
    answers.answer(store, day, "host", {"contact": "Imani Quispe"})
    looking_back.thank(store, day, on="2026-11-13")
    touch = store.one("SELECT kind, happened_on FROM touch")
    assert tuple(touch) == ("thanked", "2026-11-13")
