"""What the commands share: the group with plain errors, the workbook, what is printed."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from olenb.core.errors import OlenbError
from olenb.core.progress import Tell, silent


class PlainErrors(click.Group):
    """A group whose errors are sentences, never tracebacks."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; say what went wrong and leave with status 2."""
        try:
            return super().invoke(ctx)
        except OlenbError as error:
            click.echo(str(error), err=True)
            ctx.exit(2)
        except click.Abort:
            click.echo("Stopped there; nothing was saved.", err=True)
            ctx.exit(2)


def workbook(ctx: click.Context) -> Any:
    """Open the workbook that the options before the command name."""
    from olenb.workbook import open_workbook

    wb = open_workbook(ctx.obj["home"], sample=ctx.obj["sample"])
    if wb.school.trouble:
        click.echo(wb.school.trouble, err=True)
    if wb.trouble and wb.can_be_read:
        click.echo(str(wb.trouble), err=True)
    return wb


mine_option = click.option(
    "--mine", is_flag=True, help="For your eyes alone: also whom you marked as between you."
)


def seen_by_others(wb: Any, mine: bool) -> Any:
    """Return the workbook to print from: without the confidential, unless the user asks for it.

    What is printed can be piped anywhere, so it is a way out like any other (R38).
    """
    if mine:
        return wb
    seen = wb.for_others()
    if seen.staying.people:
        click.echo(f"{seen.staying.sentence} With --mine it is shown.", err=True)
    return seen


def print_json(value: Any) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def say_if_begun(wb: Any) -> None:
    """Say once that the example has made room for the user's own workbook."""
    if wb.started:
        click.echo("This is your own workbook now; the example is gone.")


@contextmanager
def progress(quiet: bool) -> Iterator[Tell]:
    """Show a progress line on standard error, where somebody is looking at it, and end it."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    shown = False

    def show(fraction: float, text: str) -> None:
        nonlocal shown
        shown = True
        click.echo(f"\r{fraction:4.0%} {text:<50}", nl=False, err=True)

    try:
        yield show
    finally:
        if shown:
            click.echo(err=True)
