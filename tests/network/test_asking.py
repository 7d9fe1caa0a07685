"""Whom to ask around: easiest first, a reason each, a sentence that asks for no job."""

import re

import pytest

from network.worlds import TODAY, Tables, number, opened, world
from olenb.core.store import Store
from olenb.core.terms import Circle
from olenb.network.asking import COLUMNS, candidates, people_to_ask
from olenb.network.counselor import NAME as COUNSELOR
from olenb.network.hints import Hint

TARGET = [{"organization": 1}]


def people(store: Store, target: int | None = None) -> list[str]:
    df = people_to_ask(store, target)
    return [name for name in df["person"] if name != COUNSELOR]


def reason(store: Store, name: str) -> str:
    df = people_to_ask(store)
    return str(df["reason"][df["person"] == name].iloc[0])


def around(facts: dict[str, dict[str, object]], at: dict[str, str] | None = None) -> Tables:
    places = {"Rosa": "Moss Clinic"} | (at or {})
    return world(dict.fromkeys(facts), [], places, TARGET, **facts)


def test_five_typed_names_give_three_people_with_reason_and_sentence() -> None:
    store = opened(
        around({n: {"circle": c} for n, c in zip("ABCDE", list(Circle)[:5], strict=True)})
    )
    df = people_to_ask(store)
    assert tuple(df.columns) == COLUMNS
    assert len(df) == 6
    for row in df.head(3).itertuples():
        assert row.person in "ABCDE"
        assert row.reason
        assert f"Hi {row.person}!" in row.sentence


def test_the_counselor_is_always_among_them() -> None:
    assert people_to_ask(opened(around({})))["person"].tolist() == [COUNSELOR]
    df = candidates(opened(around({f"P{n}": {} for n in range(20)})))
    assert df["person"].tolist()[-1] == COUNSELOR
    assert df["person_id"].tolist()[-1] == 0
    assert len(df) == 9


def test_two_thousand_contacts_with_nothing_but_a_title_give_eight_with_real_reasons() -> None:
    names = [f"P{n}" for n in range(2000)]
    at = {name: f"Firm {n % 400}" for n, name in enumerate(names)}
    at |= {"P7": "North Hospital", "P8": "South Hospital"}
    tables = around({name: {} for name in names}, at)
    tables["target"][0]["role"] = "lab analyst"
    for row in tables["affiliation"]:
        row["role"] = "Lab Analyst" if row["person"] % 300 == 0 else "Clerk"
    df = candidates(opened(tables))
    assert len(df) == 9
    assert set(df["hint"].head(8)) == {Hint.SAME_WORK, Hint.SAME_FIELD}
    assert "similar work: Lab Analyst" in set(df["reason"])
    assert "same field (health): North Hospital" in set(df["reason"])


def test_the_easiest_person_comes_first_until_three_conversations_were_held() -> None:
    facts = {"Mom": {"circle": "family"}, "Web": {"circle": "online"}}
    tables = around(facts, {"Web": "Moss Clinic"})
    assert people(opened(tables)) == ["Mom", "Web"]
    tables["conversation"] = [{"id": n, "person": 2, "ended_at": "2026-11-05"} for n in (1, 2, 3)]
    assert people(opened(tables)) == ["Web", "Mom"]


def test_what_was_told_of_somebody_counts_more_than_their_circle() -> None:
    tables = around({"Mom": {"circle": "family"}, "Web": {"circle": "online"}})
    tables["tie"][0]["closeness"], tables["tie"][1]["willingness"] = 2, "sure"
    assert people(opened(tables)) == ["Web", "Mom"]


