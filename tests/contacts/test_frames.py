"""The workbook as tables."""

import pandas as pd
import pytest

from olenb.contacts import frames, people, ties, you
from olenb.core.store import Store
from olenb.core.terms import target_label
from olenb.method import goals

ALL = {
    frames.people: frames.PEOPLE,
    frames.organizations: frames.ORGANIZATIONS,
    frames.affiliations: frames.AFFILIATIONS,
    frames.ties: frames.TIES,
    frames.targets: frames.TARGETS,
}


@pytest.fixture
def full(store):
    ana = people.add(store, "Ana", organization="Acme", class_year=2020, closeness=4)
    bo = people.add(store, "Bo", knows_me=False)
    ties.add_tie(store, ana, bo)
    goals.add_target(store, "Acme", role="nurse")
    goals.add_target(store, industry="public health", region="Minnesota")
    return store


@pytest.mark.parametrize("frame", ALL, ids=lambda frame: frame.__name__)
def test_columns_and_types_are_the_same_empty_and_full(full, frame):
    empty = frame(Store.example({}))
    assert tuple(empty.columns) == tuple(frame(full).columns) == ALL[frame]
    assert empty.dtypes.to_dict() == frame(full).dtypes.to_dict()
    assert empty.empty
    assert len(frame(full)) > 0


@pytest.mark.parametrize("frame", ALL, ids=lambda frame: frame.__name__)
def test_a_table_is_a_fresh_copy(full, frame):
    df = frame(full)
    before = df.copy()
    df.iloc[:, 0] = -1
    pd.testing.assert_frame_equal(frame(full), before)


@pytest.mark.parametrize("frame", ALL, ids=lambda frame: frame.__name__)
def test_text_is_never_missing(full, frame):
    df = frame(full).select_dtypes("str")
    assert not df.isna().any(axis=None)


def test_the_user_is_not_among_their_people_unless_asked_for(full):
    you.say(full, name="Ines")
    assert frames.people(full)["name"].tolist() == ["Ana", "Bo"]
    assert "Ines" in frames.people(full, with_me=True)["name"].tolist()


def test_whole_numbers_stay_whole_where_some_are_missing(full):
    year = frames.people(full).set_index("name")["class_year"]
    assert year["Ana"] == 2020
    assert pd.isna(year["Bo"])


def test_a_current_place_comes_before_one_that_may_be_past(store):
    ana = people.add(store, "Ana", organization="Acme")
    with store.change("Noted a place") as change:
        other = change.insert("organization", name="Old", key="old")
        change.insert("affiliation", person=ana, organization=other, kind="job", current=None)
    assert frames.people(store)["organization"].tolist() == ["Acme"]


def test_ties_read_as_sentences_with_you_in_front(full):
    sentences = frames.ties(full)[["person", "knows"]].values.tolist()
    assert sentences == [["you", "Ana"], ["Ana", "Bo"]]


def test_you_stand_in_front_even_when_you_came_last(store):
    with store.change("People before their user") as change:
        ana = change.insert("person", name="Ana", is_ego=0)
    ties.answer(store, ana, willingness="sure")
    row = frames.ties(store).iloc[0]
    assert (row["person"], row["knows"], row["knows_id"]) == ("you", "Ana", ana)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        (("Mayo Clinic", "", "", ""), "Mayo Clinic"),
        (("Mayo Clinic", "nurse", "", ""), "nurse at Mayo Clinic"),
        (("", "nurse", "", ""), "nurse"),
        (("", "nurse", "public health", ""), "nurse (public health)"),
        (("", "", "public health", "Minnesota"), "public health in Minnesota"),
        (("", "", "", "Minnesota"), "something in Minnesota"),
        (("Acme", "", "food", "Ohio"), "Acme (food) in Ohio"),
    ],
)
def test_a_target_has_words_whatever_is_known_of_it(words, label):
    assert target_label(*words) == label


def test_targets_come_active_ones_first(full):
    goals.set_active(full, 1, False)
    assert frames.targets(full)["id"].tolist() == [2, 1]


def test_a_table_is_read_once_and_each_asker_has_their_own(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    rows = Store.rows

    def counting(self: Store, *question: object) -> object:
        asked.append(question)
        return rows(self, *question)

    monkeypatch.setattr(Store, "rows", counting)
    people.add(store, "Ana")
    asked.clear()
    mine = frames.people(store)
    mine["name"] = "changed"
    mine.loc[0, "city"] = "Oslo"
    again = frames.people(store)
    assert (again["name"].tolist(), again["city"].tolist()) == (["Ana"], [""])
    assert len(asked) == 1
    people.add(store, "Bo")
    assert frames.people(store)["name"].tolist() == ["Ana", "Bo"]
