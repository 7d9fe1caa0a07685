"""The only door through which something is written for others: whole, private, described.

A file appears whole or not at all, readable by its owner only; whoever wants to share it
does that knowingly. Each format has a module and an escaper of its own, and in every one of
them a name stays text: none becomes a formula, a link, markup, mathematics or a second line.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from olenb.core.files import write

if TYPE_CHECKING:
    from olenb.views.export.graphml import graph_file
    from olenb.views.export.pictures import bare_svg, png, save, svg

__all__ = ["bare_svg", "graph_file", "png", "save", "svg", "write"]

_LATE = {**dict.fromkeys(("bare_svg", "png", "save", "svg"), "pictures"), "graph_file": "graphml"}


def __getattr__(name: str) -> Any:
    """Bring matplotlib in only when a picture is saved, and networkx only with a graph."""
    if name in _LATE:
        return getattr(import_module(f"olenb.views.export.{_LATE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
