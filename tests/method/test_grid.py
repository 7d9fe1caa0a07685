"""The grid: what draws the user first, and unknown is never nothing."""

from pathlib import Path

import pytest

from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.method import goals, grid
from olenb.workbook import open_workbook


@pytest.fixture
def store(home: Path) -> Store:
    return Store.create(home)


def test_what_draws_the_user_comes_first_and_what_is_not_said_comes_last(store: Store) -> None:
    names = ("Unsaid", "Loved", "Liked, often posted", "Liked, never posted", "Not really")
    ids = [goals.add_target(store, name) for name in names]
    squares = (None, (3, 0), (2, 3), (2, 0), (0, 3))
    for target, square in zip(ids, squares, strict=True):
        if square:
            grid.rate(store, target, motivation=square[0], posting=square[1])
    assert grid.grid(store)["target"].tolist() == [
        *("Loved", "Liked, often posted", "Liked, never posted", "Not really", "Unsaid")
    ]


def test_people_who_could_open_a_target_are_counted(home: Path) -> None:
    wb = open_workbook(home)
    wb.add_people(["Ana Ruiz, Mayo Clinic, cousin", "Bo"])
    wb.add_target("Mayo Clinic")
    wb.add_target("Harbor")
    wb.record_answer("Bo", "Harbor", "yes", "Rosa Vik")
    df = grid.grid(wb.store).set_index("target")
    assert df["people"].to_dict() == {"Mayo Clinic": 1, "Harbor": 1}


def test_the_first_few_become_the_active_ones(store: Store) -> None:
    ids = [goals.add_target(store, f"Place {n}") for n in range(7)]
    grid.rate(store, ids[6], motivation=3)
    assert grid.activate_first(store) == 5
    active = store.rows("SELECT id FROM target WHERE active = 1 ORDER BY id")
    assert [row["id"] for row in active] == [*ids[:4], ids[6]]
    store.undo()
    assert store.one("SELECT active FROM target WHERE id = ?", (ids[6],))["active"] == 0


def test_a_square_goes_from_0_to_3_and_can_be_emptied(store: Store) -> None:
    target = goals.add_target(store, "Harbor")
    grid.rate(store, target, motivation=3)
    grid.rate(store, target, motivation=None)
    assert grid.grid(store)["motivation"].isna().all()
    for bad in ({"motivation": 4}, {"posting": -1}, {"luck": 1}):
        with pytest.raises(NotAllowed, match="from 0 to 3"):
            grid.rate(store, target, **bad)
    with pytest.raises(NotFound, match="no longer on your list"):
        grid.rate(store, 9, motivation=1)
