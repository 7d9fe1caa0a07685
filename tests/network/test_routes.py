"""What the answer says, kind by kind and word by word."""

import json

import pytest

from network.worlds import EGO, TODAY, Tables, number, opened, world
from olenb.core.errors import NotFound
from olenb.network.routes import COLUMNS, answer, introductions

CLINIC = {"Rosa": "Clinic"}


def only(tables: Tables, **options: object) -> dict[str, object]:
    rows = answer(opened(tables), **options).to_dict("records")  # type: ignore[arg-type]
    assert len(rows) == 1
    return rows[0]


def test_a_friend_of_a_friend_is_an_introduction() -> None:
    row = only(world({"Ana": "likely"}, [("Ana", "Rosa", "told")], CLINIC))
    assert (row["person"], row["introducer"], row["kind"]) == ("Rosa", "Ana", "introduction")
    assert row["band"] == 2
    assert row["weakest_leg"] == "you and Ana: likely"
    assert row["reasons"] == (
        "Ana told you that they know Rosa. You said that Ana would likely make time for you."
    )


def test_the_columns_are_the_ones_that_everybody_relies_on() -> None:
    store = opened(world({"Ana": None}, [("Ana", "Rosa", "told")], CLINIC))
    df = introductions(store)
    assert tuple(df.columns) == COLUMNS
    assert str(df["band"].dtype) == "Int64"
    rows = json.loads(df.to_json(orient="records"))
    assert rows[0]["also_through"] == []


def test_whoever_was_not_asked_about_yet_counts_as_worth_asking() -> None:
    row = only(world({"Ana": None}, [("Ana", "Rosa", "told")], CLINIC))
    assert (row["band"], row["leg1"], row["leg2"]) == (1, 1, 3)
    assert row["weakest_leg"] == "you and Ana: not asked yet"


def test_both_steps_are_named_where_they_are_equally_sure() -> None:
    row = only(world({"Ana": "sure"}, [("Ana", "Rosa", "told")], CLINIC))
    assert row["weakest_leg"] == "you and Ana: sure; Ana and Rosa: they told me"


def test_rather_not_ask_removes_the_route_and_the_direct_row() -> None:
    assert answer(opened(world({"Ana": "rather not ask"}, [("Ana", "Rosa", "told")], CLINIC))).empty
    assert answer(opened(world({"Rosa": "rather not ask"}, [], CLINIC))).empty


def test_equal_introducers_are_shown_as_equal() -> None:
    ties = [(name, "Rosa", "seen") for name in ("Zoe", "Ana", "Moe")]
    row = only(world(dict.fromkeys(("Zoe", "Ana", "Moe"), "sure"), ties, CLINIC))
    assert (row["introducer"], row["also_through"]) == ("Ana", ["Moe", "Zoe"])


def test_fewer_open_asks_come_first_then_the_less_close() -> None:
    tables = world({"Ana": "sure", "Moe": "sure"}, [(n, "Rosa", "told") for n in ("Ana", "Moe")],
                   CLINIC)  # fmt: skip
    tables["tie"][0]["closeness"], tables["tie"][1]["closeness"] = 2, 5
    assert only(tables)["introducer"] == "Ana"
    tables["touch"] = [{"id": 1, "person": number(tables, "Ana"), "kind": "asked around"}]
    row = only(tables)
    assert (row["introducer"], row["also_through"], row["open_asks"]) == ("Moe", [], 0)


def test_somebody_known_already_is_direct_and_never_introduced() -> None:
    row = only(world({"Ana": "sure", "Rosa": None}, [("Ana", "Rosa", "told")], CLINIC))
    assert (row["kind"], row["introducer"], row["weakest_leg"]) == ("direct", "", "")


def test_a_graduate_of_your_school_comes_up_where_there_is_no_route() -> None:
    rosa = {"school": "lakewood ", "class_year": 2010}
    row = only(world({"Ana": None}, [], CLINIC, Rosa=rosa))
    assert row["kind"] == "alumni"
    assert row["reasons"].startswith("Rosa went to lakewood")
    tied = only(world({"Ana": None}, [("Ana", "Rosa", "guess")], CLINIC, Rosa=rosa))
    assert tied["kind"] == "introduction"


def test_somebody_who_left_is_only_a_question() -> None:
    tables = world({"Ana": "sure"}, [], {"Ana": "Clinic"})
    tables["affiliation"][0] |= {"current": 0, "stop": "2021-03"}
    row = only(tables)
    assert (row["kind"], row["person"], row["introducer"]) == ("question", "Ana", "")
    assert row["reasons"] == "Ana was at Clinic until 2021. Do they still know somebody there?"


def test_whoever_left_and_could_be_introduced_is_only_a_question() -> None:
    tables = world({"Ana": "sure"}, [("Ana", "Rosa", "told")], CLINIC)
    tables["affiliation"][0] |= {"current": 0, "stop": "2021-03"}
    row = only(tables)
    assert (row["kind"], row["person"], row["introducer"]) == ("question", "Rosa", "Ana")
    assert row["reasons"] == (
        "Ana told you that they know Rosa. "
        "Rosa was at Clinic until 2021. Do they still know somebody there?"
    )
    assert (row["weakest_leg"], row["band"]) == ("", None)


