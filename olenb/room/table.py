"""The counselor's table: everybody's questions gathered into one list, answers counted once.

One bad file never stops the room: it is left out, with the reason. Whoever withdrew is left out
with their questions and their answers.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from olenb.core import rules
from olenb.core.errors import NotAllowed
from olenb.room.documents import (
    Answer,
    Document,
    Question,
    RoomFileRefused,
    end_of_session,
    session_code,
)
from olenb.room.reading import read, stated_session

KINDS = ("answers", "question", "questions", "withdrawal")
Handed = tuple[str, Document]
"""A file's name and what it holds."""

_TOO_MANY = "This person asked more than five things; the first five are in."
_ANOTHER = "Another file with this code says something else; the one read first counts."


@dataclass(frozen=True)
class LeftOut:
    """A file that isn't in, and why."""

    file: str
    reason: str


@dataclass(frozen=True)
class Gathered:
    """The list that goes back to all, and what was left out of it."""

    questions: Document
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True)
class Room:
    """Who is there, and who would introduce whom.

    Parameters
    ----------
    people
        Codes of all who handed something in, sorted.
    answers
        By the code of whoever gives them.
    left_out
        Files that aren't in.
    askers
        Codes of those who asked something, sorted.
    """

    people: tuple[str, ...]
    answers: dict[str, tuple[Answer, ...]]
    left_out: tuple[LeftOut, ...] = ()
    askers: tuple[str, ...] = ()


def gather(files: Sequence[Path], session: str, now: datetime) -> Gathered:
    """Gather question files into the list that goes back to all.

    Parameters
    ----------
    files
        Question files, withdrawals and lists gathered before, in any order.
    session
        The session's code.
    now
        This moment, with its zone.

    Raises
    ------
    NotAllowed
        Not one file could be used.

    """
    documents, left_out = read_all(files, session, now, ("question", "questions", "withdrawal"))
    if files and not documents:
        raise NotAllowed(
            f"None of the {len(files)} files could be used. Nothing was written. "
            f"The first one: {left_out[0].reason}"
        )
    return gathered(documents, left_out, session, now)


def gathered(
    documents: Sequence[Handed], left_out: Sequence[LeftOut], session: str, now: datetime
) -> Gathered:
    """Gather questions that were read already; as `gather`."""
    left_out = list(left_out)
    gone = {document.code for _, document in documents if document.kind == "withdrawal"}
    kept: dict[str, Question] = {}
    for name, document in documents:
        for one in document.questions:
            if one.code in gone or kept.get(one.id) == one:
                continue
            if one.id in kept:
                left_out.append(LeftOut(name, _ANOTHER))
            elif sum(each.code == one.code for each in kept.values()) >= rules.ROOM_ASKS.value:
                left_out.append(LeftOut(name, _TOO_MANY))
            else:
                kept[one.id] = one
    everything = tuple(sorted(kept.values()))
    # The list lives as long as what it is made of: gathering it again prolongs nothing.
    asking = [one.expires for _, one in documents if one.kind != "answers"]
    expires = max(asking, default=end_of_session(now))
    document = Document("questions", session_code(session), "", expires, everything)
    return Gathered(document, tuple(left_out))


def count(files: Sequence[Path], session: str, now: datetime) -> Room:
    """Read what came back: answers, and who is in the room.

    Parameters
    ----------
    files
        Answer files, withdrawals, and question files or lists (for those who only ask).
    session
        The session's code.
    now
        This moment, with its zone.

    """
    return counted(*read_all(files, session, now, KINDS))


def counted(documents: Sequence[Handed], left_out: Sequence[LeftOut]) -> Room:
    """Count answers that were read already; as `count`."""
    left_out = list(left_out)
    gone = {document.code for _, document in documents if document.kind == "withdrawal"}
    people: set[str] = set()
    askers: set[str] = set()
    answers: dict[str, tuple[Answer, ...]] = {}
    for name, document in documents:
        askers |= {one.code for one in document.questions}
        people |= {document.code, *(one.code for one in document.questions)}
        people |= {one.asker for one in document.answers}
        if document.kind != "answers":
            continue
        if answers.setdefault(document.code, document.answers) != document.answers:
            left_out.append(LeftOut(name, _ANOTHER))
    kept = {
        who: tuple(one for one in given if one.asker not in gone and one.asker != who)
        for who, given in answers.items()
        if who not in gone
    }
    everybody, asked = (tuple(sorted(some - gone - {""})) for some in (people, askers))
    return Room(everybody, kept, tuple(left_out), asked)


def session_of(files: Sequence[Path]) -> str:
    """Return the code of the session that most of the files belong to.

    Raises
    ------
    NotAllowed
        None of them says.

    """
    codes = Counter(filter(None, map(stated_session, files)))
    if not codes:
        raise NotAllowed(
            "None of these files belongs to a workshop. Nothing was written. "
            "Please name the session with --session."
        )
    return codes.most_common(1)[0][0]


def read_questions(path: Path, now: datetime) -> Document:
    """Read the list that came back from the counselor, whichever session it is of.

    Raises
    ------
    RoomFileRefused
        It isn't one, or has expired.

    """
    return read(path, stated_session(path), now, ("questions",))


def ticks(words: str, yes: pd.DataFrame) -> list[str]:
    """Return the ids of questions that somebody ticked: all, none, or some with commas between.

    >>> ticks("abcd-1, EFGH-2", pd.DataFrame())
    ['ABCD-1', 'EFGH-2']
    """
    said = words.strip().lower()
    if said == "all":
        return list(yes["question"])
    ids = (one.strip().upper() for one in words.split(","))
    return [] if said == "none" else list(filter(None, ids))


def read_all(
    files: Iterable[Path], session: str, now: datetime, kinds: tuple[str, ...] = KINDS
) -> tuple[list[Handed], list[LeftOut]]:
    """Read files of the wanted kinds; whichever can't be used is left out, with the reason."""
    found, left_out = [], []
    for file in files:
        try:
            found.append((file.name, read(file, session, now, kinds)))
        except RoomFileRefused as error:
            left_out.append(LeftOut(file.name, str(error)))
    return found, left_out
