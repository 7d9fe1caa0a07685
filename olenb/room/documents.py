"""The small files that go round in a room: checked on reading, refused when anything is off.

There are four kinds. A *question* is one person's, *questions* is the list that goes back to all,
*answers* is what one person ticked, and a *withdrawal* takes somebody out of the room. Each
carries its version, the session's code, the participant's code and when it expires. A file holds
exactly the fields that are declared here and nothing else, so there is no place for a contact.
"""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from olenb.core import rules
from olenb.core.errors import OlenbError
from olenb.core.terms import target_label

VERSION = 1
LARGEST = 512 * 1024
"""Bytes of the largest file that is opened: sixty people's questions are a tenth of it."""

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""For codes that are said aloud and written on paper: nothing that looks like something else."""

_SESSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{2,31}")
_CODE = re.compile(rf"[{ALPHABET}]{{4}}")
_QUESTION = re.compile(rf"[{ALPHABET}]{{4}}-[1-9]")
_PARTS = ("organization", "role", "industry", "region")
_LONGEST = 120


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
        'Who could reach somebody in nursing at Mayo Clinic?'
        """
        what = self.role or self.industry
        doing = f" in {what}" if what else ""
        at = f" at {self.organization}" if self.organization else ""
        also = f", {self.industry}" if self.industry and self.role else ""
        where = f" in {self.region}" if self.region else ""
        return f"Who could reach somebody{doing}{at}{also}{where}?"


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


def stated_session(path: Path) -> str:
    """Return the code of the session that a file says it belongs to, "" where it says none."""
    try:
        said = _json(_bytes(path)).get("session")
        return session_code(said) if isinstance(said, str) else ""
    except RoomFileRefused:
        return ""


def read(path: Path, session: str, now: datetime, kinds: tuple[str, ...]) -> Document:
    """Read one file of the room.

    Parameters
    ----------
    path
        The file.
    session
        The code of the session that is on.
    now
        This moment, with its zone.
    kinds
        Which kinds are wanted here.

    Raises
    ------
    RoomFileRefused
        It is too large, no file of a room, altered in shape, of another version or session,
        of another kind, or expired. The message never repeats what stands in the file.

    """
    return parse(_bytes(path), session, now, kinds)


def parse(content: bytes, session: str, now: datetime, kinds: tuple[str, ...]) -> Document:
    """Read the bytes of one file of the room; as `read`."""
    document = _shaped(_json(content))
    if document.session != session_code(session):
        raise RoomFileRefused(_says("belongs to another session"))
    if document.kind not in kinds:
        raise RoomFileRefused(_says(f"is another kind of file; wanted: {' or '.join(kinds)}"))
    latest = end_of_session(now) + timedelta(hours=1)
    if not now < document.expires <= latest:
        raise RoomFileRefused(_says("has expired"))
    return document


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size <= LARGEST else b""
    except OSError:
        raise RoomFileRefused(_says("can't be opened")) from None


def _json(content: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(content.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise RoomFileRefused(_says("isn't a file of the room, or is damaged")) from None
    if not isinstance(found, dict) or "olenb-room" not in found:
        raise RoomFileRefused(_says("isn't a file of the room"))
    if found["olenb-room"] != VERSION:
        raise RoomFileRefused(_says("was made by another version of olenb"))
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that stands twice: two readers could see two files in one."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _shaped(found: Mapping[str, Any]) -> Document:
    """Return the document, if it has the declared shape to the last field."""
    kind = found.get("kind")
    lists = {"question": "questions", "questions": "questions", "answers": "answers"}
    more = {lists[kind]} if isinstance(kind, str) and kind in lists else set()
    wanted = {"olenb-room", "kind", "session", "code", "expires"} | more
    try:
        _require(set(found) == wanted and kind in (*lists, "withdrawal"))
        questions = tuple(map(_question, _list(found, "questions", rules.ROOM_QUESTIONS.value)))
        answers = tuple(map(_answer, _list(found, "answers", rules.ROOM_QUESTIONS.value)))
        expires = datetime.fromisoformat(_text(found["expires"], 40))
        _require(expires.tzinfo is not None)
        _require(kind != "question" or len(questions) == 1)
        _require(len({one.question for one in answers}) == len(answers))
        document = Document(
            kind=str(kind),
            session=session_code(_text(found["session"], 40)),
            code="" if kind == "questions" else _code(found["code"]),
            expires=expires.astimezone(UTC),
            questions=questions,
            answers=answers,
        )
        _require(kind != "questions" or found["code"] == "")
        _require(kind != "question" or questions[0].code == document.code)
    except (KeyError, TypeError, ValueError, OverflowError, RoomFileRefused):
        raise RoomFileRefused(_says("was changed since it was made, or is damaged")) from None
    return document


def _list(found: Mapping[str, Any], name: str, most: int) -> list[Any]:
    rows = found.get(name, [])
    _require(isinstance(rows, list) and len(rows) <= most)
    return list(rows)


def _question(row: Any) -> Question:
    _require(isinstance(row, dict) and set(row) == {"code", "number", *_PARTS})
    _require(type(row["number"]) is int and 1 <= row["number"] <= rules.ROOM_ASKS.value)
    parts = {name: _text(row[name], _LONGEST) for name in _PARTS}
    _require(any(part.strip() for part in parts.values()))
    return Question(_code(row["code"]), row["number"], **parts)


def _answer(row: Any) -> Answer:
    _require(isinstance(row, dict))
    _require(set(row) == {"question", "asker", "strength", "will_introduce"})
    _require(row["will_introduce"] is True and type(row["strength"]) is int)
    _require(row["strength"] in (1, 2, 3))
    _require(_QUESTION.fullmatch(_text(row["question"], 6)) is not None)
    answer = Answer(row["question"], row["strength"])
    _require(answer.asker == row["asker"])
    return answer


def _code(value: Any) -> str:
    text = _text(value, 4)
    _require(_CODE.fullmatch(text) is not None)
    return text


def _text(value: Any, most: int) -> str:
    _require(isinstance(value, str) and len(value) <= most)
    _require(not any(ord(letter) < ord(" ") for letter in value))
    return str(value)


def _require(is_so: bool) -> None:
    if not is_so:
        raise ValueError


def _plain(question: Question) -> dict[str, str | int]:
    return {name: getattr(question, name) for name in ("code", "number", *_PARTS)}


def _says(what: str) -> str:
    return f"This file {what}. It was left out, and the others go on. Please ask for a new one."
