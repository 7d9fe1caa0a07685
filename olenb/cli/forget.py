"""Leaving nothing behind: `olenb leave`, `olenb forget`.

Neither can be undone, so each says first in numbers what would go, and does it with `--yes`.
"""

from typing import Any

import click

from olenb.cli.common import print_json, workbook
from olenb.core import place
from olenb.core.folders import home_folder

_NOT_YET = "Nothing was changed. If that is what you want, add --yes."


@click.command()
@click.option("--yes", is_flag=True, help="Do it; without this you only see what would go.")
@click.pass_context
def leave(ctx: click.Context, *, yes: bool) -> None:
    """Wipe what is left of yours on a borrowed computer; a workbook on a stick stays there."""
    home = home_folder(ctx.obj["home"])
    if not yes:
        click.echo(f"{_files(place.left_behind(home))} would be removed from {home}. {_NOT_YET}")
        return
    click.echo(f"{_files(place.wipe(home))} removed from {home}.")


@click.command()
@click.argument("people", nargs=-1, metavar="PERSON...")
@click.option("--untouched", is_flag=True, help="Everybody of whom a year says nothing.")
@click.option("--everything", is_flag=True, help="The whole workbook, its backups and copies.")
@click.option("--backups", "backups_too", is_flag=True, help="Also backups that hold them.")
@click.option("--yes", is_flag=True, help="Do it; without this you only see what would go.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def forget(
    ctx: click.Context,
    *,
    people: tuple[str, ...],
    untouched: bool,
    everything: bool,
    backups_too: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Forget people for good: a name, an email address, a profile page or a number each."""
    if bool(people) + untouched + everything != 1:
        raise click.UsageError("Say whom: PERSON..., --untouched or --everything.")
    wb = workbook(ctx)
    if everything:
        _everything(wb, yes)
        return
    ids = _ids(wb, people) if people else _untouched(wb)
    if not ids:
        click.echo("There is nobody of whom a whole year says nothing.")
        return
    what = wb.care.look(ids)
    anew = wb.care.forget(what) if yes else True
    gone = wb.care.remove_backups(what) if yes and backups_too else 0
    if as_json:
        print_json(_document(what, yes, anew, gone))
        return
    _tell(what, yes, anew, gone)


def _ids(wb: Any, people: tuple[str, ...]) -> list[int]:
    from olenb.contacts import people as contacts

    named = [int(each) if each.isdecimal() else each for each in people]
    return [contacts.find(wb.store, each) for each in named]


def _untouched(wb: Any) -> list[int]:
    df = wb.care.untouched()
    for row in df.itertuples():
        click.echo(f"  {row.name} (last: {row.last})")
    return [int(number) for number in df["id"]]


def _everything(wb: Any, yes: bool) -> None:
    elsewhere = [] if wb.trouble else list(wb.care.exports()["path"])
    count = wb.care.everything()
    if not yes:
        click.echo(f"{_files(count)} would be removed, your workbook and its backups among them.")
        click.echo(_NOT_YET)
        return
    click.echo(f"{_files(wb.care.forget_everything())} removed. Nothing of yours is left here.")
    for path in elsewhere:
        if path.exists():
            click.echo(f"  Saved elsewhere, and still there: {path}")


def _tell(what: Any, yes: bool, anew: bool, gone: int) -> None:
    click.echo(what.sentence.replace("would be", "are") if yes else f"{what.sentence} {_NOT_YET}")
    if not anew:
        click.echo("Another notebook was reading, so scraps may be left in the file. Close the")
        click.echo("others, and forget somebody once more or run: olenb backup")
    if gone:
        click.echo(f"{_files(gone)} of backups removed, and one made without them.")
    elif what.backups:
        click.echo("Backups that still hold them (--backups removes them):")
        for path in what.backups:
            click.echo(f"  {path.name}")
    for path in (*what.exports, *what.inbox):
        click.echo(f"  This file may still hold them: {path}")
    if what.downloads:
        click.echo(f"  Look in your browser's downloads for {', '.join(what.downloads)}")


def _document(what: Any, yes: bool, anew: bool, gone: int) -> dict[str, Any]:
    return {
        "people": len(what.people),
        "rows": {table: len(ids) for table, ids in what.traces.gone.items()},
        "texts": sum(map(len, what.traces.mentions.values())),
        "backups": [] if gone else [path.name for path in what.backups],
        "files": [str(path) for path in (*what.exports, *what.inbox)],
        "downloads": list(what.downloads),
        "forgotten": yes,
        "written_anew": anew,
    }


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"
