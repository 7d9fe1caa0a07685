"""Who knows whom and who is where, as sorted arrays: what the answer is computed on.

Everything here is a number. People are counted by *position*, their rank among all ids, so that
an array holds one fact per person. Words are read later, for the rows that are shown.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np

from olenb.network.ragged import Flags, Numbers, ranges, starts

_OTHER, _SOURCE = 2, 33
_ONE = (1 << _SOURCE - _OTHER) - 1
UNKNOWN_CLOSENESS = 6
"""Puts people whose closeness nobody said after those who are less close for certain."""


@dataclass(frozen=True)
class Adjacency:
    """Neighbors by person, both ways: those of p are `other[start[p]:start[p + 1]]`, ascending."""

    start: Numbers
    other: Numbers
    rank: Numbers

    @classmethod
    def of(cls, size: int, a: Numbers, b: Numbers, rank: Numbers) -> Self:
        """Build it from pairs of positions, each pair given once."""
        # Sorting one number per tie is several times as fast as sorting rows by a key.
        packed = np.concatenate(
            [a << _SOURCE | b << _OTHER | rank, b << _SOURCE | a << _OTHER | rank]
        )
        packed.sort()
        source, other = packed >> _SOURCE, packed >> _OTHER & _ONE
        return cls(starts(source, size), other, packed & (1 << _OTHER) - 1)

    def degrees(self, people: Numbers | Flags) -> int:
        """Return how many ties `people` have, summed."""
        at = np.flatnonzero(people) if people.dtype == np.bool_ else people
        return int((self.start[at + 1] - self.start[at]).sum())


@dataclass(frozen=True)
class Posts:
    """People at organizations, one row each, sorted by organization.

    Parameters
    ----------
    person, organization
        A position, and an organization's id.
    here, left
        Whether they are there now, and whether they are gone; both may be unknown.
    start, stop
        Years; 0 where not known, and the current year in `stop` where they still are there.
    department
        A code; 0 where not known.
    works
        False where they study there.
    """

    person: Numbers
    organization: Numbers
    here: Flags
    left: Flags
    start: Numbers
    stop: Numbers
    department: Numbers
    works: Flags

    def at(self, organization: int) -> slice:
        """Return where the rows of an organization stand."""
        low, high = self.organization.searchsorted([organization, organization + 1])
        return slice(int(low), int(high))

    def of(self, organizations: Numbers) -> tuple[Numbers, Numbers]:
        """Return the rows of several organizations: which of them, and where each stands."""
        low = self.organization.searchsorted(organizations)
        return ranges(low, self.organization.searchsorted(organizations, side="right"))


@dataclass(frozen=True, eq=False)
class Network:
    """The user's network as numbers; `build` makes one, `reading.read` out of a workbook.

    Parameters
    ----------
    ids
        Every person's id, ascending.
    ego
        The user's position; -1 where nobody is the user yet.
    known
        Whether the user has a tie with them, whatever was said of it.
    leg1
        Would they help, 1 to 3; 0 where there is no way (no tie, or "rather not ask").
    closeness
        1 to 5 as the user described it, else `UNKNOWN_CLOSENESS`.
    open_asks
        How many asks of the user wait for them.
    ties
        Who knows whom, the user's own ties left out, with the rank of the evidence, 1 to 3.
    posts
        Who is or was where.
    school, class_year
        A code (0: none) and a year (0: none).
    criteria
        One row per person, R5's three criteria in order: 1 yes, -1 no, 0 not known.
    """

    ids: Numbers
    ego: int
    known: Flags
    leg1: Numbers
    closeness: Numbers
    open_asks: Numbers
    ties: Adjacency
    posts: Posts
    school: Numbers
    class_year: Numbers
    criteria: Numbers

    @property
    def size(self) -> int:
        """How many people there are, the user included."""
        return len(self.ids)

    @cached_property
    def helpers(self) -> Flags:
        """Whom the user knows and would ask."""
        return np.asarray(self.leg1 > 0, dtype=np.bool_)

    @cached_property
    def refused(self) -> Flags:
        """Whom the user would rather not ask."""
        return np.asarray(self.known & (self.leg1 == 0), dtype=np.bool_)

    @cached_property
    def strangers(self) -> Flags:
        """Whom the user doesn't know yet."""
        return np.asarray(~self.known & (np.arange(self.size) != self.ego), dtype=np.bool_)

    @cached_property
    def willing(self) -> Flags:
        """Who may stand between two others: everybody but the user and whom they refused."""
        return np.asarray(self.strangers | self.helpers, dtype=np.bool_)

    @cached_property
    def _helping(self) -> int:
        return self.ties.degrees(self.helpers)

    def degrees(self, among: Flags) -> int:
        """Return how many ties some people have; for `helpers` it is counted once."""
        return self._helping if among is self.helpers else self.ties.degrees(among)

    @cached_property
    def cost(self) -> Numbers:
        """What decides between introducers who are equally sure: open asks, then closeness."""
        return np.minimum(self.open_asks, 999) * 8 + self.closeness

    def positions(self, ids: Any) -> Numbers:
        """Return the positions of ids, each of which is in here."""
        return np.searchsorted(self.ids, np.asarray(ids, dtype=np.int64))

    def position(self, person: int) -> int:
        """Return the position of one id, which is in here."""
        return int(self.ids.searchsorted(person))

    def mask(self, positions: Numbers) -> Flags:
        """Return a flag per person, set at `positions`."""
        flags = np.zeros(self.size, dtype=np.bool_)
        flags[positions] = True
        return flags


