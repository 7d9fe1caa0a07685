"""The pictures as matplotlib figures, from the same layouts as in the browser."""

from math import degrees
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import Circle, Wedge

from olenb.core.terms import Band
from olenb.views.canvas import (
    FOOTER,
    MARGIN,
    Picture,
    drawing,
    page,
    write,
    write_all,
    write_title,
)
from olenb.views.marks import draw_card, draw_dots, draw_line, draw_you
from olenb.views.pictures.describe import describe_map, describe_routes
from olenb.views.pictures.layout import (
    Box,
    Card,
    Label,
    Line,
    MapLayout,
    RoutesLayout,
)
from olenb.views.pictures.map_layout import layout_map
from olenb.views.pictures.model import Map, Routes
from olenb.views.pictures.palette import Theme, theme
from olenb.views.pictures.routes_layout import layout_routes
from olenb.views.pictures.text import width
from olenb.views.pictures.ties_layout import layout_ties
from olenb.views.pictures.words import (
    DOT_WORDS,
    NO_ROUTE,
    ROUTES_TITLE,
    how_sure,
    map_title,
)


def map_figure(
    shown: Map,
    *,
    dark: bool = False,
    grey: bool = False,
    view: Literal["circles", "ties"] = "circles",
) -> Picture:
    """Draw the map of everybody whom the user knows.

    Parameters
    ----------
    shown
        The circles with their contacts.
    dark
        Light on dark.
    grey
        For print: black, grey and white, whatever `dark` says.
    view
        By circle, or by who knows whom; the latter needs `can_show_ties`.

    Returns
    -------
    Picture
        A matplotlib figure, 1,100 pixels wide, with its `description`.

    Examples
    --------
    >>> from olenb.views.pictures import Circle, Contact
    >>> map_figure(Map((Circle("Family", (Contact(1, "Ana Ruiz"),)),))).description.sentence
    'You know 1 person; ask around to find who knows whom.'
    """
    layout = layout_ties(shown) if view == "ties" else layout_map(shown)
    colours, description = theme(dark=dark, grey=grey), describe_map(shown)
    with drawing():
        figure, ax = page(description, layout.width, layout.height, colours)
        if layout.dots:
            write_title(ax, map_title(shown.size), description.sentence, colours)
            _draw_map(ax, layout, shown, colours)
            _map_legend(ax, layout, colours)
        else:
            write_all(ax, layout.labels, colours)
    return figure


def routes_figure(shown: Routes, *, dark: bool = False, grey: bool = False) -> Picture:
    """Draw who could introduce the user where.

    Parameters
    ----------
    shown
        The introducers and the targets with their ways.
    dark
        Light on dark.
    grey
        For print: black, grey and white, whatever `dark` says.

    Returns
    -------
    Picture
        A matplotlib figure, 1,100 pixels wide, with its `description`.

    Examples
    --------
    >>> from olenb.views.pictures import Target
    >>> routes_figure(Routes((), (Target(1, "Mayo Clinic"),))).description.sentence
    'There is no route to Mayo Clinic yet: ask around first.'
    """
    layout, description = layout_routes(shown), describe_routes(shown)
    colours = theme(dark=dark, grey=grey)
    with drawing():
        figure, ax = page(description, layout.width, layout.height, colours)
        if layout.cards:
            write_title(ax, ROUTES_TITLE, description.sentence, colours)
            _draw_routes(ax, layout, colours)
            _routes_legend(ax, layout, colours)
        else:
            write_all(ax, layout.labels, colours)
    return figure


def _draw_map(ax: Axes, layout: MapLayout, shown: Map, colours: Theme) -> None:
    """Draw sectors, ties, leaders, dots and words, in this order."""
    inner, outer = layout.radii
    for sector in layout.sectors:
        span = degrees(sector.start), degrees(sector.end)
        ground = colours.tinted(sector.colour)
        ax.add_patch(Wedge(layout.centre, outer, *span, width=outer - inner, fc=ground, lw=0))
    ax.add_collection(LineCollection(layout.ties, colors=colours.hair, linewidths=0.5))
    own = [colours.circle(leader.colour) for leader in layout.leaders]
    ends = [leader.points for leader in layout.leaders]
    ax.add_collection(LineCollection(ends, colors=own, linewidths=0.7))
    draw_dots(ax, layout.dots, colours)
    reach = {contact.id: contact.reach for contact in shown.contacts}
    for dot in layout.dots:
        if dot.kind == "named":
            number = Label(f"{reach[dot.contact]}", dot.x, dot.y + 4, 11.0, "middle", bold=True)
            write(ax, number, colours.ground)
    write_all(ax, layout.labels, colours)
    if layout.sectors:
        draw_you(ax, layout.centre, 21.0, colours)


def _draw_routes(ax: Axes, layout: RoutesLayout, colours: Theme) -> None:
    """Draw lines, cards and words, in this order."""
    if layout.spine:
        ax.add_collection(LineCollection([layout.spine], colors=colours.hair, linewidths=1.0))
    for line in sorted(layout.lines, key=lambda one: one.band):
        draw_line(ax, line, colours)
    for card in layout.cards:
        draw_card(ax, card, colours)
    write_all(ax, layout.labels, colours)
    draw_you(ax, layout.you, layout.you_radius, colours)


def _map_legend(ax: Axes, layout: MapLayout, colours: Theme) -> None:
    """Say below the map what the kinds of dots mean, as far as they are there."""
    x, y = MARGIN + 10, layout.height + FOOTER - 20
    radii = {"named": 8.0, "reaching": 5.0, "plain": 5.0}
    for kind, words in DOT_WORDS.items():
        if not any(dot.kind == kind for dot in layout.dots):
            continue
        grey = colours.mute if kind != "plain" else colours.hair
        ax.add_patch(Circle((x, y - 4), radii[kind], fc=grey, lw=0))
        if kind == "named":
            write(ax, Label("2", x, y, 10.0, "middle", bold=True), colours.ground)
        x = _legend_words(ax, words, x + 15, y, colours)


def _routes_legend(ax: Axes, layout: RoutesLayout, colours: Theme) -> None:
    """Say below the routes what the kinds of lines mean."""
    x, y = MARGIN, layout.height + FOOTER - 20
    for band in sorted(Band, reverse=True):
        ends = ((x, y - 4), (x + 42, y - 4))
        draw_line(ax, Line(ends, band, 0), colours)
        x = _legend_words(ax, how_sure(band), x + 50, y, colours)
    sample = Card("target", 0, Box(x, y - 11, x + 26, y + 3), (), reached=False)
    draw_card(ax, sample, colours, rounding=3)
    _legend_words(ax, NO_ROUTE, x + 34, y, colours)


def _legend_words(ax: Axes, words: str, x: float, y: float, colours: Theme) -> float:
    """Write one entry's words and return where the next entry begins."""
    write(ax, Label(words, x, y, 12.5), colours.mute)
    return x + width(words, 12.5) + 26
