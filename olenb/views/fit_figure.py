"""How well places fit, as a small picture: three sides beside each other, never one number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Circle

from olenb.core.plan_terms import FIT, Level
from olenb.views.canvas import FOOTER, MARGIN, Picture, drawing, page, write, write_title
from olenb.views.pictures.describe import Description
from olenb.views.pictures.layout import WIDE, Label
from olenb.views.pictures.palette import Theme, theme
from olenb.views.pictures.text import fit, shown_name, whole

NOT_SAID = "not said yet"
EMPTY = "Nothing here yet. Answer one of the three questions, and it shows here."
TITLE = "How well it fits"
MOST = 6
_ROW, _HEAD, _GAP = 34.0, 30.0, 14.0
_PLACE = _HEAD + _ROW * len(FIT) + _GAP
_DOTS, _STEP, _RADIUS = 190.0, 58.0, 9.0


@dataclass(frozen=True)
class Fit:
    """One place and its three sides.

    Parameters
    ----------
    label
        The plan in words.
    sides
        By the names in `plan_terms.FIT`; None where nothing was said.
    """

    label: str
    sides: Mapping[str, Level | None]


def fit_figure(
    shown: Sequence[Fit],
    sentence: str = "",
    *,
    dark: bool = False,
    grey: bool = False,
    wide: float = WIDE,
) -> Picture:
    """Draw how well places fit, the first one on top; a side that wasn't said is an empty track.

    Parameters
    ----------
    shown
        The places; more than six stand in the table only.
    sentence
        The first one in words.
    dark
        Light on dark.
    grey
        For print: black, grey and white, whatever `dark` says.
    wide
        In pixels, 700 or more; narrower means larger letters on paper.

    Returns
    -------
    Picture
        A matplotlib figure with its `description`.

    Examples
    --------
    >>> from olenb.core.plan_terms import SkillMatch
    >>> one = Fit("Volunteering", {"skill_match": SkillMatch(3)})
    >>> fit_figure([one]).description.table.loc[0, "In words"]
    'most of the work is the skill you want to build'
    """
    drawn, colours = list(shown)[:MOST], theme(dark=dark, grey=grey)
    described = describe_fit(shown, sentence)
    with drawing():
        figure, ax = page(described, wide, _PLACE * len(drawn) - FOOTER, colours)
        write_title(ax, TITLE, described.sentence, colours)
        for number, one in enumerate(drawn):
            _draw(ax, one, _PLACE * number, colours)
    return figure


def describe_fit(shown: Sequence[Fit], sentence: str = "") -> Description:
    """Return the picture in words.

    The table has one row for each side of each place: `Place`, `Side`, `In words`.

    Parameters
    ----------
    shown, sentence
        As for `fit_figure`.
    """
    rows = [
        (whole(one.label), heading, _words(one.sides.get(name)))
        for one in shown
        for name, (heading, _) in FIT.items()
    ]
    table = pd.DataFrame(rows, columns=["Place", "Side", "In words"])
    sides = ", ".join(heading.lower() for heading, _ in FIT.values())
    places = "one place" if len(shown) == 1 else f"{len(shown)} places"
    alt = f"Three levels each for {sides}, at {places}. The three are not added up."
    return Description(alt if shown else EMPTY, sentence or (TITLE if shown else EMPTY), table)


def _words(level: Level | None) -> str:
    return NOT_SAID if level is None else level.told


def _draw(ax: Axes, one: Fit, top: float, colours: Theme) -> None:
    """Draw one place: its name, and below it a track of three dots for each side."""
    room = ax.get_xlim()[1] - 2 * MARGIN
    name = fit(shown_name(one.label), room, 15.0, bold=True)
    write(ax, Label(name, MARGIN, top + 16, 15.0, bold=True), colours.text)
    for number, (side, (heading, levels)) in enumerate(FIT.items()):
        y = top + _HEAD + _ROW * (number + 0.5)
        level = one.sides.get(side)
        write(ax, Label(heading, MARGIN, y + 4.5, 13.0), colours.text)
        ends = [_DOTS, _DOTS + _STEP * (len(levels) - 1)]
        ax.plot(ends, [y, y], color=colours.hair, lw=2.0, zorder=1)
        for each in levels:
            _dot(ax, _DOTS + _STEP * (each - 1), y, level is not None and each <= level, colours)
        words = Label(_words(level), ends[1] + 34, y + 4.5, 13.0)
        write(ax, words, colours.text if level is not None else colours.mute)


def _dot(ax: Axes, x: float, y: float, filled: bool, colours: Theme) -> None:
    inside = colours.accent if filled else colours.ground
    edge = colours.accent if filled else colours.mute
    ax.add_patch(Circle((x, y), _RADIUS, fc=inside, ec=edge, lw=1.4, zorder=2))
