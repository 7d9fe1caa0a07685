"""Make accounts for a workshop, and print a slip for each with its name and password.

    python -m olenb_hub.people 30                 room01 ... room30
    python -m olenb_hub.people --counselor kim    one who may see the boxes, too

Print the slips, hand them out, and keep no copy: the passwords are stored nowhere.
"""

import argparse
import grp
import secrets
import subprocess
import sys

from olenb_hub import settings
from olenb_hub.settings import Settings

MARK = "olenb workshop"
"""What stands as the full name of an account of ours; only such are deleted later."""
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
SLIP = "Page: {address}\nName: {name}\nPassword: {password}\nDeleted on: {day}\n" + "-" * 40


def add(hub: Settings, name: str, *, counselor: bool = False) -> str:
    """Make one account with a home folder that is closed to others; return its password."""
    groups = [hub.participants, *([hub.counselors] if counselor else [])]
    make_groups(hub)
    command = ["useradd", "--create-home", "--user-group", "--groups", ",".join(groups)]
    closed = ["--key", "HOME_MODE=0700", "--shell", "/usr/sbin/nologin", "--comment", MARK]
    until = ["--expiredate", hub.delete_on.isoformat()]
    subprocess.run([*command, *closed, *until, name], check=True)
    password = "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))
    subprocess.run(["chpasswd"], input=f"{name}:{password}\n", text=True, check=True)
    return password


def make_groups(hub: Settings) -> None:
    """Make the two groups, where they aren't there yet."""
    for group in (hub.participants, hub.counselors):
        try:
            grp.getgrnam(group)
        except KeyError:
            subprocess.run(["groupadd", group], check=True)


def main() -> int:
    """Make the accounts that are asked for and print their slips."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", nargs="?", type=int, default=0, help="how many participants")
    parser.add_argument("--prefix", default="room", help="how their names begin")
    parser.add_argument("--counselor", action="append", default=[], metavar="NAME")
    said, hub = parser.parse_args(), settings.read()
    names = [f"{said.prefix}{number:02d}" for number in range(1, said.count + 1)]
    for name in [*names, *said.counselor]:
        password = add(hub, name, counselor=name in said.counselor)
        day = hub.delete_on.isoformat()
        print(SLIP.format(address=hub.address, name=name, password=password, day=day))
    return 0


if __name__ == "__main__":
    sys.exit(main())
