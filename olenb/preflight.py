"""Before a workshop: what `olenb doctor --room` looks at besides the usual.

It is run as a participant would be: on the laptop in the room, or on the hub as one of its users.
Each finding comes with what to do. Nothing stays behind: the one file that is dropped into the
room's folder, to see whether that works, is taken out again.
"""

import json
import os
import tempfile
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from olenb.copies import MANIFEST
from olenb.core import school
from olenb.core.errors import OlenbError
from olenb.core.examination import Check
from olenb.core.folders import home_folder
from olenb.core.hosted import typed_only
from olenb.core.resources import notebooks_dir, sample_file
from olenb.core.store import Store
from olenb.core.surroundings import free_disk, free_memory, is_on_network
from olenb.room.folder import INBOX, shared
from olenb.room.folder import VARIABLE as ROOM

MEMORY_EACH = 250_000_000  # bytes: measured in deploy/jupyterhub, and air
MEMORY_FOR_THE_REST = 2_000_000_000
DISK_EACH = 50_000_000
OFF_BY = 300  # seconds that two clocks may differ
_OTHERS = 0o077


def checks(
    home: str | os.PathLike[str] | None = None,
    room: str | os.PathLike[str] | None = None,
    people: int | None = None,
) -> list[Check]:
    """Look at everything that a room needs, in the order in which to mend it.

    Parameters
    ----------
    home
        The workbook's folder; None takes OLENB_HOME, else `~/olenb`.
    room
        The folder that the room shares; None takes OLENB_ROOM, else a school's `room_folder`.
    people
        How many work on this machine at once; None is one person.

    """
    folder = home_folder(home).absolute()
    school.apply(folder)
    together = Path(room).expanduser() if room else shared()
    return [
        _own_user(os.environ),
        _umask(),
        _memory(people or 1),
        _room_on_disk(folder, people or 1),
        _clock(),
        _sample(),
        _pages(folder),
        _files(),
        *(_folder(together) if together else [_no_folder()]),
    ]


def _own_user(environment: Mapping[str, str]) -> Check:
    """Look whether everybody on a hub is a user of their own."""
    named = environment.get("JUPYTERHUB_USER", "")
    if os.name != "posix":
        return Check("User", True, "this computer's.")
    if os.geteuid() == 0:
        says = "you are root, who may read everything."
        return Check("User", None, says, "Run this again as one of the participants.")
    home = Path(environment.get("HOME", "/"))
    if named and home.exists() and home.stat().st_uid != os.geteuid():
        return Check(
            "User",
            False,
            "this hub runs somebody else's server as you: all may be one user.",
            "Use a spawner with a system user or a container for each; see docs/hosting.md.",
        )
    return Check("User", True, "your own.")


def _umask() -> Check:
    mask = os.umask(_OTHERS)
    os.umask(mask)
    if os.name != "posix" or mask & _OTHERS == _OTHERS:
        return Check("New files", True, "they are for their owner alone.")
    says = f"other programs' new files can be read by others here (umask {mask:03o})."
    return Check(
        "New files",
        False if ROOM in os.environ else None,
        says,
        "olenb's own are private all the same. On a shared computer set umask 077.",
    )


def _memory(people: int) -> Check:
    free = free_memory()
    needed = people * MEMORY_EACH + (MEMORY_FOR_THE_REST if people > 1 else 0)
    whom = "one person needs" if people == 1 else f"{people} people need"
    if free is None:
        says = f"it can't be seen here; {whom} {_gb(needed)}."
        return Check("Memory", None, says)
    if free < needed:
        says = f"{_gb(free)} are free, and {whom} {_gb(needed)}."
        return Check("Memory", False, says, "Close other programs, or use a larger machine.")
    return Check("Memory", True, f"{_gb(free)} are free; {whom} {_gb(needed)}.")


def _room_on_disk(folder: Path, people: int) -> Check:
    free, needed = free_disk(folder), people * DISK_EACH
    if free < needed:
        says = f"{_gb(free)} are free where workbooks go, and {people} of them need {_gb(needed)}."
        return Check("Room on disk", False, says, "Make room, or move the home folders.")
    return Check("Room on disk", True, f"{_gb(free)} are free; {_gb(needed)} are needed.")


