"""What is taken along: people, what happened, or the graph, all without what is confidential."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

import pandas as pd

from olenb.contacts import frames
from olenb.core.store import Store
from olenb.core.terms import Circle, Closeness, Willingness
from olenb.method.discretion import for_others
from olenb.method.outreach.tracker import tracker as tracker_of
from olenb.network.graph import graph as graph_of
from olenb.views.export.leaving import Leaving, More, What

_PEOPLE = {
    "name": "Name",
    "organization": "Organization",
    "role": "Role",
    "email": "Email",
    "phone": "Phone",
    "url": "Profile page",
    "city": "City",
    "region": "Region",
}
_STORY = {
    "circle": "Circle",
    "relation": "How I know them",
    "school": "School",
    "class_year": "Class year",
    "major": "Major",
    "shared": "What we share",
    "found_where": "Found where",
    "found_on": "Found on",
    "connected_on": "Connected on",
}
_ANSWERS = {
    "willingness": "20 minutes for me",
    "closeness": "How close we are",
    "last_exchange": "Last real exchange",
    "setting": "Where we know each other from",
    "can_hire": "Can hire",
    "knows_field": "Knows the field",
    "is_connected": "Is connected",
}
_MORE = {More.STORY: _STORY, More.ANSWERS: _ANSWERS}
_TRACKER = {
    "person": "Who",
    "stage": "How far",
    "last": "What happened last",
    "last_on": "When",
    "reply": "Their answer",
    "next": "What comes next",
    "due_at": "By when",
    "why": "Why",
    "target": "About",
}
_WORDS: dict[str, Callable[[Any], str]] = {
    "circle": lambda value: Circle(value).label,
    "willingness": lambda value: Willingness(value).label,
    "closeness": lambda value: Closeness(value).label,
}
_ONLY = {"name": "Name", "kind": "What it is"}


def people(store: Store, more: Collection[More] = ()) -> Leaving:
    """Return the user's people as they would leave: a card's worth about each.

    Parameters
    ----------
    store
        The open workbook.
    more
        What goes along besides.
    """
    seen, staying = for_others(store)
    df = frames.people(seen)
    columns = {**_PEOPLE, **_wanted(more)}
    said = {heading: [_text(name, v) for v in df[name]] for name, heading in columns.items()}
    table = pd.DataFrame(said, columns=list(columns.values()), dtype="str")
    cards = tuple(
        {name: _text(name, row[name]) for name in _PEOPLE} for row in df.to_dict("records")
    )
    return Leaving(What.PEOPLE, table, staying, store.is_example, cards)


def tracker(store: Store, more: Collection[More] = ()) -> Leaving:
    """Return how far it is with everybody, as it would leave: one line each (R51).

    Parameters
    ----------
    store
        The open workbook.
    more
        Nothing more goes along with this.
    """
    seen, staying = for_others(store)
    df = tracker_of(seen)
    shown = df[list(_TRACKER)].assign(due_at=df["due_at"].dt.strftime("%Y-%m-%d").fillna(""))
    table = shown.astype("str").rename(columns=_TRACKER)
    return Leaving(What.TRACKER, table, staying, store.is_example)


def graph(store: Store, more: Collection[More] = ()) -> Leaving:
    """Return people and places as a graph, as it would leave.

    Parameters
    ----------
    store
        The open workbook.
    more
        Which of the attributes go along that are the user's own story and answers.
    """
    seen, staying = for_others(store)
    G = graph_of(seen)
    dropped = {name for kind in More if kind not in more for name in _MORE[kind]}
    for _, about in G.nodes(data=True):
        _drop(about, dropped)
    for *_, about in G.edges(data=True):
        _drop(about, dropped)
    nodes = [tuple(str(about.get(name, "")) for name in _ONLY) for _, about in G.nodes(data=True)]
    table = pd.DataFrame(nodes, columns=list(_ONLY.values()), dtype="str")
    return Leaving(What.GRAPH, table, staying, store.is_example, G=G)


LOOKS: Mapping[What, Callable[[Store, Collection[More]], Leaving]] = {
    What.PEOPLE: people,
    What.TRACKER: tracker,
    What.GRAPH: graph,
}


def _wanted(more: Collection[More]) -> dict[str, str]:
    return {name: words for kind in More if kind in more for name, words in _MORE[kind].items()}


def _drop(about: dict[str, Any], names: Collection[str]) -> None:
    for name in names:
        about.pop(name, None)


def _text(name: str, value: Any) -> str:
    """Return a value as the screen says it; nothing for what isn't known."""
    if value is None or value is pd.NA or value == "":
        return ""
    return _WORDS[name](value) if name in _WORDS else str(value)
