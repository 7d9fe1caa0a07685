"""`wb.goals`: what the user wants to find out, how it changed, and the exercises on the way."""

import os
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from olenb.accessors.book import Book, draw
from olenb.accessors.market import MarketFigures
from olenb.core.goal_terms import Moment
from olenb.core.store import today
from olenb.method import goal_history, goals, grid, hypotheses, summary
from olenb.method.discretion import Discretion, for_others
from olenb.method.exercises import chances, energy, futures, if_then, interests, stories
from olenb.method.told_history import told_history
from olenb.views import on_demand
from olenb.views.summary_page import fitted, summary_page

if TYPE_CHECKING:
    from olenb.views.canvas import Picture


class Goals:
    """What the user is curious about, the hunches to check, and what conversations changed.

    What can be read is a fresh DataFrame each time; what writes begins the user's own workbook.
    """

    def __init__(self, wb: Book):
        self._wb = wb

    def __repr__(self) -> str:
        return "<the goals of your olenb workbook>"

    # What was said, and how it changed.

    @property
    def history(self) -> pd.DataFrame:
        """What changed and because of whom; see `olenb.method.goal_history.history` (R4)."""
        return goal_history.history(self._wb.store)

    @property
    def hypotheses(self) -> pd.DataFrame:
        """Hunches and how they stand; see `olenb.method.hypotheses.hypotheses` (N10)."""
        return hypotheses.hypotheses(self._wb.store)

    @property
    def findings(self) -> pd.DataFrame:
        """What conversations said about hunches; see `olenb.method.hypotheses.findings`."""
        return hypotheses.findings(self._wb.store)

    def sentence(self) -> str:
        """Say in one sentence how the goals changed (R4)."""
        return goal_history.sentence(self._wb.store)

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

    # The exercises.

    @property
    def interests(self) -> pd.DataFrame:
        """How the six themes sort; see `olenb.method.exercises.interests.interests`."""
        return interests.interests(self._wb.store)

    @property
    def energy(self) -> pd.DataFrame:
        """The energy log; see `olenb.method.exercises.energy.activities`."""
        return energy.activities(self._wb.store)

    @property
    def verbs(self) -> pd.DataFrame:
        """What gives energy and what takes it; see `olenb.method.exercises.energy.verbs`."""
        return energy.verbs(self._wb.store)

    @property
    def stories(self) -> pd.DataFrame:
        """Role models, stories, mottos; see `olenb.method.exercises.stories.stories`."""
        return stories.stories(self._wb.store)

    @property
    def futures(self) -> pd.DataFrame:
        """Three futures with their gauges; see `olenb.method.exercises.futures.futures`."""
        return futures.futures(self._wb.store)

    @property
    def grid(self) -> pd.DataFrame:
        """The whole list side by side; see `olenb.method.grid.grid` (R3)."""
        return grid.grid(self._wb.store)

    @property
    def plans(self) -> pd.DataFrame:
        """If-then plans; see `olenb.method.exercises.if_then.plans`."""
        return if_then.plans(self._wb.store)

    @property
    def chances(self) -> pd.DataFrame:
        """The chance log; see `olenb.method.exercises.chances.chances`."""
        return chances.chances(self._wb.store)

    def sort_interests(self, themes: Sequence[str], sentences: Sequence[str] = ()) -> int:
        """Note how the themes sort; see `olenb.method.exercises.interests.sort`."""
        with self._wb.writing() as store:
            return interests.sort(store, themes, sentences)

    def note_energy(self, what: str, verb: str = "", **levels: Any) -> int:
        """Note something that you did; see `olenb.method.exercises.energy.note`."""
        with self._wb.writing() as store:
            return energy.note(store, what, verb, **levels)

    def tell_story(self, prompt: str, words: str, because: str = "") -> int:
        """Note a role model, a story or a motto; see `olenb.method.exercises.stories.tell`."""
        with self._wb.writing() as store:
            return stories.tell(store, prompt, words, because)

    def sketch_future(self, kind: str, title: str, **details: Any) -> int:
        """Sketch one of three futures; see `olenb.method.exercises.futures.sketch`."""
        with self._wb.writing() as store:
            return futures.sketch(store, kind, title, **details)

    def rate_target(self, target: int, **squares: int | None) -> None:
        """Fill in a square of the grid; see `olenb.method.grid.rate` (R3)."""
        with self._wb.writing() as store:
            grid.rate(store, target, **squares)

    def plan_if_then(self, wish: str, obstacle: str, action: str, **details: Any) -> int:
        """Note an if-then plan; see `olenb.method.exercises.if_then.plan`."""
        with self._wb.writing() as store:
            return if_then.plan(store, wish, obstacle, action, **details)

    def note_chance(self, what: str, skill: str = "", next_step: str = "") -> int:
        """Note something unplanned that helped; see `olenb.method.exercises.chances.note`."""
        with self._wb.writing() as store:
            return chances.note(store, what, skill, next_step)

    @cached_property
    def market(self) -> MarketFigures:
        """What people earn, where, and how many do it; see `olenb.accessors.market` (R1)."""
        return MarketFigures(self._wb)

    # Pictures, and what leaves.

    def timeline_figure(self, *, names: bool = True, dark: bool = False) -> "Picture":
        """Draw how the goals changed; see `olenb.views.timeline_figure` (R4)."""
        history, said = self.history, self.sentence()
        return on_demand.timeline_figure(history, said, names=names, dark=dark)

    def energy_figure(self, *, dark: bool = False) -> "Picture":
        """Draw the energy log; see `olenb.views.energy_figure`."""
        return on_demand.energy_figure(self.energy, dark=dark)

    def save_energy(self, path: str | os.PathLike[str]) -> str:
        """Draw the energy log into an SVG or PNG file, nobody named; return its sentence (R38)."""
        to = Discretion(self._wb.store)
        log = energy.activities(for_others(self._wb.store)[0])
        told = log.assign(**{name: log[name].map(to.of).astype("str") for name in ("what", "verb")})
        return draw(self._wb, on_demand.energy_figure(told[told["what"] != ""]), path)

    def save_timeline(self, path: str | os.PathLike[str], *, names: bool = False) -> str:
        """Draw how the goals changed into an SVG or PNG file and return its sentence.

        What a confidential person or plan changed is left out (R38).

        Parameters
        ----------
        path
            Where to.
        names
            Whether to say with whom conversations were.

        """
        return draw(self._wb, self.timeline_to_share(names=names), path)

    def timeline_to_share(self, *, names: bool = False) -> "Picture":
        """Draw the history without what is confidential, and with names only if asked (R38)."""
        history = told_history(self._wb.store, Discretion(self._wb.store, with_names=names))
        return on_demand.timeline_figure(history, self.sentence(), names=names)

    def summary(
        self,
        moment: str = "",
        parts: Sequence[str] | None = None,
        *,
        question: str = "",
        names: bool = False,
    ) -> bytes:
        """Return one page for a counselor as an HTML file.

        Parameters
        ----------
        moment
            One of `olenb.core.goal_terms.Moment`; "" finds out.
        parts
            What goes on it, by the keys of `olenb.method.summary.offer`; None takes the usual.
        question
            What you would like to ask.
        names
            Whether people may be named.

        """
        store = self._wb.store
        at = Moment(moment) if moment else summary.moment(store)
        wanted = summary.USUAL[at] if parts is None else parts
        to = Discretion(store, with_names=names)
        ticked = [part for part in summary.offer(store, to).parts if part.key in wanted]
        asks = to.of(question)
        return summary_page(at, fitted(ticked, asks), asks, today())
