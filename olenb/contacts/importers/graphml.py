"""GraphML as Gephi, Cytoscape, yEd, NetworkX and Network Canvas write it."""

from olenb.contacts.importers import graphml_reader
from olenb.contacts.importers.dates import iso_date
from olenb.contacts.importers.graphml_reader import Graph, Item
from olenb.contacts.importers.record import EGO, READING, Link, Parsed, Post, Record, Skip
from olenb.contacts.importers.values import (
    circle_from,
    emails,
    evidence_from,
    full_name,
    kept_note,
    pages,
)
from olenb.contacts.keys import folded, visible
from olenb.core.errors import NotFound
from olenb.core.progress import Tell, paced, silent
from olenb.core.terms import Evidence

_NAMES = ("label", "name", "full name", "fullname", "display name", "shared name", "nickname")
_FIELDS = {
    "organization": ("organization", "organisation", "company", "employer", "workplace", "org"),
    "role": ("role", "title", "position", "job title", "job", "occupation"),
    "department": ("department", "team", "unit"),
    "email": ("email", "e-mail", "mail", "email address"),
    "url": ("url", "linkedin", "profile", "profile url", "linkedin url", "webpage", "website"),
    "phone": ("phone", "telephone", "mobile"),
    "city": ("city", "town"),
    "region": ("region", "state", "country"),
    "relation": ("relation", "relationship", "circle", "how i know them"),
    "evidence": ("evidence", "how i know"),
    "as of": ("as of", "as_of", "date", "since"),
}
_FIELD_OF = {name: known for known, names in _FIELDS.items() for name in names}
_DRAWING = frozenset(
    (
        *("x", "y", "z", "r", "g", "b", "alpha", "color", "colour", "size", "shape", "width"),
        *("height", "selected", "suid", "nodegraphics", "edgegraphics", "description", "viz"),
        *("shared name", "fixed", "degree", "weighted degree", "weight"),
    )
)
_NO_EGO = (
    "The file doesn't say which of these people is you, so none of them counts as somebody "
    "you know. If you are among them, bring it in again and say which one (--ego NODE)."
)
_CANVAS = "This is a Network Canvas interview, so everybody in it counts as somebody you know."


