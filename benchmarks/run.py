"""Run the benchmarks one after the other and write `results.md`.

    python benchmarks/run.py [NAME ...]

Each runs in a process of its own. Without names all of them run, which takes some ten minutes;
with names only those are run again, and the others stay as they were written. What was measured is
kept in `results.json` beside the page.
"""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from harness import Line, machine, table

HERE = Path(__file__).parent
PAGE, KEPT = HERE / "results.md", HERE / "results.json"
SECTIONS = {
    "introductions": "One user's own file",
    "routes": "Three legs, and what if",
    "engines": "Everybody's ties in one pool",
    "office": "An office's batch",
    "imports": "Bringing in a file",
    "pages": "Every form of every page",
    "kernel": "One participant's kernel",
    "pictures": "Pictures",
    "start": "Importing the package",
    "opening": "From the start to the first picture",
}
HEAD = """\
# Measured

Written by `benchmarks/run.py`; each benchmark says at its top what is compared. Times are medians,
engines that are compared took turns in one process. The first two tables are in processor time,
since all in them is one thread; the others on the clock. *Ratio* is how many times the thing
beside it takes; *load* is how many processes wanted this machine's processors during the last
minute, so more than their number means that they were shared, and that times on the clock are too
long. What isn't reached stays in the table.
"""


def run(name: str) -> dict[str, Any]:
    """Run one benchmark and return what it said."""
    command = [sys.executable, str(HERE / f"{name}.py"), "--json"]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return {
        "on": date.today().isoformat(),
        "machine": machine(),
        "lines": [json.loads(line) for line in said.splitlines()],
    }


def page(kept: dict[str, Any]) -> str:
    """Return the page."""
    parts = [HEAD]
    for name, title in SECTIONS.items():
        if name in kept:
            lines = [Line(**one) for one in kept[name]["lines"]]
            about = f"`{name}.py`, {kept[name]['on']}, {kept[name]['machine']}."
            parts.append(f"## {title}\n\n{about}\n\n{table(lines)}\n")
    return "\n".join(parts)


def main(names: list[str]) -> None:
    """Run some benchmarks and write the page after each."""
    kept = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    for name in names or SECTIONS:
        print(f"{name} …", file=sys.stderr, flush=True)
        kept[name] = run(name)
        KEPT.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")
        PAGE.write_text(page(kept), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
