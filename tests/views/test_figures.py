import subprocess
import sys
import warnings
from io import BytesIO
from itertools import combinations

import matplotlib as mpl
import numpy as np
import pytest
from hypothesis import given, settings
from invented import HOSTILE, maps, routes, some_people, some_routes, tied
from matplotlib.backends.backend_agg import FigureCanvasAgg

from olenb.views.canvas import drawing
from olenb.views.figures import map_figure, routes_figure
from olenb.views.pictures import (
    Circle,
    Contact,
    Map,
    Routes,
    describe_map,
    describe_routes,
    layout_map,
)
from olenb.views.pictures.layout import Box
from olenb.views.pictures.text import ELLIPSIS
from olenb.views.pictures.words import NOBODY_YET


def hostile_map():
    people = tuple(Contact(k, name, name, k % 3) for k, name in enumerate(HOSTILE[:20]))
    return Map((Circle("<b>Family</b> $x_1$", people), Circle("家族", (Contact(99, "Bo"),))))


def written(figure):
    """Return the words of a drawn figure with the boxes that they really take."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    with drawing():
        figure.draw(renderer)
        texts = [text for text in figure.axes[0].texts if text.get_text()]
        return [(text, text.get_window_extent(renderer)) for text in texts]


def pixels(figure):
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())


@settings(deadline=None, max_examples=12)
@given(maps(most=8))
def test_real_letters_never_outgrow_the_room_that_was_kept_for_them(shown):
    labels = {(label.x, label.y): label.box for label in layout_map(shown).labels}
    for text, box in written(map_figure(shown)):
        room = labels.get(text.get_position())
        if room is not None and text.get_text() != ELLIPSIS:
            assert box.width <= room.right - room.left + 1


@pytest.mark.parametrize("people", [5, 40, 300, 2000])
def test_names_do_not_overlap_when_really_drawn(people):
    boxes = [
        Box(box.x0, box.y0, box.x1, box.y1)
        for text, box in written(map_figure(some_people(people)))
        if not text.get_text().isdigit()
    ]
    shrunk = [Box(b.left + 1, b.top + 2, b.right - 1, b.bottom - 2) for b in boxes]
    assert not any(a.overlaps(b) for a, b in combinations(shrunk, 2))


@settings(deadline=None, max_examples=8)
@given(maps(most=6), routes())
def test_any_names_are_drawn_without_a_warning(shown, ways):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for figure in (map_figure(shown), routes_figure(ways)):
            figure.savefig(BytesIO(), format="png", bbox_inches="tight")
            figure.savefig(BytesIO(), format="svg")


def test_names_are_never_mathematics():
    words = [text.get_text() for text, _ in written(map_figure(hostile_map()))]
    assert "$$x_1$$" in words
    assert "_under" in words
    assert all(not text.get_parse_math() for text, _ in written(map_figure(hostile_map())))


def test_nothing_global_is_touched():
    before = dict(mpl.rcParams)
    filters = list(warnings.filters)
    map_figure(some_people(5))._repr_html_()
    assert dict(mpl.rcParams) == before
    assert warnings.filters == filters


def test_pyplot_stays_out():
    code = "import sys, olenb.views.figures; print('matplotlib.pyplot' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    "figure",
    [map_figure(some_people(60), grey=True), routes_figure(some_routes(5, 4, 1), grey=True)],
)
def test_grey_holds_no_color(figure):
    red, green, blue, _ = np.moveaxis(pixels(figure), 2, 0)
    assert (red == green).all()
    assert (green == blue).all()


def test_in_grey_the_three_kinds_of_lines_differ_in_width_and_dashes():
    lines = {
        (patch.get_linewidth(), str(patch.get_linestyle()))
        for patch in routes_figure(some_routes(12, 8), grey=True).axes[0].patches
        if type(patch).__name__ == "PathPatch"
    }
    assert len({wide for wide, _ in lines}) == len({style for _, style in lines}) == 3


def test_dark_is_light_on_dark():
    assert pixels(map_figure(some_people(5), dark=True))[0, 0, :3].max() < 40
    assert pixels(map_figure(some_people(5)))[0, 0, :3].min() == 255


def test_every_contact_has_a_dot():
    collections = map_figure(some_people(300)).axes[0].collections
    dots = sum(len(one.get_offsets()) for one in collections if one.get_offsets().shape[1:] == (2,))
    assert dots >= 300


def test_a_figure_carries_its_description_and_shows_it_as_text_alternative():
    shown = hostile_map()
    figure = map_figure(shown)
    assert figure.description.alt == describe_map(shown).alt
    page = figure._repr_html_()
    assert "2 circles" in page
    assert "<b>" not in page
    assert routes_figure(some_routes(3, 2)).description.sentence == (
        describe_routes(some_routes(3, 2)).sentence
    )


def test_nothing_to_show_is_said_in_words():
    words = " ".join(text.get_text() for text, _ in written(map_figure(Map(()))))
    assert words == NOBODY_YET
    assert written(routes_figure(Routes((), ())))


def test_ties_are_drawn_as_lines():
    shown = tied(some_people(30, 3))
    lines = [
        c for c in map_figure(shown, view="ties").axes[0].collections if hasattr(c, "get_segments")
    ]
    assert sum(len(one.get_segments()) for one in lines) >= 30
