"""What the benchmarks share: taking turns, memory, and lines of one table.

Engines that are compared run in one process, one after the other in each round, so that whatever
else the machine does hits all of them. A line says what was measured, beside what, what was to be
reached, and how busy the machine was.
"""

import gc
import json
import os
import platform
import resource
import statistics
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from time import perf_counter
from typing import Any

LEAST = 0.01
"""Seconds below which a job is done several times in its turn."""


def load() -> float:
    """Return how many processes wanted a processor in the last minute; 0 where nobody counts."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


@dataclass(frozen=True)
class Line:
    """One row of the results; `reached` is None where nothing was to be reached."""

    what: str
    ours: str
    beside: str = ""
    ratio: str = ""
    goal: str = ""
    reached: bool | None = None
    load: float = field(default_factory=load)


def faster(what: str, ours: float, name: str, other: float, at_least: float = 0) -> Line:
    """Return a line for two times in milliseconds; `at_least` is how many times as fast to be."""
    ratio = other / ours
    goal = f"≥ {at_least:g} ×" if at_least else ""
    beside = f"{name}: {number(other)} ms"
    reached = ratio >= at_least if at_least else None
    return Line(what, f"{number(ours)} ms", beside, f"{number(ratio)} ×", goal, reached)


def within(what: str, found: float, unit: str, at_most: float = 0, beside: str = "") -> Line:
    """Return a line for a number that should stay small."""
    goal = f"≤ {at_most:g} {unit}" if at_most else ""
    reached = found <= at_most if at_most else None
    return Line(what, f"{number(found)} {unit}", beside, "", goal, reached)


def number(value: float) -> str:
    """Return a number with as many digits as it deserves.

    >>> number(1234.5), number(12.34), number(1.234), number(0.01234)
    ('1,234', '12.3', '1.23', '0.012')
    """
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return f"{value:,.{digits}f}"


def in_turn(
    jobs: dict[str, Callable[[], Any]], rounds: int, *, clock: Callable[[], float] = perf_counter
) -> dict[str, float]:
    """Let jobs take turns and return the median of each, in milliseconds.

    Parameters
    ----------
    jobs
        What is compared; what takes less than `LEAST` is done several times in its turn.
    rounds
        How often each has its turn, after one round that warms up.
    clock
        `perf_counter`, or `process_time` where nothing uses a second thread: on a calm machine
        they say the same, on a busy one only the second says what the work is.

    """
    times: dict[str, list[float]] = {name: [] for name in jobs}
    often = {name: max(1, min(50, int(LEAST / _took(job, 1, clock)))) for name, job in jobs.items()}
    for _ in range(rounds):
        for name, job in jobs.items():
            gc.collect()
            times[name].append(1000 * _took(job, often[name], clock))
    return {name: statistics.median(values) for name, values in times.items()}


def _took(job: Callable[[], Any], often: int, clock: Callable[[], float]) -> float:
    start = clock()
    for _ in range(often):
        job()
    return max(clock() - start, 1e-7) / often


def peak_mb() -> float:
    """Return the highest resident memory of this process so far, in millions of bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def machine() -> str:
    """Say what the benchmarks ran on."""
    return f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}"


def table(lines: Iterable[Line]) -> str:
    """Return the lines as a Markdown table."""
    head = "| what | olenb | beside it | ratio | to reach | reached | load |"
    said = {True: "yes", False: "**no**", None: ""}
    rows = (
        f"| {one.what} | {one.ours} | {one.beside} | {one.ratio} | {one.goal} | "
        f"{said[one.reached]} | {one.load:.0f} |"
        for one in lines
    )
    return "\n".join([head, "|---" * 7 + "|", *rows])


def tell(lines: Iterable[Line]) -> None:
    """Print lines as they come: a table for people, JSON with `--json` for `run.py`."""
    as_json = "--json" in sys.argv
    found = []
    for one in lines:
        found.append(one)
        if as_json:
            print(json.dumps(asdict(one)), flush=True)
        else:
            print(f"{one.what}: {one.ours}", file=sys.stderr, flush=True)
    found.append(within("… most memory of this benchmark", peak_mb(), "MB"))
    print(json.dumps(asdict(found[-1])) if as_json else table(found))


def argument(default: int) -> int:
    """Return the first number on the command line."""
    return next((int(word) for word in sys.argv[1:] if word.isdecimal()), default)
