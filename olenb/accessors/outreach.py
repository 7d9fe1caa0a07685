"""`wb.outreach`: what to write, what happened, when to meet, and how far it is."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from olenb.accessors.book import Book, put
from olenb.contacts import people
from olenb.core.errors import NotAllowed
from olenb.core.terms import Channel, DraftKind
from olenb.method import ledger, permissions, zones
from olenb.method.drafts import checking, saved, sent
from olenb.method.drafts.scaffold import Scaffold, scaffold
from olenb.method.due import done
from olenb.method.etiquette import Finding
from olenb.method.outreach import (
    budget,
    coworkers,
    meetings,
    proposals,
    rate,
    touches,
)
from olenb.method.outreach.rate import Rate
from olenb.method.outreach.tracker import tracker
from olenb.method.permissions import Decision
from olenb.method.places import Place
from olenb.method.times import Slot
from olenb.views import outreach_pages
from olenb.views.board import Board, board_of
from olenb.views.export import choosing

Who = int | str


class Outreach:
    """Asking, from the first message to the thanks; nothing is ever sent from here.

    People are given by id, name, email address or profile page.
    """

    def __init__(self, wb: Book):
        self._wb = wb

    def __repr__(self) -> str:
        return "<the asking in your olenb workbook>"

    # What to write.

    def draft(
        self,
        person: Who,
        kind: str,
        channel: str = "email",
        *,
        via: Who | None = None,
        about: Who | None = None,
        target: int | None = None,
        slots: tuple[Slot, ...] = (),
    ) -> Scaffold:
        """Begin a draft; see `olenb.method.drafts.scaffold.scaffold` (R12)."""
        others = {"via": self._maybe(via), "about": self._maybe(about)}
        store, who = self._wb.store, self._person(person)
        return scaffold(store, who, kind, channel, target=target, slots=slots, **others)

    def check(
        self, person: Who, kind: str, channel: str, body: str, **details: Any
    ) -> list[Finding]:
        """Look a draft over; see `olenb.method.drafts.checking.findings` (N6)."""
        who = self._person(person)
        return checking.findings(self._wb.store, who, kind, channel, body, **details)

    def drafts(self, person: Who | None = None) -> pd.DataFrame:
        """Return what you wrote; see `olenb.method.drafts.saved.drafts` for the columns."""
        return saved.drafts(self._wb.store, self._maybe(person))

    def save_draft(self, person: Who, kind: str, channel: str, body: str, **details: Any) -> int:
        """Keep a draft and return its id; see `olenb.method.drafts.saved.save` (R37, R38)."""
        with self._wb.writing() as store:
            who = people.find(store, person)
            return saved.save(store, who, kind, channel, body, **details)

    def mark_sent(
        self, draft: int, when: str = "", channel: str = "", *, as_it_is: bool = False
    ) -> int:
        """Note that you sent a draft; see `olenb.method.drafts.sent.mark_sent` (R51)."""
        with self._wb.writing() as store:
            return sent.mark_sent(store, draft, when=when, channel=channel, as_it_is=as_it_is)

    def remove_draft(self, draft: int) -> None:
        """Throw a draft away; what was noted as sent stays noted."""
        with self._wb.writing() as store:
            saved.remove(store, draft)

    def page(self, draft: int) -> bytes:
        """Return a draft as an HTML page to print, to copy or to open in a mail program.

        Raises
        ------
        NotAllowed
            The reader is confidential, or a name in it isn't free any more (R37, R38).
        NotFound
            There is no such draft.

        """
        row = saved.get(self._wb.store, draft)
        reader = self._wb.store.one("SELECT * FROM person WHERE id = ?", (row["person"],))
        if reader is None or reader["confidential"]:
            raise NotAllowed(
                "You marked this person as confidential, so nothing about them leaves this file. "
                "Nothing was written. You can copy the words by hand."
            )
        about = {"subject": row["subject"] or "", "via": row["via"], "about": row["about"]}
        refused = checking.refusals(
            self._wb.store, row["person"], row["kind"], row["channel"], row["body"], **about
        )
        if refused:
            raise NotAllowed(f"{refused[0]} Nothing was written; change the draft first.")
        shown = outreach_pages.Draft(
            DraftKind(row["kind"]),
            Channel(row["channel"]),
            row["body"],
            row["subject"] or "",
            reader["email"] or "",
        )
        return outreach_pages.draft_page(shown)

    def save_page(self, draft: int, path: str | os.PathLike[str]) -> Path:
        """Write a draft as an HTML page and return where it is; see `page`."""
        return put(self._wb, self.page(draft), path, "draft")

    # What happened, and how far it is.

    def tracker(self) -> pd.DataFrame:
        """Say how far it is with everybody; see `olenb.method.outreach.tracker` (R51)."""
        return tracker(self._wb.store)

    def tracker_file(self) -> bytes:
        """Return the tracker as a CSV file, as `wb.leaving.look("tracker")` shows it (R38, R51)."""
        return choosing.tracker(self._wb.store).file(".csv")

    def save_tracker(self, path: str | os.PathLike[str]) -> Path:
        """Write the tracker as a CSV file and return where it is; see `tracker_file`."""
        return put(self._wb, self.tracker_file(), path, "tracker")

    def touches(self) -> pd.DataFrame:
        """Return what happened, the newest first; see `olenb.method.outreach.touches`."""
        return touches.touches(self._wb.store)

    def note(self, person: Who, kind: str, **details: Any) -> int:
        """Note what happened with somebody; see `olenb.method.outreach.touches.note`."""
        with self._wb.writing() as store:
            return touches.note(store, people.find(store, person), kind, **details)

    def answer(self, touch: int, reply: str, when: str = "") -> None:
        """Note what somebody answered: "yes", "no", "will ask", "stop", or "" for nothing yet."""
        with self._wb.writing() as store:
            touches.answer(store, touch, reply, when=when)

    def edit(self, touch: int, column: str, value: Any) -> None:
        """Correct what happened; see `olenb.method.outreach.touches.edit`."""
        with self._wb.writing() as store:
            touches.edit(store, touch, column, value)

    def remove(self, touch: int) -> None:
        """Take away what didn't happen."""
        with self._wb.writing() as store:
            touches.remove(store, touch)

    def park(self, person: Who, when: str = "") -> int:
        """Let it rest with somebody until they write (R33)."""
        with self._wb.writing() as store:
            return done.park(store, people.find(store, person), when)

    def stop(self, person: Who, when: str = "") -> int:
        """Note that somebody asked not to be written to any more; it holds for good."""
        with self._wb.writing() as store:
            return done.stop(store, people.find(store, person), when)

    # When to meet.

    def zone(self, person: Who) -> str:
        """Return somebody's time zone as you confirmed it, or ""."""
        return zones.of(self._wb.store, self._person(person))

    def zones(self, person: Who) -> list[Place]:
        """Return where somebody may be, by their city; see `olenb.method.places.find` (R16)."""
        return zones.proposed(self._wb.store, self._person(person))

    def confirm_zone(self, person: Who, zone: str) -> None:
        """Note the time zone that somebody is in: an IANA name, or ""."""
        with self._wb.writing() as store:
            zones.confirm(store, people.find(store, person), zone)

    def propose_times(
        self, person: Who, first_day: date | None = None, *, count: int = 3, my_zone: str = ""
    ) -> list[Slot]:
        """Propose times on both clocks; see `olenb.method.outreach.proposals` (R16)."""
        who = self._person(person)
        return proposals.proposals(self._wb.store, who, first_day, count=count, my_zone=my_zone)

    def meetings(self, person: Who | None = None) -> pd.DataFrame:
        """Return the times that were agreed on; see `olenb.method.outreach.meetings`."""
        return meetings.meetings(self._wb.store, self._maybe(person))

    def schedule(self, person: Who, starts_at: datetime | str, **details: Any) -> int:
        """Note a time that was agreed on; see `olenb.method.outreach.meetings.schedule` (R13)."""
        with self._wb.writing() as store:
            return meetings.schedule(store, people.find(store, person), starts_at, **details)

    def confirm(self, meeting: int, when: str = "") -> None:
        """Note that a time was confirmed."""
        with self._wb.writing() as store:
            meetings.confirm(store, meeting, when)

    def cancel(self, meeting: int) -> None:
        """Call a time off."""
        with self._wb.writing() as store:
            meetings.cancel(store, meeting)

    # With care.

    def may_name(self, person: Who, towards: Who | None = None) -> Decision:
        """Decide whether you may use somebody's name; see `olenb.method.permissions` (R37)."""
        return permissions.may_name(self._wb.store, self._person(person), self._maybe(towards))

    def permissions(self) -> pd.DataFrame:
        """Return what people said about their names; see `olenb.method.ledger`."""
        return ledger.ledger(self._wb.store)

    def permission(self, person: Who, answer: str, towards: Who | None = None, **more: Any) -> int:
        """Note what somebody said about their name; see `olenb.method.permissions.record`."""
        with self._wb.writing() as store:
            whom = None if towards is None else people.find(store, towards)
            who = people.find(store, person)
            return permissions.record(store, who, answer, towards=whom, **more)

    def coworker_check(self, person: Who, decision: str, why: str = "") -> int:
        """Note whether you ask a coworker: "go ahead" or "not now" (R7)."""
        with self._wb.writing() as store:
            return coworkers.decide(store, people.find(store, person), decision, why)

    def open_asks(self) -> pd.DataFrame:
        """Say whom you wait to hear from about a favor; see `olenb.method.outreach.budget`."""
        return budget.open_asks(self._wb.store)

    def balance(self, person: Who | None = None) -> pd.DataFrame:
        """Return questions beside favors, month by month (N3)."""
        return budget.balance(self._wb.store, self._maybe(person))

    def reply_rate(self) -> Rate | None:
        """Return how many requests were answered; None while they are too few (R51)."""
        return rate.reply_rate(self._wb.store)

    def board(self) -> Board:
        """Return the board, ready to draw with `olenb.views.board_figure` (R52)."""
        return board_of(self.tracker())

    def _person(self, person: Who) -> int:
        return people.find(self._wb.store, person)

    def _maybe(self, person: Who | None) -> int | None:
        return None if person is None else self._person(person)
