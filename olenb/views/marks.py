"""The single marks of our figures: your own mark, dots, lines, cards."""

from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch
from matplotlib.path import Path

from olenb.core.terms import Band
from olenb.views.canvas import points, write, write_all
from olenb.views.pictures.layout import Card, Dot, Label, Line, Point
from olenb.views.pictures.palette import Theme
from olenb.views.pictures.words import YOU

# Width in pixels and dashes in units of it: how sure a line is shows without any colour.
_LINES: dict[Band, tuple[float, tuple[float, ...]]] = {
    Band.STRONG: (4.4, ()),
    Band.LIKELY: (2.4, (4.2, 1.6)),
    Band.WORTH_ASKING: (1.7, (1.1, 2.0)),
}


def draw_you(ax: Axes, centre: Point, radius: float, colours: Theme) -> None:
    """Draw the user's own mark."""
    ax.add_patch(Circle(centre, radius, fc=colours.text, lw=0, zorder=3))
    write(ax, Label(YOU, centre[0], centre[1] + 4.5, 13.0, "middle", bold=True), colours.ground)


def draw_dots(ax: Axes, dots: tuple[Dot, ...], colours: Theme) -> None:
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


def draw_line(ax: Axes, line: Line, colours: Theme) -> None:
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


def draw_card(ax: Axes, card: Card, colours: Theme, rounding: float = 7) -> None:
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
