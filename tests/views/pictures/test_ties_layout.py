from itertools import combinations

import pytest
from invented import some_people, tied

from olenb.views.pictures import Circle, Contact, Map
from olenb.views.pictures.layout import Box
from olenb.views.pictures.ties_layout import can_show_ties, known_ties, layout_ties


@pytest.mark.parametrize("people", [2, 5, 40, 140])
@pytest.mark.parametrize("width", [360, 1100])
def test_words_lie_on_nothing_and_nobody_leaves_the_page(people, width):
    layout = layout_ties(tied(some_people(people, 3)), width)
    page = Box(0, 0, layout.width, layout.height)
    boxes = [label.box for label in layout.labels]
    assert all(box.within(page) for box in boxes)
    assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))
    for dot in layout.dots:
        assert dot.radius <= dot.x <= width - dot.radius
        assert dot.radius <= dot.y <= layout.height - dot.radius
        assert not any(
            box.left < dot.x < box.right and box.top < dot.y < box.bottom for box in boxes
        )


def test_places_are_plain_numbers_and_always_the_same():
    shown = tied(some_people(30, 3))
    layout = layout_ties(shown)
    assert layout == layout_ties(shown)
    assert all(type(dot.x) is float and type(dot.y) is float for dot in layout.dots)


def test_a_tie_counts_once_and_only_between_two_contacts():
    family = Circle("Family", (Contact(1, "Ana"), Contact(2, "Bo"), Contact(3, "Cy")))
    assert known_ties(Map((family,), ((2, 1), (1, 2), (3, 3), (1, 99)))) == [(1, 2)]


def test_the_view_is_offered_only_where_it_helps():
    few = some_people(20, 3)
    assert not can_show_ties(few)
    assert can_show_ties(tied(few))
    assert not can_show_ties(tied(some_people(400, 3)))


def test_people_without_a_known_tie_are_counted_and_not_drawn():
    family = Circle("Family", tuple(Contact(i, f"P{i}") for i in range(5)))
    layout = layout_ties(Map((family,), ((0, 1),)))
    assert {dot.contact for dot in layout.dots} == {0, 1}
    assert layout.hidden == 3
    assert "+ 3 more in the table" in [label.text for label in layout.labels]