def test_a_large_family_does_not_hide_who_worked_there() -> None:
    facts = {f"F{n}": {"circle": "family"} for n in range(12)}
    tables = around({**facts, "Old": {"circle": "online"}}, {"Old": "Moss Clinic"})
    tables["affiliation"][1] |= {"current": 0, "stop": "2021"}
    store = opened(tables)
    assert "Old" in people(store)
    assert reason(store, "Old") == "worked there until 2021"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"relation": "knows all at the clinic"}, "“knows all at the clinic”, you said"),
        ({"is_connected": "yes"}, "is well connected, you said"),
        ({"knows_field": "yes"}, "knows the field, you said"),
        ({"city": "Duluth", "region": "Iowa"}, "same region: Iowa"),
        ({"school": "LAKEWOOD"}, "went to your school, LAKEWOOD"),
        ({"circle": "neighbor"}, "neighbors know who works where"),
        ({}, "they know people whom you don't"),
    ],
)
def test_every_reason_is_one_that_the_user_told_or_that_is_honest(
    facts: dict[str, object], said: str
) -> None:
    tables = around({"Ana": facts})
    tables["organization"][0]["region"] = "Iowa"
    assert reason(opened(tables), "Ana") == said


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ("told", "told you that they know Rosa there"),
        ("seen", "seems to know Rosa there"),
        ("guess", "may know Rosa there: your guess"),
    ],
)
def test_whoever_knows_somebody_there_is_named_with_them(evidence: str, said: str) -> None:
    tables = world({"Ana": None}, [("Ana", "Rosa", evidence)], {"Rosa": "Clinic"}, TARGET)
    assert reason(opened(tables), "Ana") == said


def test_whom_the_user_would_rather_not_ask_and_who_answered_are_left_out() -> None:
    tables = around({"Ana": {}, "Bo": {}, "Cy": {}})
    tables["tie"][0]["willingness"] = "rather not ask"
    tables["touch"] = [touch(tables, "Bo", reply="no")]
    assert people(opened(tables)) == ["Cy"]


def touch(tables: Tables, name: str, **values: object) -> dict[str, object]:
    row = {"id": len(tables.get("touch", [])) + 1, "person": number(tables, name), "target": 1}
    return {**row, "kind": "asked around", "happened_on": TODAY, **values}


def test_those_whose_answer_is_awaited_come_last_and_say_so() -> None:
    tables = around({"Ana": {"circle": "family"}, "Bo": {}, "Cy": {}})
    tables["touch"] = [touch(tables, "Ana", reply="will ask")]
    df = people_to_ask(opened(tables))
    assert df["person"].tolist() == ["Bo", "Cy", "Ana", COUNSELOR]
    assert df["waiting"].tolist() == [False, False, True, False]
    assert df["open_asks"].tolist() == [0, 0, 1, 0]


def test_nobody_with_two_open_asks_comes_before_the_others() -> None:
    tables = around({"Ana": {"circle": "family"}, "Bo": {}})
    tables["target"].append({"id": 2, "role": "x", "active": 0, "position": 9})
    for _ in range(2):
        tables.setdefault("touch", []).append(touch(tables, "Ana", target=2))
    tables["touch"][1]["id"] = 2
    assert people(opened(tables)) == ["Bo", "Ana"]


def test_only_active_targets_unless_one_is_asked_for() -> None:
    tables = around({"Ana": {}})
    tables["target"][0]["active"] = 0
    assert people_to_ask(opened(tables)).empty
    assert people(opened(tables), 1) == ["Ana"]


def test_no_sentence_asks_for_a_job_or_speaks_of_networking() -> None:
    places = [{"organization": 1, "role": "analyst"}, {"role": "nurse"}, {"industry": "health"}]
    facts = {"Ana": {"circle": "lost touch"}, "Bo": {}, "Cy": {}, "Di": {"relation": "clinic"}}
    tables = world(dict.fromkeys(facts), [("Cy", "Rosa", "told")],
                   {"Rosa": "Clinic", "Bo": "Clinic"}, places, **facts)  # fmt: skip
    for sentence in people_to_ask(opened(tables))["sentence"]:
        assert not re.search(r"\b(job|hire|hiring|position|network\w*|résumé)\b", sentence, re.I)
        assert "fine" in sentence
        assert "what it is like to work" in sentence


def test_somebody_lost_touch_with_is_greeted_first() -> None:
    df = people_to_ask(opened(around({"Ana": {"circle": "lost touch"}})))
    assert "It has been a while" in df["sentence"][0]
