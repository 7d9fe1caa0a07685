"""Something to practice with: an invented request, its answer and twenty minutes on the phone.

The words are in `rehearsal.toml` beside this module; the people in it are those of the invented
example.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("rehearsal.toml")


@dataclass(frozen=True)
class Letter:
    """A message: its subject and its words."""

    subject: str
    body: str


@dataclass(frozen=True)
class Turn:
    """What one of them says, from which minute on, and what to notice about it."""

    minute: int
    who: str
    words: str
    why: str = ""


@dataclass(frozen=True)
class Friend:
    """The other part, for a friend to play: who they are, what they know, how to play it."""

    title: str
    about: str
    know: tuple[str, ...]
    play: tuple[str, ...]
    surprises: tuple[str, ...]
    afterwards: tuple[str, ...]


@dataclass(frozen=True)
class Advice:
    """What to say and what to know, for when one freezes, and for meeting safely."""

    say: tuple[str, ...] = ()
    know: tuple[str, ...] = ()


@dataclass(frozen=True)
class Interview:
    """What to do when it turns into a job interview (R20)."""

    notice: tuple[str, ...]
    say: tuple[str, ...]
    ready: tuple[str, ...]
    ask: tuple[str, ...]
    know: tuple[str, ...]


@dataclass(frozen=True)
class Rehearsal:
    """All of it."""

    request: Letter
    reply: Letter
    turns: tuple[Turn, ...]
    friend: Friend
    freeze: Advice
    safe: Advice
    interview: Interview


@cache
def rehearsal() -> Rehearsal:
    """Return what there is to practice with.

    >>> rehearsal().turns[0].who
    'Robin'
    """
    said = tomllib.loads(FILE.read_text("utf-8"))
    letters = {
        name: Letter(said[name]["subject"], said[name]["body"].strip())
        for name in ("request", "reply")
    }
    return Rehearsal(
        **letters,
        turns=tuple(Turn(**turn) for turn in said["turn"]),
        friend=Friend(**_tuples(said["friend"])),
        freeze=Advice(**_tuples(said["freeze"])),
        safe=Advice(**_tuples(said["safe"])),
        interview=Interview(**_tuples(said["interview"])),
    )


def _tuples(section: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in section.items()}
