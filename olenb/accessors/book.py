"""What an accessor needs of the workbook: to read it, to write in it, to let a file go.

Whatever is written for others goes through `put` or `draw`, so that it is noted where it went and
`forget` can name it.
"""

import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from olenb.core import exports
from olenb.core.store import Store
from olenb.views import export

if TYPE_CHECKING:
    from olenb.views.canvas import Picture


class Book(Protocol):
    """The part of `olenb.workbook.Workbook` that accessors stand on."""

    @property
    def store(self) -> Store:
        """The open file, for reading."""

    def writing(self) -> AbstractContextManager[Store]:
        """Open the user's own file for one step."""


def put(wb: Book, content: bytes, path: str | os.PathLike[str], kind: str) -> Path:
    """Write a finished file for others, note that it left, and return where it is.

    Parameters
    ----------
    wb
        The workbook that it comes from.
    content
        The file, made from what `olenb.method.discretion` lets out.
    path
        Where to.
    kind
        What it is, in a word or two.

    Raises
    ------
    NotWritten
        The folder is missing, full or not ours to write in; nothing was changed.

    """
    place = export.write(content, Path(path))
    exports.note(wb.store, place, kind)
    return place


def draw(wb: Book, picture: "Picture", path: str | os.PathLike[str]) -> str:
    """Write a picture for others as SVG or PNG, note that it left, and return its sentence.

    Parameters
    ----------
    wb, path
        As for `put`; the name's end says which kind it is.
    picture
        What it shows, made as for `put`.

    Raises
    ------
    NotAllowed
        The name ends in something else; nothing was written.
    NotWritten
        As for `put`.

    """
    exports.note(wb.store, export.save(picture, path), "picture")
    return picture.description.sentence
