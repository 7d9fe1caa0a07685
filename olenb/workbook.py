"""The facade that notebooks, screens and the command line use.

    wb = olenb.open_workbook()
    wb.add("Ana Ruiz, Mayo Clinic, cousin")
    wb.add_target("Mayo Clinic")
    wb.people_to_ask()

Heavy imports wait inside the methods that need them, so a notebook that only asks a name
stays light.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from olenb import notebook
from olenb.core import backups, carry, hosted, place, resources, school
from olenb.core.errors import ExampleIsReadOnly, OlenbError, UndoRefused
from olenb.core.folders import home_folder
from olenb.core.opened import Attempt, as_far_as_possible
from olenb.core.place import is_or_was_in
from olenb.core.progress import Tell, part, silent
from olenb.core.store import Store

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from olenb.accessors.care import Care
    from olenb.accessors.conversations import Conversations
    from olenb.accessors.follow_up import FollowUp
    from olenb.accessors.goals import Goals
    from olenb.accessors.leaving import Leave
    from olenb.accessors.opportunities import Opportunities
    from olenb.accessors.outreach import Outreach
    from olenb.accessors.review import Review
    from olenb.accessors.room import Room
    from olenb.accessors.workshop import Workshop
    from olenb.contacts.importers.loader import Plan
    from olenb.contacts.importers.report import Report
    from olenb.method.discretion import Staying
    from olenb.network.answers import Opened
    from olenb.views.pictures import Map, Routes

_READ = 0.4
"""The part of looking at a file that is reading it; the rest is comparing."""


def open_workbook(
    home: str | os.PathLike[str] | None = None, *, sample: bool | None = None
) -> "Workbook":
    """Open the user's workbook, or the invented example where no workbook ever was.

    A file that is damaged, missing, locked or not to be written to raises nothing here: `trouble`
    says what it is, what can be read can be read, and `care` brings a backup back.

    Parameters
    ----------
    home
        The folder; None takes OLENB_HOME, else `~/olenb`.
    sample
        True shows the example whatever is there; None asks OLENB_SAMPLE.

    """
    if sample is None:
        sample = os.environ.get("OLENB_SAMPLE") == "1"
    notebook.settle_in()
    wb = Workbook(home_folder(home), only_example=sample)
    if not wb.is_example:
        notebook.warn()
    return wb


class Workbook:
    """Everything that the user knows and wants, in one private file.

    Until the user adds something of their own this is the invented example; then their own
    workbook begins, and `started` says so once.
    """

    def __init__(self, home: Path, *, only_example: bool = False):
        self.home = home
        self.started = False
        self.staying: Staying | None = None
        self._only_example = only_example
        self._own: Attempt | None = None
        self._example: Store | None = None
        self.reopen()

    def __repr__(self) -> str:
        return "<your olenb workbook>" if self.trouble is None else "<your workbook, in trouble>"

    def reopen(self) -> None:
        """Let go of the file, and open it again as far as that can be done."""
        self.close()
        self._own = None
        self.school = school.apply(place.workbook_folder(self.home))
        if not self._only_example and is_or_was_in(self.home):
            self._own = as_far_as_possible(self.home)

    def close(self) -> None:
        """Let go of the file; asking for anything opens it again."""
        if self._own is not None:
            self._own.close()

    @property
    def trouble(self) -> OlenbError | None:
        """Why the file can't be written to or not even be read; None while all is well."""
        self._catch_up()
        return self._own.trouble if self._own else None

    @property
    def store(self) -> Store:
        """The open file, for reading; another notebook may have begun or restored it meanwhile.

        Raises
        ------
        WorkbookMissing, WorkbookDamaged, WorkbookNewer, WorkbookBusy, WorkbookReadOnly
            Nothing of it can be read; the file is left as it is.

        """
        self._catch_up()
        if self._own is None:
            return self._sample()
        if self._own.store is None:
            trouble = self._own.trouble or OlenbError("The workbook could not be opened.")
            raise type(trouble)(str(trouble))
        return self._own.store

    @property
    def can_be_read(self) -> bool:
        """Whether `store` gives a file, whole or damaged, and not only its trouble."""
        self._catch_up()
        return self._own is None or self._own.store is not None

    def _catch_up(self) -> None:
        waiting = self._own is None and not self._only_example and is_or_was_in(self.home)
        if waiting or (self._own is not None and self._own.is_stale):
            self.close()
            self._own = as_far_as_possible(self.home)

    def _sample(self) -> Store:
        if self._example is None:
            tables = json.loads(resources.sample_file().read_text(encoding="utf-8"))
            self._example = Store.example(tables)
        return self._example

    @property
    def is_example(self) -> bool:
        """Whether the invented example is shown."""
        self._catch_up()
        return self._own is None

    @cached_property
    def care(self) -> "Care":
        """Backups, bringing one back, forgetting people; see `olenb.accessors.care`."""
        from olenb.accessors.care import Care

        return Care(self)

    def own(self) -> Store:
        """Return the user's own file, begun now where there was none.

        Raises
        ------
        ExampleIsReadOnly
            The example was opened on purpose.

        """
        if not self.is_example:
            return self.store
        if self._only_example:
            raise ExampleIsReadOnly(
                "This is the example with invented people, and it stays as it is. "
                "Open your own workbook to add something."
            )
        store = Store.create(place.workbook_folder(self.home))
        self._own = Attempt(self.home, store, store.sealed)
        self.started = True
        return store

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """Open the user's own file for one step; a first step that fails begins no workbook."""
        began = self.is_example
        store = self.own()
        since = store.one("SELECT min(at) AS first, max(at) AS last FROM change")
        if since and not store.sealed:
            backups.make_if_due(store, *since)
        try:
            yield store
        except BaseException:
            if began and store.last_change() is None and store.path:
                store.close()
                store.path.unlink()
                self.started = False
                self.reopen()
            raise

    # What is in it: fresh tables, to filter and take anywhere.

    @property
    def people(self) -> "pd.DataFrame":
        """Everybody but you; see `olenb.contacts.frames.people` for the columns."""
        from olenb.contacts import frames

        return frames.people(self.store)

    @property
    def organizations(self) -> "pd.DataFrame":
        """Places; see `olenb.contacts.frames.organizations`."""
        from olenb.contacts import frames

        return frames.organizations(self.store)

    @property
    def affiliations(self) -> "pd.DataFrame":
        """Who is or was where; see `olenb.contacts.frames.affiliations`."""
        from olenb.contacts import frames

        return frames.affiliations(self.store)

    @property
    def ties(self) -> "pd.DataFrame":
        """Who knows whom, and how you know; see `olenb.contacts.frames.ties`."""
        from olenb.contacts import frames

        return frames.ties(self.store)

    @property
    def targets(self) -> "pd.DataFrame":
        """What you're curious about; see `olenb.contacts.frames.targets`."""
        from olenb.contacts import frames

        return frames.targets(self.store)

    # Bringing people and targets in.

    def add(self, line: str) -> int:
        """Add somebody by hand and return their id.

        Parameters
        ----------
        line
            A name, where they are, and a free word for how you know them, such as
            "Ana Ruiz, Mayo Clinic, cousin"; a name alone is enough.

        """
        return self.add_people([line])[0]

    def add_people(self, lines: Sequence[str]) -> list[int]:
        """Add people by hand, one line each, in one step, and return their ids."""
        from olenb.contacts import people

        label = f"Added {len(lines)} people" if len(lines) != 1 else "Added a person"
        with self.writing() as store, store.change(label):
            return [people.add_line(store, line) for line in lines]

    def add_tie(
        self, person: str | int, knows: str | int, evidence: str = "told", **details: Any
    ) -> int:
        """Note that two people know each other and how you know; return the tie's id.

        Parameters
        ----------
        person, knows
            Names, email addresses, profile pages or ids.
        evidence
            "told", "seen", "shared_team" or "guess".
        **details
            `as_of` and `setting`.

        """
        from olenb.contacts import people, ties

        with self.writing() as store:
            a, b = people.find(store, person), people.find(store, knows)
            return ties.add_tie(store, a, b, evidence, **details)

    def add_target(
        self, organization: str = "", *, role: str = "", industry: str = "", region: str = ""
    ) -> int:
        """Put a place, a role, an industry or a region on the list; one of them is enough."""
        from olenb.method import goals

        with self.writing() as store:
            return goals.add_target(
                store, organization, role=role, industry=industry, region=region
            )

    def plan_import(
        self,
        path: str | os.PathLike[str],
        kind: str | None = None,
        ego: str | None = None,
        mapping: dict[str, str] | None = None,
        progress: Tell = silent,
    ) -> "Plan":
        """Read a file and say what bringing it in would do; nothing is written.

        Parameters
        ----------
        path
            The file.
        kind
            One of `olenb.contacts.importers.KINDS`; None finds out.
        ego
            Which node of a graph file is the user.
        mapping
            For tables: field -> column.
        progress
            Called with a fraction and a few words while it takes its time.

        Raises
        ------
        NotAllowed
            On this hub people are typed in, and files stay at home.

        """
        from olenb.contacts import importers, you
        from olenb.contacts.importers import loader

        hosted.must_take_files()
        # Nobody's own people are compared with the invented ones.
        store = Store.example({}) if self.is_example else self.store
        school = you.facts(store)["school"]
        parsed = importers.parse(
            Path(path), kind, ego, mapping, school, tell=part(progress, 0, _READ)
        )
        return loader.plan(store, parsed, part(progress, _READ, 1))

    def apply_import(self, plan: "Plan", progress: Tell = silent) -> "Report":
        """Bring in what `plan_import` showed, in one step that can be undone exactly."""
        from olenb.contacts.importers import loader

        with self.writing() as store:
            return loader.apply(store, plan, progress)

    def import_file(
        self,
        path: str | os.PathLike[str],
        kind: str | None = None,
        ego: str | None = None,
        mapping: dict[str, str] | None = None,
        progress: Tell = silent,
    ) -> "Report":
        """Bring a file in and return its report: read = new + merged + unchanged + skipped."""
        plan = self.plan_import(path, kind, ego, mapping, part(progress, 0, 0.5))
        return self.apply_import(plan, part(progress, 0.5, 1))

    # The answer.

    def people_to_ask(self, target: int | str | None = None) -> "pd.DataFrame":
        """Say whom to ask whether they know somebody, easiest first, and what to say (R8)."""
        from olenb.network import asking

        return asking.people_to_ask(self.store, target)

    def ask(self, person: int | str, target: int | str) -> int:
        """Note that you asked somebody around about a target; return the note's id."""
        from olenb.network import answers

        with self.writing() as store:
            return answers.ask(store, person, target)

    def record_answer(
        self,
        person: int | str,
        target: int | str,
        reply: str,
        named: str = "",
        named_role: str = "",
    ) -> "Opened":
        """Note what somebody answered, and return what it opened: a sentence and its route.

        Parameters
        ----------
        person, target
            Whom you asked, about what: ids or names.
        reply
            "yes", "no" or "will ask".
        named, named_role
            With "yes": whom they know there, and what that person does.

        """
        from olenb.network import answers

        with self.writing() as store:
            return answers.record_answer(
                store, person, target, reply, named or None, named_role=named_role or None
            )

    def introductions(
        self,
        targets: Sequence[int | str] | None = None,
        everyone: bool = False,
        legs: int = 2,
        limit: int | None = None,
    ) -> "pd.DataFrame":
        """Say who could introduce you to whom, how sure that is, and why.

        Parameters
        ----------
        targets
            Ids or names; None takes every target, the active ones first.
        everyone
            Everybody at distance exactly two, whatever their organization.
        legs
            2, or 3 for an introduction through two people.
        limit
            At most how many rows; None returns all of them.

        Returns
        -------
        DataFrame
            See `olenb.network.routes.introductions` for the columns.

        """
        from olenb.network import routes

        return routes.introductions(self.store, targets, everyone=everyone, legs=legs, limit=limit)

    def graph(self) -> "nx.Graph":
        """Return your people and places as a NetworkX graph; see `olenb.network.graph.graph`."""
        from olenb.network import graph

        return graph.graph(self.store)

    def map(self) -> "Map":
        """Return the map of your people, ready to draw."""
        from olenb.views import sights

        return sights.map_of(self.store)

    def routes(self) -> "Routes":
        """Return the routes to your targets, ready to draw."""
        from olenb.views import sights

        return sights.routes_of(self.store)

    def save_map(self, path: str | os.PathLike[str]) -> str:
        """Draw the map into an SVG or PNG file and return its sentence."""
        from olenb.accessors.book import draw
        from olenb.views import figures

        return draw(self, figures.map_figure(self.for_others().map()), path)

    def save_routes(self, path: str | os.PathLike[str]) -> str:
        """Draw the routes into an SVG or PNG file and return its sentence."""
        from olenb.accessors.book import draw
        from olenb.views import figures

        return draw(self, figures.routes_figure(self.for_others().routes()), path)

    def for_others(self) -> "Workbook":
        """Return this workbook as others may see it, to read from: nothing confidential (R38).

        What it leaves out stands in `staying`; see `olenb.method.discretion`.
        """
        from olenb.method.discretion import for_others

        seen = Workbook(self.home, only_example=True)
        seen._example, seen.staying = for_others(self.store)
        return seen

    # The wings: each an object of its own.

    @cached_property
    def goals(self) -> "Goals":
        """What you want to find out, and how it changed; see `olenb.accessors.goals`."""
        from olenb.accessors.goals import Goals

        return Goals(self)

    @cached_property
    def outreach(self) -> "Outreach":
        """Asking: what to write, when to meet, how far it is; see `olenb.accessors.outreach`."""
        from olenb.accessors.outreach import Outreach

        return Outreach(self)

    @cached_property
    def follow_up(self) -> "FollowUp":
        """What is due and what you did about it; see `olenb.accessors.follow_up`."""
        from olenb.accessors.follow_up import FollowUp

        return FollowUp(self)

    @cached_property
    def conversations(self) -> "Conversations":
        """Before, during and after the twenty minutes; see `olenb.accessors.conversations`."""
        from olenb.accessors.conversations import Conversations

        return Conversations(self)

    @cached_property
    def opportunities(self) -> "Opportunities":
        """Your plans: volunteering, an internship, an article, shadowing; see its accessor."""
        from olenb.accessors.opportunities import Opportunities

        return Opportunities(self)

    @cached_property
    def leaving(self) -> "Leave":
        """What leaves in a file, looked at first; see `olenb.accessors.leaving`."""
        from olenb.accessors.leaving import Leave

        return Leave(self)

    @cached_property
    def review(self) -> "Review":
        """What you learned and what changed, and a report of it; see `olenb.accessors.review`."""
        from olenb.accessors.review import Review

        return Review(self)

    @cached_property
    def room(self) -> "Room":
        """Your desk in a workshop; see `olenb.accessors.room`."""
        from olenb.accessors.room import Room

        return Room(self)

    @cached_property
    def workshop(self) -> "Workshop":
        """A counselor's table in a workshop; see `olenb.accessors.workshop`."""
        from olenb.accessors.workshop import Workshop

        return Workshop(self.home)

    # Care for the file.

    def undo(self, progress: Tell = silent) -> str:
        """Take back the newest change, whichever notebook made it, and return what it was.

        Parameters
        ----------
        progress
            Called with a fraction and a few words while it takes its time.

        """
        if self.is_example:
            raise UndoRefused("There is nothing to undo: this is the example.")
        return self.store.undo(progress)

    def backup(self, reason: str = "asked") -> Path | None:
        """Copy the file into `backups/`."""
        return backups.make(self.store, reason)

    def move_to(self, folder: str | os.PathLike[str]) -> Path:
        """Keep the workbook in another folder from now on, such as a stick."""
        with self.let_go():
            return place.move(self.home, Path(folder))

    def bring_again(self, path: str | os.PathLike[str]) -> None:
        """Go on with a workbook that was taken along; one that is here goes to the backups."""
        with self.let_go():
            carry.unpack(Path(path), place.workbook_folder(self.home))

    def leave(self) -> int:
        """Wipe what is left on this computer, backups included; return how many files went."""
        with self.let_go():
            return place.wipe(self.home)

    @contextmanager
    def let_go(self) -> Iterator[None]:
        """Close the file while it is moved, replaced or wiped."""
        self.close()
        try:
            yield
        finally:
            self.reopen()

    def checkpoint(self) -> str:
        """Say in one sentence how far you are, and what comes next."""
        people = self._count(
            "SELECT count(*) FROM tie JOIN person AS e ON e.is_ego = 1 AND e.id IN (a, b)"
        )
        targets = self._count("SELECT count(*) FROM target")
        if self.is_example:
            return "This is the example, all invented. Yours begins with the first thing you add."
        if not targets:
            have = _number(people, "person", "people") + ". " if people else ""
            return f"{have}Next: one place or kind of work, in “Your goals”."
        if not people:
            return f"{_number(targets, 'target')}. Next: one person you know, in “Your people”."
        return f"{_number(people, 'person', 'people')}, {_number(targets, 'target')}: ready."

    def nothing_yet(self) -> str:
        """Say what to do while there is no answer."""
        return (
            "No route yet, and that is where everybody begins: the ties between your people are "
            f"in no file. Ask around first. {self.checkpoint()}"
        )

    def _count(self, sql: str) -> int:
        return int(self.store.rows(sql)[0][0])


def _number(n: int, one: str, many: str = "") -> str:
    return f"{n:,} {one if n == 1 else many or one + 's'}"
