"""A matplotlib figure among the blocks of a form: its sentence, itself, and the same as a table.

The sentence is real text, which can be read aloud, made larger and broken into lines, so that it
isn't said once more inside the picture.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from olenb.views import export
from olenb.views.widgets.blocks import Block, Details, Drawing, TableBlock, Text

if TYPE_CHECKING:
    from olenb.views.canvas import Picture

Draw: TypeAlias = "Callable[[bool], Picture]"
"""Draws a figure; the argument says whether for a dark page."""


def drawn(draw: Draw, *, caption: str, id: str = "") -> list[Block]:
    """Return the blocks that show a figure on a page.

    Parameters
    ----------
    draw
        Called twice, for a light page and for a dark one.
    caption
        What the table holds; also what the line to open it says.
    id
        Needed where a form shows several.
    """
    day, night = draw(False), draw(True)
    said = day.description
    rows = [[str(cell) for cell in row] for row in said.table.itertuples(index=False)]
    table = TableBlock(caption, list(said.table.columns), rows)
    return [
        Text(said.sentence),
        Drawing(export.bare_svg(day), export.bare_svg(night), said.alt),
        Details(f"The same as a table: {caption}", [table], id=f"table {id}"),
    ]
