"""Delete what participants made: their workbooks, the room's files, and the accounts of ours.

    python -m olenb_hub.delete             say what would go
    python -m olenb_hub.delete --if-due    delete if the day has come (as the timer does)
    python -m olenb_hub.delete --now       delete today

An account that `olenb_hub.people` made goes with its home folder. Of a college's own account only
`~/olenb` goes, removed by a process of that user. Backups and snapshots of the disk are not
reached from here: say in your announcement how long those live.
"""

import argparse
import os
import pwd
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

from olenb_hub import hooks, people, room, settings
from olenb_hub.hub_api import ask
from olenb_hub.settings import Settings

GRACE = 5.0  # seconds for a user's programs to end


def is_ours(name: str) -> bool:
    """Tell whether an account was made for a workshop, and so goes with all that it has."""
    user = pwd.getpwnam(name)
    return user.pw_gecos.startswith(people.MARK) and user.pw_uid >= hooks.FIRST_USER


def delete(hub: Settings, name: str) -> None:
    """Stop a participant's server, end their programs, and remove what they made."""
    user = pwd.getpwnam(name)
    with suppress(OSError):  # the hub may be stopped
        ask(hub, "DELETE", f"/users/{name}")
    if is_ours(name):
        end_programs(user.pw_uid)
        # It would mention on standard error that there was no mail.
        command = ["userdel", "--remove", "--force", name]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    else:
        remove = "import pathlib, shutil; shutil.rmtree(pathlib.Path.home() / 'olenb')"
        subprocess.run(
            [sys.executable, "-I", "-c", remove],
            user=user.pw_uid,
            group=user.pw_gid,
            extra_groups=[],
            env={"HOME": user.pw_dir},
            check=(Path(user.pw_dir) / "olenb").exists(),
        )


def end_programs(uid: int) -> None:
    """Ask all programs of a user to end, wait a little, and end those that are left."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        until = time.monotonic() + GRACE
        while (left := programs(uid)) and time.monotonic() < until:
            for pid in left:
                with suppress(ProcessLookupError):
                    os.kill(pid, sign)
            time.sleep(0.1)


def programs(uid: int) -> list[int]:
    """Return the numbers of a user's programs; what has ended and only waits is none."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
            if folder.stat().st_uid == uid and state != "Z":
                found.append(int(folder.name))
    return found


def main() -> int:
    """Say what would go, or let it go."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--now", action="store_true")
    parser.add_argument("--if-due", action="store_true")
    said, hub = parser.parse_args(), settings.read()
    names = sorted(hooks.members(hub.participants))
    ours = [name for name in names if is_ours(name)]
    print(f"{len(ours)} accounts with their homes, {len(names) - len(ours)} folders ~/olenb,")
    print(f"and all files in {hub.room}. The day for it is {hub.delete_on}.")
    if not said.now and not (said.if_due and date.today() >= hub.delete_on):
        print("Nothing was deleted.")
        return 0
    for name in names:
        delete(hub, name)
    room.empty(hub)
    print("Deleted.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
