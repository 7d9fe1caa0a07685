"""Everybody's ties in one place, as sorted arrays: many egos ask the same targets at once.

A person is the rank of their label, so a smaller number is an earlier label. Who is at the
targets, and the ties of those people, are gathered once. Each ego then looks either along these or
along their own people's ties, whichever are fewer; the egos who do the latter are answered
together, in a few passes over one array.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from olenb.network.own_ties import OwnTies
from olenb.network.ragged import Flags, Numbers, spread, starts

COLUMNS = ("ego", "target", "person", "introducer", "band")


_BLOCK, _LEAST = 1 << 22, 64
"""About how many ties are held at a time, and what an ego counts in any case."""


@dataclass(frozen=True)
class Ways:
    """Rows of an answer, as ranks of labels; `ego` counts the egos that were asked for."""

    ego: Numbers
    target: Numbers
    person: Numbers
    introducer: Numbers
    band: Numbers


@dataclass(frozen=True)
class Pool:
    """Ties by person, and people by organization.

    Parameters
    ----------
    people, organizations
        The labels, sorted; everything else is a rank in one of these.
    start, other, strength
        The ties of p are `start[p]` to `start[p + 1]`.
    places, members
        The people at organization o are `members[places[o]:places[o + 1]]`, each once.
    """

    people: "pd.Index[Any]"
    organizations: "pd.Index[Any]"
    start: Numbers
    other: Any
    strength: Any
    places: Numbers
    members: Numbers

    @property
    def nbytes(self) -> int:
        """How much memory the arrays take."""
        arrays = (self.start, self.other, self.strength, self.places, self.members)
        return int(sum(array.nbytes for array in arrays))

    def introductions(self, egos: Sequence[Any], targets: Sequence[Any]) -> pd.DataFrame:
        """Return the best introducer to each stranger at each target, sorted.

        Parameters
        ----------
        egos, targets
            Labels; those that stand nowhere give no rows.

        Returns
        -------
        DataFrame
            ego, target, person, introducer, band (1 to 3).

        """
        numbers = _ranks(self.people, egos)
        parts = list(self.ways(numbers, _ranks(self.organizations, targets)))
        rows = Ways(*(_joined([vars(part)[name] for part in parts]) for name in vars(parts[0])))
        columns = {
            "ego": self.people[numbers[rows.ego]],
            "target": self.organizations[rows.target],
            "person": self.people[rows.person],
            "introducer": self.people[rows.introducer],
            "band": rows.band,
        }
        return pd.DataFrame(columns, columns=list(COLUMNS))

    def ways(self, egos: Numbers, targets: Numbers) -> Iterator[Ways]:
        """Yield the best ways of some egos after the other, by ego, target and person."""
        near = _Near(self, targets)
        before = np.cumsum(self.costs(egos).clip(max=len(near.other)) + _LEAST)
        blocks = np.searchsorted(before, np.arange(_BLOCK, before[-1:].sum(), _BLOCK))
        first = 0
        for some in np.split(egos, np.unique(blocks)):
            found = near.ways(some)
            yield replace(found, ego=found.ego + first)
            first += len(some)

    def costs(self, egos: Numbers) -> Numbers:
        """Return for each ego how many ties their own people have."""
        owner, at = spread(self.start, egos)
        degrees = np.diff(self.start)[self.other[at]]
        return np.bincount(owner, degrees, minlength=len(egos)).astype(np.int64)


class _Near:
    """The people at some targets, and their ties."""

    def __init__(self, pool: Pool, targets: Numbers):
        self.pool = pool
        targets = np.unique(targets)
        owner, at = spread(pool.places, targets)
        member = pool.members[at]
        order = np.argsort(member, kind="stable")
        self.target, member = targets[owner[order]], member[order]
        self.people = np.unique(member)
        self.rank = np.full(len(pool.people), -1, dtype=np.int64)
        self.rank[self.people] = np.arange(len(self.people))
        self.places = starts(self.rank[member], len(self.people))
        owner, at = spread(pool.start, self.people)
        self.owner, self.other, self.strength = owner, pool.other[at], pool.strength[at]

    def ways(self, egos: Numbers) -> Ways:
        """Return the best ways of some egos."""
        mine = OwnTies(egos, self.pool.start, self.pool.other, self.pool.strength)
        key, introducer, band = self._best(*self._legs(mine))
        ego, person = np.divmod(key, max(1, len(self.people)))
        # Whom the ego knows already, and the ego, need nobody.
        known = mine.hold(ego, self.people[person]) | (self.people[person] == egos[ego])
        keep = np.flatnonzero(~known)
        owner, at = spread(self.places, person[keep])
        rows = keep[owner]
        order = np.lexsort((person[rows], self.target[at], ego[rows]))
        rows, at = rows[order], at[order]
        return Ways(
            ego[rows], self.target[at], self.people[person[rows]], introducer[rows], band[rows]
        )

    def _best(
        self, key: Numbers, introducer: Numbers, band: Numbers
    ) -> tuple[Numbers, Numbers, Numbers]:
        """Return for each ego and person (`key`) the best band and the first introducer with it."""
        size = len(self.pool.people)
        # One number says all, so that the first of each key is its best way.
        order = np.sort((key * 4 + 3 - band) * size + introducer)
        way, introducer = np.divmod(order, max(1, size))
        first = np.flatnonzero(np.diff(way >> 2, prepend=-1))
        return way[first] >> 2, introducer[first], 3 - (way[first] & 3)

    def _legs(self, mine: OwnTies) -> tuple[Numbers, Numbers, Numbers]:
        """Look along the ties of whichever side has fewer of them, for each ego."""
        far = mine.costs < len(self.other)
        parts = [self._outward(mine, far[mine.ego])]
        leg1 = np.zeros(len(self.pool.people), dtype=np.int8)
        for ego in np.flatnonzero(~far).tolist():
            some = mine.of(ego)
            leg1[mine.person[some]] = mine.strength[some]
            parts.append(self._inward(ego, leg1))
            leg1[mine.person[some]] = 0
        key, introducer, band = (_joined(list(column)) for column in zip(*parts, strict=True))
        return key, introducer, band

    def _outward(self, mine: OwnTies, far: Flags) -> tuple[Numbers, Numbers, Numbers]:
        """Look from the egos' own people to the targets."""
        ego, through, leg1 = mine.ego[far], mine.person[far], mine.strength[far]
        owner, at = spread(self.pool.start, through)
        person = self.rank[self.pool.other[at]]
        keep = np.flatnonzero(person >= 0)
        owner, at, person = owner[keep], at[keep], person[keep]
        band = np.minimum(leg1[owner], self.pool.strength[at])
        return ego[owner] * len(self.people) + person, through[owner], band

    def _inward(self, ego: int, leg1: Any) -> tuple[Numbers, Numbers, Numbers]:
        """Look from the people at the targets to one ego's own people."""
        willing = leg1[self.other]
        keep = np.flatnonzero(willing)
        band = np.minimum(willing[keep], self.strength[keep])
        return ego * len(self.people) + self.owner[keep], self.other[keep], band


