"""A notebook that was run can be shared: it holds calls and widgets, and nobody's name."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from olenb import launch
from olenb.core import resources
from olenb.workbook import open_workbook

SENTINEL = "Zzyzx"
WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Run every shipped notebook, as `nbconvert --execute` does, on people with telling names."""
    home = tmp_path_factory.mktemp("home")
    launch.prepare(home)
    wb = open_workbook(home)
    wb.add_people([f"{SENTINEL} Ana, {SENTINEL} Energy, {SENTINEL} cousin", f"{SENTINEL} Bo"])
    wb.add_target(f"{SENTINEL} Energy", role=f"{SENTINEL} analyst")
    wb.record_answer(f"{SENTINEL} Bo", f"{SENTINEL} Energy", "yes", f"{SENTINEL} Rosa")
    day = wb.opportunities.begin("shadowing")
    wb.opportunities.answer(day, "host", contact=f"{SENTINEL} Imani", place=f"{SENTINEL} Clinic")
    wb.opportunities.observe(day, "9:00", f"{SENTINEL} counts", people=f"{SENTINEL} Imani")
    wb.opportunities.decide(day, "keep", because=SENTINEL, curiosity=f"{SENTINEL} figures")
    talk = wb.conversations.hold(f"{SENTINEL} Rosa", datetime.now(UTC).isoformat())
    wb.conversations.say(talk, learned=f"{SENTINEL} learned", next_action=f"{SENTINEL} next")
    notebooks = sorted(home.glob("*.ipynb"))
    run = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--inplace"]
    environment = {**os.environ, **launch.environment(home)}
    subprocess.run([*run, *map(str, notebooks)], cwd=home, env=environment, check=True, timeout=300)
    return notebooks


def test_every_form_ran(executed: list[Path]) -> None:
    shown = {path.stem: path.read_text("utf-8").count(WIDGET) for path in executed}
    assert list(shown) == sorted(path.stem for path in resources.notebooks_dir().glob("*.ipynb"))
    assert min(shown.values()) >= 3


def test_no_output_and_no_widget_state_holds_a_name(executed: list[Path]) -> None:
    for path in executed:
        text = path.read_text("utf-8")
        assert SENTINEL not in text, path.name
        assert json.loads(text)["metadata"]["widgets"], "the state was stored, and is nameless"
