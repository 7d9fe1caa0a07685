"""The pictures in words: a text alternative, one sentence, and a table that holds the same."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from olenb.views.pictures.model import Map, Routes, Target
from olenb.views.pictures.text import shown_name, whole
from olenb.views.pictures.words import (
    NO_ROUTE,
    NOBODY_YET,
    NOWHERE_YET,
    counted,
    how_sure,
    people,
    places,
)


@dataclass(frozen=True, slots=True)
class Description:
    """A picture for whoever doesn't see it.

    Parameters
    ----------
    alt
        What the picture is and how much is in it.
    sentence
        What it says, in one sentence.
    table
        Everything that it shows, one row for each contact or each way; text columns are `str`.
    """

    alt: str
    sentence: str
    table: pd.DataFrame


def describe_map(shown: Map) -> Description:
    """Return the map in words.

    The table has one row for each contact: `Circle`, `Name`, `Organization`, `Could introduce
    you at` (how many places), `Remarks`; and `Knows` where the map has ties.

    Examples
    --------
    >>> from olenb.views.pictures.model import Circle, Contact
    >>> family = Circle("Family", (Contact(1, "Ana Ruiz", reach=2), Contact(2, "Bo Li")))
    >>> describe_map(Map((family,))).sentence
    '1 person could introduce you; Ana Ruiz could at 2 places.'
    """
    circles = [circle for circle in shown.circles if circle.contacts]
    if not circles:
        return Description(f"An empty map. {NOBODY_YET}", NOBODY_YET, _map_table(shown))
    sizes = ", ".join(f"{shown_name(c.name)} {len(c.contacts):,}" for c in circles)
    able = sum(contact.reach > 0 for contact in shown.contacts)
    alt = (
        f"A map of {people(shown.size)} you know, one dot each, in "
        f"{counted(len(circles), 'circle', 'circles')}: {sizes}. {_able(able)}."
    )
    return Description(alt, _map_sentence(shown, able), _map_table(shown))


def describe_routes(shown: Routes) -> Description:
    """Return the routes in words.

    The table has one row for each way, and one for each target without a way: `Where you want
    to get`, `Who could introduce you`, `What they are to you`, `Whom you would meet`, `How
    sure`, `Why`.

    Examples
    --------
    >>> describe_routes(Routes((), (Target(1, "Mayo Clinic"),))).sentence
    'There is no route to Mayo Clinic yet: ask around first.'
    """
    if not shown.targets:
        return Description(f"An empty picture. {NOWHERE_YET}", NOWHERE_YET, _routes_table(shown))
    open_, closed = _split(shown)
    alt = (
        f"From you, through {people(len(shown.introducers))} who could introduce you, "
        f"to {places(len(shown.targets))} where you want to get. "
        f"{places(len(open_)).capitalize()} can be reached, {len(closed):,} not yet."
    )
    return Description(alt, _routes_sentence(shown), _routes_table(shown))


def _able(able: int) -> str:
    """Return how many could introduce the user, without counting what is missing."""
    return f"{people(able)} could introduce you" if able else "Ask around to find who knows whom"


def _map_sentence(shown: Map, able: int) -> str:
    if not able:
        return f"You know {people(shown.size)}; ask around to find who knows whom."
    most = max(contact.reach for contact in shown.contacts)
    best = [shown_name(c.name) for c in shown.contacts if c.reach == most]
    others = counted(len(best) - 1, "other", "others")
    names = best[0] if len(best) == 1 else f"{best[0]} and {others}"
    each = "" if len(best) == 1 else " each"
    return f"{_able(able)}; {names} could at {places(most)}{each}."


def _map_table(shown: Map) -> pd.DataFrame:
    """Return one row for each contact, in the order of the map."""
    table = _table(
        [
            (circle.name, c.name, c.organization, _at(c.reach), "; ".join(c.flags))
            for circle in shown.circles
            for c in circle.contacts
        ],
        ["Circle", "Name", "Organization", "Could introduce you at", "Remarks"],
    )
    return table.assign(Knows=_knows(shown)) if shown.ties else table


def _table(rows: Sequence[Sequence[str]], columns: Sequence[str]) -> pd.DataFrame:
    return pd.DataFrame([tuple(map(whole, row)) for row in rows], columns=list(columns))


def _at(reach: int) -> str:
    """Return at how many places; nothing is said of those who can't, as far as we know."""
    return places(reach) if reach else ""


def _knows(shown: Map) -> list[str]:
    """Return, for each contact, the names of those contacts whom they know."""
    names = {contact.id: contact.name for contact in shown.contacts}
    known: dict[int, list[str]] = {number: [] for number in names}
    for a, b in dict.fromkeys((min(tie), max(tie)) for tie in shown.ties):
        if a in names and b in names and a != b:
            known[a].append(names[b])
            known[b].append(names[a])
    return [whole("; ".join(known[contact.id])) for contact in shown.contacts]


def _split(shown: Routes) -> tuple[list[Target], list[Target]]:
    """Return the targets with a way and those without."""
    return [t for t in shown.targets if t.ways], [t for t in shown.targets if not t.ways]


def _routes_sentence(shown: Routes) -> str:
    """Return the surest way, or what to do where there is none."""
    ways = [(shown.band(way), target, way) for target in shown.targets for way in target.ways]
    if not ways:
        first = shown_name(shown.targets[0].label)
        if len(shown.targets) == 1:
            return f"There is no route to {first} yet: ask around first."
        return "There are no routes yet: ask around first."
    band, target, way = max(ways, key=lambda one: one[0])
    name, place = shown_name(shown.introducer(way).name), shown_name(target.label)
    if not way.person:
        return f"A good start: {name}, whom you know, is at {place}."
    met = shown_name(way.person)
    return f"A good start: {name} could introduce you to {met} at {place} ({how_sure(band)})."


def _routes_table(shown: Routes) -> pd.DataFrame:
    """Return one row for each way and for each target without one."""
    rows = []
    for target in shown.targets:
        for way in target.ways:
            who = shown.introducer(way)
            met = way.person or who.name
            rows.append((target.label, who.name, who.what, met, shown.band(way).label, way.reason))
        if not target.ways:
            rows.append((target.label, "", "", "", NO_ROUTE, ""))
    return _table(
        rows,
        [
            "Where you want to get",
            "Who could introduce you",
            "What they are to you",
            "Whom you would meet",
            "How sure",
            "Why",
        ],
    )
