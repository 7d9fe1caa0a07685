"""The graph of people and places as GraphML, for Gephi, Cytoscape, igraph and NetworkX."""

from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any

from olenb.views.export.legible import legible

if TYPE_CHECKING:
    import networkx as nx


def graph(G: "nx.Graph | None") -> bytes:
    """Return a graph as a file, its attributes as they are; XML's own writer escapes them.

    Parameters
    ----------
    G
        As `olenb.network.graph.graph` returns it, or any graph whose attributes are texts,
        numbers and truths; None is an empty one.
    """
    networkx = import_module("networkx")  # heavy, and seldom needed
    file, found = BytesIO(), networkx.Graph() if G is None else G
    networkx.write_graphml(
        _held(found), file, encoding="utf-8", prettyprint=True, named_key_ids=True
    )
    return file.getvalue()


def _held(G: "nx.Graph") -> "nx.Graph":
    """Return a copy in which no text has a sign that XML can't hold."""
    held = G.__class__()
    held.graph.update(_clean(G.graph))
    held.add_nodes_from((_sign(node), _clean(about)) for node, about in G.nodes(data=True))
    held.add_edges_from((_sign(a), _sign(b), _clean(about)) for a, b, about in G.edges(data=True))
    return held


def _clean(about: dict[str, Any]) -> dict[str, Any]:
    return {_sign(name): _sign(value) for name, value in about.items() if value is not None}


def _sign(value: Any) -> Any:
    return legible(value) if isinstance(value, str) else value
