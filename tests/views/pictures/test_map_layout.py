from itertools import combinations
from math import atan2, hypot, tau

import numpy as np
import pytest
from hypothesis import given, settings
from invented import maps, some_people, widths

from olenb.views.pictures import Circle, Contact, Map, layout_map
from olenb.views.pictures.layout import Box, MapLayout
from olenb.views.pictures.sectors import SHOWN
from olenb.views.pictures.words import NOBODY_YET


def check(layout: MapLayout) -> None:
    """Whatever the map, nothing lies on anything else and nothing leaves the page."""
    page = Box(0, 0, layout.width, layout.height)
    boxes = [label.box for label in layout.labels if label.text]
    assert all(box.within(page) for box in boxes)
    assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))
    dots = np.array([(dot.x, dot.y, dot.radius) for dot in layout.dots]).reshape(-1, 3)
    x, y, r = dots.T
    assert (x - r >= 0).all()
    assert (x + r <= layout.width).all()
    assert (y - r >= 0).all()
    assert (y + r <= layout.height).all()
    for box in boxes:
        off = np.hypot(np.clip(x, box.left, box.right) - x, np.clip(y, box.top, box.bottom) - y)
        assert (off >= r).all()
    gaps = np.hypot(x[:, None] - x, y[:, None] - y) - r[:, None] - r
    np.fill_diagonal(gaps, 1)
    assert gaps.size == 0 or gaps.min() > 0


@settings(deadline=None, max_examples=60)
@given(maps(), widths)
def test_nothing_overlaps_and_nothing_leaves_the_page(shown, width):
    check(layout_map(shown, width))


@pytest.mark.parametrize("people", [1, 5, 40, 140, 300, 2000, 10_000])
@pytest.mark.parametrize("circles", [1, 2, 6, 7, 12])
@pytest.mark.parametrize("width", [360, 700, 1100])
def test_maps_of_every_size_stay_readable(people, circles, width):
    layout = layout_map(some_people(people, circles), width)
    check(layout)
    assert len(layout.dots) == min(people, SHOWN)
    assert layout.hidden == people - len(layout.dots)


@settings(deadline=None, max_examples=30)
@given(maps(), widths)
def test_everybody_stands_in_the_sector_of_their_circle(shown, width):
    layout = layout_map(shown, width)
    circles = [circle for circle in shown.circles if circle.contacts]
    sectors = {sector.circle: sector for sector in layout.sectors}
    home = {c.id: sectors[k] for k, circle in enumerate(circles) for c in circle.contacts}
    for dot in layout.dots:
        angle = atan2(dot.y - layout.centre[1], dot.x - layout.centre[0])
        sector = home[dot.contact]
        assert (angle - sector.start) % tau <= sector.end - sector.start
        assert dot.colour == sector.colour


@settings(deadline=None, max_examples=25)
@given(maps(), widths)
def test_the_same_map_is_laid_out_the_same(shown, width):
    assert layout_map(shown, width) == layout_map(shown, width)


def test_dots_keep_one_distance_whatever_their_circle():
    layout = layout_map(some_people(300))
    nearest = {}
    plain = [dot for dot in layout.dots if dot.kind != "named"]
    for dot in plain:
        others = (o for o in plain if o is not dot and o.colour == dot.colour)
        nearest.setdefault(dot.colour, []).append(
            min(hypot(o.x - dot.x, o.y - dot.y) for o in others)
        )
    medians = [float(np.median(found)) for found in nearest.values()]
    assert max(medians) < 1.35 * min(medians)


def test_neighbors_on_the_ring_never_share_a_color():
    for circles in range(2, 13):
        sectors = layout_map(some_people(200, circles)).sectors
        around = sorted(sectors, key=lambda sector: sector.start)
        colours = [sector.colour for sector in around]
        assert all(a != b for a, b in zip(colours, [*colours[1:], colours[0]], strict=True))


def test_those_who_could_open_the_most_are_named_one_of_each_circle_first():
    first = Circle("A", tuple(Contact(i, f"A{i}", reach=1) for i in range(60)))
    second = Circle("B", tuple(Contact(100 + i, f"B{i}", reach=1) for i in range(3)))
    best = Circle("C", (Contact(200, "C", reach=5),))
    named = {label.contact for label in layout_map(Map((first, second, best))).labels}
    assert {100, 101, 102, 200} <= named
    assert len(named - {None}) == 25


def test_of_a_few_people_everybody_is_named():
    layout = layout_map(some_people(5, 3, able=0))
    assert {label.contact for label in layout.labels} >= {1, 2, 3, 4, 5}


def test_a_long_name_is_cut_with_an_ellipsis():
    long = Contact(1, "Maximiliane " * 30)
    texts = [label.text for label in layout_map(Map((Circle("Family", (long,)),))).labels]
    assert texts[1].startswith("Maximiliane Max")
    assert texts[1].endswith("…")


def test_beyond_two_thousand_the_rest_is_counted_beside_its_circle():
    layout = layout_map(some_people(10_000, 4))
    counted = [label.text for label in layout.labels if label.text.startswith("+ ")]
    assert len(counted) == 4
    assert sum(int(text.split()[1].replace(",", "")) for text in counted) == layout.hidden == 8000


def test_those_who_could_introduce_you_are_shown_before_others():
    crowd = tuple(Contact(i, "x", reach=int(i >= 2900)) for i in range(3000))
    shown = {dot.contact for dot in layout_map(Map((Circle("Online", crowd),))).dots}
    assert set(range(2900, 3000)) <= shown


def test_nobody_yet_is_a_friendly_sentence():
    for width in (320, 1100):
        layout = layout_map(Map((Circle("Family", ()),)), width)
        assert " ".join(label.text for label in layout.labels) == NOBODY_YET
        assert layout.dots == ()


def test_leaders_begin_at_their_label_and_end_at_their_dot():
    layout = layout_map(some_people(140))
    dots = {(dot.x, dot.y): dot.contact for dot in layout.dots}
    rows = {round(label.y): label.contact for label in layout.labels if label.contact is not None}
    led = [leader for leader in layout.leaders if leader.points[-1] in dots]
    assert len(led) == len([label for label in layout.labels if label.contact is not None])
    assert rows
