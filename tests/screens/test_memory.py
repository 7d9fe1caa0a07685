"""A page holds only what it shows: sixty people on one machine each have a kernel of their own."""

import subprocess
import sys

HEAVY = ("IPython.core.pylabtools", "icalendar", "matplotlib", "networkx")
CODE = f"import sys; from olenb import screens; print([m for m in {HEAVY} if m in sys.modules])"


def test_forms_bring_in_neither_the_drawing_nor_the_graph_library_until_they_draw() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
