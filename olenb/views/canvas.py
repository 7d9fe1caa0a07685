"""What our matplotlib figures share: a page in pixels, words as they are, a description.

Nothing global is touched: no pyplot, no rcParams, no warning filter that outlives a drawing.
"""

import base64
import html
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.text import Text

from olenb.views.pictures.describe import Description
from olenb.views.pictures.layout import Label
from olenb.views.pictures.palette import Theme
from olenb.views.pictures.text import ELLIPSIS, fit, width, wrap

DPI = 100
HEADER, FOOTER, MARGIN = 66.0, 46.0, 14.0
_FONTS = (
    "DejaVu Sans",
    *("Noto Sans CJK SC", "Noto Sans CJK JP", "Microsoft YaHei", "Yu Gothic", "PingFang SC"),
    *("Hiragino Sans", "Apple SD Gothic Neo", "Malgun Gothic", "WenQuanYi Zen Hei"),
    *("Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai"),
    *("Segoe UI", "Arial Unicode MS", "Noto Emoji", "Segoe UI Emoji", "Symbola"),
)


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
    style: Any = {
        "font.family": [*(name for name in _FONTS if name in installed), "sans-serif"],
        "font.sans-serif": ["DejaVu Sans", "Arial", "Helvetica"],
        "svg.fonttype": "none",
        "svg.hashsalt": "olenb",
        "text.usetex": False,
        "text.parse_math": False,
    }
    with mpl.rc_context(style), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from", category=UserWarning)
        yield


def page(
    description: Description, wide: float, high: float, colours: Theme
) -> tuple[Picture, Axes]:
    """Return a figure and its axes in pixels, room for a title above and a legend below."""
    size = (wide, high + HEADER + FOOTER)
    figure = Picture(description, size, colours.ground)
    ax = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    ax.set(xlim=(0, size[0]), ylim=(high + FOOTER, -HEADER))
    ax.axis("off")
    return figure, ax


def write_title(ax: Axes, title: str, sentence: str, colours: Theme) -> None:
    """Write what the picture is and what it says above it, in two lines where one is too short."""
    room = ax.get_xlim()[1] - 2 * MARGIN
    title = fit(title, room, 18.0, bold=True)
    lines = wrap(sentence, room, 13.0)
    top = 28 - HEADER if len(lines) == 1 else 22 - HEADER
    write(ax, Label(title, MARGIN, top, 18.0, bold=True), colours.text)
    for number, words in enumerate(lines):
        write(ax, Label(words, MARGIN, top + 21 + 16 * number, 13.0), colours.mute)


def without_title(figure: Picture) -> Picture:
    """Take away what `write_title` wrote, for a page that says the same in its own words.

    Parameters
    ----------
    figure
        A figure on a `page`; it is changed, and returned.
    """
    for ax in figure.axes:
        bottom, _ = ax.get_ylim()
        for text in ax.texts:
            if text.get_position()[1] < 0:
                text.set_visible(False)
        ax.set_ylim(bottom, 0.0)
        figure.set_size_inches(figure.get_figwidth(), bottom / DPI)
    return figure


def write_all(ax: Axes, labels: Iterable[Label], colours: Theme) -> None:
    """Write words in the colours of their tones."""
    tones = {"text": colours.text, "mute": colours.mute}
    for label in labels:
        write(ax, label, tones.get(label.tone) or colours.circle(label.colour))


def write(ax: Axes, label: Label, colour: str) -> None:
    """Write words as they are: a name is never mathematics."""
    artist = ax.text(
        label.x,
        label.y,
        label.text,
        fontsize=points(label.size),
        ha={"start": "left", "middle": "center", "end": "right"}[label.anchor],
        va="baseline",
        weight="bold" if label.bold else "normal",
        color=colour,
        parse_math=False,
        zorder=4,
    )
    if not label.text.isascii():
        _keep_to_room(artist, label)


def _keep_to_room(artist: Text, label: Label) -> None:
    """Cut words whose letters turn out wider than they were thought to be."""
    room = label.box.right - label.box.left + 0.5
    text = label.text
    while (wide := artist.get_window_extent(_ruler()).width) > room and text != ELLIPSIS:
        less = width(text, label.size, bold=label.bold) * room / wide * 0.97
        shorter = fit(text, less, label.size, bold=label.bold)
        # Letters that were thought to take no room at all can't be cut by their width.
        text = shorter if shorter != text else ELLIPSIS
        artist.set_text(text)


@cache
def _ruler() -> RendererBase:
    """Return a renderer that only measures."""
    return RendererAgg(1, 1, DPI)  # type: ignore[no-untyped-call]


def points(pixels: float) -> float:
    """Return pixels of our pages in matplotlib's points."""
    return pixels * 72 / DPI