def looks_like_xml(content: bytes) -> bool:
    """Tell whether a file begins as XML does, in UTF-8 or UTF-16.

    >>> looks_like_xml(b'<?xml version="1.0"?>'), looks_like_xml(b"person,knows")
    (True, False)
    """
    head = content[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<")


def parse(content: bytes, ego: str | None = None, tell: Tell = silent) -> Parsed:
    """Read people (nodes) and ties (edges); `read` counts both, without the node that is ego.

    A node is named by its label, in a file without labels by its id; digits are names too.
    Drawing attributes are passed over, unknown ones are kept. An edge without an evidence that
    we understand is a guess, and a tie with ego is known first hand.

    Parameters
    ----------
    content
        The bytes of the file.
    ego
        The id, label, address or page of the node that is the user. Without it, nobody in the
        file counts as known to the user, unless it comes from Network Canvas.

    Raises
    ------
    WrongFile
        The file isn't GraphML, is damaged, or defines entities.
    NotFound
        No node, or more than one, is `ego`.

    """
    graph = graphml_reader.read(content)
    labels = _names(graph)
    me = _find(graph, labels, ego)
    parsed = Parsed("graph")
    friends = _neighbors(graph, me)
    everybody = me is None and _is_canvas(graph)
    rows: dict[str, int] = {}
    for node in paced(graph.nodes, tell, READING):
        record = _record(node, labels[node.ends[0]], everybody or node.ends[0] in friends)
        if isinstance(record, str) or node.ends[0] in rows:
            reason = record if isinstance(record, str) else "the same node stands in it twice"
            parsed.skipped.append(Skip(node.line, reason))
            continue
        if node.ends[0] == me:
            rows[node.ends[0]], parsed.ego = EGO, record
        else:
            rows[node.ends[0]] = len(parsed.records)
            parsed.records.append(record)
    for edge in graph.edges:
        link = _link(edge, rows, labels, me)
        if isinstance(link, Skip):
            parsed.skipped.append(link)
        else:
            parsed.links.append(link)
    parsed.read = len(parsed.records) + len(parsed.links) + len(parsed.skipped)
    if me is None:
        parsed.notes.append(_CANVAS if everybody else _NO_EGO)
    parsed.notes += kept_note(name for record in parsed.records for name in record.other)
    return parsed


def _get(item: Item, known: str) -> str:
    """Return the first filled attribute that means a field."""
    hits = (value for name, value in item.data.items() if _FIELD_OF.get(folded(name)) == known)
    return next(filter(None, hits), "")


def _record(node: Item, name: str, knows_me: bool) -> Record | str:
    """Return a node as a person, or why it can't be one."""
    if not visible(name):
        return "a node without a name"
    employer, role = _get(node, "organization"), _get(node, "role")
    profiles, sites = pages([_get(node, "url")])
    other = {
        key: value
        for key, value in node.data.items()
        if value and folded(key) not in _DRAWING | {*_NAMES, *_FIELD_OF} and not _is_own(key)
    }
    more = {"website": sites, "title": "" if employer else role}
    return Record(
        line=node.line,
        name=name,
        emails=emails([_get(node, "email")]),
        urls=profiles,
        phone=_get(node, "phone"),
        posts=(Post(employer, role, _get(node, "department")),) if employer else (),
        circle=circle_from([_get(node, "relation")]),
        relation=_get(node, "relation"),
        city=_get(node, "city"),
        region=_get(node, "region"),
        knows_me=knows_me,
        other=other | {key: value for key, value in more.items() if value},
    )


def _link(edge: Item, rows: dict[str, int], labels: dict[str, str], me: str | None) -> Link | Skip:
    """Return an edge as a tie between two people of the file, or why it can't be one."""
    if not all(end in rows for end in edge.ends):
        return Skip(edge.line, "one of the two people isn't in the file, or has no name")
    if edge.ends[0] == edge.ends[1]:
        return Skip(edge.line, "a person and themselves")
    first_hand = Evidence.TOLD if me in edge.ends else Evidence.GUESS
    evidence = evidence_from(_get(edge, "evidence")) or first_hand
    a, b = edge.ends
    return Link(
        edge.line,
        labels[a],
        labels[b],
        evidence,
        iso_date(_get(edge, "as of")),
        (rows[a], rows[b]),
    )


def _names(graph: Graph) -> dict[str, str]:
    """Return the name of every node by its id: its label, or its id where no node has one."""
    labels = {node.ends[0]: _label(node, graph.attributes) for node in graph.nodes}
    return labels if any(labels.values()) else {key: key for key in labels}


def _label(node: Item, attributes: dict[str, str]) -> str:
    """Return the first attribute that names somebody; a lone unnamed `d0` is a label too."""
    by_key = {folded(key): value for key, value in node.data.items() if value}
    shown = next((by_key[name] for name in _NAMES if name in by_key), "")
    parts = full_name(by_key.get("first name", ""), by_key.get("last name", ""))
    unnamed = by_key.get("d0", "") if attributes.get("d0", "d0") == "d0" else ""
    return shown or parts or unnamed


def _find(graph: Graph, labels: dict[str, str], ego: str | None) -> str | None:
    """Return the id of the node that is the user."""
    if ego is None:
        return None
    wanted = folded(ego)
    nodes = graph.nodes
    by_id = [node.ends[0] for node in nodes if folded(node.ends[0]) == wanted]
    found = by_id or [
        node.ends[0]
        for node in nodes
        if wanted in map(folded, (labels[node.ends[0]], _get(node, "email"), _get(node, "url")))
    ]
    if len(found) == 1:
        return found[0]
    trouble = (
        "More than one person in this file goes by the name that was given for you."
        if found
        else "Nobody in this file goes by the name that was given for you."
    )
    raise NotFound(f"{trouble} Nothing was changed. Please give the node's id or label.")


def _neighbors(graph: Graph, me: str | None) -> frozenset[str]:
    return frozenset(end for edge in graph.edges if me in edge.ends for end in edge.ends)


def _is_canvas(graph: Graph) -> bool:
    return any(map(_is_own, graph.attributes.values()))


def _is_own(attribute: str) -> bool:
    """Tell Network Canvas's own bookkeeping from what people said."""
    return attribute.lower().startswith("networkcanvas")
