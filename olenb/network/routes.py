"""The answer: who could introduce the user to whom, how sure that is, and why (R8, N7, N8).

A route is as sure as its weakest leg, and its reason is said in words. Equal routes are shown as
equal; what nobody said is called unknown and not taken for a no. To share an employer isn't to
know each other: that is a question, listed apart.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from olenb.core.store import Store
from olenb.core.terms import CRITERIA, Kind
from olenb.network import facts, kinds, reading, words
from olenb.network.arrays import Flags, Network
from olenb.network.facts import Facts
from olenb.network.kinds import Draft
from olenb.network.paths import Paths
from olenb.network.targets import Target, chosen, role_match, there

COLUMNS = (
    *("target", "person", "role", "introducer", "also_through", "kind", "band", "reasons"),
    *("weakest_leg", "criteria", "open_asks"),
)
_IDS = ("target_id", "person_id", "introducer_id", "also_ids", "middle_id", "leg1", "leg2", "leg3")
_ORDER = {kind: n for n, kind in enumerate(Kind)}


def introductions(
    store: Store,
    targets: Sequence[int | str] | int | str | None = None,
    everyone: bool = False,
    legs: int = 2,
) -> pd.DataFrame:
    """Say who could introduce the user to whom, how sure that is, and why.

    Parameters
    ----------
    store
        The open workbook.
    targets
        Ids, labels or names of organizations; None takes every target, the active ones first.
    everyone
        Instead of the targets: everybody at distance exactly two from the user, wherever they
        are. People whom the user would rather not ask are no way; they still are known.
    legs
        2, or 3 for introductions through two people as well (with `everyone`: up to distance
        three). The introducer is whom the user would ask; the reasons name the other one.

    Returns
    -------
    DataFrame
        One row per target and person, best first:

        - target: the organization's name, else the role, field and region; "" with `everyone`
        - person: who is reached
        - role: their role there, as far as it is known
        - introducer: whom to ask; "" where that is the person themselves
        - also_through: list of the names of others who are exactly as good to ask
        - kind: direct, introduction, alumni or question (`terms.Kind`)
        - band: how sure, 1 to 3 (`terms.Band`), for introductions; else missing
        - reasons: why, in sentences
        - weakest_leg: the least certain step, or all steps where they are equal
        - criteria: what the user said of R5's criteria, and which of them are still open here
        - open_asks: how many asks wait for whom the user would ask

    Raises
    ------
    NotFound
        Something in `targets` isn't among the user's targets.
    ValueError
        `legs` is neither 2 nor 3.

    Notes
    -----
    Inside a target and a kind the order is: band; relevance (shared words with the role that is
    wanted, then criteria that are still open here and that the user knows them to meet);
    evidence; fewer hops; fewer open asks; the less close tie; the name. Introducers who differ
    only by name are equal.

    Somebody is at an organization as long as nothing says that they left. When the target is the
    user's own employer, coworkers whom they have no tie with are strangers like everywhere else.

    """
    return answer(store, targets, everyone=everyone, legs=legs)[list(COLUMNS)]


def answer(
    store: Store,
    targets: Sequence[int | str] | int | str | None = None,
    everyone: bool = False,
    legs: int = 2,
    network: Network | None = None,
) -> pd.DataFrame:
    """Return `introductions` with the ids and legs that screens need.

    Parameters
    ----------
    store, targets, everyone, legs
        As for `introductions`.
    network
        What `reading.read` returned for the store as it is now; None reads it.

    Returns
    -------
    DataFrame
        The columns of `introductions`, and target_id, person_id, introducer_id, middle_id (0
        where there is none), also_ids (a list), and the ranks leg1, leg2 and leg3 (0 where
        there is none).

    """
    if legs not in (2, 3):
        raise ValueError("An introduction has 2 or 3 legs: please ask for one of them.")
    network = reading.read(store) if network is None else network
    asked = [] if everyone else chosen(store, targets)
    found = list(_found(store, Paths(network), asked, everyone, legs)) if network.ego >= 0 else []
    known = _facts(store, (draft for _, draft in found))
    records: list[dict[str, Any]] = []
    for target in [None] if everyone else asked:
        view = _View(network, known, target, _met(store, network, target))
        mine = [draft for one, draft in found if one is target]
        records += [view.record(draft) for draft in sorted(mine, key=view.order)]
    frame = pd.DataFrame(records, columns=[*COLUMNS, *_IDS])
    numbers = {name: "int64" for name in ("open_asks", *_IDS) if name != "also_ids"}
    return frame.astype({"band": "Int64", **numbers})


def _found(
    store: Store, paths: Paths, asked: list[Target], everyone: bool, legs: int
) -> Iterator[tuple[Target | None, Draft]]:
    if everyone:
        ways = paths.best(np.arange(paths.network.size), legs)
        yield from ((None, draft) for draft in kinds.introductions(paths.network, ways))
    for target in asked:
        at = there(store, paths.network, target)
        yield from ((target, draft) for draft in kinds.drafts(paths, at, legs))


def _facts(store: Store, drafts: Iterable[Draft]) -> Facts:
    ids: set[int] = set()
    pairs: set[tuple[int, int]] = set()
    for draft in drafts:
        ids |= draft.ids
        for introducer, middle in draft.through:
            pairs |= {(introducer, middle or draft.person)}
            pairs |= {(middle, draft.person)} if middle else set()
    return facts.read(store, ids, pairs)


def _met(store: Store, network: Network, target: Target | None) -> Flags:
    """Flag the criteria that somebody met with whom the user talked about this target (N8)."""
    rows = (
        store.rows("SELECT person FROM conversation WHERE target = ?", (target.id,))
        if target
        else []
    )
    talked = network.positions([row["person"] for row in rows])
    return np.asarray((network.criteria[talked] == 1).any(axis=0), dtype=np.bool_)


@dataclass(frozen=True)
class _View:
    """How one target sees its drafts: their order, and their words."""

    network: Network
    facts: Facts
    target: Target | None
    met: Flags

    @cached_property
    def open_here(self) -> str:
        """Name the criteria that nobody met yet with whom the user talked about this target."""
        lacking = [words for words, met in zip(CRITERIA.values(), self.met, strict=True) if not met]
        return "still open here: " + ", ".join(lacking) if self.target and lacking else ""

    def order(self, draft: Draft) -> tuple[Any, ...]:
        """Return what the rows of a target are sorted by."""
        relevance = self.relevance(draft)
        return (
            _ORDER[draft.kind],
            -draft.band,
            *(-part for part in relevance),
            -draft.evidence,
            draft.leg3 > 0,
            draft.cost,
            *self.facts.by_name(draft.person),
        )

    def relevance(self, draft: Draft) -> tuple[int, int, int]:
        """Return role words shared, open criteria that they meet, and criteria that they meet."""
        said = self.network.criteria[self.network.positions([draft.person])[0]] == 1
        wanted = self.target.role if self.target else ""
        match = role_match(self.facts.roles(draft.person, self._place), wanted)
        return match, int((said & ~self.met).sum()), int(said.sum())

    @property
    def _place(self) -> int | None:
        return self.target.organization if self.target else None

    def record(self, draft: Draft) -> dict[str, Any]:
        """Return the row in words."""
        through = sorted(draft.through, key=lambda pair: [self.facts.by_name(p) for p in pair if p])
        introducer, middle = through[0] if through else (0, 0)
        others = list(dict.fromkeys(one for one, _ in through if one != introducer))
        asked = self.network.positions([introducer or draft.person])[0]
        return {
            "target": self.target.label if self.target else "",
            "person": self.facts.name(draft.person),
            "role": self.role(draft),
            "introducer": self.facts.name(introducer) if introducer else "",
            "also_through": [self.facts.name(one) for one in others],
            "kind": draft.kind.value,
            "band": draft.band or pd.NA,
            "reasons": " ".join(self.reasons(draft, introducer, middle)),
            "weakest_leg": self.weakest(draft, introducer, middle),
            "criteria": self.criteria(draft.person),
            "open_asks": int(self.network.open_asks[asked]),
            "target_id": self.target.id if self.target else 0,
            "person_id": draft.person,
            "introducer_id": introducer,
            "also_ids": others,
            "middle_id": middle,
            "leg1": draft.leg1,
            "leg2": draft.leg2,
            "leg3": draft.leg3,
        }

    def role(self, draft: Draft) -> str:
        """Return their role at the target, the one that fits best."""
        wanted = self.target.role if self.target else ""
        roles = self.facts.roles(draft.person, self._place)
        return max(roles, key=lambda role: role_match([role], wanted), default="")

    def reasons(self, draft: Draft, introducer: int, middle: int) -> Iterator[str]:
        """Yield the reasons, one short sentence each."""
        known, person = self.facts, draft.person
        if draft.kind is Kind.INTRODUCTION:
            yield known.known_by(introducer, middle or person)
            if middle:
                yield known.known_by(middle, person)
            yield from filter(
                None, [words.helping(known.called(introducer), known.willingness(introducer))]
            )
        elif draft.kind is Kind.DIRECT:
            yield words.you_know(known.called(person), known.how_known(person))
        elif draft.kind is Kind.ALUMNI:
            row = known.people[person]
            yield words.same_school(known.called(person), row["school"], row["class_year"])
        elif introducer:
            place = known.place(person, draft.place)
            yield words.same_employer(*known.both(introducer, person), place)
        else:
            row = known.post(person, draft.place)
            yield words.worked_there(known.called(person), row["name"], row["stop"])

    def weakest(self, draft: Draft, introducer: int, middle: int) -> str:
        """Name the least certain step of an introduction."""
        if draft.kind is not Kind.INTRODUCTION:
            return ""
        known, called = self.facts, self.facts.called
        person = draft.person
        next_one = middle or person
        steps = [
            ("you", called(introducer), draft.leg1, words.step(known.willingness(introducer))),
            (
                called(introducer),
                called(next_one),
                draft.leg2,
                known.evidence(introducer, next_one),
            ),
        ]
        if middle:
            how = known.evidence(middle, person)
            steps.append((called(middle), called(person), draft.leg3, how))
        return words.weakest(steps)

    def criteria(self, person: int) -> str:
        """Say what the user said of somebody, and what is still open at the target (N8)."""
        said = self.network.criteria[self.network.positions([person])[0]]
        answers = [
            f"{name}: {'yes' if value > 0 else 'no'}"
            for name, value in zip(CRITERIA.values(), said, strict=True)
            if value
        ]
        return "; ".join([*answers, *filter(None, [self.open_here])])
