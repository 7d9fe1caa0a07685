"""How long `import olenb` takes, beside a bare Python and pandas, in one run.

    python benchmarks/start.py [ROUNDS]

Whole processes, one after the other in turn; medians, and what each adds to the bare Python.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from statistics import median

from harness import Line, argument, number, tell, within

STATEMENTS = ("pass", "import olenb", "import pandas", "import olenb.workbook")
ROUNDS = 15


def seconds(statement: str) -> float:
    """Return how long a Python takes that only does this."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True, env=environment)
    return time.perf_counter() - began


def lines(rounds: int) -> Iterator[Line]:
    """Yield medians of all statements, run in turn."""
    for statement in STATEMENTS:
        seconds(statement)  # compiles what isn't compiled yet
    taken = [[seconds(statement) for statement in STATEMENTS] for _ in range(rounds)]
    bare, *added = map(median, zip(*taken, strict=True))
    pandas = added[STATEMENTS.index("import pandas") - 1] - bare
    yield within("a bare Python", 1000 * bare, "ms")
    for statement, whole in zip(STATEMENTS[1:], added, strict=True):
        part = (whole - bare) / pandas
        ours, beside = f"+ {number(1000 * (whole - bare))} ms", f"{number(part)} of pandas"
        goal = "≤ 0.1 of pandas" if statement == "import olenb" else ""
        yield Line(f"`{statement}`", ours, beside, "", goal, part <= 0.1 if goal else None)


if __name__ == "__main__":
    tell(lines(argument(ROUNDS)))
