"""The pictures as plain data for the browser: geometry, words, and a name for every mark."""

from math import cos, pi, sin
from typing import Any

import pandas as pd

from olenb.core.terms import Band
from olenb.views.pictures.describe import Description
from olenb.views.pictures.details import contact_lines
from olenb.views.pictures.layout import (
    Card,
    Dot,
    Label,
    Line,
    MapLayout,
    Point,
    RoutesLayout,
    Sector,
)
from olenb.views.pictures.model import Circle, Contact, Map, Routes
from olenb.views.pictures.routes_words import introducer_words, target_words
from olenb.views.pictures.text import shown_name
from olenb.views.pictures.words import (
    DOT_WORDS,
    INTRODUCERS,
    NO_ROUTE,
    TARGETS,
    how_sure,
    people,
)

Document = dict[str, Any]


def map_document(shown: Map, layout: MapLayout) -> Document:
    """Return the map as data: one group for each circle, one mark for each dot."""
    dots = {dot.contact: dot for dot in layout.dots}
    paths = {sector.circle: _sector_path(sector, layout) for sector in layout.sectors}
    groups = []
    circles = [circle for circle in shown.circles if circle.contacts]
    for number, circle in enumerate(circles):
        seen = [(dots[one.id], one) for one in circle.contacts if one.id in dots]
        if seen:
            groups.append(
                {
                    "label": f"{shown_name(circle.name)}, {people(len(circle.contacts))}",
                    "colour": seen[0][0].colour,
                    "path": paths.get(number, ""),
                    "marks": [_dot(dot, contact, circle) for dot, contact in seen],
                }
            )
    return {
        **_size(layout.width, layout.height),
        "groups": groups,
        "labels": [_label(label) for label in layout.labels],
        "leaders": [{"d": _line(one.points), "colour": one.colour} for one in layout.leaders],
        "ties": "".join(_line(tie) for tie in layout.ties),
        "you": [*layout.centre, 21] if layout.sectors else None,
        "rim": layout.radii[1],
        "legend": [
            {"look": kind, "text": words}
            for kind, words in DOT_WORDS.items()
            if any(dot.kind == kind for dot in layout.dots)
        ],
    }


def routes_document(shown: Routes, layout: RoutesLayout) -> Document:
    """Return the routes as data: one group for each column, one mark for each card."""
    groups = [
        {
            "label": label,
            "marks": [_card(shown, card) for card in layout.cards if card.kind == kind],
        }
        for kind, label in (("introducer", INTRODUCERS), ("target", TARGETS))
    ]
    return {
        **_size(layout.width, layout.height),
        "groups": [group for group in groups if group["marks"]],
        "labels": [_label(label) for label in layout.labels],
        "lines": [_leg(line) for line in layout.lines],
        "spine": _line(layout.spine),
        "you": [*layout.you, layout.you_radius] if layout.cards else None,
        "legend": [
            *({"band": int(band), "text": how_sure(band)} for band in _bands(layout)),
            *([{"closed": True, "text": NO_ROUTE}] if _closed(layout) else []),
        ],
    }


def table_document(description: Description) -> Document:
    """Return the table of a description as data, every cell a text."""
    table: pd.DataFrame = description.table
    return {
        "columns": list(table.columns),
        "rows": [[str(cell) for cell in row] for row in table.itertuples(index=False)],
    }


def _dot(dot: Dot, contact: Contact, circle: Circle) -> Document:
    """Return one dot as a mark; `kind` and `id` are what Python hears when it is chosen."""
    return {
        "kind": "person",
        "id": contact.id,
        "x": _short(dot.x),
        "y": _short(dot.y),
        "r": _short(dot.radius),
        "look": dot.kind,
        "number": contact.reach if dot.kind == "named" else "",
        "name": shown_name(contact.name),
        "lines": contact_lines(contact, circle.name),
    }


def _size(width: float, height: float) -> Document:
    return {"width": _short(width), "height": _short(height)}


def _bands(layout: RoutesLayout) -> list[Band]:
    return sorted({line.band for line in layout.lines}, reverse=True)


def _closed(layout: RoutesLayout) -> bool:
    return any(not card.reached for card in layout.cards)


def _card(shown: Routes, card: Card) -> Document:
    """Return one card as a mark, with its words inside."""
    if card.kind == "introducer":
        kind, (name, lines) = "person", introducer_words(shown, card.id)
    else:
        kind, (name, lines) = "target", target_words(shown, card.id)
    box = card.box
    return {
        "kind": kind,
        "id": card.id,
        "x": _short(box.left),
        "y": _short(box.top),
        "w": _short(box.right - box.left),
        "h": _short(box.bottom - box.top),
        "look": "card" if card.reached else "closed",
        "name": name,
        "lines": lines,
        "labels": [_label(label) for label in card.labels],
    }


def _label(label: Label) -> Document:
    """Return words with the room that they may take, whatever the browser's font."""
    return {
        "text": label.text,
        "x": _short(label.x),
        "y": _short(label.y),
        "size": label.size,
        "anchor": label.anchor,
        "bold": label.bold,
        "tone": label.tone,
        "colour": label.colour,
        "room": _short(label.box.right - label.box.left),
        "id": label.contact,
    }


def _leg(line: Line) -> Document:
    return {
        "d": _curve(*line.points) if line.curved else _line(line.points),
        "band": int(line.band),
        "person": line.introducer,
        "target": line.target,
    }


def _curve(start: Point, end: Point) -> str:
    """Return a path that leaves and arrives level."""
    bend = (start[0] + end[0]) / 2
    points = (start, (bend, start[1]), (bend, end[1]), end)
    first, *others = (f"{_short(x)},{_short(y)}" for x, y in points)
    return f"M{first}C{' '.join(others)}"


def _line(points: tuple[Point, ...]) -> str:
    """Return a path from point to point."""
    return "M" + "L".join(f"{_short(x)},{_short(y)}" for x, y in points) if points else ""


def _sector_path(sector: Sector, layout: MapLayout) -> str:
    """Return the outline of a sector: along the rim, then back along the hub."""
    (cx, cy), (inner, outer) = layout.centre, layout.radii

    def corner(radius: float, angle: float) -> str:
        return f"{_short(cx + radius * cos(angle))},{_short(cy + radius * sin(angle))}"

    # An arc from a point to itself is nothing, so a whole ring stops just short of one.
    end = min(sector.end, sector.start + 2 * pi - 0.001)
    large = int(end - sector.start > pi)
    return (
        f"M{corner(inner, sector.start)}L{corner(outer, sector.start)}"
        f"A{_short(outer)},{_short(outer)} 0 {large} 1 {corner(outer, end)}"
        f"L{corner(inner, end)}"
        f"A{_short(inner)},{_short(inner)} 0 {large} 0 {corner(inner, sector.start)}Z"
    )


def _short(value: float) -> float:
    """Return a coordinate in tenths of a pixel."""
    return round(float(value), 1)
