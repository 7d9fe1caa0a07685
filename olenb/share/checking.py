"""Looking for somebody's people in a file."""

import os
from collections import Counter, defaultdict
from pathlib import Path

from olenb.core.errors import WrongFile
from olenb.share.findings import Findings
from olenb.share.opening import Opening, Place, Places, Text, Unread
from olenb.share.sought import Kind, Sought
from olenb.share.words import plain

SOMEWHERE = "somewhere in it"
MOST_BYTES = 1_000_000_000


def check(path: str | os.PathLike[str], sought: Sought) -> Findings:
    """Look through a file for people, whatever kind of file it is.

    Parameters
    ----------
    path
        The file.
    sought
        Whom to look for.

    Raises
    ------
    WrongFile
        It isn't there, isn't a file, or is larger than a gigabyte.
    """
    place = Path(path)
    return _Check(sought).of(place.name, _content(place))


class _Check:
    """One file, looked through once."""

    def __init__(self, sought: Sought) -> None:
        self.sought = sought
        self.people: dict[int, set[Kind]] = defaultdict(set)
        self.places: dict[str, set[int]] = defaultdict(set)
        self.unread: Counter[str] = Counter()

    def of(self, name: str, content: bytes) -> Findings:
        self._take(Text((Place("the file's name"),), name))
        whole = 0
        for found in Opening().look(content):
            if isinstance(found, Unread):
                self.unread[found.why] += 1
                whole += not found.where
            else:
                self._take(found)
        return Findings(
            file=name,
            people={person: frozenset(kinds) for person, kinds in self.people.items()},
            places=self._places(),
            unread=dict(self.unread),
            whole=not whole,
            sought=len(self.sought.people),
            unseekable=len(self.sought.unseekable),
        )

    def _take(self, found: Text) -> None:
        line, end, text = 1, 0, plain(found.text)
        for hit in self.sought.found_in(text):
            self.people[hit.person].add(hit.kind)
            line += text.count("\n", end, hit.at)
            end = hit.at
            self.places[self._words(found.where, line if found.has_lines else 0)].add(hit.person)

    def _places(self) -> dict[str, int]:
        """Return how many people stand where; a vague place only if there is no better one."""
        vague = self.places.pop(SOMEWHERE, set()).difference(*self.places.values())
        places = {place: len(people) for place, people in self.places.items()}
        return {**places, SOMEWHERE: len(vague)} if vague else places

    def _words(self, where: Places, line: int) -> str:
        """Return a place in words; a file's own name is said unless it is somebody's."""
        parts = [
            f"{place.words} ({place.name})"
            if place.name and not self.sought.found_in(place.name)
            else place.words
            for place in where
        ]
        return ", ".join([*parts, *([f"line {line:,}"] if line else [])]) or SOMEWHERE


def _content(path: Path) -> bytes:
    """Return what is in a file."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise WrongFile(
                "This file is larger than a gigabyte, and was not looked through. "
                "Nothing was changed. Share a smaller part of it."
            )
        return path.read_bytes()
    except OSError as error:
        raise WrongFile(
            f"This file can't be read ({error.strerror}). Nothing was changed. "
            "Check its name; a folder has to be packed into a .zip first."
        ) from None
