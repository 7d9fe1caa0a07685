"""Pictures of a day and of a fit: readable whatever stands in them, equal to their tables."""

import warnings
from datetime import datetime, timedelta

import pytest
from invented import HOSTILE
from matplotlib.backends.backend_agg import FigureCanvasAgg

from olenb.core.goal_terms import Energy
from olenb.core.plan_terms import FIT, Mission, SkillMatch
from olenb.method.opportunities.log import Moment
from olenb.method.opportunities.spans import by_day, doings, spans_of
from olenb.views import export
from olenb.views.canvas import drawing
from olenb.views.day_figure import day_figure
from olenb.views.day_words import describe_day
from olenb.views.fit_figure import fit_figure
from olenb.views.fit_words import NOT_SAID, Fit
from olenb.views.pictures.palette import DARK, GREY, LIGHT, contrast

EIGHT = datetime(2026, 11, 12, 8)


def moment(minutes, task="reads", energy=None, **more):
    at = EIGHT + timedelta(minutes=minutes)
    said = {"people": "", "tools": "", "confidential": False, **more}
    return Moment(minutes, at, task, energy=energy, **said)


def words_of(figure):
    renderer = FigureCanvasAgg(figure).get_renderer()
    with drawing():
        figure.draw(renderer)
        return {
            text.get_text(): text.get_window_extent(renderer)
            for text in figure.axes[0].texts
            if text.get_text()
        }


def test_a_moment_lasts_until_the_next_but_a_long_gap_is_not_filled_in():
    spans = spans_of([moment(0), moment(30), moment(90), moment(300)])
    assert [span.minutes for span in spans] == [30, 60, 30, 30]


def test_the_night_is_not_part_of_a_moment():
    spans = spans_of([moment(15 * 60 + 50), moment(16 * 60 + 10)])
    assert [span.minutes for span in spans] == [30, 30]
    assert len(by_day(spans)) == 2


def test_the_same_doing_has_one_number_and_its_whole_time():
    found = doings(spans_of([moment(0, "reads"), moment(30, "phone"), moment(60, "reads")]))
    assert [(one.number, one.name, one.minutes) for one in found] == [
        (1, "reads", 60),
        (2, "phone", 30),
    ]


def test_a_moment_without_a_task_is_called_by_whom_or_what_it_was_with():
    spans = spans_of(
        [moment(0, "", people="nurses"), moment(30, "", tools="phone"), moment(60, "", energy=1)]
    )
    assert [span.name for span in spans] == ["nurses", "phone", "nothing noted"]


def test_the_table_holds_every_moment_and_the_sentence_the_longest_and_the_energy():
    moments = [
        moment(0, "reads", Energy.DRAINED),
        moment(30, "phone", Energy.GAVE_MUCH, people="one"),
        moment(60, "phone", confidential=True),
    ]
    described = describe_day(spans_of(moments))
    assert described.sentence == (
        "Most of the time: phone (1 h). Most energy at 8:30 am, least at 8 am."
    )
    assert described.table["What was done"].tolist() == ["reads", "phone", "phone"]
    assert described.table["Between us"].tolist() == ["", "", "yes"]
    assert "3 moments on 1 day, from 8 am to 9:30 am" in described.alt


def test_energy_that_never_changed_is_said_so():
    moments = [moment(n, energy=Energy.NEITHER) for n in (0, 30)]
    assert describe_day(spans_of(moments)).sentence.endswith("My energy was the same all day.")


@pytest.mark.parametrize("wide", [600, 800, 1100])
@pytest.mark.parametrize("count", [1, 2, 16, 90, 300])
def test_no_two_words_overlap_however_long_the_day_was(count, wide):
    figure = day_figure(
        spans_of([moment(30 * n, f"task {n}", Energy(n % 5 - 2)) for n in range(count)]), wide=wide
    )
    boxes = list(words_of(figure).values())
    width, high = figure.get_size_inches() * figure.dpi
    for place, box in enumerate(boxes):
        assert 0 <= box.x0 <= box.x1 <= width
        assert 0 <= box.y0 <= box.y1 <= high
        assert not any(_overlap(box, other) for other in boxes[place + 1 :])


def _overlap(one, other):
    return (
        one.x0 < other.x1 - 1
        and other.x0 < one.x1 - 1
        and one.y0 < other.y1 - 1
        and other.y0 < one.y1 - 1
    )


@pytest.mark.parametrize("dark", [False, True])
def test_names_that_are_out_to_break_it_are_drawn_as_text(dark):
    moments = [moment(30 * n, name, people=name) for n, name in enumerate(HOSTILE)]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for figure in (
            day_figure(spans_of(moments), dark=dark),
            fit_figure([Fit(name, {}) for name in HOSTILE], HOSTILE[3], dark=dark),
        ):
            svg = export.svg(figure).decode("utf-8")
            assert "<img" not in svg
            assert "<script" not in svg


def test_numbers_on_the_strip_can_be_read_in_every_theme():
    for colours in (LIGHT, DARK, GREY):
        for colour in colours.circles:
            assert max(contrast(ink, colour) for ink in (colours.ground, colours.text)) >= 4.5


def test_a_fit_shows_three_sides_apart_and_says_what_was_not_said():
    shown = [Fit("Volunteering", {"skill_match": SkillMatch(3), "mission": Mission(1)})]
    table = fit_figure(shown).description.table
    assert table["Side"].tolist() == [heading for heading, _ in FIT.values()]
    assert table["In words"].tolist()[1] == NOT_SAID
    assert "not added up" in fit_figure(shown).description.alt
    drawn = "".join(words_of(fit_figure(shown)))
    assert not any(sign.isdigit() for sign in drawn)


def test_a_seventh_place_stands_in_the_table_only():
    shown = [Fit(f"place {'abcdefgh'[n]}", {}) for n in range(8)]
    figure = fit_figure(shown)
    assert len(figure.description.table) == 24
    assert "place f" in words_of(figure)
    assert "place g" not in words_of(figure)


def test_nothing_is_a_sentence_that_says_what_to_do():
    assert "Note the first one" in day_figure([]).description.sentence
    assert "Answer one of the three" in fit_figure([]).description.sentence
