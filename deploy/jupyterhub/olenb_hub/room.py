"""The folder that the room shares: which places, whose they are, and who may do what there.

    SHARED               root   participants   rwxr-x---   only people of the workshop come in
    SHARED/room          root   counselors     rwxrwsr-x   counselors put the list; everybody reads
    SHARED/room/inbox    root   counselors     rwxrws-wx   participants drop; only counselors look

A participant can put a file into the inbox and take their own out again, and can't list what
others put there. olenb gives each file a name that nobody guesses (96 bits of chance), so that
none can be opened, replaced or removed by somebody else either. There is no sticky bit, for then
a counselor could not empty the inbox. Nothing here depends on access control lists.
"""

import grp
import os
import pwd
import shutil
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
    return [
        Place(settings.shared, "root", settings.participants, 0o750),
        Place(settings.room, "root", settings.counselors, 0o2775),
        Place(settings.room / "inbox", "root", settings.counselors, 0o2773),
    ]


def make(settings: Settings) -> None:
    """Make the shared folders, or put their rights right."""
    settings.shared.parent.mkdir(parents=True, exist_ok=True)
    for place in places(settings):
        place.make()


def empty(settings: Settings) -> None:
    """Remove all that was put there; the folders stay."""
    for folder in (settings.room / "inbox", settings.room):
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.is_dir() and not path.is_symlink():
                if path.name != "inbox":
                    shutil.rmtree(path)
            else:
                path.unlink()
