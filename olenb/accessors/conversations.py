"""`wb.conversations`: before, during and after the twenty minutes."""

import os
from pathlib import Path
from typing import Any

import pandas as pd

from olenb.accessors.book import Book, put
from olenb.contacts import people
from olenb.core.errors import NotFound
from olenb.method import (
    bank,
    conversations,
    debrief,
    introduction,
    notes,
    prepared,
    questions,
    referrals,
    runsheet,
    sheet,
)
from olenb.method.discretion import Discretion
from olenb.method.frames import frame
from olenb.method.referrals import Referred
from olenb.method.runsheet import Item
from olenb.views import conversation_pages

RUN_SHEET = {
    "starts": "str",
    "words": "str",
    "minutes": "int64",
    "kind": "str",
    "about": "str",
    "question_id": "Int64",
}


class Conversations:
    """What is prepared for conversations, how they went, and what follows from them."""

    def __init__(self, wb: Book):
        self._wb = wb

    def __repr__(self) -> str:
        return "<the conversations of your olenb workbook>"

    @property
    def held(self) -> pd.DataFrame:
        """Conversations that were held; see `olenb.method.conversations.conversations`."""
        return conversations.conversations(self._wb.store)

    @property
    def notes(self) -> pd.DataFrame:
        """Every note, confidential ones too, for your own eyes; see `olenb.method.notes`."""
        return notes.notes(self._wb.store)

    @property
    def referrals(self) -> pd.DataFrame:
        """Whom people told you to talk to; see `olenb.method.referrals.referrals`."""
        return referrals.referrals(self._wb.store)

    @property
    def bank(self) -> pd.DataFrame:
        """Questions to choose from; see `olenb.method.bank.table` (R23, R25)."""
        return bank.table()

    def questions(self, person: int | str) -> pd.DataFrame:
        """Return what is prepared for somebody; see `olenb.method.prepared.prepared`."""
        return prepared.prepared(self._wb.store, self._person(person))

    def choose(self, person: int | str, question: str) -> int:
        """Take a question of the bank for somebody, and return its id.

        Parameters
        ----------
        person
            Id, name, email address or profile page.
        question
            Its id in the bank, such as "path-01".

        Raises
        ------
        NotFound
            There is no such person, or no such question.

        """
        one = bank.load().get(question)
        if one is None:
            raise NotFound("The bank has no question of that id. Nothing was changed.")
        with self._wb.writing() as store:
            return questions.choose(store, people.find(store, person), one)

    def ask(self, person: int | str, words: str, **details: Any) -> int:
        """Add a question of your own; see `olenb.method.questions.add`."""
        with self._wb.writing() as store:
            return questions.add(store, people.find(store, person), words, **details)

    def introduce(self, words: str) -> introduction.Spoken:
        """Keep your sixty seconds, and return how long they are (R19)."""
        with self._wb.writing() as store:
            introduction.say(store, words)
        return introduction.spoken(words)

    def run_sheet(self, person: int | str) -> pd.DataFrame:
        """Return the twenty minutes as a table, as they may leave on paper (R26, R38, N4).

        Returns
        -------
        DataFrame
            starts ("0:00", "" for what waits in reserve), words, minutes, kind ("question",
            "reserve", "closing"), about ("must-ask", the step of closing, or ""), question_id.

        """
        page = self.sheet(person)
        now = runsheet.plan(page.items, page.clock)
        rows: list[tuple[Any, ...]] = []
        minute = 0
        for item in [now.current, *now.next] if now.current else []:
            rows.append((f"{minute}:00", *_row(item, "question")))
            minute += item.minutes
        rows += [("", *_row(item, "reserve")) for item in now.dropped]
        last = f"{page.clock.questions}:00"
        rows += [(last, " ".join(s.say), 1, "closing", s.title, None) for s in page.steps]
        return frame(rows, RUN_SHEET)

    def sheet(self, person: int | str) -> "sheet.Sheet":
        """Return what stands on the run sheet on paper; see `olenb.method.sheet.sheet` (R38)."""
        who = self._person(person)
        to = Discretion(self._wb.store, with_names=True, towards=who)
        return sheet.sheet(self._wb.store, who, to)

    def save_run_sheet(self, person: int | str, path: str | os.PathLike[str]) -> Path:
        """Write the run sheet as one page to print: an HTML file; return where it is."""
        page = self.sheet(person)
        return put(self._wb, conversation_pages.run_sheet(page), path, "run sheet")

    def hold(self, person: int | str, ended_at: str, **details: Any) -> int:
        """Note a conversation that was held; see `olenb.method.conversations.held`."""
        with self._wb.writing() as store:
            return conversations.held(store, people.find(store, person), ended_at, **details)

    def say(self, conversation: int, **words: Any) -> None:
        """Note what stays of a conversation; see `olenb.method.conversations.say`."""
        with self._wb.writing() as store:
            conversations.say(store, conversation, **words)

    def note(self, conversation: int, kind: str, words: str, *, confidential: bool = False) -> int:
        """Keep something that was said, and return the note's id; see `olenb.method.notes`."""
        with self._wb.writing() as store:
            talk = conversations.get(store, conversation)
            return notes.write(
                store,
                talk["person"],
                kind,
                words,
                conversation=talk["id"],
                confidential=confidential,
            )

    def refer(
        self, conversation: int, name: str, permission: str = "not asked", **details: Any
    ) -> int:
        """Keep somebody whom they told you to talk to, and return the referral's id (R36).

        Parameters
        ----------
        conversation
            In which conversation: its id.
        name
            Whom they named.
        permission
            May you say who sent you: "yes", "no" or "not asked" (R29).
        **details
            organization, role, email, setting as in `olenb.method.referrals.Referred`; scope,
            target and on as in `olenb.method.referrals.refer`.

        """
        about = {k: details.pop(k) for k in ("scope", "target", "on") if k in details}
        with self._wb.writing() as store:
            who = Referred(name, **details)
            return referrals.refer(store, conversation, who, permission, **about)

    def suggest(self, conversation: int, organization: str = "", **details: str) -> int:
        """Put a place or a role that they suggested on your list; see `olenb.method.debrief`."""
        with self._wb.writing() as store:
            return debrief.suggest(store, conversation, organization, **details)

    def revise(self, conversation: int, kind: str, words: str, because: str = "") -> None:
        """Say how a goal changed because of a conversation; see `olenb.method.debrief` (R4)."""
        with self._wb.writing() as store:
            debrief.revise(store, conversation, kind, words, because)

    def _person(self, person: int | str) -> int:
        return people.find(self._wb.store, person)


def _row(item: Item, kind: str) -> tuple[Any, ...]:
    return item.words, item.minutes, kind, "must-ask" if item.must else "", item.id