def build(
    ids: Any,
    ego: int,
    ties: tuple[Any, Any, Any],
    mine: tuple[Any, Any, Any],
    *,
    posts: dict[str, Any] | None = None,
    people: dict[str, Any] | None = None,
) -> Network:
    """Build the network from plain arrays; every id in them is one of `ids`.

    Parameters
    ----------
    ids
        Every person's id.
    ego
        The user's id, or 0 where nobody is the user yet.
    ties
        a, b and the rank of the evidence (1 to 3), without the user's own ties; a pair once.
    mine
        The user's own ties: person, willingness (1 to 3, 0 for "rather not ask"), closeness.
    posts
        The columns of `Posts`, with ids for positions; those that are left out are not known.
    people
        `school`, `class_year`, `open_asks` and `criteria` by sorted id; left out: not known.

    >>> network = build([1, 2, 3], ego=1, ties=([2], [3], [3]), mine=([2], [1], [6]))
    >>> network.helpers.tolist(), network.ties.other.tolist()
    ([False, True, False], [2, 1])
    """
    ids = _numbers(ids)
    if not (np.diff(ids) > 0).all():
        ids = np.unique(ids)
    size, position = len(ids), _Positions(ids)
    person, willing, close = (np.asarray(column, dtype=np.int64) for column in mine)
    own = position(person)
    facts = people or {}
    return Network(
        ids=ids,
        ego=int(position([ego])[0]) if ego else -1,
        known=_filled(size, False, own, np.True_),
        leg1=_filled(size, 0, own, willing),
        closeness=_filled(size, UNKNOWN_CLOSENESS, own, close),
        open_asks=_numbers(facts.get("open_asks", np.zeros(size))),
        ties=Adjacency.of(size, position(ties[0]), position(ties[1]), _numbers(ties[2])),
        posts=_posts(posts or {"person": [], "organization": []}, position),
        school=_numbers(facts.get("school", np.zeros(size))),
        class_year=_numbers(facts.get("class_year", np.zeros(size))),
        criteria=_numbers(facts.get("criteria", np.zeros((size, 3)))),
    )


class _Positions:
    """Positions by a table where ids lie close together, which they do in a workbook."""

    def __init__(self, ids: Numbers):
        self.ids = ids
        self.close = bool(len(ids)) and int(ids[-1]) < 8 * len(ids) + 1024
        if self.close:
            self.table = np.zeros(int(ids[-1]) + 1, dtype=np.int64)
            self.table[ids] = np.arange(len(ids))

    def __call__(self, ids: Any) -> Numbers:
        numbers = _numbers(ids)
        return self.table[numbers] if self.close else np.searchsorted(self.ids, numbers)


def _posts(columns: dict[str, Any], position: _Positions) -> Posts:
    size = len(columns["person"])
    organization = _numbers(columns["organization"])
    order = np.argsort(organization, kind="stable")
    unknown, yes = np.zeros(size), np.ones(size)

    def column(name: str, default: Any) -> Any:
        return _numbers(columns.get(name, default))[order]

    return Posts(
        person=position(columns["person"])[order],
        organization=organization[order],
        here=column("here", yes).astype(np.bool_),
        left=column("left", unknown).astype(np.bool_),
        start=column("start", unknown),
        stop=column("stop", unknown),
        department=column("department", unknown),
        works=column("works", yes).astype(np.bool_),
    )


def _numbers(values: Any) -> Numbers:
    return np.asarray(values, dtype=np.int64)


def _filled(size: int, default: int | bool, at: Numbers, values: Any) -> Any:
    array = np.full(size, default)
    array[at] = values
    return array
