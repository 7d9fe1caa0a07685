"""The pictures as matplotlib figures, from the same layouts as in the browser."""

from math import degrees
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Wedge
from matplotlib.path import Path

from olenb.core.terms import Band
from olenb.views.canvas import (
    FOOTER,
    MARGIN,
    Picture,
    drawing,
    page,
    points,
    write,
    write_all,
    write_title,
)
from olenb.views.pictures.describe import describe_map, describe_routes
from olenb.views.pictures.layout import (
    Box,
    Card,
    Dot,
    Label,
    Line,
    MapLayout,
    Point,
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
    YOU,
    how_sure,
    map_title,
)

# Width in pixels and dashes in units of it: how sure a line is shows without any colour.
_LINES: dict[Band, tuple[float, tuple[float, ...]]] = {
    Band.STRONG: (4.4, ()),
    Band.LIKELY: (2.4, (4.2, 1.6)),
    Band.WORTH_ASKING: (1.7, (1.1, 2.0)),
}


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
    _draw_dots(ax, layout.dots, colours)
    reach = {contact.id: contact.reach for contact in shown.contacts}
    for dot in layout.dots:
        if dot.kind == "named":
            number = Label(f"{reach[dot.contact]}", dot.x, dot.y + 4, 11.0, "middle", bold=True)
            write(ax, number, colours.ground)
    write_all(ax, layout.labels, colours)
    if layout.sectors:
        _draw_you(ax, layout.centre, 21.0, colours)


def _draw_you(ax: Axes, centre: Point, radius: float, colours: Theme) -> None:
    ax.add_patch(Circle(centre, radius, fc=colours.text, lw=0, zorder=3))
    write(ax, Label(YOU, centre[0], centre[1] + 4.5, 13.0, "middle", bold=True), colours.ground)


def _draw_dots(ax: Axes, dots: tuple[Dot, ...], colours: Theme) -> None:
    """Draw the dots, one collection for each look, which keeps an SVG small."""
    looks: dict[tuple[str, int, float], list[Point]] = {}
    for dot in dots:
        looks.setdefault((dot.kind, dot.colour, dot.radius), []).append((dot.x, dot.y))
    for (kind, colour, radius), spots in looks.items():
        xs, ys = zip(*spots, strict=True)
        ax.scatter(
            xs,
            ys,
            s=points(2 * radius) ** 2,
            color=colours.quiet(colour) if kind == "plain" else colours.circle(colour),
            linewidths=0.9 if kind == "named" else 0,
            edgecolors=colours.ground,
            zorder=2,
        )


def _draw_routes(ax: Axes, layout: RoutesLayout, colours: Theme) -> None:
    """Draw lines, cards and words, in this order."""
    if layout.spine:
        ax.add_collection(LineCollection([layout.spine], colors=colours.hair, linewidths=1.0))
    for line in sorted(layout.lines, key=lambda one: one.band):
        _draw_line(ax, line, colours)
    for card in layout.cards:
        _draw_card(ax, card, colours)
    write_all(ax, layout.labels, colours)
    _draw_you(ax, layout.you, layout.you_radius, colours)


def _draw_line(ax: Axes, line: Line, colours: Theme) -> None:
    """Draw one leg as wide and as whole as it is sure."""
    (x0, y0), (x1, y1) = line.points
    bend = (x0 + x1) / 2
    curve = [(x0, y0), (bend, y0), (bend, y1), (x1, y1)]
    codes = [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4]
    wide, dashes = _LINES[line.band]
    ax.add_patch(
        PathPatch(
            Path(curve, codes),
            fc="none",
            ec=colours.accent,
            lw=points(wide),
            ls=(0, dashes) if dashes else "solid",
            capstyle="butt",
            zorder=1,
        )
    )


def _draw_card(ax: Axes, card: Card, colours: Theme, rounding: float = 7) -> None:
    """Draw a card; a place that can't be reached yet has a dashed edge."""
    box = card.box
    ax.add_patch(
        FancyBboxPatch(
            (box.left, box.top),
            box.right - box.left,
            box.bottom - box.top,
            boxstyle=f"round,pad=0,rounding_size={rounding}",
            fc=colours.ground,
            ec=colours.hair if card.reached else colours.mute,
            ls="solid" if card.reached else (0, (3, 3)),
            lw=0.9,
            zorder=3,
        )
    )
    write_all(ax, card.labels, colours)


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
        _draw_line(ax, Line(ends, band, 0), colours)
        x = _legend_words(ax, how_sure(band), x + 50, y, colours)
    sample = Card("target", 0, Box(x, y - 11, x + 26, y + 3), (), reached=False)
    _draw_card(ax, sample, colours, rounding=3)
    _legend_words(ax, NO_ROUTE, x + 34, y, colours)


def _legend_words(ax: Axes, words: str, x: float, y: float, colours: Theme) -> float:
    """Write one entry's words and return where the next entry begins."""
    write(ax, Label(words, x, y, 12.5), colours.mute)
    return x + width(words, 12.5) + 26
