"""A school's own names and numbers: `olenb school [FILE]`."""

from pathlib import Path
from typing import Any

import click

from olenb.cli.common import print_json
from olenb.core import place, rules, school
from olenb.core.errors import SchoolFault
from olenb.core.folders import home_folder


@click.command("school")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_context
def show(ctx: click.Context, file: Path | None, as_json: bool) -> None:
    """Show what a school may set and what holds; with FILE, only check that file."""
    if file is not None:
        values: Any = school.read(file)
        said = f"{file.name} is in order and sets {len(values)} of {len(rules.BY_KEY)} keys."
    else:
        holds = school.apply(place.workbook_folder(home_folder(ctx.obj["home"])))
        if holds.trouble:
            raise SchoolFault(holds.trouble)
        values, said = holds.values, _files(holds)
    if as_json:
        print_json([_row(rule, values) for rule in rules.BY_KEY.values()])
        return
    click.echo(said)
    for rule in rules.BY_KEY.values():
        row = _row(rule, values)
        mark = "*" if row["set"] else " "
        click.echo(f"{mark} {row['key']} = {row['value']!r}  ({rule.row}; {row['allowed']})")


def _files(holds: school.School) -> str:
    if not holds.files:
        return f"No {school.FILE} is in use: the usual names and numbers hold."
    return f"In use: {', '.join(map(str, holds.files))}. What they set is marked with *."


def _row(rule: rules.Rule[Any], values: dict[str, Any]) -> dict[str, Any]:
    return {
        "key": rule.key,
        "value": values.get(rule.key, rule.default),
        "set": rule.key in values,
        "default": rule.default,
        "allowed": school.in_words(rule.allowed),
        "row": rule.row,
        "source": rule.source,
    }
