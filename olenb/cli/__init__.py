"""The command `olenb`: open the workbook, or do one thing with it and print what happened.

Every command is one call of the facade. Errors are sentences on standard error with exit
status 2; nothing prompts unless `--ask`. A module of commands is listed in `COMMANDS`.
"""

from pathlib import Path

import click

from olenb import __version__
from olenb.cli import (
    export,
    file,
    follow_up,
    forget,
    kit,
    letters,
    network,
    outreach,
    people,
    review,
    school,
    share,
)
from olenb.cli.common import PlainErrors
from olenb.cli.room import room
from olenb.core.folders import home_folder

CONTEXT = {"help_option_names": ["-h", "--help"]}
COMMANDS = (
    *(people.import_files, people.add),
    *(network.target, network.introductions, network.draw_map, network.draw_routes),
    *(room, kit.kit),
    *(file.undo, file.backup, file.restore, file.doctor),
    *(forget.leave, forget.forget),
    *(outreach.draft, outreach.outreach),
    *(follow_up.due, follow_up.calendar, school.show),
    letters.check,
    *(export.export, share.check_share, review.report),
)


@click.group(cls=PlainErrors, invoke_without_command=True, context_settings=CONTEXT)
@click.option("--home", type=click.Path(path_type=Path), help="Folder of the workbook.")
@click.option("--sample", is_flag=True, help="Open the invented example, whatever is there.")
@click.version_option(__version__, prog_name="olenb")
@click.pass_context
def main(ctx: click.Context, home: Path | None, sample: bool) -> None:
    """Open your workbook in JupyterLab, or do one thing with it."""
    ctx.obj = {"home": home, "sample": sample}
    if ctx.invoked_subcommand is None:
        from olenb import launch

        ctx.exit(launch.start(home_folder(home), sample))


for command in COMMANDS:
    main.add_command(command)
