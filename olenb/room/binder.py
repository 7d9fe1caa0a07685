"""The counselor's binder: what was handed in for one session, in a folder for them alone.

Everything of a session lies in `room/CODE` below the counselor's home until they close it, so a
page can be opened again in the middle of a workshop and nothing is lost.
"""

import hashlib
import json
import re
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from olenb.core.files import write
from olenb.core.folders import private_folder
from olenb.room import folder
from olenb.room.documents import RoomFileRefused, session_code

FOLDER = "room"
PEOPLE, SEED = 36, 7
_CURRENT, _SETTINGS, _REHEARSAL = "session.txt", "settings.json", "rehearsal.json"
_WORKSHOP, _SUMMARIES = "workshop", "summaries"
_PLAIN = re.compile(r"[^A-Za-z0-9]+")


@dataclass
class Settings:
    """What the counselor chose for a session.

    Parameters
    ----------
    rounds, minutes
        How many rounds, and how long each is.
    with_names
        Whether the wall shows names; codes where it doesn't.
    names
        By code, as the counselor typed them.
    apart
        Pairs of codes that shouldn't meet.
    shown
        Which round is on the wall, 1 for the first.
    started
        When its clock began, in milliseconds since 1970; 0 before.
    """

    rounds: int = 2
    minutes: int = 5
    with_names: bool = False
    names: dict[str, str] = field(default_factory=dict)
    apart: list[list[str]] = field(default_factory=list)
    shown: int = 1
    started: int = 0


class Binder:
    """One counselor's sessions, of which one is open.

    Parameters
    ----------
    home
        The counselor's folder.
    """

    def __init__(self, home: Path) -> None:
        self._root = home / FOLDER

    @property
    def session(self) -> str:
        """The code of the session that is open, "" where none is."""
        try:
            return session_code((self._root / _CURRENT).read_text(encoding="utf-8"))
        except (OSError, ValueError, RoomFileRefused):
            return ""

    @property
    def rehearsal(self) -> tuple[int, int]:
        """How many invented people are in the room, and from which seed."""
        try:
            found = json.loads((self._root / _REHEARSAL).read_bytes())
            return int(found["people"]), int(found["seed"])
        except (OSError, ValueError, KeyError, TypeError):
            return PEOPLE, SEED

    def rehearse(self, people: int, seed: int) -> None:
        """Invite other invented people, onto all of the counselor's pages."""
        content = json.dumps({"people": people, "seed": seed}).encode()
        write(content, private_folder(self._root) / _REHEARSAL)

    def begin(self, session: str) -> str:
        """Open a session, a new one or one of before, and return its code.

        Raises
        ------
        RoomFileRefused
            The code isn't one.

        """
        code = session_code(session)
        for name in (_WORKSHOP, _SUMMARIES):
            private_folder(private_folder(self._root / code) / name)
        write(code.encode(), self._root / _CURRENT)
        return code

    def take(self, name: str, content: bytes, *, summary: bool = False) -> Path:
        """Keep a file that was handed in; the same one twice is one.

        Parameters
        ----------
        name
            What it was called, to find it again in what was left out.
        content
            The file, of whatever kind; it is checked when it is read.
        summary
            Whether it belongs to the cohort's figures.

        """
        plain = _PLAIN.sub("-", Path(name).stem)[:40].strip("-")
        digest = hashlib.sha256(content).hexdigest()[:10]
        place = self._here / (_SUMMARIES if summary else _WORKSHOP)
        return write(content, place / f"{plain}-{digest}.json")

    def files(self) -> list[Path]:
        """Return what was handed in for the workshop, and what lies in the room's folder."""
        if not self.session:
            return []
        shared = folder.shared()
        return [*sorted((self._here / _WORKSHOP).glob("*.json")), *_dropped(shared)]

    def summaries(self) -> list[Path]:
        """Return the summaries that were handed in."""
        return sorted((self._here / _SUMMARIES).glob("*.json")) if self.session else []

    @property
    def settings(self) -> Settings:
        """What was chosen for the session."""
        return Settings(**self.read(_SETTINGS))

    def choose(self, **changes: Any) -> Settings:
        """Change what was chosen."""
        now = Settings(**{**asdict(self.settings), **changes})
        self.keep(_SETTINGS, asdict(now))
        return now

    def read(self, name: str) -> dict[str, Any]:
        """Return what is kept under a file's name, nothing where it can't be read."""
        try:
            found = json.loads((self._here / name).read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def keep(self, name: str, values: dict[str, Any]) -> None:
        """Keep something about the session under a file's name."""
        write(json.dumps(values, ensure_ascii=False, indent=1).encode(), self._here / name)

    def close(self, *, summaries: bool = False) -> int:
        """Delete the files of the workshop and return how many; on request the summaries, too."""
        shared, here = folder.shared(), self._here
        cleared = folder.clear(shared) if shared else 0
        gone = [here] if summaries else [here / _WORKSHOP, here / _SETTINGS]
        count = sum(_count(path) for path in gone)
        for path in gone:
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        if summaries:
            (self._root / _CURRENT).unlink(missing_ok=True)
        else:
            private_folder(here / _WORKSHOP)
        return count + cleared

    @property
    def _here(self) -> Path:
        return self._root / (self.session or "-")


def _dropped(shared: Path | None) -> list[Path]:
    return folder.dropped(shared) if shared else []


def _count(path: Path) -> int:
    if path.is_dir():
        return sum(one.is_file() for one in path.rglob("*"))
    return int(path.exists())
