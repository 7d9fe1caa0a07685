"""`wb.opportunities`: plans to be useful somewhere and to be seen there (R41–R48)."""

import os
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from olenb.accessors.book import Book, draw, put
from olenb.method.discretion import Discretion
from olenb.method.opportunities import (
    answers,
    fit,
    frames,
    harvest,
    log,
    looking_back,
    milestones,
    pitches,
    plans,
)
from olenb.method.opportunities import spans as spans_of_day
from olenb.views import on_demand, plan_page


class Opportunities:
    """The plans: their questions and answers, the log of a day, and what they brought.

    >>> import olenb
    >>> wb = olenb.open_workbook(sample=True)
    >>> wb.opportunities.plans["kind"].tolist()
    ['shadowing', 'volunteer']
    """

    def __init__(self, wb: Book):
        self._wb = wb

    def __repr__(self) -> str:
        return "<the plans of your olenb workbook>"

    # Tables.

    @property
    def plans(self) -> pd.DataFrame:
        """Every plan, the newest first; see `olenb.method.opportunities.frames.plans`."""
        return frames.plans(self._wb.store)

    def steps(self, plan: int) -> pd.DataFrame:
        """Return the questions of a plan and their answers: step, question, answer."""
        return frames.steps(self._wb.store, plan)

    def log(self, plan: int) -> pd.DataFrame:
        """Return the log of a day of shadowing; see `frames.log_of` for the columns (R46)."""
        return frames.log_of(self._wb.store, plan)

    def people(self, plan: int) -> pd.DataFrame:
        """Return whom a plan let you meet: id, person, met_on, person_id (R42)."""
        return frames.people_of(self._wb.store, plan)

    def skills(self, plan: int) -> pd.DataFrame:
        """Return the skills that a plan let you use: id, skill, evidence, seen_by, shown_on."""
        return frames.skills_of(self._wb.store, plan)

    def days(self, plan: int) -> pd.DataFrame:
        """Return the days of a plan that you wrote down: id, what, due_on, done_on."""
        return frames.days_of(self._wb.store, plan)

    def pitches(self, plan: int) -> pd.DataFrame:
        """Return where a piece was offered: id, outlet, editor, sent_on, reply, replied_on."""
        return frames.pitches_of(self._wb.store, plan)

    # Sentences.

    def fit(self, plan: int) -> str:
        """Say how well a place fits: skill, being seen, purpose, each by itself (R41)."""
        return fit.sentence(plans.plan(self._wb.store, plan))

    def upcoming(self, now: date | None = None) -> pd.DataFrame:
        """Return what comes in all plans, earliest first: on, what, plan, plan_id."""
        return frames.upcoming(self._wb.store, now or date.today())

    # What leaves: looked at first, and without what must stay (R38).

    def page(self, plan: int, left_out: Collection[str] = ()) -> bytes:
        """Return a plan on one page, to hand over; see `olenb.views.plan_page` (R43)."""
        return plan_page.page(self._wb.store, plan, left_out)

    def save_page(
        self, plan: int, path: str | os.PathLike[str], left_out: Collection[str] = ()
    ) -> Path:
        """Write that page into an HTML file that the browser prints."""
        return put(self._wb, self.page(plan, left_out), path, "plan")

    def save_day(self, plan: int, path: str | os.PathLike[str]) -> str:
        """Draw a day of shadowing into an SVG or PNG file and return its sentence (R46)."""
        store = self._wb.store
        to = Discretion(store, with_names=True)
        spans = spans_of_day.that_may_leave(store, plans.plan(store, plan), to)
        return draw(self._wb, on_demand.day_figure(spans), path)

    # Writing.

    def begin(self, kind: str, target: int | None = None) -> int:
        """Begin one of the four plans and return its id; see `answers.begin`."""
        with self._wb.writing() as store:
            return answers.begin(store, kind, target)

    def answer(self, plan: int, step: str, /, **said: str) -> None:
        """Answer a question of a plan; see `answers.answer` and `steps`."""
        with self._wb.writing() as store:
            answers.answer(store, plan, step, said)

    def pass_over(self, plan: int, step: str) -> None:
        """Leave a question of a plan unanswered, so that it isn't asked again by itself."""
        with self._wb.writing() as store:
            answers.pass_over(store, plan, step)

    def put_away(self, plan: int, away: bool = True) -> None:
        """Put a plan away, or take it out again."""
        with self._wb.writing() as store:
            answers.put_away(store, plan, away)

    def keep_private(self, plan: int, private: bool = True) -> None:
        """Keep a whole plan out of everything that leaves (R38), or let it in again."""
        with self._wb.writing() as store:
            answers.keep_private(store, plan, private)

    def say_fit(self, plan: int, **levels: str) -> None:
        """Say how a place fits: skill_match, visibility, mission, each "1", "2", "3" or ""."""
        with self._wb.writing() as store:
            fit.say(store, plan, levels)

    def observe(self, plan: int, time: str, task: str = "", **details: Any) -> int:
        """Note a moment of a day of shadowing and return its id; see `log.observe` (R46)."""
        with self._wb.writing() as store:
            return log.observe(store, plan, time, task, **details)

    def meet(self, plan: int, name: str, role: str = "", met_on: str = "") -> int:
        """Note somebody whom a plan let you meet, and return their id (R42)."""
        with self._wb.writing() as store:
            return harvest.meet(store, plan, name, role, met_on)

    def use_skill(self, plan: int, skill: str, evidence: str = "", seen_by: str = "") -> int:
        """Note a skill that a plan let you use, with what shows it; return the row's id."""
        with self._wb.writing() as store:
            return harvest.use_skill(store, plan, skill, evidence, seen_by)

    def add_day(self, plan: int, what: str, due_on: str) -> int:
        """Write down a day of a plan, such as a check-in; return the row's id."""
        with self._wb.writing() as store:
            return milestones.add(store, plan, what, due_on)

    def pitch(self, plan: int, outlet: str, editor: str = "", sent_on: str = "") -> int:
        """Note that a piece was offered; refused while it is with another publication (R45)."""
        with self._wb.writing() as store:
            return pitches.send(store, plan, outlet, editor, sent_on)

    def answer_pitch(self, pitch: int, reply: str) -> None:
        """Note what became of an offer: "yes", "no", "taken back", or "" while you wait."""
        with self._wb.writing() as store:
            pitches.answer(store, pitch, reply)

    def look_back(self, plan: int, **words: str) -> None:
        """Note what you learned and what surprised you; see `looking_back.QUESTIONS`."""
        with self._wb.writing() as store:
            looking_back.note(store, plan, **words)

    def decide(self, plan: int, decision: str, **words: str) -> None:
        """Keep, drop or test, and let the goals follow; see `looking_back.decide` (R46)."""
        with self._wb.writing() as store:
            looking_back.decide(store, plan, decision, **words)
