"""Bring in 30,000 invented connections, end to end: seconds (median) and memory (peak).

    python benchmarks/imports.py [ROWS] [ROUNDS]

Each round runs in a process of its own. Memory is the peak above the same process before it
imported anything of olenb.
"""

import csv
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

ROWS, ROUNDS, SEED = 30_000, 5, 20261122
HEADER = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
FIRST = ("Ana", "Bo", "Chi", "Dia", "Eli", "Fay", "Gus", "Hana", "Ivo", "Joy", "Kai", "Lena", "Mo")
SYLLABLES = (
    "ba",
    "den",
    "fer",
    "gol",
    "hart",
    "kin",
    "lor",
    "man",
    "nor",
    "pel",
    "ros",
    "sen",
    "tor",
)
FORMS = ("", "", "", " Inc.", ", Inc", " LLC", " GmbH", " Ltd", " Corporation")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ROLES = ("Analyst", "Nurse", "Teacher", "Engineer", "Manager", "Designer", "Counselor")


def peak_mb() -> float:
    """Return the highest resident memory of this process so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)


def write_connections(path: Path, rows: int) -> None:
    """Write a list of invented connections, about as varied as real ones."""
    rng = random.Random(SEED)

    def word() -> str:
        return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 3))).capitalize()

    places = [f"{word()} {word()}" for _ in range(max(rows // 6, 10))]
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(HEADER)
        for n in range(rows):
            first, last = rng.choice(FIRST), word()
            page = f"https://www.linkedin.com/in/{first}-{last}-{n:x}".lower()
            mail = f"{first}.{last}.{n}@example.org".lower() if rng.random() < 0.05 else ""
            when = f"{rng.randint(1, 28):02d} {rng.choice(MONTHS)} {rng.randint(2008, 2026)}"
            company = rng.choice(places) + rng.choice(FORMS)
            out.writerow([first, last, page, mail, company, rng.choice(ROLES), when])


def one_round(rows: int) -> dict[str, float]:
    """Import once into a new workbook, and once more, and take it back."""
    bare = peak_mb()
    started = time.perf_counter()
    from olenb.contacts import importers  # noqa: PLC0415 - what it costs is measured
    from olenb.contacts.importers import loader  # noqa: PLC0415
    from olenb.core.store import Store  # noqa: PLC0415

    loaded = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "Connections.csv")
        write_connections(path, rows)
        store = Store.create(Path(folder, "home"))
        steps: list[float] = [time.perf_counter()]
        busy = time.process_time()

        def heard(fraction: float, text: str) -> None:
            steps.append(time.perf_counter())

        plan = loader.plan(store, importers.parse(path), heard)
        report = loader.apply(store, plan, heard)
        done, busy = time.perf_counter(), time.process_time() - busy
        again = loader.apply(store, loader.plan(store, importers.parse(path)))
        repeated = time.perf_counter()
        memory = peak_mb() - bare
        report.undo()
        undone = time.perf_counter()
        assert (report.read, report.new, again.unchanged) == (rows, rows, rows)
        assert not store.rows("SELECT 1 FROM person LIMIT 1")
    return {
        "python imports, s": loaded - started,
        "import end to end, s": done - steps[0],
        "of that, processor time, s": busy,
        "longest wait without progress, s": max(b - a for a, b in pairwise(steps)),
        "same file again, s": repeated - done,
        "undo, s": undone - repeated,
        "peak above bare process, MB": memory,
    }


def main() -> None:
    """Run the rounds and print the medians."""
    if sys.argv[1:2] == ["--round"]:
        print(json.dumps(one_round(int(sys.argv[2]))))
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    command = [sys.executable, __file__, "--round", str(rows)]
    results = [json.loads(subprocess.check_output(command)) for _ in range(rounds)]
    print(f"{rows:,} connections, median of {rounds} rounds")
    for name in results[0]:
        print(f"  {name:<36}{statistics.median(r[name] for r in results):>8.2f}")


if __name__ == "__main__":
    main()
