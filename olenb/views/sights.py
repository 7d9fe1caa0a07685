"""What the pictures show of a workbook: its people by circle, and the ways to its targets."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from olenb.core import terms
from olenb.core.store import Store
from olenb.core.terms import Band, Kind
from olenb.network import routes, targets
from olenb.views.pictures import Circle, Contact, Introducer, Map, Routes, Target, Way

_MINE = "SELECT iif(a = ?1, b, a) AS person, willingness FROM tie WHERE ?1 IN (a, b)"


def map_of(store: Store) -> Map:
    """Return everybody whom the user knows, by circle, with how many targets they can open.

    Parameters
    ----------
    store
        The open workbook.

    """
    you = _you(store)
    rows = store.rows(
        f"SELECT p.id, p.name, p.circle, (SELECT o.name FROM affiliation AS f "  # noqa: S608 - a constant
        "JOIN organization AS o ON o.id = f.organization WHERE f.person = p.id "
        "AND coalesce(f.current, 1) = 1 ORDER BY f.id DESC LIMIT 1) AS place "
        f"FROM ({_MINE}) AS mine JOIN person AS p ON p.id = mine.person ORDER BY p.id",
        (you,),
    )
    reach = _reach(routes.ask(store).plain)
    circles: dict[str, list[Contact]] = {circle.value: [] for circle in terms.Circle}
    for row in rows:
        contact = Contact(row["id"], row["name"], row["place"] or "", reach.get(row["id"], 0))
        circles[row["circle"] or terms.Circle.OTHER].append(contact)
    return Map(
        tuple(Circle(terms.Circle(name).label, tuple(who)) for name, who in circles.items()),
        tuple(
            (row["a"], row["b"])
            for row in store.rows("SELECT a, b FROM tie WHERE ?1 NOT IN (a, b)", (you,))
        ),
    )


def routes_of(store: Store) -> Routes:
    """Return the ways to the active targets: introductions, and people who are there themselves.

    While none is active, all that are on the list are shown.

    Parameters
    ----------
    store
        The open workbook.

    """
    every = targets.targets(store)
    shown = [target for target in every if target.active] or every
    answer = routes.ask(store, [target.id for target in shown])
    # Where the picture has no room for everybody, introductions go first: they are its subject.
    found = answer.worded(answer.of(Kind.INTRODUCTION, Kind.DIRECT))
    ways: dict[int, list[Way]] = {}
    sure: dict[int, int] = {}
    for row in found.itertuples(index=False):
        for introducer, way in _ways(row):
            sure.setdefault(introducer, row.leg1)
            ways.setdefault(row.target_id, []).append(way)
    return Routes(
        tuple(_introducers(store, sure)),
        tuple(Target(target.id, target.label, tuple(ways.get(target.id, ()))) for target in shown),
    )


def _ways(row: Any) -> Iterator[tuple[int, Way]]:
    """Yield a way for everybody who is as good to ask as the first."""
    if row.kind == Kind.DIRECT:
        yield row.person_id, Way(row.person_id, "", row.reasons, Band.STRONG)
        return
    band = min(leg for leg in (row.leg2, row.leg3) if leg)
    for introducer in (row.introducer_id, *row.also_ids):
        yield introducer, Way(introducer, row.person, row.reasons, Band(band))


def _introducers(store: Store, sure: dict[int, int]) -> Iterator[Introducer]:
    known = {
        row["id"]: row
        for row in store.rows("SELECT id, name, circle, relation FROM person")
        if row["id"] in sure
    }
    for number, leg in sure.items():
        row = known[number]
        circle = terms.Circle(row["circle"]).label if row["circle"] else ""
        yield Introducer(number, row["name"], row["relation"] or circle, Band(leg))


def _reach(found: pd.DataFrame) -> dict[int, int]:
    """Count the targets at which each person could introduce the user to somebody."""
    opens: dict[int, set[int]] = {}
    for row in found[found["kind"] == Kind.INTRODUCTION].itertuples(index=False):
        for introducer in (row.introducer_id, *row.also_ids):
            opens.setdefault(introducer, set()).add(row.target_id)
    return {person: len(places) for person, places in opens.items()}


def _you(store: Store) -> int:
    row = store.one("SELECT id FROM person WHERE is_ego = 1")
    return int(row["id"]) if row else 0
