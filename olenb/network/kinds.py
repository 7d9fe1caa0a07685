"""What each person at a target is to the user: known, reached, of the same school, a question."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from olenb.core.terms import Kind
from olenb.network.arrays import Network
from olenb.network.paths import Ways
from olenb.network.ragged import Numbers, spread, starts
from olenb.network.targets import There


class Through(NamedTuple):
    """Whom to ask, whom those would ask (0: nobody), and the ranks of the legs after the first."""

    introducer: int = 0
    middle: int = 0
    leg2: int = 0
    leg3: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """One row of the answer, in ids, before it gets its words.

    Parameters
    ----------
    person
        Who is reached.
    kind
        What they are to the user.
    through
        Equal ways; none to somebody whom the user would ask themselves.
    band, evidence
        For introductions, 1 to 3; else 0.
    leg1
        The rank of the first leg, for those whom the user would ask themselves; else 0.
    place
        The organization that somebody left; else 0.
    cost
        Open asks and closeness of whom to ask; smaller is better.
    """

    person: int
    kind: Kind
    through: tuple[Through, ...] = ()
    band: int = 0
    evidence: int = 0
    leg1: int = 0
    place: int = 0
    cost: int = 0

    @property
    def ids(self) -> set[int]:
        """Everybody whose name the row needs."""
        some = {one for way in self.through for one in (way.introducer, way.middle)}
        return (some | {self.person}) - {0}


def drafts(network: Network, there: There, reached: Ways) -> Iterator[Draft]:
    """Yield a draft for everybody who has to do with a target, each person once.

    Parameters
    ----------
    network
        The network.
    there
        Who is at the target, and who left it.
    reached
        The best ways to everybody who is or was at the target, and maybe to others.

    """
    people = there.people
    strangers = people[network.strangers[people]]
    _, ways = reached.to(strangers)
    rest = np.setdiff1d(strangers, ways.person)
    school = network.school[network.ego]
    alumni = rest[(network.school[rest] == school) & (school > 0)]
    yield from _alone(network, people[network.helpers[people]], Kind.DIRECT)
    yield from introductions(network, ways)
    yield from _alone(network, alumni, Kind.ALUMNI)
    yield from _gone(network, there.left, reached)
    yield from _colleagues(network, np.setdiff1d(rest, alumni))


def introductions(network: Network, ways: Ways) -> Iterator[Draft]:
    """Yield a draft per person reached; ways that are equal go into one draft."""
    if not len(ways.person):
        return
    people, first = np.unique(ways.person, return_index=True)
    ids = np.append(network.ids, 0)  # position -1, "nobody", becomes 0
    legs = (ids[ways.introducer], ids[ways.middle], ways.leg2, ways.leg3)
    through = list(map(Through, *(column.tolist() for column in legs)))
    best = ways.take(first)
    columns = (network.ids[people], best.band, best.evidence, network.cost[best.introducer])
    ends = [*first[1:].tolist(), len(ways.person)]
    rows = zip(*(column.tolist() for column in columns), first.tolist(), ends, strict=True)
    for person, band, evidence, cost, low, high in rows:
        equal = tuple(through[low:high])
        yield Draft(person, Kind.INTRODUCTION, equal, band=band, evidence=evidence, cost=cost)


def _alone(network: Network, people: Numbers, kind: Kind) -> Iterator[Draft]:
    """Yield drafts for people whom the user would ask themselves."""
    for at in people.tolist():
        leg1, cost = int(network.leg1[at]), int(network.cost[at])
        yield Draft(int(network.ids[at]), kind, leg1=leg1, cost=cost)


def _gone(network: Network, left: Numbers, reached: Ways) -> Iterator[Draft]:
    """Yield a question for each of the user's people who left, and who could be introduced."""
    posts = network.posts
    people, first = np.unique(posts.person[left], return_index=True)
    at = posts.organization[left[first]].tolist()
    places = dict(zip(network.ids[people].tolist(), at, strict=True))
    for draft in _alone(network, people[network.helpers[people]], Kind.QUESTION):
        yield replace(draft, leg1=0, place=places[draft.person])
    _, ways = reached.to(people[network.strangers[people]])
    for draft in introductions(network, ways):
        place = places[draft.person]
        yield replace(draft, kind=Kind.QUESTION, band=0, evidence=0, place=place)


def _colleagues(network: Network, people: Numbers) -> Iterator[Draft]:
    """Yield a question for each person who worked where one of the user's people worked.

    To have the same employer isn't to know each other. Schools are no employers.
    """
    person, helper = _shared(network, people)
    if not len(person):
        return
    cost = network.cost[helper]
    cheapest = np.full(network.size, np.iinfo(np.int64).max)
    np.minimum.at(cheapest, person, cost)
    keep = cost == cheapest[person]
    pairs = np.unique(np.stack([person[keep], network.ids[helper[keep]]], axis=1), axis=0)
    for at in np.unique(pairs[:, 0]):
        helpers = pairs[slice(*np.searchsorted(pairs[:, 0], [at, at + 1])), 1]
        through = tuple(map(Through, helpers.tolist()))
        yield Draft(int(network.ids[at]), Kind.QUESTION, through, cost=int(cheapest[at]))


def _shared(network: Network, people: Numbers) -> tuple[Numbers, Numbers]:
    """Return who of `people` had an employer in common with one whom the user can ask."""
    posts = network.posts
    rows = np.flatnonzero(posts.works & network.mask(people)[posts.person])
    first = np.searchsorted(posts.organization, posts.organization[rows])
    helpers = np.flatnonzero(posts.works & network.helpers[posts.person])
    known_at = np.searchsorted(posts.organization, posts.organization[helpers])
    begin = starts(known_at, len(posts.person))
    owner, at = spread(begin, first)
    return posts.person[rows[owner]], posts.person[helpers[at]]
