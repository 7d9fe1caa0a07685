"""Reading the XML of a graph without following anything that it points to."""

from dataclasses import dataclass, field
from xml.parsers import expat

from olenb.contacts.importers.values import tidy
from olenb.core.errors import WrongFile

_ENTITIES = (
    "This file defines abbreviations of its own, which no list of people needs and which can be "
    "used to do harm. Nothing was changed. Please export the graph again as GraphML."
)


@dataclass(slots=True)
class Item:
    """A node or an edge: where it stands and what it says, by the name of the attribute."""

    line: int
    ends: tuple[str, ...]
    data: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Graph:
    """Nodes and edges in the order of the file, and what each `key` is called."""

    nodes: list[Item] = field(default_factory=list)
    edges: list[Item] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)


def read(content: bytes) -> Graph:
    """Return the nodes and edges of a GraphML file.

    Raises
    ------
    WrongFile
        The file is another kind of XML, is damaged, or defines entities.

    """
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)
    except (expat.ExpatError, ValueError, RecursionError) as error:
        raise WrongFile(
            "This GraphML file is damaged and can't be read. Nothing was changed. "
            "Please export the graph again as GraphML."
        ) from error
    return reader.graph


class _Reader:
    """Expat's events, gathered into nodes and edges."""

    def __init__(self) -> None:
        self.graph = Graph()
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self._open: list[Item] = []
        self._key = ""
        self._in_label = False
        self._parts: list[str] = []
        self._begun = False

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if not self._begun:
            self._begin(name)
        if name == "key":
            own = attributes.get("id", "")
            self.graph.attributes[own] = tidy(attributes.get("attr.name", "")) or own
        elif name in ("node", "edge"):
            ends = ("id",) if name == "node" else ("source", "target")
            ids = tuple(tidy(attributes.get(end, "")) for end in ends)
            label = {"label": tidy(attributes["label"])} if "label" in attributes else {}
            item = Item(self.parser.CurrentLineNumber, ids, label)
            (self.graph.nodes if name == "node" else self.graph.edges).append(item)
            self._open.append(item)
        elif name == "data" and self._open:
            self._key, self._parts = attributes.get("key", ""), []
        elif name == "NodeLabel" and self._key:
            self._in_label, self._parts = True, []

    def _begin(self, root: str) -> None:
        self._begun = True
        if root != "graphml":
            kind = {"gexf": "a GEXF graph", "html": "a web page", "svg": "a picture"}.get(root)
            raise WrongFile(
                f"This isn't GraphML; it looks like {kind or 'another kind of XML'}. "
                "Nothing was changed. Please export the graph as GraphML."
            )

    def _text(self, text: str) -> None:
        if self._key:
            self._parts.append(text)

    def _end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2]
        if name in ("node", "edge") and self._open:
            self._open.pop()
        elif name == "NodeLabel" and self._in_label:
            self._keep("label")
            self._in_label = False
        elif name == "data" and self._key:
            self._keep(self.graph.attributes.get(self._key, self._key))
            self._key = ""

    def _keep(self, attribute: str) -> None:
        """Keep a value under its attribute's name; the first one stays."""
        value = tidy("".join(self._parts))
        if value and self._open:
            self._open[-1].data.setdefault(attribute, value)
        self._parts = []

    def _entity(self, *_declaration: object) -> None:
        raise WrongFile(_ENTITIES)
