"""How much work an answer is, in ties touched, rows fetched and questions put to the file."""

import tracemalloc
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest

from network.worlds import Tables, opened, world
from olenb.core.store import Store
from olenb.network import arrays, paths, pool, reading, routes, rows
from olenb.network.ragged import ranges, spread

TODAY = "2026-11-23"


def counted(monkeypatch: pytest.MonkeyPatch, module: Any) -> list[int]:
    """Return a list to which every gathering of ties in a module adds how many it touched."""
    touched: list[int] = []

    def counting(gather: Any) -> Any:
        def counted(*rows: Any) -> Any:
            owner, at = gather(*rows)
            touched.append(len(at))
            return owner, at

        return counted

    for gather in (spread, ranges):
        if hasattr(module, gather.__name__):
            monkeypatch.setattr(module, gather.__name__, counting(gather))
    return touched


def star(contacts: int, each: int) -> arrays.Network:
    """Return somebody with contacts who know `each` others, and three people at a place."""
    size = 1 + contacts + contacts * each
    a = np.repeat(np.arange(2, contacts + 2), each)
    b = np.arange(contacts + 2, size + 1)
    mine = (np.arange(2, contacts + 2), np.full(contacts, 2), np.full(contacts, 3))
    return arrays.build(np.arange(1, size + 1), 1, (a, b, np.full(len(a), 2)), mine)


def test_few_people_at_a_target_are_looked_up_from_their_side(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    network = star(100, 50)
    touched = counted(monkeypatch, paths)
    assert len(paths.Paths(network).best(np.array([200, 300, 400])).person) == 3
    assert sum(touched) == 3


def test_few_contacts_are_looked_up_from_the_users_side(monkeypatch: pytest.MonkeyPatch) -> None:
    network = star(3, 5)
    touched = counted(monkeypatch, paths)
    assert len(paths.Paths(network).best(np.arange(network.size)).person) == 15
    assert sum(touched) <= 2 * 3 * 5


def test_few_people_take_no_more_memory_in_a_larger_network() -> None:
    def taken(each: int) -> int:
        finder = paths.Paths(star(100, each))
        people = np.array([200, 300, 400])
        finder.best(people)  # what is counted once for a network is counted now
        tracemalloc.start()
        finder.best(people)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    assert taken(1_000) < 1.5 * taken(10)


def test_a_cohort_shares_what_is_gathered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty egos are four passes over arrays, as one is, and not sixty times as many."""

    def passes(egos: int) -> int:
        ring = np.arange(200)
        ties = {"person": np.repeat(ring, 2), "knows": np.c_[(ring - 1) % 200, (ring + 1) % 200]}
        frame = pool.pd.DataFrame({**ties, "knows": ties["knows"].ravel(), "strength": 2})
        at = pool.pd.DataFrame({"person": ring, "organization": ring % 4})
        touched = counted(monkeypatch, pool)
        pool.build(frame, at).introductions(list(range(egos)), [0, 1])
        return len(touched)

    assert passes(60) == passes(1)


def many(people: int) -> Tables:
    """Return a user whose two contacts know everybody at one place."""
    names = [f"P{n}" for n in range(people)]
    ties = [(name, one, "told") for name in ("Ana", "Bo") for one in names]
    return world({"Ana": "sure", "Bo": "likely"}, ties, dict.fromkeys(names, "Clinic"))


def rows_of(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> tuple[int, int]:
    """Return how many questions were put to the file, and how many rows came back."""
    sizes: list[int] = []
    ask = Store.rows

    def counting(self: Store, sql: str, values: Any = ()) -> Any:
        found = ask(self, sql, values)
        sizes.append(len(found))
        return found

    with monkeypatch.context() as patched:
        patched.setattr(Store, "rows", counting)
        act()
    return len(sizes), sum(sizes)


def test_reading_makes_no_object_per_tie(monkeypatch: pytest.MonkeyPatch) -> None:
    few, lots = (
        rows_of(monkeypatch, partial(reading.fresh, opened(many(size)), TODAY)) for size in (5, 100)
    )
    assert few == lots


def test_the_file_is_asked_as_often_for_many_rows_as_for_few(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few, lots = (
        rows_of(monkeypatch, partial(routes.answer, opened(many(size)))) for size in (5, 100)
    )
    assert few[0] == lots[0]


def test_sentences_are_made_only_for_the_rows_that_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store, made = opened(many(50)), []
    record = rows.View.record

    def counting(self: rows.View, *row: Any) -> dict[str, Any]:
        made.append(row)
        return record(self, *row)

    monkeypatch.setattr(rows.View, "record", counting)
    found = routes.ask(store)
    assert (len(found.plain), len(made)) == (50, 0)
    few = found.worded([7, 3])
    assert len(made) == 2
    assert few["person"].tolist() == found.plain["person"].iloc[[7, 3]].tolist()
    assert len(routes.introductions(store, limit=5)) == 5
    assert len(made) == 7
