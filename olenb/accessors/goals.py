"""`wb.goals`: what the user wants to find out, and how it changed."""

from typing import Any

import pandas as pd

from olenb.accessors.book import Book
from olenb.method import goals, hypotheses


class Goals:
    """What the user is curious about, the hunches to check, and what conversations changed."""

    def __init__(self, wb: Book):
        self._wb = wb

    def __repr__(self) -> str:
        return "<the goals of your olenb workbook>"

    @property
    def hypotheses(self) -> pd.DataFrame:
        """Hunches and how they stand; see `olenb.method.hypotheses.hypotheses`."""
        return hypotheses.hypotheses(self._wb.store)

    @property
    def findings(self) -> pd.DataFrame:
        """What conversations said about hunches; see `olenb.method.hypotheses.findings`."""
        return hypotheses.findings(self._wb.store)

    def said(self, kind: str) -> str:
        """Return the newest line of a kind, such as "curiosity", or an empty string."""
        return goals.said(self._wb.store, kind)

    def say(
        self, kind: str, words: str, conversation: int | None = None, because: str = ""
    ) -> None:
        """Note a dated line about the goals; see `olenb.method.goals.say` (R1, R4)."""
        with self._wb.writing() as store:
            goals.say(store, kind, words, conversation, because)

    def add_hypothesis(self, claim: str, **details: Any) -> int:
        """Write down a hunch and return its id; see `olenb.method.hypotheses.add` (N10)."""
        with self._wb.writing() as store:
            return hypotheses.add(store, claim, **details)

    def record_finding(
        self, hypothesis: int, conversation: int, verdict: str, words: str = ""
    ) -> int:
        """Note what a conversation says about a hunch, and return the note's id (N10)."""
        with self._wb.writing() as store:
            return hypotheses.record_finding(store, hypothesis, conversation, verdict, words)
