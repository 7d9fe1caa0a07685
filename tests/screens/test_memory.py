"""A page holds only what it shows: sixty people on one machine each have a kernel of their own."""

import subprocess
import sys
from importlib import import_module
from types import ModuleType

import pytest

from olenb import screens

HEAVY = ("IPython.core.pylabtools", "icalendar", "matplotlib", "networkx")
CODE = f"""
import sys
from olenb import screens
for name in screens.__all__:
    getattr(screens, name)
print([name for name in {HEAVY} if name in sys.modules])
"""
ONE_PAGE = """
import sys
from olenb import screens
screens.introductions, screens.ways
print(sorted(name for name in sys.modules if name.startswith("olenb.screens.")))
"""


def test_forms_bring_in_neither_the_drawing_nor_the_graph_library_until_they_draw() -> None:
    assert said_by(CODE) == "[]"


def test_a_page_brings_in_its_own_forms_and_no_others() -> None:
    found = said_by(ONE_PAGE)
    assert "olenb.screens.answer" in found
    assert "workshop" not in found
    assert "conversation" not in found


@pytest.mark.parametrize("name", screens.__all__)
def test_a_form_is_a_form_even_after_its_module_was_imported(name: str) -> None:
    import_module(f"olenb.screens.{screens._FORMS.get(name, name)}")
    assert isinstance(getattr(screens, name), ModuleType) == (name not in screens._FORMS)
    assert name in dir(screens)


def test_a_form_that_there_is_not_is_said() -> None:
    with pytest.raises(AttributeError, match="no form named dance"):
        screens.dance  # noqa: B018 - asking for it is the test


def said_by(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()
