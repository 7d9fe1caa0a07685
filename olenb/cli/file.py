"""Care for the file: `olenb undo`, `olenb restore`, `olenb doctor`."""

from pathlib import Path

import click

from olenb.cli.common import workbook
from olenb.core import backups, place
from olenb.core.folders import home_folder


@click.command()
@click.pass_context
def undo(ctx: click.Context) -> None:
    """Take back the newest change and name it."""
    click.echo(f"Taken back: {workbook(ctx).undo()}.")


@click.command()
@click.argument("backup", required=False, type=click.Path(path_type=Path))
@click.pass_context
def restore(ctx: click.Context, backup: Path | None) -> None:
    """Bring back a backup (the newest, unless you name one); what it replaces is kept."""
    folder = place.workbook_folder(home_folder(ctx.obj["home"]))
    chosen = backups.restore(folder, backup)
    click.echo(f"Your workbook is again as it was in “{chosen.stem}”.")


@click.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Look for trouble and say what to do about it."""
    from olenb import doctor as checks

    text, well = checks.report(home_folder(ctx.obj["home"]))
    click.echo(text)
    ctx.exit(0 if well else 2)
