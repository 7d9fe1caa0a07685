"""The only door through which something is written for others: whole, private, described.

A file appears whole or not at all, readable by its owner only; whoever wants to share it
does that knowingly. Each format has a module and an escaper of its own, and in every one of
them a name stays text: none becomes a formula, a link, markup, mathematics or a second line.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from olenb.core.files import write

if TYPE_CHECKING:
    from olenb.views.export.pictures import bare_svg, png, save, svg

__all__ = ["bare_svg", "png", "save", "svg", "write"]


def __getattr__(name: str) -> Any:
    """Bring matplotlib in only when a picture is saved."""
    if name in ("bare_svg", "png", "save", "svg"):
        return getattr(import_module("olenb.views.export.pictures"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