def test_whoever_left_and_is_known_to_nobody_is_left_in_peace() -> None:
    tables = world({"Ana": "sure"}, [], CLINIC)
    tables["affiliation"][0] |= {"current": 0, "stop": "2021-03"}
    assert answer(opened(tables)).empty


def test_the_least_certain_step_is_that_of_the_way_that_is_shown() -> None:
    ties = [("Zoe", "Rosa", "guess"), ("Ana", "Rosa", "guess")]
    row = only(world({"Zoe": "sure", "Ana": None}, ties, CLINIC))
    assert (row["introducer"], row["leg1"], row["leg2"]) == ("Ana", 1, 1)
    assert row["weakest_leg"].startswith("you and Ana: not asked yet; Ana and Rosa:")


def test_with_three_legs_too_the_steps_are_those_of_the_way_that_is_shown() -> None:
    ties = [("Ana", "Zed", "told"), ("Zed", "Rosa", "seen")]
    ties += [("Ana", "Moe", "seen"), ("Moe", "Rosa", "told")]
    row = only(world({"Ana": "sure"}, ties, CLINIC), legs=3)
    assert (row["leg2"], row["leg3"]) == (2, 3)
    assert row["weakest_leg"].startswith("Ana and Moe:")


@pytest.mark.parametrize("first", ["Acme", "Birch"])
def test_of_two_shared_employers_the_first_by_name_is_named(first: str) -> None:
    second = {"Acme": "Birch", "Birch": "Acme"}[first]
    tables = world({"Ana": None}, [], {"Rosa": "Clinic", "Bo": first, "Cy": second})
    everybody = [(number(tables, name), place) for name in ("Rosa", "Ana") for place in (2, 3)]
    tables["affiliation"] = [
        {"id": n, "person": person, "organization": place, "current": 0, "kind": "job"}
        for n, (person, place) in enumerate(everybody, 2)
    ] + tables["affiliation"][:1]
    assert "worked at Acme." in only(tables)["reasons"]


@pytest.mark.parametrize(
    ("current", "stop", "kind"),
    [
        (1, None, "direct"),
        (None, None, "direct"),
        (None, "2021", "question"),
        (1, "2999", "direct"),
        (0, None, "question"),
    ],
)
def test_unknown_is_not_gone(current: int | None, stop: str | None, kind: str) -> None:
    tables = world({"Ana": None}, [], {"Ana": "Clinic"})
    tables["affiliation"][0] |= {"current": current, "stop": stop}
    assert only(tables)["kind"] == kind


def test_a_shared_employer_is_a_question_and_no_tie() -> None:
    tables = world({"Ana": None}, [], {"Rosa": "Clinic", "Ana": "Acme"})
    tables["affiliation"].append(
        {"id": 9, "person": number(tables, "Rosa"), "organization": 2, "current": 0, "kind": "job"}
    )
    row = only(tables)
    assert (row["kind"], row["person"], row["introducer"]) == ("question", "Rosa", "Ana")
    assert row["reasons"] == "Ana and Rosa have both worked at Acme. Does Ana know Rosa?"


def test_a_department_shared_in_the_same_years_is_a_derived_tie() -> None:
    tables = world({"Ana": "sure"}, [], {"Rosa": "Clinic", "Ana": "Clinic"})
    for row, (start, stop) in zip(
        tables["affiliation"], (("2015", None), ("2010", "2015-02")), strict=True
    ):
        row |= {"department": "Lab", "start": start, "stop": stop, "current": int(stop is None)}
    rows = answer(opened(tables)).set_index("person")
    assert rows.loc["Rosa", "kind"] == "introduction"
    assert rows.loc["Rosa", "band"] == 1
    assert "Nobody told you: it is from the years." in rows.loc["Rosa", "reasons"]


def test_three_legs_are_found_on_request_and_name_the_one_between() -> None:
    ties = [("Ana", "Moe", "told"), ("Moe", "Rosa", "seen")]
    tables = world({"Ana": "sure"}, ties, CLINIC)
    assert answer(opened(tables)).empty
    row = only(tables, legs=3)
    assert (row["introducer"], row["band"]) == ("Ana", 2)
    assert "You saw or heard that Moe and Rosa know each other." in row["reasons"]
    assert row["weakest_leg"] == "Moe and Rosa: seen on a profile, or somebody else told me"


def test_of_equally_sure_routes_the_shorter_one_stands() -> None:
    ties = [("Ana", "Moe", "told"), ("Moe", "Rosa", "told"), ("Zoe", "Rosa", "told")]
    row = only(world({"Ana": "sure", "Zoe": "sure"}, ties, CLINIC), legs=3)
    assert (row["introducer"], row["middle_id"]) == ("Zoe", 0)


def test_a_surer_route_through_two_people_beats_a_shorter_one() -> None:
    ties = [("Ana", "Moe", "told"), ("Moe", "Rosa", "told"), ("Zoe", "Rosa", "guess")]
    row = only(world({"Ana": "sure", "Zoe": "sure"}, ties, CLINIC), legs=3)
    assert (row["introducer"], row["band"]) == ("Ana", 3)


