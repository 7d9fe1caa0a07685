"""Pairs who were on the same team, worked out from school years and departments.

Derived each time and never kept. The same department of an organization in years that overlap,
or the same school and class year. Only pairs with one of the user's own people on one side are
looked for, and a team of more than `rules.TEAM_SIZE` people in the workbook isn't taken for one.
So a directory of any size costs little.
"""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from olenb.core import rules
from olenb.network.arrays import Network
from olenb.network.ragged import Flags, Numbers, spread, starts

_END = 9999


@dataclass(frozen=True)
class Teams:
    """Who was in which team, and when.

    Parameters
    ----------
    person, team, start, stop
        One membership each, sorted by person; years, both included.
    by_person
        Where the memberships of each person begin.
    contacts
        The memberships of the user's own people, sorted by team.
    by_team
        Where the memberships of each team begin in `contacts`.
    """

    person: Numbers
    team: Numbers
    start: Numbers
    stop: Numbers
    by_person: Numbers
    contacts: Numbers
    by_team: Numbers


def teams(network: Network) -> Teams:
    """Return the teams that could join somebody to the user's own people, worked out once."""
    if network not in _KEPT:
        _KEPT[network] = _teams(network)
    return _KEPT[network]


_KEPT: WeakKeyDictionary[Network, Teams] = WeakKeyDictionary()


def _teams(network: Network) -> Teams:
    person, first, second, start, stop = np.concatenate(
        [_classes(network), _departments(network)], axis=1
    )
    others = person != network.ego
    person, start, stop = person[others], start[others], stop[others]
    team = _numbered(first[others], second[others])
    size = np.bincount(team, minlength=1)
    ours = np.bincount(team[network.known[person]], minlength=len(size))
    keep = (size[team] > 1) & (size[team] <= rules.TEAM_SIZE.value) & (ours[team] > 0)
    order = np.flatnonzero(keep)[np.argsort(person[keep], kind="stable")]
    person, team, start, stop = (column[order] for column in (person, team, start, stop))
    contacts = np.flatnonzero(network.known[person])
    contacts = contacts[np.argsort(team[contacts], kind="stable")]
    return Teams(
        person,
        team,
        start,
        stop,
        starts(person, network.size),
        contacts,
        starts(team[contacts], len(size)),
    )


def mates(network: Network, known: Teams, people: Numbers, among: Flags) -> tuple[Numbers, Numbers]:
    """Return pairs (one of `people`, one of the user's own among `among`) of the same team.

    Parameters
    ----------
    network
        The network.
    known
        Its teams.
    people
        Positions.
    among
        A flag per person: whom to look for.

    Returns
    -------
    tuple
        Two arrays of positions; a pair may come twice, once per team.

    """
    owner, mine = spread(known.by_person, people)
    at, place = spread(known.by_team, known.team[mine])
    theirs, mine = known.contacts[place], mine[at]
    person, mate = people[owner[at]], known.person[theirs]
    together = (known.start[mine] <= known.stop[theirs]) & (known.start[theirs] <= known.stop[mine])
    keep = together & among[mate] & (person != mate)
    return person[keep], mate[keep]


def _classes(network: Network) -> Numbers:
    """Return person, school, class year and "always", one column each."""
    person = np.flatnonzero((network.school > 0) & (network.class_year > 0))
    always = np.zeros_like(person)
    # Organizations have positive numbers: a negative one is a school.
    return np.stack(
        [person, -network.school[person], network.class_year[person], always, always + _END]
    )


def _departments(network: Network) -> Numbers:
    """Return person, organization, department, start and stop where all of them are known."""
    posts = network.posts
    known = (posts.department > 0) & (posts.start > 0) & (posts.stop >= posts.start)
    at = np.flatnonzero(known)
    columns = (posts.person, posts.organization, posts.department, posts.start, posts.stop)
    return np.stack([column[at] for column in columns])


def _numbered(first: Numbers, second: Numbers) -> Numbers:
    """Return a number per different pair."""
    base = int(second.max(initial=0)) + 1
    _, number = np.unique(first * base + second, return_inverse=True)
    return np.asarray(number, dtype=np.int64)
