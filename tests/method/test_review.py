"""Lines of a review, told with names or without; the headline counts what is there."""

from datetime import datetime

import pytest

import olenb
from olenb.contacts import people
from olenb.method import debrief, goals, hypotheses, notes, review, story
from olenb.method.discretion import Discretion, Own
from olenb.method.review import NAME, Line, Part, Piece, Told

NOW = datetime.fromisoformat("2026-11-25T10:00:00-06:00")


@pytest.fixture
def wb(home):
    return olenb.open_workbook(home)


@pytest.fixture
def ana(wb):
    with wb.writing() as store:
        return people.add(store, "Ana Ruiz", organization="Mayo Clinic")


def talk(wb, person, **said):
    with wb.writing() as store, store.change("Talked") as change:
        return change.insert(
            "conversation", person=person, ended_at="2026-11-20T16:00:00-06:00", **said
        )


def mine(wb, part):
    return [one.words for one in wb.review.told(NOW) if one.part is part]


def test_before_anything_happened_there_is_no_headline_and_no_count(wb):
    wb.add_target("Mayo Clinic")
    assert wb.review.headline(NOW) == ""
    assert wb.review.lines(NOW).empty


@pytest.mark.parametrize(
    ("held", "changed", "says"),
    [
        (1, 0, "1 conversation held."),
        (0, 2, "2 decisions changed."),
        (3, 1, "3 conversations held, 1 decision changed."),
    ],
)
def test_the_headline_counts_what_is_there_and_nothing_else(held, changed, says):
    lines = [Told("c", Part.HELD, "", "", False)] * held
    lines += [Told("g", Part.CHANGED, "", "", True)] * changed
    lines += [Told("t", Part.CHANGED, "", "", False), Told("n", Part.NEXT, "", "", False)]
    assert review.headline(lines) == says


def test_a_conversation_is_told_with_what_was_learned_and_what_comes_next(wb, ana):
    talk(wb, ana, learned="It is half figures", helped="her honesty", next_action="call Bo")
    assert mine(wb, Part.HELD) == ["With Ana Ruiz. It helped: her honesty. Next: call Bo."]
    assert mine(wb, Part.LEARNED) == ["It is half figures. From talking with Ana Ruiz."]


def test_a_goal_that_changed_is_told_with_before_and_because_and_the_first_is_no_change(wb, ana):
    number = talk(wb, ana)
    with wb.writing() as store:
        goals.say_curiosity(store, "labs")
        goals.say_purpose(store, "role")
        assert mine(wb, Part.CHANGED) == []
        debrief.revise(store, number, "curiosity", "figures in labs", "she likes them")
    assert mine(wb, Part.CHANGED) == [
        "What I'm curious about: figures in labs. Before: labs. Because: she likes them. "
        "After talking with Ana Ruiz."
    ]
    assert wb.review.headline(NOW) == "1 conversation held, 1 decision changed."


def test_hunches_tell_how_they_stand_and_to_rule_one_out_counts_as_a_decision(wb, ana):
    number = talk(wb, ana)
    with wb.writing() as store:
        hunch = hypotheses.add(store, "Labs are quiet")
        hypotheses.add(store, "Nobody asked about this one")
        hypotheses.record_finding(store, hunch, number, "contradicts")
        hypotheses.close(store, hunch)
    assert mine(wb, Part.LEARNED) == ["A hunch. Labs are quiet. By now, it seems not."]
    assert mine(wb, Part.CHANGED) == ["I stopped wondering. Labs are quiet."]
    assert wb.review.headline(NOW) == "1 conversation held, 1 decision changed."


def test_a_place_that_somebody_suggested_is_a_change_and_no_decision(wb, ana):
    number = talk(wb, ana)
    with wb.writing() as store:
        debrief.suggest(store, number, "Kestrel Labs")
    assert mine(wb, Part.CHANGED) == ["On my list since then. Kestrel Labs. Ana Ruiz suggested it."]
    assert wb.review.headline(NOW) == "1 conversation held."


