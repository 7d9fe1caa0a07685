"""What one participant's kernel takes after the introductions page, step by step (Linux only).

    python benchmarks/kernel.py

Each cell of `notebooks/03_introductions.ipynb` is run on the invented example in a real kernel;
after each the proportional set size is read: memory shared with others counts in part. Beside it
stands a bare ipykernel, and one with the four imports that such a page usually needs.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from harness import Line, number, tell
from jupyter_client.manager import KernelManager

NOTEBOOK = Path(__file__).parents[1] / "notebooks" / "03_introductions.ipynb"
USUAL = "import pandas, networkx, ipywidgets\nimport matplotlib.pyplot"
HEAVY = ("numpy", "pandas", "networkx", "matplotlib", "anywidget", "ipywidgets")


@contextmanager
def kernel() -> Iterator[tuple[Any, int]]:
    """Start a kernel as a notebook does, and stop it."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "OLENB_HOME": home, "OLENB_SAMPLE": "1"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        manager = KernelManager(kernel_name="python3")
        manager.start_kernel(env=environment)
        client = manager.blocking_client()
        client.start_channels()
        client.wait_for_ready(timeout=120)
        # pandas loads it where it happens to be installed; olenb doesn't bring it.
        run(client, "import sys\nsys.modules['pyarrow'] = None")
        try:
            yield client, manager.provisioner.pid
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def run(client: Any, code: str) -> None:
    """Run a cell and refuse an error."""
    reply = client.execute_interactive(code, timeout=120, output_hook=lambda _: None)
    if reply["content"]["status"] != "ok":
        raise SystemExit(f"A cell failed: {reply['content'].get('ename')}")


def asked(client: Any, expression: str) -> Any:
    """Return the value of an expression in the kernel."""
    said = {"said": f"__import__('json').dumps({expression})"}
    reply = client.execute_interactive("", user_expressions=said, timeout=120)
    text = reply["content"]["user_expressions"]["said"]["data"]["text/plain"]
    return json.loads(text[1:-1])


def pss(process: int) -> float:
    """Return the proportional set size in millions of bytes."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text()
    line = next(one for one in text.splitlines() if one.startswith("Pss:"))
    return int(line.split()[1]) * 1024 / 1e6


def cells() -> list[str]:
    page = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in page if cell["cell_type"] == "code"]


def lines() -> Iterator[Line]:
    """Yield the results."""
    with kernel() as (_, process):
        bare = pss(process)
    with kernel() as (client, process):
        run(client, USUAL)
        usual = pss(process)
    yield Line("a bare ipykernel", f"{number(bare)} MB")
    yield Line("… with pandas, networkx, ipywidgets, pyplot", f"{number(usual)} MB")
    loaded: set[str] = set()
    with kernel() as (client, process):
        before = pss(process)
        for code in cells():
            run(client, code)
            after = pss(process)
            now = set(asked(client, f"[m for m in {HEAVY!r} if m in __import__('sys').modules]"))
            new = ", ".join(sorted(now - loaded)) or "nothing heavy"
            step = f"after `{code.strip().splitlines()[-1]}`"
            yield Line(step, f"{number(after)} MB", f"+ {number(after - before)} MB: {new}")
            before, loaded = after, loaded | now
    goal = f"≤ {number(usual)} MB"
    beside = f"the usual imports: {number(usual)} MB"
    ratio = f"{number(before / usual)} ×"
    yield Line("the whole page", f"{number(before)} MB", beside, ratio, goal, before <= usual)


if __name__ == "__main__":
    tell(lines())
