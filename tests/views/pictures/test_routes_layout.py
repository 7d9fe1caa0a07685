from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from invented import routes, some_routes, widths

from olenb.core.terms import Band
from olenb.views.pictures import Introducer, Routes, Target, Way, layout_routes
from olenb.views.pictures.details import routes_detail
from olenb.views.pictures.layout import Box
from olenb.views.pictures.legs import choose, crossings, ordered
from olenb.views.pictures.routes_words import target_words
from olenb.views.pictures.words import NO_ROUTE, NOWHERE_YET


def check(layout):
    page = Box(0, 0, layout.width, layout.height)
    cards = [card.box for card in layout.cards]
    assert all(box.within(page) for box in cards)
    assert not any(a.overlaps(b) for a, b in combinations(cards, 2))
    for card in layout.cards:
        words = [label.box for label in card.labels]
        assert all(box.within(card.box) for box in words)
        assert not any(a.overlaps(b) for a, b in combinations(words, 2))
    loose = [label.box for label in layout.labels]
    assert all(box.within(page) for box in loose)
    assert not any(a.overlaps(b) for a, b in combinations(loose, 2))
    assert not any(a.overlaps(b) for a in loose for b in cards)


@settings(deadline=None, max_examples=60)
@given(routes(), widths)
def test_words_stay_in_their_cards_and_cards_apart(shown, width):
    check(layout_routes(shown, width))


@pytest.mark.parametrize("size", [(1, 1, 0), (0, 3, 3), (12, 10, 3), (40, 30, 5)])
@pytest.mark.parametrize("width", [360, 700, 1100])
def test_routes_of_every_size_stay_readable(size, width):
    layout = layout_routes(some_routes(*size), width)
    check(layout)
    kinds = [card.kind for card in layout.cards]
    assert kinds.count("introducer") <= 14
    assert kinds.count("target") <= 12


@settings(deadline=None, max_examples=40)
@given(routes())
def test_a_place_that_can_be_reached_never_looks_closed(shown):
    layout = layout_routes(shown)
    ways = {target.id: target.ways for target in shown.targets}
    ends = {line.target for line in layout.lines}
    for card in layout.cards:
        if card.kind == "target":
            assert card.reached == bool(ways[card.id])
            assert (card.id in ends) == card.reached


@settings(deadline=None, max_examples=40)
@given(routes())
def test_every_place_keeps_its_surest_way(shown):
    legs = choose(shown)
    for target in legs.targets:
        if target.ways:
            assert legs.best(target) == max(shown.band(way) for way in target.ways)


@settings(deadline=None, max_examples=40)
@given(routes())
def test_ordering_never_adds_crossings_and_loses_nothing(shown):
    legs = choose(shown)
    better = ordered(legs)
    assert crossings(better) <= crossings(legs)
    assert set(better.introducers) == set(legs.introducers)
    assert set(better.targets) == set(legs.targets)


def test_lines_that_need_not_cross_do_not():
    people = tuple(Introducer(k, f"P{k}", "", Band.LIKELY) for k in range(6))
    places = tuple(Target(10 + k, f"T{k}", (Way(5 - k, "", "", Band.LIKELY),)) for k in range(6))
    assert crossings(ordered(choose(Routes(people, places)))) == 0


def test_lines_meet_a_card_at_ports_of_their_own():
    layout = layout_routes(some_routes(12, 6))
    ends = [line.points[1] for line in layout.lines if line.target is not None]
    starts = [line.points[0] for line in layout.lines]
    assert len(set(ends)) == len(ends)
    assert len(set(starts)) == len(starts)


def test_places_without_a_way_stand_apart_below():
    layout = layout_routes(some_routes(6, 6, 2))
    places = [card for card in layout.cards if card.kind == "target"]
    assert [card.reached for card in places] == [True] * 4 + [False] * 2
    gaps = [b.box.top - a.box.bottom for a, b in pairwise(places)]
    assert gaps[3] > 2 * max(gaps[:3])
    assert places[-1].labels[-1].text == NO_ROUTE


def test_what_is_left_out_is_counted():
    layout = layout_routes(some_routes(19, 15))
    assert layout.more == "and 5 more people, 3 more places in the table"
    assert layout.more in [label.text for label in layout.labels]


def test_nowhere_yet_is_a_friendly_sentence():
    layout = layout_routes(Routes((), ()), 320)
    assert " ".join(label.text for label in layout.labels) == NOWHERE_YET
    assert layout.cards == ()


def test_in_a_narrow_cell_you_stand_above_the_people():
    layout = layout_routes(some_routes(3, 2), 400)
    assert layout.spine
    assert layout.you[1] + layout.you_radius <= min(card.box.top for card in layout.cards)


class Counted(tuple):
    """A tuple that counts how often somebody goes through it."""

    passes = 0

    def __iter__(self):
        Counted.passes += 1
        return super().__iter__()


def test_many_people_are_gone_through_as_often_as_few():
    def passes(people):
        shown = some_routes(people, 10)
        Counted.passes = 0
        layout_routes(Routes(Counted(shown.introducers), shown.targets))
        return Counted.passes

    assert passes(400) == passes(40)


def test_a_place_that_hundreds_lead_to_names_a_few_and_says_how_many_more():
    shown = some_routes(400, 2)
    ways = {way.introducer for way in shown.targets[0].ways}
    name, (through,) = target_words(shown, shown.targets[0].id)
    assert name == "Place 0"
    assert through.count(";") == 8
    assert through.endswith(f"and {len(ways) - 8} more people in the table")
    detail = routes_detail(shown, "target", shown.targets[0].id)
    assert len(detail.lines) == 9
    assert detail.lines[-1] == f"and {len(shown.targets[0].ways) - 8} more ways in the table"


def test_the_few_who_are_named_are_those_who_are_surest():
    people = tuple(Introducer(n, f"P{n}", "", Band.STRONG) for n in range(10))
    ways = [Way(n, "Rosa", "", Band.STRONG if n > 7 else Band.WORTH_ASKING) for n in range(10)]
    shown = Routes(people, (Target(1, "Zoo", tuple(ways)),))
    _, (through,) = target_words(shown, 1)
    assert through.startswith("through P8, strong; P9, strong; P0, worth asking")
