"""What the hub does before a participant's server starts: it refuses to mix people up."""

import grp
import os
import pwd
from collections.abc import Callable
from typing import Any

from olenb_hub import room
from olenb_hub.settings import Settings

FIRST_USER = 1000  # below are the system's own


class Refused(Exception):
    """The server isn't started; JupyterHub shows the message to whoever wanted it."""

    @property
    def jupyterhub_message(self) -> str:
        """What the page says."""
        return str(self)


def before_start(settings: Settings) -> Callable[[Any], None]:
    """Return JupyterHub's hook: a user of their own for everybody, and the room as it should be."""

    def hook(spawner: Any) -> None:
        check_user(spawner.user.name, settings)
        room.make(settings)

    return hook


def check_user(name: str, settings: Settings) -> None:
    """Refuse whoever would share a system user with the hub, with the system or with others.

    Raises
    ------
    Refused
        There is no such user, or it is not one person's alone.

    """
    if os.geteuid() != 0:
        raise Refused("This hub doesn't run as root, so all would be one user. Ask who runs it.")
    try:
        user = pwd.getpwnam(name)
    except KeyError:
        raise Refused("You have no account on this machine. Ask who runs the workshop.") from None
    twins = [other.pw_name for other in pwd.getpwall() if other.pw_uid == user.pw_uid]
    if user.pw_uid < FIRST_USER or len(twins) > 1:
        raise Refused("Your account isn't one person's alone. Ask who runs the workshop.")
    if name not in members(settings.participants):
        raise Refused("You aren't on the list of this workshop. Ask who runs it.")


def members(group: str) -> set[str]:
    """Return who is in a group of the machine, be it as their first one or as a further one."""
    try:
        found = grp.getgrnam(group)
    except KeyError:
        return set()
    return {*found.gr_mem, *(one.pw_name for one in pwd.getpwall() if one.pw_gid == found.gr_gid)}