def test_a_plan_is_told_with_days_skills_and_the_decision(wb):
    o = wb.opportunities
    number = o.begin("volunteer")
    o.answer(number, "place", place="Hearth Shelter")
    o.answer(number, "when", hours="3", starts_on="2026-10-01", ends_on="2026-11-01")
    o.use_skill(number, "plain figures", "the page.", "the board")
    o.look_back(number, learned="small is enough")
    o.decide(number, "keep", because="they use it")
    assert mine(wb, Part.PLANS) == [
        "Volunteering at Hearth Shelter. October 1, 2026 to November 1, 2026. "
        "A skill that I used: plain figures (the page; seen by the board)."
    ]
    assert mine(wb, Part.LEARNED) == ["small is enough. From: Volunteering at Hearth Shelter."]
    assert mine(wb, Part.CHANGED) == [
        "Keep it on my list: Volunteering at Hearth Shelter. Because: they use it."
    ]


def test_what_is_next_holds_what_is_due_and_the_days_of_plans_the_earliest_first(wb, ana):
    talk(wb, ana)
    number = wb.opportunities.begin("volunteer")
    wb.opportunities.answer(number, "place", place="Hearth Shelter")
    wb.opportunities.add_day(number, "First check-in", "2026-12-01")
    told = [one for one in wb.review.told(NOW) if one.part is Part.NEXT]
    assert [one.when for one in told] == sorted(one.when for one in told)
    assert "Ana Ruiz: thank-you." in [one.words for one in told]
    assert "Volunteering at Hearth Shelter: First check-in." in [one.words for one in told]


def test_lines_come_part_by_part_the_newest_first(wb, ana):
    for day in ("2026-11-01", "2026-11-09"):
        with wb.writing() as store:
            notes.write(store, ana, "learned", f"on {day}", written_on=day)
    df = wb.review.lines(NOW)
    assert df[df["part"] == "learned"]["when"].tolist() == ["2026-11-09", "2026-11-01"]
    assert df["key"].is_unique


@pytest.mark.parametrize("with_names", [False, True])
def test_of_a_confidential_note_or_person_nothing_is_told_to_others(wb, ana, with_names):
    with wb.writing() as store:
        notes.write(store, ana, "quote", "Zzyzx quarrel", confidential=True)
        hidden = people.add(store, "Zzyzx Kane")
        with store.change("x") as change:
            change.update("person", hidden, confidential=1)
    talk(wb, hidden, learned="a secret thing", helped="all of it")
    talk(wb, ana, learned="what Zzyzx Kane said", helped="Zzyzx quarrel, she said")
    lines = story.lines(wb.store, NOW)
    own = " ".join(one.words for one in review.tell(lines, Own(wb.store), others=False))
    for words in ("Zzyzx quarrel", "a secret thing", "what Zzyzx Kane said"):
        assert words in own
    told = " ".join(
        o.words for o in review.tell(lines, Discretion(wb.store, with_names=with_names))
    )
    assert "Zzyzx" not in told
    assert "secret" not in told
    assert ("Ana Ruiz" in told) == with_names


def test_words_that_came_from_a_private_plan_are_not_even_told_as_what_was_before(wb):
    with wb.writing() as store:
        goals.say_curiosity(store, "labs")
        plan = wb.opportunities.begin("shadowing")
        goals.say(store, "curiosity", "Zzyzx wish", opportunity=plan)
        goals.say_curiosity(store, "figures")
    wb.opportunities.keep_private(plan)
    told = review.tell(story.lines(wb.store, NOW), Discretion(wb.store))
    assert [one.words for one in told] == ["What I'm curious about: figures."]


def test_a_sign_that_stands_for_a_name_is_only_a_sign_in_what_the_user_wrote(wb, ana):
    line = Line("x", Part.LEARNED, said=(Piece(f"{NAME} and {{name}}"),), person=ana)
    assert review.told(line, Own(wb.store), others=False).words == f"{NAME} and {{name}}."
