"""The paper kit of a workshop: `olenb kit`."""

from pathlib import Path
from typing import Any

import click

from olenb.cli.common import print_json
from olenb.core import place, school
from olenb.core.errors import NotWritten
from olenb.core.folders import home_folder


@click.command("kit")
@click.argument("cards", nargs=-1, metavar="[CARD...]")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("olenb-kit"),
    show_default=True,
    help="The folder to write into; it is made if it isn't there.",
)
@click.option("--paper", type=click.Choice(["a4", "letter"]), help="Else that of your country.")
@click.option(
    "--people", type=click.IntRange(1, 300), help="For how many people strips are made; else 30."
)
@click.option("--list", "only_list", is_flag=True, help="Only name the cards and their use.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def kit(
    ctx: click.Context,
    *,
    cards: tuple[str, ...],
    out: Path,
    paper: str | None,
    people: int | None,
    only_list: bool,
    as_json: bool,
) -> None:
    """Write the cards of a workshop as pages to print; without CARD, all of them."""
    from olenb.room.kit import catalogue
    from olenb.views import kit_pages

    holds = school.apply(place.workbook_folder(home_folder(ctx.obj["home"])))
    if holds.trouble:
        click.echo(holds.trouble, err=True)
    papers = catalogue.papers(cards, people or catalogue.PEOPLE)
    size = kit_pages.Size(paper) if paper else kit_pages.usual()
    files: dict[str, str] = {}
    if not only_list:
        files = _written(papers, size, out, whole=not cards)
    if as_json:
        print_json(
            [
                {"card": one.name, "title": one.title, "use": one.use, "sheets": len(one.sheets),
                 "file": files.get(one.name)}
                for one in papers
            ]
        )  # fmt: skip
        return
    for one in papers:
        click.echo(f"{one.name}: {one.use}")
    if files:
        all_in_one = "" if cards else " All in one: whole-kit.html."
        click.echo(f"{len(files)} pages are in {out}, for {size} paper.{all_in_one}")


def _written(papers: Any, size: Any, out: Path, whole: bool) -> dict[str, str]:
    """Write a page for each card, and one with all of them; return where each is."""
    from olenb.views import export, kit_pages

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritten(
            f"The folder could not be made ({error.strerror}). Nothing was written. "
            "Please name another one with --out."
        ) from None
    files = {}
    for one in papers:
        path = export.write(kit_pages.page([one], size), out / f"{one.name}.html")
        files[one.name] = str(path)
    if whole:
        export.write(kit_pages.page(papers, size), out / "whole-kit.html")
    return files
