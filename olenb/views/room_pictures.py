"""The picture of the cohort, brought in only when it is drawn: matplotlib is heavy."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from olenb.views.change_figure import change_figure

__all__ = ["change_figure"]


def __getattr__(name: str) -> Any:
    """Bring in the module that draws what is asked for; it is called like its function."""
    if name in __all__:
        return getattr(import_module(f"olenb.views.{name}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
