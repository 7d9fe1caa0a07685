"""Taking people along in a file: `olenb export`."""

from pathlib import Path
from typing import Any

import click

from olenb.cli.common import print_json, workbook

WHAT = ("people", "tracker", "graph")


@click.command("export")
@click.argument("what", type=click.Choice(WHAT))
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="FILE.csv, .xlsx, .html, .vcf (people) or .graphml (graph).",
)
@click.option("--with-story", is_flag=True, help="Also how you know them.")
@click.option("--with-answers", is_flag=True, help="Also what you answered about them.")
@click.option("--dry-run", is_flag=True, help="Only show what would leave.")
@click.option("--ask", is_flag=True, help="Show what would leave and ask before writing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def export(
    ctx: click.Context,
    *,
    what: str,
    out: Path,
    with_story: bool,
    with_answers: bool,
    dry_run: bool,
    ask: bool,
    as_json: bool,
) -> None:
    """Write your people, what happened, or the graph into a file for others.

    Confidential people and notes stay behind, always.
    """
    wb = workbook(ctx)
    more = [kind for kind, wanted in (("story", with_story), ("answers", with_answers)) if wanted]
    leaving = wb.leaving.look(what, more)
    leaving.file(out.suffix)  # a wrong ending is said before anybody is asked
    written = not dry_run and (not ask or _agreed(leaving))
    if written:
        wb.leaving.save(leaving, out)
    if as_json:
        print_json({**leaving.to_json(), "file": str(out) if written else None})
    elif dry_run:
        click.echo(leaving.sentence)
        for row in leaving.first_rows():
            click.echo("  " + " · ".join(filter(None, row)))
    elif written:
        click.echo(f"{leaving.count} written into {out}. {leaving.staying.sentence}".strip())


def _agreed(leaving: Any) -> bool:
    return click.confirm(f"{leaving.sentence} Write them?", err=True)
