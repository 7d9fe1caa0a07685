"""The pictures of the plans, each brought in only when one is drawn: matplotlib is heavy."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from olenb.views.day_figure import day_figure
    from olenb.views.fit_figure import fit_figure

__all__ = ["day_figure", "fit_figure"]


def __getattr__(name: str) -> Any:
    """Bring in the module that draws what is asked for; it is called like its function."""
    if name in __all__:
        return getattr(import_module(f"olenb.views.{name}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
