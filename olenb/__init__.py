"""olenb: find who could introduce you, and prepare to ask.

>>> import olenb
>>> wb = olenb.open_workbook()  # doctest: +SKIP
>>> wb.introductions()  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from olenb.network.engines import introductions
    from olenb.workbook import Workbook, open_workbook

__all__ = ["Workbook", "introductions", "open_workbook"]
__version__ = "0.1.0"

_HOMES = {
    "Workbook": "olenb.workbook",
    "introductions": "olenb.network.engines",
    "open_workbook": "olenb.workbook",
}


def __getattr__(name: str) -> Any:
    """Import the facade when it is first asked for: `import olenb` alone stays light."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'olenb' has no attribute {name!r}")
