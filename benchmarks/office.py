"""An office's batch on DuckDB: `python benchmarks/office.py [TIES] [EGOS]`.

Ten targets for 10,000 egos over 10 million ties by default, in blocks, two threads; beside it some
egos one by one. Then half of all places as targets and all egos in one block, within so little
memory that DuckDB has to spill to disk, and gives up now and then: the block is answered in halves
then, a file each. Memory is what DuckDB was allowed, and the largest of the whole process.
"""

import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from harness import Line, faster, number, peak_mb, tell, within

from olenb.network import office

SEED, TARGETS, SOME = 7, 10, 10
ENOUGH, LITTLE = "2GB", "250MB"


def write(folder: Path, ties: int, egos: int) -> None:
    """Write the three files: people at places, most ties inside one, a few far away."""
    chance = np.random.default_rng(SEED)
    people, half = max(1000, ties // 25), ties // 2
    where = chance.integers(0, people // 100, people)
    a = chance.integers(0, people, half)
    b = np.where(
        chance.random(half) < 0.5,
        (a + chance.integers(1, 200, half)) % people,
        chance.integers(0, people, half),
    )
    low, high = np.minimum(a, b), np.maximum(a, b)
    pairs = np.unique(low[low < high] * people + high[low < high])
    a, b = pairs // people, pairs % people
    strength = 1 + (a * 31 + b * 17) % 3
    both = {
        "person": np.concatenate([a, b]),
        "knows": np.concatenate([b, a]),
        "strength": np.concatenate([strength, strength]),
    }
    pq.write_table(pa.table(both), folder / "ties.parquet")
    pq.write_table(
        pa.table({"person": np.arange(people), "organization": where}),
        folder / "affiliations.parquet",
    )
    chosen = chance.choice(people, egos, replace=False)
    (folder / "egos.csv").write_text("ego\n" + "\n".join(map(str, chosen)) + "\n")


def asked(folder: Path) -> office.Question:
    """Return the question about the files in a folder."""
    return office.Question(
        folder / "ties.parquet",
        folder / "affiliations.parquet",
        folder / "egos.csv",
        tuple(map(str, range(TARGETS))),
    )


def watch(folder: Path, most: list[int], stop: threading.Event) -> None:
    """Keep the most that lay in the spill folder."""
    while not stop.wait(0.05):
        sizes = [path.stat().st_size for path in folder.glob("*") if path.exists()]
        most[0] = max(most[0], sum(sizes))


def batch(question: office.Question, folder: Path, memory: str, block: int) -> tuple[float, float]:
    """Answer for all egos; return the seconds, and the most that was spilled, in MB."""
    spill = folder / f"spill-{memory}"
    spill.mkdir()
    settings = {"memory_limit": memory, "temp_directory": str(spill), "threads": "2"}
    settings["preserve_insertion_order"] = "false"
    connection = duckdb.connect(config=settings)
    most, stop = [0], threading.Event()
    threading.Thread(target=watch, args=(spill, most, stop), daemon=True).start()
    start = time.perf_counter()
    office.in_blocks(connection, question, folder / f"answer-{memory}", _tell, block)
    seconds = time.perf_counter() - start
    stop.set()
    connection.close()
    return seconds, most[0] / 1e6


def alone(question: office.Question) -> float:
    """Return the milliseconds per ego where they are asked one by one."""
    connection = duckdb.connect(config={"threads": "2"})
    some = office.read_egos(question.egos)[:SOME]
    start = time.perf_counter()
    for ego in some:
        office.on_duckdb(connection, question, [ego]).fetchall()
    return 1000 * (time.perf_counter() - start) / len(some)


def lines(ties: int, egos: int) -> Iterator[Line]:
    """Yield the results."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # In a process of its own, so that its memory isn't counted here.
        writer = get_context("spawn").Process(target=write, args=(folder, ties, egos))
        writer.start()
        writer.join()
        question = asked(folder)
        before, one = peak_mb(), alone(question)
        seconds, spilled = batch(question, folder, ENOUGH, office.BLOCK)
        what = f"{egos:,} egos × ten targets, {ties:,} rows of ties"
        yield faster(f"{what}, per ego", 1000 * seconds / egos, "one by one", one)
        yield within("… the whole batch", seconds, "s", beside=_said(ENOUGH, spilled))
        beside = f"before the batch: {number(before)} MB"
        yield within("… most memory of the process", peak_mb(), "MB", beside=beside)
        wide = replace(question, targets=tuple(map(str, range(max(1000, ties // 25) // 200))))
        seconds, spilled = batch(wide, folder, LITTLE, egos)
        what = f"{egos:,} egos × {len(wide.targets):,} targets in one block"
        files = len(list((folder / f"answer-{LITTLE}").glob("*.parquet")))
        beside = f"{_said(LITTLE, spilled)}; files: {files}"
        yield within(what, seconds, "s", beside=beside)
        yield within("… most memory of the process", peak_mb(), "MB")


def _said(memory: str, spilled: float) -> str:
    return f"allowed: {memory}; spilled at most: {number(spilled)} MB"


def _tell(fraction: float, words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{fraction:4.0%} {words:<40}", end="", file=sys.stderr)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    tell(lines(*[*given, *(10_000_000, 10_000)[len(given) :]]))
