"""What is due, and a calendar of it: `olenb due`, `olenb calendar`."""

import json
from pathlib import Path

import click

from olenb.cli.common import mine_option, print_json, seen_by_others, workbook


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@mine_option
@click.pass_context
def due(ctx: click.Context, *, as_json: bool, mine: bool) -> None:
    """Say what is due, by when and why."""
    import pandas as pd

    df = seen_by_others(workbook(ctx), mine).follow_up.due()
    if as_json:
        for moment in ("due_at", "remind_at"):
            df[moment] = [None if at is pd.NaT else at.isoformat() for at in df[moment]]
        print_json(json.loads(df.to_json(orient="records", force_ascii=False)))
    elif df.empty:
        click.echo("Nothing is due. After your next conversation, it shows here by itself.")
    else:
        for row in df.itertuples(index=False):
            theirs = f" ({row.theirs})" if row.theirs else ""
            click.echo(f"{row.words}{theirs} · {row.why}")


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="FILE.ics")
@click.option("--dry-run", is_flag=True, help="Only say what would be in it.")
@click.pass_context
def calendar(ctx: click.Context, out: Path | None, dry_run: bool) -> None:
    """Save your meetings and what is due as a calendar file."""
    wb = workbook(ctx)
    if not dry_run:
        if out is None:
            raise click.UsageError("Say where to with --out FILE.ics, or look with --dry-run.")
        wb.follow_up.save_calendar(out)
    shown = wb.follow_up.calendar()
    click.echo(shown.sentence)
    for what, when in shown.lines if dry_run else ():
        click.echo(f"  {what} · {when}")
