"""What came of it: `olenb report`."""

from pathlib import Path

import click

from olenb.cli.common import workbook


@click.command()
@click.option("--out", required=True, type=click.Path(path_type=Path), help="FILE.html")
@click.option("--with-names", is_flag=True, help="Name people, where nothing speaks against it.")
@click.pass_context
def report(ctx: click.Context, *, out: Path, with_names: bool) -> None:
    """Write what you found out so far as a page to print."""
    from olenb.views.report import NAMED, UNNAMED

    wb = workbook(ctx)
    wb.review.save_report(out, with_names=with_names)
    says = (wb.review.headline(), NAMED if with_names else UNNAMED)
    click.echo(" ".join(filter(None, says)))
    click.echo("Open the file in your browser to read it, or to print it or save it as PDF.")
