"""What the notebooks show: one small form for each step, over the facade.

Every form only calls what a notebook cell could call, and shows what it returns. A form is
imported when it is asked for: a page shows four of them, and sixty people on one machine have
a kernel each.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_PAGES = (
    *("conversation", "follow_up", "goals", "opportunities", "outreach", "review", "room"),
    "workshop",
)
_FORMS = {
    "checkpoint": "checkpoint",
    "circles": "circles",
    "computer": "computer",
    "curiosity": "goals",
    "everybody": "table",
    "example": "example",
    "files": "files",
    "five_people": "by_hand",
    "forget": "forget",
    "introductions": "answer",
    "leaving": "leaving",
    "look_up": "lookup",
    "paper_kit": "paper_kit",
    "people_map": "pictures",
    "purpose": "goals",
    "targets": "targets",
    "tidy": "tidy",
    "ties": "ties",
    "ways": "pictures",
    "whom_to_ask": "asking",
    "you": "you",
}
"""In which module a form is."""

__all__ = [*_PAGES, *_FORMS]  # noqa: PLE0604 - both hold names


def __getattr__(name: str) -> Any:
    if name in _FORMS:
        found = getattr(import_module(f"{__name__}.{_FORMS[name]}"), name)
    elif name in _PAGES:
        found = import_module(f"{__name__}.{name}")
    else:
        raise AttributeError(f"olenb.screens has no form named {name}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__]


class _Screens(ModuleType):
    """The package, where a form isn't hidden by the module that has its name."""

    def __setattr__(self, name: str, value: object) -> None:
        # Python puts a module here once it is imported, from wherever that was.
        if name not in _FORMS or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Screens
