"""Care for the file: `olenb undo`, `olenb backup`, `olenb restore`, `olenb doctor`."""

from pathlib import Path

import click

from olenb.cli.common import print_json, progress, workbook
from olenb.core import backups, place, restoring
from olenb.core.folders import home_folder


@click.command()
@click.pass_context
def undo(ctx: click.Context) -> None:
    """Take back the newest change and name it."""
    with progress(False) as tell:
        what = workbook(ctx).undo(tell)
    click.echo(f"Taken back: {what}.")


@click.command()
@click.pass_context
def backup(ctx: click.Context) -> None:
    """Copy your workbook into its folder of backups."""
    made = workbook(ctx).backup()
    click.echo(f"Copied to {made}." if made else "This is the example; there is nothing to copy.")


@click.command()
@click.argument("backup", required=False, type=click.Path(path_type=Path))
@click.option("--list", "as_list", is_flag=True, help="Show the backups, newest first.")
@click.option("--json", "as_json", is_flag=True, help="Show them as one JSON document.")
@click.pass_context
def restore(ctx: click.Context, *, backup: Path | None, as_list: bool, as_json: bool) -> None:
    """Bring back a backup (the newest, unless you name one); what it replaces is kept."""
    folder = place.workbook_folder(home_folder(ctx.obj["home"]))
    if as_list or as_json:
        _show(backups.listed(folder), as_json)
        return
    done = restoring.restore(folder, backup)
    click.echo(f"Your workbook is again as it was in “{done.backup.stem}”.")
    if done.replaced:
        click.echo(f'To take this back: olenb restore "{done.replaced.name}"')


def _show(found: list[backups.Backup], as_json: bool) -> None:
    rows = [
        {
            "file": each.path.name,
            "made_at": each.made_at.isoformat() if each.made_at else None,
            "reason": each.reason,
            "people": each.people,
            "sound": backups.is_sound(each.path),
        }
        for each in found
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        people = "can't be read" if row["people"] is None else f"{row['people']} people"
        click.echo(f"{row['file']}: {people}{'' if row['sound'] else ', not as it was written'}")
    if not rows:
        click.echo("There is no backup yet. To make one: olenb backup")


@click.command()
@click.option("--room", is_flag=True, help="Look also at what a workshop needs.")
@click.option("--folder", type=click.Path(path_type=Path), help="The folder that the room shares.")
@click.option("--people", type=click.IntRange(1), help="How many work on this machine at once.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def doctor(
    ctx: click.Context, *, room: bool, folder: Path | None, people: int | None, as_json: bool
) -> None:
    """Look for trouble and say what to do about it."""
    from olenb import doctor as checks
    from olenb import preflight

    home = home_folder(ctx.obj["home"])
    before = room or folder is not None or people is not None
    more = preflight.checks(home, folder, people) if before else []
    if as_json:
        found = [*checks.checks(home), *more]
        print_json([one._asdict() for one in found])
        ctx.exit(2 if any(one.ok is False for one in found) else 0)
    text, well = checks.report(home, more)
    click.echo(text)
    ctx.exit(0 if well else 2)
