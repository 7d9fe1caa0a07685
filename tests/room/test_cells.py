"""Small cells: left out, and not to be worked out again by somebody who knows the rules."""

import itertools
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.room.cells import Shown, shown

NAMES = ("health", "schools", "law", "trade")


def tables(cells: int, total: int):
    """Yield every way in which so many people can be in so many cells."""
    for cuts in itertools.combinations(range(total + cells - 1), cells - 1):
        edges = (-1, *cuts, total + cells - 1)
        yield tuple(b - a - 1 for a, b in itertools.pairwise(edges))


@pytest.mark.parametrize("cells", [2, 3, 4])
def test_nobody_who_knows_the_rules_can_work_out_a_hidden_count(cells: int) -> None:
    """The attack: list all tables that would be shown like this, and see what they agree on."""
    names = NAMES[:cells]
    for total in range(31):
        alike: dict[str, list[tuple[int, ...]]] = defaultdict(list)
        seen: dict[str, Shown] = {}
        for counts in tables(cells, total):
            found = shown(dict(zip(names, counts, strict=True)))
            seen[repr(found)] = found
            alike[repr(found)].append(counts)
        for key, found in seen.items():
            for name in found.hidden:
                possible = {counts[names.index(name)] for counts in alike[key]}
                assert len(possible) >= min(total + 1, 3), (total, found, possible)


@given(st.dictionaries(st.sampled_from(NAMES), st.integers(0, 60), min_size=1))
def test_what_is_shown_is_true_large_and_never_everybody(counts: dict[str, int]) -> None:
    found = shown(counts)
    total = sum(counts.values())
    assert set(found.cells) | set(found.hidden) == set(counts)
    assert all(count == counts[name] and 5 <= count < total for name, count in found.cells.items())
    assert found.total == (total if total >= 5 else None)
    assert len(found.hidden) != 1 or len(counts) == 1


def test_the_sentence_says_what_is_left_out_and_why() -> None:
    counts = {"health": 14, "schools": 9, "law": 3}
    assert shown(counts).sentence == (
        "26 people: health 14. Not shown, for they are few: schools, law."
    )
    assert "pointing at somebody" in shown({"law": 2}).sentence
    assert "so that nobody stands out" in shown({"law": 20, "health": 0}).sentence


def test_outcomes_need_ten() -> None:
    counts = {"met": 9, "wrote": 22, "rests": 11}
    assert shown(counts, least=10).cells == {"wrote": 22}
    assert shown(counts).cells == {"wrote": 22, "rests": 11, "met": 9}
