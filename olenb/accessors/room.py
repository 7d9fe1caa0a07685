"""`wb.room`: taking part in a workshop (N1, N11)."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime

import pandas as pd

from olenb.accessors.book import Book
from olenb.core import exports
from olenb.core.errors import NotFound
from olenb.method import measure
from olenb.network.targets import chosen, targets
from olenb.room import desk, example, folder, own_summary, table
from olenb.room.documents import Document, Question
from olenb.room.matches import matches
from olenb.room.summary import Summary

NOTHING = (
    "There is nothing on your list to ask about. Nothing was written. "
    "Please add a place or a kind of work first, in “Your goals”."
)
HERE = "here"


class Room:
    """One's own desk in a workshop: ask, see whom one could bring together, tick, withdraw.

    >>> import olenb
    >>> olenb.open_workbook(sample=True).room.question().words
    'Who could reach somebody at Tamarind Valley Clinic? The work: lab scientist.'
    """

    def __init__(self, wb: Book):
        self._wb = wb

    def __repr__(self) -> str:
        return "<your desk in a workshop>"

    @property
    def session(self) -> str:
        """The code of the session that you took part in last, "" before the first."""
        return desk.last(self._wb.store)[0]

    @property
    def last_code(self) -> str:
        """Your code in that session, "" before the first."""
        return desk.last(self._wb.store)[1]

    def question(self, target: int | str | None = None) -> Question:
        """Return what you would ask about a target, or the first of yours; nothing is written."""
        mine = targets(self._wb.store)
        if not mine:
            raise NotFound(NOTHING)
        one = mine[0] if target is None else chosen(self._wb.store, target)[0]
        return Question(HERE, 1, one.name, one.role, one.industry, one.region)

    def ask(self, session: str, target: int | str | None = None) -> Document:
        """Return your question, about a target or the first of yours; see `olenb.room.desk.ask`."""
        with self._wb.writing() as store:
            mine = targets(store)
            if not mine:
                raise NotFound(NOTHING)
            return desk.ask(store, session, mine[0].id if target is None else target, _now())

    def could_introduce(self, questions: Document) -> pd.DataFrame:
        """Return whom you could bring together, for you alone; see `desk.could_introduce`."""
        with self._wb.writing() as store:
            return desk.could_introduce(store, questions)

    def rehearsed(self) -> pd.DataFrame:
        """Return the same for invented questions, as it looks in a room; nothing is written."""
        return matches(self._wb.store, example.questions(self._wb.store))

    def answer(self, questions: Document, ticked: Collection[str]) -> Document:
        """Return the file with what you ticked; see `olenb.room.desk.answer`."""
        with self._wb.writing() as store:
            return desk.answer(store, questions, ticked)

    def withdraw(self, session: str) -> Document:
        """Return the file that takes you out of the room, and take your files out of its folder."""
        with self._wb.writing() as store:
            document = desk.withdraw(store, session, _now())
            if shared := folder.shared():
                folder.take_back(shared, desk.token(store, session))
            return document

    def code(self, session: str) -> str:
        """Return your code in a session."""
        with self._wb.writing() as store:
            return desk.code(store, session)

    # A folder that the room shares, where there is one.

    @property
    def shares_a_folder(self) -> bool:
        """Whether files go round by a folder, and none need be carried."""
        return folder.is_there(folder.shared())

    def drop(self, document: Document | Summary) -> None:
        """Put a file of yours into the room's folder; a newer one takes its place.

        Raises
        ------
        NotFound
            This room has no folder.
        NotWritten
            It is full, or gone.

        """
        shared = folder.shared()
        if shared is None:
            raise NotFound("This room has no folder. Please save the file and hand it in.")
        kind = document.kind if isinstance(document, Document) else "summary"
        with self._wb.writing() as store:
            token = desk.token(store, document.session)
            exports.note(store, folder.drop(shared, token, kind, document.to_bytes()), "workshop")

    def questions(self) -> Document:
        """Return the list that lies in the room's folder.

        Raises
        ------
        NotFound
            There is none yet.
        RoomFileRefused
            It isn't one, or has expired.

        """
        shared = folder.shared()
        if shared is None or not (shared / folder.LIST).is_file():
            raise NotFound("The list isn't there yet. Please look again when it is said to be.")
        return table.read_questions(shared / folder.LIST, _now())

    # How sure one feels, and the summary.

    @property
    def measures(self) -> pd.DataFrame:
        """Your answers before, after and six weeks later; see `olenb.method.measure.table`."""
        return measure.table(self._wb.store)

    def say(self, occasion: str, answers: Mapping[str, int | None]) -> None:
        """Keep your answers of one occasion; see `olenb.method.measure.say`."""
        with self._wb.writing() as store:
            measure.say(store, occasion, answers)

    def summary(
        self,
        session: str,
        occasion: str = "after",
        *,
        sector: str | None = None,
        with_counts: bool = True,
        with_answers: bool = True,
    ) -> Summary:
        """Return what would leave for the cohort's figures; see `olenb.room.own_summary`."""
        return own_summary.own_summary(
            self._wb.store,
            session,
            HERE if self._wb.store.is_example else self.code(session),
            occasion=occasion,
            now=_now(),
            sector=sector,
            with_counts=with_counts,
            with_answers=with_answers,
        )


def _now() -> datetime:
    return datetime.now(UTC)
