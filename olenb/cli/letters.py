"""Messages to people: `olenb check`."""

import sys
from pathlib import Path
from typing import Any

import click

from olenb.cli.common import print_json, workbook
from olenb.core.errors import WrongFile

KINDS = ("email", "letter", "phone", "message", "thanks", "introduction", "ask-around")
LONGEST = 1_000_000


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--kind", type=click.Choice(KINDS), default="email", help="What it is.")
@click.option("--first", is_flag=True, help="It is the first message to this person.")
@click.option("--to", metavar="PERSON", help="Whom it is for: a name, an address or an id.")
@click.option("--via", metavar="PERSON", help="Who connects the two of you.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def check(
    ctx: click.Context,
    *,
    file: Path,
    kind: str,
    first: bool,
    to: str | None,
    via: str | None,
    as_json: bool,
) -> None:
    """Look over a message before you send it; "-" reads it from standard input."""
    from olenb.method import etiquette

    text = _read(file)
    store = workbook(ctx).store
    facts = etiquette.facts_for(store, _find(store, to), _find(store, via))
    findings = etiquette.check(text, kind=kind, first=first, facts=facts)
    if as_json:
        print_json([finding.to_json() for finding in findings])
    else:
        _print(text, findings)


def _find(store: Any, person: str | None) -> int | None:
    """Return the id of somebody in the workbook."""
    from olenb.contacts import people

    if person is None:
        return None
    return people.find(store, int(person) if person.isdecimal() else person)


def _read(file: Path) -> str:
    """Return the text of a message."""
    try:
        if str(file) == "-":
            typed = sys.stdin.buffer.read(LONGEST)
            return typed.decode("utf-8-sig").replace("\r\n", "\n")
        if file.is_file() and file.stat().st_size > LONGEST:
            raise WrongFile("That file is far too long for a message. It was left as it is.")
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise WrongFile(
            "That file can't be read. Nothing was changed. Please check its name and folder."
        ) from error
    except UnicodeError as error:
        raise WrongFile(
            "That file isn't plain text. It was left as it is. Please save the message as a text "
            "file (UTF-8) and try again."
        ) from error


def _print(text: str, findings: list[Any]) -> None:
    """Say in words what was found, the most important first."""
    if not findings:
        click.echo("Nothing to suggest.")
    for finding in findings:
        line = text.count("\n", 0, finding.start) + 1
        click.echo(f"line {line}  {finding.rule} ({finding.row})")
        click.echo(f"  {finding.why}")
        click.echo(f"  {finding.suggestion}")
