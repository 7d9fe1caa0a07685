"""The command `olenb`: open the workbook, or do one thing with it and print what happened.

Every command is one call of the facade. Errors are sentences on standard error with exit
status 2; nothing prompts unless `--ask`.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from olenb import __version__
from olenb.core import backups, place
from olenb.core.errors import OlenbError
from olenb.core.folders import home_folder
from olenb.core.terms import Band, Kind

CONTEXT = {"help_option_names": ["-h", "--help"]}


class PlainErrors(click.Group):
    """A group whose errors are sentences, never tracebacks."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; say what went wrong and leave with status 2."""
        try:
            return super().invoke(ctx)
        except OlenbError as error:
            click.echo(str(error), err=True)
            ctx.exit(2)
        except click.Abort:
            click.echo("Stopped there; nothing was saved.", err=True)
            ctx.exit(2)


@click.group(cls=PlainErrors, invoke_without_command=True, context_settings=CONTEXT)
@click.option("--home", type=click.Path(path_type=Path), help="Folder of the workbook.")
@click.option("--sample", is_flag=True, help="Open the invented example, whatever is there.")
@click.version_option(__version__, prog_name="olenb")
@click.pass_context
def main(ctx: click.Context, home: Path | None, sample: bool) -> None:
    """Open your workbook in JupyterLab, or do one thing with it."""
    ctx.obj = {"home": home, "sample": sample}
    if ctx.invoked_subcommand is None:
        from olenb import launch

        ctx.exit(launch.start(home_folder(home), sample))


def _workbook(ctx: click.Context) -> Any:
    from olenb.workbook import open_workbook

    return open_workbook(ctx.obj["home"], sample=ctx.obj["sample"])


def _print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


@main.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--kind", help="What the files are, where olenb can't tell.")
@click.option("--ego", help="Which node of a graph file is you.")
@click.option("--map", "columns", multiple=True, metavar="FIELD=COLUMN", help="Columns of a table.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--ask", is_flag=True, help="Show what would happen and ask before saving.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def import_files(
    ctx: click.Context,
    *,
    files: tuple[Path, ...],
    kind: str | None,
    ego: str | None,
    columns: tuple[str, ...],
    dry_run: bool,
    ask: bool,
    as_json: bool,
) -> None:
    """Bring people in from files: LinkedIn, Google, Outlook, vCard, tables, graphs."""
    wb = _workbook(ctx)
    reports, failed = [], False
    for file in files:
        try:
            plan = wb.plan_import(file, kind=kind, ego=ego, mapping=_mapping(columns))
            if dry_run or (ask and not click.confirm(f"{plan.sentence} Save this?", err=True)):
                report = plan
            else:
                report = wb.apply_import(plan, _progress(as_json))
        except OlenbError as error:
            click.echo(f"{file.name}: {error}", err=True)
            failed = True
            continue
        reports.append(report)
    if as_json:
        _print_json([report.to_json() for report in reports])
    else:
        _say_if_begun(wb)
        _print_reports(reports)
    ctx.exit(2 if failed else 0)


def _print_reports(reports: list[Any]) -> None:
    for report in reports:
        click.echo(report.sentence)
        for line, reason in report.skipped.itertuples(index=False):
            click.echo(f"  line {line}: {reason}")
        for note in report.notes:
            click.echo(f"  {note}")


def _say_if_begun(wb: Any) -> None:
    """Say once that the example has made room for the user's own workbook."""
    if wb.started:
        click.echo("This is your own workbook now; the example is gone.")


def _mapping(pairs: tuple[str, ...]) -> dict[str, str] | None:
    """Return `--map FIELD=COLUMN` options as a mapping."""
    if not pairs:
        return None
    split = [pair.partition("=") for pair in pairs]
    if any(not sign for _, sign, _ in split):
        raise click.BadParameter("Write it as FIELD=COLUMN, such as name='Full name'.")
    return {field.strip(): column.strip() for field, _, column in split}


