"""The pictures as matplotlib figures, from the same layouts as in the browser.

A figure carries its own description, so that whoever shows or saves it has the text
alternative at hand. Nothing global is touched: no pyplot, no rcParams, no warning filters
that outlive a drawing.
"""

import base64
import html
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from math import degrees
from typing import Any

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.patches import Wedge

from olenb.views.pictures.describe import Description, describe_map
from olenb.views.pictures.layout import Dot, Label, MapLayout
from olenb.views.pictures.map_layout import layout_map
from olenb.views.pictures.model import Map
from olenb.views.pictures.palette import Theme, theme
from olenb.views.pictures.words import YOU, people

DPI = 100
HEADER, FOOTER, MARGIN = 46.0, 44.0, 14.0
_FONTS = (
    "DejaVu Sans",
    *("Noto Sans CJK SC", "Noto Sans CJK JP", "Microsoft YaHei", "Yu Gothic", "PingFang SC"),
    *("Hiragino Sans", "Apple SD Gothic Neo", "Malgun Gothic", "WenQuanYi Zen Hei"),
    *("Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai"),
    *("Segoe UI", "Arial Unicode MS", "Noto Emoji", "Segoe UI Emoji", "Symbola"),
)
_HINT = "The number says at how many places they could introduce you"


class Picture(Figure):
    """A figure that knows how to say what it shows.

    Parameters
    ----------
    description
        The picture in words.
    size
        Width and height in pixels at 100 dots per inch.
    ground
        The background colour.
    """

    def __init__(self, description: Description, size: tuple[float, float], ground: str) -> None:
        inches = (size[0] / DPI, size[1] / DPI)
        super().__init__(figsize=inches, dpi=DPI, facecolor=ground)
        self.description = description

    def draw(self, renderer: RendererBase) -> None:
        """Draw in our own style; a sign that no font has becomes a box without a warning."""
        with drawing():
            super().draw(renderer)

    def get_tightbbox(self, *args: Any, **kwargs: Any) -> Any:
        """Measure in our own style, as `draw` draws."""
        with drawing():
            return super().get_tightbbox(*args, **kwargs)

    def _repr_html_(self) -> str:
        """Return the picture with its text alternative, which a bare image has no place for."""
        file = BytesIO()
        self.savefig(file, format="png", dpi=2 * DPI)
        data = base64.b64encode(file.getvalue()).decode("ascii")
        alt = html.escape(f"{self.description.alt} {self.description.sentence}", quote=True)
        wide = round(self.get_figwidth() * DPI)
        style = f"width:100%;max-width:{wide}px;height:auto"
        return f'<img alt="{alt}" style="{style}" src="data:image/png;base64,{data}">'


@contextmanager
def drawing() -> Iterator[None]:
    """Use our style, and pass over signs that no installed font has, for as long as this lasts."""
    installed = set(fontManager.get_font_names())
    style = {
        "font.family": [name for name in _FONTS if name in installed],
        "svg.fonttype": "none",
        "svg.hashsalt": "olenb",
        "text.usetex": False,
        "text.parse_math": False,
        "axes.unicode_minus": False,
        "path.simplify": False,
    }
    with mpl.rc_context(style), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from", category=UserWarning)
        yield


def map_figure(shown: Map, *, dark: bool = False, grey: bool = False) -> Picture:
    """Draw the map of everybody whom the user knows.

    Parameters
    ----------
    shown
        The circles with their contacts.
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
    >>> from olenb.views.pictures import Circle, Contact
    >>> map_figure(Map((Circle("Family", (Contact(1, "Ana Ruiz"),)),))).description.sentence
    'You know 1 person; ask around to find who knows whom.'
    """
    layout, colours = layout_map(shown), theme(dark=dark, grey=grey)
    with drawing():
        figure, ax = _page(describe_map(shown), layout.width, layout.height, colours)
        if layout.dots:
            _title(ax, f"{people(shown.size)} you know", colours)
            _draw_map(ax, layout, shown, colours)
        else:
            _write_all(ax, layout.labels, colours)
    return figure


def _page(
    description: Description, wide: float, high: float, colours: Theme
) -> tuple[Picture, Axes]:
    """Return a figure with one pair of axes in pixels, a header above and a footer below."""
    size = (wide, high + HEADER + FOOTER)
    figure = Picture(description, size, colours.ground)
    ax = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    ax.set(xlim=(0, size[0]), ylim=(high + FOOTER, -HEADER))
    ax.axis("off")
    return figure, ax


def _title(ax: Axes, text: str, colours: Theme) -> None:
    title = Label(text, MARGIN, 30 - HEADER, 18.0, bold=True)
    _write(ax, title, colours.text)


def _draw_map(ax: Axes, layout: MapLayout, shown: Map, colours: Theme) -> None:
    """Draw sectors, leaders, dots and words, in this order."""
    inner, outer = layout.radii
    for sector in layout.sectors:
        span = degrees(sector.start), degrees(sector.end)
        ground = colours.tinted(sector.colour)
        ax.add_patch(Wedge(layout.centre, outer, *span, width=outer - inner, fc=ground, lw=0))
    ax.add_collection(
        LineCollection(
            [leader.points for leader in layout.leaders],
            colors=[colours.circle(leader.colour) for leader in layout.leaders],
            linewidths=0.6,
        )
    )
    _draw_dots(ax, layout.dots, colours)
    reach = {contact.id: contact.reach for contact in shown.contacts}
    for dot in layout.dots:
        if dot.kind == "named":
            number = Label(f"{reach[dot.contact]}", dot.x, dot.y + 4, 11.0, "middle", bold=True)
            _write(ax, number, colours.ground)
    _write_all(ax, layout.labels, colours)
    _you(ax, layout.centre, 21.0, colours)


def _you(ax: Axes, centre: tuple[float, float], radius: float, colours: Theme) -> None:
    ax.add_patch(mpl.patches.Circle(centre, radius, fc=colours.text, lw=0, zorder=3))
    _write(ax, Label(YOU, centre[0], centre[1] + 4.5, 13.0, "middle", bold=True), colours.ground)


def _draw_dots(ax: Axes, dots: tuple[Dot, ...], colours: Theme) -> None:
    """Draw the dots, one collection for each look, which keeps an SVG small."""
    looks: dict[tuple[str, int, float], list[tuple[float, float]]] = {}
    for dot in dots:
        looks.setdefault((dot.kind, dot.colour, dot.radius), []).append((dot.x, dot.y))
    for (kind, colour, radius), spots in looks.items():
        face = colours.quiet(colour) if kind == "plain" else colours.circle(colour)
        points = 2 * radius * 72 / DPI
        ax.scatter(
            *zip(*spots, strict=True),
            s=points**2,
            color=face,
            linewidths=0.9 if kind == "named" else 0,
            edgecolors=colours.ground,
            zorder=2,
        )


def _write_all(ax: Axes, labels: tuple[Label, ...], colours: Theme) -> None:
    tones = {"text": colours.text, "mute": colours.mute}
    for label in labels:
        _write(ax, label, tones.get(label.tone) or colours.circle(label.colour))


def _write(ax: Axes, label: Label, colour: str) -> None:
    """Write words as they are: a name is never mathematics."""
    ax.text(
        label.x,
        label.y,
        label.text,
        fontsize=label.size * 72 / DPI,
        ha={"start": "left", "middle": "center", "end": "right"}[label.anchor],
        va="baseline",
        weight="bold" if label.bold else "normal",
        color=colour,
        parse_math=False,
        zorder=4,
    )
