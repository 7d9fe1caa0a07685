import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from olenb.views.widgets.table_view import PAGE, View, order, page_start

NAMES = pd.DataFrame({"name": ["bo", "", "Ána", "Al"], "n": [10, 9, "", 2]}, index=list("wxyz"))


def test_empty_cells_come_last_either_way():
    assert order(NAMES, View(sort="name")) == ["z", "y", "w", "x"]
    assert order(NAMES, View(sort="name", descending=True)) == ["w", "y", "z", "x"]


def test_numbers_are_sorted_as_numbers():
    assert order(NAMES, View(sort="n")) == ["z", "x", "w", "y"]


def test_an_unknown_column_leaves_the_order_alone():
    assert order(NAMES, View(sort="nothing")) == list("wxyz")


def test_a_search_looks_into_every_column():
    assert order(NAMES, View(wanted=" 10 ")) == ["w"]
    assert order(NAMES, View(wanted="ana")) == ["y"]


@given(st.lists(st.text(max_size=5)), st.booleans())
def test_sorting_loses_and_invents_no_row(names, descending):
    table = pd.DataFrame({"name": names}, dtype=object)
    assert sorted(order(table, View(sort="name", descending=descending))) == list(table.index)


@given(st.integers(-100, 10_000), st.integers(0, 5_000))
def test_a_page_begins_inside_the_table(start, count):
    begin = page_start(View(start=start), count)
    assert begin % PAGE == 0
    assert 0 <= begin < max(count, 1)
