"""What was found in a file that is to be shared: how many people, where, and what wasn't read."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from olenb.share.opening import REASONS
from olenb.share.sought import Kind

BY = {
    Kind.NAME: "by name",
    Kind.EMAIL: "by email address",
    Kind.PHONE: "by telephone number",
    Kind.PAGE: "by profile page",
}
SHOWN_PLACES = 8
CANNOT = "Nicknames, and names in pictures, can't be found this way: look once yourself."


@dataclass(frozen=True, repr=False)
class Findings:
    """What a file holds of the user's people.

    Parameters
    ----------
    file
        Its own name.
    people
        Who was found, by id, and by what.
    places
        Where, in words without names, and how many people stand there.
    unread
        What could not be read, by the words of `REASONS`, and how many there were.
    sought
        How many people were looked for.
    unseekable
        How many of them have one-word names, which can't be told from other words.
    whole
        Whether the file itself could be read; not so for a picture.
    """

    file: str
    people: Mapping[int, frozenset[Kind]]
    places: Mapping[str, int]
    unread: Mapping[str, int]
    sought: int
    unseekable: int = 0
    whole: bool = True

    def __repr__(self) -> str:
        return f"<{len(self.people):,} people found in a file>"

    @property
    def status(self) -> int:
        """0: clean; 1: somebody was found; 2: nobody was, and not all of it could be read."""
        if self.people:
            return 1
        return 0 if self.whole and not self.unread.keys() - {"picture"} else 2

    @property
    def sentence(self) -> str:
        """What was found, in one sentence."""
        if not self.people:
            return f"None of your {self.sought:,} people were found in it."
        kinds = Counter(kind for found in self.people.values() for kind in found)
        ways = ", ".join(f"{kinds[kind]:,} {words}" for kind, words in BY.items() if kinds[kind])
        count = len(self.people)
        return f"{count:,} of your people {'is' if count == 1 else 'are'} in it: {ways}."

    @property
    def lines(self) -> list[str]:
        """Everything worth saying, one line each, without anybody's name."""
        lines = [self.sentence]
        shown = list(self.places.items())[:SHOWN_PLACES]
        lines += [f"  {place}: {_people(count)}" for place, count in shown]
        if more := len(self.places) - len(shown):
            lines.append(f"  and in {more:,} more places")
        lines += [
            f"olenb can't read {REASONS[why]}, and this has {count:,}: look at it yourself."
            for why, count in self.unread.items()
        ]
        if self.unseekable:
            have = "has a one-word name" if self.unseekable == 1 else "have one-word names"
            lines.append(f"{self.unseekable:,} of your people {have}, too short to look for.")
        return [*lines, CANNOT]

    def to_json(self, names: Mapping[int, str] | None = None) -> dict[str, Any]:
        """Return it as plain values for `json.dumps`.

        Parameters
        ----------
        names
            What each person is called, where names are wanted.
        """
        people = [
            {**({"name": names[who]} if names else {}), "by": sorted(kinds)}
            for who, kinds in sorted(self.people.items())
        ]
        return {
            "file": self.file,
            "status": self.status,
            "found": len(self.people),
            "people": people,
            "places": dict(self.places),
            "unread": dict(self.unread),
            "sought": self.sought,
            "unseekable": self.unseekable,
        }


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"
