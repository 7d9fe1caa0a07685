import re
from dataclasses import replace
from pathlib import Path

import pytest

from olenb.views.pictures.palette import DARK, GREY, LIGHT, contrast, theme

CSS = Path(__file__).parents[3] / "js" / "src" / "picture.css"
TOKENS = Path(__file__).parents[3] / "js" / "src" / "lib" / "tokens.css"
OUTSIDE = replace(DARK, ground="#161412")  # dark outside JupyterLab
THEMES = [LIGHT, DARK, OUTSIDE, GREY]


@pytest.mark.parametrize("colours", THEMES)
def test_every_dot_stands_out_from_its_sector_and_from_the_page(colours):
    for index in range(len(colours.circles)):
        for ground in (colours.ground, colours.tinted(index)):
            assert contrast(colours.quiet(index), ground) >= 3
            assert contrast(colours.circle(index), ground) >= 4.5


@pytest.mark.parametrize("colours", THEMES)
def test_words_and_numbers_can_be_read(colours):
    for colour in (colours.text, colours.mute, colours.accent):
        assert contrast(colour, colours.ground) >= 4.5


@pytest.mark.parametrize("colours", THEMES)
def test_those_who_could_introduce_you_differ_from_the_others_in_brightness(colours):
    for index in range(len(colours.circles)):
        assert contrast(colours.circle(index), colours.quiet(index)) >= 1.5


def test_grey_is_grey():
    for colour in (*GREY.circles, GREY.text, GREY.mute, GREY.hair, GREY.accent, GREY.ground):
        assert colour[1:3] == colour[3:5] == colour[5:7]


def test_grey_wins_over_dark():
    assert theme(dark=True, grey=True) is GREY


def test_the_browser_uses_the_same_colors():
    blocks = re.findall(r"--olenb-c0[^}]*--olenb-dot[^}]*", CSS.read_text("utf-8"))
    found = []
    for block in blocks:
        circles = tuple(re.findall(r"--olenb-c\d: (#\w+);", block))
        wedge = float(re.search(r"--olenb-wedge: ([\d.]+);", block)[1])
        dot = float(re.search(r"--olenb-dot: (\d+)%;", block)[1]) / 100
        found.append((circles, wedge, dot))
    wanted = [(one.circles, one.wedge, one.dot) for one in (LIGHT, DARK, DARK)]
    assert found[:3] == wanted
    assert found[3] == (GREY.circles * 3, GREY.wedge, GREY.dot)


def test_the_browsers_own_grounds_are_the_ones_checked_here():
    tokens = TOKENS.read_text("utf-8")
    assert f"--olenb-paper: var(--jp-layout-color0, {LIGHT.ground})" in tokens
    assert f"--olenb-paper: {OUTSIDE.ground}" in tokens
