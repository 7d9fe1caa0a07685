"""Bringing people in: `olenb import`, `olenb add`."""

from pathlib import Path
from typing import Any

import click

from olenb.cli.common import print_json, progress, say_if_begun, workbook
from olenb.core.errors import OlenbError


@click.command("import")
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
    wb = workbook(ctx)
    reports, failed = [], False
    for file in files:
        try:
            with progress(as_json) as tell:
                plan = wb.plan_import(file, kind, ego, _mapping(columns), tell)
            if dry_run or (ask and not click.confirm(f"{plan.sentence} Save this?", err=True)):
                report = plan
            else:
                with progress(as_json) as tell:
                    report = wb.apply_import(plan, tell)
        except OlenbError as error:
            click.echo(f"{file.name}: {error}", err=True)
            failed = True
            continue
        reports.append(report)
    if as_json:
        print_json([report.to_json() for report in reports])
    else:
        say_if_begun(wb)
        _print_reports(reports)
    ctx.exit(2 if failed else 0)


def _print_reports(reports: list[Any]) -> None:
    for report in reports:
        click.echo(report.sentence)
        for line, reason in report.skipped.itertuples(index=False):
            click.echo(f"  line {line}: {reason}")
        for note in report.notes:
            click.echo(f"  {note}")


def _mapping(pairs: tuple[str, ...]) -> dict[str, str] | None:
    """Return `--map FIELD=COLUMN` options as a mapping."""
    if not pairs:
        return None
    split = [pair.partition("=") for pair in pairs]
    if any(not sign for _, sign, _ in split):
        raise click.BadParameter("Write it as FIELD=COLUMN, such as name='Full name'.")
    return {field.strip(): column.strip() for field, _, column in split}


@click.command()
@click.argument("lines", nargs=-1, required=True, metavar='"NAME, ORGANIZATION, WORD"...')
@click.pass_context
def add(ctx: click.Context, lines: tuple[str, ...]) -> None:
    """Add people by hand: a name, where they are, a word for how you know them."""
    wb = workbook(ctx)
    wb.add_people(lines)
    say_if_begun(wb)
    click.echo(f"Added {len(lines)}. {wb.checkpoint()}")
