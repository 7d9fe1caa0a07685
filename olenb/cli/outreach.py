"""Asking: `olenb draft`, `olenb outreach`."""

import json
from pathlib import Path
from typing import Any

import click

from olenb.cli.common import mine_option, print_json, seen_by_others, workbook


@click.command()
@click.argument("person")
@click.option("--kind", default="first message", help="Which step, such as “nudge”.")
@click.option("--channel", default="email", help="email, letter, phone, linkedin, text message")
@click.option("--via", help="Who connects the two of you.")
@click.option("--about", help="Whom it is about.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def draft(
    ctx: click.Context,
    *,
    person: str,
    kind: str,
    channel: str,
    via: str | None,
    about: str | None,
    as_json: bool,
) -> None:
    """Begin a message to somebody; the brackets are for your own words. Nothing is sent."""
    wb = workbook(ctx)
    begun = wb.outreach.draft(person, kind, channel, via=via, about=about)
    if as_json:
        names = ("kind", "channel", "subject", "body", "left", "refused", "allowed")
        print_json({"to": begun.facts.to.name, **{name: getattr(begun, name) for name in names}})
        return
    if begun.subject:
        click.echo(f"Subject: {begun.subject}\n")
    click.echo(begun.body)
    if begun.allowed:
        click.echo(f"\nThe name in it is free: {begun.allowed}", err=True)
    for reason in begun.refused:
        click.echo(f"\nA name was left out. {reason}", err=True)
    if begun.facts.stays:
        click.echo(f"\n{begun.facts.stays}", err=True)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--out", type=click.Path(path_type=Path), help="FILE.csv, without the confidential.")
@mine_option
@click.pass_context
def outreach(ctx: click.Context, *, as_json: bool, out: Path | None, mine: bool) -> None:
    """Say how far it is with everybody, and what comes next."""
    import pandas as pd

    wb = workbook(ctx)
    if out is not None:
        click.echo(f"Written to {wb.outreach.save_tracker(out)}")
        return
    df = seen_by_others(wb, mine).outreach.tracker()
    if as_json:
        df["due_at"] = [None if at is pd.NaT else at.isoformat() for at in df["due_at"]]
        print_json(json.loads(df.to_json(orient="records", force_ascii=False)))
    elif df.empty:
        click.echo("Nothing here yet. `olenb draft PERSON` begins a first message.")
    else:
        for row in df.itertuples(index=False):
            click.echo(_as_line(row))


def _as_line(row: Any) -> str:
    return " · ".join(filter(None, (row.person, row.stage, row.next, row.why)))
