"""What else there is to do: similar places, doors to open, questions, criteria still open."""

from typing import Any

from network.worlds import Tables, number, opened, world
from olenb.network import openings


def places(tables: Tables, *facts: dict[str, Any]) -> Tables:
    for row, more in zip(tables["organization"], facts, strict=True):
        row.update(more)
    return tables


def test_places_of_the_same_field_stand_beside_the_target_the_likest_first() -> None:
    at = {"Rosa": "Acme", "Ana": "Best", "Bo": "Moss Clinic", "Cy": "Bank"}
    tables = places(
        world({"Ana": None, "Bo": None, "Cy": None}, [], at),
        {"sector": "health", "region": "Iowa", "size": "big"},
        {"sector": "health", "region": "Iowa", "size": "big"},
        {},
        {"sector": "finance", "region": "Iowa"},
    )
    df = openings.similar_organizations(opened(tables))
    assert df["organization"].tolist() == ["Best", "Moss Clinic"]
    assert df["why"][0] == (
        "same field, same region (Iowa), about the same size, you know Ana there"
    )
    assert df["you_know"].tolist() == [["Ana"], ["Bo"]]


def test_without_a_field_places_of_the_same_region_are_alike() -> None:
    tables = places(world({}, [], {"Rosa": "Acme", "Ana": "Best"}), {"region": "Iowa"},
                    {"region": "Iowa"})  # fmt: skip
    assert openings.similar_organizations(opened(tables))["organization"].tolist() == ["Best"]


def test_the_door_that_opens_most_comes_first() -> None:
    at = {"Rosa": "Acme", "Bo": "Best", "Hub": "Shelter", "Ana": "Cafe"}
    ties = [("Hub", "Rosa", "seen"), ("Hub", "Bo", "told")]
    targets = [{"organization": 1}, {"organization": 2}, {"organization": 4}]
    df = openings.open_doors(opened(world({"Ana": None}, ties, at, targets)))
    assert df[["kind", "name", "opens"]].head(2).to_numpy().tolist() == [
        ["organization", "Shelter", 2],
        ["person", "Hub", 2],
    ]
    assert df["targets"][0] == ["Acme", "Best"]
    assert df["sentence"][1] == "Getting to know Hub could open a way to Acme and Best."
    assert "Cafe" not in df["name"].tolist()  # the user knows Ana there


def test_people_known_already_are_no_new_door() -> None:
    tables = world({"Ana": "rather not ask"}, [("Ana", "Rosa", "told")], {"Rosa": "Acme"})
    assert openings.open_doors(opened(tables))["name"].tolist() == ["Rosa", "Acme"]


def test_questions_say_whom_to_ask_about_whom() -> None:
    tables = world({"Ana": None, "Old": None}, [], {"Rosa": "Acme", "Ana": "Cafe", "Old": "Acme"})
    rosa = number(tables, "Rosa")
    tables["affiliation"][2] |= {"current": 0, "stop": "2020"}
    tables["affiliation"].append({"id": 9, "person": rosa, "organization": 2, "kind": "job"})
    tables["tie"][0]["closeness"] = 1
    df = openings.questions(opened(tables)).set_index("ask")
    assert df.loc["Ana", "about"] == "Rosa"
    assert df.loc["Old", ["about", "about_id"]].tolist() == ["", 0]


def test_criteria_stay_open_until_such_a_person_was_talked_with() -> None:
    tables = world({"Ana": None, "Bo": None}, [], {"Ana": "Acme", "Bo": "Acme"},
                   Ana={"can_hire": "yes"}, Bo={"knows_field": "yes"})  # fmt: skip
    tables["conversation"] = [{"id": 1, "person": number(tables, "Ana"), "target": 1}]
    row = openings.criteria_gap(opened(tables)).iloc[0]
    assert row["still_open"] == ["knows the field", "is connected"]
    assert row["who"] == ["Bo"]


def test_an_empty_workbook_opens_nothing() -> None:
    store = opened({})
    for function in (
        openings.similar_organizations,
        openings.open_doors,
        openings.questions,
        openings.criteria_gap,
    ):
        assert function(store).empty
