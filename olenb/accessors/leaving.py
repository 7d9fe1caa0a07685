"""`wb.leaving`: what leaves the workbook in a file, looked at first, written down afterwards."""

import os
from collections.abc import Collection
from pathlib import Path

import pandas as pd

from olenb.accessors.book import Book, put
from olenb.core import exports
from olenb.share import Findings, Sought, check
from olenb.views.export.choosing import LOOKS
from olenb.views.export.leaving import Leaving, More, What

LEFT = ("name", "kind", "at")


class Leave:
    """The door of the workbook: nothing confidential goes through it (R38)."""

    def __init__(self, wb: Book):
        self._wb = wb

    def __repr__(self) -> str:
        return "<the door of your olenb workbook>"

    def look(self, what: str, more: Collection[str] = ()) -> Leaving:
        """Return what would leave; nothing is written.

        Parameters
        ----------
        what
            "people", "tracker" or "graph".
        more
            Besides what is on a card: "story" (how you know them) and "answers" (what you
            answered about them).

        Raises
        ------
        ValueError
            There is no such thing to take along.

        """
        return LOOKS[What(what)](self._wb.store, [More(kind) for kind in more])

    def save(self, leaving: Leaving, path: str | os.PathLike[str]) -> Path:
        """Write what was looked at into a file, and note that it left.

        Parameters
        ----------
        leaving
            What `look` returned.
        path
            Where to; its end says which kind of file, one of `leaving.ENDINGS`.

        Raises
        ------
        NotAllowed
            There is no such kind of file of it; nothing was written.
        NotWritten
            The folder is missing, full or not ours to write in; nothing was changed.

        """
        place = Path(path)
        return put(self._wb, leaving.file(place.suffix), place, leaving.what.value)

    def before(self) -> pd.DataFrame:
        """Return what left before, the newest first: name, kind, at (UTC)."""
        return pd.DataFrame(exports.listed(self._wb.store), columns=list(LEFT), dtype="str")

    def check(self, path: str | os.PathLike[str]) -> Findings:
        """Look for your people in any file before you give it away; see `olenb.share`."""
        return check(path, Sought.of(self._wb.store))
