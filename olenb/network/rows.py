"""One row of the answer: where it stands, and its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from olenb.core.terms import CRITERIA, Kind
from olenb.network import words
from olenb.network.arrays import Network
from olenb.network.facts import Facts
from olenb.network.kinds import Draft
from olenb.network.ragged import Flags
from olenb.network.targets import Target, role_match

_ORDER = {kind: n for n, kind in enumerate(Kind)}


OPEN_HERE = "still open here: "


@dataclass(frozen=True)
class View:
    """How one target sees its drafts: their order, and their words."""

    network: Network
    facts: Facts
    target: Target | None
    met: Flags

    @cached_property
    def open_here(self) -> str:
        """Name the criteria that nobody met yet with whom the user talked about this target."""
        lacking = [words for words, met in zip(CRITERIA.values(), self.met, strict=True) if not met]
        return OPEN_HERE + ", ".join(lacking) if self.target and lacking else ""

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
        said = [value == 1 for value in self.said(draft.person)]
        wanted = self.target.role if self.target else ""
        match = role_match(self.facts.roles(draft.person, self._place), wanted) if wanted else 0
        open_here = (yes and not met for yes, met in zip(said, self._met, strict=True))
        return match, sum(open_here), sum(said)

    def said(self, person: int) -> list[int]:
        """Return what the user said of R5's three criteria: 1 yes, -1 no, 0 nothing."""
        return list(self.network.criteria[self.network.position(person)].tolist())

    @cached_property
    def _met(self) -> list[bool]:
        return list(self.met.tolist())

    @property
    def _place(self) -> int | None:
        return self.target.organization if self.target else None

    def record(self, draft: Draft) -> dict[str, Any]:
        """Return the row in words."""
        known = self.facts
        through = sorted(draft.through, key=lambda pair: [known.by_name(p) for p in pair if p])
        introducer, middle = through[0] if through else (0, 0)
        leg1, leg2, leg3 = legs = self._legs(draft, introducer, middle)
        others = list(dict.fromkeys(one for one, _ in through if one != introducer))
        return {
            "target": self.target.label if self.target else "",
            "person": known.name(draft.person),
            "role": self.role(draft),
            "introducer": known.name(introducer) if introducer else "",
            "also_through": [known.name(one) for one in others],
            "kind": draft.kind.value,
            "band": draft.band or pd.NA,
            "reasons": " ".join(self.reasons(draft, introducer, middle)),
            "weakest_leg": self.weakest(draft, introducer, middle, legs),
            "criteria": self.criteria(draft.person),
            "open_asks": int(
                self.network.open_asks[self.network.position(introducer or draft.person)]
            ),
            "target_id": self.target.id if self.target else 0,
            "person_id": draft.person,
            "introducer_id": introducer,
            "also_ids": others,
            "middle_id": middle,
            "leg1": leg1,
            "leg2": leg2,
            "leg3": leg3,
        }

    def _legs(self, draft: Draft, introducer: int, middle: int) -> tuple[int, int, int]:
        """Return the legs of the way that is shown; equal ways may differ in them."""
        if not draft.leg2:
            return draft.leg1, draft.leg2, draft.leg3
        rank, person = self.facts.rank, draft.person
        return (
            int(self.network.leg1[self.network.position(introducer)]),
            rank(introducer, middle or person),
            rank(middle, person) if middle else 0,
        )

    def role(self, draft: Draft) -> str:
        """Return their role at the target, the one that fits best."""
        wanted = self.target.role if self.target else ""
        roles = self.facts.roles(draft.person, self._place)
        if len(roles) < 2:
            return "".join(roles)
        return max(roles, key=lambda role: role_match([role], wanted), default="")

    def reasons(self, draft: Draft, introducer: int, middle: int) -> Iterator[str]:
        """Yield the reasons, one short sentence each."""
        known, person = self.facts, draft.person
        if draft.leg2:
            yield known.known_by(introducer, middle or person)
        if draft.leg3:
            yield known.known_by(middle, person)
        if draft.kind is Kind.INTRODUCTION:
            yield from filter(
                None, [words.helping(known.called(introducer), known.willingness(introducer))]
            )
        elif draft.kind is Kind.DIRECT:
            yield words.you_know(known.called(person), known.how_known(person))
        elif draft.kind is Kind.ALUMNI:
            row = known.people[person]
            yield words.same_school(known.called(person), row["school"], row["class_year"])
        elif introducer and not draft.leg2:
            place = known.shared(introducer, person, self._place)
            yield words.same_employer(*known.both(introducer, person), place)
        else:
            row = known.post(person, draft.place)
            yield words.worked_there(known.called(person), row["name"], row["stop"])

    def weakest(
        self, draft: Draft, introducer: int, middle: int, legs: tuple[int, int, int]
    ) -> str:
        """Name the least certain step of an introduction."""
        if draft.kind is not Kind.INTRODUCTION:
            return ""
        known, called = self.facts, self.facts.called
        person, (leg1, leg2, leg3) = draft.person, legs
        next_one = middle or person
        steps = [
            ("you", called(introducer), leg1, words.step(known.willingness(introducer))),
            (
                called(introducer),
                called(next_one),
                leg2,
                known.evidence(introducer, next_one),
            ),
        ]
        if middle:
            how = known.evidence(middle, person)
            steps.append((called(middle), called(person), leg3, how))
        return words.weakest(steps)

    def criteria(self, person: int) -> str:
        """Say what the user said of somebody, and what is still open at the target (N8)."""
        answers = [
            f"{name}: {'yes' if value > 0 else 'no'}"
            for name, value in zip(CRITERIA.values(), self.said(person), strict=True)
            if value
        ]
        return "; ".join([*answers, *filter(None, [self.open_here])])
