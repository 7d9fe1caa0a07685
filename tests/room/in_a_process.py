"""The command, run in whichever process this is; small, for every new process reads it."""

from click.testing import CliRunner

from olenb.cli import main

# What takes two seconds to import is imported once, by the process that the others come from.
HEAVY = [
    *("click.testing", "networkx", "olenb.accessors.room", "olenb.cli", "olenb.core.school"),
    *("olenb.room.cohort_words", "olenb.room.rounds", "olenb.room.table", "olenb.views.export"),
    *("olenb.workbook", "pytest"),
]


def command(arguments: list[str]) -> tuple[int, str, str]:
    """Run the command, and return how it ended and what it said."""
    done = CliRunner().invoke(main, arguments)
    return done.exit_code, done.stdout, done.stderr
