"""The attack on two summaries: list everything that looks alike, and see what it agrees on."""

import itertools
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.room.release import Released, release
from room.test_cells import NAMES, tables


def group(counts, cells, start=0):
    """People with codes of their own, so many in each cell."""
    where = [name for name, count in zip(cells, counts, strict=True) for _ in range(count)]
    return {f"{start + number:03}": name for number, name in enumerate(where)}


def twice(first, added, cells, least) -> tuple[Released, Released]:
    """What is seen of a cohort, and again after some more came."""
    early = group(first, cells)
    one = release(cells, early, (), least)
    return one, release(cells, {**early, **group(added, cells, 500)}, one.groups, least)


@pytest.mark.parametrize(
    ("cells", "totals", "least", "added_later"),
    [(2, 26, 5, (1, 4, 5, 7, 11, 26)), (3, 10, 5, (4, 7)), (2, 30, 10, (1, 10, 17, 30))],
)
def test_whoever_holds_both_summaries_can_not_tell_who_was_added(cells, totals, least, added_later):
    """Somebody knows both summaries, the rules, and how many came in between."""
    names = NAMES[:cells]
    for before, more in itertools.product(range(0, totals, 3), added_later):
        alike = defaultdict(list)
        for first in tables(cells, before):
            for added in tables(cells, more):
                seen = tuple(one.shown for one in twice(first, added, names, least))
                alike[repr(seen)].append((seen, first, added))
        for group_ in alike.values():
            (early, late), *_ = group_[0]
            for place, name in enumerate(names):
                was = {first[place] for _, first, _ in group_}
                came = {added[place] for _, _, added in group_}
                if name not in early.cells:
                    assert len(was) >= min(before + 1, 3), (before, more, early, late)
                if name not in late.cells or early == late:
                    assert len(came) >= min(more + 1, 3), (before, more, early, late)
                elif name in early.cells:  # both are open: then the added ones are many enough
                    assert min(came) >= least


@given(
    st.lists(st.lists(st.sampled_from(NAMES), max_size=25), min_size=1, max_size=5),
)
def test_a_table_never_shrinks_and_its_open_cells_stay_open_and_true(arrivals):
    people, groups, seen = {}, (), []
    for arrived in arrivals:
        people |= {f"{len(people) + n:03}": cell for n, cell in enumerate(arrived)}
        found = release(NAMES, people, groups)
        assert found.groups[: len(groups)] == groups
        groups = found.groups
        inside = [cell for each in groups for cell in each.values()]
        assert found.shown.total in (None, len(inside))
        assert all(inside.count(name) == n >= 5 for name, n in found.shown.cells.items())
        if seen:
            assert set(seen[-1].cells) <= set(found.shown.cells)
        seen.append(found.shown)


def test_whoever_is_in_stays_as_they_were():
    first = release(NAMES, group((9, 9, 3, 3), NAMES))
    changed = dict.fromkeys(group((9, 9, 3, 3), NAMES), "law")
    assert release(NAMES, changed, first.groups).shown == first.shown
    assert release(NAMES, {}, first.groups).shown == first.shown


def test_a_few_more_wait_until_they_could_be_shown_by_themselves():
    first = release(NAMES[:2], group((9, 9), NAMES[:2]))
    few = group((2, 2), NAMES[:2], 100)
    waiting = release(NAMES[:2], few, first.groups)
    assert waiting.shown == first.shown
    more = few | group((4, 4), NAMES[:2], 200)
    assert release(NAMES[:2], more, waiting.groups).shown.cells == {"health": 15, "schools": 15}
