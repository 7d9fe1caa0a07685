"""Before a file goes to anybody: `olenb check-share`."""

from pathlib import Path

import click

from olenb.cli.common import print_json, workbook
from olenb.core.errors import NotAllowed, OlenbError


@click.command("check-share")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--show", is_flag=True, help="Name who was found; else only how many, and where.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def check_share(ctx: click.Context, *, files: tuple[Path, ...], show: bool, as_json: bool) -> None:
    """Look through files for your own people before you give them away.

    Any kind of file: notebooks, pages, tables, documents, archives. Exit status 0: nobody was
    found; 1: somebody was; 2: something could not be read.
    """
    from olenb.share import Sought, check

    wb = workbook(ctx)
    if wb.is_example and not ctx.obj["sample"]:
        raise NotAllowed(
            "There is no workbook of yours yet, so there is nobody to look for. "
            "Nothing was changed. Add somebody first: olenb add NAME."
        )
    sought = Sought.of(wb.store)
    names = {row["id"]: row["name"] for row in wb.store.rows("SELECT id, name FROM person")}
    found, failed = [], False
    for file in files:
        try:
            found.append(check(file, sought))
        except OlenbError as error:
            click.echo(f"{file.name}: {error}", err=True)
            failed = True
    if as_json:
        print_json([one.to_json(names if show else None) for one in found])
    else:
        for one in found:
            click.echo("\n".join([f"{one.file}: {one.lines[0]}", *one.lines[1:]]))
            for person in sorted(one.people) if show else ():
                click.echo(f"  {names[person]}")
    statuses = {one.status for one in found} | ({2} if failed else set())
    ctx.exit(1 if 1 in statuses else max(statuses))
