"""An office's question: thousands of egos at once, out of files, on DuckDB or Spark.

The egos are taken in blocks. Each block is one answer of `engines.relational`, written as one
Parquet file that appears whole or not at all, so a run that was stopped goes on where it was.
DuckDB keeps to a limit of memory and spills the rest to disk; a block that is too large even so is
answered in halves.
"""

import csv
import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import narwhals.stable.v2 as nw

from olenb.core.errors import NotAllowed, NotWritten, WrongFile
from olenb.core.progress import Tell, silent
from olenb.network import engines

BLOCK = 500
"""Egos in one answer: few enough to be done in seconds, enough that reading pays."""
EGO_COLUMNS = ("ego", "person", "id")
_PLAN = "plan.json"


@dataclass(frozen=True)
class Question:
    """What an office asks.

    Parameters
    ----------
    ties, affiliations
        Parquet files with the columns that `engines.introductions` needs.
    egos
        A CSV file with a column `ego` (or `person`, or `id`), or with nothing but that column.
    targets
        Organizations.
    """

    ties: Path
    affiliations: Path
    egos: Path
    targets: tuple[str, ...]

    def checked(self) -> "Question":
        """Return itself.

        Raises
        ------
        WrongFile
            A file isn't there.
        NotAllowed
            No target is named.

        """
        missing = [p.name for p in (self.ties, self.affiliations, self.egos) if not p.is_file()]
        if missing:
            raise WrongFile(
                f"There is no file {' and no file '.join(missing)} here. Nothing was worked out. "
                "Please check the names."
            )
        if not self.targets:
            raise NotAllowed(
                "Please name at least one organization after the options. Nothing was worked out."
            )
        return self


def read_egos(path: Path) -> list[str]:
    """Return the egos of a CSV file, each once, in order.

    Raises
    ------
    WrongFile
        It holds several columns, and none is called as an ego's column is.

    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    head = [name.strip().casefold() for name in rows[0]] if rows else []
    named = [head.index(name) for name in EGO_COLUMNS if name in head]
    if not named and len(head) > 1:
        raise WrongFile(
            f"The file of egos needs a column called {' or '.join(EGO_COLUMNS)}. "
            "Nothing was worked out."
        )
    at = named[0] if named else 0
    found = (row[at].strip() for row in (rows[1:] if named else rows) if len(row) > at)
    return list(dict.fromkeys(filter(None, found)))


def on_duckdb(connection: Any, question: Question, egos: Sequence[str]) -> Any:
    """Return the answer for some egos as a DuckDB relation, worked out when it is read.

    Parameters
    ----------
    connection
        An open DuckDB connection.
    question, egos
        What is asked, and for whom.

    """
    ties, at = (_parquet(connection, path) for path in (question.ties, question.affiliations))
    return _answer(ties, at, egos, question.targets)


def on_spark(session: Any, question: Question) -> Any:
    """Return the answer for all egos as a Spark DataFrame.

    Parameters
    ----------
    session
        A SparkSession, of this computer or of a cluster.
    question
        What is asked.

    """
    ties, at = (session.read.parquet(str(p)) for p in (question.ties, question.affiliations))
    return _answer(ties, at, read_egos(question.egos), question.targets)


def in_blocks(
    connection: Any,
    question: Question,
    folder: Path,
    progress: Tell = silent,
    block: int = BLOCK,
) -> int:
    """Answer for all egos, a block at a time, into a folder of Parquet files.

    Parameters
    ----------
    connection
        An open DuckDB connection.
    question
        What is asked.
    folder
        Where the files go. Those of the same question that are there already are kept.
    progress
        Called with a fraction from 0 to 1 and a few words.
    block
        Egos at a time.

    Returns
    -------
    int
        How many blocks were worked out now; the others were there.

    Raises
    ------
    NotAllowed
        The folder holds the answer to another question.
    NotWritten
        The folder can't be written to.

    """
    egos = read_egos(question.egos)
    blocks = [egos[at : at + block] for at in range(0, len(egos), block)]
    done = 0
    with _writing():
        _same_plan(question, folder, block)
        for number, some in enumerate(blocks):
            progress(number / len(blocks), f"{number * block:,} of {len(egos):,} egos")
            done += _work_out(connection, question, some, folder / f"part-{number:05}.parquet")
    progress(1.0, f"{len(egos):,} egos")
    return done


def _work_out(connection: Any, question: Question, egos: Sequence[str], part: Path) -> bool:
    """Write one block, in halves where memory isn't enough; tell whether there was something to do.

    A block that was begun in halves stays so: else its rows would stand in two files.
    """
    if part.exists():
        return False
    middle = len(egos) // 2
    if not any(part.parent.glob(f"{part.stem}-*.parquet")):
        try:
            unfinished = part.with_suffix(".unfinished")
            on_duckdb(connection, question, egos).write_parquet(str(unfinished))
            unfinished.replace(part)
        except Exception as error:
            # DuckDB is an extra, so that its errors can't be named here.
            if type(error).__name__ != "OutOfMemoryException" or not middle:
                raise
        else:
            return True
    halves = {1: egos[:middle], 2: egos[middle:]}
    done = [
        _work_out(connection, question, some, part.with_stem(f"{part.stem}-{half}"))
        for half, some in halves.items()
    ]
    return any(done)


def _parquet(connection: Any, path: Path) -> Any:
    return connection.read_parquet(str(path))


def _answer(ties: Any, at: Any, egos: Sequence[str], targets: Sequence[str]) -> Any:
    people = _as_column(ties, "person", egos)
    return engines.relational(ties, at, people, _as_column(at, "organization", targets))


def _as_column(frame: Any, column: str, values: Sequence[str]) -> list[Any]:
    """Return what was written in a file or on the command line in a column's own type."""
    schema = nw.from_native(frame).lazy().collect_schema()
    if column not in schema or not schema[column].is_integer():
        return list(values)
    return [int(value) for value in values if value.lstrip("-").isdecimal()]


def _same_plan(question: Question, folder: Path, block: int) -> None:
    """Keep what is asked beside the answers, and refuse to mix two questions."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [question.ties, question.affiliations, question.egos]
    state = [(path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    asked = json.dumps([asdict(question), state, block], default=str, sort_keys=True)
    plan = {"question": hashlib.sha256(asked.encode()).hexdigest()}
    place = folder / _PLAN
    if not place.exists():
        place.write_text(json.dumps(plan), encoding="utf-8")
    elif json.loads(place.read_text(encoding="utf-8")) != plan:
        raise NotAllowed(
            "This folder holds the answer to another question, or the files have changed since. "
            "Nothing was changed. Please name a new folder."
        )


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotWritten(
            f"The answer could not be written ({error.strerror or 'no reason given'}). What was "
            "finished is kept. Please free some space or name another folder, and start again."
        ) from None
