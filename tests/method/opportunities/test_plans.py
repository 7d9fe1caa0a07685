"""A plan is begun, answered, passed over, put away; each step can be undone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from olenb.contacts import people
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.plan_terms import PlanKind
from olenb.core.store import Store
from olenb.method import goals
from olenb.method.opportunities import answers, frames, plans

HOSTILE = '{0.__class__} <img src=x onerror=alert(1)> $$x$$ =1+1 \u202eevil "quoted" ' + "é" * 300


@pytest.fixture
def helping(store):
    return answers.begin(store, "volunteer")


@pytest.mark.parametrize("kind", PlanKind)
def test_any_of_the_four_begins_and_asks_its_first_question(store, kind):
    number = answers.begin(store, kind)
    one = plans.current(store)
    assert (one.id, one.kind) == (number, kind)
    assert one.next_step() is plans.STEPS[kind][0]


def test_a_fifth_kind_is_refused(store):
    with pytest.raises(NotAllowed, match="one of the four plans"):
        answers.begin(store, "holiday")
    assert plans.plans(store) == []


def test_a_plan_for_a_target_is_at_the_targets_place_and_an_article_is_not(store):
    target = goals.add_target(store, "Halden Energy", role="analyst")
    assert plans.plan(store, answers.begin(store, "shadowing", target)).text("place")
    assert not plans.plan(store, answers.begin(store, "article", target)).text("place")
    with pytest.raises(NotFound, match="no longer on your list"):
        answers.begin(store, "volunteer", 99)


def test_an_answer_is_kept_as_a_fact_and_the_next_question_comes(store, helping):
    answers.answer(store, helping, "place", {"place": "Hearth Shelter"})
    answers.answer(store, helping, "aim", {"aim": "to make figures plain"})
    one = plans.plan(store, helping)
    assert one.label == "Volunteering at Hearth Shelter"
    assert one.text("aim") == "to make figures plain"
    assert one.next_step().name == "need"
    (row,) = store.rows("SELECT name, words, said_on FROM plan_step")
    assert (row["name"], row["words"]) == ("aim", "to make figures plain")
    assert row["said_on"]


def test_hours_and_days_are_typed_and_can_be_answered_in_part(store, helping):
    answers.answer(store, helping, "when", {"hours": "3", "starts_on": "2027-01-11"})
    answers.answer(store, helping, "when", {"ends_on": "2027-03-05"})
    row = plans.plan(store, helping).row
    assert (row["hours"], row["starts_on"], row["ends_on"]) == (3, "2027-01-11", "2027-03-05")
    answers.answer(store, helping, "when", {"hours": ""})
    assert plans.plan(store, helping).text("hours") == ""


def test_one_wrong_part_of_an_answer_changes_nothing(store, helping):
    with pytest.raises(NotAllowed, match="whole number"):
        answers.answer(store, helping, "when", {"starts_on": "2027-01-11", "hours": "many"})
    assert plans.plan(store, helping).said == {}


def test_a_question_that_was_passed_over_is_not_asked_again_and_can_still_be_answered(
    store, helping
):
    answers.pass_over(store, helping, "place")
    answers.pass_over(store, helping, "place")
    one = plans.plan(store, helping)
    assert one.next_step().name == "aim"
    assert one.passed == {"place"}
    answers.answer(store, helping, "place", {"place": "Hearth Shelter"})
    assert plans.plan(store, helping).passed == frozenset()
    answers.pass_over(store, helping, "aim")
    answers.answer(store, helping, "aim", {"aim": "figures"})
    assert plans.plan(store, helping).text("aim") == "figures"


def test_a_new_name_becomes_somebody_at_the_plans_place_who_does_not_know_me(store, helping):
    answers.answer(store, helping, "place", {"place": "Hearth Shelter"})
    answers.answer(store, helping, "contact", {"contact": "Selam Appiah"})
    selam = people.find(store, "Selam Appiah")
    place = store.one(
        "SELECT o.name FROM affiliation AS a JOIN organization AS o ON o.id = a.organization "
        "WHERE a.person = ?",
        (selam,),
    )
    assert place["name"] == "Hearth Shelter"
    assert store.rows("SELECT 1 FROM tie") == []


def test_a_name_that_is_there_means_that_person_and_two_of_one_name_are_asked_about(store, helping):
    ana = people.add(store, "Ana Ruiz")
    answers.answer(store, helping, "contact", {"contact": "ana  RUIZ"})
    assert plans.plan(store, helping).row["person"] == ana
    people.add(store, "Ana Ruiz")
    with pytest.raises(NotFound, match="2 people in your workbook have that name") as caught:
        answers.answer(store, helping, "contact", {"contact": "Ana Ruiz"})
    assert "Ana" not in str(caught.value)


def test_a_question_of_another_plan_is_refused(store, helping):
    for act in (answers.pass_over, lambda *args: answers.answer(*args, {})):
        with pytest.raises(NotFound, match="no such question"):
            act(store, helping, "pay")
    with pytest.raises(NotFound, match="no longer in your workbook"):
        answers.answer(store, 99, "aim", {})


def test_a_plan_that_is_put_away_makes_room_and_comes_back_whole(store, helping):
    answers.answer(store, helping, "aim", {"aim": "figures"})
    answers.put_away(store, helping)
    assert plans.current(store) is None
    day = answers.begin(store, "shadowing")
    assert plans.current(store).id == day
    answers.put_away(store, day)
    answers.put_away(store, helping, away=False)
    assert plans.current(store).text("aim") == "figures"


def test_each_step_is_undone_by_itself(store, helping):
    answers.answer(store, helping, "place", {"place": "Hearth Shelter"})
    answers.answer(store, helping, "aim", {"aim": "figures"})
    answers.keep_private(store, helping, True)
    assert store.undo() == "Said who may see a plan"
    assert store.undo() == "Wrote a part of a plan"
    assert plans.plan(store, helping).said == {"place": "Hearth Shelter"}


def test_a_label_of_the_undo_never_holds_what_was_written(store, helping):
    answers.answer(store, helping, "contact", {"contact": "Zzyzx Ana"})
    labels = " ".join(row["label"] for row in store.rows("SELECT label FROM change"))
    assert "Zzyzx" not in labels


def test_what_looks_like_code_is_only_words(store, helping):
    answers.answer(store, helping, "place", {"place": HOSTILE})
    answers.answer(store, helping, "aim", {"aim": HOSTILE})
    one = plans.plan(store, helping)
    assert one.text("aim") == HOSTILE
    assert one.label == f"Volunteering at {HOSTILE}"


def test_the_tables_hold_all_of_it(store, helping):
    target = goals.add_target(store, "Halden Energy")
    day = answers.begin(store, "shadowing", target)
    df = frames.plans(store)
    assert df["id"].tolist() == [day, helping]
    assert df["target"].tolist() == ["Halden Energy", ""]
    assert df["confidential"].tolist() == [False, False]
    assert frames.steps(store, day)["step"].iloc[0] == "Aim"
    assert frames.steps(store, 99).empty


texts = st.text(st.characters(codec="utf-8"), max_size=40)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)
@given(st.lists(st.tuples(st.sampled_from(["aim", "need", "exit"]), texts), max_size=8))
def test_the_last_answer_to_each_question_is_what_stands(tmp_path_factory, given_answers):
    store = Store.create(tmp_path_factory.mktemp("plan"))
    number = answers.begin(store, "volunteer")
    expected = {}
    for name, words in given_answers:
        answers.answer(store, number, name, {name: words})
        kept = plans.STEPS[PlanKind.VOLUNTEER][1].asks[0].kept(words)
        expected[name] = kept
    assert dict(plans.plan(store, number).said) == {k: v for k, v in expected.items() if v}
    store.close()