def build(ties: pd.DataFrame, affiliations: pd.DataFrame) -> Pool:
    """Build the arrays out of two tables.

    Parameters
    ----------
    ties
        `person`, `knows`, `strength` (1 to 3), each tie in both directions.
    affiliations
        `person`, `organization`.

    >>> ties = pd.DataFrame({"person": ["a", "b"], "knows": ["b", "a"], "strength": 2})
    >>> build(ties, pd.DataFrame({"person": ["b"], "organization": ["X"]})).other.tolist()
    [1, 0]
    """
    columns = [ties["person"], ties["knows"], affiliations["person"]]
    codes, people = pd.factorize(pd.concat(columns, ignore_index=True), sort=True)
    split = np.split(codes, np.cumsum([len(column) for column in columns])[:-1])
    person, knows, member = split
    order = np.argsort(person, kind="stable")
    where, organizations = pd.factorize(affiliations["organization"], sort=True)
    posts = np.unique(np.stack([where, member], axis=1), axis=0)
    return Pool(
        people=pd.Index(people),
        organizations=pd.Index(organizations),
        start=starts(person, len(people)),
        other=knows[order].astype(np.int32),
        strength=ties["strength"].to_numpy()[order].astype(np.int8),
        places=starts(posts[:, 0], len(organizations)),
        members=posts[:, 1],
    )


def _ranks(labels: "pd.Index[Any]", wanted: Sequence[Any]) -> Numbers:
    """Return the ranks of those of `wanted` that there are, in their order."""
    asked = pd.Index(list(wanted))
    try:
        at = np.asarray(labels.searchsorted(asked), dtype=np.int64)
    except TypeError:  # a word among numbers, or the reverse, is nobody here
        return np.zeros(0, dtype=np.int64)
    inside = np.flatnonzero(at < len(labels))
    return at[inside[np.asarray(labels[at[inside]] == asked[inside], dtype=np.bool_)]]


def _joined(parts: list[Numbers]) -> Numbers:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)
