"""The questions of the four plans, and what an answer may be."""

import re

import pytest

from olenb.core import schema
from olenb.core.errors import NotAllowed
from olenb.core.plan_terms import PlanKind
from olenb.method.opportunities import article, internship, plans, shadowing, volunteer
from olenb.method.opportunities.steps import Ask

EVERY = [(kind, step) for kind in PlanKind for step in plans.STEPS[kind]]
NEVER_ON_SCREEN = re.compile(r"network|\btie\b|\bego\b|score|rank|\bfail|should have", re.I)


def names(steps):
    return [step.name for step in steps]


def test_a_volunteer_plan_asks_for_all_that_keeps_it_small_and_seen():
    assert names(volunteer.STEPS) == [
        *("place", "aim", "need", "inside", "outside", "deliverable", "seen", "when"),
        *("contact", "checkins", "access", "evidence", "exit"),
    ]


def test_an_internship_begins_with_what_they_gain_and_has_room_for_four_goals():
    order = names(internship.STEPS)
    assert order[:3] == ["place", "gain", "why"]
    assert [name for name in order if name.startswith("goal")] == [f"goal_{n}" for n in range(1, 5)]
    assert order[-5:] == ["when", "supervisor", "pay", "credit", "evaluation"]


def test_a_pitch_has_its_parts_and_asks_whether_the_guidelines_were_read():
    assert names(article.STEPS) == [
        *("title", "reader", "outline", "sources", "size", "bio", "disclosure", "outlet"),
    ]
    assert "guidelines" in [ask.name for ask in article.STEPS[-1].asks]


def test_shadowing_goes_through_its_phases_in_order():
    phases = [step.phase for step in shadowing.STEPS]
    assert phases == sorted(phases, key=shadowing.PHASES.index)
    assert len(shadowing.PHASES) == 5
    agreed = [s.name for s in shadowing.STEPS if s.phase == shadowing.AGREE]
    assert agreed == ["when", "costs", "access", "between", "may"]


@pytest.mark.parametrize(("kind", "step"), EVERY, ids=lambda value: getattr(value, "name", value))
def test_every_question_is_one_question_with_an_example_in_plain_words(kind, step):
    assert step.question.endswith("?")
    assert step.example
    assert len(step.question.split()) <= 12
    said = " ".join((step.question, step.help, step.example, *(a.label for a in step.asks)))
    assert not NEVER_ON_SCREEN.search(said)


@pytest.mark.parametrize("kind", PlanKind)
def test_no_two_things_asked_in_a_plan_have_one_name_and_columns_exist(kind):
    asks = [ask for step in plans.STEPS[kind] for ask in step.asks]
    assert len({ask.name for ask in asks}) == len(asks)
    columns = {ask.column for ask in asks if ask.column}
    assert columns <= set(schema.TABLES["opportunity"].names)


@pytest.mark.parametrize(
    ("ask", "answer", "kept"),
    [
        (Ask("a", "?"), "  two words ", "two words"),
        (Ask("a", "?"), " \u200b ", None),
        (Ask("a", "?", "day"), "2027-01-11", "2027-01-11"),
        (Ask("a", "?", "number", most=40), "40", 40),
        (Ask("a", "?", "choice", choices=(("yes", "Yes"),)), "yes", "yes"),
        (Ask("a", "?", "choice", choices=(("yes", "Yes"),)), "", None),
    ],
)
def test_an_answer_is_kept_as_its_kind_needs_it(ask, answer, kept):
    assert ask.kept(answer) == kept


@pytest.mark.parametrize(
    ("ask", "answer", "words"),
    [
        (Ask("a", "?", "day"), "Zzyzx", "Please choose a day, such as 2027-01-11."),
        (Ask("a", "?", "number", most=40), "41", "Please write a whole number from 1 to 40."),
        (Ask("a", "?", "number"), "²", "Please write a whole number from 1 to 80."),
        (Ask("a", "?", "number"), "-1", "Please write a whole number from 1 to 80."),
        (Ask("a", "?", "choice", choices=(("yes", "Yes"),)), "Zzyzx", "one of the answers shown"),
    ],
)
def test_what_cannot_be_is_refused_without_repeating_it(ask, answer, words):
    with pytest.raises(NotAllowed, match=re.escape(words)) as caught:
        ask.kept(answer)
    assert "Zzyzx" not in str(caught.value)
    assert "Nothing was changed" in str(caught.value)
