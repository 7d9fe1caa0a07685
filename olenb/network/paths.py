"""The best ways to people, on arrays: two legs, or three.

A way is as sure as its weakest leg. Between equally sure ways the evidence decides, then fewer
hops, then the introducer with fewer open asks, then the less close one (`key`, smaller is
better). Ways with the same key are equal, and all of them are returned.
"""

from dataclasses import dataclass

import numpy as np

from olenb.network.arrays import Network
from olenb.network.ragged import Flags, Numbers, ranges, spread, starts
from olenb.network.teams import Teams, mates, teams

DERIVED = 1
"""The rank of a tie that is only worked out."""
_COST = 1 << 13  # above every `Network.cost`
NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True)
class Links:
    """Pairs of people who know each other: somebody of a group, and a neighbor."""

    person: Numbers
    neighbor: Numbers
    rank: Numbers
    derived: Flags


@dataclass(frozen=True)
class Ways:
    """The best ways, sorted by person; equal ones stand beside each other.

    Parameters
    ----------
    person, introducer
        Positions: who is reached, and whom the user would ask.
    middle
        With three legs the one whom the introducer would ask, else -1.
    band
        The weakest leg, 1 to 3.
    evidence
        The weakest leg after the first, 1 to 3.
    leg2, leg3
        The legs after the first; `leg3` is 0 with two legs.
    key
        What is compared; the same for equal ways.
    """

    person: Numbers
    introducer: Numbers
    middle: Numbers
    band: Numbers
    evidence: Numbers
    leg2: Numbers
    leg3: Numbers
    key: Numbers

    def take(self, rows: Numbers | Flags) -> "Ways":
        """Return some of the ways."""
        return Ways(*(column[rows] for column in vars(self).values()))

    def to(self, people: Numbers) -> tuple[Numbers, "Ways"]:
        """Return the ways to some people: whose of `people` each is, and the ways."""
        low, high = np.searchsorted(self.person, [people, people + 1])
        owner, rows = ranges(low, high)
        return owner, self.take(rows)


class Paths:
    """Finds ways in one network; the teams are worked out once."""

    def __init__(self, network: Network):
        self.network = network
        self.teams: Teams = teams(network)

    def best(self, people: Numbers, legs: int = 2) -> Ways:
        """Return the best ways to `people`, none for those whom the user knows already.

        Parameters
        ----------
        people
            Positions, in any order, each once.
        legs
            2, or 3 for ways through two people as well.

        """
        people = np.sort(people[~self.network.known[people] & (people != self.network.ego)])
        ways = self._two(people)
        if legs == 3:
            ways = _joined(_best(ways), self._three(people))
        return _best(ways)

    def links(self, people: Numbers, among: Flags) -> Links:
        """Return who of `among` knows whom of `people`; what was said wins over what is derived.

        Parameters
        ----------
        people
            Positions, ascending.
        among
            A flag per person.

        """
        person, neighbor, rank = _told(self.network, people, among)
        mate_of, mate = mates(self.network, self.teams, people, among)
        if not len(mate):
            return Links(person, neighbor, rank, np.zeros(len(person), dtype=np.bool_))
        # The first of a pair stands, and what was said comes first.
        pair = np.concatenate([person, mate_of]) * self.network.size
        pair += np.concatenate([neighbor, mate])
        _, first = np.unique(pair, return_index=True)
        derived = first >= len(person)
        ranks = np.concatenate([rank, np.full(len(mate), DERIVED)])[first]
        return Links(
            pair[first] // self.network.size, pair[first] % self.network.size, ranks, derived
        )

    def _two(self, people: Numbers) -> Ways:
        links = self.links(people, self.network.helpers)
        none = np.zeros_like(links.person)
        return self._ways(links.person, links.neighbor, none - 1, (links.rank, none))

    def _three(self, people: Numbers) -> Ways:
        """Meet in the middle: the best introducers of each middle person, then the last leg."""
        network = self.network
        last = self.links(people, ~network.refused & (np.arange(network.size) != network.ego))
        first = self.links(np.unique(last.neighbor), network.helpers)
        kind, group = _kinds(network, first)
        # Per middle person, only the cheapest of each kind (first leg, second leg) can win.
        cheapest = np.full(len(kind), NEVER)
        np.minimum.at(cheapest, group, network.cost[first.neighbor])
        wins = np.flatnonzero(network.cost[first.neighbor] == cheapest[group])
        wins = wins[np.argsort(group[wins], kind="stable")]
        members = starts(group[wins], len(kind))
        row, at = spread(starts(kind // 16, network.size), last.neighbor)
        one = first.neighbor[wins[members[at]]] if len(at) else at
        legs = (kind[at] % 4, last.rank[row])
        found = _best(self._ways(last.person[row], one, last.neighbor[row], legs, group=at))
        row, at = spread(members, found.introducer)
        expanded = found.take(row)
        return Ways(**{**vars(expanded), "introducer": first.neighbor[wins][at]})

    def _ways(
        self,
        person: Numbers,
        introducer: Numbers,
        middle: Numbers,
        legs: tuple[Numbers, Numbers],
        *,
        group: Numbers | None = None,
    ) -> Ways:
        """Weigh ways; `group` numbers what the introducer stands for, if it is for several."""
        leg2, leg3 = legs
        evidence = np.where(leg3 > 0, np.minimum(leg2, leg3), leg2)
        band = np.minimum(self.network.leg1[introducer], evidence)
        order = ((3 - band) * 4 + (3 - evidence)) * 2 + (leg3 > 0)
        key = order * _COST + self.network.cost[introducer]
        chosen = introducer if group is None else group
        return Ways(person, chosen, middle, band, evidence, leg2, leg3, key)


def _told(network: Network, people: Numbers, among: Flags) -> tuple[Numbers, Numbers, Numbers]:
    """Look along the ties of whichever side has fewer of them."""
    ties = network.ties
    if ties.degrees(people) <= ties.degrees(among):
        owner, at = spread(ties.start, people)
        keep = among[ties.other[at]]
        return people[owner[keep]], ties.other[at[keep]], ties.rank[at[keep]]
    others = np.flatnonzero(among)
    owner, at = spread(ties.start, others)
    keep = network.mask(people)[ties.other[at]]
    return ties.other[at[keep]], others[owner[keep]], ties.rank[at[keep]]


def _kinds(network: Network, first: Links) -> tuple[Numbers, Numbers]:
    """Return the kinds of first halves (the middle person and both legs), ascending by person."""
    kind = first.person * 16 + network.leg1[first.neighbor] * 4 + first.rank
    return np.unique(kind, return_inverse=True)


def _joined(one: Ways, other: Ways) -> Ways:
    pairs = zip(vars(one).values(), vars(other).values(), strict=True)
    return Ways(*(np.concatenate(pair) for pair in pairs))


def _best(ways: Ways) -> Ways:
    """Keep the best ways to each person, sorted by person."""
    if not len(ways.person):
        return ways
    best = np.full(int(ways.person.max()) + 1, NEVER)
    np.minimum.at(best, ways.person, ways.key)
    keep = np.flatnonzero(ways.key == best[ways.person])
    return ways.take(keep[np.argsort(ways.person[keep], kind="stable")])
