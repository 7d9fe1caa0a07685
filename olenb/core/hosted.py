"""What whoever runs a hub says to the workbooks on it: two variables of the environment.

`OLENB_TYPED_ONLY=1` keeps files of people at home: on a school's machine a hand-typed name is
enough, and a whole address book is the school's record. `OLENB_ROOM` is the folder that the
people of a workshop share. Neither is there on a computer of one's own.
"""

import os
from pathlib import Path

from olenb.core.errors import NotAllowed

TYPED_ONLY = "OLENB_TYPED_ONLY"
ROOM = "OLENB_ROOM"

FILES_STAY_HOME = (
    "This workbook is on your school's computer, so leave files of people on your own one. "
    "The names that you write by hand are just as good."
)


def typed_only() -> bool:
    """Tell whether people are typed in here, and files of them aren't taken."""
    return os.environ.get(TYPED_ONLY, "") not in ("", "0")


def must_take_files() -> None:
    """Do nothing where files of people may be brought.

    Raises
    ------
    NotAllowed
        Here they may not.

    """
    if typed_only():
        raise NotAllowed(f"Nothing was brought in. {FILES_STAY_HOME}")


def room_folder(named: str | os.PathLike[str] | None = None) -> Path | None:
    """Return the folder that a workshop shares: `named`, else OLENB_ROOM, else None.

    >>> room_folder("somewhere").name
    'somewhere'
    """
    folder = named or os.environ.get(ROOM)
    return Path(folder).expanduser() if folder else None