def test_other_numbers_of_legs_are_refused() -> None:
    with pytest.raises(ValueError, match="2 or 3 legs"):
        answer(opened(world({}, [])), legs=4)


def test_a_role_orders_and_never_filters_at_an_organization() -> None:
    tables = world(
        {"Ana": "sure"}, [("Ana", n, "told") for n in ("Abe", "Rosa")],
        {"Abe": "Clinic", "Rosa": "Clinic"}, [{"organization": 1, "role": "data analyst"}],
    )  # fmt: skip
    tables["affiliation"][0]["role"] = "Nurse"
    tables["affiliation"][1]["role"] = "Senior Data Analysts"
    df = introductions(opened(tables))
    assert df[["person", "role"]].to_numpy().tolist() == [
        ["Rosa", "Senior Data Analysts"],
        ["Abe", "Nurse"],
    ]


def test_a_criterion_that_is_still_open_moves_a_person_up() -> None:
    ties = [("Ana", name, "told") for name in ("Abe", "Rosa", "Zoe")]
    at = dict.fromkeys(("Abe", "Rosa", "Zoe", "Old"), "Clinic")
    yes = {"knows_field": "yes"}
    tables = world(
        {"Ana": "sure", "Old": None}, ties, at, Rosa=yes, Zoe={"can_hire": "yes"}, Old=yes
    )
    tables["conversation"] = [{"id": 1, "person": number(tables, "Old"), "target": 1}]
    df = introductions(opened(tables))
    # Somebody who knows the field was met for this target, so who can hire comes first.
    assert df["person"].tolist() == ["Old", "Zoe", "Rosa", "Abe"]
    assert df["criteria"][1] == "can hire: yes; still open here: can hire, is connected"


def test_without_an_organization_fields_and_regions_choose_and_roles_order() -> None:
    at = {"Rosa": "Moss Clinic", "Abe": "Moss Clinic", "Zoe": "Acme"}
    targets = [{"industry": "health", "role": "nurse"}, {"role": "nurse"}, {"region": "Iowa"}]
    tables = world(dict.fromkeys(at), [], at, targets)
    tables["affiliation"][0]["role"] = tables["affiliation"][2]["role"] = "nurse"
    tables["organization"][1]["region"] = "Ames, Iowa"
    df = answer(opened(tables))
    people = df.groupby("target_id")["person"].agg(list).to_dict()
    assert people == {1: ["Rosa", "Abe"], 2: ["Rosa", "Zoe"], 3: ["Zoe"]}


def test_whoever_was_named_in_an_answer_counts_as_there() -> None:
    tables = world({"Ana": "sure"}, [("Ana", "Rosa", "told")], targets=[{"role": "nurse"}])
    assert answer(opened(tables)).empty
    tables["touch"] = [
        {"id": 1, "person": number(tables, "Ana"), "target": 1, "kind": "asked around",
         "reply": "yes", "about": number(tables, "Rosa"), "happened_on": TODAY}
    ]  # fmt: skip
    assert only(tables)["person"] == "Rosa"


def test_targets_are_found_by_id_label_and_spelling() -> None:
    tables = world({"Rosa": None}, [], CLINIC)
    store = opened(tables)
    assert all(
        len(answer(store, wanted)) == 1 for wanted in (1, "clinic", ["CLINIC"], [1, "Clinic"])
    )
    with pytest.raises(NotFound, match="isn't on your list"):
        answer(store, ["Nowhere"])
    with pytest.raises(NotFound, match="Nothing was changed"):
        answer(store, [7])


def test_active_targets_come_first_then_the_users_order() -> None:
    targets = [
        {"organization": 1, "active": 0, "position": 1},
        {"organization": 2, "active": 1, "position": 3},
        {"organization": 3, "active": 1, "position": 2},
    ]
    at = {"Ana": "A", "Bo": "B", "Cy": "C"}
    assert introductions(opened(world(dict.fromkeys(at), [], at, targets)))["target"].tolist() == [
        "C",
        "B",
        "A",
    ]


def test_an_empty_workbook_has_an_empty_answer() -> None:
    for tables in ({}, {"person": [{"id": EGO, "name": "", "is_ego": 1}]}):
        for everyone in (True, False):
            df = introductions(opened(tables), everyone=everyone)
            assert df.empty
            assert tuple(df.columns) == COLUMNS


def test_hostile_names_pass_through_as_they_are() -> None:
    rosa, ana = "$x$ <img onerror=1> {0}\u202e", "=1+1 _a_ 🙂"
    row = only(world({ana: "sure"}, [(ana, rosa, "told")], {rosa: "%s {b}"}))
    assert (row["person"], row["introducer"], row["target"]) == (rosa, ana, "%s {b}")
    assert ana in row["reasons"]


def test_people_of_one_first_name_get_their_whole_names() -> None:
    row = only(world({"Ana Ruiz": None}, [("Ana Ruiz", "Ana Lee", "told")], {"Ana Lee": "Clinic"}))
    assert row["reasons"] == "Ana Ruiz told you that they know Ana Lee."
