"""The best ways to people, on arrays: two legs, or three.

A way is as sure as its weakest leg. Between equally sure ways the evidence decides, then fewer
hops, then the introducer with fewer open asks, then the less close one (`key`, smaller is
better). Ways with the same key are equal, and all of them are returned.

What an answer costs on a file of usual size is the number of calls to numpy rather than the
ties that they go through: hence the tables by code of the legs, and pairs that stay sorted.
"""

from dataclasses import dataclass

import numpy as np

from olenb.network.arrays import Network
from olenb.network.ragged import Flags, Numbers, changes, distinct, ranges, spread
from olenb.network.teams import Teams, mates, teams

DERIVED = 1
"""The rank of a tie that is only worked out."""
_COST = 1 << 13  # above every `Network.cost`

# By code, leg1 * 16 + leg2 * 4 + leg3, where leg3 is 0 in ways of two legs.
_LEG1, _LEG2, _LEG3 = np.indices((4, 4, 4)).reshape(3, -1)
_EVIDENCE = np.where(_LEG3 > 0, np.minimum(_LEG2, _LEG3), _LEG2)
_BAND = np.minimum(_LEG1, _EVIDENCE)
_NONE = 1 << 40  # above every key
_ORDER = (((3 - _BAND) * 4 + (3 - _EVIDENCE)) * 2 + (_LEG3 > 0)) * _COST
_ORDER[_LEG1 == 0] = _NONE  # nobody whom the user would ask
_RANKS = np.arange(1, 4)[:, None]
_OWN = _RANKS * 4


@dataclass(frozen=True)
class Links:
    """Pairs of people who know each other, ascending by person.

    Parameters
    ----------
    person, neighbor
        Positions: somebody of a group, and whom they know.
    rank
        The evidence, 1 to 3.
    derived
        Whether the tie is only worked out.
    """

    person: Numbers
    neighbor: Numbers
    rank: Numbers
    derived: Flags

    def take(self, rows: Numbers) -> "Links":
        """Return some of the pairs."""
        return Links(*(column.take(rows) for column in vars(self).values()))


@dataclass(frozen=True)
class Ways:
    """The best ways, ascending by person; equal ones stand beside each other.

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
        low = self.person.searchsorted(people)
        high = self.person.searchsorted(people, side="right")
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
            Positions, in any order; it doesn't matter whether somebody comes twice.
        legs
            2, or 3 for ways through two people as well.

        """
        network = self.network
        people = distinct(people[network.strangers[people]])
        if legs == 2:
            return self._two(self.links(people, network.helpers))
        return self._three(self.links(people, network.willing))

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
        told = Links(person, neighbor, rank, np.zeros(len(person), dtype=np.bool_))
        if not len(self.teams.contacts):
            return told
        mate_of, mate = mates(self.network, self.teams, people, among)
        if not len(mate):
            return told
        # The first of a pair stands, and what was said comes first.
        pair = np.concatenate([person, mate_of]) * self.network.size
        pair += np.concatenate([neighbor, mate])
        _, first = np.unique(pair, return_index=True)
        derived = first >= len(person)
        ranks = np.concatenate([rank, np.full(len(mate), DERIVED)])[first]
        return Links(
            pair[first] // self.network.size, pair[first] % self.network.size, ranks, derived
        )

    def _two(self, links: Links) -> Ways:
        """Weigh the ways through those who know somebody themselves."""
        code = self._codes(links)
        key = _ORDER[code] + self.network.cost[links.neighbor]
        rows = _best(links.person, key)
        person, introducer = links.person[rows], links.neighbor[rows]
        nobody = np.full(len(rows), -1)
        return _ways(person, introducer, nobody, code[rows], key[rows])

    def _three(self, last: Links) -> Ways:
        """Meet in the middle: how good a start to each neighbor, then the last leg."""
        middle = distinct(last.neighbor)
        starts = self._starts(middle)
        begin = starts.middle.searchsorted(middle)
        at, rank = middle.searchsorted(last.neighbor), last.rank - 1
        key = np.minimum.reduceat(starts.key, begin, axis=1)[rank, at]
        rows = _best(last.person, key)
        rows = rows[key[rows] < _NONE]
        # All starts that are as good as the best one to the same neighbor.
        at = at[rows]
        owner, start = ranges(begin[at], starts.middle.searchsorted(middle[at], side="right"))
        row = rows[owner]
        equal = (starts.key[rank[row], start] == key[row]).nonzero()[0]
        row, start = row[equal], start[equal]
        code = starts.code[rank[row], start]
        neighbor = np.where(code & 3, last.neighbor[row], -1)
        return _ways(last.person[row], starts.introducer[start], neighbor, code, key[row])

    def _starts(self, middle: Numbers) -> "_Starts":
        """Return every way to get to each of `middle`: they themselves, or who knows them."""
        network = self.network
        first = self.links(middle, network.helpers)
        to = np.concatenate([middle, first.person])
        order = to.argsort(kind="stable")
        introducer = np.concatenate([middle, first.neighbor])[order]
        # Their own rank isn't asked for: the leg that follows is the second, and not the third.
        codes = network.leg1[middle] * 16 + _OWN, self._codes(first) + _RANKS
        code = np.concatenate(codes, axis=1)[:, order]
        return _Starts(to[order], introducer, code, _ORDER[code] + network.cost[introducer])

    def _codes(self, links: Links) -> Numbers:
        """Return the code of a way that goes from the user to each neighbor and on."""
        return self.network.leg1[links.neighbor] * 16 + links.rank * 4


@dataclass(frozen=True)
class _Starts:
    """Beginnings of ways, ascending by whom they lead to.

    `code` and `key` have one row for each rank, 1 to 3, that the last leg may have.
    """

    middle: Numbers
    introducer: Numbers
    code: Numbers
    key: Numbers


def _ways(
    person: Numbers, introducer: Numbers, middle: Numbers, code: Numbers, key: Numbers
) -> Ways:
    band, evidence, leg2, leg3 = _BAND[code], _EVIDENCE[code], _LEG2[code], _LEG3[code]
    return Ways(person, introducer, middle, band, evidence, leg2, leg3, key)


def _told(network: Network, people: Numbers, among: Flags) -> tuple[Numbers, Numbers, Numbers]:
    """Look along the ties of whichever side has fewer of them."""
    ties = network.ties
    low, high = ties.start[people], ties.start[people + 1]
    if (high - low).sum() <= network.degrees(among):
        owner, at = ranges(low, high)
        neighbor = ties.other[at]
        keep = among[neighbor].nonzero()[0]
        return people[owner[keep]], neighbor[keep], ties.rank[at[keep]]
    others = among.nonzero()[0]
    owner, at = spread(ties.start, others)
    person = ties.other[at]
    keep = network.mask(people)[person].nonzero()[0]
    keep = keep[np.argsort(person[keep], kind="stable")]
    return person[keep], others[owner[keep]], ties.rank[at[keep]]


def _best(person: Numbers, key: Numbers) -> Numbers:
    """Return the rows with the smallest key of each person, where these are ascending."""
    begins = changes(person)
    least = np.minimum.reduceat(key, begins.nonzero()[0])
    rows: Numbers = (key == least[begins.cumsum() - 1]).nonzero()[0]
    return rows
