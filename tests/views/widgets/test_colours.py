"""The widgets' colours can be read, in light and in dark, whatever axe overlooks."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[3] / "js/src/lib/tokens.css").read_text("utf-8")
PAPER = {"light": "#ffffff", "dark": "#111111"}  # JupyterLab's own, where ours is its paper
TEXT = ["ink", "quiet", "accent", "good", "warning", "error"]
TINTS = {
    "paper": TEXT,
    "card": ["ink", "quiet", "accent", "error"],
    "good-tint": ["ink", "good"],
    "warning-tint": ["ink", "warning"],
    "error-tint": ["ink", "error"],
    "info-tint": ["ink", "accent"],
    "accent": ["on-accent"],
}


def colours(theme: str) -> dict[str, str]:
    """Return the colours of a theme by name; dark ones override light ones."""
    light, dark = re.findall(r"^(?:body\[[^]]*\] )?\.olenb \{(.*?)^\}", TOKENS, re.DOTALL | re.M)[
        :2
    ]
    text = light + (dark if theme == "dark" else "")
    named = dict(re.findall(r"--olenb-([\w-]+): (#[0-9a-f]{6});", text))
    return {**named, "paper": PAPER[theme]}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_the_standard_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out_from_what_it_is_written_on(theme):
    named = colours(theme)
    pairs = [(ink, tint) for tint, inks in TINTS.items() for ink in inks]
    assert {p for p in pairs if contrast(named[p[0]], named[p[1]]) < 4.5} == set()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_edges_of_controls_can_be_seen(theme):
    named = colours(theme)
    edges = [(edge, tint) for edge in ("edge", "accent", "error") for tint in ("paper", "card")]
    assert {p for p in edges if contrast(named[p[0]], named[p[1]]) < 3} == set()


def test_outside_jupyterlab_dark_is_the_same_dark():
    inside, outside = re.findall(r"--olenb-ink: #f1ede6;(.*?)\}", TOKENS, re.DOTALL)
    assert inside.split() == outside.split()
