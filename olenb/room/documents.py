"""The small files that go round in a room: checked on reading, refused when anything is off.

There are four kinds. A *question* is one person's, *questions* is the list that goes back to all,
*answers* is what one person ticked, and a *withdrawal* takes somebody out of the room. Each
carries its version, the session's code, the participant's code and when it expires. A file holds
exactly the fields that are declared here and nothing else, so there is no place for a contact.
"""

import json
import re
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from olenb.core import rules
from olenb.core.errors import OlenbError
from olenb.core.terms import target_label

VERSION = 1
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""For codes that are said aloud and written on paper: nothing that looks like something else."""

_SESSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{2,31}")
PARTS = ("organization", "role", "industry", "region")
"""What a question is made of."""


class RoomFileRefused(OlenbError):
    """A file of the room can't be used; the others can."""


@dataclass(frozen=True, order=True)
class Question:
    """Who could reach somebody there, as one participant asks the room.

    Parameters
    ----------
    code
        The participant's.
    number
        1 to 5: which of their questions in this session.
    organization, role, industry, region
        In their words; at least one of them is filled.
    """

    code: str
    number: int = 1
    organization: str = ""
    role: str = ""
    industry: str = ""
    region: str = ""

    @property
    def id(self) -> str:
        """What answers call it.

        >>> Question("ABCD", region="Ohio").id
        'ABCD-1'
        """
        return f"{self.code}-{self.number}"

    @property
    def place(self) -> str:
        """What is asked about, in words."""
        return target_label(self.organization, self.role, self.industry, self.region)

    @property
    def words(self) -> str:
        """The question as it is read aloud.

        >>> Question("ABCD", 1, "Mayo Clinic", "nursing").words
        'Who could reach somebody at Mayo Clinic? The work: nursing.'
        """
        work = ", ".join(filter(None, (self.role, self.industry)))
        at = f" at {self.organization}" if self.organization else ""
        where = f" in {self.region}" if self.region else ""
        return f"Who could reach somebody{at}{where}?" + (f" The work: {work}." if work else "")


@dataclass(frozen=True, order=True)
class Answer:
    """One tick: I could introduce the asker, and I will.

    Parameters
    ----------
    question
        Its id; the asker's code is in it.
    strength
        1 to 3: worth asking, likely, strong.
    """

    question: str
    strength: int

    @property
    def asker(self) -> str:
        """Whose question it is."""
        return self.question.partition("-")[0]


@dataclass(frozen=True)
class Document:
    """One file of the room.

    Parameters
    ----------
    kind
        question, questions, answers or withdrawal.
    session
        The session's code.
    code
        Whose file it is; empty for the list that goes back to all.
    expires
        When it is worth nothing any more.
    questions, answers
        What it holds.
    """

    kind: str
    session: str
    code: str
    expires: datetime
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    version: int = field(default=VERSION)

    def to_bytes(self) -> bytes:
        """Return the file: the same content is always the same bytes."""
        content: dict[str, Any] = {
            "olenb-room": self.version,
            "kind": self.kind,
            "session": self.session,
            "code": self.code,
            "expires": self.expires.astimezone(UTC).isoformat(timespec="seconds"),
        }
        if self.kind in ("question", "questions"):
            content["questions"] = [_plain(one) for one in sorted(self.questions)]
        if self.kind == "answers":
            content["answers"] = [
                {
                    "question": one.question,
                    "asker": one.asker,
                    "strength": one.strength,
                    "will_introduce": True,
                }
                for one in sorted(self.answers)
            ]
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def new_code() -> str:
    """Return a participant's code, four letters and digits that nobody can guess from a name."""
    return "".join(secrets.choice(ALPHABET) for _ in range(4))


def session_code(text: str) -> str:
    """Return a session's code as everybody writes it.

    Raises
    ------
    RoomFileRefused
        It isn't one.

    >>> session_code(" spring-7 ")
    'SPRING-7'
    """
    code = text.strip()
    if not _SESSION.fullmatch(code):
        raise RoomFileRefused(
            "A session's code has 3 to 32 letters, digits or dashes, such as SPRING-7. "
            "Nothing was written. Please write it as it stands on the board."
        )
    return code.upper()


def end_of_session(now: datetime) -> datetime:
    """Return when files that are made now expire."""
    return now.astimezone(UTC).replace(microsecond=0) + timedelta(hours=rules.ROOM_HOURS.value)


def _plain(question: Question) -> dict[str, str | int]:
    return {name: getattr(question, name) for name in ("code", "number", *PARTS)}
