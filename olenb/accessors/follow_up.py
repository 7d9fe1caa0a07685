"""`wb.follow_up`: what is due, and what the user did about it (R34 to R38, N5)."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from olenb.accessors.book import Book, put
from olenb.core.errors import ExampleIsReadOnly, NotAllowed, NotFound
from olenb.core.folders import private_folder
from olenb.method import conversations, notes, where
from olenb.method.due import done as deeds
from olenb.method.due import drafting
from olenb.method.due.drafting import Words
from olenb.method.due.facts import Facts, this_moment
from olenb.method.due.frame import due
from olenb.method.where import Country
from olenb.views import on_demand
from olenb.views.agenda import Agenda, agenda
from olenb.views.fortnight import fortnight

if TYPE_CHECKING:
    from olenb.views.canvas import Picture

EXPORTS = "exports"
CALENDAR = "calendar.ics"


class FollowUp:
    """Keeping one's word: what is due by when, what was done about it, a calendar of it.

    What is due follows from what happened; only what the user did or decided is kept.
    """

    def __init__(self, wb: Book):
        self._wb = wb

    def __repr__(self) -> str:
        return "<what is due in your olenb workbook>"

    def due(self) -> pd.DataFrame:
        """Say what is due, now and later; see `olenb.method.due.frame.due` for the columns."""
        return due(self._wb.store)

    def done(self, key: str, channel: str = "", on: str = "") -> int:
        """Note that something is done; see `olenb.method.due.done.done` (R34 to R36)."""
        with self._wb.writing() as store:
            return deeds.done(store, key, channel, on)

    def put_off(self, key: str, until: str) -> None:
        """Put something off until a day, ISO 8601; see `olenb.method.due.done.put_off`."""
        with self._wb.writing() as store:
            deeds.put_off(store, key, until)

    def leave_out(self, key: str) -> None:
        """Leave something out; see `olenb.method.due.done.leave_out`."""
        with self._wb.writing() as store:
            deeds.leave_out(store, key)

    def park(self, person: int, on: str = "") -> int:
        """Let it rest with somebody until they write; return the note's id (R33)."""
        with self._wb.writing() as store:
            return deeds.park(store, person, on)

    def stop(self, person: int, on: str = "") -> int:
        """Note that somebody asked not to be written to; nothing is due with them again."""
        with self._wb.writing() as store:
            return deeds.stop(store, person, on)

    def words(self, key: str, channel: str = "email") -> Words:
        """Return words for something that is due: kept ones, else a draft to begin with.

        Parameters
        ----------
        key
            Which row of `due`.
        channel
            "email", "letter" (for a card, too), "phone", "linkedin" or "text message".

        Raises
        ------
        NotAllowed
            A thank-you lacks what was learned or what comes next (R34).
        NotFound
            Nothing of that key is due any more.

        """
        store = self._wb.store
        return drafting.words(store, deeds.find(Facts(store, this_moment(store)), key), channel)

    def keep(self, key: str, channel: str, body: str, subject: str = "") -> int:
        """Keep your own words for something that is due, and return the draft's id."""
        with self._wb.writing() as store:
            item = deeds.find(Facts(store, this_moment(store)), key)
            return drafting.keep(store, item, channel, body, subject)

    def say(self, conversation: int, **words: Any) -> None:
        """Note one thing that was `learned` and the `next_action`, for the thank-you (R34)."""
        with self._wb.writing() as store:
            conversations.say(store, conversation, **words)

    def held(self, meeting: int, ended_at: str) -> int:
        """Note that a meeting was held and when it ended; return the conversation's id.

        Raises
        ------
        NotAllowed
            The moment isn't one, or has no offset from UTC.
        NotFound
            There is no such meeting.

        """
        with self._wb.writing() as store:
            row = store.one("SELECT person, target FROM meeting WHERE id = ?", (int(meeting),))
            if row is None:
                raise NotFound("That meeting is no longer in your workbook. Nothing was changed.")
            return conversations.held(
                store, row["person"], ended_at, target=row["target"], meeting=meeting
            )

    def did(self, note: int, words: str) -> None:
        """Note what you did with a piece of advice, by its note's id (R35)."""
        with self._wb.writing() as store:
            notes.did(store, note, words)

    @property
    def country(self) -> Country:
        """Whose holidays are no business days, and who says so."""
        return where.country(self._wb.store)

    def say_country(self, code: str, region: str = "") -> None:
        """Note whose holidays hold, such as "US" and "MN"; "" takes it back."""
        with self._wb.writing() as store:
            where.say_country(store, code, region)

    def weeks(self, *, dark: bool = False) -> "Picture":
        """Draw the next two weeks; see `olenb.views.fortnight_figure` (R52)."""
        return on_demand.fortnight_figure(fortnight(self._wb.store), dark=dark)

    def calendar(self) -> Agenda:
        """Say what a calendar file would hold; see `olenb.views.agenda.Agenda` (R16, N5)."""
        return agenda(self._wb.store)

    def save_calendar(self, path: str | os.PathLike[str] | None = None) -> Path:
        """Write the calendar file, and return where it is.

        Parameters
        ----------
        path
            Where to; the name ends in `.ics`. None takes the folder `exports` beside the
            workbook.

        Raises
        ------
        ExampleIsReadOnly
            Without a path, for the invented example has no folder.
        NotAllowed
            The name ends in something else; nothing was written.
        NotWritten
            The folder is missing, full or not ours to write in.

        """
        place = Path(path) if path is not None else self._exports() / CALENDAR
        if place.suffix.lower() != ".ics":
            raise NotAllowed(
                "A calendar is saved as .ics. Nothing was written. "
                "Give the file a name that ends in that."
            )
        return put(self._wb, self.calendar().file(), place, "calendar")

    def _exports(self) -> Path:
        folder = self._wb.store.folder
        if folder is None:
            raise ExampleIsReadOnly(
                "These are invented people, so there is nothing for your calendar yet. "
                "It begins with the first thing that you add."
            )
        return private_folder(folder / EXPORTS)
