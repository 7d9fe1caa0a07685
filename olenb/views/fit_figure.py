"""How well places fit, as a small picture: three sides beside each other, never one number."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Circle

from olenb.core.plan_terms import FIT
from olenb.views.canvas import FOOTER, MARGIN, Picture, drawing, page, write, write_title
from olenb.views.fit_words import TITLE, Fit, describe_fit, in_words
from olenb.views.pictures.layout import Label
from olenb.views.pictures.palette import Theme, theme
from olenb.views.pictures.text import fit, shown_name

WIDE = 760
MOST = 6
_ROW, _HEAD, _GAP = 34.0, 30.0, 14.0
_TOP = 10.0  # room below a sentence of two lines
_PLACE = _HEAD + _ROW * len(FIT) + _GAP
_DOTS, _STEP, _RADIUS = 190.0, 58.0, 9.0


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
        In pixels, 600 or more; what is wider than a page of text is shown smaller.

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
        figure, ax = page(described, wide, _TOP + _PLACE * len(drawn) - FOOTER, colours)
        write_title(ax, TITLE, described.sentence, colours)
        for number, one in enumerate(drawn):
            _draw(ax, one, _TOP + _PLACE * number, colours)
    return figure


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
        words = Label(in_words(level), ends[1] + 34, y + 4.5, 13.0)
        write(ax, words, colours.text if level is not None else colours.mute)


def _dot(ax: Axes, x: float, y: float, filled: bool, colours: Theme) -> None:
    inside = colours.accent if filled else colours.ground
    edge = colours.accent if filled else colours.mute
    ax.add_patch(Circle((x, y), _RADIUS, fc=inside, ec=edge, lw=1.4, zorder=2))
