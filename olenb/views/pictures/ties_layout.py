"""The map by who knows whom: drawn by force, where there is enough to see and not too much."""

from functools import lru_cache
from importlib import import_module

import numpy as np
import numpy.typing as npt

from olenb.views.pictures.layout import FIRST_NARROW, NARROWEST, WIDE, Box, Dot, Label, MapLayout
from olenb.views.pictures.model import Circle, Contact, Map
from olenb.views.pictures.palette import circle_colour
from olenb.views.pictures.ring import choose_named
from olenb.views.pictures.spots import place
from olenb.views.pictures.text import fit, shown_name
from olenb.views.pictures.text import width as width_of
from olenb.views.pictures.words import IN_TABLE

MOST = 300  # more people than this are a ball of wool
NAMES = 25
_SEED = 1
_EDGE = 14.0
_LEGEND = 215.0
_LINE = 21.0


def known_ties(people: Map) -> list[tuple[int, int]]:
    """Return the ties between two contacts, each once, in a fixed order."""
    contacts = {contact.id for contact in people.contacts}
    pairs = {(min(tie), max(tie)) for tie in people.ties if set(tie) <= contacts}
    return sorted((a, b) for a, b in pairs if a != b)


def can_show_ties(people: Map) -> bool:
    """Whether this view helps: there are ties, among at most 300 people."""
    tied = {number for tie in known_ties(people) for number in tie}
    return 0 < len(tied) <= MOST


def layout_ties(people: Map, width: float = WIDE) -> MapLayout:
    """Lay out those contacts who know each other, drawn together by their ties.

    Contacts without a known tie are counted as hidden: nothing is known of them here, which
    is not the same as standing apart.

    Parameters
    ----------
    people
        Whom the user knows; `can_show_ties` must hold.
    width
        The width to fill, at least 320 pixels; below 700 the circles' names go below.
    """
    width = max(width, NARROWEST)
    ties = known_ties(people)
    tied = {number for tie in ties for number in tie}
    narrow = width < FIRST_NARROW
    high = max(320.0, min(600.0, 260.0 + 4 * len(tied)))
    area = Box(_EDGE if narrow else _LEGEND, _EDGE, width - _EDGE, high - _EDGE)
    spots = _spots(sorted(tied), ties, area)
    shown = _shown(people, tied)
    dots = tuple(
        Dot(c.id, *spots[c.id], 9.5 if c.reach else 5.0, "named" if c.reach else "plain", colour)
        for colour, _, contacts in shown
        for c in contacts
    )
    labels, leaders = place(_names(people, tied, dots), dots, area)
    legend, bottom = _legend(shown, people.size - len(tied), narrow, high)
    return MapLayout(
        width,
        max(high, bottom),
        centre=(width / 2, high / 2),
        radii=(0.0, 0.0),
        sectors=(),
        dots=dots,
        labels=(*labels, *legend),
        leaders=tuple(leaders),
        ties=tuple((spots[a], spots[b]) for a, b in ties),
        hidden=people.size - len(tied),
    )


def _shown(people: Map, tied: set[int]) -> list[tuple[int, Circle, list[Contact]]]:
    """Return the circles that are seen, with their colours and contacts."""
    circles = [circle for circle in people.circles if circle.contacts]
    found = [
        (circle_colour(i, len(circles)), circle, [c for c in circle.contacts if c.id in tied])
        for i, circle in enumerate(circles)
    ]
    return [one for one in found if one[2]]


def _spots(
    tied: list[int], ties: list[tuple[int, int]], area: Box
) -> dict[int, tuple[float, float]]:
    """Return where everybody stands: stretched over the area, then moved apart."""
    pad = 30.0
    low = np.array([area.left + pad, area.top + pad])
    high = np.array([area.right - pad, area.bottom - pad])
    unit = np.array(_by_force(tuple(tied), tuple(ties)))
    apart = _apart(low + unit * (high - low), low, high)
    return {number: (float(x), float(y)) for number, (x, y) in zip(tied, apart, strict=True)}


@lru_cache(maxsize=4)
def _by_force(tied: tuple[int, ...], ties: tuple[tuple[int, int], ...]) -> list[list[float]]:
    """Return places in a unit square; kept, since this is slow and each width needs it again."""
    nx = import_module("networkx")  # heavy, and needed for this view only
    G = nx.Graph()
    G.add_nodes_from(tied)
    G.add_edges_from(ties)
    found = nx.forceatlas2_layout(G, max_iter=80, strong_gravity=True, gravity=0.5, seed=_SEED)
    raw = np.array([found[number] for number in tied], dtype=float)
    span = np.ptp(raw, axis=0)
    unit = (raw - raw.min(axis=0)) / np.where(span > 0, span, 1.0)
    unit[:, span == 0] = 0.5
    places: list[list[float]] = unit.tolist()
    return places


def _apart(
    spots: npt.NDArray[np.float64], low: npt.NDArray[np.float64], high: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return the spots pushed apart until dots of the larger size hardly touch."""
    wanted = 21.0
    x, y = spots.T
    for _ in range(30):
        across, down = x[:, None] - x, y[:, None] - y
        far = np.hypot(across, down)
        np.fill_diagonal(far, np.inf)
        push = np.clip(wanted - far, 0, None) / np.maximum(far, 1e-6) / 2.2
        if not push.any():
            break
        x = np.clip(x + (across * push).sum(axis=1), low[0], high[0])
        y = np.clip(y + (down * push).sum(axis=1), low[1], high[1])
    return np.column_stack([x, y])


def _names(people: Map, tied: set[int], dots: tuple[Dot, ...]) -> list[tuple[Dot, str]]:
    """Return whose names to place: who could introduce most first."""
    circles = tuple(
        Circle(circle.name, tuple(c for c in circle.contacts if c.id in tied))
        for circle in people.circles
    )
    chosen = choose_named(Map(circles), NAMES)
    by_id = {contact.id: contact for contact in people.contacts}
    named = [(dot, by_id[dot.contact]) for dot in dots if dot.contact in chosen]
    named.sort(key=lambda one: -one[1].reach)
    return [(dot, contact.name) for dot, contact in named]


def _legend(
    shown: list[tuple[int, Circle, list[Contact]]], hidden: int, narrow: bool, high: float
) -> tuple[list[Label], float]:
    """Return the circles' names in their colours, and where the list ends."""
    y = high + 8 if narrow else 30.0
    words = []
    for colour, circle, contacts in shown:
        after = f" · {len(contacts):,}"
        room = _LEGEND - _EDGE - width_of(after, 14.0, bold=True)
        text = fit(shown_name(circle.name), room, 14.0, bold=True) + after
        words.append(Label(text, _EDGE, y, 14.0, "start", True, "circle", colour))
        y += _LINE
    if hidden:
        words.append(Label(f"+ {hidden:,} more {IN_TABLE}", _EDGE, y, 12.5, tone="mute"))
        y += _LINE
    return words, y
