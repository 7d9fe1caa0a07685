"""The user's people and places as a NetworkX graph, to be taken further (R50)."""

from collections.abc import Iterator
from typing import Any

import networkx as nx
import numpy as np

from olenb.core.change import Row
from olenb.core.store import Store
from olenb.core.terms import EVIDENCE_RANK, Evidence
from olenb.network import reading
from olenb.network.arrays import Network
from olenb.network.paths import Paths


def person_node(person: int) -> str:
    """Return the node of a person.

    >>> person_node(12)
    'person:12'
    """
    return f"person:{person}"


def organization_node(organization: int) -> str:
    """Return the node of an organization.

    >>> organization_node(3)
    'organization:3'
    """
    return f"organization:{organization}"


def graph(store: Store, network: Network | None = None) -> nx.Graph:
    """Return people and organizations with what ties them, in an order that is always the same.

    Nodes are called "person:12" and "organization:3"; `G.graph["ego"]` is the user's node, ""
    where nobody is the user yet. Nothing that isn't known is an attribute, so that the graph can
    be written as GraphML.

    - person: kind "person", name, is_ego, circle, relation, city, region, school, class_year,
      can_hire, knows_field, is_connected
    - organization: kind "organization", name, sector, region, size
    - edge between two people: kind "tie", evidence, rank (1 to 3), derived, as_of, setting and,
      for the user's own ties, willingness, closeness, last_exchange. What is derived from school
      years and departments joins one of the user's people with somebody else, and only where
      nobody said anything about the two; two people whom the user doesn't know are not compared.
    - edge between a person and an organization: kind "affiliation", roles and departments
      joined by "; ", the first start, the last stop (none while they are there), current. There
      is one edge for all that somebody was at one place.

    Parameters
    ----------
    store
        The open workbook.
    network
        What `reading.read` returned for the store as it is now; None reads it.

    """
    G = nx.Graph()
    network = reading.read(store) if network is None else network
    ego = int(network.ids[network.ego]) if network.ego >= 0 else None
    G.graph["ego"] = person_node(ego) if ego is not None else ""
    for row in store.rows(_PEOPLE):
        G.add_node(person_node(row["id"]), kind="person", **_said(row))
    for row in store.rows("SELECT id, name, sector, region, size FROM organization ORDER BY id"):
        G.add_node(organization_node(row["id"]), kind="organization", **_said(row))
    for row in store.rows(_TIES):
        G.add_edge(
            person_node(row["a"]),
            person_node(row["b"]),
            kind="tie",
            rank=EVIDENCE_RANK[row["evidence"]],
            derived=False,
            **_said(row, "a", "b"),
        )
    G.add_edges_from(_derived(network))
    for row in store.rows(_AFFILIATIONS):
        ends = person_node(row["person"]), organization_node(row["organization"])
        _affiliate(G, *ends, _said(row, "person", "organization"))
    return G


_PEOPLE = (
    "SELECT id, name, is_ego, circle, relation, city, region, school, class_year, "
    "can_hire, knows_field, is_connected FROM person ORDER BY id"
)
_TIES = (
    "SELECT a, b, evidence, as_of, setting, willingness, closeness, last_exchange "
    "FROM tie ORDER BY a, b"
)
_AFFILIATIONS = (
    "SELECT person, organization, role, department, start, stop, current, kind AS what "
    "FROM affiliation ORDER BY person, organization, coalesce(start, ''), id"
)


def _said(row: Row, *without: str) -> dict[str, Any]:
    """Return the fields of a row that hold something."""
    names = (name for name in row.keys() if name not in ("id", *without))  # noqa: SIM118 - a Row isn't a dict
    return {name: row[name] for name in names if row[name] is not None}


def _derived(network: Network) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the ties that are only worked out, each once."""
    everybody = np.setdiff1d(np.arange(network.size), [network.ego])
    links = Paths(network).links(everybody, network.known)
    rows = np.flatnonzero(links.derived)
    pairs = np.sort(np.stack([links.person[rows], links.neighbor[rows]], axis=1), axis=1)
    for a, b in np.unique(pairs, axis=0).tolist():
        yield (
            person_node(int(network.ids[a])),
            person_node(int(network.ids[b])),
            {
                "kind": "tie",
                "rank": EVIDENCE_RANK[Evidence.SHARED_TEAM],
                "derived": True,
                "evidence": Evidence.SHARED_TEAM.value,
            },
        )


def _affiliate(G: nx.Graph, person: str, organization: str, said: dict[str, Any]) -> None:
    """Add an affiliation to what is known of that person at that organization."""
    if not G.has_edge(person, organization):
        G.add_edge(person, organization, kind="affiliation", **said)
        return
    edge = G.edges[person, organization]
    for name in ("role", "department", "what"):
        parts = [edge.get(name), said.get(name)]
        if joined := "; ".join(dict.fromkeys(part for part in parts if part)):
            edge[name] = joined
    if "start" in edge and "start" in said:
        edge["start"] = min(edge["start"], said["start"])
    else:
        edge.pop("start", None)
    edge["current"] = max(edge.get("current", 0), said.get("current", 0))
    stops = [edge.pop("stop", None), said.get("stop")]
    if not edge["current"] and all(stops):
        edge["stop"] = max(stops)
