"""Targets, introductions and the pictures of them."""

import json
from pathlib import Path
from typing import Any

import click

from olenb.cli import office
from olenb.cli.common import mine_option, print_json, say_if_begun, seen_by_others, workbook
from olenb.core.terms import Band, Kind

FILE = click.Path(path_type=Path)


@click.command()
@click.argument("organization", default="")
@click.option("--role", default="", help="A kind of work.")
@click.option("--industry", default="", help="A field.")
@click.option("--region", default="", help="A city, state or country.")
@click.pass_context
def target(ctx: click.Context, organization: str, role: str, industry: str, region: str) -> None:
    """Put a place, a kind of work, a field or a region on your list."""
    wb = workbook(ctx)
    wb.add_target(organization, role=role, industry=industry, region=region)
    say_if_begun(wb)
    click.echo(wb.checkpoint())


@click.command()
@click.argument("targets", nargs=-1)
@click.option("--everyone", is_flag=True, help="Everybody whom one of your people knows.")
@click.option("--legs", type=click.IntRange(2, 3), default=2, help="Steps between you and them.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many rows.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@mine_option
@click.option("--ties", type=FILE, help="For an office: a Parquet file of everybody's ties.")
@click.option("--affiliations", type=FILE, help="For an office: who is where, in Parquet.")
@click.option("--egos", type=FILE, help="For an office: for whom, in CSV.")
@click.option("--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb")
@click.option("--out", type=FILE, help="For an office: a folder for the answer.")
@click.option("--memory", default=office.MEMORY, show_default=True, help="What an engine may use.")
@click.pass_context
def introductions(
    ctx: click.Context,
    /,
    *,
    targets: tuple[str, ...],
    everyone: bool,
    legs: int,
    limit: int | None,
    as_json: bool,
    mine: bool,
    **of_office: Any,
) -> None:
    """Say who could introduce you to whom, how sure that is, and why."""
    files = tuple(of_office.pop(name) for name in ("ties", "affiliations", "egos"))
    if any(files):
        office.answer(files, targets, limit=limit, as_json=as_json, **of_office)
        return
    wb = workbook(ctx)
    seen = seen_by_others(wb, mine)
    df = seen.introductions(list(targets) or None, everyone=everyone, legs=legs, limit=limit)
    if as_json:
        print_json(json.loads(df.to_json(orient="records", force_ascii=False)))
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


@click.command("map")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="FILE.svg or FILE.png")
@click.pass_context
def draw_map(ctx: click.Context, out: Path) -> None:
    """Draw your people by circle."""
    click.echo(workbook(ctx).save_map(out))


@click.command("routes")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="FILE.svg or FILE.png")
@click.pass_context
def draw_routes(ctx: click.Context, out: Path) -> None:
    """Draw who could introduce you, and where to."""
    click.echo(workbook(ctx).save_routes(out))
