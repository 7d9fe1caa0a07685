"""The board as a picture: a column for each stage, names cut to their room (R51, R52)."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch, Rectangle

from olenb.core.terms import Stage
from olenb.views.board import Board, Card, describe_board
from olenb.views.canvas import FOOTER, MARGIN, Picture, drawing, page, write, write_title
from olenb.views.pictures.layout import Label
from olenb.views.pictures.palette import Theme, theme
from olenb.views.pictures.text import fit, shown_name, wrap

TITLE = "How far it is"
MOST = 10
"""How many people a column names; a longer one is read in the table."""

_WIDE = 760.0  # as wide as a form, so that words keep their size on the page
_GAP, _HEAD, _CARD, _STEP, _PAD = 6.0, 32.0, 60.0, 67.0, 7.0
_COLUMN = (_WIDE - 2 * MARGIN - _GAP * (len(Stage) - 1)) / len(Stage)


def board_figure(board: Board, *, dark: bool = False, grey: bool = False) -> Picture:
    """Draw the board: a column for each stage.

    Parameters
    ----------
    board
        What `board.board_of` returned. A column names ten people; all are in the table.
    dark
        Light on dark.
    grey
        For print: black, grey and white, whatever `dark` says.

    Returns
    -------
    Picture
        A matplotlib figure, 760 pixels wide, with its `description`.

    Examples
    --------
    >>> shown = Board({stage: () for stage in Stage} | {Stage.ASKED: (Card("Ana Ruiz"),)})
    >>> board_figure(shown).description.alt
    'A board of 1 person in columns by how far it is: asked 1.'
    """
    colours, described = theme(dark=dark, grey=grey), describe_board(board)
    longest = max((min(len(cards), MOST + 1) for cards in board.columns.values()), default=0)
    high = _HEAD + max(longest, 1) * _STEP + _PAD
    with drawing():
        figure, ax = page(described, _WIDE, high - FOOTER + MARGIN, colours)
        write_title(ax, TITLE, described.sentence, colours)
        for number, (stage, cards) in enumerate(board.columns.items()):
            left = MARGIN + number * (_COLUMN + _GAP)
            _draw(ax, stage, cards, (left, high), colours)
    return figure


def _draw(
    ax: Axes, stage: Stage, cards: Sequence[Card], corner: tuple[float, float], colours: Theme
) -> None:
    """Draw one column: its heading, then a card for each person."""
    left, high = corner
    ax.add_patch(Rectangle((left, 0), _COLUMN, high, fc=colours.tinted(0), lw=0))
    title = f"{stage.value[:1].upper()}{stage.value[1:]}"
    write(ax, Label(title, left + _PAD, 21, 13.0, bold=True), colours.text)
    for number, card in enumerate(cards[:MOST]):
        _draw_card(ax, card, (left + _PAD / 2, _HEAD + number * _STEP), colours)
    if len(cards) > MOST:
        more = f"and {len(cards) - MOST:,} more"
        words = fit(more, _COLUMN - 2 * _PAD, 11.5)
        write(ax, Label(words, left + _PAD, _HEAD + MOST * _STEP + 18, 11.5), colours.mute)


def _draw_card(ax: Axes, card: Card, corner: tuple[float, float], colours: Theme) -> None:
    left, top = corner
    wide = _COLUMN - _PAD
    ax.add_patch(
        FancyBboxPatch(
            (left, top),
            wide,
            _CARD,
            boxstyle="round,pad=0,rounding_size=6",
            fc=colours.ground,
            ec=colours.hair,
            lw=0.9,
        )
    )
    room = wide - 2 * _PAD
    for number, line in enumerate(wrap(shown_name(card.name), room, 12.5)):
        write(ax, Label(line, left + _PAD, top + 18 + 16 * number, 12.5), colours.text)
    write(ax, Label(fit(card.due, room, 11.0), left + _PAD, top + 51, 11.0), colours.mute)
