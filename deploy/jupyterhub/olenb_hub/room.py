"""The folder that the room shares: which places, whose they are, and who may do what there.

    ROOM             root   participants   rwxr-x---   only people of the workshop come in
    ROOM/drop        root   counselors     rwxr-x--x   counselors see all boxes; others pass through
    ROOM/drop/ana    ana    counselors     rwxrws---   hers to write; counselors read and empty it
    ROOM/list        root   counselors     rwxrwsr-x   counselors write; everybody reads

A participant can neither list the boxes nor look into another's, whatever its name. A file that
is dropped gets the counselors' group from its folder (the s), and olenb lets that group read it.
Nothing here depends on the umask or on access control lists.
"""

import grp
import os
import pwd
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from olenb_hub.settings import Settings

READ, WRITE, PASS = 4, 2, 1


@dataclass(frozen=True)
class Place:
    """A folder with its owner, its group and its rights."""

    path: Path
    owner: str
    group: str
    mode: int

    def allows(self, user: str, groups: Collection[str], what: int) -> bool:
        """Tell whether somebody may READ (list), WRITE (put in) or PASS, as the system decides.

        The system asks once: the owner's rights hold for the owner, the group's for its
        members, the rest's for everybody else.
        """
        if user == "root":
            return True
        shift = 6 if user == self.owner else 3 if self.group in groups else 0
        return (self.mode >> shift) & what == what

    def make(self) -> None:
        """Make it, or put its owner and rights right. Only root can; a link is never followed."""
        owner, group = pwd.getpwnam(self.owner).pw_uid, grp.getgrnam(self.group).gr_gid
        with suppress(FileExistsError):
            self.path.mkdir(mode=0o700)
        handle = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            os.fchown(handle, owner, group)
            os.fchmod(handle, self.mode)
        finally:
            os.close(handle)


def places(settings: Settings) -> list[Place]:
    """Return the folders that all share, the outer ones first."""
    room, counselors = settings.room, settings.counselors
    return [
        Place(room, "root", settings.participants, 0o750),
        Place(room / "drop", "root", counselors, 0o751),
        Place(room / "list", "root", counselors, 0o2775),
    ]


def box(settings: Settings, user: str) -> Place:
    """Return a participant's own box."""
    return Place(settings.room / "drop" / user, user, settings.counselors, 0o2770)


def make(settings: Settings) -> None:
    """Make the shared folders."""
    settings.room.parent.mkdir(parents=True, exist_ok=True)
    for place in places(settings):
        place.make()