def _progress(quiet: bool) -> Callable[[float, str], None] | None:
    """Return a progress line on standard error, where somebody is looking at it."""
    if quiet or not sys.stderr.isatty():
        return None

    def show(fraction: float, text: str) -> None:
        click.echo(f"\r{fraction:4.0%} {text:<50}", nl=fraction >= 1, err=True)

    return show


@main.command()
@click.argument("lines", nargs=-1, required=True, metavar='"NAME, ORGANIZATION, WORD"...')
@click.pass_context
def add(ctx: click.Context, lines: tuple[str, ...]) -> None:
    """Add people by hand: a name, where they are, a word for how you know them."""
    wb = _workbook(ctx)
    wb.add_people(lines)
    _say_if_begun(wb)
    click.echo(f"Added {len(lines)}. {wb.checkpoint()}")


@main.command()
@click.argument("organization", default="")
@click.option("--role", default="", help="A kind of work.")
@click.option("--industry", default="", help="A field.")
@click.option("--region", default="", help="A city, state or country.")
@click.pass_context
def target(ctx: click.Context, organization: str, role: str, industry: str, region: str) -> None:
    """Put a place, a kind of work, a field or a region on your list."""
    wb = _workbook(ctx)
    wb.add_target(organization, role=role, industry=industry, region=region)
    _say_if_begun(wb)
    click.echo(wb.checkpoint())


@main.command()
@click.argument("targets", nargs=-1)
@click.option("--everyone", is_flag=True, help="Everybody whom one of your people knows.")
@click.option("--legs", type=click.IntRange(2, 3), default=2, help="Steps between you and them.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many rows.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def introductions(
    ctx: click.Context,
    *,
    targets: tuple[str, ...],
    everyone: bool,
    legs: int,
    limit: int | None,
    as_json: bool,
) -> None:
    """Say who could introduce you to whom, how sure that is, and why."""
    wb = _workbook(ctx)
    df = wb.introductions(list(targets) or None, everyone=everyone, legs=legs)
    df = df if limit is None else df.head(limit)
    if as_json:
        _print_json(json.loads(df.to_json(orient="records", force_ascii=False)))
    elif df.empty:
        click.echo(wb.nothing_yet())
    else:
        for row in df.itertuples(index=False):
            click.echo(_as_line(row))


def _as_line(row: Any) -> str:
    sure = f" ({Band(row.band).label})" if row.kind == Kind.INTRODUCTION else ""
    through = f" through {row.introducer}" if row.introducer else ""
    to = f"{row.target}: " if row.target else ""
    return f"{to}{row.person}{through} · {Kind(row.kind).label}{sure} · {row.reasons}"


@main.command("map")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="FILE.svg or FILE.png")
@click.pass_context
def draw_map(ctx: click.Context, out: Path) -> None:
    """Draw your people by circle."""
    click.echo(_workbook(ctx).save_map(out))


@main.command("routes")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="FILE.svg or FILE.png")
@click.pass_context
def draw_routes(ctx: click.Context, out: Path) -> None:
    """Draw who could introduce you, and where to."""
    click.echo(_workbook(ctx).save_routes(out))


@main.command()
@click.pass_context
def undo(ctx: click.Context) -> None:
    """Take back the newest change and name it."""
    click.echo(f"Taken back: {_workbook(ctx).undo()}.")


@main.command()
@click.argument("backup", required=False, type=click.Path(path_type=Path))
@click.pass_context
def restore(ctx: click.Context, backup: Path | None) -> None:
    """Bring back a backup (the newest, unless you name one); what it replaces is kept."""
    folder = place.workbook_folder(home_folder(ctx.obj["home"]))
    chosen = backups.restore(folder, backup)
    click.echo(f"Your workbook is again as it was in “{chosen.stem}”.")


@main.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Look for trouble and say what to do about it."""
    from olenb import doctor as checks

    text, well = checks.report(home_folder(ctx.obj["home"]))
    click.echo(text)
    ctx.exit(0 if well else 2)
