"""One row of the answer: where it stands, and its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from olenb.core.terms import CRITERIA, Kind
from olenb.network import words
from olenb.network.arrays import Network
from olenb.network.facts import Facts
from olenb.network.kinds import Draft, Through
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
            any(way.leg3 for way in draft.through[:1]),
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

    def equal(self, draft: Draft) -> list[Through]:
        """Return the equal ways of a row, by name; the first is the one that is shown."""
        if len(draft.through) < 2:
            return list(draft.through)
        name = self.facts.by_name
        return sorted(draft.through, key=lambda way: [name(one) for one in way[:2] if one])

    def plain(self, draft: Draft, equal: Sequence[Through]) -> dict[str, Any]:
        """Return what a row says without a sentence: who, through whom, and how sure."""
        way = equal[0] if equal else Through()
        leg1 = self._leg1(way.introducer) if way.leg2 else draft.leg1
        return {
            "target": self.target.label if self.target else "",
            "person": self.facts.name(draft.person),
            "introducer": self.facts.name(way.introducer) if way.introducer else "",
            "kind": draft.kind.value,
            "band": draft.band or pd.NA,
            "target_id": self.target.id if self.target else 0,
            "person_id": draft.person,
            "introducer_id": way.introducer,
            "also_ids": _others(equal),
            "middle_id": way.middle,
            "leg1": leg1,
            "leg2": way.leg2,
            "leg3": way.leg3,
        }

    def record(self, draft: Draft, equal: Sequence[Through]) -> dict[str, Any]:
        """Return a row with its sentences."""
        way = equal[0] if equal else Through()
        whom = self.network.position(way.introducer or draft.person)
        return self.plain(draft, equal) | {
            "role": self.role(draft),
            "also_through": [self.facts.name(one) for one in _others(equal)],
            "reasons": " ".join(self.reasons(draft, way)),
            "weakest_leg": self.weakest(draft, way),
            "criteria": self.criteria(draft.person),
            "open_asks": int(self.network.open_asks[whom]),
        }

    def _leg1(self, introducer: int) -> int:
        return int(self.network.leg1[self.network.position(introducer)])

    def role(self, draft: Draft) -> str:
        """Return their role at the target, the one that fits best."""
        wanted = self.target.role if self.target else ""
        roles = self.facts.roles(draft.person, self._place)
        if len(roles) < 2:
            return "".join(roles)
        return max(roles, key=lambda role: role_match([role], wanted), default="")

    def reasons(self, draft: Draft, way: Through) -> Iterator[str]:
        """Yield the reasons, one short sentence each."""
        known, person, (introducer, middle, leg2, leg3) = self.facts, draft.person, way
        if leg2:
            yield known.known_by(introducer, middle or person)
        if leg3:
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
        elif introducer and not leg2:
            place = known.shared(introducer, person, self._place)
            yield words.same_employer(*known.both(introducer, person), place)
        else:
            row = known.post(person, draft.place)
            yield words.worked_there(known.called(person), row["name"], row["stop"])

    def weakest(self, draft: Draft, way: Through) -> str:
        """Name the least certain step of an introduction."""
        if draft.kind is not Kind.INTRODUCTION:
            return ""
        known, called, (introducer, middle, leg2, leg3) = self.facts, self.facts.called, way
        person = draft.person
        next_one, first = middle or person, words.step(known.willingness(introducer))
        how = known.evidence(introducer, next_one)
        steps = [
            ("you", called(introducer), self._leg1(introducer), first),
            (called(introducer), called(next_one), leg2, how),
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


def _others(equal: Sequence[Through]) -> list[int]:
    """Return who else is as good to ask as the first, each once."""
    first = equal[0].introducer if equal else 0
    return list(dict.fromkeys(way.introducer for way in equal if way.introducer != first))
