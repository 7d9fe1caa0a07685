"""`wb.review`: what was learned, what changed, and a report to print (R4, R38)."""

import os
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from olenb.accessors.book import Book, put
from olenb.core.errors import NotAllowed
from olenb.method import review, story
from olenb.method.discretion import Own
from olenb.method.frames import frame
from olenb.method.review import Told
from olenb.views import report

COLUMNS = {"part": "str", "when": "str", "words": "str", "decision": "bool", "key": "str"}


class Review:
    """What there is to look back on, and what of it may leave.

    >>> import olenb
    >>> wb = olenb.open_workbook(sample=True)
    >>> sorted(set(wb.review.lines()["part"]))
    ['changed', 'held', 'learned', 'next', 'plans']
    """

    def __init__(self, wb: Book):
        self._wb = wb

    def __repr__(self) -> str:
        return "<the review of your olenb workbook>"

    def lines(self, now: datetime | None = None) -> pd.DataFrame:
        """Return everything there is to look back on, for your own eyes.

        Parameters
        ----------
        now
            This moment, with its offset; None asks the clock.

        Returns
        -------
        DataFrame
            part ("changed", "learned", "held", "plans", "next"); when: ISO 8601, "" where nobody
            knows; words; decision: whether it counts as a decision that changed; key: a name
            that stays the same, to leave the line out of a report.

        """
        return _frame(self.told(now))

    def told(self, now: datetime | None = None) -> list[Told]:
        """Return the same as plain values, for a screen."""
        store = self._wb.store
        return review.tell(story.lines(store, now or _now()), Own(store), others=False)

    def headline(self, now: datetime | None = None) -> str:
        """Say how many conversations were held and decisions changed; "" before the first."""
        return review.headline(self.told(now))

    def draft(self, *, with_names: bool = False, now: datetime | None = None) -> "report.Draft":
        """Return what may stand in a report, to look at before it is written."""
        return report.draft(self._wb.store, now or _now(), with_names=with_names)

    def report(
        self,
        *,
        with_names: bool = False,
        left_out: Collection[str] = (),
        now: datetime | None = None,
    ) -> bytes:
        """Return the report as one HTML file; see `olenb.views.report.report`.

        Parameters
        ----------
        with_names
            Whether people are named.
        left_out
            Keys of lines, and parts, that are to be left out.
        now
            As for `lines`.

        """
        store = self._wb.store
        return report.report(store, now or _now(), with_names=with_names, left_out=left_out)

    def save_report(
        self,
        path: str | os.PathLike[str],
        *,
        with_names: bool = False,
        left_out: Collection[str] = (),
        now: datetime | None = None,
    ) -> Path:
        """Write the report into an HTML file that the browser prints; see `report`.

        Raises
        ------
        NotAllowed
            The name ends in something else than .html; nothing was written.
        NotWritten
            The folder is missing, full or not ours to write in; nothing was changed.

        """
        place = Path(path)
        if place.suffix.lower() not in (".html", ".htm"):
            raise NotAllowed(
                "A report is a page whose name ends in .html. Nothing was written. "
                "Your browser makes a PDF of it, when you print it."
            )
        content = self.report(with_names=with_names, left_out=left_out, now=now)
        return put(self._wb, content, place, "report")


def _frame(told: list[Told]) -> pd.DataFrame:
    rows = ((one.part.value, one.when, one.words, one.decision, one.key) for one in told)
    return frame(rows, COLUMNS)


def _now() -> datetime:
    return datetime.now(UTC).astimezone()
