"""Invented pictures for the browser tests, copied beside a test's notebook.

What reaches Python is written to events.jsonl there.
"""

import json
from pathlib import Path

from olenb.core.terms import Band
from olenb.views.pictures import Circle, Contact, Introducer, Map, Routes, Target, Way
from olenb.views.widgets.picture import MapPicture, RoutesPicture

SENTINEL = "Zzprobe Sentinel"
HOSTILE = [
    '<img src=x onerror="window.hacked=1">',
    *("$$x_1$$", "_under", "עברית שלום", "田中さくら", "👩‍👩‍👧 Ana", "W" * 300, "=1+1", "{braces}"),
]


def _told(what: str):
    def tell(kind: str | None, number: int | None) -> None:
        with Path("events.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps([what, kind, number]) + "\n")

    return tell


def _circle(name: str, first: int, size: int) -> Circle:
    people = (
        Contact(i, HOSTILE[i % 9] if i % 4 == 0 else f"Person {i}", "Mayo Clinic", int(i % 11 == 0))
        for i in range(first, first + size)
    )
    return Circle(name, tuple(people))


def people() -> Map:
    """Return 120 contacts in four circles, the first of them the sentinel, with some ties."""
    family = Circle("Family", (Contact(1000, SENTINEL, "Halden Energy", 3),))
    circles = (
        family,
        _circle("Friends", 1, 40),
        _circle("Online", 41, 60),
        _circle("Work", 101, 19),
    )
    return Map(circles, tuple((i, i + 1) for i in range(1, 60)))


def ways() -> Routes:
    """Return six people and five places, one of them without a way."""
    names = [SENTINEL, *HOSTILE[:5]]
    introducers = tuple(
        Introducer(k, name, "Family", Band(k % 3 + 1)) for k, name in enumerate(names)
    )
    targets = tuple(
        Target(
            100 + k,
            f"Place {k}",
            (Way(k, "Rosa Diaz", "they told you", Band.LIKELY), Way(k + 1, "", "", Band(1))),
        )
        for k in range(4)
    )
    return Routes(introducers, (*targets, Target(104, "Closed place")))


chosen, rested = _told("chosen"), _told("rested")
map_picture = MapPicture(people(), on_select=chosen, on_hover=rested)
routes_picture = RoutesPicture(ways(), on_select=chosen, on_hover=rested)
