"""A workshop on the command line: `olenb room ask | gather | answer | withdraw | rounds`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from olenb.cli.common import print_json, say_if_begun, workbook

FILE = click.Path(path_type=Path)
session_option = click.option("--session", required=True, help="The session's code.")
out_option = click.option("--out", required=True, type=FILE, help="The file to write.")


@click.group()
def room() -> None:
    """Take part in a workshop: questions travel, address books stay."""


@room.command()
@click.argument("target", required=False)
@session_option
@out_option
@click.pass_context
def ask(ctx: click.Context, target: str | None, session: str, out: Path) -> None:
    """Write one question to the room, about TARGET or the first on your list."""
    wb = workbook(ctx)
    document = wb.room.ask(session, target)
    _put(wb, document.to_bytes(), out)
    say_if_begun(wb)
    click.echo(f"{document.questions[0].words}\nYour code is {document.code}.")


@room.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--session", help="The session's code; without it, that of the first file.")
@out_option
def gather(files: tuple[Path, ...], session: str | None, out: Path) -> None:
    """Gather question files into the list that goes back to all."""
    from olenb.room import table
    from olenb.views import export

    code = session or table.session_of(files)
    gathered = table.gather(files, code, _now())
    export.write(gathered.questions.to_bytes(), out)
    for one in gathered.left_out:
        click.echo(f"  {one.file}: {one.reason}", err=True)
    count = len(gathered.questions.questions)
    click.echo(f"{count} question{'s' * (count != 1)}, {len(gathered.left_out)} left out.")


@room.command()
@click.argument("questions", type=FILE)
@click.option("--tick", help="all, none, or the ids of questions with commas between.")
@click.option("--out", type=FILE, help="The file to write; needed with --tick.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def answer(
    ctx: click.Context, questions: Path, tick: str | None, out: Path | None, as_json: bool
) -> None:
    """Show whom you could introduce to whom; with --tick, write what leaves."""
    from olenb.core.errors import NotAllowed
    from olenb.room import table

    wb = workbook(ctx)
    asked = table.read_questions(questions, _now())
    if tick is None:
        df = wb.room.could_introduce(asked)
        _show(df, as_json)
        return
    if out is None:
        raise NotAllowed("With --tick, please name the file to write with --out.")
    document = wb.room.answer(asked, table.ticks(tick, wb.room.could_introduce(asked)))
    _put(wb, document.to_bytes(), out)
    count = len(document.answers)
    click.echo(f"{count} answer{'s' * (count != 1)} written. No name is in the file.")


@room.command()
@session_option
@out_option
@click.pass_context
def withdraw(ctx: click.Context, session: str, out: Path) -> None:
    """Write the file that takes your question and your answers out of the room."""
    wb = workbook(ctx)
    _put(wb, wb.room.withdraw(session).to_bytes(), out)
    click.echo("Give this file to the counselor, and you are out of the list.")


@room.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--session", help="The session's code; without it, that of the first file.")
@click.option("--rounds", type=int, default=2, show_default=True, help="How many.")
@click.option("--minutes", type=int, default=5, show_default=True, help="How long each is.")
@click.option("--apart", multiple=True, metavar="CODE,CODE", help="Two who shouldn't meet.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def rounds(
    *,
    files: tuple[Path, ...],
    session: str | None,
    rounds: int,
    minutes: int,
    apart: tuple[str, ...],
    as_json: bool,
) -> None:
    """Say who talks with whom in which round, so that offered introductions are talked about."""
    from olenb.room import rounds as pairing
    from olenb.room import table

    counted = table.count(files, session or table.session_of(files), _now())
    for one in counted.left_out:
        click.echo(f"  {one.file}: {one.reason}", err=True)
    plan = pairing.plan(
        counted.people,
        counted.answers,
        rounds=rounds,
        minutes=minutes,
        apart=[pair.split(",") for pair in apart],
    )
    if as_json:
        print_json(plan.to_json())
        return
    for each in plan.rounds:
        pairs = [" and ".join(pair) for pair in each.pairs]
        with_counselor = [f"{code} and the counselor" for code in each.resting]
        click.echo(f"Round {each.number}: {'; '.join(pairs + with_counselor)}")
    click.echo(pairing.SENTENCE)


@room.command()
@session_option
@out_option
@click.option(
    "--occasion", type=click.Choice(["after", "later"]), default="after", show_default=True,
    help="At the workshop's end, or six weeks later.",
)  # fmt: skip
@click.option("--sector", help="The field of what you are curious about; guessed without it.")
@click.option("--only-look", is_flag=True, help="Show what would leave, and write nothing.")
@click.pass_context
def summary(
    ctx: click.Context,
    *,
    session: str,
    out: Path,
    occasion: str,
    sector: str | None,
    only_look: bool,
) -> None:
    """Write a summary without names for the cohort's figures; it shows all that is in it."""
    wb = workbook(ctx)
    made = wb.room.summary(session, occasion, sector=sector)
    for what, said in made.lines():
        click.echo(f"{what}: {said}")
    if not only_look:
        _put(wb, made.to_bytes(), out)


@room.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--session", help="The session's code; without it, that of the first file.")
@click.option(
    "--occasion", type=click.Choice(["after", "later"]), default="after", show_default=True,
    help="At the workshop's end, or six weeks later.",
)  # fmt: skip
def cohort(files: tuple[Path, ...], session: str | None, occasion: str) -> None:
    """Say what may be seen of a cohort, from the summaries of its people."""
    from olenb.core.measure_terms import Occasion
    from olenb.room import cohort as counting
    from olenb.room import table
    from olenb.room.cohort_words import tables

    code = session or table.session_of(files)
    summaries, left_out = counting.read_all(files, code, _now())
    for one in left_out:
        click.echo(f"  {one.file}: {one.reason}", err=True)
    figures, _ = counting.figures(summaries, None, Occasion(occasion), {})
    for each in tables(figures):
        click.echo(each.sentence)


def _show(df: Any, as_json: bool) -> None:
    if as_json:
        print_json(df.to_dict(orient="records"))
        return
    for row in df.itertuples(index=False):
        through = f", through {row.through}" if row.through else ""
        click.echo(f"{row.question}  {row.asks}: {row.person}{through} ({row.how_sure})")
    if df.empty:
        click.echo("None of your people is near what the others ask for. That is no lack of yours.")
    if df.attrs["left_out"]:
        click.echo(df.attrs["left_out"])


def _put(wb: Any, content: bytes, out: Path) -> None:
    from olenb.accessors.book import put

    put(wb, content, out, "workshop")


def _now() -> datetime:
    return datetime.now(UTC)
