"""How long `import olenb` takes, beside a bare Python and pandas, in one run.

    python benchmarks/start.py [ROUNDS]

Whole processes, one after the other in turn; medians, and what each adds to the bare Python.
"""

import os
import subprocess
import sys
import time
from statistics import median

STATEMENTS = ("pass", "import olenb", "import pandas", "import olenb.workbook")
ROUNDS = 15


def seconds(statement: str) -> float:
    """Return how long a Python takes that only does this."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True, env=environment)
    return time.perf_counter() - began


def main(rounds: int) -> None:
    """Time all statements in turn and print medians."""
    for statement in STATEMENTS:
        seconds(statement)  # compiles what isn't compiled yet
    taken = [[seconds(statement) for statement in STATEMENTS] for _ in range(rounds)]
    bare, *added = map(median, zip(*taken, strict=True))
    pandas = added[STATEMENTS.index("import pandas") - 1] - bare
    print(f"a bare Python: {1000 * bare:.0f} ms, median of {rounds}")
    for statement, whole in zip(STATEMENTS[1:], added, strict=True):
        more = whole - bare
        print(f"{statement:24} + {1000 * more:5.1f} ms   {more / pandas:5.2f} of pandas")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
