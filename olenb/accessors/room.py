"""`wb.room`: taking part in a workshop (N1)."""

from collections.abc import Collection
from datetime import UTC, datetime

import pandas as pd

from olenb.accessors.book import Book
from olenb.core.errors import NotFound
from olenb.network.targets import targets
from olenb.room import desk
from olenb.room.documents import Document


class Room:
    """One's own desk in a workshop: ask, see whom one could bring together, tick, withdraw."""

    def __init__(self, wb: Book):
        self._wb = wb

    def __repr__(self) -> str:
        return "<your desk in a workshop>"

    def ask(self, session: str, target: int | str | None = None) -> Document:
        """Return your question, about a target or the first of yours; see `olenb.room.desk.ask`."""
        with self._wb.writing() as store:
            mine = targets(store)
            if not mine:
                raise NotFound(
                    "There is nothing on your list to ask about. Nothing was written. "
                    "Please add a place or a kind of work first, in “Your goals”."
                )
            return desk.ask(store, session, mine[0].id if target is None else target, _now())

    def could_introduce(self, questions: Document) -> pd.DataFrame:
        """Return whom you could bring together, for you alone; see `desk.could_introduce`."""
        with self._wb.writing() as store:
            return desk.could_introduce(store, questions)

    def answer(self, questions: Document, ticked: Collection[str]) -> Document:
        """Return the file with what you ticked; see `olenb.room.desk.answer`."""
        with self._wb.writing() as store:
            return desk.answer(store, questions, ticked)

    def withdraw(self, session: str) -> Document:
        """Return the file that takes you out of the room."""
        with self._wb.writing() as store:
            return desk.withdraw(store, session, _now())

    def code(self, session: str) -> str:
        """Return your code in a session."""
        with self._wb.writing() as store:
            return desk.code(store, session)


def _now() -> datetime:
    return datetime.now(UTC)
