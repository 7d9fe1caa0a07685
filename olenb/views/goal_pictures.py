"""The pictures of the goals, each brought in only when one is drawn: matplotlib is heavy."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from olenb.views.energy_figure import energy_figure
    from olenb.views.timeline_figure import timeline_figure
    from olenb.views.wages_figure import wages_figure

__all__ = ["energy_figure", "timeline_figure", "wages_figure"]


def __getattr__(name: str) -> Any:
    """Bring in the module that draws what is asked for; it is called like its function."""
    if name in __all__:
        return getattr(import_module(f"olenb.views.{name}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
