"""Everybody's ties in one place, as sorted arrays: many egos ask the same targets at once.

A person is the rank of their label, so a smaller number is an earlier label. Who is at the
targets, and the ties of those people, are gathered once; each ego then looks either along these or
along their own people's ties, whichever are fewer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from olenb.network.ragged import Numbers, spread, starts

COLUMNS = ("ego", "target", "person", "introducer", "band")


@dataclass(frozen=True)
class Ways:
    """Rows of an answer, as ranks of labels."""

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
        counts = [len(part.person) for part in parts]
        columns = {
            "ego": self.people[np.repeat(numbers, counts)],
            "target": self.organizations[_joined([part.target for part in parts])],
            "person": self.people[_joined([part.person for part in parts])],
            "introducer": self.people[_joined([part.introducer for part in parts])],
            "band": _joined([part.band for part in parts]),
        }
        return pd.DataFrame(columns, columns=list(COLUMNS))

    def ways(self, egos: Numbers, targets: Numbers) -> Iterator[Ways]:
        """Yield the best ways of each ego in turn, sorted by target and person."""
        near = _Near(self, targets)
        leg1 = np.zeros(len(self.people), dtype=np.int8)
        for ego in egos.tolist():
            mine = slice(self.start[ego], self.start[ego + 1])
            # A pair that stands twice counts with its stronger row.
            np.maximum.at(leg1, self.other[mine], self.strength[mine])
            yield near.ways(ego, leg1, self.other[mine])
            leg1[self.other[mine]] = 0


class _Near:
    """The people at some targets, and their ties."""

    def __init__(self, pool: Pool, targets: Numbers):
        self.pool = pool
        targets = np.unique(targets)
        owner, at = spread(pool.places, targets)
        self.target, self.member = targets[owner], pool.members[at]
        self.people, self.index = np.unique(self.member, return_inverse=True)
        self.rank = np.full(len(pool.people), -1, dtype=np.int64)
        self.rank[self.people] = np.arange(len(self.people))
        owner, at = spread(pool.start, self.people)
        self.owner, self.other, self.strength = owner, pool.other[at], pool.strength[at]

    def ways(self, ego: int, leg1: Any, mine: Any) -> Ways:
        """Return the best ways of one ego."""
        band, introducer = self._best(leg1, mine)
        # Whom the ego knows already, and the ego, need nobody.
        reached = (band > 0) & (leg1[self.people] == 0) & (self.people != ego)
        rows = np.flatnonzero(reached[self.index])
        at = self.index[rows]
        order = np.argsort(self.target[rows], kind="stable")
        rows, at = rows[order], at[order]
        return Ways(self.target[rows], self.member[rows], introducer[at], band[at])

    def _best(self, leg1: Any, mine: Any) -> tuple[Numbers, Numbers]:
        """Return for each person at a target the best band and the first introducer with it."""
        owner, through, band = self._legs(leg1, mine)
        best = np.zeros(len(self.people), dtype=np.int64)
        np.maximum.at(best, owner, band)
        first = np.full(len(self.people), len(self.pool.people), dtype=np.int64)
        wins = band == best[owner]
        np.minimum.at(first, owner[wins], through[wins])
        return best, first

    def _legs(self, leg1: Any, mine: Any) -> tuple[Numbers, Numbers, Any]:
        """Look along the ties of whichever side has fewer of them."""
        pool = self.pool
        degrees = int((pool.start[mine + 1] - pool.start[mine]).sum())
        if degrees < len(self.other):
            mine = np.unique(mine)
            owner, at = spread(pool.start, mine)
            person = self.rank[pool.other[at]]
            keep = np.flatnonzero(person >= 0)
            through, at = mine[owner[keep]], at[keep]
            return person[keep], through, np.minimum(leg1[through], pool.strength[at])
        willing = leg1[self.other]
        keep = np.flatnonzero(willing)
        band = np.minimum(willing[keep], self.strength[keep])
        return self.owner[keep], self.other[keep], band


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
    try:
        at = [int(labels.searchsorted(label)) for label in wanted]
    except TypeError:  # a word among numbers, or the reverse, is nobody here
        return np.zeros(0, dtype=np.int64)
    there = [
        place
        for place, label in zip(at, wanted, strict=True)
        if place < len(labels) and labels[place] == label
    ]
    return np.asarray(there, dtype=np.int64)


def _joined(parts: list[Numbers]) -> Numbers:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)