def _clock() -> Check:
    """Compare the clock with the youngest thing that must lie in the past: olenb's own files."""
    now, made = time.time(), sample_file().stat().st_mtime
    says = f"{datetime.fromtimestamp(now).astimezone():%d %B %Y, %H:%M %Z}."
    if now < made - OFF_BY:
        says += " That is before olenb was installed."
        do = "Set the date: the room's files and all reminders go by it."
        return Check("Clock", False, says, do)
    return Check("Clock", True, f"{says} Compare it with the clock on the wall.")


def _sample() -> Check:
    try:
        tables = json.loads(sample_file().read_bytes())
        store = Store.example(tables)
        count = len(store.rows("SELECT id FROM person"))
        store.close()
    except (OlenbError, OSError, ValueError, KeyError):
        says = "the invented example doesn't open."
        return Check("Example", False, says, "Install olenb again.")
    return Check("Example", True, f"it opens, with {count} invented people.")


def _pages(folder: Path) -> Check:
    """Look whether the pages in the workbook's folder are the ones that came with olenb."""
    known = folder / MANIFEST
    if not known.exists():
        says = "they aren't in the workbook's folder yet."
        return Check("Pages", None, says, "Open olenb once; it puts them there.")
    shipped = {path.relative_to(notebooks_dir()) for path in notebooks_dir().rglob("*.ipynb")}
    lacking = [one for one in sorted(shipped) if not (folder / one).is_file()]
    if lacking:
        says = f"{len(lacking)} are missing, such as {lacking[0]}."
        return Check("Pages", False, says, "Open olenb once; it puts them back.")
    return Check("Pages", True, f"all {len(shipped)} are there.")


def _files() -> Check:
    if typed_only():
        return Check("Files of people", True, "they stay at home; people are typed in.")
    says = "a whole address book may be brought here."
    do = "On a school's computer set OLENB_TYPED_ONLY=1." if ROOM in os.environ else ""
    return Check("Files of people", None, says, do)


def _no_folder() -> Check:
    says = "none is named; the room's files go by upload, by stick or on paper."
    do = f"On a hub set {ROOM}, or name it: olenb doctor --room --folder FOLDER"
    return Check("Room's folder", None, says, do)


def _folder(room: Path) -> list[Check]:
    """Look at the folder that the room shares, as whoever runs this."""
    if not (room / INBOX).is_dir():
        says = f"there is no {INBOX} in {room}, or it can't be entered."
        do = "Make both with the rights that docs/hosting.md says, or name another folder."
        return [Check("Room's folder", False, says, do)]
    return [_network(room), _dropping(room / INBOX), _listing(room / INBOX), _reading(room)]


def _network(room: Path) -> Check:
    if is_on_network(room):
        says = f"{room} is on a network drive. That is fine for the room's small files."
        return Check("Room's folder", None, says)
    return Check("Room's folder", True, f"{room}.")


def _dropping(inbox: Path) -> Check:
    """Drop a file and take it out again; its time says what the folder's own clock is."""
    try:
        with tempfile.NamedTemporaryFile(dir=inbox, prefix=".olenb-look-") as file:
            drift = abs(os.fstat(file.fileno()).st_mtime - time.time())
    except OSError as error:
        says = f"nothing can be put into {inbox} ({error.strerror})."
        return Check("Dropping", False, says, "Let everybody in the room write there.")
    if drift > OFF_BY:
        says = f"it works, and that drive's clock differs by {drift / 60:.0f} minutes."
        return Check("Dropping", False, says, "Set the clocks: files expire by them.")
    return Check("Dropping", True, "a file can be put in, and was taken out again.")


def _listing(inbox: Path) -> Check:
    """Look whether one can see what others dropped."""
    if not os.access(inbox, os.R_OK):
        return Check("What others drop", True, "you can't see it.")
    says = "you can see it. That is right for a counselor, and for nobody else."
    do = "A participant should run this, too. It holds codes and questions, no contact's name."
    return Check("What others drop", None, says, do)


def _reading(room: Path) -> Check:
    if not os.access(room, os.R_OK | os.X_OK):
        says, do = f"{room} can't be read.", "Let everybody in the room read it."
        return Check("The list", False, says, do)
    if os.access(room, os.W_OK):
        says = "you can read it and change it. That is right for a counselor."
        return Check("The list", None, says)
    return Check("The list", True, "you can read it, and only counselors change it.")


def _gb(size: float) -> str:
    return f"{size / 1e9:.1f} GB"
