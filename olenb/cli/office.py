"""`olenb introductions --ties ...`: an office's question, out of files."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

import click

from olenb.cli.common import print_json, progress
from olenb.core.errors import NotAllowed
from olenb.core.terms import Band

MEMORY = "2GB"


def answer(
    files: tuple[Path | None, Path | None, Path | None],
    targets: tuple[str, ...],
    engine: str,
    *,
    out: Path | None,
    memory: str,
    limit: int | None,
    as_json: bool,
) -> None:
    """Answer on the engine that is asked for: onto the screen, or into a folder."""
    from olenb.network.office import Question

    ties, affiliations, egos = files
    if ties is None or affiliations is None or egos is None:
        raise NotAllowed(
            "These three belong together: --ties, --affiliations and --egos. "
            "Nothing was worked out."
        )
    question = Question(ties, affiliations, egos, targets).checked()
    run = {"duckdb": _duckdb, "spark": _spark}[engine]
    rows = run(question, out, memory, limit, as_json)
    if out is not None:
        click.echo(f"The answer is in {out.name}: {rows:,} rows.")


def _duckdb(question: Any, out: Path | None, memory: str, limit: int | None, as_json: bool) -> int:
    duckdb = _engine("duckdb", "duckdb")
    from olenb.network import office

    with tempfile.TemporaryDirectory(prefix="olenb-spill-") as spill:
        settings = {
            "memory_limit": memory,
            "temp_directory": spill,
            "preserve_insertion_order": "false",
        }
        try:
            connection = duckdb.connect(config=settings)
            if out is None:
                found = office.on_duckdb(connection, question, office.read_egos(question.egos))
                return _show(_rows(found.fetchall()), limit, as_json)
            with progress(as_json) as tell:
                office.in_blocks(connection, question, out, tell)
            parts = connection.read_parquet(str(out / "part-*.parquet"))
            return int(parts.count("*").fetchall()[0][0])
        except duckdb.OutOfMemoryException:
            raise NotAllowed(
                f"{memory} of memory is not enough. What was finished is kept. "
                "Please allow more with --memory, and start again."
            ) from None
        except duckdb.Error as error:
            raise NotAllowed(_refused(type(error).__name__)) from None


def _spark(question: Any, out: Path | None, memory: str, limit: int | None, as_json: bool) -> int:
    sql = _engine("pyspark.sql", "spark")
    from olenb.network import office

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = sql.SparkSession.builder.config("spark.driver.memory", memory.lower().rstrip("b"))
    if "SPARK_MASTER" not in os.environ and "MASTER" not in os.environ:
        builder = builder.master("local[*]")
    session = builder.config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        found = office.on_spark(session, question)
        if out is None:
            return _show(_rows(map(tuple, found.collect())), limit, as_json)
        found.write.mode("overwrite").parquet(str(out))
        return int(session.read.parquet(str(out)).count())
    finally:
        session.stop()


def _engine(module: str, extra: str) -> Any:
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        raise NotAllowed(
            f"This engine isn't installed here. Nothing was worked out. "
            f"Please run: pip install 'olenb[{extra}]'"
        ) from None


def _refused(reason: str) -> str:
    return (
        f"The engine refused a file or a name ({reason}). Nothing was worked out. "
        "The ties and the affiliations have to be Parquet files with the columns "
        "person, knows, strength and person, organization."
    )


def _rows(found: Any) -> list[dict[str, Any]]:
    from olenb.network.engines import ANSWER

    return [dict(zip(ANSWER, row, strict=True)) for row in sorted(found)]


def _show(rows: list[dict[str, Any]], limit: int | None, as_json: bool) -> int:
    shown = rows if limit is None else rows[:limit]
    if as_json:
        print_json(json.loads(json.dumps(shown)))
        return len(rows)
    for row in shown:
        how = Band(row["band"]).label
        click.echo(
            f"{row['ego']}, {row['target']}: {row['person']} through {row['introducer']} ({how})"
        )
    return len(rows)
