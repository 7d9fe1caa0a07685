"""Targets have labels of their own, and words match without case, accents and plurals."""

import pytest

from network.worlds import opened, world
from olenb.network.targets import chosen, overlap, says, targets


def labels(*rows: dict[str, object]) -> list[str]:
    return [target.label for target in targets(opened(world({}, [], {"Rosa": "Acme"}, list(rows))))]


def test_a_target_is_called_by_its_organization_or_else_by_what_was_said() -> None:
    assert labels({"organization": 1, "role": "nurse"}) == ["Acme"]
    assert labels({"role": "nurse", "region": "Iowa"}) == ["nurse in Iowa"]


def test_two_targets_at_one_organization_are_told_apart() -> None:
    rows = labels({"organization": 1, "role": "nurse"}, {"organization": 1})
    assert rows == ["nurse at Acme", "Acme"]


def test_an_organization_stands_for_all_targets_there() -> None:
    tables = world({}, [], {"Rosa": "Acme"}, [{"organization": 1}, {"organization": 1}])
    assert [target.id for target in chosen(opened(tables), "acme")] == [1, 2]


def test_a_target_answers_to_its_long_name_too() -> None:
    rows = [{"organization": 1, "role": "nurse"}, {"organization": 1, "role": "chef"}]
    tables = world({}, [], {"Rosa": "Acme"}, rows)
    assert [target.id for target in chosen(opened(tables), "Chef at ACME")] == [2]
    alone = world({}, [], {"Rosa": "Acme"}, rows[:1])
    assert [target.id for target in chosen(opened(alone), "nurse at Acme")] == [1]


@pytest.mark.parametrize(
    ("text", "wanted", "shared"),
    [
        ("Infirmières", "infirmiere", 1),
        ("Sales Manager", "lab manager", 0),
        ("Manager", "manager", 1),
        ("看護師", "看護師", 1),
        (None, "nurse", 0),
        ("", "", 0),
    ],
)
def test_roles_share_telling_words(text: str | None, wanted: str, shared: int) -> None:
    assert overlap(text, wanted) == shared


def test_a_region_must_be_said_in_full() -> None:
    assert says("Rochester, MINNESOTA", "rochester minnesota")
    assert not says("Rochester, New York", "Rochester, Minnesota")
    assert not says("anything", "")
