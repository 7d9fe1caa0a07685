"""The figures of the pages, each brought in only when it is drawn: matplotlib is heavy."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from olenb.views.board_figure import board_figure
    from olenb.views.change_figure import change_figure
    from olenb.views.day_figure import day_figure
    from olenb.views.energy_figure import energy_figure
    from olenb.views.fit_figure import fit_figure
    from olenb.views.fortnight_figure import fortnight_figure
    from olenb.views.timeline_figure import timeline_figure
    from olenb.views.wages_figure import wages_figure

__all__ = [
    "board_figure",
    "change_figure",
    "day_figure",
    "energy_figure",
    "fit_figure",
    "fortnight_figure",
    "timeline_figure",
    "wages_figure",
]


def __getattr__(name: str) -> Any:
    """Bring in the module that draws what is asked for; it is called like its function."""
    if name in __all__:
        return getattr(import_module(f"olenb.views.{name}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
