"""What would leave in a file, looked at before it does: how much, which columns, what stays.

`choosing` makes it from `method.discretion.for_others`, the one filter, and `Leaving.file` writes
what is shown here and nothing else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import pandas as pd

from olenb.core.errors import NotAllowed
from olenb.method.discretion import Staying
from olenb.views.export import csv, graphml, html, vcard, xlsx

if TYPE_CHECKING:
    import networkx as nx


class What(StrEnum):
    """What can be taken along."""

    PEOPLE = "people"
    TRACKER = "tracker"
    GRAPH = "graph"

    @property
    def label(self) -> str:
        """What it is called on the screen."""
        return {
            What.PEOPLE: "your people",
            What.TRACKER: "how far it is: whom you asked, what they said, what is next",
            What.GRAPH: "who knows whom, for a graph program",
        }[self]


class More(StrEnum):
    """What goes along only if the user says so."""

    STORY = "story"
    ANSWERS = "answers"

    @property
    def label(self) -> str:
        """What it is called on the screen."""
        return {
            More.STORY: "how you know them",
            More.ANSWERS: "what you answered about them, such as how close you are",
        }[self]


ENDINGS: Mapping[What, tuple[str, ...]] = {
    What.PEOPLE: (".csv", ".xlsx", ".vcf", ".html"),
    What.TRACKER: (".csv", ".xlsx", ".html"),
    What.GRAPH: (".graphml",),
}
"""Which kinds of file there are of each, by their names' end."""

SHOWN = 5


@dataclass(frozen=True, repr=False)
class Leaving:
    """What would leave.

    Attributes
    ----------
    what : What
        Which part of the workbook.
    table : DataFrame
        All of it, as text; of a graph, its nodes.
    staying : Staying
        What stays behind.
    invented : bool
        Whether it is the example.
    G : networkx.Graph or None
        The graph.

    """

    what: What
    table: pd.DataFrame
    staying: Staying
    invented: bool = False
    cards: tuple[Mapping[str, str], ...] = ()
    G: "nx.Graph | None" = field(default=None, compare=False)

    def __repr__(self) -> str:
        return f"<{self.count} that would leave>"  # a saved notebook holds no names

    @property
    def count(self) -> str:
        """How much would leave, in words."""
        if self.G is not None:
            nodes, edges = self.G.number_of_nodes(), self.G.number_of_edges()
            return f"{_number(nodes, 'person or place', 'people and places')} and " + (
                _number(edges, "line", "lines between them")
            )
        words = {What.PEOPLE: ("person", "people"), What.TRACKER: ("line", "lines")}[self.what]
        return _number(len(self.table), *words)

    @property
    def sentence(self) -> str:
        """What would leave and what stays behind, in words."""
        columns = ", ".join(self.table.columns) if self.G is None else ", ".join(self._attributes())
        said = f"{self.count} would leave, with these columns: {columns}."
        invented = " They are invented." if self.invented else ""
        return f"{said}{invented} {self.staying.sentence}".strip()

    def first_rows(self) -> list[list[str]]:
        """Return the first rows as they would leave."""
        return [list(row) for row in self.table.head(SHOWN).itertuples(index=False, name=None)]

    def file(self, ending: str) -> bytes:
        """Return it as a file.

        Parameters
        ----------
        ending
            One of `ENDINGS`: of the file's name, and so which kind it is.

        Raises
        ------
        NotAllowed
            There is no such kind of file of it.

        """
        allowed = ENDINGS[self.what]
        if ending.casefold() not in allowed:
            raise NotAllowed(
                f"This can be saved as {', '.join(allowed)}. Nothing was written. "
                "Give the file a name that ends in one of these."
            )
        return self._makers()[ending.casefold()]()

    def to_json(self) -> dict[str, Any]:
        """Return what it is as plain values for `json.dumps`, without anybody's name."""
        return {
            "what": self.what.value,
            "rows": len(self.table),
            "columns": list(self.table.columns) if self.G is None else self._attributes(),
            "staying": {"people": self.staying.people, "notes": self.staying.notes},
        }

    def _makers(self) -> dict[str, Callable[[], bytes]]:
        columns = list(self.table.columns)
        rows = [list(row) for row in self.table.itertuples(index=False, name=None)]
        title = "My people" if self.what is What.PEOPLE else "How far it is"
        return {
            ".csv": lambda: csv.table(columns, rows),
            ".xlsx": lambda: xlsx.table(columns, rows, title),
            ".html": lambda: html.page(title, html.table(self.count, columns, rows)),
            ".vcf": lambda: vcard.cards(self.cards),
            ".graphml": lambda: graphml.graph(self.G),
        }

    def _attributes(self) -> list[str]:
        every = [about for _, about in self.G.nodes(data=True)] if self.G is not None else []
        every += [about for *_, about in self.G.edges(data=True)] if self.G is not None else []
        return list(dict.fromkeys(name for about in every for name in about))


def _number(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
