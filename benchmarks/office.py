"""An office's batch on DuckDB: `python benchmarks/office.py [TIES] [EGOS] [MEMORY]`.

Ten targets for 10,000 egos over 10 million ties by default, in blocks, within 2 GB of memory, two
threads; then some egos one by one for comparison. Prints seconds, milliseconds per ego, the
largest memory of the process, and the most that was spilled to disk at a time.
"""

import resource
import sys
import tempfile
import threading
import time
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from olenb.network import office

SEED, TARGETS, SOME = 7, 10, 20


def write(folder: Path, ties: int, egos: int) -> office.Question:
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
    print(f"{len(both['person']):,} rows of ties, {people:,} people, {egos:,} egos")
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


def main(ties: int, egos: int, memory: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spill = folder / "spill"
        spill.mkdir()
        question = write(folder, ties, egos)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        settings = {"memory_limit": memory, "temp_directory": str(spill), "threads": "2"}
        connection = duckdb.connect(config=settings)
        most, stop = [0], threading.Event()
        threading.Thread(target=watch, args=(spill, most, stop), daemon=True).start()
        start = time.perf_counter()
        blocks = office.in_blocks(connection, question, folder / "answer", _tell)
        seconds = time.perf_counter() - start
        stop.set()
        rows = connection.read_parquet(str(folder / "answer/part-*.parquet")).count("*").fetchall()
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        each = 1000 * seconds / egos
        print(f"in {blocks} blocks: {seconds:.1f} s, {each:.2f} ms per ego, {rows[0][0]:,} rows")
        print(f"largest memory: {after:,.0f} MiB ({before:,.0f} before), limit {memory}")
        print(f"spilled at most: {most[0] / 2**20:,.0f} MiB")
        some = office.read_egos(question.egos)[:SOME]
        start = time.perf_counter()
        for ego in some:
            office.on_duckdb(connection, question, [ego]).fetchall()
        alone = 1000 * (time.perf_counter() - start) / len(some)
        print(f"one by one: {alone:.0f} ms per ego, {alone / each:.0f} x as long")


def _tell(fraction: float, words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{fraction:4.0%} {words:<40}", end="", file=sys.stderr)


if __name__ == "__main__":
    given = sys.argv[1:]
    main(
        int(given[0]) if given else 10_000_000,
        int(given[1]) if len(given) > 1 else 10_000,
        given[2] if len(given) > 2 else "2GB",
    )
