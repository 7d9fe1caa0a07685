"""Pictures as files: SVG with real text, PNG for what can't show SVG; each says what it shows."""

import os
from io import BytesIO, StringIO
from pathlib import Path
from xml.sax.saxutils import escape

from olenb.core.errors import NotAllowed
from olenb.core.files import write
from olenb.views.canvas import DPI, Picture, drawing, without_title
from olenb.views.pictures.text import clean

_CREATOR = "olenb"


def save(figure: Picture, path: str | os.PathLike[str]) -> Path:
    """Write a picture with its text alternative inside: as SVG with real text, or as PNG.

    Parameters
    ----------
    figure
        What `map_figure` or `routes_figure` returned.
    path
        Where to; the name's end, `.svg` or `.png`, says which.

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    NotAllowed
        The name ends in something else; nothing was written.
    NotWritten
        The folder is missing, full or not ours to write in; nothing was changed.
    """
    place = Path(path)
    forms = {".svg": svg, ".png": png}
    form = forms.get(place.suffix.lower())
    if form is None:
        raise NotAllowed(
            "A picture can be saved as .svg or .png. Nothing was written. "
            "Give the file a name that ends in one of these."
        )
    return write(form(figure), place)


def svg(figure: Picture) -> bytes:
    """Return the figure as SVG, its description where screen readers look for it.

    Parameters
    ----------
    figure
        As for `save`.
    """
    file = StringIO()
    with drawing():
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": _CREATOR})
    title, words = _described(figure)
    head, tag, rest = file.getvalue().partition("<svg ")
    opening, end, body = rest.partition(">")
    roles = 'role="img" aria-labelledby="olenb-title olenb-desc" '
    told = (
        f'\n <title id="olenb-title">{escape(title)}</title>'
        f'\n <desc id="olenb-desc">{escape(words)}</desc>'
    )
    return (head + tag + roles + opening + end + told + body).encode("utf-8")


def bare_svg(figure: Picture) -> str:
    """Return the figure as SVG without its title, for a page that says it in its own words.

    Parameters
    ----------
    figure
        As for `save`; its title is gone afterwards.
    """
    return svg(without_title(figure)).decode("utf-8")


def png(figure: Picture) -> bytes:
    """Return the figure as PNG at twice the density, its description in the metadata.

    Parameters
    ----------
    figure
        As for `save`.
    """
    file = BytesIO()
    title, words = _described(figure)
    about = {"Title": title, "Description": words, "Software": _CREATOR}
    with drawing():
        figure.savefig(file, format="png", dpi=2 * DPI, metadata=about)
    return file.getvalue()


def _described(figure: Picture) -> tuple[str, str]:
    """Return the sentence and the text alternative, on one line each."""
    return clean(figure.description.sentence), clean(figure.description.alt)
