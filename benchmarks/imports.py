"""Bring in 30,000 invented connections, end to end: seconds (median) and memory (peak).

    python benchmarks/imports.py [ROWS] [ROUNDS]

Each round runs in a process of its own. Memory is the peak above the same process before it
imported anything of olenb.
"""

import csv
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from harness import Line, peak_mb, tell, within

ROWS, ROUNDS, SEED = 30_000, 3, 20261122
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
    sys.modules["pyarrow"] = None  # type: ignore[assignment] - pandas loads it where it is there
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

        plan = loader.plan(store, importers.parse(path, tell=heard), heard)
        report = loader.apply(store, plan, heard)
        done, busy = time.perf_counter(), time.process_time() - busy
        memory = peak_mb() - bare
        again = loader.apply(store, loader.plan(store, importers.parse(path)))
        repeated = time.perf_counter()
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


GOALS = {
    "import end to end, s": 5,
    "of that, processor time, s": 5,
    "peak above bare process, MB": 200,
    "longest wait without progress, s": 0.5,
}


def lines(rows: int, rounds: int) -> Iterator[Line]:
    """Yield the medians of the rounds."""
    command = [sys.executable, __file__, "--round", str(rows)]
    results = [json.loads(subprocess.check_output(command)) for _ in range(rounds)]
    for name in results[0]:
        what, unit = name.rsplit(", ", 1)
        found = statistics.median(one[name] for one in results)
        yield within(f"{rows:,} connections: {what}", found, unit, GOALS.get(name, 0))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--round"]:
        print(json.dumps(one_round(int(sys.argv[2]))))
    else:
        given = [int(word) for word in sys.argv[1:] if word.isdecimal()]
        tell(lines(*[*given, *(ROWS, ROUNDS)[len(given) :]]))
